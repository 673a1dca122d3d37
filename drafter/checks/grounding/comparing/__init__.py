"""Claims against sources: a module for each way in which a statement can be wrong."""

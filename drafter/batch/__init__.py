"""A table of contacts in, a reviewed table out."""

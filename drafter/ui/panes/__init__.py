"""The three panes of the Write page."""

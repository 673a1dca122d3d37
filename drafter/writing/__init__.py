"""Writing: from brief and facts to a draft."""

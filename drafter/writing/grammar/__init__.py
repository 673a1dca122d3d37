"""Small grammars: from a statement about the reader to a clause addressed to them."""

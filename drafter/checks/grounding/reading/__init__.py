"""What a text claims and what the sources tell, cut into parts that can be held against each other."""

"""What the writer says of themself, against their own profile."""

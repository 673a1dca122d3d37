"""The ledger: every state of every row, contact and draft."""

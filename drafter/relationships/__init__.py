"""Staying in touch: the network, its calendar and what came of it."""

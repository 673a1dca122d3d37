"""Gathering: files, web pages, typed text and rows become notes."""

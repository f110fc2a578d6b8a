"""Quotes: what was said, by whom, and how the text says so."""

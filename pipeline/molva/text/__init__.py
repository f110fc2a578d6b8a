"""Text: the bytes of a file → ``Document(id, text, meta)``, with every offset kept."""

"""Corpus: a folder of texts in, a folder of annotations out, resumable at any moment."""

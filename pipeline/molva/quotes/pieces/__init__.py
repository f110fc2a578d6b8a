"""Pieces in marks: words of somebody, a title, a name, or a word that the writer does not mean.

* speech: ``fragments``, ``claims``
* none: ``titles``, ``scare_quotes``
"""

"""Pieces in marks: words of somebody, a title, a name, or a word that the writer does not mean.

* speech: ``fragments``, ``verdicts``, ``under_nouns``, ``claims``
* what a fragment hangs on, and whose it is: ``governing`` with ``over_clauses``, ``whose``; what it holds: ``held``
* none: ``objects``, ``titles``, ``scare_quotes``
"""

"""What is known of words without a text around them, for every stage to read.

* the dictionary: the ``analyses`` of a form, their ``commonness``; in Universal Dependencies' terms: ``feats``, and the
  ``tagset`` that tells how a reading fits a tag
* ``nouns`` for people and bodies; by their endings ``callings``, ``womens`` and ``surnames``; ``lists`` of words; how words are compared: ``folding``

A list that one stage alone reads lies in the lexicon folder of its own.
"""

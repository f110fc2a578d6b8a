"""The source at a cue: the mention that the text gives, and its edges.

* from a cue to its author: ``authors``, ``behind_hearer``, ``at_last``, ``cited_first``, ``relayed``
* the subject of a verb: ``at_verb``, ``subjects``, ``nominatives``, ``sharing``, ``participles``, ``told_only``
* «в Кремле»: ``places``, where the noun speaks (``place_speaks``) and nothing stands between (``place_parted``); ``places_of_many``, ``places_apart``
* the whole phrase: ``phrases`` with ``phrase_words``, ``phrase_edges`` and ``phrase_ends``; ``appositions``, ``complements``, ``nouns_behind``
"""

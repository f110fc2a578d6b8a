"""The source at a cue: the mention that the text gives, and its edges.

* from a cue to its author: ``authors``, ``behind_hearer``, ``behind_object``, ``at_last``, ``cited_first``, ``relayed``
* the subject of a verb: ``at_verb``, ``subjects``, ``nominatives``, ``sharing``, ``several``, ``participles``, ``told_only``; what is none: ``objects``
* «в Кремле»: ``places``, where the noun speaks (``place_speaks``) and nothing stands between (``place_parted``); ``places_of_many``, ``places_apart``
* whose view it is: ``standpoints``
* the whole phrase: ``phrases`` with ``phrase_words``, ``phrase_edges`` and ``phrase_ends``; ``appositions``, ``bearers_behind``, ``complements``, ``nouns_behind``
"""

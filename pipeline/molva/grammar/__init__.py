"""Part of speech, features, head, relation and lemma of every word.

``component`` writes them into the ``Doc``. The word lists lie in the ``lexicon``.

* words that the dictionary has in another ``spelling``; marks as they are ``typed``
* tags of the network, put right: ``tags`` by the spelling, ``wordforms``, ``capitals``, ``numerals``, ``homographs``; in the parse ``governed``, ``counted``, ``relative``
* the tree: ``parsing`` finds it over ``trees``, ``relations``, ``repairs``, ``days``
* ``lemmas``: ``lemma_rules``, and ``name_rules`` of names
"""

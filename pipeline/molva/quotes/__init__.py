"""Quotes: what was said, by whom, and how the text says so.

``component`` writes into the ``Doc`` what ``reader`` has read of it: drafts by ``rules``, those of them that stand by
``settling``, a speaker for each by ``who``; ``confidence`` tells how sure that is, and ``explain`` why. In the middle stands
the ``draft``, a quote in the making. The rules look at a ``scene``: the words of a document with its marks (``paragraph_marks``), its ``cues``
and where a verb is none (``no_report``; ``verbs`` and nouns of the ``lexicon``; ``speech_nouns``, ``conjunctions``, ``callings``, ``kinds`` and ``laws`` tell words apart). They lie
in packages, each with a map of its own:

* ``direct``: direct speech: what stands in marks, behind a dash, or in a paragraph of its own.
* ``reported``: reported clauses: «сообщил, что …», «спросил, вернутся ли …», «предположила: …».
* ``attributed``: claims with their attribution beside them: «Пожар потушен, сообщили в МЧС», «По словам мэра, …».
* ``pieces``: pieces in marks: words of somebody, a title, a name, or a word that the writer does not mean.
* ``ends``: where a content begins and ends: where the author comes back, or somebody else.
* ``sources``: the source at a cue: the mention that the text gives, and its edges.
* ``media``: media, and what they do at a quote: they speak, they pass words on, they are told something.
* ``settling``: which drafts stand: rules overlap, and each word is said once.
* ``who``: who speaks: from the source at a quote to an entity of the document.
"""

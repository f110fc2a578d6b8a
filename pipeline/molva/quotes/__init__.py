"""Quotes: what was said, by whom, and how the text says so.

``component`` writes into the ``Doc`` what ``reader`` has read of it: drafts by ``rules``, those of them that stand by
``settle``, a speaker for each by ``attribute``. Modules by what they are about:

* the text as the rules see it: ``scene``, ``cues``, ``verbs``, ``lexicon``, ``conjunctions``, ``speech_nouns``
* the quote in the making: ``draft``
* direct speech: ``tails``, ``colons``, ``split_speech``, ``insertions``, ``halfmarked``, ``whole_sentences``, ``plain_speech``,
  ``blocks``, ``dialogue``, ``interview``, ``turns``, ``signatures``
* reported clauses: ``that_clauses``, ``fronted``, ``questions``, ``colon_clauses``, ``governors``, ``reporting``, ``clause_drafts``
* attribution beside the claim: ``as_said``, ``inserted``, ``insert_ends``, ``markers``, ``attribution_phrases``, ``according``,
  ``attribution_ends``, ``hosts``, ``reference``
* pieces in marks: ``fragments``, ``claims``, ``scare_quotes``, ``titles``
* where a content ends: ``edges``, ``clauses``, ``clause_ends``, ``describing_clauses``, ``gerunds``, ``narration``,
  ``coordination``, ``trailing``, ``other_voices``
* the source at a cue: ``authors``, ``author_words``, ``sources``, ``subjects``, ``nominatives``, ``sharing``, ``places``, ``phrases``,
  ``appositions``, ``complements``, ``participles``
* media and documents: ``media``, ``hearers``, ``via``, ``passed_on``, ``spoken_to``, ``laws``, ``kinds``
* which drafts stand: ``rules``, ``settle``, ``standing``, ``finish``
* who speaks: ``attribute``, ``again``, ``bearers``, ``namesakes``, ``newcomers``, ``papers``, ``guests``, ``the_other``, ``there``,
  ``relatives``, ``together``, ``headlines``; by choice, ``cast``, ``candidates``, ``evidence``, ``floor``, ``weights``
* what the reader is told: ``component``, ``reader``, ``confidence``, ``explain``
"""

"""Who speaks: from the source at a quote to an entity of the document.

* all ways in their order: ``attribute``
* what the words at the quote tell: ``bearers``, ``behind_nouns``, ``brought_up``, ``namesakes``, ``overlooked``, ``newcomers``, ``side_by_side``, ``papers``, ``guests``, ``interviews``,
  ``the_other``, ``there``, ``states``, ``called_up``, ``unnamed``, ``relatives``, ``together``, ``one_of``, ``headlines``, ``named_later``;
  what they share: ``register``, ``shares``
* whoever has just spoken, again: ``again`` with ``informants``, ``bodies_again`` and ``nameless``; ``goes_on``
* who acts or tells above: ``told_above``; what only the turns of a talk tell: ``talk``
* by choice: ``cast`` and ``floor`` (who there is, who has spoken), ``eligible`` with ``no_pronoun``,
  ``kinds_apart``, ``posts`` and ``another_post`` (who cannot be meant), ``candidates``, ``decisions``, ``evidence``, ``weights``; after the choice: ``likelier``
"""

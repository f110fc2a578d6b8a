"""Who speaks: from the source at a quote to an entity of the document.

* all ways in their order: ``attribute``; what has been said before and around a quote: ``so_far``
* the words at the quote, whose they are: ``bearers`` with ``owned_names``, ``behind_nouns``, ``namesakes``,
  ``overlooked``, ``side_by_side``, ``relatives``, ``the_other``, ``there``, ``states``, ``bodies_it``, ``called_up``,
  ``together``, ``one_of``
* a paper: ``papers`` (who is behind it) with ``issuers`` (who made it, at its noun) and ``courts``, ``messages`` (who has just told of it), ``paper_itself``
* somebody new: ``newcomers`` with ``brought_up`` and ``unnamed``; one whom the text names elsewhere: ``headlines``,
  ``named_later``
* what all these share: ``register``, ``shares``
* whoever has just spoken, again: ``again`` with ``informants``, ``bodies_again``, ``press_offices`` and ``nameless``; ``goes_on``,
  ``many_go_on``
* no source at the quote: ``told_above`` (who acts above), ``tellers`` (who tells there), ``talk``, ``interviews``, ``guests`` and ``turn_names`` (turns of a talk)
* a noun for a person or a body: ``by_roles``; whom a medium cites or talks to, and «он» means: ``cited_above``
* by choice: ``by_choice`` (whom it leads to), ``cast`` and ``floor`` (who there is, who has spoken), ``eligible`` with
  ``of_its_kind``, ``no_pronoun``, ``disagreeing``, ``just_told_of``, ``has_died``, ``named_after``, ``in_notes``, ``kinds_apart``, ``posts``, ``another_post`` and ``trades`` (who cannot be meant), ``may_issue`` (who stands behind a document), ``candidates``, ``decisions``, ``evidence``, ``weights``;
  after the choice: ``akin``, ``likelier``
"""

"""Claims with their attribution beside them: «Пожар потушен, сообщили в МЧС», «По словам мэра, …».

* inserted: ``inserted``, what stands before its comma (``claims``), verbs that do and tell nothing (``deeds``),
  ``insert_ends``, over clauses about the teller (``teller_clauses``), what the author tells behind it (``told_on``), ``as_said``
* phrases: ``markers``, ``attribution_phrases``, ``according``, ``attribution_ends``
* the claim that they stand in: ``hosts``, ``clause_starts``; what the narrator tells before its colon: ``stances``
* in the sentence before: ``reference`` where there are ``pointers``, ``so_held``
"""

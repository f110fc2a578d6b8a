"""Where a content begins and ends: where the author comes back, or somebody else.

* clauses and their edges: ``edges``, ``dates``, ``between_commas``, ``clauses``, ``clause_ends``, ``describing_clauses``, ``waiting``
* what goes on and what does not: ``coordination``, ``gerunds``, ``narration``, ``trailing``, ``same_teller``, ``other_voices``, ``received``,
  ``other_shares``, ``ellipses``, ``ties``, ``untold``, ``occupied``
"""

"""Reported clauses: «сообщил, что …», «спросил, вернутся ли …», «предположила: …».

* constructions: ``that_clauses``, ``fronted``, ``questions``, ``colon_clauses``, ``retold``, ``elliptic``; ``asked_what``: «что» that asks
* the cue that governs a clause, and whether it reports: ``governors``, ``reporting``, ``perceiving``
* from a clause to a draft: ``clause_drafts``
"""

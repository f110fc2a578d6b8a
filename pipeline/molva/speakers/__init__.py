"""Speakers: mentions of one document become entities.

``component`` writes into the ``Doc`` what ``reader`` makes of its records (``reading``): ``chains`` of mentions, each an
entity. The word lists lie in the ``lexicon``.

* names of persons: ``persons`` and ``names``; ``families``, ``second_names``, ``nicknames``; ``labels``, ``echoes``; the name of an entity: ``naming``, and that of its place: ``of_place``
* names of bodies and places: ``organisations``, ``bodies``, ``branches``, ``bare_ministry``, ``places``
* nouns for somebody: ``descriptions`` (what is ``listed``), ``narrowing``, ``phrases`` (``dependents``, ``occasions``, ``not_theirs``, ``nobody``, ``other_senses``), ``counted``; whose he is: ``whose``, ``owners``
* a description beside a name: ``attach`` by ``agreement``, ``colleagues``, or around it: ``own_name``; what everybody knows: ``offices``
* whom a description means: ``antecedents`` among the ``known``, ``compatible`` ones (over what they are ``rulers``,
  what ``standing`` tells them apart, whom they are ``sent_by``), those ``not_meant`` left out, or ``ahead``; ``tellers_of_it``
* who is described where the noun names nobody: ``by_office``, ``spokesmen``, ``without_role``; who has ``only_told``; where somebody talks in his ``own_voice``
* pronouns: ``pronouns``, ``resolve``; whose words a stretch is: ``speech``
"""

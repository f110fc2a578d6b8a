"""Names: people, bodies and places in ``doc.ents``, each with a nominative normal form.

``component`` writes the names that the network has found, after their ``repairs``, each with its ``normal`` form. The word
lists lie in the ``lexicon``.

* repairs, which look at a ``view`` of the document: where a name ends: ``cuts``, ``whole_names``; what it names: ``labels``, ``shouted``;
  two names in one: ``two_people``, ``person_and_body``, ``closing_person``, ``person_and_place``, ``two_bodies``; ``bodies``, ``branches``, ``adjuncts``, ``digits``, ``firms``, ``sentence_heads``
* the nominative of a person's name: ``people``, and its ``parts``; of any other: ``phrases``; back to the ``genitive``
* how a word may be read: ``readings`` by the ``dictionary`` and ``paradigms``
* which reading it is: ``agreement`` in the name, its ``cases`` in the sentence, ``evidence`` in the document;
  its ``spelling`` and its ``small_letters``
"""

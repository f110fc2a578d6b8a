"""Names: people, bodies and places in ``doc.ents``, each with a nominative normal form."""

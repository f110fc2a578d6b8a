"""Registry: the people and bodies of a whole run, each once, out of the entities of its documents.

``tables`` of a run are read into what each document has ``seen``; merging gives ``groups``, and of these the ``speakers``,
which ``table`` writes.

* ``people``: their names (``naming``), who is told from whom (``namesakes``), by ``roles`` and ``callings``; kings and popes (``one_name``)
* ``bodies``, by what their ``titles`` say
"""

"""Text: the bytes of a file → ``Document(id, text, meta)``, with every offset kept.

* which reader: ``sources``, unless what the file holds is ``foreign``; what each gives: a ``document``
* bytes: ``packed`` or not, ``decode`` with the page in which the ``letters`` look Russian
* readers: ``plain``, ``html``, ``jsonl``, ``tables`` with their ``cells``; a row becomes a document in ``rows``
* the text as a reader sees it: ``tidy``, and not ``wrapped`` or ``broken``
"""

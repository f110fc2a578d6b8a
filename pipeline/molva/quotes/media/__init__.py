"""Media, and what they do at a quote: they speak, they pass words on, they are told something.

* what is a medium: ``medium``; what it is ``called``; a name that shows no case: ``undeclined``
* ``via``: ``passed_on`` by a medium, ``spoken_to`` one, ``hearers`` in general
* who has asked for words: ``asking``
"""

"""From text to a spaCy ``Doc``: tokens, sentences, and the pairs of quotation marks.

* tokens: ``tokenizer`` over ``razdel``; words that are ``divided``, what tokens have ``shown``, what spaCy asks of ``lexemes``
* ``component`` writes where ``sentences`` start, ``glued`` ones too; ``endless`` ones are read in pieces
* ``marks``, and ``markup`` of chats
"""

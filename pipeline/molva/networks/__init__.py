"""The networks in numpy: small convolutional encoders over word vectors, natasha's and our own.

``morph`` says the part of speech and features of a word, ``syntax`` its head and relation,
``ner`` whether it is part of a name. The texts of many sentences lie in one flat array with an
empty row between them, so nothing is padded. Our own networks are natasha's grown: they are told
what the dictionary says of a word (``dictionary``), see further (``blocks``), and in names remember
the document (``memory``).

* documents and sentences taken together: ``batched``, ``batches``, ``layout``
* of a word by itself: ``inputs``: ``vectors``, ``shapes``, ``dictionary``; what is made once for each: ``first``, ``table``
* the ``encoder``: ``convolutions``, then ``blocks``; ``compiled`` where that could be built
* which tags: ``possible`` ones, of these the best by ``choice``, or a whole path by ``crf``
* ``weights``
"""

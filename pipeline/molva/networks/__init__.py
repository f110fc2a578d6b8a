"""The networks in numpy: small convolutional encoders over word vectors, natasha's and our own.

``morph`` says the part of speech and features of a word, ``syntax`` its head and relation,
``ner`` whether it is part of a name. The texts of many sentences lie in one flat array with an
empty row between them, so nothing is padded. Our own networks are natasha's grown: they are told
what the dictionary says of a word (``dictionary``), see further (``blocks``), and in names remember
the document (``memory``).
"""

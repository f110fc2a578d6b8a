"""natasha's networks in numpy: three small convolutional encoders over word vectors.

``morph`` says the part of speech and features of a word, ``syntax`` its head and relation,
``ner`` whether it is part of a name. The texts of many sentences lie in one flat array with an
empty row between them, so nothing is padded.
"""

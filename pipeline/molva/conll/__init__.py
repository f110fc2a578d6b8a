r"""``Doc`` ⇄ CoNLL-U, with entities and quotes in MISC and in comments.

What stands in MISC, beside what Universal Dependencies and CorefUD define:

    NE=B-PER, NE=I-PER      a name, as spaCy's converter reads it (no NE: no name)
    Entity=(e1-person-2     a mention opens: entity, type, head word within the mention; Entity=e1) closes it
    Quote=(q1-direct-e1     the words of a quote open: quote, type, speaker; Quote=q1) closes them
    QuoteCue=q1             a word that reports («заявил»), of one quote or of several: QuoteCue=q1,q2
    QuoteSource=(q1         the mention at the quote opens («дипломат»); QuoteSource=q1) closes it
    SpacesAfter=\n\s        white space after a word, where it is not a single space; SpacesBefore for the first word
    Orig=за\u0301мок       how a word is spelt in the text, where FORM is cleaner
    NoText=Yes              the row stands in for a document without words

In comments, where a value with spaces stands in quotation marks:

    # entity e1 kind=person name="Сергей Лавров"
    # mention 4..5 entity=e1 label=ROLE normal=министр
    # quote q1 type=direct speaker=e1 name="Сергей Лавров" kind=person construction=… polarity=asserted confidence=0.93

The heads of the modules ``mentions`` and ``quotes`` tell when which of them is written.

* ``writing``: ``rows`` with ``layers``: ``names``, ``mentions``, ``quotes``, under their ``ids``
* ``reading``: ``sentences``, words in ``gathering``, a document in ``assembly``, its layers in ``attaching``
* how a value is written: ``brackets``, ``escapes``, ``spelling``, ``spacing``; where it stands: ``places``
"""

from molva.conll.reading import read_conllu, read_conllu_docs
from molva.conll.writing import write_conllu, write_conllu_docs

__all__ = ["read_conllu", "read_conllu_docs", "write_conllu", "write_conllu_docs"]

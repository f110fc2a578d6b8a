"""Columns of a ``Doc`` are what its tokens say one by one."""

import pytest
from spacy.attrs import LEMMA, MORPH

import molva
from molva import columns

TEXTS = ["Глава ведомства\n\n  Пётр Орехов  заявил. «Смета готова», — добавил он.", " Да", "", "\n"]


@pytest.fixture(scope="module")
def nlp():
    return molva.load(exclude=["molva_entities", "molva_speakers", "molva_quotes"])


@pytest.mark.parametrize("text", TEXTS)
def test_columns(nlp, text):
    doc = nlp(text)
    texts, spaced = columns.texts(doc), columns.spaced(doc)
    assert texts == [token.text for token in doc]
    assert columns.text(texts, spaced) == text
    assert columns.offsets(texts, spaced) == [token.idx for token in doc]
    assert columns.heads(doc) == [token.head.i for token in doc]
    assert columns.strings(doc, LEMMA) == [token.lemma_ for token in doc]
    assert columns.read(doc, MORPH, len) == [len(str(token.morph) or "_") for token in doc]
    starts = [i for i, start in enumerate(columns.sentence_starts(doc)) if start]
    assert starts == [sent.start for sent in doc.sents]


def test_unknown_sentences_are_one(nlp):
    assert columns.sentence_starts(nlp.make_doc("Да. Нет.")) == [True, False, False, False]

"""Columns of a ``Doc`` are what its tokens say one by one."""

import pytest
from spacy.attrs import HEAD, ORTH, SENT_START

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
    assert columns.heads(columns.layers(doc, HEAD)[:, 0]).tolist() == [token.head.i for token in doc]
    starts = [
        i for i, start in enumerate(columns.sentence_starts(columns.layers(doc, SENT_START)[:, 0])) if start
    ]
    assert starts == [sent.start for sent in doc.sents]


def test_unknown_sentences_are_one(nlp):
    starts = columns.layers(nlp.make_doc("Да. Нет."), SENT_START)[:, 0]
    assert columns.sentence_starts(starts).tolist() == [True, False, False, False]


def test_strings_are_made_once(nlp):
    asked = []
    lengths = columns.Remembered(lambda word: asked.append(word) or len(word), many=1)
    for text, made in (("мост и мост", ["мост", "и"]), ("и дом", ["и", "дом"]), ("дом", [])):
        doc = nlp.make_doc(text)
        asked.clear()
        assert lengths.column(doc, columns.layers(doc, ORTH)[:, 0].tolist()) == [len(token) for token in doc]
        assert sorted(asked) == sorted(made)

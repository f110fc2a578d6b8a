"""The grammar component inside spaCy."""

import pickle

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import molva.grammar.component
import molva.tokens.component  # noqa: F401 - registers its factory
from molva.tokens.tokenizer import RazdelTokenizer

TEXT = "  Глава ведомства Пётр Орехов заявил, что смета\xa0готова.\n\n«Мы готовы», — добавила Анна Мухина.\n"


@pytest.fixture(scope="module")
def small():
    """A pipeline of tokens, sentences and grammar."""
    nlp = spacy.blank("ru")
    nlp.tokenizer = RazdelTokenizer(nlp.vocab)
    nlp.add_pipe("molva_sentences")
    nlp.add_pipe("molva_grammar")
    return nlp


def rows(doc):
    return [(t.text, t.pos_, str(t.morph), t.head.i, t.dep_, t.lemma_, t.is_sent_start) for t in doc]


def test_every_token_is_filled(small):
    """Words have all five columns; each sentence has one root."""
    doc = small(TEXT)
    assert doc.text == TEXT
    for token in doc:
        assert token.pos_
        assert token.dep_
        assert token.lemma_
        assert token.sent == token.head.sent
    for sent in doc.sents:
        assert [t.dep_ for t in sent if t.head == t] == ["root"]
    said = next(t for t in doc if t.text == "заявил")
    assert (said.pos_, said.lemma_, said.morph.get("Tense")) == ("VERB", "заявить", ["Past"])
    assert next(t for t in doc if t.text == "Орехов").lemma_ == "Орехов"


def test_white_space_hangs_on_the_word_before_it(small):
    """At the start of a text it hangs on the first word."""
    doc = small(TEXT)
    spaces = [t for t in doc if t.is_space]
    assert {(t.pos_, t.dep_) for t in spaces} == {("SPACE", "dep")}
    assert spaces[0].head.text == "Глава"
    assert all(t.head.i == t.i - 1 for t in spaces[1:])


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "—", "***", "А", "\ufeff«\n»\n"])
def test_next_to_nothing(small, text):
    """Texts without words are no error."""
    assert small(text).text == text


def test_alone_or_together(small):
    """Neighbours in a batch change nothing."""
    texts = [TEXT, "", "Смета готова.", " ", TEXT * 3]
    assert [rows(doc) for doc in small.pipe(texts)] == [rows(small(text)) for text in texts]


def test_two_processes(small):
    """Workers give what one process gives."""
    texts = [TEXT, "Смета готова."] * 3
    assert [rows(doc) for doc in small.pipe(texts, n_process=2)] == [rows(small(text)) for text in texts]


def test_it_travels(small, tmp_path):
    """Pickled, saved and loaded, the pipeline says the same; so does a DocBin."""
    wanted = rows(small(TEXT))
    assert rows(pickle.loads(pickle.dumps(small))(TEXT)) == wanted
    small.to_disk(tmp_path / "nlp")
    assert small.from_disk(tmp_path / "nlp")(TEXT).text == TEXT
    back = next(DocBin(docs=[small(TEXT)]).get_docs(small.vocab))
    assert rows(back) == wanted


def test_memory_zone(small):
    """Inside a memory zone the words are forgotten, the labels are not."""
    wanted = rows(small(TEXT))
    before = len(small.vocab.strings)
    for n in range(3):
        with small.memory_zone():
            assert rows(small(TEXT)) == wanted
            assert small(f"Слово{n} невиданное{n}.")[1].pos_
    assert len(small.vocab.strings) == before
    assert rows(small(TEXT)) == wanted


def test_a_document_that_fails_goes_alone(small, monkeypatch):
    """The error handler gets the one document; its batch goes on."""
    failed = []
    component = small.get_pipe("molva_grammar")
    whole = component.annotate

    def annotate(docs):
        if any("плохо" in doc.text for doc in docs):
            raise ValueError("on purpose")
        whole(docs)

    monkeypatch.setattr(component, "annotate", annotate)
    component.set_error_handler(
        lambda name, _proc, docs, error: failed.append((name, docs[0].text, str(error)))
    )
    try:
        texts = [doc.text for doc in small.pipe(["Хорошо.", "Очень плохо.", "Снова хорошо."])]
    finally:
        component.set_error_handler(spacy.util.raise_error)
    assert texts == ["Хорошо.", "Снова хорошо."]
    assert failed == [("molva_grammar", "Очень плохо.", "on purpose")]


def test_no_unmet_needs(small):
    """The order of the stages satisfies spaCy."""
    assert not any(small.analyze_pipes()["problems"].values())


def test_a_doc_of_somebody_elses_tokenizer(small):
    """Any Doc with sentences will do."""
    doc = Doc(small.vocab, ["Смета", "готова", "."], sent_starts=[True, False, False])
    small.get_pipe("molva_grammar")(doc)
    assert [t.dep_ for t in doc].count("root") == 1

"""A document written and read back is the same document."""

import unicodedata
from dataclasses import fields
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from conll.drawn import docs
from molva.conll import read_conllu, read_conllu_docs, write_conllu, write_conllu_docs
from molva.contract import Entity, Mention, read_entities, read_mentions, read_quotes, store_entities

ids = st.one_of(
    st.sampled_from(
        ["a", "news/44.txt", "a b", " x ", "c:\\d", "x#12", "=x", "a_b", "и\u0306", "\u1100\u1161"]
    ),
    st.text(min_size=1, max_size=8),
)


def grammar(doc: Doc) -> list[tuple]:
    """All that stands in the columns, for each word."""
    return [
        (t.i, t.text, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.is_sent_start)
        for t in doc
        if not t.is_space
    ]


def spoken(doc: Doc) -> list[tuple]:
    """All fields of all quotes, with spans as edges."""

    def plain(value):
        if isinstance(value, tuple):
            return [plain(item) for item in value]
        return (value.start, value.end) if isinstance(value, Span) else value

    return [tuple(plain(getattr(quote, field.name)) for field in fields(quote)) for quote in read_quotes(doc)]


def named(doc: Doc) -> list[tuple]:
    return [(e.start, e.end, e.label_, e.kb_id_) for e in doc.ents]


def in_order(quotes: list[tuple]) -> list[tuple]:
    return sorted(quotes, key=lambda quote: quote[0])


@given(docs(), ids)
def test_text_comes_back_to_the_letter(doc, doc_id):
    back = read_conllu(write_conllu(doc, doc_id))
    assert back.text == doc.text
    assert [t.text for t in back] == [t.text for t in doc]
    assert back.user_data["doc_id"] == doc_id


def test_a_space_behind_a_tag_that_ends_a_paragraph_comes_back():
    words = ["Мост", "<br>", "закрыт", "<p>", "вчера"]
    doc = Doc(Vocab(), words=words, spaces=[False, True, True, True, False], sent_starts=[1, 0, 1, 0, 1])
    conllu = write_conllu(doc, "a")
    assert conllu.count("# newpar") == 3
    assert read_conllu(conllu).text == doc.text == "Мост<br> закрыт <p> вчера"


def test_two_mentions_of_the_same_words_come_back_in_their_order():
    doc = Doc(Vocab(), words=["Палата", "молчит"])
    for first, second in (("ORG", "ROLE"), ("ROLE", "ORG")):
        mentions = [Mention(0, 1, 0, first, "палата", "e1"), Mention(0, 1, 0, second, "палата", None)]
        store_entities(doc, mentions, [Entity("e1", "org", "палата", tuple(mentions[:1]))])
        assert read_mentions(read_conllu(write_conllu(doc, "a"))) == read_mentions(doc)


@given(docs())
def test_grammar_comes_back(doc):
    assert grammar(read_conllu(write_conllu(doc, "d"))) == grammar(doc)


@settings(max_examples=300)
@given(docs(min_words=1), st.none() | st.integers(1, 20))
def test_names_entities_and_quotes_come_back(doc, number):
    back = read_conllu(write_conllu(doc, "d", number=number))
    assert named(back) == named(doc)
    assert [(e.id, e.kind, e.name) for e in read_entities(back)] == [
        (e.id, e.kind, e.name) for e in read_entities(doc)
    ]
    assert read_mentions(back) == read_mentions(doc)
    assert in_order(spoken(back)) == in_order(spoken(doc))


@given(docs(), ids)
def test_writing_what_was_read_gives_the_same_file(doc, doc_id):
    written = write_conllu(doc, doc_id, source="здесь\nи там")
    back = read_conllu(written)
    assert write_conllu(back, back.user_data["doc_id"], source=back.user_data["source"]) == written


@given(st.lists(docs(), max_size=4))
def test_several_documents_in_one_file_keep_apart(several):
    written = "".join(write_conllu_docs((f"doc {n}", doc) for n, doc in enumerate(several)))
    back = list(read_conllu_docs(written + "\n"))
    assert [doc.text for doc in back] == [doc.text for doc in several]
    assert [in_order(spoken(doc)) for doc in back] == [in_order(spoken(doc)) for doc in several]
    assert written.count("# global.Entity") == bool(several)
    sent_ids = [line for line in written.split("\n") if line.startswith("# sent_id")]
    assert len(sent_ids) == len(set(sent_ids))


@settings(max_examples=300)
@given(docs(), ids)
def test_every_file_is_well_formed(doc, doc_id):
    """Level 1 of the validator, in a few lines: NFC, LF, ten full columns, one empty line, text as words."""
    written = write_conllu(doc, doc_id)
    assert unicodedata.is_normalized("NFC", written)
    assert "\r" not in written
    assert "\ufffd" not in written
    assert written.endswith("\n\n")
    lines = written.split("\n")[:-1]
    assert not any(a == b == "" for a, b in pairwise(lines))
    text = ""
    for line in lines:
        if line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            assert len(columns) == 10
            assert all(column and column == column.strip() for column in columns)
            assert text.startswith(columns[1])
            text = text[len(columns[1]) :]
            if "SpaceAfter=No" in columns[9].split("|"):
                assert not text.startswith(" ")
            else:
                text = text.removeprefix(" ")
        elif not line:
            assert text == ""


@given(docs())
def test_a_document_without_grammar_can_be_written_too(doc):
    bare = Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
    back = read_conllu(write_conllu(bare, "bare"))
    assert back.text == bare.text
    assert [t.text for t in back] == [t.text for t in bare]


def test_a_huge_document_is_written_and_read_back(golden):
    golden.user_data.clear()
    doc = Doc.from_docs([golden] * 2000, ensure_whitespace=False)
    written = write_conllu(doc, "huge")
    assert read_conllu(written).text == doc.text

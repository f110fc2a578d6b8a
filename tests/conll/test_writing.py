"""The layout of a file, line by line."""

from spacy.tokens import Doc, Span

from conll.drawn import VOCAB
from molva.conll import read_conllu, rows, write_conllu
from molva.contract import Entity, Mention, Quote, read_mentions, store_entities, store_quotes


def crowd(mentions: list[Mention]) -> Doc:
    """Five words about one person and one body."""
    words = ["глава", "МИД", "России", "Сергей", "Лавров"]
    doc = Doc(
        VOCAB,
        words=words,
        spaces=[True] * 4 + [False],
        heads=[0, 0, 1, 0, 3],
        deps=["root"] + ["flat"] * 4,
    )
    store_entities(
        doc, mentions, [Entity("e1", "person", "Сергей Лавров"), Entity("e2", "org", "МИД России")]
    )
    return doc


def brackets(doc: Doc) -> list[str]:
    written = [line.split("\t") for line in write_conllu(doc, "d").split("\n") if line[:1].isdigit()]
    return [misc for row in written for misc in row[9].split("|") if misc.startswith("Entity=")]


def test_the_golden_file_is_written_as_it_stands(golden, golden_path):
    written = write_conllu(golden, golden.user_data["doc_id"], source=golden.user_data["source"])
    assert written == golden_path.read_text(encoding="utf-8")


def test_longer_mentions_open_first_and_close_last():
    mentions = [
        Mention(0, 5, 0, "ROLE", "", "e1"),
        Mention(1, 3, 1, "ORG", "", "e2"),
        Mention(3, 5, 3, "PER", "", "e1"),
    ]
    assert brackets(crowd(mentions)) == [
        "Entity=(e1-person-1",
        "Entity=(e2-organization-1",
        "Entity=e2)",
        "Entity=(e1-person-1",
        "Entity=e1)e1)",
    ]


def test_of_two_mentions_that_cross_the_longer_one_keeps_its_brackets():
    mentions = [Mention(0, 3, 0, "ROLE", "глава", "e1"), Mention(2, 4, 3, "PER", "Сергей", "e2")]
    doc = crowd(mentions)
    assert brackets(doc) == ["Entity=(e1-person-1", "Entity=e1)"]
    assert "# mention 3..4 entity=e2 label=PER normal=Сергей head=4" in write_conllu(doc, "d")
    assert list(read_mentions(read_conllu(write_conllu(doc, "d")))) == mentions


def test_an_unresolved_mention_stands_in_a_comment_alone():
    doc = crowd([Mention(0, 1, 0, "ROLE", "глава", None)])
    assert brackets(doc) == []
    assert "# mention 1 normal=глава head=1" in write_conllu(doc, "d").split("\n")


def test_quotes_may_share_a_cue_and_a_source():
    doc = crowd([])
    shared = {"cue": doc[1:2], "source": doc[0:2]}
    store_quotes(
        doc,
        [
            Quote("q1", "indirect", (doc[2:3],), **shared),
            Quote("q2", "direct", (doc[3:4], doc[4:5]), **shared),
        ],
    )
    rows = [line.split("\t") for line in write_conllu(doc, "d").split("\n") if line[:1].isdigit()]
    assert [row[9] for row in rows] == [
        "QuoteSource=(q1(q2",
        "QuoteCue=q1,q2|QuoteSource=q2)q1)",
        "Quote=(q1-indirect)",
        "Quote=(q2-direct)",
        "Quote=(q2-direct)",
    ]


def test_ids_differ_between_the_documents_of_one_file(golden):
    third = write_conllu(golden, "завод", number=3)
    assert "# newdoc id = завод\n# newpar id = d3-завод-p1\n" in third
    assert "Entity=(d3e1-person-1" in third
    assert "Quote=(d3q1-direct-d3e1" in third
    assert "# entity d3e1 id=e1 kind=person" in third
    assert [q.id for q in read_conllu(third)._.quotes] == ["q1", "q2", "q3", "q4"]


def test_names_of_any_make_are_marked(golden):
    golden.set_ents([Span(golden, 0, 1, "ДОЛЖНОСТЬ-1"), Span(golden, 1, 3, "PER"), Span(golden, 3, 4, "PER")])
    back = read_conllu(write_conllu(golden, "d"))
    assert [(e.start, e.end, e.label_) for e in back.ents] == [
        (0, 1, "ДОЛЖНОСТЬ-1"),
        (1, 3, "PER"),
        (3, 4, "PER"),
    ]


def test_features_are_sorted_as_the_guidelines_ask():
    doc = Doc(VOCAB, words=["он"], morphs=["PronType=Prs|Case=Nom|Abbr=Yes"])
    assert "Abbr=Yes|Case=Nom|PronType=Prs" in write_conllu(doc, "d")


def test_a_table_of_words_that_begins_anew_is_whole_for_who_still_reads_it(monkeypatch):
    """Another thread writes a document between two words of this one, and the table is full."""
    monkeypatch.setattr(rows, "_REMEMBERED", 0)
    monkeypatch.setattr(rows, "_LEFT_HALVES", rows._LeftHalves())
    make, other = rows._left_half, Doc(VOCAB, words=["Лодка", "цела"])

    def interrupted(text, *rest):
        if text == "порт":
            write_conllu(other, "other")
        return make(text, *rest)

    monkeypatch.setattr(rows, "_left_half", interrupted)
    written = write_conllu(Doc(VOCAB, words=["Открыт", "порт", "города"]), "d")
    assert [line.split("\t")[1] for line in written.splitlines() if line[:1].isdigit()] == [
        "Открыт", "порт", "города",
    ]  # fmt: skip

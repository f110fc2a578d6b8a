"""The measures, on documents small enough to count by hand."""

import json

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from molva.errors import FormatError
from molva.evaluate import Score, evaluate_path
from molva.evaluate.golds import Said
from molva.evaluate.grammar import gold_docs, score_grammar, score_readings
from molva.evaluate.marks import marked_stretches
from molva.evaluate.sameness import same_speaker
from molva.evaluate.scores import COLUMNS
from molva.evaluate.sources import source_kind
from molva.evaluate.treebanks import Row, Sentence

TEXT = "«Мы готовы», — сказал Орлов ТАСС. Фильм «Долгая дорога» вышел. По мнению Ким, мост устоит."


def quote(words, **fields):
    start = TEXT.index(words)
    blank = {"type": "direct", "cue": None, "source": None, "speaker": None, "kind": "none", "via": None}
    return blank | {"content": [[start, start + len(words)]]} | fields


GOLD = [
    quote("Мы готовы", speaker="Орлов", kind="person", via="ТАСС"),
    quote("мост устоит", type="indirect", speaker="Ким", kind="person"),
]


def judged(tmp_path, predicted, gold=GOLD):
    for name, row in (("gold", {"text": TEXT, "quotes": gold}), ("predicted", {"quotes": predicted})):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"doc": "весть"} | row), encoding="utf-8")
    report = evaluate_path(tmp_path / "gold.jsonl", predictions=tmp_path / "predicted.jsonl")
    return report, {(s.layer, s.part, s.measure): s for s in report.scores}


def test_a_perfect_reader_scores_one_everywhere(tmp_path):
    report, scores = judged(tmp_path, GOLD)
    assert scores["quotes", "all", "who said what"].f1 == 1
    assert scores["quotes", "all", "via"].f1 == 1
    assert scores["quotes", "«…» no speech", "taken for speech"].share == 0
    assert report.errors == ()


def test_a_title_taken_for_speech_is_counted_against_the_marks_that_are_none(tmp_path):
    report, scores = judged(tmp_path, [*GOLD, quote("Долгая дорога", construction="direct.tail")])
    assert scores["quotes", "«…» no speech", "taken for speech"].share == 1
    assert scores["quotes", "all", "found"].precision == pytest.approx(2 / 3)
    assert scores["rules", "direct.tail", "found"].precision == 0
    assert [(e.what, e.predicted) for e in report.errors] == [
        ("spurious", "direct (direct.tail) None: Долгая дорога")
    ]


def test_the_wrong_speaker_costs_who_said_what_but_not_found(tmp_path):
    report, scores = judged(tmp_path, [quote("Мы готовы", speaker="Зотов", kind="person")])
    assert scores["quotes", "all", "found"].recall == 0.5
    assert scores["quotes", "all", "who said what"].hits == 0
    assert scores["quotes", "all", "via"].recall == 0
    assert {e.what for e in report.errors} == {"speaker", "missed"}


def test_polarity_is_judged_where_the_gold_gives_it(tmp_path):
    gold = [quote("мост устоит", type="indirect", polarity="denied")]
    _, scores = judged(tmp_path, [quote("мост устоит", type="indirect", polarity="asserted")], gold)
    assert scores["quotes", "all", "polarity"].share == 0


def test_a_prediction_that_is_nothing_known_is_refused(tmp_path):
    (tmp_path / "gold.jsonl").write_text(
        json.dumps({"doc": "а", "text": "б", "quotes": []}), encoding="utf-8"
    )
    (tmp_path / "predicted.jsonl").write_text('{"doc": "а"}', encoding="utf-8")
    with pytest.raises(FormatError, match=r"predicted\.jsonl:1"):
        evaluate_path(tmp_path / "gold.jsonl", predictions=tmp_path / "predicted.jsonl")


@pytest.mark.parametrize(
    ("gold", "predicted", "person", "same"),
    [
        ("Анатолий Антонов", "Антонов", True, True),
        ("Анатолий Антонов", "Пётр Антонов", True, False),
        ("Владимир Путин", "Путин Владимир", True, True),
        ("Алёна Фёдорова", "Федорова", True, True),
        ("МИД России", "МИД", False, True),
        ("представитель полиции", "представители полиции", False, True),
        ("эксперты", "очевидцы", False, False),
        (None, None, False, True),
        ("Ким", None, True, False),
    ],
)
def test_two_names_are_one_speaker(gold, predicted, person, same):
    assert same_speaker(gold, predicted, person=person) is same


def test_marks_pair_inside_a_line_only():
    text = "«Один «два» три»\n«без конца\nначала нет»"
    assert [text[s:e] for s, e in marked_stretches(text)] == ["Один «два» три", "два"]


def sentence(*rows):
    return Sentence(tuple(Row(*row) for row in rows), line=1)


BRIDGE = sentence(
    ("Мост", "мост", "NOUN", "Case=Nom|Variant=Short", 2, "nsubj", True),
    ("открыт", "открыть", "VERB", "_", 0, "root", False),
    (".", ".", "PUNCT", "_", 2, "punct", True),
)


def annotated(heads, deps, lemmas=("мост", "открыть", ".")):
    ((blank, group),) = gold_docs(Vocab(), [BRIDGE])
    words = [t.text for t in blank]
    doc = Doc(
        blank.vocab,
        words,
        pos=["NOUN", "VERB", "PUNCT"],
        morphs=["Case=Nom", "", ""],
        heads=heads,
        deps=deps,
        lemmas=list(lemmas),
    )
    scores, misses = score_grammar([(doc, group)])
    return {s.measure: s.share for s in scores}, misses


def test_grammar_that_agrees_scores_one():
    """Relations lose their subtypes and features that are not universal are passed over."""
    shares, misses = annotated([1, 1, 1], ["nsubj:pass", "ROOT", "punct"])
    assert shares == {"UPOS": 1, "UFeats": 1, "lemma": 1, "UAS": 1, "LAS": 1, "proper tree": 1}
    assert misses == []


def test_a_wrong_relation_costs_las_and_a_second_root_the_tree():
    shares, misses = annotated([1, 1, 2], ["obj", "ROOT", "ROOT"])
    assert shares["UAS"] == pytest.approx(2 / 3)
    assert shares["LAS"] == pytest.approx(1 / 3)
    assert shares["proper tree"] == 0
    assert [m.what for m in misses] == ["LAS Мост", "UAS .", "LAS ."]


def test_a_reading_that_is_no_tree_is_scored_word_by_word():
    """A word under 0 is the root, whatever relation the network likes best for it."""
    tags = [("NOUN", "Case=Nom"), ("ADJ", "_"), ("PUNCT", "_")]
    assert score_readings([(BRIDGE, tags, [2, 0, 0], ["nsubj:pass", "acl", "punct"])]) == pytest.approx(
        {"UPOS": 2 / 3, "UFeats": 1, "UAS": 2 / 3, "LAS": 2 / 3}
    )


def test_a_score_fills_the_columns_that_have_a_sense():
    assert dict(zip(COLUMNS, Score("quotes", "all", "cue", 3, of=4).cells(), strict=True)) == {
        "file": "", "layer": "quotes", "part": "all", "measure": "cue",
        "gold": "", "predicted": "", "hits": "3", "P": "", "R": "", "F1": "", "share": "0.750",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("source", "speaker", "kind"),
    [
        ("министр Пётр Орехов", "Пётр Орехов", "name"),
        ("Орехова", "Пётр Орехов", "name"),
        ("Чиновник", "Пётр Орехов", "role"),
        ("глава ведомства", "Пётр Орехов", "role"),
        ("он", "Пётр Орехов", "pronoun"),
        ("Её", "Анна Лаптева", "pronoun"),
        ("«Портовый листок»", "Портовый листок", "name"),
        (None, "Пётр Орехов", "missing"),
        (None, None, "nobody"),
    ],
)
def test_how_a_gold_quote_gives_its_source(source, speaker, kind):
    span = (0, len(source)) if source else None
    gold = Said("direct", ((0, 1),), None, span, speaker, "person", None, None, None)
    assert source_kind(source or "x", gold) == kind

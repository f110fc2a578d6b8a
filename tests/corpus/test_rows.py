"""The rows of the tables have the fields of the contract, with offsets in code points."""

import json

import pytest

from fake_pipeline import load
from molva.contract import Entity, Quote, store_entities, store_quotes
from molva.corpus.lines import to_line
from molva.corpus.rows import (
    ENTITY_FIELDS,
    MENTION_FIELDS,
    QUOTE_FIELDS,
    entity_rows,
    mention_rows,
    quote_rows,
)

TEXT = "😀 Иван\u00a0сказал:\n«Мы идём».  Иван ушёл."


@pytest.fixture(scope="module")
def doc():
    return load("")(TEXT)


def test_offsets_cut_the_very_words_out_of_the_text(doc):
    [quote] = quote_rows(doc, "d")
    [[start, end]] = quote["content"]
    assert TEXT[start:end] == quote["text"] == "«Мы идём»"
    for row in mention_rows(doc, "d"):
        assert TEXT[row["start"] : row["end"]] == row["text"]


def test_fields_stand_in_the_order_of_the_contract(doc):
    assert tuple(next(quote_rows(doc, "d"))) == QUOTE_FIELDS
    assert tuple(next(mention_rows(doc, "d"))) == MENTION_FIELDS
    assert tuple(next(entity_rows(doc, "d"))) == ENTITY_FIELDS


def test_an_entity_lists_the_edges_of_its_mentions(doc):
    rows = {row["name"]: row for row in entity_rows(doc, "d")}
    assert [TEXT[start:end] for start, end in rows["Иван"]["mentions"]] == ["Иван", "Иван"]


def test_a_quote_with_all_its_parts_says_where_they_are():
    doc = load("")("« Да », — сказал он, — « нет » .")
    store_entities(doc, [], [Entity("e1", "org", "Вашингтон")])
    quote = Quote(
        id="q1",
        type="mixed",
        content=(doc[0:3], doc[8:11]),
        cue=doc[5:6],
        source=doc[6:7],
        speaker=Entity("e1", "org", "Вашингтон"),
        kind="org",
        via="ТАСС",
        confidence=0.123456,
    )
    store_quotes(doc, [quote])
    [row] = quote_rows(doc, "d")
    assert row["cue_text"] == doc.text[slice(*row["cue"])]
    assert row["source_text"] == doc.text[slice(*row["source"])]
    assert len(row["content"]) == 2
    assert " […] " in row["text"]
    assert (row["kind"], row["speaker"], row["confidence"]) == ("org", "Вашингтон", 0.1235)


def test_a_quote_without_source_has_nothing_in_its_place():
    doc = load("")("«Да».")
    store_entities(doc, [], [])
    store_quotes(doc, [Quote("q1", "direct", (doc[0:3],))])
    [row] = quote_rows(doc, "d")
    assert [row[name] for name in ("cue", "cue_text", "source", "source_text", "speaker", "speaker_id")] == [
        None
    ] * 6
    assert row["kind"] == "none"


@pytest.mark.parametrize("value", [float("nan"), "\ud83d", object(), {1: {2, 3}}, b"\xff", 10**30])
def test_a_line_is_valid_json_and_valid_utf8_whatever_the_metadata_hold(value):
    line = to_line({"meta": {"x": value}})
    json.loads(line.encode().decode(), parse_constant=pytest.fail)
    assert line.count("\n") == 1

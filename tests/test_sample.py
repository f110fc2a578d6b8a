"""The sample corpus is what its marked texts say, and its gold fits it to the letter."""

import json

import pytest

import sample

GOLD = [json.loads(line) for line in sample.GOLD.read_text(encoding="utf-8").splitlines()]


def test_the_files_are_those_that_the_marked_texts_make():
    stale = [path.name for path, data in sample.files().items() if path.read_bytes() != data]
    assert not stale, "run: python tests/sample.py"


def test_there_are_twenty_texts_and_more_in_many_encodings():
    written = sorted(path for path in sample.SAMPLE.rglob("*") if path.is_file())
    assert len(written) >= 24
    assert {path.suffix for path in written} == {".txt", ".html", ".jsonl", ".csv"}
    encodings = {piece.settings.get("encoding", "utf-8") for piece in sample.pieces()}
    assert encodings == {"utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866"}


FILES = [piece for piece in sample.pieces() if "id" not in piece.settings]  # the others are rows


@pytest.mark.parametrize("piece", FILES, ids=lambda piece: piece.name)
def test_the_gold_text_is_the_text_of_the_file(piece):
    encoding = piece.settings.get("encoding", "utf-8")
    assert piece.target.read_bytes().decode(encoding) == piece.text


@pytest.mark.parametrize("row", GOLD, ids=[row["doc"] for row in GOLD])
def test_no_gold_quote_begins_or_ends_at_a_space_or_an_outer_mark(row):
    for quote in row["quotes"]:
        for start, end in quote["content"]:
            content = row["text"][start:end]
            assert content == content.strip()
            assert content.count("«") == content.count("»")


@pytest.mark.parametrize("row", GOLD, ids=[row["doc"] for row in GOLD])
def test_a_gold_cue_and_source_lie_outside_their_own_quote(row):
    for quote in row["quotes"]:
        for pointer in (quote["cue"], quote["source"]):
            if pointer:
                assert all(pointer[1] <= start or end <= pointer[0] for start, end in quote["content"])


def test_names_in_the_gold_stand_in_their_text_or_are_made_from_it():
    """Every surname of a speaker begins like some word of the text: nobody is invented by the gold."""
    for row in GOLD:
        words = row["text"].replace("\u00ad", "").replace("\u0301", "").casefold()
        for quote in row["quotes"]:
            stem = (quote["speaker"] or "").split(" ")[-1].casefold()[:4]
            assert stem in words, (row["doc"], quote["speaker"])

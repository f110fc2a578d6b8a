"""A statement is found in every frame of a report."""

import json

import pytest

from bench.framed import outcomes, stays
from bench.frames import FRAMES, keeps_capital, statements

PLAIN = "Мэр Зуев заявил, что мост закроют."


@pytest.fixture(scope="module")
def docs(nlp, root):
    files = (root / "data/forms/train.jsonl", root / "data/forms/more.jsonl")
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return list(nlp.pipe(json.loads(line)["text"] for line in lines))


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_a_frame_writes_its_example_and_loses_nothing(nlp, frame) -> None:
    doc = nlp(PLAIN)
    assert frame.text(doc) == frame.example
    assert [one.kind for one in outcomes(nlp, [doc], frame)] == ["same"]


@pytest.mark.slow
@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.name)
def test_most_statements_stay(nlp, docs, frame) -> None:
    found = list(outcomes(nlp, docs, frame))
    assert len(found) > 50
    assert stays(found) >= frame.stays, [one.told.said for one in found if one.kind != "same"]


def test_only_plain_statements_are_framed(nlp) -> None:
    doc = nlp("«Мост закроют», — заявил мэр Зуев. По словам Зуева, паром цел. Зуев заявил, что лёд тонок.")
    assert [(told.inner, told.verb, told.said) for told in statements(doc)] == [
        ("Зуев", "заявил", "лёд тонок")
    ]


@pytest.mark.parametrize(
    ("word", "keeps"), [("Мэр", False), ("Зуев", True), ("ТАСС", True), ("Москва", True)]
)
def test_names_keep_their_capital(word: str, keeps: bool) -> None:
    assert keeps_capital(word) is keeps

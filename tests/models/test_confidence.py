"""How sure molva may be: the learned confidence, and what documents at first sight make of it."""

import json
import sys
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def confidence(root) -> ModuleType:
    """The program's module `confidence`, which is no part of the package."""
    sys.path.insert(0, str(root / "models/speaker"))
    try:
        import confidence
    finally:
        sys.path.pop(0)
    return confidence


def seen(confidence, rights):
    """Outcomes whose only fact is as sure as the first of each pair says, and whether they were right."""
    return [
        confidence.Outcome(f"text {n}", {"always": 1.0, "clear": clear}, right)
        for n, (clear, right) in enumerate(rights)
    ]


# Ten quotes of three kinds; of the clearest seven in ten are right
AT_FIRST_SIGHT = [
    *[(0.0, n < 4) for n in range(10)],
    *[(1.0, n < 6) for n in range(10)],
    *[(2.0, n < 7) for n in range(10)],
]


def test_tempered_weights_are_as_sure_on_average_as_they_are_right(confidence):
    outcomes = seen(confidence, AT_FIRST_SIGHT)
    weights = confidence.tempered({"always": 1.0, "clear": 2.0}, outcomes)
    sure = [chance for chance, _ in confidence.judged(weights, outcomes)]
    assert sum(sure) / len(sure) == pytest.approx(17 / 30, abs=0.002)


def test_weights_that_are_too_sure_are_made_less_sure_and_keep_their_order(confidence):
    weights = confidence.tempered({"always": 1.0, "clear": 2.0}, seen(confidence, AT_FIRST_SIGHT))
    assert 0 < weights["clear"] < 2.0


def test_a_confidence_that_is_borne_out_stays_as_it_is(confidence):
    even = [(clear, n < of) for clear, of in ((-1.0, 1), (1.0, 3)) for n in range(4)]
    fitting = {"always": 0.0, "clear": 1.0986}  # odds of one to three, and of three to one
    assert confidence.tempered(fitting, seen(confidence, even)) == {
        "always": 0.0,
        "clear": pytest.approx(1.099),
    }


def test_documents_at_first_sight_are_none_that_no_weights_may_be_trained_on(root):
    measured = {
        json.loads(line)["doc"]
        for line in (root / "data/marks/rbc.jsonl").read_text(encoding="utf-8").splitlines()
    }
    rows = (root / "models/speaker/first_sight.jsonl").read_text(encoding="utf-8").splitlines()
    documents = {json.loads(row)["doc"] for row in rows}
    assert documents
    assert documents.isdisjoint(measured)

"""Quality does not sink: every figure of floors.json is reached again."""

import json

import pytest

from gate import OURS, SHARED, digest, gold_path, measure, raised, read_floors, sunk
from molva.evaluate import evaluate_path


@pytest.mark.slow
@pytest.mark.parametrize("name", [*OURS, *SHARED])
def test_no_figure_lies_under_its_floor(name, nlp):
    path = gold_path(name)
    if path is None:
        pytest.skip(f"MOLVA_SHARED has no {name}")
    known = read_floors()[name]
    assert known["digest"] == digest(path), f"{name} is another edition than that of the floors: measure anew"
    under = sunk(known["floors"], measure(path, nlp))
    assert not under, "\n".join(
        f"{figure}: {new:.4f}, floor {floor:.4f}" for figure, (floor, new) in under.items()
    )


def test_the_running_example_is_read_as_it_should_be(nlp, shared, tmp_path):
    """Of the 17 quotes of a scraped news page with a feed, at least 14 have the right speaker."""
    lines = (shared / "gold/quotes/dev.jsonl").read_text(encoding="utf-8").splitlines()
    (line,) = [line for line in lines if json.loads(line)["doc"] == "seed-rbc"]
    (tmp_path / "seed.jsonl").write_text(line, encoding="utf-8")
    scores = evaluate_path(tmp_path / "seed.jsonl", nlp=nlp).scores
    (speaker,) = [s for s in scores if (s.layer, s.part, s.measure) == ("quotes", "all", "speaker")]
    assert speaker.hits >= 14


def test_a_figure_under_its_floor_is_told():
    assert sunk({"found": 0.8, "exact": 0.5}, {"found": 0.7, "exact": 0.6}) == {"found": (0.8, 0.7)}


def test_a_figure_that_was_not_measured_has_sunk():
    assert sunk({"found": 0.8}, {}) == {"found": (0.8, 0.0)}


def test_a_hair_under_the_floor_is_no_loss():
    assert not sunk({"found": 0.8}, {"found": 0.799})


def test_floors_rise_and_never_sink_unasked():
    old, new = {"found": 0.8, "exact": 0.5}, {"found": 0.7, "exact": 0.6}
    assert raised(old, new, lower=False) == {"found": 0.8, "exact": 0.6}
    assert raised(old, new, lower=True) == new

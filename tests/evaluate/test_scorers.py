"""Our scores are, number by number, those of the scorers that came with the gold data."""

import importlib.util
import json
import random

import pytest

from molva.evaluate import Score, evaluate_path

NAMES = {"found": "found", "exact": "exact", "whosaid": "who said what"}
STRANGERS = ("Пётр Орехов", "Анна Ким", "МИД", "очевидцы", "представитель МИД по Азии", None)


def scorer(path):
    """A scorer script as a module."""
    spec = importlib.util.spec_from_file_location(path.parent.name + "_scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def find(scores: tuple[Score, ...], part: str, measure: str) -> Score:
    (score,) = [s for s in scores if (s.part, s.measure) == (part, measure) and s.layer != "rules"]
    return score


def rounded(ratio):
    return None if ratio is None else round(ratio, 4)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("name", ["dev.jsonl", "rbc-dev.jsonl"])
def test_quotes_are_scored_as_the_reference_scores_them(seed, name, shared, tmp_path):
    theirs = scorer(shared / "gold/quotes/score.py")
    gold = shared / "gold/quotes" / name
    made = [disturbed(document, random.Random(f"{seed} {i}")) for i, document in enumerate(lines(gold))]
    predicted = write(tmp_path / "predicted.jsonl", made)

    expected = theirs.table(theirs.score(theirs.read(gold), theirs.read(predicted))[0])
    scores = evaluate_path(gold, predictions=predicted).scores

    for part, row in expected.items():
        for key, measure in NAMES.items():
            ours = find(scores, part, measure)
            assert rounded(ours.recall) == row[key]["r"], (part, measure)
            if part == "all":
                assert (rounded(ours.precision), rounded(ours.f1)) == (row[key]["p"], row[key]["f1"])
        for key in ("type", "cue", "source", "speaker"):
            assert rounded(find(scores, part, key).share) == row[key], (part, key)


@pytest.mark.parametrize("seed", range(5))
def test_errors_are_those_of_the_reference(seed, shared, tmp_path):
    theirs = scorer(shared / "gold/quotes/score.py")
    gold = shared / "gold/quotes/dev.jsonl"
    made = [disturbed(document, random.Random(f"{seed} {i}")) for i, document in enumerate(lines(gold))]
    predicted = write(tmp_path / "predicted.jsonl", made)

    expected = theirs.score(theirs.read(gold), theirs.read(predicted))[1]
    errors = evaluate_path(gold, predictions=predicted).errors

    assert sorted((e.doc, e.what) for e in errors) == sorted((doc, what) for doc, what, *_ in expected)


@pytest.mark.parametrize("seed", range(5))
def test_entities_are_scored_as_the_reference_scores_them(seed, shared, tmp_path):
    theirs = scorer(shared / "gold/ner/score.py")
    gold = shared / "gold/ner/factru-dev.jsonl"
    rng = random.Random(seed)
    made = [shaken(document, rng) for document in lines(gold)]
    predicted = write(tmp_path / "predicted.jsonl", made)

    expected = theirs.score(theirs.read(gold), theirs.read(predicted))
    scores = evaluate_path(gold, predictions=predicted).scores

    for label, row in expected.items():
        ours = find(scores, label.lower() if label == "ALL" else label, "exact")
        assert [rounded(ours.precision), rounded(ours.recall), rounded(ours.f1)] == list(row.values())


def disturbed(document, rng):
    """The gold quotes of a document as a poor reader would give them: some lost, some bent, some made up."""
    kept = [bent(quote, len(document["text"]), rng) for quote in document["quotes"] if rng.random() < 0.8]
    made_up = [invented(len(document["text"]), rng) for _ in range(rng.randrange(3))]
    return {"doc": document["doc"], "quotes": kept + made_up}


def bent(quote, length, rng):
    quote = dict(quote)
    move = rng.choice([0, 0, 5, 20, 60])
    quote["content"] = [
        [max(0, s - rng.randint(0, move)), min(length, e + rng.randint(-move, move))]
        for s, e in quote["content"]
    ]
    for field in ("cue", "source", "via"):
        if rng.random() < 0.3:
            quote[field] = None
    if rng.random() < 0.3:
        quote["speaker"] = rng.choice(STRANGERS)
    elif quote["speaker"] and rng.random() < 0.3:
        quote["speaker"] = " ".join(rng.sample(quote["speaker"].split(), len(quote["speaker"].split())))
    if rng.random() < 0.2:
        quote["type"] = rng.choice(["direct", "indirect", "mixed"])
    return quote


def invented(length, rng):
    start = rng.randrange(length)
    return {
        "type": rng.choice(["direct", "indirect", "mixed"]),
        "content": [[start, min(length, start + rng.randint(5, 100))]],
        "cue": None,
        "source": None,
        "speaker": rng.choice(STRANGERS),
        "kind": "person",
    }


def shaken(document, rng):
    """Gold mentions with some lost, some moved by a mark, some under another label, and some roles."""
    ents = [
        [
            start - (rng.random() < 0.2),
            end + (rng.random() < 0.2),
            rng.choice([label, label, label, "PER", "ROLE"]),
        ]
        for start, end, label in document["ents"]
        if rng.random() < 0.8
    ]
    return {"doc": document["doc"], "text": document["text"], "ents": ents}

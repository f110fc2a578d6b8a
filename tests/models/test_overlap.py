"""The texts that networks are trained on touch no document that decides: the figures of their card."""

import gzip
import json
from itertools import chain

import pytest

from molva.evaluate.treebanks import read_treebank
from shingles import shingles

SAME = 0.1  # of the shingles of a document
SAME_WORDS = 0.001  # of the shingles of a treebank
TWINS = {"book_124"}  # the card names it: factRuEval and NEREL both hold the text


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def packed_rows(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def held(root):
    """The documents of factRuEval that decide."""
    lines = (root / "models/molva/held-out.txt").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if not line.startswith("#")}


def test_names(shared, held):
    """NEREL's training part, the rest of factRuEval and raw texts, against all that decides about names and quotes."""
    factru = rows(shared / "gold/ner/factru-dev.jsonl")
    learnt = [
        *rows(shared / "gold/ner/nerel-train.jsonl"),
        *(row for row in factru if row["doc"] not in held),
        *packed_rows(shared / "corpus/telegram.jsonl.gz"),
        *packed_rows(shared / "corpus/golunov.jsonl.gz"),
    ]
    seen = set(chain.from_iterable(shingles(row["text"]) for row in learnt))
    judged = [row for row in factru if row["doc"] in held - TWINS]
    for name in ("ner/nerel-dev", "quotes/dev", "quotes/rbc-dev"):
        judged += rows(shared / f"gold/{name}.jsonl")
    for row in judged:
        own = shingles(row["text"])
        share = len(own & seen) / max(len(own), 1)
        assert share < SAME, f"{row['doc']}: {share:.0%} of its six-word runs stand in the training texts"


def test_tags_and_trees(shared):
    """Taiga's training part and OpenCorpora, against the treebanks that decide."""

    def of_treebank(name):
        sentences = read_treebank(shared / f"gold/ud/{name}.conllu.gz")
        return set(chain.from_iterable(shingles(" ".join(row.form for row in s.rows)) for s in sentences))

    seen = of_treebank("taiga-train-2020") | of_treebank("opencorpora-morph")
    for name in ("gsd-dev", "taiga-dev"):
        own = of_treebank(name)
        assert len(own & seen) / len(own) < SAME_WORDS, name

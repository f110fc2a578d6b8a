"""The marks that the speaker model is trained on: they fit their texts, and touch no dev document."""

import importlib.util
import json
import re

import pytest

from shingles import shingles

SAME = 0.2  # of the shingles of a document
ROW = re.compile(r"^\| `(\w+\.jsonl)` \| (\d+), (\d+) \|", re.MULTILINE)


@pytest.fixture(scope="module")
def texts(root):
    """The program's module `texts`, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("texts", root / "models/speaker/texts.py")
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_marks_carry_no_texts(root):
    for path in (root / "data/marks").glob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            assert "text" not in row, f"{path.name}: {row['doc']}"
            assert len(row["sha256"]) == 16


def test_readme_counts_the_marks(root):
    readme = (root / "data/README.md").read_text(encoding="utf-8")
    files = [*(root / "data/marks").glob("*.jsonl"), *(root / "data/forms").glob("*.jsonl")]
    told = {row[1]: (int(row[2]), int(row[3])) for row in ROW.finditer(readme)}
    counted = {}
    for path in files:
        quotes = [len(json.loads(line)["quotes"]) for line in path.read_text(encoding="utf-8").splitlines()]
        counted[path.name] = len(quotes), sum(quotes)
    assert told == counted
    marks = [count for name, count in counted.items() if (root / "data/marks" / name).exists()]
    documents, quotes = map(sum, zip(*marks, strict=True))
    assert f"{quotes:,} quotes in {documents:,} documents" in readme


def test_every_marked_text_is_the_one_that_was_marked(texts, shared):
    for name in texts.READERS:
        for document in texts.marked(shared, name):
            for quote in document.quotes:
                assert all(0 <= start < end <= len(document.text) for start, end in quote.content)


def test_no_document_to_train_on_is_a_dev_document(texts, shared):
    held = [
        shared / "gold/quotes/dev.jsonl",
        shared / "gold/quotes/rbc-dev.jsonl",
        texts.DATA / "forms/dev.jsonl",
    ]
    dev = [
        shingles(json.loads(line)["text"])
        for path in held
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    for document in texts.training(shared):
        own = shingles(document.text)
        worst = max(len(own & other) / max(len(own), 1) for other in dev)
        assert worst < SAME, f"{document.doc} shares {worst:.0%} of its six-word runs with a dev document"

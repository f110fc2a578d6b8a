"""The annotated texts to learn from: gold files, and marks whose texts lie elsewhere.

`data/marks` holds our marks without the texts, which belong to others: each row names its document,
the SHA-256 of the text, and for an excerpt where it stands in the document. The texts are read from
the folder that MOLVA_SHARED names.
"""

import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from molva.evaluate.golds import Named, read_documents, said

DATA = Path(__file__).resolve().parents[2] / "data"
MARKS = DATA / "marks"
OURS = DATA / "forms" / "train.jsonl"  # texts and marks are ours
GOLD = "gold/quotes/train.jsonl"
# Marks on texts that weights for everybody may be trained on; those on RBC's news only measure.
SETS = ("nerel", "factru", "rucor", "golunov", "telegram")
LENGTH = 16


def training(shared: Path) -> list[Named]:
    """All documents that the shipped weights are trained on."""
    theirs = (doc for name in SETS for doc in marked(shared, name))
    return [*read_documents(shared / GOLD), *read_documents(OURS), *theirs]


def marked(shared: Path, name: str) -> Iterator[Named]:
    """The documents of one file of marks, joined with their texts.

    Raises:
        ValueError: a text is not the one that was marked.
    """
    texts = READERS[name](shared)
    with (MARKS / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = texts[row["doc"]]
            text = text[row.get("start", 0) :][: row.get("length", len(text))]
            if hashlib.sha256(text.encode()).hexdigest()[:LENGTH] != row["sha256"]:
                raise ValueError(f"{name}: the text of {row['doc']} is not the one that was marked")
            yield Named(row["doc"], text, tuple(map(said, row["quotes"])), None)


def _rows(path: Path) -> Iterator[Mapping[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _nerel(shared: Path) -> dict[str, str]:
    return {f"nerel-{row['doc']}": row["text"] for row in _rows(shared / "gold/ner/nerel-train.jsonl")}


def _factru(shared: Path) -> dict[str, str]:
    return {f"factru-dev-{row['doc']}": row["text"] for row in _rows(shared / "gold/ner/factru-dev.jsonl")}


def _telegram(shared: Path) -> dict[str, str]:
    return {f"tg-{row['id']}": row["text"] for row in _rows(shared / "corpus/telegram.jsonl.gz")}


def _golunov(shared: Path) -> dict[str, str]:
    return {row["id"]: row["text"] for row in _rows(shared / "corpus/golunov.jsonl.gz")}


def _rbc(shared: Path) -> dict[str, str]:
    rows = _rows(shared / "corpus/rbc-2022-2024.jsonl.gz")
    return {f"rbc-{row['id'].replace('/', '-')}": row["text"] for row in rows}


def _rucor(shared: Path) -> dict[str, str]:
    """RuCor gives tokens and where they stand; the white space between them is made anew."""
    tokens: dict[str, list[tuple[int, str]]] = defaultdict(list)
    with gzip.open(shared / "gold/coref/rucor-Tokens.txt.gz", "rt", encoding="utf-8") as lines:
        for cells in (line.rstrip("\n").split("\t") for line in list(lines)[1:]):
            if len(cells) >= 4:
                tokens[f"rucor-{cells[0]}"].append((int(cells[1]), cells[3]))
    return {doc: _spaced(sorted(found)) for doc, found in tokens.items()}


def _spaced(tokens: list[tuple[int, str]]) -> str:
    text = ""
    for start, token in tokens:
        gap = start - len(text)
        text += ("\n" if gap >= 2 and text else " " * gap) + (" " * (gap - 1) if gap >= 2 and text else "")
        text = text[:start].ljust(start) + token
    return text


READERS = {
    "nerel": _nerel,
    "factru": _factru,
    "rucor": _rucor,
    "golunov": _golunov,
    "telegram": _telegram,
    "rbc": _rbc,
}

"""What the networks learn from: gold files and raw texts, as lists of words.

Texts and gold lie in the folder that MOLVA_SHARED names; nothing of them is kept here. Development
files are read for measuring only, under names that end in ``-dev``.
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from spacy.language import Language

import molva
from molva.contract import NAME_LABELS
from molva.evaluate import treebanks
from molva.evaluate.entities import trim
from molva.evaluate.treebanks import Sentence, read_treebank
from molva.grammar.typed import as_printed
from molva.text.tidy import tidy_word

Ent = tuple[int, int, str]
LONGEST_INVESTIGATION = 20_000  # characters: the start of each is enough


@dataclass(frozen=True, slots=True)
class Named:
    """A document: its words, where they stand, the number of each word's sentence, and BIO labels."""

    name: str
    words: list[str]
    places: list[tuple[int, int]]
    sentences: list[int]
    labels: list[str]
    ents: frozenset[Ent]


def entities(path: Path) -> list[Named]:
    """The documents of a file of entities, in the order of their names."""
    nlp = _cutting()
    with path.open(encoding="utf-8") as lines:
        return sorted((_named(nlp, json.loads(line)) for line in lines), key=lambda doc: doc.name)


def held_out(documents: Sequence[Named]) -> tuple[list[Named], list[Named]]:
    """Documents of factRuEval to learn from, and those to decide by (`held-out.txt`)."""
    lines = (Path(__file__).parent / "held-out.txt").read_text(encoding="utf-8").splitlines()
    names = {line for line in lines if not line.startswith("#")}
    return [doc for doc in documents if doc.name not in names], [
        doc for doc in documents if doc.name in names
    ]


def treebank(path: Path) -> list[Sentence]:
    """The sentences of a treebank."""
    return list(read_treebank(path))


def words_of(sentence: Sentence) -> list[str]:
    """The words as the networks see them."""
    return as_printed([tidy_word(row.form) or row.form for row in sentence.rows])


def opencorpora(shared: Path) -> tuple[list[Sentence], list[Sentence]]:
    """OpenCorpora's sentences: to learn from, and every tenth to decide by."""
    return treebanks.held_out(treebank(shared / "gold/ud/opencorpora-morph.conllu.gz"))


def raw_sentences(shared: Path) -> Iterator[list[str]]:
    """Sentences without any gold tags or trees that shipped weights may learn from."""
    for doc in _cutting().pipe(row["text"] for row in _raw_rows(shared)):
        for sentence in doc.sents:
            yield as_printed([tidy_word(token.text) for token in sentence if not token.is_space])
    for named in entities(shared / "gold/ner/nerel-train.jsonl"):
        for start, end in bounds(named.sentences):
            yield as_printed(named.words[start:end])


def raw_documents(shared: Path) -> list[Named]:
    """Documents in which nobody has marked names, and that shipped weights may learn from."""
    nlp = _cutting()
    return [_named(nlp, row) for row in _raw_rows(shared)]


def bounds(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Half-open stretches of equal numbers."""
    cuts = [0, *(i for i in range(1, len(numbers)) if numbers[i] != numbers[i - 1]), len(numbers)]
    return [(a, b) for a, b in pairwise(cuts) if a < b]


def _cutting() -> Language:
    return molva.load(exclude=["molva_grammar", "molva_entities", "molva_speakers", "molva_quotes"])


def _raw_rows(shared: Path) -> Iterator[dict[str, Any]]:
    """Telegram posts and the beginnings of investigations."""
    for name in ("telegram", "golunov"):
        for row in _rows(shared / f"corpus/{name}.jsonl.gz"):
            if row["text"]:
                yield {"doc": row["id"], "text": row["text"][:LONGEST_INVESTIGATION], "ents": ()}


def _named(nlp: Language, row: dict[str, Any]) -> Named:
    text = row["text"]
    tokens = [token for token in nlp(text) if not token.is_space]
    places = [(token.idx, token.idx + len(token.text)) for token in tokens]
    sentences, number, before = [], -1, 0
    for token, (start, end) in zip(tokens, places, strict=True):
        number += bool(token.is_sent_start) or number < 0 or "\n" in text[before:start]
        sentences.append(number)
        before = end
    ents = frozenset((*trim(text, e[0], e[1]), e[2]) for e in row["ents"] if e[2] in NAME_LABELS)
    words = [tidy_word(token.text) for token in tokens]
    return Named(row["doc"], words, places, sentences, _labels(places, ents), ents)


def _labels(places: Sequence[tuple[int, int]], ents: frozenset[Ent]) -> list[str]:
    """BIO labels; of names that overlap the earlier one counts."""
    labels = ["O"] * len(places)
    for start, end, label in sorted(ents):
        inside = [i for i, (a, b) in enumerate(places) if a < end and b > start]
        if inside and all(labels[i] == "O" for i in inside):
            labels[inside[0]] = f"B-{label}"
            labels[inside[0] + 1 : inside[-1] + 1] = [f"I-{label}"] * (len(inside) - 1)
    return labels


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)

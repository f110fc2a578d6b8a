"""How sure molva may be of a quote: was it found where the gold has one, with the same speaker?

A logistic regression over all quotes that were found. Rules are mended until the marked documents come out right, so
that what is learned from these alone is too sure of any other text: it is tempered by documents whose outcome was kept
before anybody had read it (`first_sight.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from ascent import Floats, ascend, named
from beside import matches
from spacy.tokens import Doc

from molva.evaluate.golds import Named
from molva.evaluate.sameness import same_speaker
from molva.quotes.confidence import BIAS, facts_of, logistic
from molva.quotes.reader import read

CLOSE = 0.8  # overlap from which the words of a quote are right, as the evaluation has it
PENALTY = 0.002
NEWTON = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """A quote that was found: the facts its confidence rests on, and whether it was right."""

    doc: str
    facts: dict[str, float]
    right: bool


def outcomes(docs: Sequence[tuple[Named, Doc]]) -> Iterator[Outcome]:
    """Every quote that the pipeline finds in the gold documents, with its outcome."""
    for gold, doc in docs:
        reading = read(doc)
        said = {id(draft): (ratio, quote) for ratio, draft, quote in matches(gold, reading)}
        for number, draft in enumerate(reading.drafts):
            ratio, quote = said.get(id(draft), (0.0, None))
            chain = reading.speakers[number]
            right = (
                quote is not None
                and ratio >= CLOSE
                and same_speaker(quote.speaker, chain.name if chain else None, person=quote.kind == "person")
            )
            yield Outcome(gold.doc, facts_of(reading.scene, reading.judged(number)), right)


def fit(data: Sequence[Outcome]) -> dict[str, float]:
    """The weights of the logistic regression."""
    names = sorted({name for outcome in data for name in outcome.facts})
    number = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(data), len(names)))
    for row, outcome in zip(table, data, strict=True):
        for name, value in outcome.facts.items():
            row[number[name]] = value
    right = np.array([outcome.right for outcome in data], dtype=float)

    def slope(learned: Floats) -> Floats:
        wrong = right - 1 / (1 + np.exp(-(table @ learned)))
        return table.T @ wrong / len(data) - PENALTY * learned

    return named(names, ascend(slope, len(names)).round(3))


def tempered(weights: Mapping[str, float], seen: Sequence[Outcome]) -> dict[str, float]:
    """The weights as documents at first sight bear them out: all scores on another scale, and shifted.

    Two numbers are learned (Platt, 1999), by Newton's method.
    """
    scores = np.array([_score(weights, outcome) for outcome in seen])
    right = np.array([outcome.right for outcome in seen], dtype=float)
    table, learned = np.stack([scores, np.ones(len(seen))], axis=1), np.zeros(2)
    for _ in range(NEWTON):
        chance = 1 / (1 + np.exp(-(table @ learned)))
        curve = table.T @ (table * (chance * (1 - chance))[:, None])
        learned += np.linalg.solve(curve, table.T @ (right - chance))
    scale, shift = (float(value) for value in learned)
    moved = {name: worth * scale for name, worth in weights.items()}
    moved[BIAS] = moved.get(BIAS, 0.0) + shift
    return {name: round(worth, 3) for name, worth in moved.items()}


def _score(weights: Mapping[str, float], outcome: Outcome) -> float:
    return sum(value * weights.get(name, 0.0) for name, value in outcome.facts.items())


def judged(weights: Mapping[str, float], data: Sequence[Outcome]) -> list[tuple[float, bool]]:
    """(confidence, right) of each quote."""
    return [(logistic(_score(weights, outcome)), outcome.right) for outcome in data]


def crossed(data: Sequence[Outcome], folds: int) -> list[tuple[float, bool]]:
    """(confidence, right) of each quote by weights that have not seen its document."""
    docs = sorted({outcome.doc for outcome in data})
    found: list[tuple[float, bool]] = []
    for fold in range(folds):
        held = set(docs[fold::folds])
        weights = fit([o for o in data if o.doc not in held])
        found += judged(weights, [o for o in data if o.doc in held])
    return found


def reliability(pairs: Sequence[tuple[float, bool]]) -> dict[str, object]:
    """Shares by tenths of confidence, and the precision of the surest 50, 80 and 100 %."""
    bins: dict[str, list[float]] = {}
    for low in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9):
        high = {0.0: 0.5, 0.9: 1.01}.get(low, low + 0.1)
        inside = [(c, r) for c, r in pairs if low <= c < high]
        if inside:
            mean = sum(c for c, _ in inside) / len(inside)
            share = sum(r for _, r in inside) / len(inside)
            bins[f"{low:.1f}"] = [len(inside), round(mean, 3), round(share, 3)]
    ordered = [right for _, right in sorted(pairs, key=lambda pair: -pair[0])]
    cut = {f"{of} %": ordered[: max(round(len(ordered) * of / 100), 1)] for of in (50, 80, 100)}
    return {"by confidence": bins, "precision at": {k: round(sum(v) / len(v), 3) for k, v in cut.items()}}

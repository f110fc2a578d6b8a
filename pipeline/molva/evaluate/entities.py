"""Entity mentions against gold: exact span and label, quotation marks at the edges left out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from molva.contract import NAME_LABELS
from molva.evaluate.golds import Named
from molva.evaluate.scores import Miss, Score

MARKS = "«»\"“”„' \n\t\u00a0"
Marked = tuple[int, int, str]


def score_entities(
    golds: Iterable[Named], predicted: Mapping[str, Sequence[Marked]]
) -> tuple[list[Score], list[Miss]]:
    """Score the predicted (start, end, label) of each document; labels beyond PER, ORG, LOC do not count."""
    counts: Counter[tuple[str, str]] = Counter()
    misses: list[Miss] = []
    for document in golds:
        gold = _trimmed(document.text, document.ents or ())
        guess = _trimmed(document.text, predicted.get(document.doc, ()))
        for side, marked in (("gold", gold), ("predicted", guess), ("hits", gold & guess)):
            counts.update((label, side) for _, _, label in marked)
        misses += _misses(document, gold, guess)
    return [_score(label, counts) for label in NAME_LABELS] + [_total(counts)], misses


def _score(label: str, counts: Counter[tuple[str, str]]) -> Score:
    hits, gold, predicted = (counts[label, side] for side in ("hits", "gold", "predicted"))
    return Score("entities", label, "exact", hits, gold, predicted)


def _total(counts: Counter[tuple[str, str]]) -> Score:
    hits, gold, predicted = (
        sum(counts[label, side] for label in NAME_LABELS) for side in ("hits", "gold", "predicted")
    )
    return Score("entities", "all", "exact", hits, gold, predicted)


def _trimmed(text: str, marked: Iterable[Marked]) -> set[Marked]:
    return {(*trim(text, start, end), label) for start, end, label in marked if label in NAME_LABELS}


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of a text without the marks and the white space at its edges."""
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end


def _misses(document: Named, gold: set[Marked], guess: set[Marked]) -> list[Miss]:
    """The names of one document that only one side has."""
    missed = [Miss(document.doc, "missed", _show(document.text, m), "") for m in sorted(gold - guess)]
    return missed + [
        Miss(document.doc, "spurious", "", _show(document.text, m)) for m in sorted(guess - gold)
    ]


def _show(text: str, marked: Marked) -> str:
    start, end, label = marked
    shown = text[start:end].replace("\n", "⏎")
    return f"{label} {shown} [{start}, {end}]"

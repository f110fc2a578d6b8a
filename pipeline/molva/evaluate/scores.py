"""What an evaluation says: scores, misses, and the one table they make."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

COLUMNS = ("file", "layer", "part", "measure", "gold", "predicted", "hits", "P", "R", "F1", "share")


@dataclass(frozen=True, slots=True)
class Score:
    """One measure of one part of one layer.

    ``gold`` and ``predicted`` count what could have been hit; one of them is None where only recall
    or only precision has a sense (a predicted quote of another type may be the pair of a gold one).
    ``of`` is given instead for a share: ``hits`` out of ``of``.
    """

    layer: str
    part: str
    measure: str
    hits: int
    gold: int | None = None
    predicted: int | None = None
    of: int | None = None
    file: str = ""

    @property
    def precision(self) -> float | None:
        """The share of what was predicted that is right."""
        return _ratio(self.hits, self.predicted)

    @property
    def recall(self) -> float | None:
        """The share of what the gold holds that was predicted."""
        return _ratio(self.hits, self.gold)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall, where both have a sense."""
        if self.gold is None or self.predicted is None:
            return None
        return _ratio(2 * self.hits, self.gold + self.predicted)

    @property
    def share(self) -> float | None:
        """``hits`` out of ``of``."""
        return _ratio(self.hits, self.of)

    def cells(self) -> tuple[str, ...]:
        """The row of the table, under ``COLUMNS``; what has no sense is an empty cell."""
        counts = ("" if n is None else str(n) for n in (self.gold, self.predicted, self.hits))
        ratios = (self.precision, self.recall, self.f1, self.share)
        return (
            self.file,
            self.layer,
            self.part,
            self.measure,
            *counts,
            *("" if r is None else f"{r:.3f}" for r in ratios),
        )


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that gold and prediction see differently, in words fit for reading."""

    doc: str
    what: str
    gold: str
    predicted: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All that an evaluation found: ``scores`` in table order, ``errors``, and the predictions."""

    scores: tuple[Score, ...] = ()
    errors: tuple[Miss, ...] = ()
    predicted: tuple[Mapping[str, Any], ...] = field(default=(), repr=False)

    @property
    def columns(self) -> tuple[str, ...]:
        """The header of the table."""
        return COLUMNS

    def rows(self) -> list[tuple[str, ...]]:
        """The cells of the table, a row a score."""
        return [score.cells() for score in self.scores]

    def as_dict(self) -> dict[str, Any]:
        """Scores and errors as plain data, ready for JSON."""
        ratios = ("precision", "recall", "f1", "share")
        return {
            "scores": [asdict(s) | {name: getattr(s, name) for name in ratios} for s in self.scores],
            "errors": [asdict(miss) for miss in self.errors],
        }


def merge(reports: Iterable[Report]) -> Report:
    """One report of several, in their order."""
    every = list(reports)
    return Report(
        scores=tuple(s for report in every for s in report.scores),
        errors=tuple(e for report in every for e in report.errors),
        predicted=tuple(p for report in every for p in report.predicted),
    )


def _ratio(part: int, whole: int | None) -> float | None:
    if whole is None:
        return None
    return part / whole if whole else 0.0

"""What a run did, and the lines that tell it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from molva.corpus.ledger import Counts, SetAside

_LISTED, _NAMED = 20, 5


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: documents done of those to be done, and tokens in them."""

    done: int
    total: int
    tokens: int


@dataclass(slots=True)
class Report:
    """What a run did (``annotated``, ``tokens``, ``removed``), and what its folder holds now (the rest)."""

    counts: Counts = field(default_factory=Counts)
    speakers: int = 0
    annotated: int = 0
    tokens: int = 0
    unchanged: int = 0
    removed: list[str] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    ignored: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    finished: bool = False


def summary(report: Report, out: Path) -> Iterator[str]:
    """A run in a few lines: how much there is, how fast it went, what was set aside and why."""
    counts = report.counts
    yield (
        f"{counts.documents:,} documents, {counts.tokens:,} tokens, {counts.entities:,} entities, "
        f"{counts.quotes:,} quotes, {report.speakers:,} speakers → {out}"
    )
    speed = f", {report.tokens / report.seconds:,.0f} tokens a second" if report.tokens else ""
    yield f"{report.annotated:,} annotated, {report.unchanged:,} unchanged, {report.seconds:.1f} seconds{speed}"
    if report.removed:
        names = ", ".join(report.removed[:_NAMED]) + (", …" if len(report.removed) > _NAMED else "")
        yield f"{len(report.removed):,} sources are gone, and their output was removed: {names}"
    if report.ignored:
        yield "not read: " + ", ".join(f"{count:,} {kind}" for kind, count in report.ignored.items())
    yield from _set_aside(report.set_aside, out)


def _set_aside(items: list[SetAside], out: Path) -> Iterator[str]:
    """What was set aside, the first of it one by one."""
    if not items:
        return
    yield f"{len(items):,} set aside (see {out / 'run.json'}):"
    for item in items[:_LISTED]:
        yield f"  {item.reason}"
    if len(items) > _LISTED:
        yield f"  … and {len(items) - _LISTED:,} more"

"""What a run did, and the lines that tell it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, groupby, islice
from pathlib import Path

from molva.corpus.ledger import Counts, SetAside

_LISTED, _OF_ONE, _NAMED = 20, 3, 5


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


def counted(number: int, noun: str) -> str:
    """«1 quote», «2,500 quotes»."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def summary(report: Report, out: Path) -> Iterator[str]:
    """A run in a few lines: how much there is, how fast it went, what was set aside and why."""
    counts = report.counts
    yield (
        f"{counted(counts.documents, 'document')}, {counted(counts.tokens, 'token')}, "
        f"{counts.entities:,} {'entity' if counts.entities == 1 else 'entities'}, "
        f"{counted(counts.quotes, 'quote')}, {counted(report.speakers, 'speaker')} → {out}"
    )
    speed = f", {report.tokens / report.seconds:,.0f} tokens a second" if report.tokens else ""
    yield f"{report.annotated:,} annotated, {report.unchanged:,} unchanged, {report.seconds:.1f} seconds{speed}"
    if report.removed:
        names = ", ".join(report.removed[:_NAMED]) + (", …" if len(report.removed) > _NAMED else "")
        are = "is gone, and its" if len(report.removed) == 1 else "are gone, and their"
        yield f"{counted(len(report.removed), 'source')} {are} output was removed: {names}"
    if report.ignored:
        yield "not read: " + ", ".join(f"{count:,} {kind}" for kind, count in report.ignored.items())
    yield from _set_aside(report.set_aside, out)


def _set_aside(items: list[SetAside], out: Path) -> Iterator[str]:
    """What was set aside, the first of it one by one; a file of bad lines does not hide the other files."""
    if not items:
        return
    of_each = (list(group)[:_OF_ONE] for _, group in groupby(items, key=lambda item: item.source))
    listed = list(islice(chain.from_iterable(of_each), _LISTED))
    yield f"{len(items):,} set aside (see {out / 'run.json'}):"
    for item in listed:
        yield f"  {item.reason}"
    if len(items) > len(listed):
        yield f"  … and {len(items) - len(listed):,} more"

"""A text cut where something begins or ends, so that marks may cross and still become HTML."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of characters, half-open, with what it is: ``quote``, ``cue`` or ``source``.

    ``owner`` is the number of the quote in its document, from 0.
    """

    start: int
    end: int
    what: str
    owner: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text under the same marks all through; ``ends`` are the marks that end with it, shortest first."""

    text: str
    marks: tuple[Mark, ...]
    ends: tuple[Mark, ...]


def cut(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Segment]:
    """The segments of a stretch of text, in order; together they are the stretch."""
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    edges = sorted({start, end, *_edges(inside, start, end)})
    for left, right in pairwise(edges):
        over = tuple(mark for mark in inside if mark.start <= left and right <= mark.end)
        ends = sorted((mark for mark in over if mark.end == right), key=lambda mark: -mark.start)
        yield Segment(text[left:right], over, tuple(ends))


def _edges(marks: Iterable[Mark], start: int, end: int) -> Iterator[int]:
    for mark in marks:
        yield max(mark.start, start)
        yield min(mark.end, end)

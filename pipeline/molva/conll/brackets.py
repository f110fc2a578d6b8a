"""Brackets in MISC: spans over words, written at their first and their last word.

``Entity=(e1-person-1`` … ``Entity=e1)``; a span of one word is ``(e1-person-1)``. Quote brackets
may cross each other and run over sentences, since every closing bracket names what it closes.
Entity brackets are held to the stricter rules of CorefUD: see ``nested``.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_BRACKET = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")


class Bracket(NamedTuple):
    """A span of words, ``first`` and ``last`` inclusive, under a label such as ``e1-person-1``."""

    first: int
    last: int
    label: str

    @property
    def id(self) -> str:
        """What the closing bracket repeats: the label up to its first hyphen."""
        return self.label.partition("-")[0]


def write_brackets(spans: Iterable[Bracket]) -> dict[int, str]:
    """For each word where something opens or closes, the value of its attribute.

    Longer spans open first and close last. Spans of one word stand inside all others, as CorefUD
    asks: before what closes, after what opens.
    """
    opens, closes, single = defaultdict(list), defaultdict(list), defaultdict(list)
    for span in sorted(spans, key=lambda s: (s.first, -s.last)):
        if span.first == span.last:
            single[span.first].append(f"({span.label})")
        else:
            opens[span.first].append(f"({span.label}")
            closes[span.last].append(f"{span.id})")
    values = {}
    for word in opens.keys() | closes.keys() | single.keys():
        shut = closes[word][::-1]
        order = (shut, opens[word], single[word]) if opens[word] else (single[word], shut)
        values[word] = "".join(text for group in order for text in group)
    return values


class BracketReader:
    """Collect brackets word by word, over as many sentences as they take."""

    def __init__(self) -> None:
        self.spans: list[Bracket] = []
        self._open: dict[str, list[tuple[int, str]]] = {}

    def read(self, word: int, value: str) -> None:
        """Take in the value that stands at a word; ValueError when it does not fit."""
        if "".join(match.group() for match in _BRACKET.finditer(value)) != value:
            raise ValueError(f"{value} is not a row of brackets")
        for match in _BRACKET.finditer(value):
            whole, opened, closed = match.groups()
            if whole:
                self.spans.append(Bracket(word, word, whole))
            elif opened:
                self._open.setdefault(opened.partition("-")[0], []).append((word, opened))
            else:
                self._close(word, closed)

    def finish(self) -> list[Bracket]:
        """All spans in text order; ValueError when one is still open."""
        if left := [label for stack in self._open.values() for _, label in stack]:
            raise ValueError(f"({left[0]} opens and never closes")
        return sorted(self.spans, key=lambda s: (s.first, -s.last))

    def _close(self, word: int, id_: str) -> None:
        """A span ends; the one that opened last under its id."""
        stack = self._open.get(id_)
        if not stack:
            raise ValueError(f"{id_}) closes what did not open")
        first, label = stack.pop()
        self.spans.append(Bracket(first, word, label))


def nested(spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Which spans may stand in brackets together so that none crosses or repeats another.

    CorefUD forbids two mentions with the same words and crossing mentions of one entity, and
    warns of all others that cross. Of two that clash the longer one stays, then the earlier.
    """
    order = sorted(range(len(spans)), key=lambda i: (spans[i][0] - spans[i][1], spans[i][0], i))
    kept: list[tuple[int, int]] = []
    fits = [False] * len(spans)
    for i in order:
        if not any(_clash(spans[i], other) for other in kept):
            kept.append(spans[i])
            fits[i] = True
    return fits


def _clash(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    """Whether two spans are the same or cross each other."""
    if inner == outer:
        return True
    apart = inner[1] < outer[0] or outer[1] < inner[0]
    return not apart and not outer[0] <= inner[0] <= inner[1] <= outer[1]

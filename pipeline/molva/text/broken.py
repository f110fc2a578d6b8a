"""Line breaks that stand inside a sentence for certain, in a text whose other lines are paragraphs.

A small letter goes on with a line that no mark ends, the sentence has begun with a capital, and a full stop
closes it below: «Мэр сказал, что мост⏎закроют в мае.»  Verses look alike, but a comma ends each of their lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from molva.text.tidy import LINE_BREAKS

VERSES = 4  # lines of a sentence that all end with a mark

LINE = re.compile(rf"([^{LINE_BREAKS}]*)(\r\n|[{LINE_BREAKS}]|\Z)")
_GOES_ON = re.compile(rf"[а-яёa-z0-9,»\")%—–-][ \t]*(?:\r\n|[{LINE_BREAKS}])[ \t]*[«\"(]?[а-яё]")
_OPEN_END, _SMALL = re.compile(r"[А-ЯЁа-яёA-Za-z0-9,»\")%—–-]$"), re.compile(r"\s*[«\"(]?[а-яё]")
_STOP = re.compile(r"[.!?…][»”\")]*(?=\s|$)|:$")
_BEGUN = re.compile(r"[\s—–«\"(-]*[А-ЯЁA-Z0-9]")
_WORD = re.compile(r"\b[а-яё]{3,}")  # what a line holds that is more than somebody's name


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its text without white space at its end, and its break [start, end)."""

    text: str
    start: int
    end: int


def broken(text: str) -> list[tuple[int, int]]:
    """The breaks inside sentences, as half-open edges in the text."""
    if not _GOES_ON.search(text):
        return []
    lines = [_Line(m[1].rstrip(), m.start(2), m.end(2)) for m in LINE.finditer(text)]
    return [(one.start, one.end) for run in _runs(lines) if _is_sentence(run) for one in run[:-1]]


def _runs(lines: Sequence[_Line]) -> Iterator[Sequence[_Line]]:
    """Lines of which each goes on with the one before."""
    first = 0
    for n in range(1, len(lines) + 1):
        if n < len(lines) and _OPEN_END.search(lines[n - 1].text) and _SMALL.match(lines[n].text):
            continue
        if n - first > 1:
            yield lines[first:n]
        first = n


def _is_sentence(run: Sequence[_Line]) -> bool:
    """Whether lines hold one sentence from its capital to its stop, neither verses nor what stands under a name."""
    before = run[0].text
    begins = max((stop.end() for stop in _STOP.finditer(before)), default=0)
    verses = len(run) >= VERSES and all(line.text[-1] in ",—–-" for line in run[:-1])
    told = before.endswith(",") or _WORD.search(before, begins)
    return bool(_BEGUN.match(before, begins) and told and _STOP.search(run[-1].text)) and not verses

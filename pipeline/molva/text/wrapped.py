"""Hard-wrapped text: a paragraph printed in lines of 50 to 100 characters, as in mails, old archives and OCR.

Elsewhere a line break is the end of a paragraph, in a list, a poem, a headline or a dialogue, unless it has
``broken`` a sentence. So a text counts as wrapped only where nearly every line is as full as a printer would make it, the next word
having no room in it, and most lines end in the middle of a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from molva.text.broken import LINE, broken

NARROWEST, WIDEST = 50, 100  # characters of the longest line
FEWEST = 3  # lines that go on with a small letter
FULL = 0.9  # of the lines that another one follows in the same paragraph; one, a heading, never counts
HALVED = 0.6  # of the full lines: those that end in the middle of a sentence
GOING_ON = 0.4  # of the full lines: those behind which a small letter stands
CUT = 0.8  # of the width: so full is a line in which a word is divided

_OWN_LINE = re.compile(r"[—–―-]+\s*[А-ЯЁA-Z«\"]|[*•·▪►✔#>|+]|\d+[.)]\s|[—–―-]+\s+\d")
_ENDED = re.compile(r"[.!?…:;][»”\")]*$")
_DIVIDED = re.compile(r"[а-яё][-\u2010\u00ac]$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that holds something: its text without white space at its end, and its break [start, end)."""

    text: str
    start: int
    end: int
    indent: int
    follows: bool  # right behind another line

    @property
    def first(self) -> str:
        """Its first word, up to a plain space: a hard one parts no lines."""
        return self.text.lstrip().split(" ", 1)[0]


@lru_cache(8)
def unwrap(text: str) -> str:
    """The text with a space for every line break that stands inside a paragraph of a hard-wrapped text, or inside a sentence.

    It is as long as the text was, so that all offsets hold; a text without such breaks comes back itself.
    """
    breaks = [(one.start, one.end) for one in _inside(text)] or broken(text)
    if not breaks:
        return text
    pieces, end = [], 0
    for start, stop in breaks:
        pieces += [text[end:start], " " * (stop - start)]
        end = stop
    return "".join([*pieces, text[end:]])


def _inside(text: str) -> list[_Line]:
    """The lines whose break is inside a paragraph; none where the text is not wrapped."""
    lines = []
    for line in _lines(text):
        if len(line.text) > WIDEST:
            return []  # what most texts show in their first paragraph
        lines.append(line)
    width = max((len(line.text) for line in lines), default=0)
    if len(lines) <= FEWEST or width < NARROWEST:
        return []
    pairs = [pair for pair in pairwise(lines) if _in_one_paragraph(*pair)]
    full = [(line, after) for line, after in pairs if _is_full(line, after, width)]
    going_on = sum(after.first[:1].islower() for _, after in full)
    halved = sum(_ENDED.search(line.text) is None for line, _ in full)
    wrapped = (
        going_on >= max(FEWEST, GOING_ON * len(full))
        and halved >= HALVED * len(full)
        and len(pairs) - len(full) <= max(1, (1 - FULL) * len(pairs))
    )
    return [line for line, _ in full] if wrapped else []


def _lines(text: str) -> Iterator[_Line]:
    """The lines that hold something."""
    follows = False
    for match in LINE.finditer(text):
        line = match[1].rstrip()
        if line:
            yield _Line(line, match.start(2), match.end(2), len(line) - len(line.lstrip()), follows)
        follows = bool(line)


def _in_one_paragraph(line: _Line, after: _Line) -> bool:
    """Whether no empty line, no indent and no mark of an item or a turn parts two lines."""
    return after.follows and after.indent <= line.indent and not _OWN_LINE.match(after.text.lstrip())


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    """Whether the first word of the next line has no room in this one."""
    if len(line.text) + 1 + len(after.first) > width:
        return True
    return _DIVIDED.search(line.text) is not None and len(line.text) >= CUT * width

"""Markup that no word of a sentence depends on: «**мэр**», «__вчера__», «[сообщил](https://…)», «закрыт[1]»."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.attrs import IDX
from spacy.tokens import Doc

from molva import columns

EMPHASIS = frozenset({"**", "***", "__"})
LINK_END = r"\]\((?:https?://|www\.)[^\s)]+\)"
_LINK_END = re.compile(LINK_END)
_FOOTNOTE = re.compile(r"(?<=[^\s\[(]) ?\[\d{1,3}\](?:\[\d{1,3}\])*(?=[\s.,;:!?…»\"—–]|$)")


def markup(doc: Doc, tokens: Sequence[str]) -> list[int]:
    """«|**|мэр|**|», «|[|мост|](https://…)|», «закрыт|[1]|»: marks of emphasis, of links and footnotes; the words linked stay."""
    text = columns.text(tokens, columns.spaced(doc))
    notes = footnotes(text)
    if "**" not in text and "__" not in text and "](" not in text and not notes:
        return []
    links, starts = sorted([*_links(text), *notes]), doc.to_array(IDX).tolist()
    return [i for i, token in enumerate(tokens) if token in EMPHASIS or within(links, starts[i])]


def footnotes(text: str) -> list[tuple[int, int]]:
    """«Мост закрыт|[1]|.», «Мост закрыт.|[2][3]|»: where the numbers of footnotes stand behind a word or a stop."""
    return [match.span() for match in _FOOTNOTE.finditer(text)] if "[" in text else []


def _links(text: str) -> Iterator[tuple[int, int]]:
    """Where the opening bracket of each link stands, and its address with the brackets around it."""
    last = 0
    for match in _LINK_END.finditer(text):
        opening = text.rfind("[", last, match.start())
        if opening >= 0:
            yield opening, opening + 1
            yield match.span()
        last = match.end()


def within(stretches: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether a place in the text lies in one of some stretches, which are in order."""
    k = bisect_right(stretches, place, key=lambda stretch: stretch[0]) - 1
    return k >= 0 and place < stretches[k][1]

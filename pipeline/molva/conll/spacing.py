"""White space between words: in the text, in MISC, and as spaCy's tokens.

After a word comes nothing, a space, or anything else; MISC says ``SpaceAfter=No``, nothing, or
``SpacesAfter=``. After the last word of a document nothing is the rule, since neither a paragraph
nor a document may end in ``SpaceAfter=No``.
"""

from collections.abc import Mapping
from functools import lru_cache

from molva.conll.escapes import escape, unescape

LINE_BREAKS = frozenset("\n\r\u2028\u2029\x0b\x0c\x85")


@lru_cache(10_000)
def space_attribute(gap: str, breaks: bool = False, *, last: bool = False) -> str:
    """The MISC attribute for the white space after a word; empty where none is needed.

    Where a paragraph ``breaks`` a space goes without saying no more: «Мост<br> закрыт» has one behind its tag.
    """
    if gap == ("" if last else " ") and not breaks:
        return ""
    return f"SpacesAfter={escape(gap)}" if gap else "SpaceAfter=No"


def read_gap(misc: Mapping[str, str], default: str) -> str:
    """The white space after a word from its MISC; ``default`` where it says nothing.

    Raises:
        ValueError: an escape is broken, or letters stand where white space should.
    """
    if "SpacesAfter" in misc:
        return read_space(misc["SpacesAfter"])
    return "" if misc.get("SpaceAfter") == "No" else default


def read_space(value: str) -> str:
    """White space from the value of ``SpacesAfter`` or ``SpacesBefore``."""
    space = unescape(value)
    if space.strip():
        raise ValueError(f"{value} is not white space")
    return space


def breaks_line(gap: str) -> bool:
    """Whether a line, and so a paragraph, ends in this white space."""
    return not LINE_BREAKS.isdisjoint(gap)


def cut_gap(gap: str) -> tuple[bool, str]:
    """Cut white space after a word as spaCy does: one space belongs to it, the rest is a token."""
    return (True, gap[1:]) if gap.startswith(" ") else (False, gap)

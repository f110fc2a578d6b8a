"""Words that a hyphen divides at the end of a line: «котель-⏎ную» of a hard-wrapped text is one word."""

import re

from molva.lexicon.analyses import is_known
from molva.text.tidy import DIVIDING, Tidied
from molva.text.wrapped import unwrap

_DIVIDED = re.compile(rf"(?<![\w-])([А-ЯЁа-яё]+)({DIVIDING.pattern})([а-яё]+)(?![\w-])")


def join(text: str, tidied: Tidied) -> Tidied:
    """The clean text without the hyphens and line breaks that divide words.

    Only inside a paragraph of a hard-wrapped text, and only where the dictionary has the whole word and not
    the one with a hyphen: «пресс-⏎служба» stays as it is.
    """
    unwrapped = unwrap(text)
    if unwrapped is text:
        return tidied
    clean, starts = tidied.text, tidied.starts
    pieces: list[str] = []
    kept: list[int] = []
    end = 0
    for match in _DIVIDED.finditer(clean):
        begin, stop = match.span(2)
        inside = not unwrapped[starts[begin] + 1 : starts[stop]].strip(" \t")
        if inside and _is_divided(match[1].lower(), match[3]):
            pieces.append(clean[end:begin])
            kept.extend(starts[end:begin])
            end = stop
    if not pieces:
        return tidied
    return Tidied("".join([*pieces, clean[end:]]), [*kept, *starts[end:]])


def _is_divided(first: str, second: str) -> bool:
    return is_known(first + second) and not is_known(f"{first}-{second}")

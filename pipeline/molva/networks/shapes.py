"""The outward shape of a word, as natasha's networks were taught to see it."""

import re

PUNCTS = "!#$%&()[]\\/*+,.:;<=>?@^_{|}~-‐−‒⁃–—―`\"'«»„“ʼʻ”№…"
_TYPE = re.compile(
    rf"(?P<RU>[а-яё]+)|(?P<EN>[a-z]+)|(?P<NUM>[+-]?\d+)|(?P<PUNCT>[{re.escape(PUNCTS)}]+)", re.IGNORECASE
)


def word_shape(word: str) -> str:
    """``RU_Xx`` for «Смета», ``EN_XX`` for «NASA», ``NUM`` for «2011-2020», ``PUNCT_,`` for a comma."""
    match = _TYPE.match(word)
    kind = match.lastgroup if match else None
    if kind in ("RU", "EN"):
        return f"{kind}_{_outline(word)}"
    if kind == "PUNCT":
        return f"PUNCT_{word if len(word) == 1 else 'OTHER'}"  # ..., ?!, ****
    return "NUM" if kind == "NUM" else "OTHER"


def _outline(word: str) -> str:
    """How capitals stand in a word."""
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    if word.isupper():
        return "XX"
    if word.islower():
        return "xx"
    if _is_title(word):
        return "Xx"
    left, dash, right = word.partition("-")  # Нью-Йорк
    return "Xx-Xx" if dash and _is_title(left) and _is_title(right) else "OTHER"


def _is_title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()

"""Where a text lends its voice to somebody: long stretches between quotation marks.

«Он» in the author's words seldom means a person of whom only the quoted speaker spoke, so the
resolver has to know on which side of the marks a mention stands. Titles («Левиафан») and quoted
single words are no voice of their own: a stretch counts from five words on, or before a comma and a dash.
"""

from bisect import bisect_right

from molva.tokens.marks import CLOSING
from molva.words import Words

MIN_WORDS = 5


def voices(words: Words) -> list[int]:
    """For each word the number of the direct speech it stands in, or -1."""
    voice = [-1] * len(words)
    number = 0
    for first, last in _quoted(words):
        if last - first > MIN_WORDS or _spoken(words, first, last):
            voice[first:last] = [number] * (last - first)
            number += 1
    return voice


def _spoken(words: Words, first: int, last: int) -> bool:
    """«Мама писала», — : a comma and a dash behind the marks prove speech, however short."""
    after = [form for form in words.form[last : last + 3] if form not in CLOSING]
    return last - first > 1 and after[:1] == [","] and after[1:2] in (["—"], ["–"], ["-"], ["--"])


def _quoted(words: Words) -> list[tuple[int, int]]:
    """The outermost quoted stretches; an unclosed one runs to the end of its paragraph."""
    found: list[tuple[int, int]] = []
    for pair in words.pairs:
        if not found or pair.open >= found[-1][1]:
            end = pair.close if pair.close is not None else bisect_right(words.par, words.par[pair.open])
            found.append((pair.open, end))
    return found

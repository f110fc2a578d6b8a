"""Where a text lends its voice to somebody: long stretches between quotation marks.

«Он» in the author's words seldom means a person of whom only the quoted speaker spoke, so the
resolver has to know on which side of the marks a mention stands. Titles («Левиафан») and quoted
single words are no voice of their own: a stretch counts from five words on.
"""

from molva.tokens.marks import pair_marks
from molva.words import Words

MIN_WORDS = 5


def voices(words: Words) -> list[int]:
    """For each word the number of the direct speech it stands in, or -1."""
    voice = [-1] * len(words)
    number = 0
    for start, end in words.paragraphs:
        for first, last in _quoted(words, start, end):
            if last - first > MIN_WORDS:
                voice[first:last] = [number] * (last - first)
                number += 1
    return voice


def _quoted(words: Words, start: int, end: int) -> list[tuple[int, int]]:
    """The outermost quoted stretches of one paragraph; an unclosed one runs to its end."""
    spaces = [i == start or words.start[i] > words.end[i - 1] for i in range(start, end)]
    found: list[tuple[int, int]] = []
    for pair in pair_marks(words.form[start:end], spaces):
        first, last = start + pair.open, end if pair.close is None else start + pair.close
        if not found or first >= found[-1][1]:
            found.append((first, last))
    return found

"""How much of a text stands in others: its runs of six words."""

import re

WORD = re.compile(r"\w+")
LENGTH = 6


def shingles(text: str) -> set[int]:
    """The hash of each run of words, in lower case."""
    words = [word.lower() for word in WORD.findall(text)]
    return {hash(tuple(words[i : i + LENGTH])) for i in range(len(words) - LENGTH + 1)}

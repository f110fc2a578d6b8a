"""Where things stand: tokens of a ``Doc``, words of a document, words of a sentence.

A ``Doc`` counts tokens, white space among them; CoNLL-U counts words, and begins again at 1 in
every sentence. Between the two molva counts the words of the document from 0.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_PLACE = re.compile(r"(?:([+-]\d+):)?(\d+)")


@dataclass(frozen=True, slots=True)
class Places:
    """The words of a document and their sentences.

    ``before`` counts, for each token and one past the last, the words that stand before it;
    ``sentence`` numbers the sentence of each word, and ``opening`` is the first word of each
    sentence, with one entry past the last.
    """

    before: Sequence[int]
    sentence: Sequence[int]
    opening: Sequence[int]

    def words(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and the last word among some tokens, or None where there is no word."""
        first, last = self.before[start], self.before[end] - 1
        return (first, last) if first <= last else None

    def name(self, word: int, home: int) -> str:
        """A word as a comment names it at sentence ``home``: ``3``, or ``+1:3`` in the next sentence."""
        sentence = self.sentence[word]
        number = word - self.opening[sentence] + 1
        return str(number) if sentence == home else f"{sentence - home:+d}:{number}"

    def find(self, name: str, home: int) -> int:
        """The inverse of ``name``; ValueError when there is no such word."""
        match = _PLACE.fullmatch(name)
        sentence = home + int(match[1] or 0) if match else -1
        if match and 0 <= sentence < len(self.opening) - 1:
            word = self.opening[sentence] + int(match[2]) - 1
            if self.opening[sentence] <= word < self.opening[sentence + 1]:
                return word
        raise ValueError(f"there is no word {name}")

    def name_span(self, span: tuple[int, int], home: int) -> str:
        """A span as a comment names it: ``3..4``, or ``3`` for one word."""
        first, last = (self.name(word, home) for word in span)
        return first if first == last else f"{first}..{last}"

    def find_span(self, name: str, home: int) -> tuple[int, int]:
        """The inverse of ``name_span``; ValueError when there is no such span."""
        first, _, last = name.partition("..")
        span = (self.find(first, home), self.find(last or first, home))
        if span[0] > span[1]:
            raise ValueError(f"{name} ends before it begins")
        return span

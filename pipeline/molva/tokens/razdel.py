"""razdel, the Russian tokenizer, behind one door: edges of tokens and of sentences."""

import re
from collections.abc import Iterator

from razdel import sentenize, tokenize

Edges = tuple[int, int]

# razdel reads ‹слово› and ⚡Пожар as one token; these marks and pictures always stand alone.
_LONE = re.compile(
    "[‹›]|[\u2190-\u2bff\U0001f000-\U0001faff][\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d\u20e3]*"
)


def token_edges(text: str) -> Iterator[Edges]:
    """Half-open code point edges of the tokens of ``text``, in order, without white space."""
    for token in tokenize(text):
        if len(token.text) > 1 and _LONE.search(token.text):
            yield from _split(token.text, token.start)
        else:
            yield token.start, token.stop


def sentence_edges(text: str) -> Iterator[Edges]:
    """Half-open edges of the sentences of ``text``, without the white space between them."""
    for sentence in sentenize(text):
        if sentence.stop > sentence.start:
            yield sentence.start, sentence.stop


def _split(token: str, offset: int) -> Iterator[Edges]:
    start = 0
    for mark in _LONE.finditer(token):
        if start < mark.start():
            yield offset + start, offset + mark.start()
        yield offset + mark.start(), offset + mark.end()
        start = mark.end()
    if start < len(token):
        yield offset + start, offset + len(token)

"""razdel, the Russian tokenizer, behind one door: edges of tokens and of sentences."""

from collections.abc import Iterator

from razdel import sentenize, tokenize

Edges = tuple[int, int]

# razdel reads ‹слово› as one token; these marks always stand alone.
_LONE = "‹›"


def token_edges(text: str) -> Iterator[Edges]:
    """Half-open code point edges of the tokens of ``text``, in order, without white space."""
    for token in tokenize(text):
        if len(token.text) > 1 and any(mark in token.text for mark in _LONE):
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
    for i, char in enumerate(token):
        if char in _LONE:
            if start < i:
                yield offset + start, offset + i
            yield offset + i, offset + i + 1
            start = i + 1
    if start < len(token):
        yield offset + start, offset + len(token)

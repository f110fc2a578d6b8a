"""razdel, the Russian tokenizer, behind one door: edges of tokens and of sentences.

razdel looks at every atom of a text through a dozen rules. But no token crosses white space, and
what stands between white space comes again and again («что», «год,»), so each such chunk is given
to razdel once. Only where a rule looks across white space, («кто -то», «2010, 2011») are the
chunks beside it given too.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from razdel import sentenize, tokenize
from razdel.segmenters.punct import DASHES, SMILES
from razdel.segmenters.sentenize import DELIMITERS
from razdel.segmenters.tokenize import PUNCTS

Edges = tuple[int, int]

# razdel reads ‹слово› and ⚡Пожар as one token; these marks and pictures always stand alone.
_LONE = re.compile(
    "[‹›]|[\u2190-\u2bff\U0001f000-\U0001faff][\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d\u20e3]*"
)

_CHUNK = re.compile(r"\S+")
# No rule of razdel ends a sentence anywhere else.
_MAY_END = re.compile(rf"(?:[{re.escape(DELIMITERS)}]|{SMILES})\s")
# A word between marks that never join: «Смета», (смета), 2023.
_PLAIN = re.compile(r'([«"(\[]?)([а-яё]+|[a-z]+|\d+)([»")\]]?)([.,:;!?…]?)', re.IGNORECASE)
_WITH_ITS_MARK = "yahoo!"
# Marks at the edge of a chunk that would join what stands on both sides, were there no space.
_JOINING, _WORD = f"[{re.escape(DASHES)}_]", f"[^{re.escape(PUNCTS)}]"
_LOOKS_BEFORE = re.compile(rf"{_JOINING}{_WORD}|[.,/\\]\d", re.DOTALL)
_LOOKS_AFTER = re.compile(rf"{_WORD}{_JOINING}|\d[.,/\\]", re.DOTALL)


def token_edges(text: str) -> Iterator[Edges]:
    """Half-open code point edges of the tokens of ``text``, in order, without white space."""
    chunks = [match.span() for match in _CHUNK.finditer(text)]
    for n, (start, stop) in enumerate(chunks):
        cuts = _cuts(text[start:stop])
        if cuts is None:
            cuts = _cuts_among([text[a:b] for a, b in chunks[max(n - 1, 0) : n + 2]], min(n, 1))
        for a, b in cuts:
            yield start + a, start + b


def sentence_edges(text: str) -> Iterator[Edges]:
    """Half-open edges of the sentences of ``text``, without the white space between them."""
    if not _MAY_END.search(text):
        start = len(text) - len(text.lstrip())
        if start < len(text):
            yield start, len(text.rstrip())
        return
    for sentence in sentenize(text):
        if sentence.stop > sentence.start:
            yield sentence.start, sentence.stop


@lru_cache(50_000)
def _cuts(chunk: str) -> tuple[Edges, ...] | None:
    """The tokens of a chunk; None where they depend on what stands beside it."""
    if _LOOKS_BEFORE.match(chunk) or _LOOKS_AFTER.fullmatch(chunk[-2:]):
        return None
    plain = _PLAIN.fullmatch(chunk)
    if plain and _WITH_ITS_MARK not in chunk.lower():
        return tuple(plain.span(n) for n in range(1, 5) if plain[n])
    return tuple(_tokens(chunk))


def _cuts_among(chunks: Sequence[str], place: int) -> tuple[Edges, ...]:
    """The tokens of one of three neighbours; rules look no further than an atom beyond a space."""
    start = sum(len(chunk) + 1 for chunk in chunks[:place])
    stop = start + len(chunks[place])
    return tuple((a - start, b - start) for a, b in _tokens(" ".join(chunks)) if start <= a < stop)


def _tokens(text: str) -> Iterator[Edges]:
    for token in tokenize(text):
        if len(token.text) > 1 and _LONE.search(token.text):
            yield from _split(token.text, token.start)
        else:
            yield token.start, token.stop


def _split(token: str, offset: int) -> Iterator[Edges]:
    start = 0
    for mark in _LONE.finditer(token):
        if start < mark.start():
            yield offset + start, offset + mark.start()
        yield offset + mark.start(), offset + mark.end()
        start = mark.end()
    if start < len(token):
        yield offset + start, offset + len(token)

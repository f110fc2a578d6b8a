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
from razdel.segmenters.punct import DASHES
from razdel.segmenters.sentenize import DELIMITER, SentSplit, SentSplitter
from razdel.segmenters.tokenize import PUNCTS

Edges = tuple[int, int]

# razdel reads ‹слово› and ⚡Пожар as one token; these marks and pictures always stand alone.
_LONE = re.compile(
    "[‹›]|[\u2190-\u2bff\U0001f000-\U0001faff][\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d\u20e3]*"
)

_LONGEST = 5_000  # characters of a chunk; a picture written in letters has more
_CHUNK = re.compile(r"(\S+)")
_MAY_END = re.compile(DELIMITER)
_WINDOW = SentSplitter().window  # so far razdel looks to either side
_OPENING = 100  # characters of the opening of a sentence, by which razdel knows the items of a list
# A word between marks that never join: «Смета», (смета), 2023.
_PLAIN = re.compile(r'([«"(\[]?)([а-яё]+|[a-z]+|\d+)([»")\]]?)([.,:;!?…]?)', re.IGNORECASE)
_WITH_ITS_MARK = "yahoo!"
# Marks at the edge of a chunk that would join what stands on both sides, were there no space.
_JOINING, _WORD = f"[{re.escape(DASHES)}_]", f"[^{re.escape(PUNCTS)}]"
_LOOKS_BEFORE = re.compile(rf"{_JOINING}{_WORD}|[.,/\\]\d", re.DOTALL)
_LOOKS_AFTER = re.compile(rf"{_WORD}{_JOINING}|\d[.,/\\]", re.DOTALL)


def token_runs(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """White space, and the tokens behind it up to the next white space; in the last run there are none."""
    *parts, last = _CHUNK.split(text)
    chunks = parts[1::2]
    for n, (gap, chunk) in enumerate(zip(parts[::2], chunks, strict=True)):
        if len(chunk) > _LONGEST:
            yield gap, tuple(_of_pieces(chunk))
            continue
        yield gap, _parted(chunk) or _parted_among(chunks[max(n - 1, 0) : n + 2], min(n, 1))
    yield last, ()


def token_edges(text: str) -> list[Edges]:
    """Half-open code point edges of the tokens of ``text``, in order, without white space."""
    edges, at = [], 0
    for gap, tokens in token_runs(text):
        at += len(gap)
        for token in tokens:
            edges.append((at, at + len(token)))
            at += len(token)
    return edges


def sentence_edges(text: str) -> Iterator[Edges]:
    """Half-open edges of the sentences of ``text``, without the white space between them."""
    start = 0
    for place in _MAY_END.finditer(text):
        if _ends_sentence(text, start, *place.span()):
            yield from _stripped(text, start, place.end())
            start = place.end()
    yield from _stripped(text, start, len(text))


def _ends_sentence(text: str, start: int, begin: int, end: int) -> bool:
    """Whether razdel ends the sentence that starts at ``start`` with the mark [begin, end); inside a word none does."""
    if not text[end : end + 1].isspace():
        return False
    split = SentSplit(text[max(begin - _WINDOW, 0) : begin], text[begin:end], text[end : end + _WINDOW])
    split.buffer = text[start : min(begin, start + _OPENING)]
    return not sentenize.join(split)


def _stripped(text: str, start: int, end: int) -> Iterator[Edges]:
    """The edges of a stretch without the white space around it; none if it is nothing else."""
    words = text[start:end].strip()
    if words:
        start = text.index(words, start)
        yield start, start + len(words)


@lru_cache(50_000)
def _parted(chunk: str) -> tuple[str, ...] | None:
    """The tokens of a chunk; None where they depend on what stands beside it."""
    if _LOOKS_BEFORE.match(chunk) or _LOOKS_AFTER.fullmatch(chunk[-2:]):
        return None
    plain = _PLAIN.fullmatch(chunk)
    if plain and _WITH_ITS_MARK not in chunk.lower():
        return tuple(filter(None, plain.groups()))
    return tuple(chunk[a:b] for a, b in _tokens(chunk))


def _parted_among(chunks: Sequence[str], place: int) -> tuple[str, ...]:
    """The tokens of one of three neighbours; rules look no further than an atom beyond a space."""
    start = sum(len(chunk) + 1 for chunk in chunks[:place])
    text, stop = " ".join(chunks), start + len(chunks[place])
    return tuple(text[a:b] for a, b in _tokens(text) if start <= a < stop)


def _of_pieces(chunk: str) -> Iterator[str]:
    """The tokens of what nobody has written, a chunk as long as a text: razdel compares all of it at every atom."""
    for start in range(0, len(chunk), _LONGEST):
        piece = chunk[start : start + _LONGEST]
        yield from (piece[a:b] for a, b in _tokens(piece))


def _tokens(text: str) -> Iterator[Edges]:
    """The edges of the tokens, those with a mark that stands alone cut at it."""
    for token in tokenize(text):
        if len(token.text) > 1 and _LONE.search(token.text):
            yield from _split(token.text, token.start)
        else:
            yield token.start, token.stop


def _split(token: str, offset: int) -> Iterator[Edges]:
    """The edges of the parts of a token between its lone marks, and of the marks."""
    start = 0
    for mark in _LONE.finditer(token):
        if start < mark.start():
            yield offset + start, offset + mark.start()
        yield offset + mark.start(), offset + mark.end()
        start = mark.end()
    if start < len(token):
        yield offset + start, offset + len(token)

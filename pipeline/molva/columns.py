"""A spaCy ``Doc`` read by columns: one list a layer, one item a token.

Asking tokens one by one costs half a microsecond a question; a column costs a tenth of that.
"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ORTH, SPACY
from spacy.tokens import Doc

Numbers = NDArray[np.integer[Any]]


def layers(doc: Doc, *attributes: int) -> Numbers:
    """The numbers that ``spacy.attrs`` of each token have: a row a token, a column an attribute."""
    return doc.to_array(list(attributes)).reshape(len(doc), len(attributes))  # type: ignore[return-value]


def text(tokens: Sequence[str], spaced: Sequence[int]) -> str:
    """The text of the document, from its tokens and which of them a plain space follows."""
    return "".join([f"{token} " if space else token for token, space in zip(tokens, spaced, strict=True)])


def spaced(doc: Doc) -> list[bool]:
    """Whether a plain space follows each token."""
    return doc.to_array(SPACY).astype(bool).tolist()  # type: ignore[no-any-return]


Item = TypeVar("Item")


class Remembered(Generic[Item]):
    """What ``make`` makes of strings, once for all documents; behind too ``many`` strings a new table begins.

    The old one is left to whoever still reads it, another thread.
    spaCy numbers strings alike in every vocabulary, so that the numbers are enough to find them again.
    """

    def __init__(self, make: Callable[[str], Item], many: int = 30_000) -> None:
        self._make = make
        self._many = many
        self._made: dict[int, Item] = {}

    def column(self, doc: Doc, numbers: Sequence[int]) -> list[Item]:
        """What is made of each string that has one of these numbers in ``doc.vocab``."""
        try:
            return list(map(self._made.__getitem__, numbers))
        except KeyError:
            return list(map(self._learnt(doc, numbers).__getitem__, numbers))

    def _learnt(self, doc: Doc, numbers: Sequence[int]) -> dict[int, Item]:
        """The table with all of these strings in it."""
        if len(self._made) > self._many:
            self._made = {}
        made, strings = self._made, doc.vocab.strings
        made |= {number: self._make(strings[number]) for number in set(numbers).difference(made)}
        return made


_TEXTS = Remembered(str)


def texts(doc: Doc) -> list[str]:
    """The text of each token."""
    return _TEXTS.column(doc, doc.to_array(ORTH).tolist())


def offsets(tokens: Sequence[str], spaced: Sequence[bool]) -> list[int]:
    """The code point at which each token starts; a plain space stands behind those that are ``spaced``."""
    sizes = np.fromiter(map(len, tokens), np.intp, len(tokens)) + np.array(spaced, np.intp)
    return (np.cumsum(sizes) - sizes).tolist()  # type: ignore[no-any-return]


def heads(layer: Numbers) -> Numbers:
    """The token each token depends on, of the layer ``HEAD``: itself at a root and where nothing is known."""
    return layer.view(np.int64) + np.arange(len(layer))


def sentence_starts(layer: Numbers) -> NDArray[np.bool_]:
    """Whether a sentence starts at each token, of the layer ``SENT_START``; at the first where none is known."""
    starts: NDArray[np.bool_] = layer.view(np.int64) == 1
    starts[:1] = True
    return starts

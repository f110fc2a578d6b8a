"""A spaCy ``Doc`` read by columns: one list a layer, one item a token.

Asking tokens one by one costs half a microsecond a question; a column costs a tenth of that.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from spacy.attrs import HEAD, ORTH, SENT_START, SPACY
from spacy.tokens import Doc


def texts(doc: Doc) -> list[str]:
    """The text of each token."""
    return strings(doc, ORTH)


def text(tokens: Sequence[str], spaced: Sequence[bool]) -> str:
    """The text of the document, from its tokens and which of them a plain space follows."""
    return "".join([f"{token} " if space else token for token, space in zip(tokens, spaced, strict=True)])


def spaced(doc: Doc) -> list[bool]:
    """Whether a plain space follows each token."""
    return doc.to_array(SPACY).astype(bool).tolist()  # type: ignore[no-any-return]


Item = TypeVar("Item")


def strings(doc: Doc, attribute: int) -> list[str]:
    """A layer of strings: ``spacy.attrs.LEMMA``, ``DEP``, ``MORPH`` and the like."""
    return read(doc, attribute, str)


def read(doc: Doc, attribute: int, make: Callable[[str], Item]) -> list[Item]:
    """What ``make`` makes of the strings of a layer; it is called once for each distinct string."""
    keys = doc.to_array(attribute).tolist()
    stored = doc.vocab.strings
    table = {key: make(stored[key]) for key in set(keys)}
    return [table[key] for key in keys]


def heads(doc: Doc) -> list[int]:
    """The token each token depends on: itself at a root and where nothing is known."""
    offsets = doc.to_array(HEAD).view(np.int64)
    return (offsets + np.arange(len(doc))).tolist()  # type: ignore[no-any-return]


def offsets(tokens: Sequence[str], spaced: Sequence[bool]) -> list[int]:
    """The code point at which each token starts; a plain space stands behind those that are ``spaced``."""
    sizes = np.fromiter(map(len, tokens), np.intp, len(tokens)) + np.array(spaced, np.intp)
    return (np.cumsum(sizes) - sizes).tolist()  # type: ignore[no-any-return]


def sentence_starts(doc: Doc) -> list[bool]:
    """Whether a sentence starts at each token; only the first token, where sentences are not known."""
    starts: list[bool] = (doc.to_array(SENT_START).view(np.int64) == 1).tolist()
    return [True, *starts[1:]] if starts else []

"""What a reader gives: a text with its name and its metadata, or the reason why there is none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Document:
    """A text as it stood in its file, after decoding.

    ``id`` is empty when the source gives none; ``row`` counts the lines or rows of the source
    from 1 and is None when the document is the whole file; ``meta`` is the rest of the row.
    """

    id: str
    text: str
    meta: Mapping[str, Any] = field(default_factory=dict)
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A row, or a whole file (``row`` is None), that could not be read; ``reason`` is complete.

    ``again`` says that nothing is wrong with the file, so that it is worth another try as it is.
    """

    reason: str
    row: int | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """An opened source: its encoding (a name Python knows; None for binary tables) and its items.

    ``items`` can be gone through once. Decoding the file with ``encoding`` gives the text that
    all offsets refer to.
    """

    encoding: str | None
    items: Iterable[Document | Unread]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: an encoding that overrides detection, and the names of two columns."""

    encoding: str | None = None
    text_key: str = "text"
    id_key: str = "id"

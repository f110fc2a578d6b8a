"""A row of named values → a document: the text, the id, and all the rest as metadata."""

import re
from collections.abc import Mapping
from typing import Any

from molva.text.document import Document, ReadOptions, Unread

_LONGEST_NAME = 40  # characters of the name of a column in a message
_HALF = re.compile("[\ud800-\udfff]")


def row_document(values: Mapping[str, Any], place: str, row: int, options: ReadOptions) -> Document | Unread:
    """Make a document of a row; ``place`` («posts.jsonl, line 7») opens the reason if there is none."""
    if options.text_key not in values:
        return Unread(f"{place}: {no_text_key(options.text_key, values)}", row)
    text, name = values[options.text_key], values.get(options.id_key)
    if not isinstance(text, str):
        return Unread(
            f"{place}: {options.text_key!r} is {kind(text)}, not text; give it a text, or take it out", row
        )
    if half := _HALF.search(text):
        return Unread(f"{place}: the text holds half a character, {half[0]!a}; repair the row", row)
    meta = {key: value for key, value in values.items() if key not in (options.text_key, options.id_key)}
    return Document("" if name is None else str(name), text, meta, row)


def no_text_key(text_key: str, keys: Mapping[str, Any]) -> str:
    """Say which columns there are instead of the one that was looked for."""
    present = ", ".join(_shown(key) for key in list(keys)[:20]) or "none"
    return f"no {text_key!r}; there are: {present}. Name the column of the text with --text-key"


def _shown(key: object) -> str:
    r"""The name of a column as one line can hold it: «дата⏎выхода» as «дата\nвыхода», a whole sentence cut."""
    name = repr(str(key))[1:-1]
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"


def undecoded(line: str) -> str | None:
    """The first byte that could not be decoded (kept by ``surrogateescape``), as «0x98»."""
    half = _HALF.search(line)
    return f"0x{ord(half[0]) - 0xDC00:02x}" if half and "\udc80" <= half[0] <= "\udcff" else None


def kind(value: object) -> str:
    """What a value is, in the words of JSON."""
    names = {
        type(None): "null",
        str: "a string",
        bool: "a boolean",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(value), type(value).__name__)

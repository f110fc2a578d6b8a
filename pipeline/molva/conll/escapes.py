r"""Free text inside CoNLL-U, where a line, a column and a bar may not be broken.

In MISC the customary marks stand for white space (``\s \t \r \n``), ``\p`` for the bar, ``\\`` for
the backslash; what is invisible, or would melt together with its neighbour under NFC, is written
as ``\uXXXX``. In comments a value with spaces stands in quotation marks: ``name="Сергей Лавров"``.
"""

import re
import unicodedata
from functools import lru_cache

_MISC = {" ": r"\s", "\t": r"\t", "\r": r"\r", "\n": r"\n", "|": r"\p", "\\": r"\\"}
_COMMENT = {"\t": r"\t", "\r": r"\r", "\n": r"\n", '"': r"\"", "\\": r"\\"}
_LINE = {"\t": r"\t", "\r": r"\r", "\n": r"\n", "\\": r"\\"}
_PLAIN = {"s": " ", "t": "\t", "r": "\r", "n": "\n", "p": "|", "\\": "\\", '"': '"'}
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.)|$)", re.DOTALL)
_FIELD = re.compile(r'\s+([a-z]+)=("(?:[^"\\]|\\.)*"|[^\s"]+)')
PLAIN = re.compile("[а-яёА-ЯЁa-zA-Z0-9 .,:;()«»—–…№%/!?+-]*")  # what stands as it is written
REPLACEMENT = "\ufffd"  # validators take it for a broken encoding


@lru_cache(20_000)
def escape(text: str) -> str:
    """The text as one value in MISC."""
    return _shown(text, _MISC)


def unescape(text: str) -> str:
    """The inverse of ``escape``; ValueError when an escape is broken."""
    return _ESCAPED.sub(_char, text) if "\\" in text else text


def escape_line(text: str) -> str:
    """The text as the value of a comment that takes the rest of the line: spaces stay as they are."""
    inner = text.strip(" ")
    lead, trail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :] if inner else ""
    return lead.replace(" ", r"\s") + _shown(inner, _LINE) + trail.replace(" ", r"\s")


def join_fields(fields: dict[str, str]) -> str:
    """Named values as they stand in a comment: ``type=direct name="Сергей Лавров"``."""
    return " ".join(f"{name}={_comment_value(value)}" for name, value in fields.items())


def split_fields(text: str) -> dict[str, str]:
    """The inverse of ``join_fields``; ValueError when something is left over."""
    fields, end = {}, 0
    text = f" {text}" if text else ""
    for match in _FIELD.finditer(text):
        if match.start() != end:
            break
        name, value = match.groups()
        fields[name] = unescape(value[1:-1]) if value.startswith('"') else value
        end = match.end()
    if text[end:].strip():
        raise ValueError(f"«{text[end:].strip()}» is not of the form name=value")
    return fields


def is_mark(char: str) -> bool:
    """Whether a character leans on the one before it: accents, and the inner letters of Hangul."""
    return unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"


@lru_cache(20_000)
def _comment_value(value: str) -> str:
    shown = _shown(value, _COMMENT)
    return shown if shown == value and value and " " not in value else f'"{shown}"'


def _shown(text: str, marks: dict[str, str]) -> str:
    """The text with marks for what may not stand as it is."""
    if PLAIN.fullmatch(text):
        return text.replace(" ", marks.get(" ", " "))
    return "".join(marks.get(char) or _visible(char) for char in text)


def _visible(char: str) -> str:
    """A character as it is, or its number where nobody could see it or NFC would change it."""
    if char.isascii() and char.isprintable():
        return char
    stands = char.isprintable() and char != REPLACEMENT and not "\u1100" <= char <= "\u11ff"
    if stands and not is_mark(char) and unicodedata.is_normalized("NFC", char):
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def _char(match: re.Match[str]) -> str:
    """The character that an escape stands for; ValueError when it stands for none."""
    short, long, letter = match.groups()
    if short or long:
        code = int(short or long, 16)
        if 0xD800 <= code < 0xE000:
            raise ValueError(f"{match.group()} is half a character")
        return chr(code)
    if letter is None or letter not in _PLAIN:
        raise ValueError(f"{match.group()} is no escape")
    return _PLAIN[letter]

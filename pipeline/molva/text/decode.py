"""Bytes → text: find the encoding of a whole file, or say where it breaks.

The order: a byte order mark; UTF-16 without one (every second byte is 0 or 4); strict UTF-8; a
Cyrillic code page in which the bytes read as Russian. A file that is UTF-8 but for a damaged
place is never taken for a code page: mojibake would be worse than an error.
"""

import codecs
import re
from collections.abc import Callable, Iterator

from molva.errors import SettingsError, SourceError
from molva.text.letters import code_page

Pieces = Callable[[], Iterator[bytes]]

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_RUSSIAN_UTF8 = re.compile(rb"[\xd0\xd1][\x80-\xbf]")
_HIGH = re.compile(rb"[\x80-\xff]")


def decode(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """Text and encoding of a whole file.

    Raises:
        SourceError: a byte cannot be decoded; the message names file, byte, place and remedy. Or the
            file was never filled: its bytes are all zero.
    """
    chosen = choose(lambda: iter((data,)), encoding)
    try:
        text = data.decode(chosen)
    except UnicodeDecodeError as error:
        raise undecodable(error, name, given=encoding is not None) from None
    if text and not text.strip("\0"):
        raise SourceError(f"{name}: nothing but {len(text)} NUL characters; fetch the file again")
    return text, chosen


def choose(pieces: Pieces, encoding: str | None = None) -> str:
    """The encoding to read with: the one given, with the byte order mark in mind, or the one found."""
    if encoding is None:
        return detect(pieces)
    first = next(pieces(), b"")
    canonical = known(encoding)
    return "utf-8-sig" if canonical == "utf-8" and first.startswith(codecs.BOM_UTF8) else canonical


def known(encoding: str) -> str:
    """The canonical name of an encoding.

    Raises:
        SettingsError: Python has no text encoding of that name.
    """
    try:
        codec = codecs.lookup(encoding)
    except LookupError:
        codec = None
    if codec is None or not getattr(codec, "_is_text_encoding", True):
        raise SettingsError(f"unknown encoding {encoding!r}: try utf-8, cp1251, koi8-r, cp866 or utf-16")
    return codec.name


def detect(pieces: Pieces) -> str:
    """Find the encoding of all the bytes; ``utf-8`` also when nothing fits, so that decoding says where."""
    first = next(pieces(), b"")
    for mark, encoding in _MARKS:
        if first.startswith(mark):
            return encoding
    return _wide(pieces) or _strict_utf8(pieces) or _page(pieces) or "utf-8"


def undecodable(error: UnicodeDecodeError, name: str, *, given: bool = False) -> SourceError:
    """Turn Python's error into one that says what to do."""
    where = (
        f"{name}: cannot decode byte 0x{error.object[error.start]:02x} at {error.start} as {error.encoding}"
    )
    if given:
        return SourceError(f"{where}, the encoding given; leave --encoding out or name another")
    return SourceError(f"{where}, and no Cyrillic code page fits; repair the file or name its --encoding")


def _wide(pieces: Pieces) -> str | None:
    """UTF-16 without a mark: Russian, Latin and spaces have 0x04 or 0x00 as the high byte of a unit."""
    high, total = [0, 0], 0
    for piece in pieces():
        for odd in (0, 1):
            half = piece[odd ^ (total & 1) :: 2]
            high[odd] += half.count(0) + half.count(4)
        total += len(piece)
    if total < 2 or total % 2:
        return None
    even_share, odd_share = (2 * n / total for n in high)
    if odd_share > 0.5 and even_share < 0.2:
        return "utf-16-le"
    return "utf-16-be" if even_share > 0.5 and odd_share < 0.2 else None


def _strict_utf8(pieces: Pieces) -> str | None:
    """UTF-8 if all bytes are."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for piece in pieces():
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _page(pieces: Pieces) -> str | None:
    """A Cyrillic code page in which the bytes read as Russian, unless most of them are damaged UTF-8."""
    pairs = high = 0
    for piece in pieces():
        pairs += len(_RUSSIAN_UTF8.findall(piece))
        high += len(_HIGH.findall(piece))
    return None if 2 * pairs > 0.5 * high else code_page(pieces())

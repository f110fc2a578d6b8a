"""The bytes of a file, unpacked when its name ends in ``.gz``, read piece by piece."""

import gzip
import zlib
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import cast

from molva.errors import SourceError

PIECE = 1 << 20
DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile)
FAULTS = (OSError, EOFError, zlib.error)


def open_bytes(path: Path) -> BufferedReader:
    """Open a file for reading bytes, through gzip when its name says so."""
    if path.suffix.lower() == ".gz":
        return cast(BufferedReader, gzip.open(path, "rb"))
    return path.open("rb")


def pieces(path: Path) -> Iterator[bytes]:
    """The bytes of a file in pieces of up to one megabyte; of a damaged gzip those before the damage, if there are any."""
    begun = False
    with open_bytes(path) as stream:
        try:
            while piece := stream.read1(PIECE):
                begun = True
                yield piece
        except DAMAGE:
            if not begun:
                raise


def fault(name: str, error: BaseException) -> SourceError:
    """Say in one line why the bytes of ``name`` cannot be had, and what to do."""
    if isinstance(error, DAMAGE):
        return SourceError(f"{name}: damaged or cut short gzip ({error}); fetch the file again")
    reason = getattr(error, "strerror", None) or error
    return SourceError(f"{name}: cannot be read ({reason}); check the file and its permissions")

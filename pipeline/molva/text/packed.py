"""The bytes of a file, unpacked when its name ends in ``.gz``, read piece by piece."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from molva.errors import SourceError

PIECE = 1 << 20
FAULTS = (OSError, EOFError, zlib.error)


def open_bytes(path: Path) -> BinaryIO:
    """Open a file for reading bytes, through gzip when its name says so."""
    if path.suffix.lower() == ".gz":
        return cast(BinaryIO, gzip.open(path, "rb"))
    return path.open("rb")


def pieces(path: Path) -> Iterator[bytes]:
    """The bytes of a file in pieces of one megabyte."""
    with open_bytes(path) as stream:
        while piece := stream.read(PIECE):
            yield piece


def fault(name: str, error: BaseException) -> SourceError:
    """Say in one line why the bytes of ``name`` cannot be had, and what to do."""
    if isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile)):
        return SourceError(f"{name}: damaged or cut short gzip ({error}); fetch the file again")
    reason = getattr(error, "strerror", None) or error
    return SourceError(f"{name}: cannot be read ({reason}); check the file and its permissions")

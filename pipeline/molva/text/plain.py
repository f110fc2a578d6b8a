"""Plain text: a file is a document."""

from pathlib import Path

from molva.text.decode import decode
from molva.text.document import Document, Reading, ReadOptions
from molva.text.packed import open_bytes


def read_plain(path: Path, name: str, options: ReadOptions) -> Reading:
    """Read a whole file as one document; line ends and all other characters stay as they are.

    Raises:
        SourceError: the bytes cannot be decoded.
    """
    with open_bytes(path) as stream:
        text, encoding = decode(stream.read(), name, options.encoding)
    return Reading(encoding, [Document("", text)])

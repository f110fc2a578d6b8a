"""Files that are no text, whatever their name says: a .docx saved as .txt would be read as thirty pages of nonsense."""

from collections.abc import Mapping

from molva.errors import SourceError

# How such files begin, what they are, and what is to be done.
_KINDS: Mapping[bytes, tuple[str, str]] = {
    b"PK\x03\x04": ("a ZIP archive, as .docx, .odt, .xlsx and .epub are", "save its text as .txt"),
    b"%PDF-": ("a PDF", "save its text as .txt"),
    b"{\\rtf": ("RTF", "save its text as .txt"),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ("an old document of Office (.doc, .xls)", "save its text as .txt"),
    b"\x1f\x8b\x08": ("gzip", "give it the suffix .gz too"),
    b"\x89PNG": ("a picture", "leave it out"),
    b"\xff\xd8\xff": ("a picture", "leave it out"),
    b"SQLite format 3\0": ("a database", "export its texts as .csv or .jsonl"),
    b"PAR1": ("Parquet", "give it the suffix .parquet"),
}
LONGEST = max(map(len, _KINDS))


def refuse_foreign(first: bytes, name: str) -> None:
    """See that a file does not begin as one of another kind does.

    Raises:
        SourceError: it does; the message says what it is and what to do.
    """
    for begins, (kind, remedy) in _KINDS.items():
        if first.startswith(begins):
            raise SourceError(f"{name}: no text, but {kind}; {remedy}")

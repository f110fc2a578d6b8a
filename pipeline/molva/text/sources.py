"""Which reader reads which file: by suffix, in any case, with or without ``.gz``."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from molva.errors import MissingExtra, SourceError
from molva.text.decode import undecodable
from molva.text.document import Document, Reading, ReadOptions, Unread
from molva.text.foreign import LONGEST, refuse_foreign
from molva.text.html import read_html
from molva.text.jsonl import read_jsonl
from molva.text.packed import FAULTS, fault, open_bytes
from molva.text.plain import read_plain
from molva.text.tables import read_csv, read_parquet


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of source: its suffixes, what of it is a document, its reader, and the extra it needs."""

    suffixes: tuple[str, ...]
    unit: Literal["file", "line", "row"]
    read: Callable[[Path, str, ReadOptions], Reading]
    library: str | None = None

    @property
    def rows(self) -> bool:
        """Whether such a file holds many documents."""
        return self.unit != "file"


FORMATS = (
    Format((".txt", ".txt.gz"), unit="file", read=read_plain),
    Format((".html", ".htm", ".html.gz"), unit="file", read=read_html, library="trafilatura"),
    Format((".jsonl", ".jsonl.gz"), unit="line", read=read_jsonl),
    Format((".csv", ".tsv", ".csv.gz", ".tsv.gz"), unit="row", read=read_csv),
    Format((".parquet",), unit="row", read=read_parquet, library="pyarrow"),
)
SUFFIXES = tuple(suffix for format_ in FORMATS for suffix in format_.suffixes)


def suffix_of(name: str) -> str:
    """The suffix by which a reader is chosen («.jsonl.gz»), or the last one if no reader knows it."""
    lower = name.lower()
    known = [suffix for suffix in SUFFIXES if lower.endswith(suffix) and len(lower) > len(suffix)]
    return max(known, key=len, default=Path(lower).suffix)


def format_of(name: str) -> Format | None:
    """The format of a file by its name, or None when molva does not read such files."""
    suffix = suffix_of(name)
    return next((format_ for format_ in FORMATS if suffix in format_.suffixes), None)


def read_source(path: Path, name: str, options: ReadOptions = ReadOptions()) -> Reading:  # noqa: B008
    """Open a source; whatever is wrong with it comes out as an ``Unread`` item, not as an error.

    ``name`` is what reasons call the file. The suffix must be one of ``SUFFIXES``.
    """
    format_ = format_of(name)
    if format_ is None:
        return Reading(None, [Unread(f"{name}: not a kind of file that molva reads ({', '.join(SUFFIXES)})")])
    try:
        if format_.read is not read_parquet:
            with open_bytes(path) as stream:
                refuse_foreign(stream.read(LONGEST), name)
        reading = format_.read(path, name, options)
    except SourceError as error:
        return Reading(None, [Unread(str(error))])
    except MissingExtra as error:
        return Reading(None, [Unread(str(error), again=True)])
    except FAULTS as error:
        return Reading(None, [Unread(str(fault(name, error)))])
    return Reading(reading.encoding, _guarded(reading.items, name, given=options.encoding is not None))


def documents_of(path: Path, options: ReadOptions = ReadOptions()) -> Iterator[Document | Unread]:  # noqa: B008
    """The documents of one file, for commands that look at a text or two; rows that cannot be read among them.

    Raises:
        SourceError: the file as a whole cannot be read.
    """
    if not path.is_file():
        state = "is a folder; name a file in it" if path.is_dir() else "no such file; check its path"
        raise SourceError(f"{path}: {state}")
    for item in read_source(path, str(path), options).items:
        if isinstance(item, Unread) and item.row is None:
            raise SourceError(item.reason)
        yield item


def _guarded(items: Iterable[Document | Unread], name: str, *, given: bool) -> Iterator[Document | Unread]:
    """The items of a file; an error on the way is one more item, and the last."""
    try:
        yield from items
    except SourceError as error:
        yield Unread(str(error))
    except UnicodeDecodeError as error:
        yield Unread(str(undecodable(error, name, given=given)))
    except FAULTS as error:
        yield Unread(str(fault(name, error)))

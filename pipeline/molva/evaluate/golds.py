"""Gold files and prediction files: what they hold, read into plain records."""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from molva.errors import FormatError, SourceError
from molva.evaluate.wording import Span
from molva.text.packed import DAMAGE

JSONL = (".jsonl", ".jsonl.gz")
TREEBANK = (".conllu", ".conllu.gz")


@dataclass(frozen=True, slots=True)
class Said:
    """A quote as a file gives it; spans are half-open code points of the document's text."""

    type: str
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speaker: str | None
    kind: str | None
    via: str | None
    polarity: str | None
    construction: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """A document of a gold file: its text, and its quotes or entities where the file gives them."""

    doc: str
    text: str
    quotes: tuple[Said, ...] | None
    ents: tuple[tuple[int, int, str], ...] | None


def gold_files(path: Path) -> list[Path]:
    """The gold files of a folder, at any depth, in order; or the one file that is given.

    Raises:
        SourceError: there is no such file, or nothing in the folder has a known suffix.
    """
    if path.is_file():
        return [path]
    found = sorted(p for p in path.rglob("*") if p.name.endswith(JSONL + TREEBANK))
    if not found:
        state = "has no gold file at any depth" if path.is_dir() else "does not exist"
        raise SourceError(f"{path} {state}. Give a .jsonl or .conllu file (.gz too), or a folder of such.")
    return found


def is_treebank(path: Path) -> bool:
    """Whether the name promises CoNLL-U."""
    return path.name.endswith(TREEBANK)


def read_documents(path: Path) -> list[Named]:
    """The documents of a JSONL gold file.

    Raises:
        FormatError: a line is no JSON object with "doc", "text", and "quotes" or "ents", two have one "doc", or there is no line.
    """
    found: dict[str, tuple[int, Named]] = {}
    for number, row in read_jsonl(path):
        document = _document(path, number, row)
        first, _ = found.setdefault(document.doc, (number, document))
        if first != number:
            raise FormatError(
                f'{path}:{number}: "doc" is {document.doc!r}, as in line {first}; '
                "give each document a name of its own, or take one of the two out."
            )
    if not found:
        raise FormatError(f"{path}: empty; a gold file has a document on each line.")
    return [document for _, document in found.values()]


def read_jsonl(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The objects of a JSONL file, each with the number of its line."""
    with open_text(path) as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield number, _object(path, number, line)


@contextmanager
def open_text(path: Path) -> Iterator[IO[str]]:
    """Open a text file in UTF-8, unpacking ``.gz`` on the way.

    Raises:
        SourceError: the file cannot be opened.
        FormatError: it is not UTF-8, or its gzip is damaged.
    """
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8") as stream:
            yield cast("IO[str]", stream)
    except UnicodeDecodeError as error:
        raise FormatError(f"{path}: not UTF-8 ({error}). Save the file as UTF-8.") from error
    except DAMAGE as error:
        raise FormatError(f"{path}: damaged or cut short gzip ({error}). Fetch the file again.") from error
    except OSError as error:
        raise SourceError(f"{path} cannot be opened: {error.strerror}. Check the name.") from error


def said(row: Mapping[str, Any]) -> Said:
    """A quote from a row of a gold file or of ``quotes.jsonl``."""
    return Said(
        type=row.get("type", "?"),
        content=tuple((start, end) for start, end in row["content"]),
        cue=_span(row.get("cue")),
        source=_span(row.get("source")),
        speaker=row.get("speaker"),
        kind=row.get("kind"),
        via=row.get("via"),
        polarity=row.get("polarity"),
        construction=row.get("construction"),
    )


def _object(path: Path, number: int, line: str) -> Mapping[str, Any]:
    """The object of a line, which names its document."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise FormatError(
            f"{path}:{number}: not JSON ({error}). A gold file has an object a line."
        ) from error
    if not isinstance(row, dict) or "doc" not in row:
        raise FormatError(f'{path}:{number}: an object with "doc" is wanted on every line.')
    return row


def _document(path: Path, number: int, row: Mapping[str, Any]) -> Named:
    """The gold document of a line."""
    if "text" not in row or not row.keys() & {"quotes", "ents"}:
        found = ", ".join(sorted(row))
        raise FormatError(
            f'{path}:{number}: a gold document has "text" and "quotes" or "ents"; this one has {found}.'
        )
    try:
        document = Named(row["doc"], row["text"], _quotes(row), _ents(row))
        _check_edges(document)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise FormatError(
            f"{path}:{number}: a quote or an entity is not in the known form: {error!r}."
        ) from error
    return document


def _check_edges(found: Named) -> None:
    """See that name and text are such, and that all stretches lie in the text: [0, 9] is in no «Да.»."""
    if not isinstance(found.doc, str):
        raise TypeError('"doc" is no text')
    if not isinstance(found.text, str):
        raise TypeError("the text is none")
    quotes, ents = found.quotes or (), found.ents or ()
    spans = [span for quote in quotes for span in (*quote.content, quote.cue, quote.source) if span]
    for start, end in (*spans, *((start, end) for start, end, _ in ents)):
        if not 0 <= start < end <= len(found.text):
            raise ValueError(f"[{start}, {end}] is no stretch of the text")


def _quotes(row: Mapping[str, Any]) -> tuple[Said, ...] | None:
    return tuple(map(said, row["quotes"])) if "quotes" in row else None


def _ents(row: Mapping[str, Any]) -> tuple[tuple[int, int, str], ...] | None:
    if "ents" not in row:
        return None
    return tuple((start, end, label) for start, end, label, *_ in row["ents"])


def _span(edges: Iterable[int] | None) -> Span | None:
    if edges is None:
        return None
    start, end = edges
    return start, end

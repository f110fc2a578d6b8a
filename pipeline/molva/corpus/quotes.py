"""Who said what, out of an output folder: choose quotes, and write them for other programs."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from molva.corpus.lines import to_line
from molva.corpus.merge import read_rows, table_path
from molva.corpus.sheets import write_sheet
from molva.errors import FormatError, SourceError

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which quotes are wanted; None does not limit.

    ``speaker`` is looked for in the speaker's name, in any case, its words in any order, е for ё.
    """

    speaker: str | None = None
    type: str | None = None
    polarity: str | None = None
    doc: str | None = None

    def wants(self, row: Row) -> bool:
        """Whether a quote is among those wanted."""
        return (
            self.type in (None, row["type"])
            and self.polarity in (None, row["polarity"])
            and self.doc in (None, row["doc"])
            and (self.speaker is None or _named(self.speaker, row["speaker"] or ""))
        )


def choose_quotes(out: Path, choice: Choice = Choice()) -> Iterator[Row]:
    """The quotes of an output folder that are wanted, in the order of the corpus.

    Raises:
        SourceError: the folder holds no run of molva, or no document of that id.
        FormatError: ``quotes.jsonl`` is damaged.
    """
    path = table_path(out, "quotes")
    if not path.is_file():
        raise SourceError(
            f"{out}: no quotes.jsonl here; name the OUT of an earlier `molva annotate CORPUS OUT`"
        )
    if choice.doc is not None and choice.doc not in _documents(out):
        raise SourceError(f"{out}: no document {choice.doc!r}; the ids of all are in documents.jsonl")
    try:
        yield from filter(choice.wants, read_rows(path))
    except (KeyError, TypeError) as error:
        raise FormatError(f"{path}: damaged ({error}); run `molva annotate` again") from None


def write_csv(rows: Iterable[Row], stream: TextIO) -> int:
    """Write quotes as a table that Excel opens; offsets as JSON, for «12:40» would be a time of day."""
    from molva.corpus.rows import QUOTE_FIELDS

    cells = ([_cell(row.get(field)) for field in QUOTE_FIELDS] for row in rows)
    return write_sheet(QUOTE_FIELDS, cells, stream)


def write_jsonl(rows: Iterable[Row], stream: TextIO) -> int:
    """Write quotes as lines of JSON."""
    written = 0
    for row in rows:
        stream.write(to_line(row))
        written += 1
    return written


def in_short(row: Row) -> tuple[str, str, str, str]:
    """A quote as who, how, what and where: four cells for people to read."""
    who = row["speaker"] or row["source_text"] or "—"
    how = row["type"] if row["polarity"] == "asserted" else f"{row['type']}, {row['polarity']}"
    via = f" ({row['via']})" if row["via"] else ""
    return who + via, how, " ".join(row["text"].split()), row["doc"]


def _documents(out: Path) -> set[str]:
    path = table_path(out, "documents")
    return {row["doc"] for row in read_rows(path)} if path.is_file() else set()


def _named(wanted: str, name: str) -> bool:
    folded = _fold(name)
    return all(word in folded for word in _fold(wanted).split())


def _fold(text: str) -> str:
    return text.casefold().replace("ё", "е")


def _cell(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, list) else value

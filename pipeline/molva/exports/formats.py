"""The formats that a run can be exported to: one module and one line each."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from molva.errors import SettingsError
from molva.exports.bio import write_bio
from molva.exports.docbin import write_docbins
from molva.exports.joined import write_joined
from molva.exports.page import write_page
from molva.exports.parquet import write_parquet_tables
from molva.exports.sheet import write_sheet


@dataclass(frozen=True, slots=True)
class Format:
    """How a run is exported: ``write(out, target)`` makes the file or folder ``target``.

    ``place`` is the name under ``OUT/exports`` when the user gives no target.
    """

    name: str
    place: str
    about: str
    write: Callable[[Path, Path], None]


FORMATS: dict[str, Format] = {
    format_.name: format_
    for format_ in (
        Format("bio", "corpus.bio", "names as CoNLL-2003 BIO, for taggers", write_bio),
        Format("conllu", "corpus.conllu", "all documents in one CoNLL-U file", write_joined),
        Format("csv", "quotes.csv", "the table of quotes, for Excel", write_sheet),
        Format("html", "quotes.html", "a page that shows who said what, for a browser", write_page),
        Format(
            "parquet", "parquet", "a folder of tables, for DuckDB, pandas and Polars", write_parquet_tables
        ),
        Format("spacy", "spacy", "a folder of .spacy files (DocBin), for spaCy", write_docbins),
    )
}


def export(out: Path, format: str, target: Path | None = None) -> Path:  # noqa: A002  the word users type
    """Write a run in a format of other people's tools.

    Args:
        out: the output folder of ``molva annotate``.
        format: a name in ``FORMATS``.
        target: the file or folder to write; by default under ``OUT/exports``.

    Returns:
        What was written.

    Raises:
        SettingsError: there is no such format, or what lies at ``target`` is neither a file nor a folder.
        SourceError: ``out`` holds no run.
        FormatError: a file of the run is damaged.
        MissingExtra: the format needs a library that is not installed.
    """
    if format not in FORMATS:
        known = "; ".join(f"{f.name}: {f.about}" for f in FORMATS.values())
        raise SettingsError(f"no format «{format}»; choose one of these: {known}")
    chosen = FORMATS[format]
    target = target or out / "exports" / chosen.place
    if target.exists() and not (target.is_file() or target.is_dir()):
        raise SettingsError(f"{target}: is no file; name another place to write to")
    target.parent.mkdir(parents=True, exist_ok=True)
    chosen.write(out, target)
    return target

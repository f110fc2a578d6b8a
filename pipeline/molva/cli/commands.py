"""The commands: what each may be told, and what it hands to the part of molva that does it."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from molva.cli.exits import SET_ASIDE
from molva.cli.printing import opened, opened_or_stdout, say, table, utf8_stdout
from molva.cli.progress import file_progress, progress
from molva.errors import SettingsError, SourceError

if TYPE_CHECKING:
    from molva.text.document import Document, ReadOptions, Unread

# As in molva.contract, which is not imported here: `molva --help` must not wait for spaCy.
QuoteType = Literal["direct", "indirect", "mixed"]
Polarity = Literal["asserted", "denied", "negated", "hypothetical"]
Kind = Literal["person", "org", "place", "group", "document"]

app = typer.Typer(
    name="molva",
    help="Russian texts in; annotated CoNLL-U and who said what, out.",
    no_args_is_help=False,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"molva {version('molva')}")
        raise typer.Exit


@app.callback()
def molva(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Russian texts in; annotated CoNLL-U and who said what, out."""


@app.command()
def annotate(
    corpus: Annotated[
        Path,
        typer.Argument(
            help="A folder, or one file: .txt .html .jsonl .csv .tsv (or .gz of these), .parquet."
        ),
    ],
    out: Annotated[Path, typer.Argument(help="The folder to write to; a second run does only what is new.")],
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help="Processes side by side; all cores up to 8 if not given."),
    ] = None,
    encoding: Annotated[str | None, typer.Option(help="Encoding of all files, instead of detection.")] = None,
    text_key: Annotated[str, typer.Option(help="Key or column of the text, in .jsonl and tables.")] = "text",
    id_key: Annotated[str, typer.Option(help="Key or column of the id, in .jsonl and tables.")] = "id",
    model: Annotated[str, typer.Option(help="Name of the model.")] = "molva",
    rows_per_file: Annotated[
        int, typer.Option(min=1, help="Documents of a .jsonl or table in one .conllu.")
    ] = 50,
    force: Annotated[bool, typer.Option("--force", help="Do everything anew.")] = False,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Try again what was set aside.")
    ] = False,
    parquet: Annotated[bool, typer.Option("--parquet", help="Write the tables as Parquet too.")] = False,
    loader: Annotated[str, typer.Option(hidden=True)] = "molva:load",
) -> None:
    """Annotate a corpus: CoNLL-U, quotes, mentions, entities."""
    from molva.corpus import run
    from molva.corpus.report import summary
    from molva.corpus.settings import Settings
    from molva.text.document import ReadOptions

    settings = Settings(
        ReadOptions(encoding, text_key, id_key), model=model, loader=loader, rows=rows_per_file
    )
    with progress() as watch:
        report = run.annotate(
            corpus,
            out,
            settings=settings,
            jobs=jobs or _cores(),
            force=force,
            retry_failed=retry_failed,
            parquet=parquet,
            watch=watch,
        )
    for line in summary(report, out):
        say(line)
    raise typer.Exit(SET_ASIDE if report.set_aside else 0)


@app.command()
def quotes(
    out: Annotated[Path, typer.Argument(help="The output folder of an earlier run.")],
    speaker: Annotated[
        str | None, typer.Option(help="Only this speaker: a part of the name is enough.")
    ] = None,
    type_: Annotated[QuoteType | None, typer.Option("--type", help="Only quotes of this type.")] = None,
    polarity: Annotated[Polarity | None, typer.Option(help="Only what is asserted, or denied, …")] = None,
    doc: Annotated[str | None, typer.Option(help="Only this document.")] = None,
    csv: Annotated[Path | None, typer.Option(help="Write CSV for Excel to a file, or to - (stdout).")] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print lines of JSON instead of a table.")] = False,
    limit: Annotated[int, typer.Option(min=0, help="At most so many quotes; 0 for all.")] = 0,
) -> None:
    """Show who said what."""
    from itertools import islice

    from molva.corpus.quotes import Choice, choose_quotes, in_short, write_csv, write_jsonl
    from molva.corpus.report import counted

    _check_one_format(csv, jsonl=jsonl)
    rows = islice(choose_quotes(out, Choice(speaker, type_, polarity, doc)), limit or None)
    if csv is not None:
        with opened_or_stdout(csv) as stream:
            written = write_csv(rows, stream)
        if str(csv) != "-":
            say(f"{csv}: {counted(written, 'quote')}")
    elif jsonl:
        write_jsonl(rows, utf8_stdout())
    else:
        shown = [in_short(row) for row in rows]
        table(("who", "how", "what", "document"), shown)
        say(counted(len(shown), "quote"))


@app.command()
def speakers(
    out: Annotated[Path, typer.Argument(help="The output folder of an earlier run.")],
    kind: Annotated[Kind | None, typer.Option(help="Only speakers of this kind.")] = None,
    min_quotes: Annotated[int, typer.Option(min=1, help="Only who is quoted so often.")] = 1,
    nameless: Annotated[bool, typer.Option("--all", help="Speakers without a name too.")] = False,
    csv: Annotated[Path | None, typer.Option(help="Write CSV for Excel to a file, or to - (stdout).")] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print lines of JSON instead of a table.")] = False,
    limit: Annotated[int, typer.Option(min=0, help="At most so many speakers; 0 for all.")] = 0,
) -> None:
    """Put the speakers of all documents together, into OUT/speakers.jsonl, and show them."""
    from itertools import islice

    from molva.corpus.report import counted
    from molva.registry.speakers import find_speakers
    from molva.registry.table import COLUMNS, Choice, in_short, write_csv, write_jsonl, write_speakers

    _check_one_format(csv, jsonl=jsonl)
    found = find_speakers(out)
    path = write_speakers(found, out)
    chosen = list(islice(filter(Choice(kind, min_quotes, nameless).wants, found), limit or None))
    if csv is not None:
        with opened_or_stdout(csv) as stream:
            write_csv(chosen, stream)
    elif jsonl:
        write_jsonl(chosen, utf8_stdout())
    else:
        table(COLUMNS, map(in_short, chosen))
    say(f"{len(chosen):,} of {counted(len(found), 'speaker')}; all of them → {path}")


@app.command()
def explain(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A text, or a file of texts; - for stdin.")],
    doc: Annotated[str | None, typer.Option(help="Only this document of a .jsonl or a table.")] = None,
    encoding: Annotated[str | None, typer.Option(help="Encoding of the file, instead of detection.")] = None,
    text_key: Annotated[str, typer.Option(help="Key or column of the text, in .jsonl and tables.")] = "text",
    id_key: Annotated[str, typer.Option(help="Key or column of the id, in .jsonl and tables.")] = "id",
) -> None:
    """Tell of each quote in a text which rule found it and why its speaker was chosen."""
    from molva.text.document import ReadOptions, Unread

    found, unread = 0, []
    for item in _documents(source, ReadOptions(encoding, text_key, id_key)):
        if isinstance(item, Unread):
            unread.append(item.reason)
        elif doc in (None, item.id):
            found += 1
            try:
                _print_explanation(item)
            except SourceError as error:
                reason = f"{source}, {item.id}: {error}" if item.id else f"{source}: {error}"
                if doc is not None:
                    raise SourceError(reason) from None
                unread.append(reason)
    if doc is not None and not found:
        raise SettingsError(f"{source}: no document {doc!r}; leave --doc out to see all of them")
    if not found and not unread:
        raise SettingsError(f"{source}: no document in it; name a file that holds one")
    if doc is None and unread:
        sys.stdout.flush()
        say(f"{len(unread):,} set aside:")
        for reason in unread:
            say(f"  {reason}")
        raise typer.Exit(SET_ASIDE)


@app.command()
def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="Gold quotes or entities (.jsonl), grammar (.conllu), or a folder.")
    ],
    errors: Annotated[int, typer.Option(min=0, help="Show so many of the errors.")] = 0,
    predictions: Annotated[
        Path | None,
        typer.Option("--pred", help="Score this output folder or .jsonl instead of annotating."),
    ] = None,
    write: Annotated[Path | None, typer.Option(help="Write the predictions there, as lines of JSON.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes side by side.")] = 1,
    limit: Annotated[int | None, typer.Option(min=1, help="Only the first documents of each file.")] = None,
    model: Annotated[str, typer.Option(help="Name of the model.")] = "molva",
) -> None:
    """Score quotes, entities and grammar against gold."""
    import json as json_format

    from molva.corpus.quotes import write_jsonl
    from molva.evaluate import evaluate_path

    report = evaluate_path(
        gold, model=model, jobs=jobs, predictions=predictions, limit=limit, progress=file_progress()
    )
    if write is not None:
        with opened(write) as stream:
            write_jsonl(map(dict, report.predicted), stream)
    if json:
        typer.echo(json_format.dumps(report.as_dict(), ensure_ascii=False, indent=1))
        return
    table(report.columns, report.rows())
    for miss in report.errors[:errors]:
        typer.echo(f"{miss.file} {miss.doc}: {miss.what}: gold {miss.gold} | predicted {miss.predicted}")


@app.command()
def export(
    out: Annotated[Path, typer.Argument(help="The output folder of an earlier run.")],
    format_: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT", help="html, csv, bio (CoNLL-2003), conllu, spacy (DocBin) or parquet."
        ),
    ],
    to: Annotated[Path | None, typer.Option(help="Where to write, instead of OUT/exports.")] = None,
) -> None:
    """Write a run in a format of other people's tools."""
    from molva.exports import export as write_export

    typer.echo(str(write_export(out, format_, to)))


def _check_one_format(csv: Path | None, *, jsonl: bool) -> None:
    if csv is not None and jsonl:
        raise SettingsError("--csv and --jsonl together: choose one")


def _documents(source: Path, options: "ReadOptions") -> Iterator["Document | Unread"]:
    """The documents of a file, its rows under the ids that `molva annotate` gives them; ``-`` is a text on stdin."""
    from molva.corpus.names import document_id, stems
    from molva.text.decode import decode
    from molva.text.document import Document, Unread
    from molva.text.sources import documents_of

    if str(source) == "-":
        yield Document("", decode(sys.stdin.buffer.read(), "stdin", options.encoding)[0])
        return
    stem = stems([source.name])[source.name]
    for item in documents_of(source, options):
        if isinstance(item, Unread) or item.row is None:
            yield item
        else:
            yield replace(item, id=document_id(item.id, stem, item.row))


def _print_explanation(document: "Document") -> None:
    """What is told of a document's quotes, under its id."""
    from molva.quotes.explain import explain as explained

    explanation, out = explained(document.text), utf8_stdout()
    out.write(f"# {document.id}\n" if document.id else "")
    out.write("" if explanation.quotes else "no quotes found\n")
    out.writelines(f"{line}\n" for line in explanation.lines())


def _cores() -> int:
    """How many processes run side by side where nobody has said it."""
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return min(cores, 8)  # a worker takes half a gigabyte: more only on demand

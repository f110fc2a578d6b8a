"""The command line. It computes nothing, and nothing else in molva prints."""

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NoReturn

import typer

from molva.errors import MolvaError, SettingsError

if TYPE_CHECKING:
    from molva.corpus.report import Progress

SET_ASIDE = 3  # exit code: all went through but for what is listed
BAD_ARGUMENTS = 2
INTERRUPTED = 130

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


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command; whatever the user can mend is told in one line, without a traceback."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        code = app(args=arguments, prog_name="molva", standalone_mode=False)
        sys.stdout.flush()
        if code == INTERRUPTED:  # some versions of typer say so instead of raising Abort
            _stopped()
        sys.exit(code or 0)
    except BrokenPipeError:
        _unheard()
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):  # typer makes an error of it
            _unheard()
        raise
    except (KeyboardInterrupt, typer.Abort):
        _stopped()
    except MolvaError as error:
        _fail(str(error), BAD_ARGUMENTS)
    except OSError as error:
        _fail(f"{error.filename or 'the output'}: {error.strerror}; mend it and try again", BAD_ARGUMENTS)
    except Exception as error:
        if hasattr(error, "format_message"):  # an error of usage: typer's own class moves between versions
            _fail(f"{_one_line(error.format_message())} (see molva --help)", BAD_ARGUMENTS)
        raise


def _unheard() -> NoReturn:
    """The reader of our output (``head``) has seen enough, which is no error."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(0)


def _stopped() -> NoReturn:
    _fail("stopped; the same command goes on from here", INTERRUPTED)


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
    with _progress() as watch:
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
        _say(line)
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

    choice = Choice(speaker, type_, polarity, doc)
    rows = islice(choose_quotes(out, choice), limit or None)
    if csv is not None and jsonl:
        raise SettingsError("--csv and --jsonl together: choose one")
    if csv is not None and str(csv) != "-":
        with _opened(csv) as stream:
            written = write_csv(rows, stream)
        _say(f"{csv}: {_counted(written, 'quote')}")
    elif csv is not None:
        write_csv(rows, _utf8_stdout())
    elif jsonl:
        write_jsonl(rows, _utf8_stdout())
    else:
        shown = [in_short(row) for row in rows]
        _table(("who", "how", "what", "document"), shown)
        _say(_counted(len(shown), "quote"))


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

    from molva.registry.speakers import find_speakers
    from molva.registry.table import COLUMNS, Choice, in_short, write_csv, write_jsonl, write_speakers

    if csv is not None and jsonl:
        raise SettingsError("--csv and --jsonl together: choose one")
    found = find_speakers(out)
    path = write_speakers(found, out)
    chosen = list(islice(filter(Choice(kind, min_quotes, nameless).wants, found), limit or None))
    if csv is not None and str(csv) != "-":
        with _opened(csv) as stream:
            write_csv(chosen, stream)
    elif csv is not None:
        write_csv(chosen, _utf8_stdout())
    elif jsonl:
        write_jsonl(chosen, _utf8_stdout())
    else:
        _table(COLUMNS, map(in_short, chosen))
    _say(f"{len(chosen):,} of {_counted(len(found), 'speaker')}; all of them → {path}")


@app.command()
def explain(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A text, or a file of texts; - for stdin.")],
    doc: Annotated[str | None, typer.Option(help="Only this document of a .jsonl or a table.")] = None,
    encoding: Annotated[str | None, typer.Option(help="Encoding of the file, instead of detection.")] = None,
    text_key: Annotated[str, typer.Option(help="Key or column of the text, in .jsonl and tables.")] = "text",
    id_key: Annotated[str, typer.Option(help="Key or column of the id, in .jsonl and tables.")] = "id",
) -> None:
    """Tell of each quote in a text which rule found it and why its speaker was chosen."""
    from molva.quotes.explain import explain as explained
    from molva.text.document import Document, ReadOptions, Unread
    from molva.text.sources import documents_of

    options = ReadOptions(encoding, text_key, id_key)
    items = [Document("", _stdin(encoding))] if str(source) == "-" else documents_of(source, options)
    out, found, unread = _utf8_stdout(), 0, []
    for item in items:
        if isinstance(item, Unread):
            unread.append(item.reason)
        elif doc in (None, item.id):
            found += 1
            explanation = explained(item.text)
            out.write(f"# {item.id}\n" if item.id else "")
            out.write("" if explanation.quotes else "no quotes found\n")
            out.writelines(f"{line}\n" for line in explanation.lines())
    if doc is not None and not found:
        raise SettingsError(f"{source}: no document {doc!r}; leave --doc out to see all of them")
    if not found and not unread:
        raise SettingsError(f"{source}: no document in it; name a file that holds one")
    if doc is None and unread:
        out.flush()
        _say(f"{len(unread):,} set aside:")
        for reason in unread:
            _say(f"  {reason}")
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
        gold, model=model, jobs=jobs, predictions=predictions, limit=limit, progress=_file_progress()
    )
    if write is not None:
        with _opened(write) as stream:
            write_jsonl(map(dict, report.predicted), stream)
    if json:
        typer.echo(json_format.dumps(report.as_dict(), ensure_ascii=False, indent=1))
        return
    _table(report.columns, report.rows())
    for miss in report.errors[:errors]:
        typer.echo(f"{miss.file} {miss.doc}: {miss.what}: gold {miss.gold} | predicted {miss.predicted}")


@app.command()
def export(
    out: Annotated[Path, typer.Argument(help="The output folder of an earlier run.")],
    format_: Annotated[
        str, typer.Argument(metavar="FORMAT", help="For example bio (CoNLL-2003), spacy, csv.")
    ],
    to: Annotated[Path | None, typer.Option(help="Where to write, instead of OUT/exports.")] = None,
) -> None:
    """Write a run in a format of other people's tools."""
    from molva.exports import export as write_export

    typer.echo(str(write_export(out, format_, to)))


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    return min(cores, 8)  # a worker takes half a gigabyte: more only on demand


@contextmanager
def _progress() -> Iterator[Callable[["Progress"], None]]:
    """A bar for people, and lines for logs."""
    if not sys.stderr.isatty():
        yield _plain_watch()
        return
    from rich import progress as bars
    from rich.console import Console

    columns = (
        bars.TextColumn("annotating"),
        bars.BarColumn(),
        bars.MofNCompleteColumn(),
        bars.TextColumn("{task.fields[tokens]:,} tokens"),
        bars.TimeRemainingColumn(),
    )
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, tokens=0)
        yield lambda state: bar.update(task, completed=state.done, total=state.total, tokens=state.tokens)


def _plain_watch() -> Callable[["Progress"], None]:
    """A line for each tenth of the way."""
    tenths = [-1]

    def watch(state: "Progress") -> None:
        tenth = 10 * state.done // state.total if state.total else 10
        if tenth > tenths[0] and state.total:
            tenths[0] = tenth
            _say(f"annotating: {state.done:,} of {state.total:,} documents, {state.tokens:,} tokens")

    return watch


def _file_progress() -> Callable[[str, int, int], None]:
    """How far each gold file is, for people alone."""

    def watch(name: str, done: int, total: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[K{name}: {done:,} of {total:,}" if done < total else "\r\x1b[K")
            sys.stderr.flush()

    return watch


def _table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """A table as wide as the terminal; into a file or a pipe it is 120 columns wide."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*map(Text, row))
    width = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else 120
    Console(width=width, file=_utf8_stdout()).print(table)


def _stdin(encoding: str | None) -> str:
    from molva.text.decode import decode

    return decode(sys.stdin.buffer.read(), "stdin", encoding)[0]


def _utf8_stdout() -> Any:
    """What is written is UTF-8 with plain line ends, whatever the system prefers."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", newline="")
    return sys.stdout


def _opened(path: Path) -> Any:
    """A file to write to, or an error that says what to do."""
    try:
        return path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise SettingsError(f"{path}: cannot be written ({error.strerror}); name another file") from None


def _say(line: str) -> None:
    typer.echo(line, err=True)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _one_line(text: str) -> str:
    return " ".join(text.split()).rstrip(".")


def _fail(message: str, code: int) -> NoReturn:
    _say(f"molva: {_one_line(message)}")
    sys.exit(code)

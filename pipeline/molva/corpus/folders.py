"""The folders of a run: what may be written where, and what of an earlier run goes."""

import contextlib
import os
from pathlib import Path

from molva.corpus.contents import LEDGER, TABLES
from molva.corpus.ledger import DamagedLedger, Ledger
from molva.corpus.merge import table_path
from molva.corpus.work import FOLDER
from molva.errors import SettingsError


def check_folders(corpus: Path, out: Path) -> None:
    """Refuse an output that is a file, the corpus itself, or the folder that its one file lies in.

    Raises:
        SettingsError: the two cannot be used together.
    """
    if out.exists() and not out.is_dir():
        raise SettingsError(f"{out}: is a file, and the output must be a folder; name another")
    if corpus.exists() and out.resolve() in (corpus.resolve(), _home(corpus)):
        raise SettingsError(f"{out}: is the corpus itself; name another folder for the output")


def _home(corpus: Path) -> Path | None:
    """The folder of a corpus that is a single file."""
    return corpus.resolve().parent if corpus.is_file() else None


def make_folder(out: Path) -> None:
    """Make the output folder, and see that files can be written there.

    Raises:
        SettingsError: it cannot be made, or not be written to.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"{out}: cannot be made ({error.strerror}); name another folder for the output"
        ) from None
    if not os.access(out, os.W_OK | os.X_OK):
        raise SettingsError(f"{out}: cannot be written to; name another folder for the output")


def refuse_foreign(out: Path) -> None:
    """Refuse a folder with tables that no ledger knows of: they may be anybody's.

    Raises:
        SettingsError: there is a table and no ledger.
    """
    tables = [table_path(out, name) for name in TABLES]
    found = next((path for path in tables if path.exists()), None)
    if found is not None and not (out / LEDGER).exists():
        raise SettingsError(
            f"{found}: is there already, and {LEDGER} does not lie beside it; "
            "name another folder for the output, or use --force to write over it"
        )


def start_anew(out: Path) -> None:
    """Delete the ledger and the outputs it knows of, so that nothing of an earlier run is kept.

    Raises:
        SettingsError: another run is writing there.
    """
    try:
        with Ledger(out) as ledger:
            for entry in ledger.entries().values():
                remove_output(out, entry.output)
    except DamagedLedger:
        pass  # its outputs are unknown; those of the same names will be written over
    (out / LEDGER).unlink(missing_ok=True)


def remove_output(out: Path, output: str) -> None:
    """Delete one output, and its folders as far as they are empty then."""
    if not output:
        return
    path = out / FOLDER / output
    path.unlink(missing_ok=True)
    for folder in path.relative_to(out / FOLDER).parents:
        with contextlib.suppress(OSError):  # not empty, or the folder of all outputs
            (out / FOLDER / folder).rmdir()

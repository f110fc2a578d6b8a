"""The ledger: one SQLite file that remembers every job, its result and what was set aside.

A job is entered after its ``.conllu`` has been renamed into place, together with its rows of
the tables, in one transaction. So whatever is in the ledger is done, and a run that was killed
goes on where it was.
"""

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Self

from molva.corpus.contents import LEDGER
from molva.corpus.plan import Job
from molva.errors import SettingsError

_VERSION = 1
_ANEW = ""  # no settings have this fingerprint
_SCHEMA = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE jobs (
    source TEXT, part INTEGER, digest TEXT, settings TEXT, output TEXT, encoding TEXT,
    documents INTEGER, tokens INTEGER, sentences INTEGER, mentions INTEGER, entities INTEGER, quotes INTEGER,
    seconds REAL, PRIMARY KEY (source, part));
CREATE TABLE set_aside (source TEXT, part INTEGER, row INTEGER, doc TEXT, reason TEXT, trace TEXT);
CREATE INDEX set_aside_job ON set_aside (source, part);
CREATE TABLE lines (source TEXT, part INTEGER, name TEXT, packed BLOB, PRIMARY KEY (source, part, name));
"""


class DamagedLedger(SettingsError):
    """The file is no ledger, or one of another version."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A document, a row or a file that did not go through, and the whole reason in one line."""

    source: str
    row: int | None
    doc: str | None
    reason: str
    trace: str = ""


@dataclass(slots=True)
class Counts:
    """How much there is of everything."""

    documents: int = 0
    tokens: int = 0
    sentences: int = 0
    mentions: int = 0
    entities: int = 0
    quotes: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a job: its output (empty if no document went through) and packed table lines.

    ``again`` says that the next run shall do it anew: an extra was missing, and the file may be sound.
    """

    job: Job
    output: str
    encoding: str | None
    counts: Counts
    lines: dict[str, bytes]
    set_aside: list[SetAside] = field(default_factory=list)
    seconds: float = 0.0
    again: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What the ledger remembers of a job when it is asked whether to do it again."""

    digest: str
    settings: str
    output: str
    failed: bool


class Ledger:
    """The ledger of an output folder; one process at a time may hold it."""

    def __init__(self, out: Path) -> None:
        self.path = out / LEDGER
        try:
            self._base = self._opened()
        except sqlite3.OperationalError as error:
            raise self._held(error) from None
        except sqlite3.DatabaseError as error:
            raise DamagedLedger(
                f"{self.path}: not a ledger that can be used ({error}); use --force to start anew"
            ) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _type: object, error: BaseException | None, _trace: object) -> None:
        """Close the file; a disk that is full is told in one line.

        Raises:
            SettingsError: what was done last could not be entered.
        """
        try:
            self._base.commit()
        except sqlite3.OperationalError as full:
            error = full
        finally:
            self._base.close()
        if isinstance(error, sqlite3.OperationalError):
            raise self._held(error) from None

    def entries(self) -> dict[tuple[str, int], Entry]:
        """All jobs that were done."""
        rows = self._base.execute(
            "SELECT source, part, digest, settings, output, EXISTS (SELECT 1 FROM set_aside AS s "
            "WHERE s.source = jobs.source AND s.part = jobs.part) FROM jobs"
        )
        return {(row[0], row[1]): Entry(row[2], row[3], row[4], failed=bool(row[5])) for row in rows}

    def record(self, result: Result, settings: str) -> None:
        """Enter a result in place of what was there; lasting after the next ``commit``."""
        key = result.job.key
        self._forget(key)
        job = (*key, result.job.digest, _ANEW if result.again else settings, result.output, result.encoding)
        job = (*job, *astuple(result.counts), result.seconds)
        self._base.execute(f"INSERT INTO jobs VALUES ({', '.join('?' * len(job))})", job)  # noqa: S608
        for item in result.set_aside:
            aside = (item.source, key[1], item.row, item.doc, item.reason, item.trace)
            self._base.execute("INSERT INTO set_aside VALUES (?, ?, ?, ?, ?, ?)", aside)
        for name, packed in result.lines.items():
            self._base.execute("INSERT INTO lines VALUES (?, ?, ?, ?)", (*key, name, packed))

    def forget(self, key: tuple[str, int]) -> None:
        """Strike out a job."""
        self._forget(key)

    def commit(self) -> None:
        """Make everything recorded so far last."""
        self._base.commit()

    def lines(self, key: tuple[str, int], name: str) -> str:
        """The lines that a job adds to a table."""
        query = "SELECT packed FROM lines WHERE source = ? AND part = ? AND name = ?"
        found = self._base.execute(query, (*key, name)).fetchone()
        return zlib.decompress(found[0]).decode() if found else ""

    def counts(self) -> Counts:
        """Sums over all jobs."""
        sums = ("documents", "tokens", "sentences", "mentions", "entities", "quotes")
        query = f"SELECT {', '.join(f'coalesce(sum({name}), 0)' for name in sums)} FROM jobs"  # noqa: S608
        return Counts(*self._base.execute(query).fetchone())

    def set_aside(self) -> Iterator[SetAside]:
        """Everything that was set aside, in no order."""
        for row in self._base.execute("SELECT source, row, doc, reason, trace FROM set_aside ORDER BY rowid"):
            yield SetAside(*row)

    def encodings(self) -> dict[str, str]:
        """The encoding of every source that is text."""
        query = "SELECT source, encoding FROM jobs WHERE encoding IS NOT NULL GROUP BY source ORDER BY source"
        return dict(self._base.execute(query))

    def fact(self, name: str) -> str | None:
        """Something remembered about the whole run."""
        found = self._base.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def remember(self, name: str, value: str) -> None:
        """Remember something about the whole run."""
        self._base.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def _opened(self) -> sqlite3.Connection:
        """The base, made if it is new, and locked for this process as long as it is open."""
        base = sqlite3.connect(self.path, timeout=1)
        base.execute("PRAGMA locking_mode = EXCLUSIVE")
        base.execute("PRAGMA synchronous = NORMAL")
        found = base.execute("PRAGMA user_version").fetchone()[0]
        if found not in (0, _VERSION):
            raise sqlite3.DatabaseError(f"it is of version {found}, and this is version {_VERSION}")
        if found == 0:
            base.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")
        base.execute("BEGIN IMMEDIATE")
        base.execute("COMMIT")
        return base

    def _held(self, error: sqlite3.OperationalError) -> SettingsError:
        """An error of the base as one that says what to do."""
        if "locked" in str(error):
            return SettingsError(
                f"{self.path.parent}: another run is writing here; wait for it or name another output folder"
            )
        return SettingsError(f"{self.path}: cannot be written ({error}); mend it and run again to go on")

    def _forget(self, key: tuple[str, int]) -> None:
        for table in ("jobs", "set_aside", "lines"):
            self._base.execute(f"DELETE FROM {table} WHERE source = ? AND part = ?", key)  # noqa: S608

"""The sources of a corpus: which files of a folder are read, in which order, and which are not.

Read are the files whose suffix a reader knows, in any case. Left out, and counted: hidden files
and folders (a name that begins with a dot, and «~$…» of office programs), the output folder when
it lies inside the corpus, files of other kinds, and what is no file at all (a pipe would be waited
for without end). Links to folders are not followed, and counted. A folder that holds the tables of
another run is no part of a corpus: its quotes would be read as documents.

A folder that cannot be read is set aside like a file: what lies in it is unknown, and not silently left out.
A name that is not UTF-8 (an archive of Windows unpacked elsewhere) can stand in no table: the file
is set aside under a name in which the bytes are escaped.
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from molva.corpus.contents import holds_run
from molva.corpus.names import printable, stems
from molva.errors import SettingsError
from molva.text.sources import FORMATS, SUFFIXES, Format, format_of, suffix_of


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: where it lies, its name in the corpus (with «/»), its output without suffix.

    ``fault`` is the reason why it cannot be read whatever is in it; empty if there is none.
    """

    path: Path
    name: str
    stem: str
    format: Format
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a corpus holds: the sources in order, and counts of what is left out, by suffix."""

    sources: tuple[Source, ...]
    ignored: dict[str, int]


def find_sources(corpus: Path, out: Path) -> Found:
    """List the sources of a folder, or of a single file.

    Raises:
        SettingsError: there is no such file or folder, it is the output of a run, or holds nothing that molva reads.
    """
    if not corpus.exists():
        raise SettingsError(f"{corpus}: no such file or folder; check the path of the corpus")
    root, names, ignored = corpus, [], Counter[str]()
    closed: list[OSError] = []
    if corpus.is_file():
        if format_of(corpus.name) is None:
            raise SettingsError(
                f"{corpus}: not a kind of file that molva reads ({', '.join(SUFFIXES)}); save its text as .txt"
            )
        root, names = corpus.parent, [corpus.name]
    elif holds_run(entry.name for entry in corpus.iterdir()):
        raise SettingsError(f"{corpus}: is the output of a run, not a corpus; name the folder of the texts")
    else:
        for name in sorted(_names(corpus, out.resolve(), ignored, closed), key=_order):
            if format_of(name):
                names.append(name)
            else:
                ignored[printable(suffix_of(name)) or "no suffix"] += 1
    sources = (*_sources(root, names), *(_closed(root, error) for error in closed))
    if not sources:
        others = ", ".join(f"{count:,} {kind}" for kind, count in sorted(ignored.items()))
        only = f" but {others}" if others else ""
        raise SettingsError(f"{corpus}: nothing to read here{only}; molva reads {', '.join(SUFFIXES)}")
    return Found(sources, dict(sorted(ignored.items())))


def _sources(root: Path, names: list[str]) -> Iterator[Source]:
    """The files by name, each with what it is read as and a stem that no other has."""
    stem = stems(map(printable, names))
    for name in names:
        if format_ := format_of(name):
            shown = printable(name)
            yield Source(root / name, shown, stem[shown], format_, "" if shown == name else _misnamed(shown))


def _closed(root: Path, error: OSError) -> Source:
    """A folder that cannot be read, as a source that is set aside; its stem is that of no document."""
    path = Path(error.filename)
    name = printable(path.relative_to(root).as_posix())
    fault = f"{name}: the folder cannot be read ({error.strerror}); check its permissions"
    return Source(path, name, f"{name}/", FORMATS[0], fault)


def _misnamed(name: str) -> str:
    return f"{name}: the name of the file, or of a folder of it, is not UTF-8; rename it"


def _names(root: Path, out: Path, ignored: Counter[str], closed: list[OSError]) -> Iterator[str]:
    """The files below a folder, with «/» in their names; what is passed over is counted, what is ``closed`` gathered."""
    for folder, folders, files in os.walk(root, onerror=closed.append):
        for name in [name for name in folders if _hidden(name)]:
            ignored["hidden"] += 1
            folders.remove(name)
        folders[:] = [name for name in folders if (Path(folder) / name).resolve() != out]
        for name in [name for name in folders if (Path(folder) / name).is_symlink()]:
            ignored["link to a folder"] += 1
            folders.remove(name)
        if holds_run(files):
            ignored["output of a run"] += 1
            folders.clear()
            continue
        for name in files:
            path = Path(folder) / name
            if _hidden(name):
                ignored["hidden"] += 1
            elif path.exists() and not path.is_file():  # a broken link is set aside when it is read
                ignored["no file"] += 1
            else:
                yield path.relative_to(root).as_posix()


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def _order(name: str) -> list[str]:
    return name.split("/")

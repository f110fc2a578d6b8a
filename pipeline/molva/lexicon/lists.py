"""How word lists are written: an entry a line, its columns parted by ``|``; ``#`` opens a comment."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

HERE = "molva"


def entries(package: str, name: str) -> Iterator[str]:
    """The lines of ``lexicon/<name>.txt`` in a package, without comments and blank lines."""
    text = files(package).joinpath("lexicon", f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        entry = line.split("#", 1)[0].strip()
        if entry:
            yield entry


def rows(package: str, name: str) -> Iterator[list[str]]:
    """The columns of each line of a list."""
    for entry in entries(package, name):
        yield [cell.strip() for cell in entry.split("|")]


def cells(row: list[str], column: int, mark: str = ",") -> list[str]:
    """The items of one column of a row, which may be short of it."""
    items = row[column].split(mark) if column < len(row) else []
    return [item.strip() for item in items if item.strip()]


@cache
def shared_list(name: str) -> frozenset[str]:
    """A list of single words for several stages: «talks»."""
    return frozenset(entries(HERE, name))

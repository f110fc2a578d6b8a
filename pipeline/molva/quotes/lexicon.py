"""The word lists of the quote stage, read once from ``lexicon/*.txt``."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def entries(name: str) -> Iterator[str]:
    """The lines of ``lexicon/<name>.txt`` without comments and blank lines."""
    text = files("molva.quotes").joinpath("lexicon", f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        entry = line.split("#", 1)[0].strip()
        if entry:
            yield entry


@cache
def word_list(*names: str) -> frozenset[str]:
    """A list with one entry a line, or several as one."""
    return frozenset(entry for name in names for entry in entries(name))


@cache
def classed(name: str) -> dict[str, frozenset[str]]:
    """A list whose lines are ``lemma class[,class]``."""
    rows = (entry.rsplit(maxsplit=1) for entry in entries(name))
    return {lemma: frozenset(classes.split(",")) for lemma, classes in rows}

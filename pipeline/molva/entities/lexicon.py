"""The word lists of the entity stage, read once from ``lexicon/*.txt``."""

from functools import cache
from importlib.resources import files


@cache
def word_list(name: str) -> frozenset[str]:
    """A list with one entry a line; ``#`` opens a comment."""
    return frozenset(_entries(name))


@cache
def genders(name: str) -> dict[str, str]:
    """A list whose lines are ``word gender``, the gender as UD names it."""
    return dict(_pair(entry) for entry in _entries(name))


def _pair(entry: str) -> tuple[str, str]:
    word, gender = entry.rsplit(maxsplit=1)
    return word, gender


def _entries(name: str) -> list[str]:
    text = files("molva.entities").joinpath("lexicon", f"{name}.txt").read_text(encoding="utf-8")
    entries = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return [entry for entry in entries if entry]

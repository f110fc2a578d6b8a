"""One place under its several names: «РФ», «Россия», «российский»; «США», «Соединённые Штаты».

Names are compared by stems, two letters short, so that any case of a name leads to its place.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from molva.lexicon.folding import fold
from molva.lexicon.lists import cells
from molva.speakers.lexicon import rows, words

_ENDING = 2
_SHORTEST = 3
STATE = "страна"
REPUBLIC = "республика"
"""A part of a country, or a country itself."""
COUNTRIES = frozenset((STATE, "государство", REPUBLIC))
_REGION = "регион"
_REGIONS = frozenset(("область", "край", REPUBLIC, "округ"))
KINDS = frozenset((*COUNTRIES, *_REGIONS, *"регион город район полуостров остров штат провинция".split()))
"""Nouns by which a text goes on about a place that it has named."""


@lru_cache(20_000)
def stem(word: str) -> str:
    """A folded word without its ending: «новой», «новая» → «нов». Short words stay whole."""
    word = fold(word)
    return word[: max(len(word) - _ENDING, _SHORTEST)]


def place(lemmas: Sequence[str]) -> str:
    """The usual name (folded) of the place that these lemmas name, or an empty string."""
    if len(lemmas) == 1:
        return _words().get(lemmas[0], "")
    return _phrases().get(tuple(map(stem, lemmas)), "")


@cache
def single_names(name: str) -> frozenset[str]:
    """The lemmas that name a place each by itself: «россия», «рф»."""
    return frozenset(lemma for lemma, found in _words().items() if found == name)


def trailing_place(lemmas: Sequence[str]) -> tuple[int, str]:
    """How many of the last lemmas name a place («мид», «россия» → 1), and which."""
    for length in (3, 2, 1):
        if length < len(lemmas) and (found := place(lemmas[-length:])):
            return length, found
    return 0, ""


def country(genitive: str) -> str:
    """The place that a folded genitive names: «россии» → россия."""
    endings = {"ии": "ия", "ы": "а", "и": "а", "а": "", "я": "й"}
    tried = (genitive[: -len(end)] + start for end, start in endings.items() if genitive.endswith(end))
    return next((found for word in (*tried, genitive) if (found := place([word]))), "")


def is_called(noun: str, name: str) -> bool:
    """Whether a place may be told by this noun alone: «страна» of Исландия, «регион» of Тарская область and of Карелия."""
    name = fold(name)
    if noun in COUNTRIES - {REPUBLIC}:
        return name in words("states")
    kind = name.rpartition(" ")[2]
    if noun in (_REGION, REPUBLIC) and name in words("republics"):
        return True
    if noun == _REGION and kind == "округ":
        return "автономный" in name  # a town and a land have districts, too
    return kind in _REGIONS if noun == _REGION else noun in _REGIONS and kind == noun


@cache
def all_places() -> frozenset[str]:
    """The usual names of all the places, folded."""
    return frozenset(fold(row[0]) for row in rows("places"))


@cache
def _words() -> dict[str, str]:
    table = {}
    for row in rows("places"):
        for name in (row[0], *cells(row, 1, ";"), *cells(row, 2, ";")):
            if " " not in name:
                table[fold(name)] = fold(row[0])
    return table


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    table = {}
    for row in rows("places"):
        for name in (row[0], *cells(row, 1, ";")):
            if " " in name:
                table[tuple(map(stem, name.split()))] = fold(row[0])
    return table

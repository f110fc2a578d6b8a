"""Bodies of a region: «управление МЧС по Заречной области», later «региональное управление МЧС», «управление МЧС по региону».

A text names the region once and then tells but its kind. Names that tell no more than the kind of the region go
to the body of the same noun that the text has for a region with a name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from molva.speakers.lexicon import words
from molva.speakers.places import stem

LEVELS = {
    "региональный": "регион",
    "местный": "регион",
    "областной": "область",
    "краевой": "край",
    "республиканский": "республика",
    "окружной": "округ",
    "районный": "район",
    "городской": "город",
    "столичный": "город",
    "сельский": "село",
}
"""Adjectives that tell the kind of region whose a body is, with the noun."""

REGION = "регион"
_REGIONS = frozenset(("регион", "область", "край", "республика"))
_NOUNS = frozenset((*LEVELS.values(), *_REGIONS))
_ALIKE = {"главк": "управление", "гу": "управление"}
_ADJECTIVES = ("ий", "ый", "ой")


@dataclass(frozen=True, slots=True)
class Branch:
    """A name without its region: the stems of the rest, and the kind of region, empty where that has a name."""

    rest: tuple[str, ...]
    level: str

    def may_be(self, other: "Branch") -> bool:
        """Whether both may be one body: one rest, and no two kinds of region."""
        alike = not self.level or not other.level or self.level == other.level
        return self.rest == other.rest and (alike or REGION in (self.level, other.level))


def branch(lemmas: Sequence[str]) -> Branch | None:
    """Take the region off a body's name; None where it tells none."""
    if len(lemmas) > 1 and lemmas[0] in LEVELS:
        return _branch(lemmas[1:], LEVELS[lemmas[0]])
    if "по" in lemmas[1:]:
        at = lemmas.index("по")
        bare = len(lemmas) == at + 2 and lemmas[-1] in _NOUNS
        return _branch(lemmas[:at], lemmas[-1] if bare else "")
    if len(lemmas) > 1 and lemmas[-1] in _NOUNS and not lemmas[-2].endswith(_ADJECTIVES):
        return _branch(lemmas[:-1], lemmas[-1])
    named = _named()
    told = next((i for i in range(1, len(lemmas)) if lemmas[i] in named), None)
    if told is None:
        return None
    return _branch(lemmas[: told - lemmas[told - 1].endswith(_ADJECTIVES)], "")


def level(lemmas: Sequence[str]) -> set[str]:
    """That a body is of some region, whichever and however it is told: «областная», «региона», «Заречной области»."""
    return set() if _of_regions().isdisjoint(lemmas) else {REGION}


@cache
def _named() -> frozenset[str]:
    """The nouns of regions and the names of republics."""
    return _NOUNS | words("republics")


@cache
def _of_regions() -> frozenset[str]:
    """The words that tell a region: its nouns, their adjectives, and the names of republics."""
    regions = _REGIONS | words("republics")
    return regions - LEVELS.keys() | {lemma for lemma, noun in LEVELS.items() if noun in regions}


def _branch(lemmas: Sequence[str], level: str) -> Branch | None:
    rest = (_ALIKE.get(lemma, lemma) for lemma in lemmas if lemma != "главный")
    stems = tuple(stem(lemma) for lemma in rest)
    return Branch(stems, level) if stems else None

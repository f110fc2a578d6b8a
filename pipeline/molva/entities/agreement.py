"""Words of one name agree: the gender, number and case that suit them all decide each of them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from molva.entities.readings import CASES, Reading

# Out of context the nominative is what a name stands in by itself; the genitive follows.
_CASE_COST = {"Nom": 0.0, "Gen": 0.25, "Dat": 0.3, "Acc": 0.3, "Ins": 0.3, "Loc": 0.35}
_PLURAL_COST = 0.9
_UNTAGGED_CASE = 0.5
_UNCONFIRMED_CASE = 0.9
_UNTAGGED_GENDER = 0.3
_UNSHOWN_GENDER = 0.9
_UNTAGGED_NUMBER = 0.4


class Form(NamedTuple):
    """What the words of a name agree in; the plural has no gender."""

    gender: str
    number: str
    case: str


Support = Mapping[tuple[str, str], float]
"""How much the rest of the document speaks for a (nominative, gender): taken off the cost."""


class Tagged(NamedTuple):
    """What the tagger says of the words of a name: votes for each case, gender and number.

    The tagger errs on rare names, so a value that nobody voted for only costs something.
    ``confirmed`` are the cases that the words around the name show as well («лидер |Хосе Мелила|»),
    ``barred`` those that they leave no room for; ``shown`` is the gender that a verb shows.
    """

    cases: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()
    shown: str = ""

    def cost(self, form: Form) -> float:
        """How much a form goes against the votes, and against what stands around."""
        gender, number, case = form
        by_gender = self._gender_cost(gender) if gender else 0.0
        return self._case_cost(case) + by_gender + _UNTAGGED_NUMBER * _against(number, self.numbers)

    def _case_cost(self, case: str) -> float:
        """How much speaks against a case: the tag, other mentions, the sentence."""
        unlike = bool(self.confirmed) and case not in self.confirmed
        return _UNTAGGED_CASE * _against(case, self.cases) + _UNCONFIRMED_CASE * (
            unlike + (case in self.barred)
        )

    def _gender_cost(self, gender: str) -> float:
        unlike = self.shown not in ("", gender)
        return _UNTAGGED_GENDER * _against(gender, self.genders) + _UNSHOWN_GENDER * unlike


UNTAGGED = Tagged()
UNSUPPORTED: Support = {}


class Choice(NamedTuple):
    """The reading of each word, and what they agree in."""

    readings: tuple[Reading, ...]
    gender: str
    number: str
    case: str
    cost: float


def agree(words: Sequence[Sequence[Reading]], tagged: Tagged, genders: tuple[str, ...]) -> Choice | None:
    """The cheapest reading of every word such that all of them agree; None where none do.

    ``genders`` are those that the name may have: people are Masc or Fem, things also Neut.
    """
    cheapest = [_cheapest(readings, genders) for readings in words]
    shared = set(cheapest[0]).intersection(*cheapest[1:])
    best: Choice | None = None
    for form, by_itself, by_votes in _costs(tagged, genders):
        if form in shared:
            chosen = [of_word[form] for of_word in cheapest]
            cost = by_itself + (by_votes + sum([reading.cost for reading in chosen]))
            if best is None or cost < best.cost:
                best = Choice(tuple(chosen), *form, cost)
    return best


@lru_cache(4_000)
def _costs(tagged: Tagged, genders: tuple[str, ...]) -> list[tuple[Form, float, float]]:
    """Every form that a name may stand in, what it costs by itself, and how much it goes against the votes."""
    forms = _forms("", "", "", genders)
    return [
        (form, _CASE_COST[form.case] + _PLURAL_COST * (not form.gender), tagged.cost(form)) for form in forms
    ]


def _cheapest(readings: Sequence[Reading], genders: tuple[str, ...]) -> dict[Form, Reading]:
    """The cheapest reading of a word in each form that it may stand in."""
    found: dict[Form, Reading] = {}
    for reading in sorted(readings, key=attrgetter("cost")):
        for form in _forms(reading.number, reading.gender, reading.case, genders):
            found.setdefault(form, reading)
    return found


@lru_cache(2_000)
def _forms(number: str, gender: str, case: str, genders: tuple[str, ...]) -> list[Form]:
    """The forms that a reading agrees with; an empty string agrees with any. The plural has no gender."""
    singular = [(one, "Sing") for one in genders if gender in ("", one)] if number != "Plur" else []
    plural = [("", "Plur")] if number != "Sing" else []
    return [Form(*both, one) for both in singular + plural for one in CASES if case in ("", one)]


def supported(readings: Sequence[Reading], support: Support, genders: Sequence[str]) -> Sequence[Reading]:
    """The readings, each as much cheaper as the rest of the document speaks for it in one of ``genders``."""
    return [reading.dearer(-_strength(reading, support, genders)) for reading in readings]


def speaks(support: Support, readings: Sequence[Reading]) -> bool:
    """Whether the rest of the document says anything about the readings of a word."""
    return any((r.nominative, gender) in support for r in readings for gender in ("Masc", "Fem", "Neut"))


def _strength(reading: Reading, support: Support, genders: Sequence[str]) -> float:
    own = [gender for gender in genders if reading.gender in ("", gender)]
    return max((support.get((reading.nominative, gender), 0.0) for gender in own), default=0.0)


def _against(value: str, votes: tuple[str, ...]) -> float:
    return (len(votes) - votes.count(value)) / len(votes) if votes else 0.0

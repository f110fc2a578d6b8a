"""Words of one name agree: the gender, number and case that suit them all decide each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from molva.entities.readings import CASES, Reading

# Out of context the nominative is what a name stands in by itself; the genitive follows.
_CASE_COST = {"Nom": 0.0, "Gen": 0.25, "Dat": 0.3, "Acc": 0.3, "Ins": 0.3, "Loc": 0.35}
_PLURAL_COST = 0.9
_UNTAGGED_CASE = 0.5
_UNCONFIRMED_CASE = 0.9
_UNTAGGED_GENDER = 0.3
_UNSHOWN_GENDER = 0.6
_UNTAGGED_NUMBER = 0.4


Support = Mapping[tuple[str, str], float]
"""How much the rest of the document speaks for a (nominative, gender): taken off the cost."""


@dataclass(frozen=True, slots=True)
class Tagged:
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

    def cases_cost(self) -> dict[str, float]:
        """How much each case goes against the votes, and against what stands around."""
        return {case: _UNTAGGED_CASE * _against(case, self.cases) + self._around(case) for case in CASES}

    def _around(self, case: str) -> float:
        unlike = bool(self.confirmed) and case not in self.confirmed
        return _UNCONFIRMED_CASE * (unlike + (case in self.barred))

    def number_cost(self, number: str) -> float:
        """How much a number goes against the votes."""
        return _UNTAGGED_NUMBER * _against(number, self.numbers)

    def gender_cost(self, gender: str, number: str) -> float:
        """How much a gender goes against the votes; the plural has none."""
        if number != "Sing":
            return 0.0
        return _UNTAGGED_GENDER * _against(gender, self.genders) + _UNSHOWN_GENDER * (
            self.shown not in ("", gender)
        )


UNTAGGED = Tagged()
UNSUPPORTED: Support = {}


@dataclass(frozen=True, slots=True)
class Choice:
    """The reading of each word, and what they agree in."""

    readings: tuple[Reading, ...]
    gender: str
    number: str
    case: str
    cost: float


def agree(words: Sequence[Sequence[Reading]], tagged: Tagged, genders: Sequence[str]) -> Choice | None:
    """The cheapest reading of every word such that all of them agree; None where none do.

    ``genders`` are those that the name may have: people are Masc or Fem, things also Neut.
    """
    likeliest = [sorted(readings, key=attrgetter("cost")) for readings in words]
    by_case = tagged.cases_cost()
    best: Choice | None = None
    for number, gender in _forms(genders):
        by_gender, by_number = tagged.gender_cost(gender, number), tagged.number_cost(number)
        for case in CASES:
            chosen = _cheapest(likeliest, gender, number, case)
            if chosen is None:
                continue
            cost = _CASE_COST[case] + (_PLURAL_COST if number == "Plur" else 0.0)
            cost += by_case[case] + by_gender + by_number + sum([reading.cost for reading in chosen])
            if best is None or cost < best.cost:
                best = Choice(tuple(chosen), gender if number == "Sing" else "", number, case, cost)
    return best


def _forms(genders: Sequence[str]) -> list[tuple[str, str]]:
    """Number and gender of what a name may be; the plural has no gender, and takes the first."""
    return [*(("Sing", gender) for gender in genders), ("Plur", genders[0])]


def supported(readings: Sequence[Reading], support: Support, genders: Sequence[str]) -> Sequence[Reading]:
    """The readings, each as much cheaper as the rest of the document speaks for it."""
    return [reading.dearer(-_strength(reading, support, genders)) for reading in readings]


def speaks(support: Support, readings: Sequence[Reading]) -> bool:
    """Whether the rest of the document says anything about the readings of a word."""
    return any((r.nominative, gender) in support for r in readings for gender in ("Masc", "Fem", "Neut"))


def _strength(reading: Reading, support: Support, genders: Sequence[str]) -> float:
    own = (reading.gender,) if reading.gender else genders
    return max(support.get((reading.nominative, gender), 0.0) for gender in own)


def _cheapest(words: Sequence[list[Reading]], gender: str, number: str, case: str) -> list[Reading] | None:
    """The first reading of each word that can stand so; None as soon as a word has none."""
    chosen = []
    for readings in words:
        for reading in readings:
            if reading.agrees(gender, number, case):
                chosen.append(reading)
                break
        else:
            return None
    return chosen


def _against(value: str, votes: tuple[str, ...]) -> float:
    return (len(votes) - votes.count(value)) / len(votes) if votes else 0.0

"""Whose somebody is: «премьер |Венгрии|», «представитель |МИД|», «сотрудник |школы|», «|областная| администрация».

One noun with two owners is two people: the «премьер Польши» is not the «премьер Венгрии», nor is the
representative of a bank that of a school. A side that tells no owner contradicts nobody, and neither does
one that tells but its kind: the «представитель компании» may well be that of the «Росмост».
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from molva.lexicon.nouns import ANY_BODY, Noun, bodies


@dataclass(frozen=True, slots=True)
class Whose:
    """The owners that descriptions tell.

    ``countries`` by their usual names, also where an adjective tells them; ``bodies``, ``places`` and ``people``
    are what names tell: the entities by their ``id`` and the stems of the names; ``kinds`` what the named
    bodies are; ``nouns`` bodies without a name («школа»); ``ranks`` the level of an office («область»).
    """

    countries: frozenset[str] = frozenset()
    bodies: frozenset[int | str] = frozenset()
    places: frozenset[int | str] = frozenset()
    people: frozenset[int | str] = frozenset()
    kinds: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()

    def __or__(self, other: "Whose") -> "Whose":
        """What two descriptions of one person tell together."""
        if other is NOBODYS or self is NOBODYS:
            return self if other is NOBODYS else other
        return Whose(
            self.countries | other.countries, self.bodies | other.bodies, self.places | other.places,
            self.people | other.people, self.kinds | other.kinds, self.nouns | other.nouns,
            self.ranks | other.ranks,
        )  # fmt: skip

    def is_elsewhere(self, other: "Whose") -> bool:
        """Whether both tell a country, and not the same one."""
        return bool(self.countries and other.countries) and not self.countries & other.countries

    def differs(self, other: "Whose") -> bool:
        """Whether both tell an owner, and it cannot be the same one."""
        if any(one and two and not one & two for one, two in _alike(self, other)):
            return True
        if self.bodies & other.bodies or self.nouns & other.nouns:
            return False
        return _of_other_kind(self, other) or _of_other_kind(other, self)


NOBODYS = Whose()


def _alike(one: Whose, two: Whose) -> Iterator[tuple[AbstractSet[object], AbstractSet[object]]]:
    """What of two sides can be compared at once."""
    yield one.countries, two.countries
    yield one.bodies, two.bodies
    yield one.places, two.places
    yield one.people, two.people
    yield one.ranks, two.ranks


def _of_other_kind(one: Whose, two: Whose) -> bool:
    """«сотрудник банка» beside «сотрудник школы», or beside «сотрудник МИД», which is known for a ministry."""
    nouns, others = _nouns(one), _nouns(two)
    if not nouns or any(noun.concept in ANY_BODY for noun in (*nouns, *others)):
        return False
    more_special = two.kinds | {noun.concept for noun in others}
    kinds = two.kinds.union(*(noun.broader for noun in others))
    related = (noun.concept in kinds or noun.broader & more_special for noun in nouns)
    return bool(kinds) and not any(related)


def _nouns(told: Whose) -> list[Noun]:
    return [bodies()[noun] for noun in told.nouns]

"""People whom everybody knows by one name: «патриарх Кирилл», «папа Франциск», «король Чарльз».

A dignity that one man at a time holds tells who is meant, as a surname does, and of a priest the see
or the monastery. «Алёна» or «митрополит Павел» of two documents may be anybody.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from molva.lexicon.folding import fold
from molva.registry.namesakes import Person
from molva.registry.naming import Named
from molva.registry.roles import Role, known_to_all, of_one_post, read_role

_POPE, _FATHER = "папа римский", "папа"
_DIGNITIES = frozenset((_POPE, "патриарх", "монарх", "далай-лама"))
_PRIEST = "священнослужитель"


def people_of_one_name(block: Sequence[Named]) -> list[Person]:
    """Those who have no surname, put together where what is told of one name tells who is meant."""
    people: list[Person] = []
    namesakes: dict[str, list[Person]] = defaultdict(list)
    for one in block:
        told, known = _telling(one), namesakes[fold(one.name.given)]
        person = next((person for person in known if _is_one(person.roles, told)), None)
        if person is None:
            person = Person(one.name, ambiguous=not any(map(_tells_who, told)))
            people.append(person)
            known.append(person)
        person.add(one)
        person.roles.update(told)
    return people


def _telling(one: Named) -> list[Role]:
    """The dignities and priesthoods that a document tells; a «папа» is the pope where his name is known for it."""
    told = [role for text, _ in one.seen.roles if (role := read_role(text)) is not None]
    if any(role.concept == _FATHER for role in told):
        told += known_to_all(one.name)
    return [role for role in told if _reigns(role) or _PRIEST in role.broader]


def _is_one(roles: Collection[Role], told: Collection[Role]) -> bool:
    """«король Великобритании», «монарх», not «король Испании»; two priests by the same see."""
    thrones = [(a, b) for a in roles for b in told if a.broader & b.broader & _DIGNITIES]
    if thrones:
        return all(not a.places or not b.places or a.places & b.places for a, b in thrones)
    return any(of_one_post(a, b) for a in roles for b in told)


def _tells_who(role: Role) -> bool:
    """«король», «настоятель Заречной лавры»; not «митрополит»."""
    return _reigns(role) or bool(role.narrowed or role.places)


def _reigns(role: Role) -> bool:
    return not role.broader.isdisjoint(_DIGNITIES)

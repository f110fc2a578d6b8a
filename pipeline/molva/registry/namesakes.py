"""The people of one surname in a whole run.

Full names make the people: one given name and one surname, unless patronymics or what is told of
them contradict. «В. Орехов» is then whoever alone fits. A bare «Орехов» needs evidence besides:
the one Орехов of the run must be told of alike, or be known to everybody.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from molva.entities.parts import NameParts
from molva.lexicon.folding import fold
from molva.registry.callings import Claim, claims, contradict
from molva.registry.naming import Named, key, merged
from molva.registry.roles import Role, agree, known_to_all, of_one_post, public, read_role
from molva.speakers.names import agree as names_agree

OVERWHELMING = 20  # times as often as all namesakes together


@dataclass(slots=True, eq=False)
class Person:
    """A person of the run: the entities of documents, and what they tell together."""

    name: NameParts
    members: list[Named] = field(default_factory=list)
    claims: set[Claim] = field(default_factory=set)
    roles: set[Role] = field(default_factory=set)
    ambiguous: bool = False

    @property
    def generation(self) -> str:
        """What tells the person from father or son, where any document tells it."""
        return next((one.generation for one in self.members if one.generation), "")

    def add(self, one: Named) -> None:
        """Take an entity in."""
        self.members.append(one)
        self.name = merged((self.name, one.name))
        told = roles_of(one)
        self.roles.update(told)
        self.claims.update(_claims(one, told))

    def take(self, other: "Person") -> None:
        """Take all of another person in."""
        for one in other.members:
            self.add(one)


def roles_of(one: Named) -> list[Role]:
    """What a document calls a person beside the name."""
    return [role for text in one.seen.beside if (role := read_role(text)) is not None]


def settle(block: Sequence[Named]) -> list[Person]:
    """The people of one surname, each entity in exactly one of them."""
    full = _by_full_name([one for one in block if one.full])
    people = _by_variants(full)
    alone: list[Person] = []
    for one in sorted((one for one in block if not one.full), key=lambda one: not one.name.initials):
        found = _with_initials(people, one) if one.name.initials else _bare(people + alone, one)
        if found is not None:
            found.add(one)
        else:
            (alone if one.name.initials else people).append(_alone(one))
    return people + alone


def _by_full_name(full: Sequence[Named]) -> list[Person]:
    """Those of one given name and surname, told apart by patronymic and by what is told of them."""
    same: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for one in full:
        same[key(one.name)].append(one)
    return [person for pile in same.values() for person in _by_generation(pile)]


def _by_generation(pile: Sequence[Named]) -> list[Person]:
    """«Клим Дубов» is Клим Дубов-младший where he is mostly called so, and no Дубов-старший is heard of."""
    told: dict[str, list[Named]] = defaultdict(list)
    for one in pile:
        told[one.generation].append(one)
    if len(told) == 1 or len(told) == 2 and 0 < 2 * len(told[""]) < len(pile):
        return _by_patronymic(pile)
    return [person for some in told.values() for person in _by_patronymic(some)]


def _by_patronymic(pile: Sequence[Named]) -> list[Person]:
    """«Иван Белов» is Иван Петрович if no other patronymic is heard of."""
    told: dict[str, list[Named]] = defaultdict(list)
    for one in pile:
        told[fold(one.name.patronymic)].append(one)
    if len(told.keys() - {""}) < 2:
        return _by_calling(pile)
    people = [p for patronymic, some in told.items() if patronymic for p in _by_calling(some)]
    return people + _alike(people, told[""])


def _by_calling(pile: Sequence[Named]) -> list[Person]:
    """Apart whoever cannot be one by what is told of them; whom nothing tells apart stays alone then."""
    told = [one for one in pile if _claims(one, roles_of(one))]
    people: list[Person] = []
    for party in sorted(_parties(told), key=lambda party: -len(party.members)):
        fitting = [person for person in people if not contradict(person.claims, party.claims)]
        if len(fitting) == 1:
            fitting[0].take(party)
        else:
            party.ambiguous = bool(fitting)
            people.append(party)
    silent = [one for one in pile if not _claims(one, roles_of(one))]
    if not people and silent:
        people.append(Person(silent[0].name))
    return people + _alike(people, silent)


def _parties(told: Sequence[Named]) -> list[Person]:
    """Entities joined by any claim that they share: a document that tells two fields joins the fields."""
    parties: list[Person] = []
    for one in told:
        mine = _telling(_claims(one, roles_of(one)))
        shared = [party for party in parties if mine & _telling(party.claims)]
        if not shared:
            parties.append(Person(one.name))
        party = max(shared, key=lambda party: len(party.members)) if shared else parties[-1]
        party.add(one)
        for other in shared:
            if other is not party:
                party.take(other)
                parties.remove(other)
    return parties


def _telling(found: AbstractSet[Claim]) -> AbstractSet[Claim]:
    """A «мэр Быстринска» and a «мэр Каменска» share only that both are in office."""
    seats = {claim for claim in found if claim[1]}
    return {claim for claim in found if claim[0] != "власть"} if seats else found


def _alike(people: Sequence[Person], some: Sequence[Named]) -> list[Person]:
    """Give entities of one full name to the people of it; return who stays alone.

    Whoever is told of alike is meant; where nothing is told, the one whom everybody knows, or who
    is heard of so much more often that the others hardly count.
    """
    usual = _usual(people)
    alone = []
    for one in some:
        told = roles_of(one)
        claimed = _claims(one, told)
        possible = [person for person in people if not contradict(person.claims, claimed)]
        fitting = [person for person in possible if any(agree(r, q) for r in told for q in person.roles)]
        if len(fitting) == 1:
            fitting[0].add(one)
        elif usual is not None and usual in possible:
            usual.add(one)
        else:
            alone.append(_alone(one))
    return alone


def _usual(people: Sequence[Person]) -> Person | None:
    """Whom the full name means where nothing more is told."""
    most = max(people, key=lambda person: len(person.members), default=None)
    if most is not None and any(agree(a, b) for a in known_to_all(most.name) for b in most.roles):
        return most
    return _most_heard_of(people)


def _by_variants(people: Sequence[Person]) -> list[Person]:
    """«Наталия» is Наталья, «Урсула Ляйен» Урсула фон дер Ляйен, where only one fits."""
    kept: list[Person] = []
    for person in sorted(people, key=lambda person: (person.ambiguous, -len(person.members))):
        fitting = [] if person.ambiguous else list(_variants(kept, person))
        if len(fitting) == 1:
            fitting[0].take(person)
        else:
            kept.append(person)
    return kept


def _variants(kept: Sequence[Person], person: Person) -> Iterator[Person]:
    """The others of those kept who may be the same under another spelling of the name."""
    for other in kept:
        same = key(other.name) == key(person.name)
        if not same and _fits(other, person) and not contradict(other.claims, person.claims):
            yield other


def _fits(person: Person, other: Named | Person) -> bool:
    """Whether two names may be one man's; «Дубов-младший» is nobody but a Дубов-младший."""
    told = other.generation
    return names_agree(person.name, other.name) and (not told or told == person.generation)


def _with_initials(people: Sequence[Person], one: Named) -> Person | None:
    fitting = [p for p in people if p.name.given and _fits(p, one)]
    told = _claims(one, roles_of(one))
    return fitting[0] if len(fitting) == 1 and not contradict(fitting[0].claims, told) else None


def _bare(people: Sequence[Person], one: Named) -> Person | None:
    """The only one of the surname in the run, if what is told of both agrees; of several the one of the same post."""
    known = [p for p in people if p.name.given or p.name.initials]
    fitting = [p for p in known if one.name.surname and _fits(p, one)]
    return _most_heard_of([p for p in fitting if (_evidence if len(fitting) == 1 else _in_one_post)(p, one)])


def _most_heard_of(people: Sequence[Person]) -> Person | None:
    """One alone, or who is heard of so much more often that the others hardly count."""
    ordered = sorted(people, key=lambda person: -len(person.members))
    others = sum(len(person.members) for person in ordered[1:])
    return ordered[0] if ordered and len(ordered[0].members) >= OVERWHELMING * others else None


def _evidence(person: Person, one: Named) -> bool:
    """Whether what is told of somebody speaks for his being this person, by his roles or by what all know."""
    if roles_of(one):
        return _is_told_by(agree, person, one)
    return bool(_held(person)) and len(public(fold(person.name.surname))) == 1


def _in_one_post(person: Person, one: Named) -> bool:
    """«премьер Заречья Дубов» is «премьер-министр Заречья Пётр Дубов»; a bare «премьер» tells too little of two."""
    return _is_told_by(of_one_post, person, one)


def _is_told_by(alike: Callable[[Role, Role], bool], person: Person, one: Named) -> bool:
    """Whether some role of a document is alike one of the person's, and nothing else contradicts."""
    told = roles_of(one)
    if contradict(person.claims, _claims(one, told)):
        return False
    return any(alike(a, b) for a in told for b in (*person.roles, *_held(person)))


def _held(person: Person) -> tuple[Role, ...]:
    """The offices that everybody knows somebody by."""
    return known_to_all(person.name) if person.name.given else ()


def _claims(one: Named, told: Sequence[Role]) -> frozenset[Claim]:
    """A person of public life moves from seat to seat: of those only the field counts."""
    found = claims(told)
    if one.full and known_to_all(one.name):
        return frozenset((field, where) for field, where in found if not where)
    return found


def _alone(one: Named) -> Person:
    person = Person(one.name, ambiguous=True)
    person.add(one)
    return person

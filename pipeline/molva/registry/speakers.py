"""The speakers of a run: who they are, how often and where they speak, and under which names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from molva.lexicon.folding import fold
from molva.registry.bodies import is_named, merge_bodies
from molva.registry.groups import Group
from molva.registry.naming import is_latin, parts
from molva.registry.people import merge_people
from molva.registry.seen import Seen, total
from molva.registry.tables import read_seen
from molva.registry.titles import names_alike
from molva.speakers.names import fullness, plain
from molva.speakers.places import country, place

Row = dict[str, Any]
SELDOM = 10  # a full name that many times rarer than the commonest may be a slip
LESS_OFTEN = (
    3  # a body is called by its fullest name if that is not much rarer: НАТО, not Североатлантический альянс
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person, body, place, group or document that speaks in a run.

    ``names`` and ``roles`` are spellings and descriptions in the nominative with their counts;
    ``sources`` counts the different mentions at its quotes, ``documents`` those in which it is
    quoted; ``entities`` are all its entities ``(doc, entity_id)``, also where it only is spoken of.
    """

    id: str
    kind: str
    name: str
    names: dict[str, int]
    roles: dict[str, int]
    quotes: int
    documents: int
    sources: int
    named: bool
    ambiguous: bool
    entities: tuple[tuple[str, str], ...]

    def row(self) -> Row:
        """The speaker as a row of ``speakers.jsonl``."""
        return {field: getattr(self, field) for field in FIELDS}


FIELDS = (
    "id", "kind", "name", "names", "roles", "quotes", "documents", "sources", "named", "ambiguous", "entities",
)  # fmt: skip


def find_speakers(out: Path) -> list[Speaker]:
    """The speakers of a run, by the number of quotes and then by name.

    Raises:
        SourceError: the folder holds no run of molva.
        FormatError: a table of the run is damaged.
    """
    return speakers_of(read_seen(out))


def speakers_of(seen: Iterable[Seen]) -> list[Speaker]:
    """Merge entities of documents into speakers; who never speaks only serves as evidence."""
    people: list[Seen] = []
    bodies: list[Seen] = []
    nameless: list[Seen] = []
    order: dict[int, int] = {}
    for one in seen:
        order[id(one)] = len(order)
        if one.kind == "person" and one.names:
            people.append(one)
        elif one.kind in ("org", "place") and is_named(one):
            bodies.append(one)
        else:
            nameless.append(one)
    groups = [*merge_people(people), *merge_bodies(bodies)]
    groups += [Group((one,), named=False) for one in nameless]
    speaking = [_speaker(group, order) for group in groups if any(one.quotes for one in group.members)]
    speaking.sort(key=lambda one: (-one.quotes, fold(one.name), one.name, one.entities))
    return [_numbered(one, number) for number, one in enumerate(speaking, 1)]


def _speaker(group: Group, order: Mapping[int, int]) -> Speaker:
    """The row of a group: the kind in which it is quoted most, its names and roles by number, and where it speaks."""
    members = sorted(group.members, key=lambda one: order[id(one)])
    names, roles = total(one.names for one in members), total(one.roles for one in members)
    kinds: Counter[str] = Counter()
    for one in members:
        kinds[one.kind] += one.quotes
    kind = max(sorted(kinds), key=lambda kind: kinds[kind])
    return Speaker(
        "", kind, _name(kind, members, names), _ordered(names), _ordered(roles),
        sum(one.quotes for one in members),
        len({one.doc for one in members if one.quotes}),
        len({fold(text) for one in members for text in one.sources}),
        group.named, group.ambiguous,
        tuple((one.doc, one.id) for one in members),
    )  # fmt: skip


def _numbered(one: Speaker, number: int) -> Speaker:
    return Speaker(f"s{number}", *(getattr(one, field) for field in FIELDS[1:]))


def _ordered(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _name(kind: str, members: Sequence[Seen], names: Counter[str]) -> str:
    return _person_name(names) if kind == "person" and names else _body_name(members)


def _person_name(names: Counter[str]) -> str:
    """The fullest name; one that is seldom used may be a slip."""
    given: Counter[str] = Counter()
    for name, count in names.items():
        given[plain(name)] += count
    best = max(_full_person(name)[0] for name in given)
    whole = {name: count for name, count in given.items() if _full_person(name)[0] == best}
    fit = [name for name, count in whole.items() if count * SELDOM >= max(whole.values())]
    return max(fit, key=lambda name: (_full_person(name), given[name], name))


def _body_name(members: Sequence[Seen]) -> str:
    """The fullest of the names by which documents call it, if it is no other body's in most of them."""
    given = Counter(one.name for one in members)
    usual = max(given, key=lambda name: (given[name], _full_body(name), name))
    fit = [name for name in given if given[name] * LESS_OFTEN >= given[usual] and names_alike(usual, name)]
    return max(fit, key=lambda name: (_full_body(name), given[name], name))


def _full_person(name: str) -> tuple[int, ...]:
    """Cyrillic before Latin, a full name before a part of one; then by the parts that are given."""
    read = parts(name)
    whole = bool(read.given and read.surname)
    return (2 * (not is_latin(name)) + whole, fullness(read))


def _full_body(name: str) -> tuple[int, ...]:
    """«МИД России» before «Министерство иностранных дел»."""
    words = [fold(word) for word in name.split()]
    placed = len(words) > 1 and any(place([word]) or country(word) for word in words)
    return (int(placed), len(words), len(name))

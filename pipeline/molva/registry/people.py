"""The people of a run: entities of documents that are one person."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from molva.registry.groups import Group
from molva.registry.namesakes import Person, settle
from molva.registry.naming import Named, is_latin, key, named
from molva.registry.one_name import people_of_one_name
from molva.registry.seen import Seen


def merge_people(seen: Iterable[Seen]) -> list[Group]:
    """Put the named persons of all documents together."""
    blocks: dict[str, list[Named]] = defaultdict(list)
    for one in map(named, seen):
        blocks[one.block].append(one)
    people = [
        person
        for surname, block in blocks.items()
        for person in (settle(block) if surname else people_of_one_name(block))
    ]
    return [
        Group(tuple(one.seen for one in person.members), ambiguous=person.ambiguous)
        for person in _across_scripts(people)
    ]


def _across_scripts(people: Sequence[Person]) -> list[Person]:
    """«Ben Kohn» is Бен Кон where a document gives both spellings, and only one person both."""
    owners: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in people:
        for latin in {key(one.latin) for one in person.members if one.latin is not None}:
            owners[latin].append(person)
    kept = []
    for person in people:
        found = owners.get(key(person.name), []) if is_latin(person.name.surname) else []
        if len(found) == 1 and found[0] is not person and not person.ambiguous:
            found[0].take(person)
        else:
            kept.append(person)
    return kept

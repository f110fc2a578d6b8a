"""Common knowledge of who holds or held which office.

A paper may write «президент США» of a man whom it has only called «Обама». What the text itself
says of somebody goes before this list; the list only helps where the text knows nobody.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from molva.entities.parts import NameParts, name_parts
from molva.lexicon.folding import fold
from molva.lexicon.lists import cells
from molva.lexicon.nouns import Noun, bodies, roles
from molva.speakers.chains import Chains
from molva.speakers.lexicon import posts, rows
from molva.speakers.names import agree
from molva.speakers.places import country, place, stem

Office = tuple[frozenset[str], set[str]]


def recall(chains: Chains) -> None:
    """Add the known offices to the persons whose names agree with the list."""
    for chain in chains.chains:
        if chain.kind == "person" and chain.named:
            for concepts, narrowed in _held({link.normal for link in chain.links if link.label == "PER"}):
                for concept in concepts:
                    chain.offices.setdefault(concept, set()).update(narrowed)


def _held(spellings: Iterable[str]) -> list[Office]:
    """The offices of those whom all these names fit."""
    names = [name_parts(spelling) for spelling in spellings]
    found = {fold(name.surname) for name in names if name.surname}
    return [
        office
        for surname in found
        for known, offices in _table().get(surname, ())
        if all(agree(known, name) for name in names)
        for office in offices
    ]


@cache
def _table() -> dict[str, list[tuple[NameParts, list[Office]]]]:
    """Who held which office, by surname."""
    table: dict[str, list[tuple[NameParts, list[Office]]]] = defaultdict(list)
    for row in rows("offices"):
        name = name_parts(row[0])
        if name.surname:
            table[fold(name.surname)].append((name, [_office(text) for text in cells(row, 1, ";")]))
    return dict(table)


def _office(text: str) -> Office:
    """An office of the list as a description would tell it: the concepts, and what narrows them."""
    words = [fold(word.strip("«»")) for word in text.split()]
    noun, rest = _noun(words)
    narrowed = {place([word]) or stem(word) for word in rest}
    narrowed |= {found for word in rest if (found := country(word))}
    for word in rest:
        narrowed |= bodies()[word].broader if word in bodies() else set()
    return noun.broader | posts(noun, narrowed), narrowed


def _noun(words: list[str]) -> tuple[Noun, list[str]]:
    """The longest role that opens an office, and the rest of its words."""
    for length in (3, 2, 1):
        noun = roles().get(" ".join(words[:length]))
        if noun:
            return noun, words[length:]
    raise KeyError(f"speakers/lexicon/offices.txt: no role of lexicon/roles.txt opens «{' '.join(words)}»")

"""Names that the network has overlooked though it knows them elsewhere in the document.

A headline («Обама улетел») or a bare «Марк» at a line's start often goes unseen; a capitalised
word that is, in some case, the surname or given name of a person whom the text names is that name.
"""

from molva.entities.normal import normal_text
from molva.entities.parts import name_parts
from molva.lexicon.folding import fold
from molva.speakers.chains import Link
from molva.speakers.places import stem
from molva.words import Words

_SHORTEST = 4


def find(words: Words, names: list[Link]) -> list[Link]:
    """Links for the overlooked single-word names of persons."""
    known = _known(names)
    stems = {_stem(name) for name in known}
    inside = {i for link in names for i in range(link.start, link.end)}
    return [
        link
        for i, form in enumerate(words.form if stems else ())
        if form[0].isupper() and i not in inside and _may_be_name(words, i) and _stem(words.lower[i]) in stems
        if (link := _link(words, i, known)) is not None
    ]


def relabel(names: list[Link]) -> None:
    """A headline's «Антонов» taken for a place is the Анатолий Антонов whom the text names."""
    parts = [name_parts(link.normal) for link in names if link.label == "PER"]
    surnames = {fold(p.surname) for p in parts if p.surname and p.given}
    for link in names:
        if link.label != "PER" and link.end - link.start == 1 and fold(link.normal) in surnames:
            link.label, link.kind, link.gender = "PER", "person", ""


def _known(names: list[Link]) -> set[str]:
    parts = [name_parts(link.normal) for link in names if link.label == "PER"]
    return {fold(p.surname) for p in parts if len(p.surname) >= _SHORTEST} | {
        fold(p.given) for p in parts if len(p.given) >= _SHORTEST and not p.surname
    }


def _may_be_name(words: Words, i: int) -> bool:
    return words.form[i][1:].islower() and words.pos[i] in ("PROPN", "NOUN", "X")


def _stem(word: str) -> str:
    return stem(word)[:_SHORTEST]


def _link(words: Words, i: int, known: set[str]) -> Link | None:
    normal = normal_text(words.form[i], "PER", case=words.feat(i, "Case"), gender=words.feat(i, "Gender"))
    if fold(normal) not in known:
        return None
    return Link(i, i + 1, i, "PER", normal, "person", "", "Sing", words.feat(i, "Case"))

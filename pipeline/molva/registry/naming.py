"""The names of persons as merging reads them: the fullest that a document gives, taken apart.

A bracketed Latin spelling («Бен Кон (Ben Kohn)») is read apart: it may be all that another
document gives.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from molva.entities.parts import NameParts
from molva.lexicon.folding import fold
from molva.lexicon.nouns import roles
from molva.registry.seen import Seen
from molva.speakers.names import agree, fullness, generation, read

_MIDDLE = re.compile(r"^([^\W\d_]{2,}) ((?:[^\W\d_]{1,2}\. ?)+)(?=[^\W\d_]{2,})")
_LAST = re.compile(r"^[^\W\d_]{2,} [^\W\d_]\.?$")


@dataclass(frozen=True, slots=True)
class Named:
    """A person of a document with the parts of the name; ``latin`` where Latin letters give it too."""

    seen: Seen
    name: NameParts
    latin: NameParts | None = None

    @property
    def full(self) -> bool:
        """Given name and surname are there."""
        return bool(self.name.given and self.name.surname)

    @property
    def generation(self) -> str:
        """What tells son from father, in the full name where there is one: «Клим Дубов-младший»."""
        names = [name for name, _ in self.seen.names]
        if not any(map(generation, names)):
            return ""
        whole = [name for name in names if parts(name).given] or names
        return next((told for name in whole if (told := generation(name))), "")

    @property
    def block(self) -> str:
        """Only names of one block are compared: the last word of the surname."""
        return fold(self.name.surname).split()[-1] if self.name.surname else ""


def named(one: Seen) -> Named:
    """The name of a person by all the spellings of its document."""
    cyrillic, latin = _fullest(one, latin=False), _fullest(one, latin=True)
    if cyrillic is None or not cyrillic.surname:
        return Named(one, latin or cyrillic or NameParts())
    other = latin if latin is not None and latin.given and latin.surname else None
    return Named(one, cyrillic, other)


def parts(name: str) -> NameParts:
    """A name taken apart; «Джон К. Белл» has given name, initials and surname, «Сергей Г.» no surname."""
    name = _untitled(name)
    if _LAST.match(name) and read(name.split(maxsplit=1)[0]).given:
        return NameParts(given=name.split(maxsplit=1)[0])
    middle = _MIDDLE.match(name)
    if middle is None:
        return read(name)
    found = read(f"{middle[1]} {name[middle.end() :]}")
    letters = re.findall(r"[^\W\d_]+", middle[2])
    return replace(found, initials=(middle[1][0], *letters))


def _untitled(name: str) -> str:
    """«Подполковник Дамиба» → Дамиба: a rank taken for a part of the name."""
    first, _, rest = name.partition(" ")
    return rest if rest and fold(first) in roles() else name


def key(name: NameParts) -> tuple[str, str]:
    """What full names are compared by: surname and given name, folded."""
    return fold(name.surname), fold(name.given)


def merged(names: Iterable[NameParts]) -> NameParts:
    """One name of several that agree, each part where the first of them gives it."""
    first, *others = names
    for other in others:
        first = replace(
            first,
            patronymic=first.patronymic or other.patronymic,
            initials=first.initials or other.initials,
            gender=first.gender or other.gender,
        )
    return first


def is_latin(text: str) -> bool:
    """Whether a name is spelled without Cyrillic letters."""
    return not any("а" <= letter <= "я" for letter in fold(text))


def _fullest(one: Seen, *, latin: bool) -> NameParts | None:
    """The fullest of the names in one script, the commonest of those, completed by others that agree with it."""
    found = [(parts(name), count) for name, count in one.names if is_latin(name) == latin]
    if not found:
        return None
    ordered = [name for name, _ in sorted(found, key=lambda pair: (-fullness(pair[0]), -pair[1]))]
    return merged([ordered[0], *(name for name in ordered[1:] if name.surname and agree(ordered[0], name))])

"""Nouns for people and bodies, each with its gender and the more general nouns that may take its place.

A text that has spoken of a «посол» may go on with «дипломат».
"""

from dataclasses import dataclass
from functools import cache

from molva.lexicon.folding import fold
from molva.lexicon.lists import HERE, cells, rows, shared_list

GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut", "c": "", "p": ""}
"""The letters of a list, as Universal Dependencies name the genders; none where both sexes or several are meant."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun, or a phrase, for a person or a body.

    ``name`` is the noun itself; ``concept`` the same without the difference of sex («писательница»
    → «писатель»); ``broader`` every concept that may stand for it, itself included.
    """

    name: str
    concept: str
    gender: str
    broader: frozenset[str]


@cache
def roles() -> dict[str, Noun]:
    """Nouns for persons by their (folded) nominative: «посол», «глава государства»."""
    return _nouns("roles")


@cache
def bodies() -> dict[str, Noun]:
    """Nouns for organisations: «ведомство», «компания»."""
    return _nouns("bodies")


def synonyms(noun: Noun) -> frozenset[str]:
    """«премьер» and «премьер-министр»: the concepts of persons that stand for each other, its own among them."""
    known = roles()
    alike = (other for other in noun.broader if other in known and noun.concept in known[other].broader)
    return frozenset({noun.concept, *alike})


def kinds_of_bodies() -> frozenset[str]:
    """Nouns that open the name of a body before the place or body it belongs to: «посольство»."""
    return shared_list("kinds_of_bodies")


def in_any_case(form: str) -> bool:
    """«замглавы», «замминистра»: a deputy's short title, written alike in every case."""
    return form.startswith("зам") and form in roles()


ANY_BODY = frozenset(
    ("организация", "компания", "структура", "учреждение", "ведомство", "издание", "агентство")
)
"""Nouns by which a text may go on about any body."""

KIN = "близкий"
"""The concept that all kin and friends share."""

_TITLED = frozenset(
    "сми издание компания агентство организация клуб партия движение группировка сервис центр".split()
)


def titled(noun: Noun) -> bool:
    """Whether an own name follows such a noun: «газета «Вестник»», but «пресс-служба ОДКБ» is the ОДКБ's."""
    return not _TITLED.isdisjoint(noun.broader)


_UNCHANGED = frozenset(
    ("сервис", "центр")
)  # halves that do not decline: «центр-форварда», «сервис-менеджеру»


def halves_of(noun: str) -> tuple[str, ...]:
    """What a double noun is, the more telling half first: «экс-|мэр|», but «|компания|-оператор», «|завод|-изготовитель»."""
    first, hyphen, last = noun.partition("-")
    if not hyphen:
        return (noun,)
    return (first, last) if opens_with_firm(noun) else (last, first)


def opens_with_firm(noun: str) -> bool:
    """«компания-оператор», «банк-кредитор»: a noun for a body, and what it does."""
    first, hyphen, _ = noun.partition("-")
    return bool(hyphen) and first in bodies().keys() - _UNCHANGED


def _nouns(name: str) -> dict[str, Noun]:
    """A list of nouns, each with all that may stand for it."""
    table = {
        fold(row[0]): (row[0], GENDERS[row[1]], [fold(up) for up in cells(row, 2)])
        for row in rows(HERE, name)
    }
    upward = {key: [up.lstrip("=") for up in ups] for key, (_, _, ups) in table.items()}
    return {
        key: Noun(noun, _concept(key, ups), gender, _closure(_concept(key, ups), upward))
        for key, (noun, gender, ups) in table.items()
    }


def _concept(key: str, ups: list[str]) -> str:
    return next((up[1:] for up in ups if up.startswith("=")), key)


def _closure(concept: str, upward: dict[str, list[str]]) -> frozenset[str]:
    """A concept, and all above it."""
    found, todo = {concept}, [concept]
    while todo:
        new = [up for up in upward.get(todo.pop(), []) if up not in found]
        found.update(new)
        todo.extend(new)
    return frozenset(found)

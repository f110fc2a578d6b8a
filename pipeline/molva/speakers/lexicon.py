"""The word lists of the speaker stage, read once from ``lexicon/*.txt``.

A list of nouns gives each of them a gender and the more general nouns that may take its place:
a text that has spoken of a «посол» may go on with «дипломат».
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from molva.words import fold

_GENDERS = {"m": "Masc", "f": "Fem", "n": "Neut", "c": "", "p": ""}


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


def in_any_case(form: str) -> bool:
    """«замглавы», «замминистра»: a deputy's short title, written alike in every case."""
    return form.startswith("зам") and form in roles()


@cache
def groups() -> dict[str, str]:
    """Singular nouns for many people, with their gender: «следствие»."""
    return {fold(row[0]): _GENDERS[row[1]] for row in rows("groups")}


@cache
def words(name: str) -> frozenset[str]:
    """A list of single words, folded."""
    return frozenset(fold(row[0]) for row in rows(name))


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


_HEADS = frozenset(("глава", "руководитель"))
_STAFF = frozenset(
    "заместитель представитель глава руководитель сотрудник секретарь помощник советник специалист член".split()
)


def posts(noun: Noun, narrowed: set[str]) -> frozenset[str]:
    """What else one is who heads a body, or speaks for it: «глава МИД» → министр, дипломат."""
    found: set[str] = set()
    if noun.broader & _HEADS:
        found |= _raised("posts", narrowed)
    if noun.broader & _STAFF:
        found |= _raised("staff", narrowed)
    return frozenset(found)


@cache
def spheres() -> frozenset[str]:
    """The words of «staff» that tell what somebody works for: «Гидрометцентр», «погода»."""
    return frozenset(_by_body("staff"))


def _raised(name: str, narrowed: set[str]) -> set[str]:
    return set[str]().union(
        *(roles()[role].broader for kind in narrowed for role in _by_body(name).get(kind, ()))
    )


@cache
def _by_body(name: str) -> dict[str, list[str]]:
    return {row[0]: cells(row, 1) for row in rows(name)}


def rows(name: str) -> Iterator[list[str]]:
    """The columns of a list, parted by ``|``; ``#`` opens a comment."""
    text = files("molva.speakers").joinpath("lexicon", f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        entry = line.split("#", 1)[0].strip()
        if entry:
            yield [cell.strip() for cell in entry.split("|")]


def cells(row: list[str], column: int, mark: str = ",") -> list[str]:
    """The items of one column of a row, which may be short of it."""
    items = row[column].split(mark) if column < len(row) else []
    return [item.strip() for item in items if item.strip()]


def _nouns(name: str) -> dict[str, Noun]:
    """A list of nouns, each with all that may stand for it."""
    table = {
        fold(row[0]): (row[0], _GENDERS[row[1]], [fold(up) for up in cells(row, 2)]) for row in rows(name)
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

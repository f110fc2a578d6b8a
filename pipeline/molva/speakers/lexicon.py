"""The word lists of the speaker stage, read once from ``lexicon/*.txt``."""

from collections.abc import Iterator
from functools import cache

from molva.lexicon import lists
from molva.lexicon.folding import fold
from molva.lexicon.lists import cells
from molva.lexicon.nouns import GENDERS, Noun, roles


@cache
def groups() -> dict[str, str]:
    """Singular nouns for many people, with their gender: «следствие»."""
    return {fold(row[0]): GENDERS[row[1]] for row in rows("groups")}


@cache
def words(name: str) -> frozenset[str]:
    """A list of single words, folded."""
    return frozenset(fold(row[0]) for row in rows(name))


HEADS = frozenset(("глава", "руководитель"))
_STAFF = frozenset(
    "заместитель представитель глава руководитель сотрудник секретарь помощник советник специалист член".split()
)


def posts(noun: Noun, narrowed: set[str]) -> frozenset[str]:
    """What else one is who heads a body, or speaks for it: «глава МИД» → министр, дипломат."""
    found: set[str] = set()
    if noun.broader & HEADS:
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
    """The columns of each line of a list."""
    return lists.rows("molva.speakers", name)

"""The nouns that the lexicons have for persons, bodies and groups, and double nouns by their halves: «инженер-строитель»."""

from dataclasses import replace
from functools import cache

from molva.contract import Kind
from molva.lexicon.nouns import Noun, bodies, halves_of, roles
from molva.speakers.lexicon import groups
from molva.speakers.lexicon import words as word_list


@cache
def listed() -> dict[str, tuple[Noun, Kind | None]]:
    """The nouns of all lexicons, a person's before a body's; of a person the number tells the kind."""
    found: dict[str, tuple[Noun, Kind | None]] = {}
    for key in word_list("anonymous"):
        found[key] = Noun(key, key, "", frozenset((key,))), "group"
    for key, gender in groups().items():
        found[key] = Noun(key, key, gender, frozenset((key,))), "group"
    return (
        found
        | {key: (noun, "org") for key, noun in bodies().items()}
        | {key: (noun, None) for key, noun in roles().items()}
    )


def by_halves(double: str) -> tuple[Noun, Kind | None] | None:
    """«экс-|мэр|» by the half that the lexicons know; an «|инженер|-|строитель|» is both."""
    known = [found for half in halves_of(double) if (found := listed().get(half)) is not None]
    if len(known) < 2 or any(kind is not None for _, kind in known):
        return known[0] if known else None
    (noun, _), (other, _) = known
    return replace(noun, broader=noun.broader | other.broader), None

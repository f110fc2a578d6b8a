"""What descriptions tell of who somebody is: «президент России», «глава МИД», «хоккеист «Сокола»».

Two descriptions agree when one noun may stand for the other and nothing that narrows them
contradicts. A post that many hold («депутат», «адвокат») must be narrowed alike on both sides;
one that few hold («президент», «мэр») need not be narrowed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from molva.entities.parts import NameParts, name_parts
from molva.lexicon.folding import fold
from molva.lexicon.lists import cells, shared_list
from molva.lexicon.nouns import Noun, bodies, roles
from molva.speakers.bodies import body
from molva.speakers.lexicon import posts, rows
from molva.speakers.names import agree as names_agree
from molva.speakers.places import country, place, stem

SEATS = frozenset("президент премьер-министр канцлер губернатор мэр король генсек папа".split())
_BROAD = frozenset(
    "чиновник политик руководитель специалист эксперт глава лидер представитель сотрудник член "
    "заместитель секретарь председатель человек мужчина женщина житель автор".split()
)
_MINISTER = "министр"
_MINISTERS = frozenset((_MINISTER, "замминистра"))
_COMMON = frozenset(
    map(
        stem,
        "область области край края республика республики регион региона штат штата провинция провинции".split(),
    )
) | frozenset(map(stem, "город города страна страны государство государства".split()))
_FORMER = ("бывший", "бывшая", "прежний", "прежняя", "экс-")


@dataclass(frozen=True, slots=True)
class Role:
    """A description taken apart.

    ``concept`` is its noun without the difference of sex, ``broader`` every noun that may stand
    for it; ``narrowed`` the stems of the words that narrow it, ``places`` the places among them.
    """

    concept: str
    broader: frozenset[str]
    narrowed: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    former: bool = False

    @property
    def seat(self) -> str:
        """The post that one person at a time holds in a place: «мэр» of «градоначальник»."""
        return next(iter(sorted(self.broader & SEATS)), "")


@lru_cache(50_000)
def read_role(text: str) -> Role | None:
    """Take a description in the nominative apart; None when no lexicon knows its noun."""
    words = [fold(word.strip("«»„“”\"',()")) for word in text.split()]
    former = any(word.startswith(_FORMER) for word in words)
    words = [word.removeprefix("экс-") for word in words]
    found = _noun(words)
    if found is None:
        return None
    noun, start, end = found
    narrowed, places = _narrowing(noun, words[:start], words[end:])
    broader = noun.broader | posts(noun, set(narrowed | _kinds(words[end:])))
    return Role(noun.concept, broader, narrowed, places, former)


def agree(a: Role, b: Role) -> bool:
    """Whether two descriptions tell of one person, as far as descriptions can."""
    ministers = _MINISTER in a.broader & b.broader  # «глава МИД» is one: «министр иностранных дел»
    if a.concept not in b.broader and b.concept not in a.broader and not ministers:
        return False
    if a.places and b.places and not a.places & b.places:
        return False
    if a.narrowed and b.narrowed:
        return bool(a.narrowed & b.narrowed)
    if a.concept in _BROAD or b.concept in _BROAD:
        return False
    return bool(a.places & b.places) or bool(a.seat and b.seat)


def of_one_post(a: Role, b: Role) -> bool:
    """Whether two descriptions agree and are narrowed alike: «премьер Заречья», «премьер-министр Заречья»; not two «премьер»."""
    return agree(a, b) and bool(a.places & b.places or a.narrowed & b.narrowed)


@cache
def public(surname: str) -> tuple[tuple[NameParts, tuple[Role, ...]], ...]:
    """Who of this (folded) surname, or only name, is known to everybody by an office, with the offices."""
    return tuple(_public().get(surname, ()))


def known_to_all(name: NameParts) -> tuple[Role, ...]:
    """The offices that are common knowledge of a full name."""
    return next(
        (held for known, held in public(fold(name.surname or name.given)) if names_agree(known, name)), ()
    )


@cache
def _public() -> dict[str, list[tuple[NameParts, tuple[Role, ...]]]]:
    """Who held which office, by surname; «Франциск» by the name he has."""
    table: dict[str, list[tuple[NameParts, tuple[Role, ...]]]] = {}
    for row in rows("offices"):
        name = name_parts(row[0])
        held = tuple(role for text in cells(row, 1, ";") if (role := read_role(text)))
        if held:
            table.setdefault(fold(name.surname or name.given), []).append((name, held))
    return table


def _noun(words: Sequence[str]) -> tuple[Noun, int, int] | None:
    """The first noun of a description, the longest there («глава государства»), and its edges."""
    for start in range(len(words)):
        for length in (3, 2, 1):
            noun = roles().get(" ".join(words[start : start + length]))
            if noun is not None:
                return noun, start, min(start + length, len(words))
    return None


def _narrowing(
    noun: Noun, before: Sequence[str], after: Sequence[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """What tells a noun from others of its kind: the words beside it, without the small ones, and the places apart."""
    places = {found for word in before if (found := place([word]))}
    places |= {found for word in after if (found := place([word]) or country(word))}
    places |= {found for i in range(len(after) - 1) if (found := place(after[i : i + 2]))}
    narrowed = {
        stem(word) for word in before if word.endswith(("ский", "ская", "ской", "цкий")) and not place([word])
    }
    narrowed |= {
        stem(w)
        for w in after
        if w[:1].isalpha() and w not in shared_list("small_words") and not (place([w]) or country(w))
    }
    if noun.broader & _MINISTERS and after:
        narrowed |= set(body(["министерство", *after], ["министерство", *after]).core)
    for word in after:
        narrowed |= set(body([word], [word]).core) if not (place([word]) or country(word)) else set()
    return frozenset(narrowed) - _COMMON, frozenset(places)


def _kinds(after: Sequence[str]) -> frozenset[str]:
    """What the bodies among the complements are: МИД → a ministry."""
    found: frozenset[str] = frozenset()
    for word in after:
        found |= body([word], [word]).kinds
        found |= bodies()[word].broader if word in bodies() else frozenset()
    return found

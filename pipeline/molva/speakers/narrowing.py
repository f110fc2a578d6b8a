"""What narrows the noun of a description: «глава |комитета Госдумы|», «|ольховский| прокурор», «министр |обороны|»."""

from collections.abc import Sequence
from itertools import pairwise

from molva.lexicon.lists import shared_list
from molva.lexicon.nouns import bodies
from molva.speakers.bodies import Body, body, is_known
from molva.speakers.branches import level
from molva.speakers.dependents import Names
from molva.speakers.lexicon import spheres
from molva.speakers.places import place, stem
from molva.words import Words

_ANY_MINISTRY = frozenset(("министерство", "ведомство"))  # which tell none from another
_COMMITTEES = frozenset(("комитет", "подкомитет", "комиссия"))
_LOWER_HOUSES = frozenset(
    "госдума дума думский мосгордума гордума облдума рада парламент парламентский заксобрание бундестаг сейм кнессет".split()
)
LANDS = frozenset(
    "страна государство республика королевство княжество султанат эмират регион область край".split()
)
_MINISTERS = frozenset(("министр", "замминистра", "заместитель министра", "глава министерства"))


def narrowing(
    words: Words, start: int, head: int, end: int, names: Names, concept: str
) -> tuple[set[str], set[str]]:
    """What narrows a noun: its complements and the places among its adjectives; and all the places."""
    places = {found for i in range(start, head) if (found := place([words.lemma[i]]))}
    narrowed = {stem(lemma) for lemma in words.lemma[start:head] if _relational(lemma)}
    i = head + 1
    while i < end:
        i, narrows, where = _complement(words, i, end, names)
        narrowed |= narrows
        places |= where
    narrowed |= level(words.lemma[start:end]) if concept in bodies() else _of_a_house(words.lemma[start:end])
    if (concept in _MINISTERS or concept.startswith("министр ")) and end > head + 1:
        narrowed |= _of_a_ministry(words, head + 1, end, names)
    return narrowed, places


def _complement(words: Words, i: int, end: int, names: Names) -> tuple[int, set[str], set[str]]:
    """«глава |комитета| |думы| |Вестрии|»: where the complement at a word ends, how it narrows, and its places."""
    if i in names:
        stop = min(names[i].end, end)
        return stop, *_name(words, i, stop)
    if i + 1 < end and (institution := _institution(words, i)):
        return i + 2, {*institution.core, *institution.kinds}, set()
    lemma = words.lemma[i]
    if found := place([lemma]):
        return i + 1, set(), {found}
    tells = words.form[i][:1].isalpha() and words.lower[i] not in shared_list("small_words")
    return i + 1, {stem(lemma), *_kinds(lemma)} if tells else set(), set()


def _name(words: Words, start: int, end: int) -> tuple[set[str], set[str]]:
    """«директор |Росмоста|», «глава |Ольховской области|»: how a name narrows a noun, and its places."""
    lemmas = words.lemma[start:end]
    name, where = body(words.form[start:end], lemmas), place(lemmas)
    own = set[str]() if where else {*name.core, *name.kinds}
    return own | _regions(lemmas) | spheres().intersection(lemmas), {
        one for one in (where, name.place) if one
    }


def _of_a_ministry(words: Words, start: int, end: int, names: Names) -> set[str]:
    """«министр |обороны| Вестрии» is narrowed as «министерство обороны» is, without its country."""
    told_apart = (i for i in range(start + 1, end) if i in names or words.lemma[i] in LANDS)
    stop = next(told_apart, end)
    ministry = body(["министерство", *words.form[start:stop]], ["министерство", *words.lemma[start:stop]])
    return {*ministry.core, *(ministry.kinds - _ANY_MINISTRY)}


def _of_a_house(lemmas: Sequence[str]) -> set[str]:
    """«глава |комитета Госдумы|», «член комитета |Совета Федерации|»: who sits in such a committee sits in the house."""
    if _COMMITTEES.isdisjoint(lemmas):
        return set()
    upper = any(pair == ("совет", "федерация") for pair in pairwise(lemmas)) or "сенат" in lemmas
    lower = not _LOWER_HOUSES.isdisjoint(lemmas)
    return {"комитет верхней палаты"} if upper else {"комитет нижней палаты"} if lower else set()


def _institution(words: Words, i: int) -> Body | None:
    """«начальник |Генерального штаба| страны» is the «глава |Генштаба|»: two words by which the press knows a body."""
    if words.pos[i] != "ADJ" or words.form[i].islower() and words.lemma[i + 1] not in bodies():
        return None
    found = body(words.form[i : i + 2], words.lemma[i : i + 2])
    return found if is_known(found.core) else None


def _regions(lemmas: Sequence[str]) -> set[str]:
    """«Ольховская область» is a «регион», by its name as a kind and by the stem that «глава региона» is narrowed to."""
    return {"регион", stem("регион")} if set(lemmas) & {"область", "край", "республика"} else set()


def _relational(lemma: str) -> bool:
    """«одинцовская прокуратура», «городской прокурор»: an adjective that tells which one."""
    return lemma.endswith(("ский", "ской", "цкий")) and not place([lemma])


def _kinds(lemma: str) -> frozenset[str]:
    """«комитет» is a «ведомство»: what a noun for a body may be called besides, or its sphere."""
    noun = bodies().get(lemma)
    return noun.broader if noun else spheres() & {lemma}

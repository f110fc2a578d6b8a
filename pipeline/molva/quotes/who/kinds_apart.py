"""Bodies of two kinds: a «министерство» is no «прокуратура», a medium no «банк»."""

from collections.abc import Set as AbstractSet
from functools import cache

from molva.lexicon.nouns import Noun, bodies
from molva.quotes.lexicon import word_list
from molva.quotes.who.cast import Member
from molva.speakers.bodies import body
from molva.speakers.chains import Link
from molva.speakers.descriptions import Description
from molva.speakers.names import in_latin
from molva.speakers.not_meant import FIRMS
from molva.speakers.places import KINDS, stem
from molva.speakers.whose import NOBODYS
from molva.words import Words

OFFICES = frozenset({"комитет", "комиссия"})
BRANCHES = frozenset({"управление", "служба"})
# nouns of media that other bodies have, or are called by
NO_PAPERS = frozenset({"агентство", "ресурс", "группа"}) | word_list("channels")
# bodies that a word right behind tells from others: «департамент |транспорта|»
_BY_SPHERE = frozenset({"министерство", "департамент", "комитет", "управление"})
_SHORTENED = 3  # letters of a sphere that a short name keeps: «Минюст»


def is_of_another_kind(member: Member, said: Description) -> bool:
    """«В прокуратуре уточнили» after «министерство»: no body is of two such kinds, whatever else both may be called.

    Nor is a body that governs or teaches a firm: «в компании добавили» after «мэрия Кобо».
    """
    if said.noun.concept in FIRMS and "регулятор" in member.roles:
        return True  # «Ставку решает ЦБ. В |компании| сообщили»
    if said.wanted in member.roles:
        return said.noun.concept in word_list("offices_of") and _serves_another(member, said)
    if member.medium and _is_no_medium(said):
        return True
    told = member.roles.keys()
    if word_list("offices_of") & told:
        return False  # «пресс-служба Росмоста» speaks for a body of any kind
    if member.marked and said.noun.concept in word_list("authorities"):
        return True
    if not member.medium and _is_paper(said.noun, told):
        return True
    apart = _are_apart(said.noun, told) or _is_of_another_office(said.noun, told)
    return apart or _is_of_no_state(member, said.noun)


def _serves_another(member: Member, said: Description) -> bool:
    """«В пресс-службе завода» after «пресс-служба МЧС»: whom it speaks for is of another kind."""
    told = member.whose.get(said.wanted, NOBODYS)
    served = told.kinds.union(*(bodies()[noun].broader for noun in told.nouns))
    return any(_are_apart(bodies()[noun], served) for noun in said.whose.nouns)


def is_of_another_sphere(words: Words, member: Member, said: Description) -> bool:
    """«В министерстве |культуры| ждут» after «МЧС», and none of what «Минкульт» deals with."""
    first, end = said.link.head + 1, said.link.end
    if said.noun.concept not in _BY_SPHERE or said.wanted not in member.roles or first >= end:
        return False
    sphere, own = words.lemma[first], stem(said.noun.concept)
    if (
        words.feat(first, "Case") != "Gen"
        or not words.form[first].islower()
        or sphere in bodies().keys() | KINDS
    ):
        return False
    names = (link for link in member.chain.links if link.label == "ORG")
    told = member.roles[said.wanted].union(*(_core(words, name) for name in names)) - {own}
    here = said.narrowed.union(_core(words, said.link)) - {own}
    return bool(told) and not here & told and not any(sphere[:_SHORTENED] in one for one in told)


def _core(words: Words, link: Link) -> tuple[str, ...]:
    """What tells a body from others of its kind, by a mention of it."""
    return body(words.form[link.start : link.end], words.lemma[link.start : link.end]).core


def _are_apart(noun: Noun, told: AbstractSet[str]) -> bool:
    """«Школа» and «банк», «министерство» and «компания»: two kinds of which nothing is both."""
    kinds = word_list("single_bodies")
    here, there = noun.broader & kinds, kinds & told
    if here and there and not here & there:
        return True
    firms, others = word_list("firms"), word_list("authorities", "no_firms")
    if noun.concept in firms and not all(one.isdisjoint(told) for one in (others, OFFICES, BRANCHES)):
        return True
    return not others.isdisjoint(noun.broader) and not firms.isdisjoint(told)


def _is_of_another_office(noun: Noun, told: AbstractSet[str]) -> bool:
    """«Прокуратура» after «комитет» or «управление», «комиссия» after «министерство»; the police has «управления»."""
    kinds, offices = word_list("single_bodies"), OFFICES | BRANCHES
    if noun.concept in OFFICES:
        return bool((kinds | offices) & told)
    if not noun.broader & kinds or noun.broader & offices & told:
        return False
    return bool(offices & told) and not (noun.concept == "полиция" and "управление" in told)


def _is_paper(noun: Noun, told: AbstractSet[str]) -> bool:
    """«Газета уточнила» after «министерство»: what is no medium does not turn into a newspaper."""
    if noun.concept not in word_list("medium_nouns") or noun.concept in NO_PAPERS:
        return False
    kinds = word_list("single_bodies", "authorities") | OFFICES | BRANCHES
    return bool(kinds & told)


def _is_of_no_state(member: Member, noun: Noun) -> bool:
    """«Ведомство считает» after «PortMedia уточняет»: a foreign word for a name, of no kind told, is no part of a state; «NASA» is."""
    name = member.chain.name
    foreign = not member.roles and in_latin(name) and not name.split()[0].isupper()
    return foreign and "ведомство" in noun.broader


def _is_no_medium(said: Description) -> bool:
    """«По оценке организации» after «передаёт ТАСС»: a medium may be a «компания», but no «банк» and no «ведомство»."""
    media = _media()
    sole = said.noun.concept in word_list("single_bodies")
    return said.noun.concept not in media and (sole or media.isdisjoint(said.noun.broader))


@cache
def _media() -> frozenset[str]:
    """The nouns that a medium may be called by."""
    return word_list("firms") - word_list("single_bodies") | word_list("medium_nouns")

"""What people do for a living, and how old they are, as it keeps them apart: «комбат» and «солдат», «девочка» and Нина Павловна."""

from functools import cache

from molva.quotes.lexicon import word_list
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.evidence import Situation
from molva.speakers.descriptions import Description
from molva.speakers.lexicon import KIN, Noun, roles
from molva.speakers.names import read
from molva.speakers.without_role import CHILDREN

# what a trade may be called more broadly
_FIELDS = frozenset("медик врач военный педагог юрист полицейский чиновник священнослужитель".split())
_ANYBODY = frozenset("мужчина женщина девушка парень юноша человек подросток".split())


def has_another_trade(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«|Комбат| вышел. Солдат рассказал»: of two bare nouns for what people do, or for kin, neither of them the broader one."""
    if not said.bare_one or not is_trade(said.noun) or not said.noun.broader.isdisjoint(member.called):
        return False
    known = [noun for noun in map(roles().get, member.called) if noun is not None]
    apart = (
        (is_trade(noun) or KIN in noun.broader) and said.noun.concept not in noun.broader for noun in known
    )
    return bool(known) and all(apart)


@cache
def is_trade(noun: Noun) -> bool:
    """«Комбат», «слесарь», «медсестра»."""
    trades = word_list("hands") | word_list("single_posts") | word_list("court_parts")
    return noun.concept in trades or not noun.broader.isdisjoint(_FIELDS)


def is_grown_up(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«У доски сидит |Нина Павловна|. Девочка ответила»: no child is called by a patronymic."""
    child = said.noun.concept in CHILDREN and now.wanted not in member.roles
    return child and member.chain.kind == "person" and read(member.chain.name).patronymic != ""


def only_has_kin(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Мать |Димы| плачет. Дежурный сказал»: of whom the text has told but that he has kin is nobody by his trade."""
    told_too = member.roles.keys() - _ANYBODY - CHILDREN
    if told_too or said.noun.concept in _ANYBODY | CHILDREN:
        return False
    words = cast.scene.words
    heads = [head for head in member.heads if head < now.at]
    kin = (roles().get(words.lemma[words.head[head]]) for head in heads if words.dep[head] == "nmod")
    return bool(heads) and sum(noun is not None and KIN in noun.broader for noun in kin) == len(heads)


def only_others_tell(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Мы слушали |Барсукову|», — сказал судья. Адвокат ответил»: whom others alone have mentioned, and not by this noun."""
    if (
        now.wanted in member.roles
        or not is_trade(said.noun)
        or not said.noun.broader.isdisjoint(member.roles)
    ):
        return False
    links = [link for link in member.chain.links if link.end <= now.at]
    if any(now.draft.covers(link.head) for link in links):
        return False  # ««Меня зовут Зуев», — сказал врач»
    return bool(links) and all(now.floor.heard(link.head) or link.inside >= 0 for link in links)

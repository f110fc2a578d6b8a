"""What people do for a living, and how old they are, as it keeps them apart: «комбат» and «солдат», «девочка» and Нина Павловна."""

import re
from functools import cache

from molva.lexicon.lists import shared_list
from molva.lexicon.nouns import KIN, Noun, roles
from molva.quotes.lexicon import word_list
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.evidence import Situation
from molva.speakers.chains import Chain
from molva.speakers.descriptions import Description
from molva.speakers.names import read

# what asks for a training of its own
_TRAINED = frozenset("медик врач юрист полицейский военный священнослужитель".split())
# what a trade may be called more broadly
_FIELDS = _TRAINED | {"педагог", "чиновник"}
# what a doctor or a lawyer may be called besides
_WEAK = frozenset(
    "руководитель глава учёный ученый эксперт специалист аналитик политик чиновник автор представитель сотрудник житель "
    "член участник активист общественник бизнесмен предприниматель защитник доктор фигурант".split()
)
# «тракторист», «бетонщик», «пекарь»: how nouns for trades end
_MAKERS = ("ист", "щик", "чик", "арь", "вод")
_YOUNG = re.compile(
    r"(?:[1-9]|1[0-5]|дв[ау]х|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|(?:один|две|три|четыр|пят)надцати)-?летн"
)
_PUPILS = frozenset({"ученик", "ученица", "школьник", "школьница"})
_OF_CLASSES = ("классник", "классница")
# who is known by what he shows: an advocate and a doctor are none of them, though a singer may be an actor as well
_SHOWING = frozenset("артист спортсмен музыкант исполнитель".split())
_SERVING = frozenset("юрист врач медик".split())
# where one plays, and nowhere else
# who serves at one, where others come
_AT_A_PLACE = frozenset(
    "вахтер сторож охранник администратор комендант дворник уборщица кассир продавец диспетчер проводник воспитатель няня "
    "вожатый завхоз кладовщик санитарка медсестра регистратор консьерж гардеробщица заведующий буфетчица".split()
)
_PLACES = frozenset(
    "вратарь голкипер нападающий форвард страйкер полузащитник хавбек вингер защитник".split()
)
_PATIENTS = frozenset("больной больная пациент пациентка раненый раненая".split())
_CHILDREN = shared_list("children")
_ANYBODY = shared_list("men_and_women") | {"человек"}


def has_another_trade(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«|Комбат| вышел. Солдат рассказал»: of two bare nouns for what people do, or for kin, neither of them the broader one.

    «|Медсестра| ушла. Больной сказал»: nor is one who nurses the sick one; nor a child one who teaches.
    """
    if said.noun.concept in _PATIENTS:
        return any("медик" in noun.broader for noun in member.callings())
    if not said.bare_one or not is_trade(said.noun) or not said.noun.broader.isdisjoint(member.called):
        return False
    known = member.callings()
    doing = (is_trade(noun) or KIN in noun.broader or noun.concept in _CHILDREN for noun in known)
    apart = (does and said.noun.concept not in noun.broader for does, noun in zip(doing, known, strict=True))
    return bool(known) and all(apart)


def keeps_a_place(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Олег Зимин опоздал. |Вахтёр общежития| ответил»: who serves at a place is nobody named of whom neither noun has told."""
    placed = said.link.end > said.link.head + 1 and bool(said.narrowed) and said.link.number != "Plur"
    if not placed or said.noun.concept not in _AT_A_PLACE or not member.chain.named:
        return False
    told = set[str]().union(*member.roles.values()) if member.roles else set()
    return said.noun.broader.isdisjoint(member.roles.keys() - _WEAK) and said.narrowed.isdisjoint(told)


def has_no_such_training(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«|Тракторист Юрий Зуев| ждал. Фельдшер ответил»: who has been told by a calling of another kind is no doctor, lawyer or soldier."""
    plays = _shows(said.noun) or cast.scene.words.lemma[said.link.head] == "ветеран"
    if (
        plays  # a «защитник» plays, a «ветеран» has played
        or said.noun.broader.isdisjoint(_TRAINED)
        or now.wanted in member.roles
        or not said.noun.broader.isdisjoint(member.roles.keys() - _WEAK)
    ):
        return False
    called = member.called - _ANYBODY - _CHILDREN
    known = [noun for noun in map(roles().get, called) if noun is not None and KIN not in noun.broader]
    made = any(concept not in roles() and concept.endswith(_MAKERS) for concept in called)
    weak = any(noun.broader & _WEAK and not noun.broader & _TRAINED for noun in known)
    return (bool(known) or made) and not weak


@cache
def is_trade(noun: Noun) -> bool:
    """«Комбат», «слесарь», «медсестра»."""
    trades = word_list("hands") | word_list("single_posts") | word_list("court_parts")
    return noun.concept in trades or not noun.broader.isdisjoint(_FIELDS)


def shows_otherwise(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Адвокат |Олег Гуров| спорил. Артист ответил», «голкипер |Петер Шмейк| рад. Форвард добавил»: one of the two is somebody else."""
    known = member.callings()
    if not said.bare_one or not known:
        return False
    if said.noun.concept in _PLACES:
        told = [noun for noun in known if noun.concept in _PLACES]
        alike = any(said.noun.concept in noun.broader or noun.concept in said.noun.broader for noun in told)
        return bool(told) and not alike
    if _shows(said.noun):
        served = all(not noun.broader.isdisjoint(_SERVING) for noun in known)
        return served and all(said.noun.concept not in noun.broader for noun in known)
    return False


@cache
def _shows(noun: Noun) -> bool:
    """«Певица», «вратарь»."""
    return not noun.broader.isdisjoint(_SHOWING)


def is_grown_up(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«У доски сидит |Нина Павловна|. Девочка ответила»: no child is called by a patronymic."""
    child = said.noun.concept in _CHILDREN and now.wanted not in member.roles
    return child and member.chain.kind == "person" and read(member.chain.name).patronymic != ""


def only_child(cast: Cast, said: Description) -> Chain | None:
    """«|Девятилетняя Света| сидит за партой. … — отвечает девочка»: the only one by name whom the text has told as a child."""
    if said.noun.concept not in _CHILDREN or not said.bare_one:
        return None
    before = (chain for chain in cast.chains.chains if chain.links and chain.links[0].head < said.link.head)
    people = (chain for chain in before if chain.kind == "person" and chain.named)
    fitting = [chain for chain in people if not said.link.gender or chain.gender in ("", said.link.gender)]
    young = [chain for chain in fitting if _is_told_young(cast, chain, said.link.head)]
    return young[0] if len(young) == 1 else None


def _is_told_young(cast: Cast, chain: Chain, at: int) -> bool:
    """«|девятилетняя| Света», «|9-летний| Дима», «Дима, |третьеклассник|»."""
    lower = cast.scene.words.lower
    names = (link for link in chain.links if link.label == "PER" and 0 < link.start < at)
    aged = any(_YOUNG.match(lower[link.start - 1]) for link in names)
    return aged or any(noun in _PUPILS or noun.endswith(_OF_CLASSES) for noun in cast.member(chain).called)


def only_has_kin(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Мать |Димы| плачет. Дежурный сказал»: of whom the text has told but that he has kin is nobody by his trade."""
    told_too = member.roles.keys() - _ANYBODY - _CHILDREN
    if told_too or said.noun.concept in _ANYBODY | _CHILDREN:
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

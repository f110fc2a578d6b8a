"""Whom a post told at a quote keeps from being meant: a minister is no other minister, a governor no pilot."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from molva.lexicon.lists import shared_list
from molva.lexicon.nouns import KIN, roles
from molva.quotes.lexicon import word_list
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.evidence import CALLINGS, Situation
from molva.quotes.who.kinds_apart import BRANCHES, OFFICES
from molva.quotes.who.posts import HIGHEST, OF_STATE
from molva.quotes.who.trades import (
    has_another_trade,
    has_no_such_training,
    is_grown_up,
    keeps_a_place,
    only_has_kin,
    only_others_tell,
    shows_otherwise,
)
from molva.speakers.chains import Link
from molva.speakers.compatible import OF_PLACES, compatible, of_another_office, rules_another_land
from molva.speakers.descriptions import Description
from molva.speakers.lexicon import HEADS
from molva.speakers.owners import relations
from molva.speakers.places import place, stem
from molva.speakers.pronouns import possessives
from molva.speakers.rulers import UNDER_GOVERNORS
from molva.speakers.sent_by import is_from_another
from molva.tokens.marks import OPENING
from molva.words import Words

# parts of a government or of a firm, which somebody below its head leads
PARTS = BRANCHES | OFFICES | {"департамент", "министерство", "ведомство"}
LEADING = frozenset(
    "глава директор представитель руководитель советник секретарь начальник председатель".split()
)
# what a minister may be called the head of: «глава военного ведомства», «глава дипломатии»
OF_MINISTRIES = frozenset(
    {"ведомство", "министерство", *map(stem, ("ведомство", "министерство", "дипломатия"))}
)
KIN_BACK = 600  # words looked back for somebody's kin
FAMILY = frozenset("отец мать мама брат сестра сын дочь муж жена супруг супруга вдова дядя тетя".split())
YOUNG = shared_list("children") | {"подросток", "девушка"}
TOP = OF_STATE | {"глава государства"}
# what one may be called who is in office, or on his way there
ON_THE_WAY = frozenset(
    "кандидат победитель оппозиционер бизнесмен миллиардер депутат дипломат юрист экономист военный генерал экс-премьер мужчина женщина".split()
)
OWNERS = frozenset({"основатель", "владелец", "совладелец", "собственник"})
# who speaks for a body, or serves a state or a town, and owns no café and calls nobody to a square
SERVING = frozenset(
    "вице-губернатор вице-мэр вице-премьер заммэра замминистра полицейский пресс-секретарь прокурор следователь судья".split()
)
SPEAKING_FOR = "официальный представитель"
MAN_OR_WOMAN = frozenset({"мужчина", "женщина"})


def _of_another_body(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Представитель |Аэрофлота|» after «представитель порта»: the same noun, with another owner."""
    known = member.roles.get(now.wanted, set())
    return bool(known and said.owners) and not compatible(said, known)


def _of_overlooked_body(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Представитель |«5-й причал»|» after «представитель ФАС Зуев»: another's, though no reader of names has seen it."""
    words, source, known = cast.scene.words, now.draft.source, member.roles.get(now.wanted, set())
    if source is None or not known or said.owners:
        return False
    first = said.link.head + 1
    first += first < source[1] and words.pos[first] == "NOUN"  # «представитель |компании| «5-й причал»»
    if first >= source[1] or "PER" in words.ent[first : source[1]]:
        return False
    name = first + (words.form[first] in OPENING)
    own = name > first or words.form[first].isascii() or words.form[first].isupper()
    return own and known.isdisjoint((words.lower[name], words.lemma[name], stem(words.lemma[name])))


def _of_another_office(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Глава |пресс-службы| полиции» after «глава полиции Зуев»: an office within a body has its own people."""
    return of_another_office(said, _told_of(member))


def _rules_another_land(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Глава |района|» after «губернатор Зуев»: who rules a land rules none within it, and a minister none.

    But the governor is the «глава города», and he the «губернатор», where a text tells of a town that is a region.
    """
    if not rules_another_land(said, member.called, member.roles):
        return False
    concept, called = said.noun.concept, member.called
    of_town = (
        concept == "глава города"
        and "губернатор" in called
        or (concept == "губернатор" and not called.isdisjoint({"глава", "глава города"}))
    )
    return not of_town or not any(place([lemma]) in UNDER_GOVERNORS for lemma in cast.scene.words.lemma)


def _belongs_to_another(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Её брат» after «художник Ян Ли»: who is told by whose he is has not been told by a calling.

    Nor is «отец» anybody else where the text has told of a father: «В лодке сидели отец и сын. Отец ответил».
    """
    source = now.draft.source
    if source is None or now.wanted in member.roles:
        return False
    theirs = any(possessives(cast.scene.words, source[0], said.link.head))
    met = now.own is not None and now.own.links[0].start < said.link.start
    return (theirs or met or bool(said.narrowed)) and bool(said.noun.broader & relations())


def _is_other_kin(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Соседка ждала. |Вдова| ответила»: who is near to somebody in one way is nobody who is in another.

    «Женщина» after «вдова» may be she, for every widow is one.
    """
    near = KIN in member.roles and KIN in said.noun.broader
    return near and now.wanted not in member.roles


def _is_his_kin(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Олег Зуев победил. |Отец| ответил»: a bare noun of kin is another's than whom the text has named.

    Where it has told of his own kin he may be meant: «Олег Зуев потерял сына. Отец ответил».
    """
    if not said.bare_one or said.noun.concept not in FAMILY or not member.chain.named:
        return False
    if now.wanted in member.roles and any(
        link.label == "ROLE" and link.head != said.link.head for link in member.chain.links
    ):
        return False
    words, first = cast.scene.words, max(now.at - KIN_BACK, 0)
    nouns = (roles().get(words.lemma[i]) for i in range(first, now.at) if i != said.link.head)
    return not any(
        noun is not None
        and (noun.broader & YOUNG or KIN in noun.broader and noun.concept != said.noun.concept)
        for noun in nouns
    )


def _in_another_post(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Министр Орехов выступил. Прокурор заявил»: nobody has two such posts, unless the text knows him by the noun.

    Nor has anybody two parts in one trial: «Подсудимый Орехов молчал. Свидетель ответил»; and what both a
    «президент» and a «премьер» are, «политик» and «глава», makes neither the other.
    """
    posts, parts = word_list("single_posts"), word_list("court_parts")
    if not member.roles.keys().isdisjoint((said.noun.concept, said.wanted)):
        return False  # an «экс-президент» is known by that
    broader = said.noun.broader
    concept = "министр" if "министр" in broader else said.noun.concept
    called = member.called | cast.taken_for(member.chain) if concept in parts else member.called
    if concept in parts and called & parts and not broader & called:
        return True
    shared = broader & member.roles.keys()
    return (
        concept in posts
        and not posts.isdisjoint(_nouns(called))
        and not (shared - CALLINGS if concept in OF_STATE else shared)
    )


def _in_one_post_only(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Премьер отметил …. |Председатель Нацбанка| признал»: who is told by a post alone has no second one.

    He may be told by a word that means as much or less: «градоначальник» after «мэр».
    """
    posts = word_list("single_posts") | LEADING
    alike = said.noun.concept in member.roles or not said.noun.broader.isdisjoint(member.called)
    both = (_nouns([said.noun.concept]), _nouns(member.called))
    return not alike and not any(posts.isdisjoint(nouns) for nouns in both)


def _sits_for_another(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Депутат |от ЛДПР|» after «депутат от КПРФ Зуев», «эксперт |из Омска|» after «эксперт из Тулы Зуев»."""
    return is_from_another(cast.scene.words, said.link, member.chain.links)


def _holds_no_such_post(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Инспектор Зуев вышел. |Президент| заявил»: who rules a state, or sits in its government, has been told so, or is told so by all."""
    lands_leader = said.noun.concept == "лидер" and bool(said.places)
    if said.former or not lands_leader and said.noun.broader.isdisjoint(TOP):
        return False
    if any(noun.broader & TOP for noun in member.callings()):
        return False  # «глава города» of a «губернатор»: told apart by the land
    if member.chain.offices or said.noun.broader & (member.roles.keys() - CALLINGS - HEADS):
        return False
    return bool(member.called - CALLINGS - ON_THE_WAY)


def _in_another_ministry(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Министр иностранных дел» after «министр обороны Зуев», and after «глава делегации Зуев»: no man's second post.

    Where he has been called a minister of no ministry it may be his, and a «глава» of nothing may be of any.
    """
    if said.noun.concept != "министр" and said.noun.concept in member.roles:
        return False  # so everybody knows him, whom the text has called a «министр»
    if said.noun.concept.partition(" ")[0] != "министр" or said.former or not said.narrowed:
        return False
    if (told := member.roles.get("министр")) is not None:
        called = any(name.startswith("министр") for name in member.called)
        return called and not compatible(said, told)
    leads = member.roles.get("глава", set()) if "глава" in member.called else set[str]()
    return bool(leads) and leads.isdisjoint(said.narrowed | OF_MINISTRIES)


def _is_a_hand(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Самолёт сел, сообщил губернатор Зуев. |Пилот| заявил»: who holds an office sits at no wheel and robs no bank."""
    known = now.wanted in member.roles or not said.noun.broader.isdisjoint(member.roles)
    hand = said.noun.concept in word_list("hands") and not known
    posts = word_list("single_posts") | LEADING
    deputy = any("заместитель" in noun.broader for noun in member.callings())
    return hand and (deputy or not posts.isdisjoint(_nouns(member.called)))


def _is_in_office(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Дом захвачен, сообщил депутат Зуев. |Мужчина| говорил, что …»: who speaks in office is no more «мужчина»."""
    bare = said.bare and said.noun.concept in MAN_OR_WOMAN
    return bare and not word_list("single_posts").isdisjoint(_nouns(member.called))


def _owns(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Основатель «Крыла» ответил» after «президент Зуев»: who holds a post of a state is told by it, not by a firm."""
    organises = said.noun.concept == "организатор"
    owns = (organises or bool(said.noun.broader & OWNERS)) and said.noun.broader.isdisjoint(member.roles)
    posts = OF_STATE | SERVING | {SPEAKING_FOR} | (set[str]() if organises else {"депутат", "сенатор"})
    return owns and bool(said.narrowed) and not posts.isdisjoint(member.called)


def _leads_a_part(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Так велел мэр Зуев. |Глава столичного департамента| отметил»: who leads all of it leads no part."""
    leads = said.noun.concept in LEADING and bool(PARTS & said.narrowed)
    told = _told_of(member) if leads and HIGHEST & member.called else said.narrowed
    return leads and not said.narrowed & told


def _of_another_country(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Постоянный представитель Вестрии» after «речинский дипломат Орехов»: whoever stands for a state stands for no other."""
    standing = word_list("for_states")
    here = said.whose.countries
    if not here or not said.noun.broader & standing:
        return False
    told = (whose.countries for concept, whose in member.whose.items() if concept in standing)
    return any(there and not here & there for there in told)


def _told_with_a_body(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«По словам начальника |порта Кобо|» after «губернатор Зуев»: a post told with its body's name is nobody's else.

    What only describes («уроженец Кобо», «ветеран Росмоста») may be anybody's, «глава Минпорта» may be the minister,
    and «глава Заречной области» is the governor; but the head of a body in a body («глава пресс-службы порта Кобо»)
    is not who heads another.
    """
    same = said.concepts & (word_list("single_posts") | OF_PLACES)
    called = member.called & ({said.noun.concept} | same)
    if called or not said.noun.broader & word_list("posts"):
        return False
    told_with = 1 + (" " in said.noun.concept)  # «глава МИДа» is told by the post itself
    complement = cast.scene.words.ent[said.link.head + told_with : said.link.end]
    depth = len(complement)
    named = any(complement) and depth >= (2 if now.wanted in member.roles else 1)
    return named and not (said.narrowed or said.places) & _told_of(member)


def _stood_beside(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Жительница отдала свёрток |местному депутату|. Депутат ответила»: whom the noun has told of beside somebody is not her."""
    if now.wanted in member.roles:
        return False
    if _is_brought_in(cast, now, member):
        return True
    known = (one for one in cast.known_as(now.wanted) if one is not member.chain and not one.named)
    told = (next((link for link in one.links if link.label == "ROLE"), None) for one in known)
    return any(met is not None and _are_side_by_side(cast, met, member, said) for met in told)


def _is_brought_in(cast: Cast, now: Situation, member: Member) -> bool:
    """«Клим Зуев принял |рыбака|, который сказал, …»: a noun with a relative clause, in the sentence of another who acts."""
    words, source = cast.scene.words, now.draft.source
    if source is None or words.form[source[1] : source[1] + 1] != [","]:
        return False
    relative = "который" in words.lemma[source[1] + 1 : source[1] + 3]
    return (
        relative
        and _is_object(words, now.at)
        and _acts_in(words, member, words.sentence(source[0])[0], source[0])
    )


def _are_side_by_side(cast: Cast, met: Link, member: Member, said: Description) -> bool:
    """Whether a noun before the quote, no subject itself, stands in a sentence of which the member is one."""
    words = cast.scene.words
    if met.start >= said.link.start or met.inside >= 0 or not _is_object(words, met.head):
        return False
    return _acts_in(words, member, *words.sentence(met.head))


def _is_object(words: Words, noun: int) -> bool:
    """A noun in an oblique case that hangs on a verb: neither a subject nor the title of one, as in «и. о. |министра|»."""
    first = noun
    while words.dep[first] == "conj" and words.head[first] < first:
        first = words.head[first]
    return _is_oblique(words, noun) and words.dep[first] in {"obj", "iobj", "obl"}


def _is_oblique(words: Words, noun: int) -> bool:
    """A noun in another case than the nominative."""
    return words.feat(noun, "Case") not in {"Nom", ""}


def _acts_in(words: Words, member: Member, start: int, end: int) -> bool:
    """Whether a mention of the member is a subject between two words."""
    first, last = bisect_left(member.starts, start), bisect_left(member.starts, end)
    return any(words.is_subject(head) for head in member.heads[first:last])


def _told_of(member: Member) -> set[str]:
    """All that narrows the nouns by which the text has told a member."""
    return set[str]().union(*member.roles.values())


def _nouns(callings: Iterable[str]) -> Iterator[str]:
    """The noun of each calling: «министр» of «министр обороны»."""
    return (calling.partition(" ")[0] for calling in callings)


@dataclass(frozen=True, slots=True)
class Bar:
    """A reason why somebody is not meant: its name, the sentence it exists for, and how to see it."""

    name: str
    sentence: str
    bars: Callable[[Cast, Situation, Member, Description], bool]


# of whom no name is told: «представитель порта»
OF_UNNAMED = (
    Bar("kin", "Вошёл художник. Её брат ответил", _belongs_to_another),
    Bar("other kin", "Соседка ждала. Вдова ответила", _is_other_kin),
    Bar("body", "Представитель порта ждал. Представитель Аэрофлота ответил", _of_another_body),
    Bar("post", "Премьер ждал. Председатель Нацбанка ответил", _in_one_post_only),
    Bar("trade", "Комбат ждал. Солдат ответил", has_another_trade),
)
# of whom a name is told: «губернатор Зуев»
OF_NAMED = (
    Bar("office", "Глава полиции Клим Зуев ждал. Глава пресс-службы полиции ответил", _of_another_office),
    Bar("kin", "Вошёл художник Ян Ли. Её брат ответил", _belongs_to_another),
    Bar("post", "Епископ Клим Орехов ждал. Депутат ответил", _in_another_post),
    Bar("ministry", "Министр обороны Зуев ждал. Министр культуры ответил", _in_another_ministry),
    Bar("top", "Инспектор Клим Зуев ждал. Президент ответил", _holds_no_such_post),
    Bar("training", "Тракторист Клим Зуев ждал. Фельдшер ответил", has_no_such_training),
    Bar("hand", "Губернатор Зуев ждал. Пилот ответил", _is_a_hand),
    Bar("stage", "Адвокат Зуев ждал. Артист ответил", shows_otherwise),
    Bar("in office", "Депутат Зуев ждал. Мужчина ответил", _is_in_office),
    Bar("owner", "Президент Зуев ждал. Основатель «Крыла» ответил", _owns),
    Bar("part", "Губернатор Клим Зуев ждал. Начальник столичного управления ответил", _leads_a_part),
    Bar(
        "country",
        "Выступил российский дипломат Клим Орехов. Постоянный представитель Франции ответил",
        _of_another_country,
    ),
    Bar("body", "Губернатор Зуев ждал. Начальник верфи «Створ» ответил", _told_with_a_body),
    Bar(
        "overlooked",
        "Представитель порта Клим Зуев ждал. Представитель «5-й причал» ответил",
        _of_overlooked_body,
    ),
)


# of whom the text has told no post either
OF_ANYBODY = (
    Bar("beside", "Клим Зуев отдал письмо депутату. Депутат ответил", _stood_beside),
    Bar("his kin", "Клим Зуев победил. Отец ответил", _is_his_kin),
    Bar("child", "Нина Павловна ждала. Девочка ответила", is_grown_up),
    Bar("whose kin", "Мать Димы ждала. Врач ответил", only_has_kin),
    Bar("told by others", "«Мы слушали Клима Зуева», — сказал судья. Адвокат ответил", only_others_tell),
    Bar("from", "Депутат от КПРФ Клим Зуев ждал. Депутат от ЛДПР ответил", _sits_for_another),
    Bar("land", "Губернатор Клим Зуев ждал. Глава района ответил", _rules_another_land),
    Bar("place", "Клим Зуев опоздал. Вахтёр общежития ответил", keeps_a_place),
)


def holds_another(cast: Cast, now: Situation, member: Member) -> bool:
    """«Министр транспорта Зуев» is not «|министр финансов|»: whether the noun at the quote tells a post that the member does not hold."""
    said = now.said
    if said is None:
        return False
    told = OF_NAMED if member.chain.named else OF_UNNAMED
    return any(bar.bars(cast, now, member, said) for bar in (*OF_ANYBODY, *(told if member.called else ())))

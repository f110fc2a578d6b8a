"""What post keeps somebody from being meant: a minister is no other minister, a governor no pilot."""

from collections.abc import Iterable, Iterator

from molva.quotes.lexicon import word_list
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.evidence import CALLINGS, Situation
from molva.quotes.who.kinds_apart import BRANCHES, OFFICES
from molva.speakers.descriptions import Description
from molva.speakers.descriptors import compatible, has_only_told, of_another_office
from molva.speakers.lexicon import words as speaker_list
from molva.speakers.owners import relations
from molva.speakers.places import stem
from molva.speakers.pronouns import possessives

# posts of which a place has one, so that a lower one is none of them
HIGHEST = frozenset("президент король королева канцлер губернатор мэр".split())
# posts that no common calling, «чиновник», turns into one another
OF_STATE = HIGHEST | {"министр", "премьер", "премьер-министр"}
# parts of a government or of a firm, which somebody below its head leads
PARTS = BRANCHES | OFFICES | {"департамент", "министерство", "ведомство"}
LEADING = frozenset(
    "глава директор представитель руководитель советник секретарь начальник председатель".split()
)
# what a minister may be called the head of: «глава военного ведомства», «глава дипломатии»
OF_MINISTRIES = frozenset(
    {"ведомство", "министерство", *map(stem, ("ведомство", "министерство", "дипломатия"))}
)
OWNERS = frozenset({"основатель", "владелец", "совладелец", "собственник"})
MAN_OR_WOMAN = frozenset({"мужчина", "женщина"})


def serves(cast: Cast, now: Situation, member: Member) -> bool:
    """«Пресс-секретарь |президента| Глеб Зуев сообщил …. Президент добавил»: whom one's title has for its owner one is not."""
    words, said = cast.scene.words, now.said
    if said is None or said.link.end - said.link.start > 1 or said.noun.concept in member.called:
        return False
    return any(
        words.lemma[i] == said.noun.concept
        and words.feat(i, "Case") == "Gen"
        and words.feat(i, "Number") == "Sing"
        for link in member.chain.links
        if link.label == "ROLE"
        for i in range(link.head + 1, link.end)
    )


def only_reports(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Дом сгорел, сообщил Зуев. |Задержанный| признался, что …»: who has but told of a case is not whom it befell.

    Unless it is tried, and he speaks in it: «Зуев заявил в суде, что не виновен. Обвиняемый отметил …».
    """
    if said.noun.concept not in speaker_list("fates") or said.link.end - said.link.start > 1:
        return False
    chain, cues = member.chain, cast.scene.cues
    if not chain.named or speaker_list("fates") & member.called:
        return False
    met = [link for link in chain.links if link.label == "PER" and link.start < now.at]
    outside = [link for link in met if not now.floor.heard(link.head)]
    return has_only_told(cast.scene.words, outside, cues.__contains__)


def holds_another(cast: Cast, now: Situation, member: Member) -> bool:
    """«По словам начальника порта Кобо» after «губернатор Зуев»: a post told with its body's name is nobody's else.

    What only describes («уроженец Кобо», «ветеран Росмоста») may be anybody's, and «глава Минпорта» may be the
    minister; but the head of a body in a body («глава пресс-службы порта Кобо») is not who heads another.
    """
    said = now.said
    if said is None or not member.called:
        return False
    if not member.chain.named:  # «представитель Аэрофлота» after that of the port
        if _belongs_to_another(cast, now, member):
            return True
        known = member.roles.get(now.wanted, set())
        return bool(known and said.owners) and not compatible(said, known)
    told = set[str]().union(*member.roles.values())
    if (
        of_another_office(said, told)
        or _belongs_to_another(cast, now, member)
        or _in_another_post(cast, now, member)
        or _in_another_ministry(member, said)
        or _is_a_hand(member, said)
        or _is_in_office(member, said)
        or _owns(member, said)
        or _leads_a_part(member, said)
        or _of_another_country(member, said)
    ):
        return True
    if said.noun.concept in member.called or not said.noun.broader & word_list("posts"):
        return False
    told_with = 1 + (" " in said.noun.concept)  # «глава МИДа» is told by the post itself
    complement = cast.scene.words.ent[said.link.head + told_with : said.link.end]
    depth = len(complement)
    named = any(complement) and depth >= (2 if now.wanted in member.roles else 1)
    return named and not (said.narrowed or said.places) & told


def _in_another_post(cast: Cast, now: Situation, member: Member) -> bool:
    """«Министр Орехов выступил. Прокурор заявил»: nobody has two such posts, unless the text knows him by the noun.

    Nor has anybody two parts in one trial: «Подсудимый Орехов молчал. Свидетель ответил»; and what both a
    «президент» and a «премьер» are, «политик» and «глава», makes neither the other.
    """
    said, posts, parts = now.said, word_list("single_posts"), word_list("court_parts")
    if said is None or not member.roles.keys().isdisjoint((said.noun.concept, said.wanted)):
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


def _in_another_ministry(member: Member, said: Description) -> bool:
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


def _is_a_hand(member: Member, said: Description) -> bool:
    """«Самолёт сел, сообщил губернатор Зуев. |Пилот| заявил»: who holds an office sits at no wheel and robs no bank."""
    hand = said.noun.concept in word_list("hands") and said.noun.broader.isdisjoint(member.roles)
    posts = word_list("single_posts") | LEADING
    return hand and not posts.isdisjoint(_nouns(member.called))


def _is_in_office(member: Member, said: Description) -> bool:
    """«Дом захвачен, сообщил депутат Зуев. |Мужчина| говорил, что …»: who speaks in office is no more «мужчина»."""
    bare = said.link.end - said.link.start == 1 and said.noun.concept in MAN_OR_WOMAN
    return bare and not word_list("single_posts").isdisjoint(_nouns(member.called))


def _nouns(callings: Iterable[str]) -> Iterator[str]:
    """The noun of each calling: «министр» of «министр обороны»."""
    return (calling.partition(" ")[0] for calling in callings)


def _owns(member: Member, said: Description) -> bool:
    """«Основатель «Крыла» ответил» after «президент Зуев»: who holds a post of a state is told by it, not by a firm."""
    owns = bool(said.noun.broader & OWNERS) and said.noun.broader.isdisjoint(member.roles)
    return owns and bool(said.narrowed) and not (OF_STATE | {"депутат", "сенатор"}).isdisjoint(member.called)


def _leads_a_part(member: Member, said: Description) -> bool:
    """«Так велел мэр Зуев. |Глава столичного департамента| отметил»: who leads all of it leads no part."""
    leads = said.noun.concept in LEADING and bool(PARTS & said.narrowed)
    told = set[str]().union(*member.roles.values()) if leads and HIGHEST & member.called else said.narrowed
    return leads and not said.narrowed & told


def _of_another_country(member: Member, said: Description) -> bool:
    """«Постоянный представитель Вестрии» after «речинский дипломат Орехов»: whoever stands for a state stands for no other."""
    standing = word_list("for_states")
    here = said.whose.countries
    if not here or not said.noun.broader & standing:
        return False
    told = (whose.countries for concept, whose in member.whose.items() if concept in standing)
    return any(there and not here & there for there in told)


def _belongs_to_another(cast: Cast, now: Situation, member: Member) -> bool:
    """«Её брат» after «художник Ян Ли»: who is told by whose he is has not been told by a calling.

    Nor is «отец» anybody else where the text has told of a father: «В лодке сидели отец и сын. Отец ответил».
    """
    said, source = now.said, now.draft.source
    if said is None or source is None or now.wanted in member.roles:
        return False
    theirs = any(possessives(cast.scene.words, source[0], said.link.head))
    met = now.own is not None and now.own.links[0].start < said.link.start
    return (theirs or met or bool(said.narrowed)) and bool(said.noun.broader & relations())


def is_held_by_another(cast: Cast, now: Situation, member: Member) -> bool:
    """«Мэр Гуров рассказал о сносе. «…», — говорит прораб Зуев. |Мэр| отметил»: a bare post is his whom the text has told in it."""
    said = now.said
    if said is None or said.noun.concept not in HIGHEST or said.link.end - said.link.start > 1:
        return False
    if not member.chain.named or said.noun.concept in member.roles:
        return False
    return any(chain.named and chain.links[0].start < now.at for chain in cast.known_as(said.noun.concept))

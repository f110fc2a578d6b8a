"""Whose a bare noun is not, by his part in the text: who serves another, who but reports, who has no such post."""

from molva.lexicon.nouns import bodies
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.evidence import Situation
from molva.speakers.chains import Link
from molva.speakers.descriptions import Description
from molva.speakers.lexicon import words as speaker_list
from molva.speakers.only_told import has_only_told
from molva.speakers.places import stem

# posts of which a place has one, so that a lower one is none of them
HIGHEST = frozenset("президент король королева канцлер губернатор мэр".split())
# posts that no common calling, «чиновник», turns into one another
OF_STATE = HIGHEST | {"министр", "премьер", "премьер-министр"}

# by which one speaks for whoever is named behind it
SPOKESMEN = frozenset({"представитель", "официальный представитель", "пресс-секретарь", "спикер"})
# what a man of state has behind him, of which his own spokesman is a «представитель» too
HIS_OFFICE = frozenset(
    "администрация офис правительство кабмин мэрия аппарат канцелярия страна государство".split()
)
KREMLIN = stem("кремль")


def serves(cast: Cast, now: Situation, member: Member) -> bool:
    """«Пресс-секретарь |президента| Глеб Зуев сообщил …. Президент добавил»: whom one's title has for its owner one is not."""
    words, said = cast.scene.words, now.said
    if said is None or not said.bare or said.noun.concept in member.called:
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
    if said.noun.concept not in speaker_list("fates") or not said.bare:
        return False
    chain, cues = member.chain, cast.scene.cues
    if not chain.named or speaker_list("fates") & member.called:
        return False
    met = [link for link in chain.links if link.label == "PER" and link.start < now.at]
    outside = [link for link in met if not now.floor.heard(link.head)]
    return has_only_told(cast.scene.words, outside, cues.__contains__)


def is_held_by_another(cast: Cast, now: Situation, member: Member) -> bool:
    """«Мэр Гуров рассказал о сносе. «…», — говорит прораб Зуев. |Мэр| отметил»: a bare post is his whom the text has told in it."""
    said = now.said
    if said is None or said.noun.concept not in HIGHEST or not said.bare:
        return False
    if not member.chain.named or said.noun.concept in member.roles:
        return False
    return any(chain.named and chain.links[0].start < now.at for chain in cast.known_as(said.noun.concept))


def speaks_for_another(cast: Cast, now: Situation, member: Member) -> bool:
    """«Пресс-секретарь |президента| Глеб Зуев молчит. «…», — сказал представитель |компании|»: who speaks for a man of state speaks for no other body."""
    said = now.said
    if said is None or said.noun.concept not in SPOKESMEN:
        return False
    whose, own = said.whose, member.whose.get(now.wanted)
    office = (whose.nouns | whose.kinds) & HIS_OFFICE or KREMLIN in whose.bodies | whose.places
    if not (whose.nouns or whose.bodies) or office or own is not None and own.bodies & whose.bodies:
        return False
    titles = (link for link in member.chain.links if link.label == "ROLE")
    return any(_serves_state(cast, link) for link in titles)


def _serves_state(cast: Cast, title: Link) -> bool:
    """«пресс-секретарь |президента|», «представитель |премьера Вестрии|», but not «… президента |компании|»."""
    words, post = cast.scene.words, title.head + 1
    if words.lemma[title.head] not in SPOKESMEN:
        return False
    state = post < title.end and words.lemma[post] in OF_STATE and words.feat(post, "Case") == "Gen"
    return state and not any(lemma in bodies() for lemma in words.lemma[post + 1 : title.end])

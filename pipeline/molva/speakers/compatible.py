"""Whether what a description tells, and what the text has told of somebody, may be told of one.

Kind, number and gender agree; the place, the body and the office do not contradict.
"""

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet

from molva.lexicon.nouns import bodies
from molva.speakers.branches import REGION
from molva.speakers.chains import Chain, Link
from molva.speakers.descriptions import LOCAL_HEADS, Description
from molva.speakers.places import all_places, stem
from molva.speakers.rulers import rules_another
from molva.speakers.whose import NOBODYS, Whose

_DOCTORS = frozenset(("врач", "доктор"))
OF_PLACES = frozenset(("глава региона", "глава республики", "глава города", "глава государства"))
_ADMINISTRATIONS = frozenset(("администрация", "мэрия"))
MEDIA = frozenset(("издание", "сми", "агентство", "газета"))
# who has asked an informant: «источник |агентства|»
_ASKING = frozenset(map(stem, MEDIA | {"телеканал", "радиостанция", "портал", "журнал", "канал", "ресурс"}))
REGIONAL = frozenset((REGION, stem(REGION)))
"""What tells only that a body is of some region: «пресс-служба |региональной| полиции», «пресс-служба мэрии |региона|»."""
INNER = frozenset(
    stem(noun) for noun in "аппарат отдел отделение пресс-служба пресс-центр секретариат филиал".split()
)


def may_be(chain: Chain, description: Description) -> bool:
    """Kind, number and gender agree, and what narrows the noun does not contradict."""
    link = description.link
    if chain.anonymous != description.anonymous or not _same_kind(chain, link):
        return False
    if link.kind == "person" and of_another_gender(chain, link):
        return False
    if link.number == "Plur" and link.kind == "group" and not called_alike(description, chain.own):
        return False
    if is_of_another(description, chain.roles, chain.whose.get(description.wanted, NOBODYS)):
        return False
    if in_office_elsewhere(chain, description) or rules_another_land(description, chain.own, chain.roles):
        return False
    return compatible(description, chain.roles.get(description.wanted, set()))


def of_another_gender(chain: Chain, link: Link) -> bool:
    """«Актриса» is no man; where one of both shows no gender, nothing is known of it."""
    return bool(link.gender and chain.gender) and link.gender != chain.gender


def _same_kind(chain: Chain, link: Link) -> bool:
    """A noun for many in the singular, «следствие», goes back to a nameless man who is called so as well."""
    if link.kind == "group" and link.number == "Sing" and not chain.named:
        return chain.kind in ("group", "person") and chain.number != "Plur"
    return chain.kind == link.kind and chain.number == link.number


def compatible(description: Description, told: set[str]) -> bool:
    """«министр обороны» is not the «министр иностранных дел», nor that of another country."""
    if description.anonymous and description.owners:
        if told and not description.owners & told:
            return False  # a source of ТАСС is none of «РИА Новости»
        if is_elsewhere(description, told):
            return False
    places = told & all_places()
    if description.places and places and not places & description.places:
        return False
    if of_another_office(description, told):
        return False
    if description.link.kind == "org" and description.narrowed:
        telling = description.narrowed - REGIONAL or description.narrowed
        return bool(telling & told)  # «орган правосудия» is no committee of before
    return not description.narrowed or not told - places or bool(description.narrowed & told)


def is_elsewhere(description: Description, told: set[str]) -> bool:
    """«источник «Бакена» в мэрии» is no «источник «Бакена» в полиции»: where each is counts, not who asked him."""
    common = description.owners | _ASKING | all_places() | bodies().keys()
    here, there = description.narrowed - common, told - common
    return bool(here and there) and not here & there


def of_another_office(description: Description, told: set[str]) -> bool:
    """«глава пресс-службы полиции» is no «глава полиции»: an office within a body has its own people."""
    inner = description.narrowed & INNER
    return bool(inner and told) and not inner & told


def called_alike(description: Description, called: set[str]) -> bool:
    """«медики» are seldom all the «врачи» of before, «эксперты» never the «специалисты»; «доктора» are врачи."""
    concept = description.noun.concept
    return concept in called or concept in _DOCTORS and bool(_DOCTORS & called)


def in_office_elsewhere(chain: Chain, description: Description) -> bool:
    """«Президент Франции» is not whom everybody knows as the president of another country, unless the text calls him so."""
    known = chain.offices.get(description.wanted, set()) & all_places()
    told = chain.roles.get(description.wanted, set())
    return bool(known and description.places) and not description.places & (known | told)


def rules_another_land(
    description: Description, called: Collection[str], roles: Mapping[str, AbstractSet[str]]
) -> bool:
    """«Глава района» is not the «губернатор», whom both a «глава» may be called."""
    told = description.narrowed | description.places
    return not description.former and rules_another(description.noun.concept, told, called, roles)


def is_of_another(description: Description, roles: Collection[str], whose: Whose) -> bool:
    """Whether who is known by ``roles``, and as ``whose``, has another owner than the description tells.

    «глава Залесья» is not the «спикер парламента Залесья», though each heads something there; but who heads the
    administration of a place heads the place.
    """
    if description.whose.differs(whose):
        return True
    if not description.local or description.noun.concept not in LOCAL_HEADS or OF_PLACES.intersection(roles):
        return False
    heads_body = bool(whose.bodies or whose.nouns or "министр" in roles)
    return heads_body and not (whose.kinds | whose.nouns) & _ADMINISTRATIONS

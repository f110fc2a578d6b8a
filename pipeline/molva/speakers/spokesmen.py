"""Who speaks for a body as one of it: «член совета администрации», later «представитель администрации»."""

from molva.entities.lexicon import word_list as entity_words
from molva.lexicon.nouns import bodies
from molva.speakers.chains import Chain, Link
from molva.speakers.compatible import INNER, MEDIA, of_another_gender
from molva.speakers.descriptions import Description
from molva.speakers.known import Known
from molva.speakers.only_told import has_told
from molva.speakers.places import stem
from molva.speakers.whose import NOBODYS

_SPOKESMEN = frozenset(("представитель", "официальный представитель"))
_STAFF = frozenset(
    "заместитель представитель сотрудник секретарь помощник советник специалист член координатор комиссар директор "
    "начальник госсекретарь пресс-секретарь замминистра".split()
)
_HEADING = frozenset(
    "глава руководитель директор начальник председатель министр президент премьер-министр ректор губернатор мэр".split()
)
_PARTS = INNER | {stem(noun) for noun in "департамент управление комитет служба совет штаб".split()}
_BESIDE = 4  # words from a description to the medium that has asked


def speaks_for(known: Known, description: Description) -> Chain | None:
    """«Член совета администрации Лев Гуров сообщил …. Представитель администрации добавил»: the only one of that body who has told.

    Who heads a body is more than its представитель; whom a medium has asked is somebody new.
    """
    link, words = description.link, known.words
    if description.noun.concept not in _SPOKESMEN or link.number != "Sing" or description.former:
        return None
    body = {word for word in description.narrowed if word not in bodies() and word not in INNER}
    if not body or _is_asked(known, link):
        return None
    near = [chain for chain in known.near(link) if chain.named and chain.kind == "person"]
    fitting = [chain for chain in near if _serves(chain, description, body) and has_told(words, chain)]
    return fitting[0] if len(fitting) == 1 else None


def _is_asked(known: Known, link: Link) -> bool:
    """«сообщил |РБК| представитель завода»: a medium stands beside a description."""
    beside = known.chains.within(max(link.start - _BESIDE, 0), link.end + _BESIDE)
    media = (o for o in beside if o.label == "ORG" and o.chain is not None)
    return any(
        known.words.form[o.start] in entity_words("media")
        or o.chain is not None
        and o.chain.roles.keys() & MEDIA
        for o in media
    )


def _serves(chain: Chain, description: Description, body: set[str]) -> bool:
    """Whether a text has told of somebody as one of a body, and not as its head."""
    if of_another_gender(chain, description.link):
        return False
    for concept in sorted(_STAFF.intersection(chain.roles)):
        told = chain.roles[concept]
        if told & body and not description.whose.is_elsewhere(chain.whose.get(concept, NOBODYS)):
            return not chain.own & _HEADING or bool(told & _PARTS)
    return False

"""Descriptions that run ahead of the text: «глава порта ушёл» in a headline, «начальник порта Зуев» below."""

from molva.lexicon.nouns import ANY_BODY
from molva.speakers.chains import Chain
from molva.speakers.descriptions import Description
from molva.speakers.known import Known
from molva.speakers.narrowing import LANDS
from molva.speakers.places import all_places, stem
from molva.words import Words

LEAD = 1  # paragraphs, headline and lead, that run ahead of what the text tells below
LEADING = 6  # sentences at most: a text may have lost its line breaks
# a medium's own, who stay unnamed; a «журналист» may be anybody
NEWSMEN = frozenset({"корреспондент", "спецкор"})
LOOKING_BACK = frozenset({"ранее", "раньше", "накануне"})
_LANDS = frozenset(map(stem, LANDS))


def runs_ahead(known: Known, chain: Chain, description: Description) -> bool:
    """«Глава порта ушёл» before «начальник порта Зуев», but no «глава больницы Кобо» before «губернатор Зуев».

    A bare «организация» runs ahead in a headline alone: in the text it is a body named before. So is a bare
    «депутат» whoever has been named just before, and by no calling that keeps him from being one.
    """
    if description.noun.concept in ANY_BODY and known.words.par[description.link.head] > 0:
        return False
    told = chain.roles.get(description.wanted)
    if known.words.par[description.link.head] > 0 and is_of_another_time(known.words, chain):
        return False
    if _follows_a_name(known, description) or not told and is_of_a_medium(known.words, description):
        return False
    link, narrowed = description.link, description.narrowed | description.places
    if link.kind != "person" or link.end - link.head < 2 or not narrowed:
        return True
    every = set[str]().union(*chain.roles.values())
    return bool(narrowed & every) or _is_of_the_land(chain, description)


def is_of_another_time(words: Words, chain: Chain) -> bool:
    """«|Ранее| главврач Лев Гуров заявил, что …»: whom the text brings up for what he said before is nobody it has told of."""
    first = min((link.start for link in chain.links), default=0)
    start = words.sentence(first)[0]
    return words.lower[start] in LOOKING_BACK and words.par[first] > 0


def is_of_a_medium(words: Words, description: Description) -> bool:
    """«передаёт корреспондент |«Бакена»|»: he is no «корреспондент Лев Гуров» below, of whom no medium is told."""
    behind = description.link.head + 1
    return description.noun.concept in NEWSMEN and "ORG" in words.ent[behind : behind + 2]


def _is_of_the_land(chain: Chain, description: Description) -> bool:
    """«Президент Вестрии» in a headline for «президент |страны| Лев Гуров» below."""
    told = chain.roles.get(description.wanted, set())
    # «представитель Пентагона» tells more than a land
    bare = bool(description.places) and not description.narrowed
    return bare and bool(told & _LANDS) and not told & all_places()


def _follows_a_name(known: Known, description: Description) -> bool:
    """«Лидер фракции Зуева выступила. …, — уточнила |депутат|»: somebody named in this paragraph may be meant."""
    words, link = known.words, description.link
    lead = words.par[link.head] <= LEAD and words.sent[link.head] < LEADING
    if link.kind != "person" or lead or description.narrowed or description.places:
        return False
    here = words.paragraphs[words.par[link.head]][0]
    before = (o for o in known.chains.within(here, link.start) if o.label == "PER" and o.chain is not None)
    return any(link.gender and o.chain is not None and o.chain.gender == link.gender for o in before)

"""Whose a bare «МИД» is: that of the country in which one reads, until the text tells of another one's.

«МВД сообщило о краже. МВД Чили ищет вора»: the first is not the one of Чили, which nothing before has named.
"""

from molva.speakers.bodies import MINISTRY, Body
from molva.speakers.chains import Chain, Link
from molva.speakers.places import place, single_names
from molva.words import Words

_RUSSIA = "россия"
# where papers in Russian may be at home as well
_AT_HOME = (
    "азербайджан армения белоруссия грузия казахстан киргизия латвия литва молдавия таджикистан туркмения узбекистан "
    "украина эстония"
).split()
_HERE = frozenset({_RUSSIA, "москва", "санкт-петербург", "севастополь", "рф"})
_LEAD = 3  # paragraphs, headline and lead, that tell the country of a ministry below
_BEFORE = 300  # words looked back for a country


def homes(words: Words) -> frozenset[str]:
    """The countries that a text may have for its own: others than Russia only where it does not tell of Russia."""
    russia = not single_names(_RUSSIA).isdisjoint(words.lemma)
    return frozenset({_RUSSIA}) if russia else frozenset({_RUSSIA, *_AT_HOME})


def is_named_later(words: Words, link: Link, name: Body, chain: Chain, where: str) -> bool:
    """Whether a name without a country stands before all that the text has of the ministry of ``where``, and of any country but the home one."""
    if MINISTRY not in name.kinds or name.place or not where:
        return False
    first = min(chain.links, key=lambda other: other.start)
    if first.start < link.start or words.sent[first.start] == words.sent[link.start]:
        return False
    if words.par[link.start] == 0 < words.par[first.start] <= _LEAD:
        return False
    return not any(_tells_of_abroad(words, i) for i in range(max(link.start - _BEFORE, 0), link.start))


def _tells_of_abroad(words: Words, i: int) -> bool:
    """«В |Тбилиси| задержали вора, сообщило МВД»: a place that may be another country's, or an adjective of one."""
    lemma = words.lemma[i]
    where = place([lemma])
    return words.ent[i] == "LOC" and lemma not in _HERE if not where else where not in _HERE

"""Whom a description means: «дипломат», «ведомство», «пресс-служба».

A description goes back to the one named last among those whom the text knows by that noun or by a
more special one («посол» → «дипломат», never the other way round). A headline may run ahead of
the text: then the description waits for the only one who is introduced by it later. Whom nobody is
known as («драматург») is looked for in other ways.
"""

from collections.abc import Callable

from molva.lexicon.nouns import Noun, synonyms
from molva.speakers.ahead import runs_ahead
from molva.speakers.by_office import by_post, in_office
from molva.speakers.chains import Chain
from molva.speakers.compatible import may_be
from molva.speakers.descriptions import Description
from molva.speakers.known import KNOWN_AT_MOST, Known
from molva.speakers.not_meant import OBJECTIONS, comes_in, is_acted_on, is_told_inside
from molva.speakers.spokesmen import speaks_for
from molva.speakers.tellers_of_it import teller_of_it
from molva.speakers.without_role import in_headline, without_role

CLOSE = 2  # sentences back to whoever was called by the very noun

# where nobody is known by the noun; the first way that finds somebody counts
WAYS: tuple[Callable[[Known, Description], Chain | None], ...] = (
    teller_of_it,
    in_office,
    by_post,
    speaks_for,
    without_role,
    in_headline,
)


def antecedent(known: Known, description: Description) -> tuple[Chain | None, bool]:
    """The chain that a description means, and whether it is a tie between several.

    (None, False) means somebody new.
    """
    if description.indefinite or comes_in(known.words, description):
        return None, False
    fitting = _fitting(known, description)
    before = [chain for chain in fitting if known.is_met(chain)]
    before = [chain for chain in before if not is_told_inside(chain, before)]
    if before:
        near = [chain for chain in before if known.in_reach(chain, description.link)]
        return _latest(known, description, near) if near else (None, False)
    ahead = [chain for chain in fitting if runs_ahead(known, chain, description)]
    if ahead and not description.anonymous:
        return (ahead[0], False) if len(ahead) == 1 and ahead[0].named else (None, len(ahead) > 1)
    found = (chain for way in WAYS if (chain := way(known, description)) is not None)
    return next((chain for chain in found if not is_acted_on(known, chain, description)), None), False


def _fitting(known: Known, description: Description) -> list[Chain]:
    """Those known by the noun whom nothing forbids to be meant, all over the text."""
    return [
        chain
        for chain in known.by_concept[description.wanted][-KNOWN_AT_MOST:]
        if may_be(chain, description) and not any(speaks(known, chain, description) for speaks in OBJECTIONS)
    ]


def _latest(known: Known, description: Description, before: list[Chain]) -> tuple[Chain | None, bool]:
    """The one named last; two who were named in one sentence tie, unless only one is narrowed alike."""
    wanted = description.narrowed | description.places
    if wanted:
        alike = [chain for chain in before if wanted & chain.roles[description.wanted]]
        before = alike or before
    ordered = sorted(before, key=lambda chain: known.latest[id(chain)], reverse=True)
    called = [chain for chain in ordered[:2] if _is_called_so(chain, description.noun)]
    if len(called) == 1 and _is_close(known, description, called[0]):
        return called[0], False
    if len(ordered) == 1 or not _tie(known, description, ordered[0], ordered[1]):
        return ordered[0], False
    return (called[0], False) if len(called) == 1 else (None, True)  # the one called so before


def _is_called_so(chain: Chain, noun: Noun) -> bool:
    """«|Премьер-министр| Олег Зуев против. |Премьер| добавил»: by this noun, or by one that means the same."""
    return not chain.own.isdisjoint(synonyms(noun))


def _is_close(known: Known, description: Description, chain: Chain) -> bool:
    """«сообщил |эксперт| Олег Зуев. Инженер Лев Гуров против. |Эксперт| добавил»: called so but a sentence before, and the other never."""
    sent, head = known.words.sent, description.link.head
    one = description.bare_one and description.link.kind == "person" and not description.anonymous
    return one and sent[head] - sent[known.latest[id(chain)]] <= CLOSE


def _tie(known: Known, description: Description, first: Chain, second: Chain) -> bool:
    words = known.words
    here, there = known.latest[id(first)], known.latest[id(second)]
    return words.sent[here] == words.sent[there] != words.sent[description.link.head]

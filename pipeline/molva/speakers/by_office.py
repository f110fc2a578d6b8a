"""Whom the public knows by an office that the text has not told him in: «президент США», «глава РПЦ»."""

from dataclasses import replace

from molva.lexicon.nouns import roles
from molva.speakers.chains import Chain
from molva.speakers.compatible import compatible, may_be, of_another_gender
from molva.speakers.descriptions import Description
from molva.speakers.known import Known
from molva.speakers.lexicon import HEADS, posts

_SINGLE_POSTS = frozenset("патриарх премьер-министр министр спикер ректор".split())  # of which a body has one


def in_office(known: Known, description: Description) -> Chain | None:
    """The only one who is known to the public by that office: «президент США» for Обама."""
    if description.link.kind != "person" or description.former:
        return None
    held = [chain for chain in known.by_office[description.wanted] if _holds(chain, description)]
    met = [chain for chain in held if known.is_met(chain)]
    near = [chain for chain in met if known.in_reach(chain, description.link)]
    fitting = near if met else held
    return fitting[0] if len(fitting) == 1 and (near or description.places) else None


def by_post(known: Known, description: Description) -> Chain | None:
    """«глава РПЦ» for the only патриарх, «глава правительства Вестрии» for its премьер-министр."""
    if description.link.kind != "person" or description.former or not description.noun.broader & HEADS:
        return None
    for post in sorted(posts(description.noun, description.narrowed) & _SINGLE_POSTS):
        held = replace(description, noun=roles()[post])
        met = [c for c in known.by_concept[post] if known.is_met(c) and may_be(c, held)]
        chain = met[0] if len(met) == 1 else None if met else in_office(known, held)
        if chain is not None:
            return chain
    return None


def _holds(chain: Chain, description: Description) -> bool:
    """Whether it is this office, of this land, that the public knows somebody by."""
    return not of_another_gender(chain, description.link) and compatible(
        description, chain.offices[description.wanted]
    )

"""Nouns for a woman that are made of the word for a man who is or does the same: «наставница», «консьержка»."""

import re

from molva.lexicon.analyses import analyses_of

_HERS = re.compile(
    r"(?P<stem>\w{3,})(?P<end>ница|чица|щица|(?<=ист)ка|(?<=[её]р)ка|(?<=ор)ка|(?<=[оеёи]р)ша)"
)
_AS_HE_WITH_KA = re.compile(r"(?P<stem>\w{4,})(?P<end>ка)")  # «консьержка», «квартирантка»
_HIS_ENDS = {"ница": "ник", "чица": "чик", "щица": "щик"}


def is_womans(word: str) -> bool:
    """«Наставница», «саблистка», «блогерша», «консьержка»: made of the word for a man who does it."""
    found = _HERS.fullmatch(word)
    if found is not None:
        return _is_mans(found["stem"] + _HIS_ENDS.get(found["end"], ""))
    found = _AS_HE_WITH_KA.fullmatch(word)
    own = any(a.known and a.pos == "NOUN" and "anim" in a.grammemes for a in analyses_of(word))
    return found is not None and own and _is_mans(found["stem"])


def _is_mans(word: str) -> bool:
    """«наставник», «консьерж»: a known noun for somebody, as it stands."""
    his = {"anim", "masc", "nomn"}
    return any(a.pos == "NOUN" and his <= a.grammemes and a.known for a in analyses_of(word))

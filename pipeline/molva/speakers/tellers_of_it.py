"""«Зуев рассказал, что видел президента Гурова. Об этом |политик| сообщил в эфире»: who has told it, not of whom he has."""

from molva.speakers.chains import Chain, Link
from molva.speakers.descriptions import Description
from molva.speakers.known import Known
from molva.speakers.resolve import is_subject
from molva.words import Words

UP = 8  # words from a mention up to its main verb
BELOW = frozenset(("ccomp", "advcl", "acl"))
CALLINGS = frozenset("политик чиновник спортсмен эксперт специалист артист музыкант предприниматель".split())


def tells_of_another(known: Known, chain: Chain, description: Description) -> bool:
    """«Зуев рассказал, что видел |Гурова|. Об этом политик сообщил»: of whom the sentence before has told but in what another reports there."""
    teller = _teller(known, description)
    if teller is None or teller is chain:
        return False
    words, head = known.words, description.link.head
    start, _ = words.sentence(words.sentence(head)[0] - 1)
    there = [link for link in chain.links if start <= link.head < head]
    return bool(there) and all(_in_clause_below(words, link) for link in there)


def teller_of_it(known: Known, description: Description) -> Chain | None:
    """«Об этом |политик| сообщил»: who reports in the sentence before, if the noun says hardly more than a name."""
    teller = _teller(known, description)
    calls = description.bare_one and description.noun.concept in CALLINGS
    agrees = teller is not None and teller.gender in ("", description.link.gender or teller.gender)
    return teller if calls and agrees else None


def _teller(known: Known, description: Description) -> Chain | None:
    """The person with a name who is the subject of the sentence before one that opens with «об этом»."""
    words, head = known.words, description.link.head
    start = words.sentence(head)[0]
    if words.lower[start : start + 2] != ["об", "этом"] or not words.is_subject(head) or not start:
        return None
    links = known.chains.within(*words.sentence(start - 1))
    names = (link for link in links if link.label == "PER" and link.inside < 0 and is_subject(words, link))
    return next((link.chain for link in names if not _in_clause_below(words, link)), None)


def _in_clause_below(words: Words, link: Link) -> bool:
    """Whether a mention stands in what the main verb of its sentence reports."""
    at = link.head
    for _ in range(UP):
        if words.dep[at].split(":")[0] in BELOW:
            return True
        at = words.head[at]
    return False

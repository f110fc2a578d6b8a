"""«Тот», «та» as a source: not the subject of the clause before, but the other one whom it names last.

«Мэр позвонил губернатору Орехову. Тот ответил, что …»: Russian keeps «он» for the mayor.
"""

from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.resolve import is_subject
from molva.words import Words

REACH = 12  # mentions looked back
SENTENCES = 1


def the_other(words: Words, chains: Chains, head: int) -> Chain | None:
    """Whom the demonstrative at word ``head`` means: a person before a body, the nearest first."""
    links = [link for link in chains.before(head, REACH) if _may_be(words, link, head)]
    persons = (link.chain for link in links if link.kind == "person")
    bodies = (link.chain for link in links if link.kind in ("org", "place"))
    return next(persons, None) or next(bodies, None)


def _may_be(words: Words, link: Link, head: int) -> bool:
    """Whether «тот» can mean a mention: near, no subject, of its gender and number."""
    chain, gender = link.chain, words.feat(head, "Gender")
    if chain is None or link.label == "PRON" or words.sent[head] - words.sent[link.head] > SENTENCES:
        return False
    if chain.number != words.feat(head, "Number") or is_subject(words, link):
        return False
    own = chain.gender or link.gender
    return not own or not gender or own == gender

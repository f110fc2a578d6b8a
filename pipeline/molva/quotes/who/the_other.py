"""«Тот», «последний» as a source: not the subject of the clause before, but the other one whom it names last.

«Мэр позвонил губернатору Орехову. Тот ответил, что …»: Russian keeps «он» for the mayor.
"""

from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.resolve import belongs_to_subject, is_subject
from molva.words import Words

REACH = 12  # mentions looked back
SENTENCES = 1


def the_other(words: Words, chains: Chains, head: int) -> Chain | None:
    """Whom the demonstrative at word ``head`` means: a person before a body, the nearest first."""
    links = [link for link in chains.before(head, REACH) if _may_be(words, link, head)]
    persons = (link.chain for link in links if link.kind == "person")
    bodies = (link.chain for link in links if link.kind in ("org", "place"))
    return next(persons, None) or next(bodies, None) or _named_last(words, chains, head)


def _named_last(words: Words, chains: Chains, head: int) -> Chain | None:
    """«С ним согласен и прораб Денис Пак. |Тот| считает»: a subject behind its verb, which closes the sentence before."""
    start = words.sentence(head)[0]
    links = [link for link in chains.before(start, REACH) if link.label == "PER"] if start else []
    last = links[0] if links else None
    if last is None or last.chain is None or last.end < start - 1 or not belongs_to_subject(words, last.head):
        return None
    verb = words.head[last.head] if words.is_subject(last.head) else words.head[words.head[last.head]]
    return last.chain if verb < last.head and _agrees(words, last, head) else None


def the_last(words: Words, chains: Chains, head: int) -> Chain | None:
    """«Рассказали депутат и прораб. По словам |последнего|, …»: the one of several who act that is named last.

    Where one acts alone, it is whom he acts with: «Лукин встретился с Зуевым. |Последний| сообщил, что …».
    """
    acting = [link.chain for link in _acting(words, chains, head)]
    alone = len({id(chain) for chain in acting}) == 1
    other = the_other(words, chains, head) if alone else None
    return other or next(reversed(acting), None)


def the_two(words: Words, chains: Chains, head: int) -> tuple[Link, Link] | None:
    """«Рассказали депутат и прораб. По словам |первого|, …»: the two who act together, where no others do."""
    acting = _acting(words, chains, head)
    second = {words.head[link.head]: link for link in acting if words.dep[link.head] == "conj"}
    pairs = {link.head: (link, second[link.head]) for link in acting if link.head in second}
    return next(iter(pairs.values())) if len(pairs) == 1 == len(second) else None


def _acting(words: Words, chains: Chains, head: int) -> list[Link]:
    """The mentions that act in the sentence before an ordinal, or in its own before it, and that it may mean."""
    start = words.sentence(max(words.sentence(head)[0] - 1, 0))[0]
    links = (link for link in chains.within(start, head) if link.chain is not None and link.inside < 0)
    return [
        link
        for link in links
        if link.label != "PRON" and belongs_to_subject(words, link.head) and _agrees(words, link, head)
    ]


def _agrees(words: Words, link: Link, head: int) -> bool:
    """Whether the ordinal shows the number of a mention, and no other gender."""
    chain, gender = link.chain, words.feat(head, "Gender")
    gender = "Masc" if gender == "Neut" else gender  # «первого» shows no more than that it is no woman
    own = chain.gender if chain is not None else ""
    alike = chain is not None and (chain.number == "Plur") == (words.feat(head, "Number") == "Plur")
    return alike and (not own or not gender or own == gender)


def _may_be(words: Words, link: Link, head: int) -> bool:
    """Whether «тот» can mean a mention: near, no subject, of its gender and number."""
    chain, gender = link.chain, words.feat(head, "Gender")
    if chain is None or link.label == "PRON" or words.sent[head] - words.sent[link.head] > SENTENCES:
        return False
    if chain.number != words.feat(head, "Number") or is_subject(words, link):
        return False
    own = chain.gender or link.gender
    return not own or not gender or own == gender

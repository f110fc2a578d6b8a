"""Who speaks through a source phrase: the mention itself, or the body behind a document.

«В сообщении МВД» the ministry speaks; «в сообщении» alone leads back to the body that the text
spoke of last; «который» is its noun; «там» is the place or body named last.
"""

from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.phrases import right_edge
from molva.speakers.pronouns import acts
from molva.speakers.resolve import REACH, Ranked, is_subject
from molva.words import Words

PARAGRAPHS = 2
_DOCUMENT_LEMMAS_OF_PLACE = frozenset(("там", "здесь"))
_CARRIERS = frozenset("сайт страница портал аккаунт канал telegram-канал телеграм-канал блог соцсеть".split())
_TIE = 0.1


def speaker_of(words: Words, chains: Chains, head: int, *, document: bool = False) -> Chain | None:
    """The chain behind the source phrase headed by word ``head``.

    ``document`` tells that the noun is a document («сообщение», «отчёт»), whose issuer speaks.
    """
    if words.lemma[head] == "который":
        noun = _relative(words, head)
        return chains.of(noun) if noun is not None else None
    if document or words.lemma[head] in _CARRIERS | _DOCUMENT_LEMMAS_OF_PLACE:
        return issuer(words, chains, head) or (None if document else chains.of(head))
    return chains.of(head)


def issuer(words: Words, chains: Chains, head: int) -> Chain | None:
    """Who issued the document headed by word ``head``: named in its phrase, or spoken of before."""
    within = _owner(words, chains, head)
    return within if within is not None else _before(words, chains, head)


def _owner(words: Words, chains: Chains, head: int) -> Chain | None:
    """«сообщении МВД», «его телеграмме», «пресс-релизе, опубликованном полицией»."""
    end = right_edge(words, head, {})
    children = [i for i in words.children[head] if words.dep[i] in ("nmod", "det", "appos", "flat:name")]
    own = [link for i in children if (link := chains.at(i)) is not None and link.chain]
    inside = [link for link in chains.within(head + 1, end) if link.chain]
    return next((link.chain for link in (*own, *inside) if link.head != head), None)


def _can_issue(link: Link) -> bool:
    return link.chain is not None and link.chain.kind != "place"


def _before(words: Words, chains: Chains, head: int) -> Chain | None:
    """The body, or the person, that spoke last: subjects first, then what stands nearest."""
    best: dict[int, Ranked] = {}
    for link in chains.before(head, REACH):
        if words.par[head] - words.par[link.head] > PARAGRAPHS or link.chain is None or not _can_issue(link):
            continue
        score = _weight(words, head, link)
        if id(link.chain) not in best or best[id(link.chain)].score < score:
            best[id(link.chain)] = Ranked(link.chain, score, "spoke before")
    ordered = sorted(best.values(), key=lambda ranked: -ranked.score)
    if not ordered or (len(ordered) > 1 and ordered[0].score - ordered[1].score < _TIE):
        return None
    return ordered[0].chain


def _weight(words: Words, head: int, link: Link) -> float:
    far = words.sent[head] - words.sent[link.head] + words.par[head] - words.par[link.head]
    body = link.chain is not None and link.chain.kind == "org"
    listed = link.chain is not None and (link.chain.named or link.label == "ROLE")
    spoke = is_subject(words, link) and acts(words, words.head[link.head])
    quoted = link.inside != -1  # a body that only somebody's quoted words name issues nothing here
    return (
        0.5 * spoke
        - quoted
        + 0.8 * body
        + 0.8 * is_subject(words, link)
        + 0.3 * listed
        - 0.5 * far
        - 0.5 * (not body)
    )


def _relative(words: Words, i: int) -> int | None:
    """The noun that «который» stands for."""
    for _ in range(6):
        if words.dep[i].startswith("acl"):
            return words.head[i]
        if words.head[i] == i:
            return None
        i = words.head[i]
    return None

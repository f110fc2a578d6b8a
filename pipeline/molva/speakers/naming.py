"""The name of an entity: the fullest that the text gives, in the nominative, without title.

«Анатолий Антонов» rather than «Антонов», «МИД России» rather than «МИД», «Европейский суд по
правам человека» rather than «ЕСПЧ». Who is never named is called by the fullest description.
"""

from collections import Counter

from molva.contract import NAME_LABELS
from molva.entities.parts import name_parts
from molva.speakers.bodies import proper
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.names import fullness, plain
from molva.speakers.places import country, trailing_place
from molva.words import Words, fold

_POSSESSIVES = frozenset("его ее их свой мой наш".split())


def name_of(words: Words, chains: Chains, chain: Chain) -> str:
    """The fullest nominative name of a chain, or its fullest description."""
    names = [link for link in chain.links if link.label in NAME_LABELS]
    if names:
        spellings = Counter(_spelling(words, link) for link in names)
        full = _full_person if chain.kind == "person" else _full_body
        return max(spellings, key=lambda name: (full(name), spellings[name]))
    described = [link for link in chain.links if link.label == "ROLE"] or chain.links
    return max((_description(words, chains, link) for link in described), key=lambda name: len(name.split()))


def _full_person(name: str) -> tuple[int, int]:
    """Cyrillic before Latin, then by the parts that are given."""
    cyrillic = any("а" <= letter <= "я" for letter in name.lower())
    return int(cyrillic), fullness(name_parts(name))


def _full_body(name: str) -> tuple[int, int, int]:
    """«МИД России» before «Министерство иностранных дел»: a country says more than spelling out."""
    words = name.split()
    placed = len(words) > 1 and bool(trailing_place([fold(word) for word in words])[0] or _country(words))
    return int(placed), len(words), len(name)


def _country(words: list[str]) -> bool:
    return bool(country(fold(words[-1])))


def _spelling(words: Words, link: Link) -> str:
    """A body's name without its kind and without marks: газета «Вестник» → Вестник."""
    if link.label == "PER":
        return plain(link.normal)
    start, end = proper(words.form[link.start : link.end], words.lemma[link.start : link.end])
    if start == 0 and end == link.end - link.start:
        return link.normal.strip('«»„“”"')
    first, last = words.start[link.start + start], words.end[link.start + end - 1]
    return words.doc.text[first:last]


def _description(words: Words, chains: Chains, link: Link) -> str:
    """A description that can be read alone: «её менеджер» → менеджер, «спикер ведомства» → спикер Пентагона."""
    rest = link.normal.partition(" ")[2]
    if rest and words.lemma[link.start] in _POSSESSIVES:
        return rest
    inner = chains.at(link.end - 1)
    if (
        inner is None
        or inner is link
        or inner.label != "ROLE"
        or inner.end != link.end
        or inner.start <= link.head
    ):
        return link.normal
    owner = _genitive(words, inner.chain)
    tail = words.doc.text[words.start[inner.start] : words.end[inner.end - 1]]
    return link.normal.removesuffix(tail) + owner if owner and link.normal.endswith(tail) else link.normal


def _genitive(words: Words, chain: Chain | None) -> str:
    """The name of a body in the genitive, as the text itself has it somewhere; Latin names do not decline."""
    for link in chain.links if chain is not None and chain.kind == "org" else ():
        spelled = words.doc.text[words.start[link.start] : words.end[link.end - 1]]
        if link.label == "ORG" and (
            spelled.isascii() or spelled.isupper() or words.feat(link.head, "Case") == "Gen"
        ):
            return spelled
    return ""

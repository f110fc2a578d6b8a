"""Chains: the mentions of a document that mean the same person or body, while they are found.

A ``Link`` is a mention in words rather than tokens. ``Chains`` owns both and keeps the links in
text order; the stages add links, name them and put them into chains, and nothing is moved twice.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from molva.contract import Kind, Label
from molva.lexicon.folding import fold
from molva.speakers.whose import NOBODYS, Whose
from molva.words import Words


@dataclass(slots=True, eq=False)
class Link:
    """A mention over the words ``start`` … ``end`` with its head word.

    ``normal`` is the nominative; ``gender`` and ``number`` as UD names them, empty when unknown;
    ``kind`` what it speaks of; ``chain`` the chain it belongs to, or None while unresolved.
    ``inside`` is the number of the direct speech it stands in, -1 in the author's own words.
    """

    start: int
    end: int
    head: int
    label: Label
    normal: str
    kind: Kind
    gender: str = ""
    number: str = "Sing"
    case: str = ""
    inside: int = -1
    chain: "Chain | None" = None

    def nominative(self, words: Words) -> bool:
        """Whether the mention stands as its normal form does: nominative, or not declined at all."""
        return "".join(words.lower[self.start : self.end]) == fold(self.normal).replace(" ", "")


@dataclass(slots=True, eq=False)
class Chain:
    """All that the document says of one person, body, place or group.

    ``roles`` are the concepts by which the text knows it, each with the words that narrow it:
    «министр» → {«иностранный», «дело»}, and in ``whose`` with the owners; ``own`` those of them that the
    text has used itself; ``offices`` what is common knowledge. ``named`` tells whether any mention is a name.
    """

    kind: Kind
    gender: str = ""
    number: str = "Sing"
    name: str = ""
    named: bool = False
    anonymous: bool = False
    id: str = ""
    links: list[Link] = field(default_factory=list)
    own: set[str] = field(default_factory=set)
    roles: dict[str, set[str]] = field(default_factory=dict)
    whose: dict[str, Whose] = field(default_factory=dict)
    offices: dict[str, set[str]] = field(default_factory=dict)

    def add(self, link: Link) -> None:
        """Take a mention in; what it knows of gender fills a gap, never overwrites."""
        link.chain = self
        self.links.append(link)
        self.gender = self.gender or link.gender

    def take(self, other: "Chain") -> None:
        """Take in all mentions of another chain, and what the text knows of it."""
        for link in other.links:
            self.add(link)
        self.links.sort(key=lambda link: (link.start, -link.end))
        self.own |= other.own
        for concept, narrowed in other.roles.items():
            self.learn(frozenset({concept}), narrowed, other.whose.get(concept, NOBODYS))

    def learn(self, concepts: frozenset[str], narrowed: set[str], whose: Whose = NOBODYS) -> None:
        """Remember that the text knows it by these concepts."""
        for concept in concepts:
            self.roles.setdefault(concept, set()).update(narrowed)
            self.whose[concept] = self.whose.get(concept, NOBODYS) | whose

    @property
    def last(self) -> int:
        """The head word of the latest mention taken in."""
        return self.links[-1].head if self.links else -1


class Chains:
    """The links of a document in text order, and the chains they form; ``longest`` is a link's most words."""

    def __init__(self, links: list[Link], chains: list[Chain] | None = None) -> None:
        self.links = sorted(links, key=lambda link: (link.start, -link.end))
        self.chains = chains or []
        self._starts = [link.start for link in self.links]
        self.longest = max((link.end - link.start for link in links), default=0)

    def new(self, chain: Chain) -> Chain:
        """Take in a chain."""
        self.chains.append(chain)
        return chain

    def at(self, word: int) -> Link | None:
        """The mention that covers ``word``: the one headed by it, else the innermost one."""
        found = self._over(word)
        headed = [link for link in found if link.head == word]
        return min(headed or found, key=lambda link: link.end - link.start, default=None)

    def of(self, word: int) -> Chain | None:
        """The chain of the mention that covers ``word``."""
        link = self.at(word)
        return link.chain if link else None

    def within(self, start: int, end: int) -> list[Link]:
        """The mentions that lie wholly in ``start`` … ``end``."""
        first = bisect_right(self._starts, start - 1)
        last = bisect_right(self._starts, end - 1)
        return [link for link in self.links[first:last] if link.end <= end]

    def before(self, word: int, reach: int) -> list[Link]:
        """Up to ``reach`` mentions that begin before ``word``, the nearest first."""
        last = bisect_right(self._starts, word - 1)
        return self.links[max(last - reach, 0) : last][::-1]

    def backwards(self, word: int) -> Iterator[Link]:
        """The mentions that begin before ``word``, the nearest first."""
        return (self.links[i] for i in range(bisect_right(self._starts, word - 1) - 1, -1, -1))

    def _over(self, word: int) -> list[Link]:
        first = bisect_right(self._starts, word - self.longest - 1)
        last = bisect_right(self._starts, word)
        return [link for link in self.links[first:last] if link.start <= word < link.end]

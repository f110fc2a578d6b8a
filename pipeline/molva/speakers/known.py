"""Who is known by which noun at a place of the text, and who was mentioned near by."""

from collections import defaultdict
from dataclasses import dataclass, field

from molva.speakers.chains import Chain, Chains, Link
from molva.words import Words

KNOWN_AT_MOST = 40  # chains looked through for one concept, the latest first
NEAR = 60  # mentions looked back for someone without a role
PARAGRAPHS = 2
FAR = 12  # paragraphs without a mention, after which a description means somebody else


@dataclass(slots=True)
class Known:
    """Who is known by which concept, and where each was mentioned last."""

    words: Words
    chains: Chains
    by_concept: dict[str, list[Chain]] = field(default_factory=lambda: defaultdict(list))
    by_office: dict[str, list[Chain]] = field(default_factory=lambda: defaultdict(list))
    latest: dict[int, int] = field(default_factory=dict)

    def learn(self, chain: Chain) -> None:
        """Enter a chain under every concept it is known by."""
        for concept in chain.roles:
            if chain not in self.by_concept[concept][-KNOWN_AT_MOST:]:
                self.by_concept[concept].append(chain)
        for office in chain.offices:
            if chain not in self.by_office[office]:
                self.by_office[office].append(chain)

    def pass_by(self, link: Link) -> None:
        """The reader has come past a mention."""
        if link.chain is not None:
            self.latest[id(link.chain)] = link.head

    def is_met(self, chain: Chain) -> bool:
        """Whether the reader has come past a mention of a chain."""
        return id(chain) in self.latest

    def in_reach(self, chain: Chain, link: Link) -> bool:
        """A page's feed may speak of another «посол России»; the article above it is over by then."""
        paragraph = self.words.par
        return paragraph[link.head] - paragraph[self.latest[id(chain)]] <= FAR

    def near(self, link: Link) -> list[Chain]:
        """Those mentioned within a few paragraphs before a mention, the latest first."""
        words, found = self.words, dict[int, Chain]()
        for other in self.chains.before(link.start, NEAR):
            if words.par[link.head] - words.par[other.head] > PARAGRAPHS:
                break
            if other.chain is not None:
                found.setdefault(id(other.chain), other.chain)
        return list(found.values())

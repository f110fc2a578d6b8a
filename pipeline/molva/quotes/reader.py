"""A document read for its quotes: what the rules found, who stands inside whom, who speaks."""

from dataclasses import dataclass

from spacy.tokens import Doc

from molva.quotes.attribute import Attribution
from molva.quotes.confidence import Judged
from molva.quotes.draft import Draft
from molva.quotes.headlines import named_below
from molva.quotes.rules import find_drafts
from molva.quotes.scene import Scene
from molva.quotes.settle import Lost, parents, settle
from molva.speakers.chains import Chain, Chains
from molva.speakers.reading import read_chains
from molva.words import read_words


@dataclass(frozen=True, slots=True)
class Reading:
    """The drafts that stand in text order; for each its speaker and the number of the one around it."""

    scene: Scene
    chains: Chains
    drafts: list[Draft]
    above: list[int | None]
    speakers: list[Chain | None]
    attribution: Attribution
    lost: list[Lost]

    def judged(self, number: int) -> Judged:
        """A quote with what its confidence rests on."""
        draft = self.drafts[number]
        decision = self.attribution.decision(draft)
        return Judged(draft, self.speakers[number], decision, self.above[number] is not None)


def read(doc: Doc) -> Reading:
    """Find the quotes of a document whose speakers stage has run, and their speakers."""
    words = read_words(doc, emphasis=False)
    scene = Scene(words)
    drafts, lost = settle(scene, find_drafts(scene))
    chains = read_chains(words)
    attribution = Attribution(scene, chains, told_media(chains, drafts))
    above = parents(drafts)
    speakers: list[Chain | None] = []
    for draft, parent in zip(drafts, above, strict=True):
        teller = speakers[parent] if parent is not None and parent < len(speakers) else None
        told = parent is not None and _tells_of(drafts[parent], draft)
        speakers.append(attribution.speaker(draft, teller, of_another=told))
    speakers = named_below(words, drafts, speakers)
    return Reading(scene, chains, drafts, above, speakers, attribution, lost)


def told_media(chains: Chains, drafts: list[Draft]) -> frozenset[int]:
    """The ids of the chains of all media that were told something or pass words on."""
    links = (link for draft in drafts if draft.via is not None for link in chains.within(*draft.via))
    return frozenset(id(link.chain) for link in links if link.label == "ORG" and link.chain is not None)


def _tells_of(outer: Draft, inner: Draft) -> bool:
    """Whether the source of the inner quote stands in the outer speaker's own words."""
    return outer.type == "direct" and inner.source_head is not None and outer.covers(inner.source_head)

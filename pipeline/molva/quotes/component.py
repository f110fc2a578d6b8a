"""The component ``molva_quotes``: the only place of this stage that changes a ``Doc``."""

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from molva.contract import (
    Entity,
    Quote,
    declare_extensions,
    mark_names,
    read_mentions,
    store_entities,
    store_quotes,
)
from molva.quotes.confidence import confidence_of
from molva.quotes.draft import Draft, Stretch
from molva.quotes.kinds import kind_of
from molva.quotes.media.called import medium_name
from molva.quotes.reader import Reading, read
from molva.quotes.scene import Scene
from molva.speakers.chains import Chain, Chains
from molva.speakers.reading import entities, mentions, with_described
from molva.words import Words


@Language.factory(
    "molva_quotes",
    requires=["doc.ents", "token.dep", "token.morph", "token.lemma", "token.pos"],
    assigns=["doc.spans", "doc.ents"],
)
def create_quotes(nlp: Language, name: str) -> "Quotes":
    """The component as ``nlp.add_pipe("molva_quotes")`` makes it."""
    return Quotes(name)


class Quotes:
    """Finds who said what and writes it into ``doc.spans["quotes"]``; read it from ``doc._.quotes``."""

    def __init__(self, name: str = "molva_quotes") -> None:
        self.name = name
        declare_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotes of ``doc`` and store them with their speakers."""
        self.annotate(doc)
        return doc

    def annotate(self, doc: Doc) -> Reading:
        """The same, and tell how the quotes were found."""
        reading = read(doc)
        chains, words = reading.chains, reading.scene.words
        number_new(chains)
        links = [link for chain in chains.chains for link in chain.links]
        known = {id(link) for link in chains.links}
        found = mentions(words, [*chains.links, *(k for k in links if id(k) not in known)])
        store_entities(doc, with_described(doc, found, read_mentions(doc)), entities(chains.chains))
        mark_names(doc)  # also of those whom only their quotes name
        store_quotes(doc, _quotes(reading))
        return reading


def number_new(chains: Chains) -> None:
    """Give ids to the speakers whom only their quotes name."""
    number = max((int(chain.id[1:]) for chain in chains.chains if chain.id), default=0)
    for chain in chains.chains:
        if not chain.id:
            number += 1
            chain.id = f"e{number}"


def _quotes(reading: Reading) -> list[Quote]:
    """The quotes of a reading as records of the contract."""
    scene, chains = reading.scene, reading.chains
    records = {entity.id: entity for entity in entities(chains.chains)}
    spans = Spans(scene.words)
    return [
        Quote(
            id=f"q{number + 1}",
            type=draft.type,
            content=tuple(spans.of(part) for part in draft.parts),
            cue=spans.maybe(draft.cue),
            source=spans.maybe(draft.source),
            speaker=_entity(records, speaker),
            via=_via(scene, chains, draft, speaker),
            polarity=draft.polarity,
            parent=f"q{parent + 1}" if (parent := reading.above[number]) is not None else None,
            construction=draft.rule,
            confidence=round(confidence_of(scene, reading.judged(number)), 3),
            kind=kind_of(scene.words, draft, speaker),
        )
        for number, (draft, speaker) in enumerate(zip(reading.drafts, reading.speakers, strict=True))
    ]


def _via(scene: Scene, chains: Chains, draft: Draft, speaker: Chain | None) -> str | None:
    """The name of the medium; none that speaks itself: «передаёт Portside Morning News (PMN)»."""
    name = medium_name(scene, chains, draft.via) if draft.via else None
    return None if speaker is not None and name == speaker.name else name


def _entity(records: dict[str, Entity], chain: Chain | None) -> Entity | None:
    """The record of a speaker."""
    return records[chain.id] if chain else None


@dataclass(frozen=True, slots=True)
class Spans:
    """Turns stretches of words into spans of the ``Doc``."""

    words: Words

    def of(self, part: Stretch) -> Span:
        """The span of a stretch."""
        index = self.words.index
        return self.words.doc[index[part[0]] : index[part[1] - 1] + 1]

    def maybe(self, part: Stretch | None) -> Span | None:
        """The span of a stretch that may be missing."""
        return self.of(part) if part else None

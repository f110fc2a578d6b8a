"""The nouns of molva and where a spaCy ``Doc`` keeps them.

Everything molva adds to a document lives in two span groups, ``doc.spans["mentions"]`` and
``doc.spans["quotes"]``. The spans are there for people who look with spaCy alone; the full
records lie in the ``attrs`` of the groups, as plain numbers and strings, because span groups
survive ``DocBin`` and ``to_disk`` without a word from the user, which extensions do not.

Offsets inside records are tokens of the ``Doc``, half-open. ``doc._.quotes``, ``doc._.mentions``
and ``doc._.entities`` rebuild the objects below from the records.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from spacy.tokens import Doc, Span, SpanGroup

SKIPPED = " […] "  # between the parts of a quote
MENTIONS = "mentions"
QUOTES = "quotes"

Label = Literal["PER", "ORG", "LOC", "ROLE", "PRON"]
Kind = Literal["person", "org", "place", "group", "document"]
QuoteKind = Literal["person", "org", "group", "document", "none"]
QuoteType = Literal["direct", "indirect", "mixed"]
Polarity = Literal["asserted", "denied", "negated", "hypothetical"]

NAME_LABELS: tuple[Label, ...] = ("PER", "ORG", "LOC")
QUOTE_TYPES: tuple[QuoteType, ...] = get_args(QuoteType)
POLARITIES: tuple[Polarity, ...] = get_args(Polarity)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of tokens that names somebody or something.

    ``start``, ``end`` and ``head`` are tokens of the ``Doc``; ``label`` is PER, ORG or LOC for a
    name, ROLE for a description («глава дипмиссии»), PRON for a pronoun; ``normal`` is the
    nominative form; ``entity_id`` the entity it belongs to, or None while unresolved.
    """

    start: int
    end: int
    head: int
    label: Label
    normal: str
    entity_id: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, place, group or document, once for each document that speaks of it.

    ``id`` is ``e1``, ``e2``, … in order of first mention; ``name`` the fullest nominative name,
    or a description in the nominative when the text gives no name.
    """

    id: str
    kind: Kind
    name: str
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """One act of attributed speech: what was said, by whom, and how the text says so.

    ``content`` holds one span, or more where the author's words interrupt («П, — а, — п»).
    ``source`` is the mention that the text gives at the quote («дипломат», «он»), ``speaker``
    the entity behind it; either may be None. ``via`` is the canonical name of the medium that
    passed the words on. ``parent`` is the id of the enclosing quote. ``construction`` names the
    rule that found the quote, and ``confidence`` (0..1) is how often such a quote is right.
    ``kind`` tells what kind of source speaks: ``document`` for «в сообщении МИД говорится» though
    the speaker is a body, ``org`` for a place that speaks («Вашингтон заявил»), ``none`` for nobody.
    """

    id: str
    type: QuoteType
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    speaker: Entity | None = None
    via: str | None = None
    polarity: Polarity = "asserted"
    parent: str | None = None
    construction: str = ""
    confidence: float = 1.0
    kind: QuoteKind = "none"

    @property
    def text(self) -> str:
        """The words themselves; interrupted parts are joined by an ellipsis in brackets."""
        return SKIPPED.join(span.text for span in self.content)


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that molva has found in a document."""

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]


def store_entities(doc: Doc, mentions: Iterable[Mention], entities: Iterable[Entity] = ()) -> None:
    """Write mentions (in text order) and entities into ``doc.spans["mentions"]``."""
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end, m.label, m.entity_id or ""))
    records = {
        "mentions": [[m.start, m.end, m.head, m.label, m.normal, m.entity_id] for m in ordered],
        "entities": [[e.id, e.kind, e.name] for e in entities],
    }
    if records == _attrs(doc, MENTIONS):
        return
    spans = [Span(doc, m.start, m.end, label=m.label, kb_id=m.entity_id or "") for m in ordered]
    doc.spans[MENTIONS] = SpanGroup(doc, name=MENTIONS, spans=spans, attrs=records)


def mark_names(doc: Doc) -> None:
    """Write ids and labels of the entities into ``doc.ents``, for people who look with spaCy alone.

    A later stage may know better than the network what a name is: «Кадыров» is no place.
    """
    records = _attrs(doc, MENTIONS).get("mentions", ())
    known = {(start, end): (label, id_) for start, end, _, label, _, id_ in records if id_}
    ents, told = list(doc.ents), True
    for ent in ents:
        old = ent.label_
        label, id_ = known.get((ent.start, ent.end), (old, ""))
        label = label if label in NAME_LABELS else old
        if (old, ent.kb_id_) != (label, id_):
            ent.label_, ent.kb_id_, told = label, id_, False
    if not told:
        doc.ents = ents


def read_mentions(doc: Doc) -> tuple[Mention, ...]:
    """The mentions of a document in text order; empty before the entity stage has run."""
    return tuple(Mention(*record) for record in _attrs(doc, MENTIONS).get("mentions", ()))


def read_entities(doc: Doc) -> tuple[Entity, ...]:
    """The entities of a document with their mentions; empty before the speaker stage has run."""
    return _entities(doc, read_mentions(doc))


def read_names(doc: Doc) -> tuple[Entity, ...]:
    """The entities of a document without their mentions."""
    return _entities(doc, ())


def _entities(doc: Doc, mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """The entities, each with those of the mentions that are its own."""
    of_entity: dict[str | None, list[Mention]] = {}
    for mention in mentions:
        of_entity.setdefault(mention.entity_id, []).append(mention)
    return tuple(
        Entity(id_, kind, name, tuple(of_entity.get(id_, ())))
        for id_, kind, name in _attrs(doc, MENTIONS).get("entities", ())
    )


def store_quotes(doc: Doc, quotes: Sequence[Quote]) -> None:
    """Write quotes into ``doc.spans["quotes"]``, one span for each part of a content."""
    spans = [
        Span(doc, part.start, part.end, label=q.type, kb_id=q.speaker.id if q.speaker else "", span_id=q.id)
        for q in quotes
        for part in q.content
    ]
    records = {"quotes": [_quote_record(q) for q in quotes]}
    doc.spans[QUOTES] = SpanGroup(doc, name=QUOTES, spans=spans, attrs=records)


def read_quotes(doc: Doc) -> tuple[Quote, ...]:
    """The quotes of a document in text order; empty before the quote stage has run."""
    return read_annotation(doc).quotes


def read_annotation(doc: Doc) -> Annotation:
    """The mentions, the entities and the quotes of a document."""
    mentions = read_mentions(doc)
    entities = _entities(doc, mentions)
    by_id = {entity.id: entity for entity in entities}
    quotes = tuple(_quote(doc, by_id, record) for record in _attrs(doc, QUOTES).get("quotes", ()))
    return Annotation(mentions, entities, quotes)


def declare_extensions() -> None:
    """Register ``doc._.quotes``, ``doc._.mentions`` and ``doc._.entities``; safe to call again."""
    for name, getter in (("quotes", read_quotes), ("mentions", read_mentions), ("entities", read_entities)):
        if not Doc.has_extension(name):
            Doc.set_extension(name, getter=getter)


def _attrs(doc: Doc, group: str) -> Mapping[str, Any]:
    return doc.spans[group].attrs if group in doc.spans else {}


def _quote_record(quote: Quote) -> dict[str, Any]:
    """A quote in plain values, as spaCy can store it with a ``Doc``."""
    return {
        "id": quote.id,
        "type": quote.type,
        "content": [[part.start, part.end] for part in quote.content],
        "cue": _edges(quote.cue),
        "source": _edges(quote.source),
        "speaker": quote.speaker.id if quote.speaker else None,
        "via": quote.via,
        "polarity": quote.polarity,
        "parent": quote.parent,
        "construction": quote.construction,
        "confidence": quote.confidence,
        "kind": quote.kind,
    }


def _quote(doc: Doc, entities: Mapping[str, Entity], record: Mapping[str, Any]) -> Quote:
    """The inverse of ``_quote_record``."""
    return Quote(
        id=record["id"],
        type=record["type"],
        content=tuple(doc[start:end] for start, end in record["content"]),
        cue=_span(doc, record["cue"]),
        source=_span(doc, record["source"]),
        speaker=entities[record["speaker"]] if record["speaker"] else None,
        via=record["via"],
        polarity=record["polarity"],
        parent=record["parent"],
        construction=record["construction"],
        confidence=record["confidence"],
        kind=record["kind"],
    )


def _edges(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span is not None else None


def _span(doc: Doc, edges: Sequence[int] | None) -> Span | None:
    return doc[edges[0] : edges[1]] if edges else None

"""The rows of ``quotes.jsonl``, ``mentions.jsonl`` and ``entities.jsonl``.

Offsets are code points of ``doc.text``, half-open. The order of fields is part of the contract:
it is the order of columns in every table made of these rows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import add
from typing import Any, Self

from spacy.tokens import Doc, Span

from molva import columns
from molva.contract import (
    SKIPPED,
    Annotation,
    Entity,
    Mention,
    Quote,
    read_entities,
    read_mentions,
    read_quotes,
)

Row = dict[str, Any]

QUOTE_FIELDS = (
    "doc", "id", "type", "text", "content", "cue", "cue_text", "source", "source_text", "speaker", "speaker_id",
    "kind", "via", "polarity", "parent", "construction", "confidence",
)  # fmt: skip
MENTION_FIELDS = ("doc", "start", "end", "label", "text", "normal", "entity_id")
ENTITY_FIELDS = ("doc", "entity_id", "kind", "name", "mentions")


def quote_rows(doc: Doc, doc_id: str) -> Iterator[Row]:
    """A row for each quote, in text order."""
    return _quote_rows(_Text.of(doc), doc_id, read_quotes(doc))


def mention_rows(doc: Doc, doc_id: str) -> Iterator[Row]:
    """A row for each mention, in text order."""
    return _mention_rows(_Text.of(doc), doc_id, read_mentions(doc))


def entity_rows(doc: Doc, doc_id: str) -> Iterator[Row]:
    """A row for each entity; ``mentions`` are the edges of all its mentions, in text order."""
    return _entity_rows(_Text.of(doc), doc_id, read_entities(doc))


def all_rows(doc: Doc, doc_id: str, found: Annotation) -> dict[str, list[Row]]:
    """The rows of the three tables, by their names."""
    text = _Text.of(doc)
    return {
        "quotes": list(_quote_rows(text, doc_id, found.quotes)),
        "mentions": list(_mention_rows(text, doc_id, found.mentions)),
        "entities": list(_entity_rows(text, doc_id, found.entities)),
    }


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of a document, and where each of its tokens starts and ends."""

    text: str
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, doc: Doc) -> Self:
        texts, spaced = columns.texts(doc), columns.spaced(doc)
        starts = columns.offsets(texts, spaced)
        return cls(columns.text(texts, spaced), starts, list(map(add, starts, map(len, texts))))

    def edges(self, start: int, end: int) -> list[int]:
        """Where the text of some tokens starts and ends."""
        return [self.starts[start], self.ends[end - 1]]

    def place(self, span: Span | None) -> tuple[list[int] | None, str | None]:
        """The edges of a span and its words."""
        if span is None:
            return None, None
        start, end = edges = self.edges(span.start, span.end)
        return edges, self.text[start:end]


def _quote_rows(text: _Text, doc_id: str, quotes: Iterable[Quote]) -> Iterator[Row]:
    for quote in quotes:
        yield dict(zip(QUOTE_FIELDS, _quote_cells(text, quote, doc_id), strict=True))


def _mention_rows(text: _Text, doc_id: str, mentions: Iterable[Mention]) -> Iterator[Row]:
    for mention in mentions:
        start, end = text.edges(mention.start, mention.end)
        cells = (doc_id, start, end, mention.label, text.text[start:end], mention.normal, mention.entity_id)
        yield dict(zip(MENTION_FIELDS, cells, strict=True))


def _entity_rows(text: _Text, doc_id: str, entities: Iterable[Entity]) -> Iterator[Row]:
    for entity in entities:
        found = [text.edges(mention.start, mention.end) for mention in entity.mentions]
        yield dict(zip(ENTITY_FIELDS, (doc_id, entity.id, entity.kind, entity.name, found), strict=True))


def _quote_cells(text: _Text, quote: Quote, doc_id: str) -> tuple[Any, ...]:
    """The cells of a quote, in the order of the columns."""
    content = [text.edges(part.start, part.end) for part in quote.content]
    return (
        doc_id,
        quote.id,
        quote.type,
        SKIPPED.join(text.text[start:end] for start, end in content),
        content,
        *text.place(quote.cue),
        *text.place(quote.source),
        quote.speaker.name if quote.speaker else None,
        quote.speaker.id if quote.speaker else None,
        quote.kind,
        quote.via,
        quote.polarity,
        quote.parent,
        quote.construction,
        round(quote.confidence, 4),
    )

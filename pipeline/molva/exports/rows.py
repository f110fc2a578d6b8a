"""The rows of ``quotes.jsonl``, ``mentions.jsonl`` and ``entities.jsonl``.

Offsets are code points of ``doc.text``, half-open. The order of fields is part of the contract:
it is the order of columns in every table made of these rows.
"""

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc, Span

from molva import columns
from molva.contract import Quote, read_entities, read_mentions, read_quotes

Row = dict[str, Any]

QUOTE_FIELDS = (
    "doc", "id", "type", "text", "content", "cue", "cue_text", "source", "source_text", "speaker", "speaker_id",
    "kind", "via", "polarity", "parent", "construction", "confidence",
)  # fmt: skip
MENTION_FIELDS = ("doc", "start", "end", "label", "text", "normal", "entity_id")
ENTITY_FIELDS = ("doc", "entity_id", "kind", "name", "mentions")


def quote_rows(doc: Doc, doc_id: str) -> Iterator[Row]:
    """A row for each quote, in text order."""
    for quote in read_quotes(doc):
        yield dict(zip(QUOTE_FIELDS, _quote_cells(quote, doc_id), strict=True))


def mention_rows(doc: Doc, doc_id: str) -> Iterator[Row]:
    """A row for each mention, in text order."""
    text, edges = doc.text, _token_edges(doc)
    for mention in read_mentions(doc):
        start, end = edges[mention.start][0], edges[mention.end - 1][1]
        cells = (doc_id, start, end, mention.label, text[start:end], mention.normal, mention.entity_id)
        yield dict(zip(MENTION_FIELDS, cells, strict=True))


def entity_rows(doc: Doc, doc_id: str) -> Iterator[Row]:
    """A row for each entity; ``mentions`` are the edges of all its mentions, in text order."""
    edges = _token_edges(doc)
    for entity in read_entities(doc):
        found = [[edges[mention.start][0], edges[mention.end - 1][1]] for mention in entity.mentions]
        yield dict(zip(ENTITY_FIELDS, (doc_id, entity.id, entity.kind, entity.name, found), strict=True))


def _token_edges(doc: Doc) -> list[tuple[int, int]]:
    texts = columns.texts(doc)
    starts = columns.offsets(texts, columns.spaced(doc))
    return [(start, start + len(text)) for start, text in zip(starts, texts, strict=True)]


def _quote_cells(quote: Quote, doc_id: str) -> tuple[Any, ...]:
    return (
        doc_id,
        quote.id,
        quote.type,
        quote.text,
        [_edges(part) for part in quote.content],
        *_place(quote.cue),
        *_place(quote.source),
        quote.speaker.name if quote.speaker else None,
        quote.speaker.id if quote.speaker else None,
        quote.kind,
        quote.via,
        quote.polarity,
        quote.parent,
        quote.construction,
        round(quote.confidence, 4),
    )


def _place(span: Span | None) -> tuple[list[int] | None, str | None]:
    return (_edges(span), span.text) if span is not None else (None, None)


def _edges(span: Span) -> list[int]:
    return [span.start_char, span.end_char]

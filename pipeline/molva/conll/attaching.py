"""Names, entities and quotes of a file, attached to the ``Doc`` that its words make."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar, cast

from spacy.tokens import Doc, Span

from molva.conll.brackets import BracketReader
from molva.conll.gathering import MEND, Gathered, Layout
from molva.conll.mentions import MentionReader, add_unnamed, read_entity
from molva.conll.names import Labels, read_names
from molva.conll.quotes import FoundQuote, QuoteReader
from molva.conll.sentences import FORM, UPOS, Sentence, broken
from molva.contract import (
    Entity,
    Label,
    Mention,
    Polarity,
    Quote,
    QuoteKind,
    QuoteType,
    store_entities,
    store_quotes,
)

_Value = TypeVar("_Value")


def attach_layers(doc: Doc, words: Gathered, layout: Layout, sentences: Sequence[Sentence]) -> None:
    """Fill ``doc.ents``, ``doc.spans["mentions"]`` and ``doc.spans["quotes"]``.

    Raises:
        FormatError: brackets or comments do not fit together.
    """
    labels = _at(words.file, words.lines[0], read_names, words.misc)
    entities = dict(
        _at(words.file, line, read_entity, text) for _, line, text in _comments(sentences, "entity")
    )
    mentions = _mentions(words, sentences, entities, labels)
    store_entities(doc, _in_tokens(mentions, layout), entities.values())
    _set_names(doc, labels, mentions, layout)
    quotes = _quotes(words, sentences, entities)
    store_quotes(doc, [_quote(doc, quote, layout) for quote in quotes])


def _mentions(
    words: Gathered, sentences: Sequence[Sentence], entities: dict[str, Entity], labels: Labels
) -> list[Mention]:
    """Mentions in words. Entities that no comment names join ``entities``."""
    brackets = BracketReader()
    _read_column(words, "Entity", brackets.read)
    spans = _at(words.file, words.lines[0], brackets.finish)
    add_unnamed(entities, spans, [row[FORM] for row in words.rows])
    reader = MentionReader(entities, words.places, labels, [row[UPOS] for row in words.rows])
    for home, line, text in _comments(sentences, "mention"):
        _at(words.file, line, reader.read_comment, home, text)
    return _at(words.file, words.lines[0], reader.finish, spans)


def _quotes(
    words: Gathered, sentences: Sequence[Sentence], entities: Mapping[str, Entity]
) -> list[FoundQuote]:
    """Quotes in words, from comments and from what stands in MISC."""
    reader = QuoteReader(entities)
    for _, line, text in _comments(sentences, "quote"):
        _at(words.file, line, reader.read_comment, text)
    _read_column(words, "Quote", reader.content.read)
    _read_column(words, "QuoteSource", reader.source.read)
    _read_column(words, "QuoteCue", reader.read_cue)
    return _at(words.file, words.lines[0], reader.finish)


def _read_column(words: Gathered, name: str, read: Callable[[int, str], None]) -> None:
    """Hand each value of an attribute in MISC to its reader, with the number of its word."""
    for n, misc in enumerate(words.misc):
        if name in misc:
            _at(words.file, words.lines[n], read, n, misc[name])


def _comments(sentences: Sequence[Sentence], kind: str) -> Iterator[tuple[int, int, str]]:
    """Sentence, line and rest of every comment of a kind."""
    for home, sentence in enumerate(sentences):
        for line, comment in sentence.comments:
            word, _, rest = comment.partition(" ")
            if word == kind:
                yield home, line, rest


def _at(file: str, line: int, read: Callable[..., _Value], *args: object) -> _Value:
    """Read something that stands in a line, so that an error names the line."""
    try:
        return read(*args)
    except ValueError as error:
        raise broken(file, line, error, MEND) from error


def _set_names(doc: Doc, labels: Labels, mentions: Sequence[Mention], layout: Layout) -> None:
    """``doc.ents``, each with the entity of the mention that it is."""
    ids = {(m.start, m.end - 1, m.label): m.entity_id for m in mentions}
    spans = []
    for (first, last), label in labels.items():
        entity_id = ids.get((first, last, cast(Label, label))) or ""
        spans.append(Span(doc, layout.index[first], layout.index[last] + 1, label=label, kb_id=entity_id))
    doc.set_ents(spans)


def _in_tokens(mentions: Sequence[Mention], layout: Layout) -> Iterator[Mention]:
    """The mentions by the tokens of the ``Doc``, which has white space that the file has not."""
    index = layout.index
    for m in mentions:
        yield Mention(index[m.start], index[m.end - 1] + 1, index[m.head], m.label, m.normal, m.entity_id)


def _quote(doc: Doc, quote: FoundQuote, layout: Layout) -> Quote:
    """A quote by the tokens of the ``Doc``, with the values that its comment leaves out."""

    def span(first: int, last: int) -> Span:
        return doc[layout.index[first] : layout.index[last] + 1]

    return Quote(
        id=quote.id,
        type=cast(QuoteType, quote.type),
        content=tuple(span(*part) for part in quote.content),
        cue=span(quote.cue[0], quote.cue[-1]) if quote.cue else None,
        source=span(*quote.source) if quote.source else None,
        speaker=quote.speaker,
        via=quote.fields.get("via"),
        polarity=cast(Polarity, quote.fields.get("polarity", "asserted")),
        parent=quote.fields.get("parent"),
        construction=quote.fields.get("construction", ""),
        confidence=quote.confidence,
        kind=cast(QuoteKind, quote.kind),
    )

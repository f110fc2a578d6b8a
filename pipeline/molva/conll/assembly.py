"""Put a ``Doc`` together from the sentences of one document."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, TypeVar

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from molva.conll.brackets import BracketReader
from molva.conll.escapes import unescape
from molva.conll.gathering import MEND, Gathered, Layout, gather, lay_out, read_heads
from molva.conll.mentions import MentionReader, add_unnamed, read_entity
from molva.conll.quotes import FoundQuote, QuoteReader
from molva.conll.sentences import DEPREL, FEATS, FORM, LEMMA, UPOS, XPOS, Row, Sentence, broken
from molva.contract import Entity, Mention, Quote, declare_extensions, store_entities, store_quotes
from molva.errors import FormatError

GAP_POS, GAP_DEP = "SPACE", "dep"

_Value = TypeVar("_Value")
Labels = dict[tuple[int, int], str]


def assemble(sentences: Sequence[Sentence], vocab: Vocab, file: str) -> Doc:
    """The ``Doc`` of a document.

    Raises:
        FormatError: the file breaks the format; the message names file, line and cause.
    """
    words = gather(sentences, file)
    layout = lay_out(words)
    doc = _doc(words, layout, vocab)
    declare_extensions()
    for name, comment in (("doc_id", "newdoc id"), ("source", "source")):
        if (value := sentences[0].comment(comment)) is not None:
            doc.user_data[name] = unescape(value)
    if layout.index:
        _add_layers(doc, words, layout, sentences)
    return doc


def _doc(words: Gathered, layout: Layout, vocab: Vocab) -> Doc:
    """Text, grammar and sentences."""
    if not layout.index:
        return Doc(vocab, words=layout.tokens, spaces=layout.spaces)
    heads = read_heads(words)
    columns: dict[str, Any] = {
        name: _column(words.rows, layout, column, gap)
        for name, column, gap in (("tags", XPOS, ""), ("pos", UPOS, GAP_POS), ("morphs", FEATS, ""))
    }
    columns["lemmas"] = _lemmas(words.rows, layout)
    if heads is None:
        opening = {layout.index[word] for word in words.opening[:-1]} | {0}
        columns["sent_starts"] = [n in opening for n in range(len(layout.tokens))]
    else:
        columns["heads"] = _heads(heads, layout)
        columns["deps"] = _column(words.rows, layout, DEPREL, GAP_DEP)
    try:
        return Doc(vocab, words=layout.tokens, spaces=layout.spaces, **columns)
    except ValueError as error:
        raise broken(words.file, words.lines[0], f"the document that begins here: {error}", MEND) from error


def _column(rows: Sequence[Row], layout: Layout, column: int, gap: str) -> list[str]:
    values = [gap] * len(layout.tokens)
    for row, token in zip(rows, layout.index, strict=True):
        values[token] = "" if row[column] == "_" else row[column]
    return values


def _lemmas(rows: Sequence[Row], layout: Layout) -> list[str]:
    """Lemmas; white space is its own, and so is the underscore as a word."""
    lemmas = list(layout.tokens)
    for row, token in zip(rows, layout.index, strict=True):
        lemmas[token] = "" if row[LEMMA] == "_" != row[FORM] else row[LEMMA]
    return lemmas


def _heads(heads: Sequence[int], layout: Layout) -> list[int]:
    """Heads in tokens; white space hangs on the word before it, at the beginning on the first word."""
    found = [max(token - 1, 0) for token in range(len(layout.tokens))]
    for token, head in zip(layout.index, heads, strict=True):
        found[token] = layout.index[head]
    if layout.index[0] > 0:
        found[: layout.index[0]] = [layout.index[0]] * layout.index[0]
    return found


def _add_layers(doc: Doc, words: Gathered, layout: Layout, sentences: Sequence[Sentence]) -> None:
    """Names, entities and quotes, from MISC and from comments."""
    labels = _labels(words)
    entities: dict[str, Entity] = {}
    mentions: list[tuple[int, str]] = []
    quotes = QuoteReader()
    for home, sentence in enumerate(sentences):
        for line, comment in sentence.comments:
            kind, _, text = comment.partition(" ")
            if kind == "entity":
                alias, entity = _at(words.file, line, read_entity, text)
                entities[alias] = entity
            elif kind == "mention":
                mentions.append((home, text))
            elif kind == "quote":
                quotes.comments.append(text)
    brackets = BracketReader()
    for n, misc in enumerate(words.misc):
        for name, reader in (("Entity", brackets), ("Quote", quotes.content), ("QuoteSource", quotes.source)):
            if name in misc:
                _at(words.file, words.lines[n], reader.read, n, misc[name])
        if "QuoteCue" in misc:
            quotes.cues += [(n, alias) for alias in misc["QuoteCue"].split(",")]
    line = words.lines[0]
    spans = _at(words.file, line, brackets.finish)
    add_unnamed(entities, spans, [row[FORM] for row in words.rows])
    reader = MentionReader(entities, words.places, labels, [row[UPOS] for row in words.rows])
    found = _in_tokens(_at(words.file, line, reader.read, spans, mentions), layout)
    store_entities(doc, found, entities.values())
    _set_names(doc, labels, found, layout)
    store_quotes(doc, [_quote(doc, quote, layout) for quote in _at(words.file, line, quotes.finish, entities)])


def _at(file: str, line: int, read: Callable[..., _Value], *args: object) -> _Value:
    """Read something that stands in a line, so that an error names the line."""
    try:
        return read(*args)
    except FormatError:
        raise
    except ValueError as error:
        raise broken(file, line, error, MEND) from error


def _labels(words: Gathered) -> Labels:
    """The names marked by ``NE=``: labels by span of words."""
    labels: Labels = {}
    start, label = 0, ""
    for n, misc in enumerate([*words.misc, {}]):
        begin, _, mark = misc.get("NE", "").partition("-")
        if label and not (begin == "I" and mark == label):
            labels[start, n - 1] = unescape(label)
            label = ""
        if mark and not label:
            start, label = n, mark
    return labels


def _set_names(doc: Doc, labels: Labels, mentions: Sequence[Mention], layout: Layout) -> None:
    ids = {(m.start, m.end, m.label): m.entity_id for m in mentions if m.entity_id}
    spans = []
    for (first, last), label in labels.items():
        start, end = layout.index[first], layout.index[last] + 1
        spans.append(Span(doc, start, end, label=label, kb_id=ids.get((start, end, label), "")))
    doc.set_ents(spans)


def _in_tokens(mentions: Sequence[Mention], layout: Layout) -> list[Mention]:
    index = layout.index
    return [
        Mention(index[m.start], index[m.end - 1] + 1, index[m.head], m.label, m.normal, m.entity_id) for m in mentions
    ]


def _quote(doc: Doc, quote: FoundQuote, layout: Layout) -> Quote:
    def span(first: int, last: int) -> Span:
        return doc[layout.index[first] : layout.index[last] + 1]

    fields = quote.fields
    return Quote(
        id=quote.id,
        type=quote.type,
        content=tuple(span(*part) for part in quote.content),
        cue=span(quote.cue[0], quote.cue[-1]) if quote.cue else None,
        source=span(*quote.source) if quote.source else None,
        speaker=quote.speaker,
        via=fields.get("via"),
        polarity=fields.get("polarity", "asserted"),
        parent=fields.get("parent"),
        construction=fields.get("construction", ""),
        confidence=float(fields.get("confidence", "1")),
    )

"""Write a ``Doc`` as CoNLL-U; the inverse is ``reading.py``."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from molva.conll.brackets import write_brackets
from molva.conll.escapes import escape, escape_line
from molva.conll.ids import file_ids, file_prefix, slug
from molva.conll.mentions import Cast, write_mentions
from molva.conll.places import Places
from molva.conll.quotes import write_quotes
from molva.conll.rows import Rows, read_rows
from molva.conll.spacing import breaks_line
from molva.contract import Mention, read_entities, read_mentions, read_quotes

GLOBAL_ENTITY = "# global.Entity = eid-etype-head-other"

# CoNLL-U has no empty sentences: this row stands in for a document without words.
_NO_WORDS = "1\t_\t_\tX\t_\t_\t0\troot\t_\tNoText=Yes"

Attributes = Mapping[int, str]


def write_conllu(doc: Doc, doc_id: str, *, source: str | None = None, number: int | None = None) -> str:
    """The CoNLL-U of one document: LF, NFC, an empty line after every sentence.

    Args:
        doc: any ``Doc``; layers it lacks come out as ``_`` (without a parse the file is valid at
            level 1 of the validator only).
        doc_id: written as ``# newdoc id``.
        source: where the text came from, written as ``# source``.
        number: the place of the document in a file of several, from 1. Ids of entities, quotes
            and sentences then begin with ``d1``, ``d2``, …, since they may not recur in a file.
    """
    rows = read_rows(doc)
    head = [f"# newdoc id = {escape_line(doc_id)}"]
    if number is None or number == 1:
        head.append(GLOBAL_ENTITY)
    if source is not None:
        head.append(f"# source = {escape_line(source)}")
    name = slug(doc_id) if number is None else f"{file_prefix(number)}-{slug(doc_id)}"
    if not len(rows):
        return _without_words(head, name, rows.lead)
    attributes, comments = _layers(doc, rows, file_prefix(number))
    misc = _misc(rows, attributes)
    lines: list[str] = []
    paragraph = sentence = 0
    opening = rows.places.opening
    for n, (start, end) in enumerate(zip(opening, opening[1:])):
        if n == 0 or breaks_line(rows.gap[start - 1]):
            paragraph, sentence = paragraph + 1, 0
            head.append(f"# newpar id = {name}-p{paragraph}")
        sentence += 1
        lines += head
        lines.append(f"# sent_id = {name}-p{paragraph}s{sentence}")
        lines.append(f"# text = {_text(rows, start, end)}")
        lines += comments.get(n, ())
        lines += [
            f"{i}\t{left}\t{right}\t{extra}"
            for i, (left, right, extra) in enumerate(
                zip(rows.left[start:end], rows.right[start:end], misc[start:end]), 1
            )
        ]
        lines.append("")
        head = []
    return "\n".join(lines) + "\n"


def write_conllu_docs(docs: Iterable[tuple[str, Doc]]) -> Iterator[str]:
    """Several documents, each with its id, as pieces of one file to be written one after another."""
    for number, (doc_id, doc) in enumerate(docs, 1):
        yield write_conllu(doc, doc_id, number=number)


def _layers(doc: Doc, rows: Rows, prefix: str) -> tuple[list[Attributes], dict[int, list[str]]]:
    """What entities and quotes add: attributes by word in the order of MISC, comments by sentence."""
    places = rows.places
    entities = {entity.id: entity for entity in read_entities(doc)}
    quotes = read_quotes(doc)
    cast_ = Cast(entities, file_ids(entities, prefix))
    names, labels = _names(doc, places)
    pos = [left.split("\t", 3)[2] for left in rows.left]
    mentions = [place for mention in read_mentions(doc) if (place := _in_words(mention, places))]
    brackets, mention_comments = write_mentions(mentions, cast_, places, labels, pos)
    spoken = write_quotes(quotes, file_ids((q.id for q in quotes), prefix), cast_.alias, places)
    comments = {0: cast_.comments()}
    for layer in (mention_comments, spoken.comments):
        for sentence, added in layer.items():
            comments.setdefault(sentence, []).extend(added)
    first = {0: escape(rows.lead)} if rows.lead else {}
    return [
        _named("Entity", write_brackets(brackets)),
        _named("NE", names),
        dict(enumerate(rows.orig)),
        _named("Quote", spoken.content),
        _named("QuoteCue", spoken.cue),
        _named("QuoteSource", spoken.source),
        dict(enumerate(rows.space)),
        _named("SpacesBefore", first),
    ], comments


def _misc(rows: Rows, attributes: list[Attributes]) -> list[str]:
    """MISC of each word: its attributes in alphabetical order, or an underscore."""
    columns = [[""] * len(rows) for _ in attributes]
    for column, layer in zip(columns, attributes, strict=True):
        for word, value in layer.items():
            column[word] = value
    return ["|".join(filter(None, values)) or "_" for values in zip(*columns, strict=True)]


def _names(doc: Doc, places: Places) -> tuple[dict[int, str], dict[tuple[int, int], str]]:
    """``doc.ents`` as B- and I- by word, and as labels by span."""
    marks, labels = {}, {}
    for ent in doc.ents:
        if span := places.words(ent.start, ent.end):
            labels[span] = ent.label_
            label = escape(ent.label_)
            marks[span[0]] = f"B-{label}"
            marks.update(dict.fromkeys(range(span[0] + 1, span[1] + 1), f"I-{label}"))
    return marks, labels


def _in_words(mention: Mention, places: Places) -> Mention | None:
    """A mention counted in words; its head is moved to the nearest of its words."""
    span = places.words(mention.start, mention.end)
    if span is None:
        return None
    head = min(max(places.before[mention.head], span[0]), span[1])
    return replace(mention, start=span[0], end=span[1] + 1, head=head)


def _named(name: str, values: Attributes) -> Attributes:
    return {word: f"{name}={value}" for word, value in values.items()}


def _text(rows: Rows, start: int, end: int) -> str:
    """The sentence as one line: forms, and one space wherever there is any white space."""
    pieces = zip(rows.form[start:end], rows.gap[start:end], strict=True)
    return "".join(f"{form} " if gap else form for form, gap in pieces).rstrip()


def _without_words(head: list[str], name: str, text: str) -> str:
    """A document of white space alone, or of nothing."""
    row = _NO_WORDS + (f"|SpacesBefore={escape(text)}" if text else "")
    lines = [*head, f"# newpar id = {name}-p1", f"# sent_id = {name}-p1s1", "# text = _", row, "", ""]
    return "\n".join(lines)

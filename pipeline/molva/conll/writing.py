"""Write a ``Doc`` as CoNLL-U; the inverse is ``reading.py``."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.tokens import Doc

from molva.conll.escapes import escape, escape_line
from molva.conll.ids import file_prefix
from molva.conll.layers import Attributes, Layers, write_layers
from molva.conll.rows import Rows, read_rows
from molva.contract import Annotation, read_annotation
from molva.slugs import slug

GLOBAL_ENTITY = "# global.Entity = eid-etype-head-other"

# CoNLL-U has no empty sentences: this row stands in for a document without words.
_NO_WORDS = "1\t_\t_\tX\t_\t_\t0\troot\t_\tNoText=Yes"


def write_conllu(
    doc: Doc,
    doc_id: str,
    *,
    source: str | None = None,
    number: int | None = None,
    called: str | None = None,
    found: Annotation | None = None,
) -> str:
    """The CoNLL-U of one document: LF, NFC, an empty line after every sentence.

    Args:
        doc: any ``Doc``; layers it lacks come out as ``_`` (without a parse the file is valid at
            level 1 of the validator only).
        doc_id: written as ``# newdoc id``.
        source: where the text came from, written as ``# source``.
        number: the place of the document in a file of several, from 1. Ids of entities, quotes
            and sentences then begin with ``d1``, ``d2``, …, since they may not recur in a file.
        called: what the ids of paragraphs and sentences begin with, where it is not what ``doc_id`` says.
        found: the annotation of the document, where it has been read already.
    """
    rows = read_rows(doc)
    name = "-".join(filter(None, (file_prefix(number), called or slug(doc_id))))
    head = [f"# newdoc id = {escape_line(doc_id)}"]
    if number is None or number == 1:
        head.append(GLOBAL_ENTITY)
    if source is not None:
        head.append(f"# source = {escape_line(source)}")
    lines = (
        _lines(rows, write_layers(doc, rows, found or read_annotation(doc), file_prefix(number)), name)
        if len(rows)
        else _no_lines(rows, name)
    )
    return "\n".join([*head, *lines, ""])


def write_conllu_docs(docs: Iterable[tuple[str, Doc]]) -> Iterator[str]:
    """Several documents, each with its id, as pieces of one file to be written one after another."""
    for number, (doc_id, doc) in enumerate(docs, 1):
        yield write_conllu(doc, doc_id, number=number)


def _lines(rows: Rows, layers: Layers, name: str) -> list[str]:
    """All lines of a document after its head; a paragraph begins after every line break."""
    misc = _misc(rows, layers.attributes)
    lines: list[str] = []
    paragraph = sentence = 0
    for n, (start, end) in enumerate(pairwise(rows.places.opening)):
        sentence += 1
        if n == 0 or rows.breaks[start - 1]:
            paragraph, sentence = paragraph + 1, 1
            lines.append(f"# newpar id = {name}-p{paragraph}")
        lines.append(f"# sent_id = {name}-p{paragraph}s{sentence}")
        lines.append(f"# text = {_text(rows, start, end)}")
        lines += layers.comments.get(n, ())
        columns = zip(rows.left[start:end], rows.right[start:end], misc[start:end], strict=True)
        lines += [f"{i}\t{left}\t{right}\t{extra}" for i, (left, right, extra) in enumerate(columns, 1)]
        lines.append("")
    return lines


def _no_lines(rows: Rows, name: str) -> list[str]:
    """The sentence that stands in for a document of white space alone, or of nothing."""
    space = f"|SpacesBefore={escape(rows.lead)}" if rows.lead else ""
    return [f"# newpar id = {name}-p1", f"# sent_id = {name}-p1s1", "# text = _", _NO_WORDS + space, ""]


def _misc(rows: Rows, layers: dict[str, Attributes]) -> list[str]:
    """MISC of each word: its attributes in alphabetical order, or an underscore."""
    misc = [space or "_" for space in rows.space]
    named = [(f"{name}=", values) for name, values in sorted(layers.items())]
    marked = {word for word, orig in enumerate(rows.orig) if orig}
    for word in marked.union(*layers.values()):
        values = [name + layer[word] for name, layer in named if word in layer]
        if rows.orig[word]:
            values = sorted([*values, rows.orig[word]])
        misc[word] = "|".join([*values, rows.space[word]] if rows.space[word] else values)
    if rows.lead:
        first = "" if misc[0] == "_" else f"{misc[0]}|"
        misc[0] = f"{first}SpacesBefore={escape(rows.lead)}"
    return misc


def _text(rows: Rows, start: int, end: int) -> str:
    """The sentence as one line: forms, and one space wherever there is any white space."""
    pieces = zip(rows.form[start:end], rows.gap[start:end], strict=True)
    return "".join(f"{form} " if gap else form for form, gap in pieces).rstrip()

"""Put a ``Doc`` together from the sentences of one document."""

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc
from spacy.vocab import Vocab

from molva.conll.attaching import attach_layers
from molva.conll.escapes import unescape
from molva.conll.gathering import MEND, Gathered, Layout, gather, lay_out, read_heads
from molva.conll.sentences import DEPREL, FEATS, FORM, LEMMA, UPOS, XPOS, Row, Sentence, broken
from molva.contract import declare_extensions

GAP_POS, GAP_DEP = "SPACE", "dep"


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
        attach_layers(doc, words, layout, sentences)
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

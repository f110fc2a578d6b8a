"""The component ``molva_sentences``: says of every token whether a sentence starts there."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from molva import columns
from molva.text.tidy import tidy
from molva.text.wrapped import unwrap
from molva.tokens.sentences import mend, sentence_offsets, stretches
from molva.tokens.shown import Shown


@Language.factory("molva_sentences", assigns=["token.is_sent_start", "doc.sents"])
def create_sentences(nlp: Language, name: str) -> "Sentences":
    """The component as ``nlp.add_pipe("molva_sentences")`` makes it."""
    return Sentences(name)


class Sentences:
    """Sets sentence starts. A line break ends a sentence; direct speech is not torn apart.

    Inside a paragraph of a hard-wrapped text a line break is a space. White space and hidden marks belong to the
    sentence before them, at the start of the document to the first. Sentences that a document brings along are
    kept, as spaCy's own components keep them.
    """

    def __init__(self, name: str = "molva_sentences") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Set ``is_sent_start`` of every token, unless somebody has."""
        if not len(doc) or doc.has_annotation("SENT_START"):
            return doc
        shown = Shown.of(doc)
        words = shown.words()
        first_tokens = [words[start] for start in _starts(shown, columns.spaced(doc), words) if start]
        # one call for all: a token's own setter asks the whole document what it knows, each time
        starts = np.full((len(doc), 1), -1, dtype=np.int64)
        starts[[0, *first_tokens]] = 1
        return doc.from_array([SENT_START], cast("Any", starts.astype(np.uint64)))


def _starts(shown: Shown, spaced: Sequence[bool], words: Sequence[int]) -> list[int]:
    """The words, counted without white space, at which sentences start."""
    texts = shown.texts
    offsets = columns.offsets(texts, spaced)
    ends = [offsets[i] + len(texts[i]) for i in words]
    forms = [shown.forms[i] for i in words]
    space_before = [False] + [offsets[i] > end for i, end in zip(words[1:], ends, strict=False)]
    lines: list[list[int]] = []
    for offset, is_line in sentence_offsets(tidy(unwrap(columns.text(texts, spaced)))):
        word = bisect_left(ends, offset + 1)
        if word == len(words):
            continue
        if is_line:
            lines.append([word])
        elif lines[-1][-1] < word:
            lines[-1].append(word)
    found: list[int] = []
    for line, (start, stop) in zip(lines, stretches([line[0] for line in lines], len(words)), strict=True):
        kept = mend([s - start for s in line], forms[start:stop], space_before[start:stop])
        found.extend(start + s for s in kept)
    return found

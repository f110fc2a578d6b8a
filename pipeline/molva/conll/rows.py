"""A ``Doc`` as columns: one item a word, ready to be joined into lines.

Columns are read with one ``to_array`` for the whole document, and the left half of a row (FORM to
FEATS), which repeats all the time in a language, is made once and remembered.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, MORPH, ORTH, POS, SENT_START, SPACY, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc

from molva import columns
from molva.columns import Numbers
from molva.conll.escapes import escape
from molva.conll.places import Places
from molva.conll.spacing import breaks_line, space_attribute
from molva.conll.spelling import printable, spell
from molva.text.tidy import is_tag
from molva.text.wrapped import unwrap

_COLUMNS = (ORTH, LEMMA, POS, TAG, MORPH, DEP, HEAD, SPACY, IS_SPACE, SENT_START)

# FORM, the columns FORM to FEATS, Orig= where needed, and UPOS, for the hashes of a word. spaCy's hashes
# depend on nothing but the string, so they mean the same in every vocabulary.
_Left = tuple[str, str, str, str]
_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Rows:
    """The words of a document as parallel columns.

    ``form`` is FORM, ``pos`` UPOS; ``left`` the columns FORM to FEATS; ``right`` HEAD to DEPS; ``orig`` and
    ``space`` are MISC attributes or empty; ``gap`` is the white space after each word, and
    ``breaks`` whether it ends a paragraph; ``lead`` is what stands before the first.
    """

    places: Places
    form: list[str]
    pos: list[str]
    left: list[str]
    right: list[str]
    orig: list[str]
    space: list[str]
    gap: list[str]
    breaks: list[bool]
    lead: str

    def __len__(self) -> int:
        return len(self.form)


def read_rows(doc: Doc) -> Rows:
    """The rows of a document; white-space tokens become gaps between words."""
    table = columns.layers(doc, *_COLUMNS)
    dep, head, spaced, is_space, start = (table[:, n] for n in range(5, 10))
    is_word = is_space == 0
    words = np.flatnonzero(is_word)
    before = [0, *np.cumsum(is_word).tolist()]
    starts = start == 1 if doc.has_annotation("SENT_START") else np.zeros(len(doc), dtype=bool)
    places = _places(np.cumsum(starts)[words], before)
    halves = _LEFT_HALVES.of(np.ascontiguousarray(table[words, :5]), doc.vocab.strings)
    gaps, lead = _gaps(doc, spaced, is_word, before)
    breaks = _breaks(doc, words, gaps)
    form, left, orig, pos = (list(column) for column in zip(*halves, strict=True)) if halves else ([],) * 4
    return Rows(
        places=places,
        form=form,
        pos=pos,
        left=left,
        right=_right_halves(doc, dep, head, words, places),
        orig=orig,
        space=[
            *map(space_attribute, gaps[:-1], breaks),
            *(space_attribute(gap, last=True) for gap in gaps[-1:]),
        ],
        gap=gaps,
        breaks=breaks,
        lead=lead,
    )


def _places(number: Numbers, before: list[int]) -> Places:
    """Number the sentences over words alone: one that holds nothing but white space has no number."""
    opens = np.diff(number, prepend=-1) != 0
    sentence = (np.cumsum(opens) - 1).tolist()
    return Places(before, sentence, [*np.flatnonzero(opens).tolist(), len(sentence)])


def _gaps(
    doc: Doc, spaced: Numbers, is_word: NDArray[np.bool_], before: Sequence[int]
) -> tuple[list[str], str]:
    """White space after each word, and before the first."""
    gaps = ["", *(" " if one else "" for one in spaced[is_word].tolist())]
    for i in np.flatnonzero(~is_word).tolist():
        gaps[before[i]] += doc[i].text_with_ws
    return gaps[1:], gaps[0]


def _breaks(doc: Doc, words: Numbers, gaps: Sequence[str]) -> list[bool]:
    """Whether a paragraph ends behind each word, at a line break that a hard-wrapped text means, or at a tag."""
    texts = columns.texts(doc)
    text = columns.text(texts, columns.spaced(doc))
    unwrapped = unwrap(text)
    if unwrapped is not text:
        ends = columns.layers(doc, IDX, LENGTH)[words].sum(axis=1).tolist()
        gaps = [unwrapped[end : end + len(gap)] for end, gap in zip(ends, gaps, strict=True)]
    broken = [len(gap) > 0 and gap != " " and breaks_line(gap) for gap in gaps]
    if "<" not in text:
        return broken
    return [one or is_tag(texts[i]) for one, i in zip(broken, words.tolist(), strict=True)]


def _left_half(text: str, lemma: str, pos: str, tag: str, morph: str) -> _Left:
    """What stands left of HEAD depends on the word alone: form, columns, the spelling of the text, part of speech."""
    form = spell(text)
    columns = (form, printable(lemma), pos, "".join(printable(tag).split()), sort_feats(morph))
    orig = "" if form == text else f"Orig={escape(text)}"
    return form, "\t".join(column or "_" for column in columns), orig, pos


class _LeftHalves:
    """The left halves made so far, for all documents.

    A table of too many is left to whoever still reads it, another thread, and a new one begins.
    """

    def __init__(self) -> None:
        self._made: dict[bytes, _Left] = {}

    def of(self, hashes: Numbers, strings: StringStore) -> list[_Left]:
        """The left half of each word, from the hashes of its text, lemma, UPOS, tag and features."""
        data, width = hashes.tobytes(), hashes.itemsize * 5
        keys = [data[i : i + width] for i in range(0, len(data), width)]
        if len(self._made) > _REMEMBERED:
            self._made = {}
        made = self._made
        for key in set(keys).difference(made):
            text, *rest = (
                strings[hash_] if hash_ else "" for hash_ in np.frombuffer(key, dtype=hashes.dtype).tolist()
            )
            made[key] = _left_half(text, *rest)
        return [made[key] for key in keys]


_LEFT_HALVES = _LeftHalves()


def sort_feats(morph: str) -> str:
    """Features in the order that UD asks for: by name, letters of both cases alike."""
    return "|".join(sorted(morph.split("|"), key=str.lower)) if "|" in morph else morph.strip("_")


def _right_halves(doc: Doc, deps: Numbers, heads: Numbers, words: Numbers, places: Places) -> list[str]:
    """HEAD, DEPREL and DEPS of each word. A word under white space is a root."""
    if not doc.has_annotation("DEP"):
        return ["_\t_\t_"] * len(words)
    before = np.asarray(places.before)
    above = columns.heads(heads)[words]
    opening = np.asarray(places.opening)[places.sentence]
    is_root = (above == words) | (before[above] == before[above + 1])
    numbers = np.where(is_root, 0, before[above] - opening + 1).tolist()
    names = {dep: _relation(doc.vocab.strings[dep]) if dep else "_" for dep in set(deps.tolist())}
    return [f"{n}\t{names[dep]}\t_" for n, dep in zip(numbers, deps[words].tolist(), strict=True)]


def _relation(dep: str) -> str:
    return "root" if dep == "ROOT" else dep  # spaCy's own parsers write it so

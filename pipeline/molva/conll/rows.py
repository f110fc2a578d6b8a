"""A ``Doc`` as columns: one item a word, ready to be joined into lines.

Columns are read with one ``to_array`` for the whole document, and the left half of a row (FORM to
FEATS), which repeats all the time in a language, is made once and remembered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, MORPH, ORTH, POS, SENT_START, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc

from molva.conll.escapes import escape
from molva.conll.places import Places
from molva.conll.spacing import space_attribute
from molva.conll.spelling import printable, spell

_COLUMNS = [ORTH, LEMMA, POS, TAG, MORPH, DEP, IDX, LENGTH, IS_SPACE, SENT_START]

# FORM, the columns FORM to FEATS, and Orig= where needed, for the hashes of a word. spaCy's hashes
# depend on nothing but the string, so they mean the same in every vocabulary.
_Left = tuple[str, str, str]
_left_halves: dict[tuple[int, ...], _Left] = {}
_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True)
class Rows:
    """The words of a document as parallel columns.

    ``form`` is FORM; ``left`` the columns FORM to FEATS; ``right`` HEAD to DEPS; ``orig`` and
    ``space`` are MISC attributes or empty; ``gap`` is the white space after each word; ``lead``
    what stands before the first.
    """

    places: Places
    form: list[str]
    left: list[str]
    right: list[str]
    orig: list[str]
    space: list[str]
    gap: list[str]
    lead: str

    def __len__(self) -> int:
        return len(self.form)


def read_rows(doc: Doc) -> Rows:
    """The rows of a document; white-space tokens become gaps between words."""
    table = doc.to_array(_COLUMNS)
    spaces = (table[:, 8] != 0).tolist()
    words = [i for i, space in enumerate(spaces) if not space]
    before = [0, *accumulate(not space for space in spaces)]
    places = _places(words, before, (table[:, 9] == 1).tolist(), sentences=doc.has_annotation("SENT_START"))
    halves = [_left_half(key, doc.vocab.strings) for key in map(tuple, table[words, :5].tolist())]
    gaps, lead = _gaps(doc.text, table[words, 6].tolist(), table[words, 7].tolist())
    return Rows(
        places=places,
        form=[half[0] for half in halves],
        left=[half[1] for half in halves],
        right=_right_halves(doc, table[:, 5].tolist(), spaces, places),
        orig=[half[2] for half in halves],
        space=[space_attribute(gap) for gap in gaps[:-1]] + [space_attribute(gap, last=True) for gap in gaps[-1:]],
        gap=gaps,
        lead=lead,
    )


def _places(words: list[int], before: list[int], starts: list[bool], *, sentences: bool) -> Places:
    """Number the sentences over words alone: one that holds nothing but white space has no number."""
    number = list(accumulate(starts)) if sentences else [0] * len(starts)
    sentence: list[int] = []
    opening: list[int] = []
    last = -1
    for word, token in enumerate(words):
        if number[token] != last:
            last = number[token]
            opening.append(word)
        sentence.append(len(opening) - 1)
    return Places(before, sentence, [*opening, len(words)])


def _gaps(text: str, starts: Sequence[int], lengths: Sequence[int]) -> tuple[list[str], str]:
    """White space after each word, and before the first."""
    ends = [start + length for start, length in zip(starts, lengths, strict=True)]
    gaps = [text[end:start] for end, start in zip(ends, [*starts[1:], len(text)], strict=True)]
    return gaps, text[: starts[0]] if starts else text


def _left_half(key: tuple[int, ...], strings: StringStore) -> _Left:
    half = _left_halves.get(key)
    if half is None:
        if len(_left_halves) > _REMEMBERED:
            _left_halves.clear()
        text, lemma, pos, tag, morph = (strings[hash_] if hash_ else "" for hash_ in key)
        form = spell(text)
        columns = (form, printable(lemma), pos, "".join(printable(tag).split()), sort_feats(morph))
        orig = "" if form == text else f"Orig={escape(text)}"
        half = _left_halves[key] = (form, "\t".join(column or "_" for column in columns), orig)
    return half


def sort_feats(morph: str) -> str:
    """Features in the order that UD asks for: by name, letters of both cases alike."""
    return "|".join(sorted(morph.split("|"), key=str.lower)) if "|" in morph else morph.strip("_")


def _right_halves(doc: Doc, deps: list[int], spaces: list[bool], places: Places) -> list[str]:
    """HEAD, DEPREL and DEPS of each word. A word under white space is a root."""
    if not doc.has_annotation("DEP"):
        return ["_\t_\t_"] * places.before[-1]
    strings = doc.vocab.strings
    names = {dep: _relation(strings[dep]) if dep else "_" for dep in set(deps)}
    heads = doc.to_array([HEAD])
    offsets = heads.reshape(-1).view("int64").tolist()
    halves = []
    for token, (offset, dep, space) in enumerate(zip(offsets, deps, spaces, strict=True)):
        if space:
            continue
        head = token + offset
        number = 0
        if offset and not spaces[head]:
            number = places.before[head] - places.opening[places.sentence[places.before[token]]] + 1
        halves.append(f"{number}\t{names[dep]}\t_")
    return halves


def _relation(dep: str) -> str:
    return "root" if dep == "ROOT" else dep  # spaCy's own parsers write it so

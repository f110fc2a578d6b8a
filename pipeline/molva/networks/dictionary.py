"""What the dictionary says of a word before its sentence is read: one row of shares a word.

A word form has several readings («Антонова»: a woman in the nominative, a man in the genitive, an
adjective); each mark of a reading counts by how likely the reading is. Unknown words get the
readings that pymorphy3 guesses from their endings.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from molva.lexicon.analyses import analyses_of
from molva.networks.weights import Floats

_POS = "NOUN ADJF ADJS COMP VERB INFN PRTF PRTS GRND NUMR ADVB NPRO PRED PREP CONJ PRCL INTJ".split()
_CASES = {
    "nomn": "nomn", "gent": "gent", "gen1": "gent", "gen2": "gent", "datv": "datv", "accs": "accs",
    "acc2": "accs", "ablt": "ablt", "loct": "loct", "loc1": "loct", "loc2": "loct", "voct": "nomn",
}  # fmt: skip
_GENDERS = ("masc", "femn", "neut")
_CELLS = [
    f"{case}-{gender}"
    for case in ("nomn", "gent", "datv", "accs", "ablt", "loct")
    for gender in (*_GENDERS, "plur", "any")
]
_MARKS = (
    "Apro Anum anim inan past pres futr 1per 2per 3per indc impr impf perf actv pssv tran intr Supr "
    "Name Surn Patr Geox Orgn Trad Abbr Init Fixd Sgtm Pltm Infr Slng Arch Coun Qual Subx Ques Dmns "
    "Prnt Poss masc femn neut GNdr sing plur LATN PNCT NUMB ROMN UNKN intg real Ms-f ms-f"
).split()
#: What the numbers of a row stand for, in order. Weights are trained for this order.
NAMES: tuple[str, ...] = (*_POS, *_CELLS, *_MARKS, "known")
_PLACE = {name: n for n, name in enumerate(NAMES)}


def dictionary_rows(words: Sequence[str]) -> Floats:
    """One row a word, ``len(NAMES)`` numbers each: shares of the readings that bear a mark."""
    if not words:
        return np.zeros((0, len(NAMES)), np.float32)
    read = [analyses_of(word) for word in words]
    readings = [reading for of_word in read for reading in of_word]
    marks = np.concatenate([_marks(reading.pos, reading.grammemes, reading.known) for reading in readings])
    scores = np.array([reading.score for reading in readings], np.float32)
    shares = marks.reshape(-1, len(NAMES)) * scores[:, np.newaxis]
    starts = np.cumsum([0, *(len(of_word) for of_word in read[:-1])])
    rows: Floats = np.add.reduceat(shares, starts, axis=0)
    return rows


@lru_cache(4_000)
def _marks(pos: str, grammemes: frozenset[str], known: bool) -> Floats:
    """One number a mark: whether the reading bears it."""
    marks = {pos, *grammemes} & _PLACE.keys()
    case = next((_CASES[mark] for mark in sorted(grammemes) if mark in _CASES), None)
    if case:
        marks.add(f"{case}-{_column(grammemes)}")
    if known:
        marks.add("known")
    row = np.zeros(len(NAMES), np.float32)
    row[[_PLACE[mark] for mark in marks]] = 1
    row.setflags(write=False)
    return row


def _column(grammemes: frozenset[str]) -> str:
    if "plur" in grammemes:
        return "plur"
    return next((gender for gender in reversed(_GENDERS) if gender in grammemes), "any")

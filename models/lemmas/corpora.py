"""The corpora that lemmas are counted and measured on, in the terms of the treebanks."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from molva.evaluate.treebanks import EMPTY, Row, Sentence, held_out, read_treebank
from molva.grammar.lexicon import lemma_list
from molva.lexicon.analyses import analyses_of
from molva.lexicon.folding import fold

OPENCORPORA = "gold/ud/opencorpora-morph.conllu.gz"
TAIGA = "gold/ud/taiga-train-2020.conllu.gz"
DEV = ("gold/ud/gsd-dev.conllu.gz", "gold/ud/taiga-dev.conllu.gz")
SHORT = {"должный": "должен", "таковой": "таков", "каковой": "каков"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a corpus: form, gold tag, and the lemmas that count as right; none: it is passed over."""

    form: str
    upos: str
    feats: str
    lemmas: frozenset[str]


def treebank(path: Path) -> list[list[Word]]:
    """The sentences of a treebank."""
    return [[_plain(row) for row in sentence.rows] for sentence in read_treebank(path)]


def _plain(row: Row) -> Word:
    silent = row.lemma == EMPTY and row.form != EMPTY
    return Word(row.form, row.upos, _feats(row), frozenset() if silent else frozenset({fold(row.lemma)}))


def _feats(row: Row) -> str:
    return "" if row.feats == EMPTY else row.feats


def opencorpora(path: Path) -> tuple[list[list[Word]], list[list[Word]]]:
    """The sentences of OpenCorpora to count, and those held out."""
    learnt, held = held_out(list(read_treebank(path)))
    return [_mapped(s) for s in learnt], [_mapped(s) for s in held]


def _mapped(sentence: Sentence) -> list[Word]:
    return [_universal(row) for row in sentence.rows]


def _universal(row: Row) -> Word:
    """A row of OpenCorpora in the terms of Universal Dependencies.

    Passed over are words its dictionary lacks (X: their lemma is the form) and abbreviations (likewise).
    """
    feats = _feats(row).replace("Tense=Notpast", "Tense=Pres").replace("Number=Ptan", "Number=Plur")
    upos = "CCONJ" if row.upos == "CONJ" else row.upos
    silent = row.lemma == EMPTY or row.upos == "X" or _is_abbreviation(row)
    return Word(
        row.form, upos, feats, frozenset() if silent else frozenset({fold(row.lemma), *_otherwise(row)})
    )


def _is_abbreviation(row: Row) -> bool:
    short = fold(row.form)
    return fold(row.lemma) == short and any(word == short for word, _ in lemma_list("abbreviations"))


def _otherwise(row: Row) -> Iterator[str]:
    """What the treebanks write where OpenCorpora writes something else."""
    form, lemma = fold(row.form), fold(row.lemma)
    if row.upos == "ADP":  # во: a word of its own
        yield form
    if lemma in SHORT:
        yield SHORT[lemma]
    if row.upos != "ADJ":
        return
    for one in analyses_of(row.form):
        if one.pos in ("PRTF", "PRTS") and fold(one.inflect("PRTF", "nomn", "sing", "masc") or "") == lemma:
            yield fold(one.lemma)  # participles are verbs
        if one.pos == "COMP":  # all comparatives are adjectives
            yield form
            yield fold(one.lemma)[:-2] + "о"

"""From OpenCorpora's marks to those of Universal Dependencies: how well a reading fits a tag."""

from collections.abc import Mapping
from functools import lru_cache
from math import log

from molva.lexicon.analyses import Analysis
from molva.lexicon.commonness import commonness
from molva.lexicon.feats import read_feats

# Which tags a part of speech stands for: the usual ones, then those it may stand for.
_POS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    pos: (frozenset(usual.split()), frozenset(other.split()))
    for pos, usual, other in (
        ("NOUN", "NOUN PROPN", "NUM ADV ADP"),  # миллион; вроде
        ("ADJF", "ADJ", "NOUN PROPN NUM"),  # рабочий; Достоевский; первый
        ("ADJS", "ADJ", "VERB ADV"),
        ("COMP", "ADJ ADV", "NUM"),  # больше
        ("VERB", "VERB AUX", "ADV INTJ"),
        ("INFN", "VERB AUX", ""),
        ("PRTF", "VERB", "ADJ NOUN PROPN"),  # обвиняемый
        ("PRTS", "VERB", "ADJ"),
        ("GRND", "VERB AUX", "ADP ADV"),  # судя по
        ("NUMR", "NUM", "ADV DET"),  # много
        ("ADVB", "ADV", "PART CCONJ SCONJ PRON NUM ADP DET"),
        ("NPRO", "PRON", "DET CCONJ SCONJ"),
        ("PRED", "ADV VERB ADJ", "NOUN PART"),  # можно, нет, жаль
        ("PREP", "ADP", "ADV SCONJ"),
        ("CONJ", "CCONJ SCONJ", "ADV PART PRON"),
        ("PRCL", "PART", "AUX ADV CCONJ SCONJ INTJ"),
        ("INTJ", "INTJ", "NOUN PART"),
    )
}
_PRONOUN = (frozenset({"DET", "PRON"}), frozenset({"ADJ", "NUM"}))  # весь, этот, который
_ORDINAL = (frozenset({"ADJ"}), frozenset({"NUM"}))

_FEATS: dict[str, tuple[str, str]] = {
    mark: (name, value)
    for name, pairs in {
        "Case": "nomn Nom gent Gen gen1 Gen gen2 Gen datv Dat accs Acc acc2 Acc ablt Ins loct Loc loc1 Loc loc2 Loc voct Voc",
        "Number": "sing Sing plur Plur",
        "Gender": "masc Masc femn Fem neut Neut",
        "Animacy": "anim Anim inan Inan",
        "Tense": "past Past pres Pres futr Fut",
        "Person": "1per 1 2per 2 3per 3",
        "Mood": "indc Ind impr Imp",
        "Aspect": "impf Imp perf Perf",
        "Voice": "actv Act pssv Pass",
        "Degree": "Supr Sup",
    }.items()
    for mark, value in zip(pairs.split()[::2], pairs.split()[1::2], strict=True)
}
_BY_POS = {
    "INFN": {"VerbForm": "Inf"},
    "GRND": {"VerbForm": "Conv"},
    "PRTF": {"VerbForm": "Part"},
    "PRTS": {"VerbForm": "Part", "Variant": "Short"},
    "VERB": {"VerbForm": "Fin"},
    "ADJS": {"Variant": "Short"},
    "COMP": {"Degree": "Cmp"},
}
# Case and number tell homonyms apart; the network is less sure of animacy and voice.
_WEIGHT = {"Case": 2.0, "Number": 2.0, "VerbForm": 2.0, "Degree": 2.0, "Animacy": 0.5, "Voice": 0.5}
# Of readings that agree alike with a tag: the one the dictionary thinks likelier, the commoner word.
_SCORE, _COMMON = 1.0, 0.3
_LEAST = 0.001
_PROPER = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
_NAME = frozenset({"Name", "Surn", "Patr"})


def parts_of_speech(pos: str, grammemes: frozenset[str]) -> frozenset[str]:
    """The tags that a reading may stand for, the usual and the seldom ones; none for what is no word."""
    usual, other = _POS.get(pos, (frozenset(), frozenset()))
    if pos == "ADJF" and grammemes & {"Apro", "Anum"}:  # весь, этот; первый
        return usual | other | _PRONOUN[0] | _PRONOUN[1]
    return usual if pos in ("VERB", "INFN") else usual | other


@lru_cache(4_000)
def feats_of(pos: str, grammemes: frozenset[str]) -> Mapping[str, str]:
    """The features of Universal Dependencies that a reading states."""
    return {**dict(_FEATS[mark] for mark in grammemes if mark in _FEATS), **_BY_POS.get(pos, {})}


def fit(analysis: Analysis, upos: str, feats: str) -> float:
    """How well a reading agrees with the network's tag and features; more is better."""
    return _agreement(analysis.pos, analysis.grammemes, upos, feats) + _likely(analysis)


@lru_cache(20_000)
def _agreement(pos: str, grammemes: frozenset[str], upos: str, feats: str) -> float:
    """How well part of speech and features of a reading agree with the tag and features given."""
    stated = feats_of(pos, grammemes)
    value = _pos_fit(pos, grammemes, upos)
    for name, wanted in read_feats(feats).items():
        if name in stated:
            weight = _WEIGHT.get(name, 1.0)
            value += weight if stated[name] == wanted else -weight
    return value


def _likely(analysis: Analysis) -> float:
    """«Статей о театре» are of статья rather than of стать, «стоит дом» of стоять."""
    return _SCORE * log(analysis.score + _LEAST) + _COMMON * commonness(analysis.lemma, analysis.pos)


def _pos_fit(pos: str, grammemes: frozenset[str], upos: str) -> float:
    """What a tag costs by how usual it is for a part of speech of the dictionary."""
    usual, other = _POS.get(pos, (frozenset(), frozenset()))
    if pos == "ADJF" and "Apro" in grammemes:
        usual, other = _PRONOUN
    elif pos == "ADJF" and "Anum" in grammemes:
        usual, other = _ORDINAL
    value = 0.0 if upos in usual else -5.0 if upos in other else -8.0
    if upos == "PROPN" and grammemes & _PROPER:
        value += 4.0  # Волков is the surname, not «of wolves»
    if upos == "NOUN" and grammemes & _NAME:
        value -= 2.0
    return value

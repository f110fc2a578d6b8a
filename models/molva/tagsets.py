"""Which of the network's tags a tag of OpenCorpora may stand for.

OpenCorpora cuts parts of speech elsewhere than Universal Dependencies (one CONJ; no AUX; pronouns,
particles and adverbs by other tests), but its cases, numbers, genders and verb forms are the same.
So its part of speech only says from which group the tag comes, and its features which tags of the
group are possible; which of those is meant, a network is asked.
"""

from collections.abc import Mapping, Sequence

from molva.lexicon.feats import read_feats

_SMALL = frozenset({"CCONJ", "SCONJ", "PART", "ADV", "ADP", "INTJ"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_ADJECTIVAL = frozenset({"ADJ", "DET", "PRON", "NUM"})
_GROUPS: dict[str, frozenset[str]] = {
    "NOUN": _NOMINAL,
    "PROPN": _NOMINAL,
    "ADJ": _ADJECTIVAL | _NOMINAL | {"VERB", "ADV"},  # рабочий; обвиняемый; раньше
    "DET": _ADJECTIVAL,
    "PRON": _ADJECTIVAL,
    "NUM": _ADJECTIVAL,
    "VERB": frozenset({"VERB", "AUX"}),
    "CONJ": _SMALL,
    "ADP": _SMALL,
    "INTJ": _SMALL,
    "ADV": _SMALL | _ADJECTIVAL | {"VERB"},  # много, столько; нет
    "PART": _SMALL | {"AUX", "VERB"},  # бы; нет
    "PUNCT": frozenset({"PUNCT"}),
}
_MUST_HAVE = ("Case", "Number", "VerbForm", "Mood", "Person", "Aspect", "Variant")
_MUST_AGREE = (*_MUST_HAVE, "Gender", "Animacy", "Tense", "Variant")
_NOT_PAST = ("Pres", "Fut")


class Tagset:
    """Tags of the network as pairs of a part of speech and features."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._tags = [
            (pos, read_feats(feats)) for pos, _, feats in (label.partition("|") for label in labels)
        ]

    def possible(self, upos: str, feats: str) -> list[int]:
        """The tags that a tag of OpenCorpora may stand for; all where it says nothing («X»)."""
        if upos not in _GROUPS:
            return list(range(len(self._tags)))
        group, wanted = _GROUPS[upos], _universal(upos, read_feats(feats))
        if wanted is None:
            return [n for n, (pos, _) in enumerate(self._tags) if pos in group]
        return [n for n, (pos, own) in enumerate(self._tags) if pos in group and _agree(own, wanted, pos)]


def _universal(upos: str, feats: dict[str, str]) -> dict[str, str] | None:
    """The features without those that Universal Dependencies do not give; None where too little is left."""
    left = dict(feats)
    if left.get("Variant") == "Short":  # назначен, готовы: no case
        left.pop("Case", None)
    if left.get("Number") == "Ptan":  # США, выборы
        left["Number"] = "Plur"
    if upos == "PRON" and left.get("Person") is None:  # кто, себя: no number, no gender
        left.pop("Number", None)
        left.pop("Gender", None)
    if left.get("Animacy") == "Anim":  # глава, судья: he or she
        left.pop("Gender", None)
    return None if upos in _NOMINAL and "Case" not in left else left  # в мире: a case of its own


def _agree(own: Mapping[str, str], wanted: Mapping[str, str], pos: str) -> bool:
    if pos in _NOMINAL | _ADJECTIVAL | {"VERB"} and "Case" in own and "Case" not in wanted:
        return False
    return all(_same(name, own.get(name), value) for name, value in wanted.items())


def _same(name: str, own: str | None, value: str) -> bool:
    if own is None:
        return name not in _MUST_HAVE
    if name == "Tense" and value == "Notpast":
        return own in _NOT_PAST
    return own == value or name not in _MUST_AGREE

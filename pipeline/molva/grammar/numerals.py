"""What the networks leave out of numerals: that they count, and the case of figures that order.

That a numeral orders («первый», NumType=Ord) is not told: the treebanks disagree on it.
"""

import re
from collections.abc import Iterable, Sequence

from molva.grammar.feats import read_feats
from molva.networks.morph import Tag

_FIGURES = re.compile(r"\d+(?:-?[а-яё]{1,3})?", re.IGNORECASE)
_AGREEING = ("Animacy", "Case", "Gender", "Number")


def numeral_tags(forms: Sequence[str], tags: Sequence[Tag]) -> list[Tag]:
    """The tags of a sentence with the features of its numerals."""
    told = list(tags)
    for i, (form, (pos, feats)) in enumerate(zip(forms, tags, strict=True)):
        if pos == "ADJ" and not feats and _FIGURES.fullmatch(form):
            told[i] = pos, _agreed(tags[i + 1]) if i + 1 < len(tags) else ""
        if pos == "NUM" and "NumType" not in feats:
            told[i] = pos, _counting(feats)
    return told


def numeral_feats(labels: Iterable[str]) -> set[str]:
    """The features that ``numeral_tags`` may make of these labels of the network (``NUM|Case=Nom``)."""
    tags = [(pos, feats) for pos, _, feats in (label.partition("|") for label in labels)]
    return {_counting(feats) for pos, feats in tags if pos == "NUM"} | {_agreed(tag) for tag in tags}


def _agreed(noun: Tag) -> str:
    """The features of an adjective beside its noun: «в 2008 |году»."""
    pos, feats = noun
    own = read_feats(feats)
    if pos != "NOUN" or "Case" not in own:
        return ""
    kept = {name: own[name] for name in _AGREEING if name in own}
    if kept.get("Case") != "Acc" or kept.get("Number") == "Sing" and kept.get("Gender") != "Masc":
        kept.pop("Animacy", None)
    if kept.get("Number") == "Plur":
        kept.pop("Gender", None)
    return "|".join(f"{name}={value}" for name, value in sorted({**kept, "Degree": "Pos"}.items()))


def _counting(feats: str) -> str:
    """«Пять», «25», «двое»: all numerals of Universal Dependencies count."""
    return "|".join(sorted([*(pair for pair in feats.split("|") if pair), "NumType=Card"], key=str.lower))

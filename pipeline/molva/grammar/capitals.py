"""A capital alone makes no name: «Институт закрыт», «Осенний марафон»."""

from functools import lru_cache

from molva.lexicon.analyses import known_marks
from molva.lexicon.feats import read_feats, write_feats
from molva.networks.morph import Tag

_PROPER = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init"})


@lru_cache(20_000)
def without_capital(form: str, feats: str) -> Tag:
    """The tag of what the network takes for a name: a noun or an adjective where the dictionary has nothing else.

    What may be somebody is left a name: «Мороз».
    """
    entries = known_marks(form)
    kinds = {pos for pos, _ in entries}
    marks = frozenset().union(*(grammemes for _, grammemes in entries))
    if form.istitle() and not marks & _PROPER:
        if kinds == {"NOUN"} and "anim" not in marks and "Animacy=Inan" in feats:
            return "NOUN", feats
        if kinds == {"ADJF"} and "Animacy=Inan" in feats:
            return "ADJ", adjective_feats(feats)
    return "PROPN", feats


def adjective_feats(feats: str) -> str:
    """The features of a name as an adjective has them; animacy is told elsewhere."""
    own = {name: value for name, value in read_feats(feats).items() if name != "Animacy"}
    if own.get("Number") == "Plur":
        own.pop("Gender", None)
    return write_feats({**own, "Degree": "Pos"})

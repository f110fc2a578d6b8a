"""A relative pronoun is animate where the noun that it takes up is: «жильцы, |которые| ждут», «окна, |которые| выходят»."""

from collections.abc import Mapping, Sequence

from molva.lexicon.feats import read_feats, write_feats
from molva.networks.morph import Tag

_RELATIVE = "котор"
_REACH = 100  # words over which a pronoun may take a noun up


def relative_tags(forms: Sequence[str], tags: Sequence[Tag]) -> list[Tag]:
    """The tags of a sentence with the animacy of its relative pronouns."""
    told = list(tags)
    for i, (form, (pos, feats)) in enumerate(zip(forms, tags, strict=True)):
        if pos == "PRON" and form.lower().startswith(_RELATIVE) and "Animacy" not in feats:
            own = read_feats(feats)
            told[i] = pos, write_feats({**own, **_taken_up(own, tags[max(i - _REACH, 0) : i])})
    return told


def _taken_up(own: Mapping[str, str], before: Sequence[Tag]) -> dict[str, str]:
    """The animacy of the nearest noun before that agrees in number and gender; nothing where there is none."""
    for pos, feats in reversed(before):
        noun = read_feats(feats) if pos in ("NOUN", "PROPN") else {}
        agrees = all(noun.get(name) == own[name] for name in ("Number", "Gender") if name in own)
        if noun and agrees and "Animacy" in noun:
            return {"Animacy": noun["Animacy"]}
    return {}

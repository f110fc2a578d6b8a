"""Features that a word form shows by itself, whatever the network says: by its ending, or by its dictionary entry."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import product

from molva.grammar.analyses import analyses_of
from molva.grammar.feats import read_feats, write_feats
from molva.grammar.tagset import feats_of

Feats = dict[str, str]

_NOUNS = frozenset({"NOUN"})
_VERBS = frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"})
_DECIDED = ("Case", "Number", "VerbForm", "Mood")
_NOT_PAST = ("Pres", "Fut")
_MIDDLE = ("ся", "сь")
_SELF = frozenset("себя себе собой собою".split())
_ANIMATE = ("ого", "его", "ых", "их", "ех")


def own_feats(form: str, pos: str, feats: str) -> str:
    """The features of a word with those put right that do not depend on its sentence."""
    rule = _RULES.get(pos)
    if not rule or not (feats or pos == "PRON"):
        return feats
    own = read_feats(feats)
    told = rule(form.lower(), own.copy())
    return feats if told == own else write_feats(told)


def all_feats(pos: str, feats: str) -> Iterator[str]:
    """Whatever ``own_feats`` may make of a tag of the network, and the animacy of pronouns."""
    own = read_feats(feats)
    free = {name: values for name, values in _FREE.get(pos, {}).items() if name in own or "" in values}
    for values in product(*free.values()):
        chosen = {**own, **dict(zip(free, values, strict=True))}
        yield write_feats({name: value for name, value in chosen.items() if value})


def _noun(form: str, own: Feats) -> Feats:
    """«Стрекоз», «гостей»: gender and animacy are those of the entry, in the plural too."""
    told = {name: _in_dictionary(form, "NOUN", own, name) for name in ("Gender", "Animacy") if name in own}
    return own | {name: value for name, value in told.items() if value}


def _verb(form: str, own: Feats) -> Feats:
    """«Встретился» is in the middle voice, «встретил» in the active; «встретит» is perfective, so future."""
    if "Voice" in own and own.get("VerbForm") != "Part":
        own["Voice"] = "Mid" if form.endswith(_MIDDLE) else "Act"
    aspect = _in_dictionary(form, "VERB", own, "Aspect") if "Aspect" in own else ""
    if aspect:
        own["Aspect"] = aspect
        if own.get("VerbForm") == "Fin" and own.get("Tense") in _NOT_PAST:
            own["Tense"] = "Fut" if aspect == "Perf" else "Pres"
    return own


def _auxiliary(_form: str, own: Feats) -> Feats:
    """«Был назначен»: voice is told by the other verb."""
    own.pop("Voice", None)
    return own


def _pronoun(form: str, own: Feats) -> Feats:
    """«Себя», «собой»."""
    return own | {"Reflex": "Yes"} if form in _SELF else own


def _agreeing(form: str, own: Feats) -> Feats:
    """«Новых |жильцов», «новые |дома»: animacy shows in the accusative alone, masculine or plural."""
    own.pop("Animacy", None)
    if own.get("Case") == "Acc" and (own.get("Number") == "Plur" or own.get("Gender") == "Masc"):
        own["Animacy"] = "Anim" if form.endswith(_ANIMATE) else "Inan"
    return own


_RULES: Mapping[str, Callable[[str, Feats], Feats]] = {
    "NOUN": _noun, "VERB": _verb, "AUX": _auxiliary, "PRON": _pronoun, "ADJ": _agreeing, "DET": _agreeing,
}  # fmt: skip
_FREE: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "NOUN": {"Gender": ("Masc", "Fem", "Neut"), "Animacy": ("Anim", "Inan")},
    "VERB": {"Voice": ("Mid", "Act", "Pass"), "Aspect": ("Imp", "Perf"), "Tense": ("Past", *_NOT_PAST)},
    "AUX": {"Voice": ("",)},
    "PRON": {"Reflex": ("", "Yes"), "Animacy": ("", "Anim", "Inan")},
    "ADJ": {"Animacy": ("", "Anim", "Inan")},
    "DET": {"Animacy": ("", "Anim", "Inan")},
}  # fmt: skip


def _in_dictionary(form: str, pos: str, own: Feats, name: str) -> str:
    """The value that all entries agree on which the word may be a form of; empty where they do not."""
    entries = _entries(form, pos)
    values = {one.get(name, "") for one in entries}
    if len(values) > 1:
        values = {one.get(name, "") for one in entries if _may_be(one, own)}
    return values.pop() if len(values) == 1 else ""


def _may_be(entry: Mapping[str, str], own: Feats) -> bool:
    return all(entry[name] == own.get(name) for name in _DECIDED if name in entry)


@lru_cache(20_000)
def _entries(form: str, pos: str) -> tuple[Mapping[str, str], ...]:
    """What the dictionary says of a form; «судья» may be he or she, so that it says nothing."""
    wanted = _VERBS if pos == "VERB" else _NOUNS
    return tuple(
        feats_of(one.pos, one.grammemes)
        for one in analyses_of(form)
        if one.known and one.pos in wanted and "Ms-f" not in one.grammemes
    )

"""Features that a word form shows by itself, whatever the network says: by its ending, or by its dictionary entry."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from molva.lexicon.analyses import known_marks
from molva.lexicon.feats import read_feats, write_feats
from molva.lexicon.tagset import feats_of

Feats = dict[str, str]
Entries = Sequence[Mapping[str, str]]

_DECIDED = ("Case", "Number", "VerbForm", "Mood")
_NOT_PAST = ("Pres", "Fut")
_MIDDLE = ("ся", "сь")
_SELF = frozenset("себя себе собой собою".split())
_ANIMATE = ("ого", "его", "ых", "их", "ех")


def own_feats(form: str, pos: str, feats: str) -> str:
    """The features of a word with those put right that do not depend on its sentence."""
    if pos not in _RULES or not (feats or pos == "PRON"):
        return feats
    shows = pos in _SHOWN and _SHOWN[pos](form.lower())
    return _put_right(pos, feats, shows, known_marks(form) if pos in _WANTED else ())


@lru_cache(20_000)
def _put_right(pos: str, feats: str, shows: bool, marks: tuple[tuple[str, frozenset[str]], ...]) -> str:
    """The features of all words whose form shows the same, and of which the dictionary says the same.

    «Судья» may be he or she, so that it says nothing.
    """
    own = read_feats(feats)
    wanted = _WANTED.get(pos, frozenset())
    entries = [feats_of(*one) for one in marks if one[0] in wanted and "Ms-f" not in one[1]]
    told = _RULES[pos](shows, dict(own), entries)
    return feats if told == own else write_feats(told)


def all_feats(pos: str, feats: str) -> Iterator[str]:
    """Whatever ``own_feats`` may make of a tag of the network, and the animacy of pronouns."""
    own = read_feats(feats)
    free = {name: values for name, values in _FREE.get(pos, {}).items() if name in own or "" in values}
    for values in product(*free.values()):
        chosen = {**own, **dict(zip(free, values, strict=True))}
        yield write_feats({name: value for name, value in chosen.items() if value})


def _noun(_shows: bool, own: Feats, entries: Entries) -> Feats:
    """«Стрекоз», «гостей»: gender and animacy are those of the entry, in the plural too."""
    told = {name: _in_dictionary(entries, own, name) for name in ("Gender", "Animacy") if name in own}
    return own | {name: value for name, value in told.items() if value}


def _verb(middle: bool, own: Feats, entries: Entries) -> Feats:
    """«Встретился» is in the middle voice, «встретил» in the active; «встретит» is perfective, so future."""
    if "Voice" in own and own.get("VerbForm") != "Part":
        own["Voice"] = "Mid" if middle else "Act"
    aspect = _in_dictionary(entries, own, "Aspect") if "Aspect" in own else ""
    if aspect:
        own["Aspect"] = aspect
        if own.get("VerbForm") == "Fin" and own.get("Tense") in _NOT_PAST:
            own["Tense"] = "Fut" if aspect == "Perf" else "Pres"
    return own


def _auxiliary(_shows: bool, own: Feats, _entries: Entries) -> Feats:
    """«Был назначен»: voice is told by the other verb."""
    own.pop("Voice", None)
    return own


def _pronoun(reflexive: bool, own: Feats, _entries: Entries) -> Feats:
    """«Себя», «собой»."""
    return own | {"Reflex": "Yes"} if reflexive else own


def _agreeing(animate: bool, own: Feats, _entries: Entries) -> Feats:
    """«Новых |жильцов», «новые |дома»: animacy shows in the accusative alone, masculine or plural."""
    own.pop("Animacy", None)
    if own.get("Case") == "Acc" and (own.get("Number") == "Plur" or own.get("Gender") == "Masc"):
        own["Animacy"] = "Anim" if animate else "Inan"
    return own


_RULES: Mapping[str, Callable[[bool, Feats, Entries], Feats]] = {
    "NOUN": _noun, "VERB": _verb, "AUX": _auxiliary, "PRON": _pronoun, "ADJ": _agreeing, "DET": _agreeing,
}  # fmt: skip
# What a rule wants to know of the form, and which entries of the dictionary.
_SHOWN: Mapping[str, Callable[[str], bool]] = {
    "VERB": lambda form: form.endswith(_MIDDLE),
    "PRON": lambda form: form in _SELF,
    "ADJ": lambda form: form.endswith(_ANIMATE),
    "DET": lambda form: form.endswith(_ANIMATE),
}
_WANTED = {"NOUN": frozenset({"NOUN"}), "VERB": frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"})}
_FREE: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "NOUN": {"Gender": ("Masc", "Fem", "Neut"), "Animacy": ("Anim", "Inan")},
    "VERB": {"Voice": ("Mid", "Act", "Pass"), "Aspect": ("Imp", "Perf"), "Tense": ("Past", *_NOT_PAST)},
    "AUX": {"Voice": ("",)},
    "PRON": {"Reflex": ("", "Yes"), "Animacy": ("", "Anim", "Inan")},
    "ADJ": {"Animacy": ("", "Anim", "Inan")},
    "DET": {"Animacy": ("", "Anim", "Inan")},
}  # fmt: skip


def _in_dictionary(entries: Entries, own: Feats, name: str) -> str:
    """The value that all entries agree on which the word may be a form of; empty where they do not."""
    values = {one.get(name, "") for one in entries}
    if len(values) > 1:
        values = {one.get(name, "") for one in entries if _may_be(one, own)}
    return values.pop() if len(values) == 1 else ""


def _may_be(entry: Mapping[str, str], own: Feats) -> bool:
    return all(entry[name] == own.get(name) for name in _DECIDED if name in entry)

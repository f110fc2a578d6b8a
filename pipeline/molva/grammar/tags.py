"""Tags that the spelling of a word rules out, put right."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from molva.grammar.capitals import adjective_feats, without_capital
from molva.grammar.wordforms import all_feats, own_feats
from molva.lexicon.analyses import known_marks
from molva.lexicon.feats import write_feats
from molva.lexicon.tagset import feats_of
from molva.networks.morph import Tag

_OPENING, _CLOSING = "(", ")"
_QUOTES = frozenset({"«", "“", "„", '"', "``"})  # what stands behind one is a name: «Рассвет»
_PREDICATIVES = frozenset("можно надо нельзя жаль".split())  # «надо ждать»: said of no action
_SIGNS = re.compile(r"[%‰]|[:;=]-?[()]+|\({2,}")  # 5 %; «Ура :)», «Жаль ((»
_ARTICLED = re.compile(r"[а-яё]{1,4}-[А-ЯЁ][а-яё]+")
OFFICERS = frozenset("CEO CTO CFO COO CMO CPO CIO CISO".split())  # a director by the letters of his post
_OFFICER = "Animacy=Anim|Gender=Masc|Number=Sing"
_FUNCTION_WORDS = ("ADP", "CCONJ", "SCONJ", "PART")
HALF_LATIN = re.compile(r"[A-Za-z]+-([а-яё]{3,})")  # «telegram-канал», «GR-директор»
_ANIMACY = re.compile(r"Animacy=\w+")
_LATIN = re.compile(r"[a-zÀ-ɏ][a-zÀ-ɏ'’.-]*", re.IGNORECASE)


def lawful_tags(forms: Sequence[str], tags: Sequence[Tag]) -> list[Tag]:
    """The tags of a sentence with those put right that the characters of a word forbid."""
    modest = [
        without_capital(form, tag[1]) if tag[0] == "PROPN" else tag
        for form, tag in zip(forms, tags, strict=True)
    ]
    for i in [i for i, form in enumerate(forms[:-1], 1) if form in _QUOTES]:
        modest[i] = tags[i]
    lawful = list(map(_lawful, forms, modest))
    for i in _smiles(forms):
        lawful[i] = ("SYM", "")
    for i in _initials(forms):
        if lawful[i][0] in _FUNCTION_WORDS:
            name = lawful[i + 2]
            lawful[i] = name if name[0] == "PROPN" else ("PROPN", "")
    return lawful


@lru_cache(65_536)
def _lawful(form: str, tag: Tag) -> Tag:
    """Latin names are foreign words; what has letters or digits is no mark, what has none is one."""
    if tag[0] in ("PROPN", "X") and (latin := _in_latin(form, tag)):
        return latin
    if form[0] == "@" and len(form) > 1:
        return "PROPN", ""  # @orbita
    if tag[0] == "NOUN" and _ARTICLED.fullmatch(form):
        return "PROPN", tag[1]  # аль-Рашид
    if tag[0] == "ADV" and form.lower() in _PREDICATIVES:
        return "VERB", ""
    if _SIGNS.fullmatch(form):
        return "SYM", ""
    if any(char.isalnum() for char in form):
        return ("X", "") if tag[0] in ("PUNCT", "SYM") else (tag[0], own_feats(form, *tag))
    kinds = {unicodedata.category(char) for char in form}
    if "So" in kinds:  # 😉, ❤️, °
        return "SYM", ""
    if tag[0] in ("PUNCT", "SYM"):
        return tag[0], ""
    return ("PUNCT" if all(kind.startswith("P") for kind in kinds) else "SYM"), ""


def _in_latin(form: str, tag: Tag) -> Tag | None:
    """A name or a noun with Latin letters: «Orbita», «CEO», «telegram-канал», «GR-директор»; None of any other."""
    if form in OFFICERS:
        return "NOUN", _OFFICER
    half = HALF_LATIN.fullmatch(form)
    if half is not None and (noun := _first_noun(half[1])):
        return "NOUN", _as_alive(tag[1], noun) if "Case" in tag[1] else noun
    return ("X", "Foreign=Yes") if _LATIN.fullmatch(form) else None


def _as_alive(feats: str, noun: str) -> str:
    """The features of a form, with the animacy of the noun that it is."""
    alive = _ANIMACY.search(noun)
    return _ANIMACY.sub(alive[0], feats) if alive else feats


def _first_noun(form: str) -> str:
    """The features of a form as the noun that it is most often; empty where the dictionary has no such noun."""
    return next((write_feats(feats_of(*one)) for one in known_marks(form) if one[0] == "NOUN"), "")


def lawful_feats(labels: Iterable[str]) -> set[str]:
    """The features that ``lawful_tags`` may make of these labels of the network (``NUM|Case=Nom``)."""
    tags = [(pos, feats) for pos, _, feats in (label.partition("|") for label in labels)]
    names = [feats for pos, feats in tags if pos == "PROPN"]
    tags += [("NOUN", feats) for feats in names] + [("ADJ", adjective_feats(feats)) for feats in names]
    return {feats for tag in tags for feats in all_feats(*tag)} | {"", "Foreign=Yes", _OFFICER}


def _initials(forms: Sequence[str]) -> Iterator[int]:
    """«С. Зуева», «К. С. Гурко»: a capital letter with a full stop before a name is no preposition or conjunction.

    The last comes first, so that each finds the case of the name behind it.
    """
    for i in range(len(forms) - 3, -1, -1):
        letter, stop, name = forms[i : i + 3]
        if len(letter) == 1 and letter.isupper() and stop == "." and name.istitle():
            yield i


def _smiles(forms: Sequence[str]) -> Iterator[int]:
    """Closing brackets that close nothing are a smile: «Спасибо)», «Ура)))»; «1)» counts a list."""
    opened = 0
    for i, form in enumerate(forms):
        if form == _OPENING:
            opened += 1
        elif form and form.strip(_CLOSING) == "":
            if len(form) > 1:
                yield i
            elif opened:
                opened -= 1
            elif i and not (i == 1 and len(forms[0]) <= 2):  # «а)», «10)» at the start of a line
                yield i

"""The genitive of a name: «Дмитрий Смилянец» → «Дмитрия Смилянца», for «адвокат Дмитрия Смилянца».

Words that the dictionary does not decline with certainty stay as they are: a name left in the
nominative can be read, a wrong form cannot.
"""

import re
from functools import lru_cache

from molva.entities.phrases import find_head
from molva.entities.spelling import respell, title
from molva.lexicon.analyses import Analysis, analyses_of, is_known
from molva.lexicon.surnames import ends_as_womans
from molva.tokens.razdel import token_edges

_PARTS = frozenset({"Name", "Surn", "Patr"})
_HARD = re.compile(r"[бвгджзклмнпрстфхчшщ]$(?<![ео]к)")  # Смилянец, Чубок: the vowel may flee
_HERS = re.compile(r"(?:ая|(?<=[вн])а)$")
_YOUNGER = {"-младший": "-младшего", "-старший": "-старшего", "-младшая": "-младшей", "-старшая": "-старшей"}
_GENDER = {"Masc": "masc", "Fem": "femn"}


@lru_cache(5_000)
def genitive_name(name: str, *, person: bool, gender: str = "") -> str:
    """The genitive of a nominative name; ``gender`` is a UD value where the name's bearer shows one."""
    for generation, genitive in _YOUNGER.items():
        if name.endswith(generation):
            return genitive_name(name.removesuffix(generation), person=person, gender=gender) + genitive
    edges = token_edges(name)
    forms = [name[start:end] for start, end in edges]
    if person:
        changed = [_genitive(form, gender, _PARTS) for form in forms]
        if (len(forms) > 1 or gender == "Fem") and changed[-1] == forms[-1]:
            changed[-1] = _surname(forms[-1], gender)
    else:
        head, modifiers = find_head(forms)
        changing = {head, *modifiers}
        changed = [_genitive(form, "", None) if i in changing else form for i, form in enumerate(forms)]
        if changed == forms and len(changing) == len(forms):
            changed = [_genitive_of_many(form) for form in forms]
        if len(forms) == 1 and changed == forms and not is_known(forms[0].lower()):
            changed = [_surname(forms[0], "Masc")]  # Ростеха, Газпрома: like a man's surname
    out, at = "", 0
    for (start, end), form in zip(edges, changed, strict=True):
        out += name[at:start] + form
        at = end
    return out + name[at:]


def _surname(form: str, gender: str) -> str:
    """A surname that no dictionary has: a man's in a consonant takes -а, a woman's in -ова takes -ой."""
    if form.isascii() or form.isupper():
        return form
    if gender == "Masc" and _HARD.search(form):
        return form + "а"
    if gender == "Fem" and ends_as_womans(form):
        return _HERS.sub("ой", form)
    return form


def _genitive(form: str, gender: str, marks: frozenset[str] | None) -> str:
    """The genitive of one word of a name, spelled as the word; what shows no nominative stays."""
    if form.isascii() or form.isupper() or not form.isalpha() and "-" not in form:
        return form
    fitting = [a for a in analyses_of(form) if _may_be(a, gender, marks)]
    if marks is None and form.endswith("ий"):  # «|Тальский| институт» is no noun, whatever it is like
        fitting.sort(key=lambda a: a.pos != "ADJF")
    found = fitting[0].inflect("gent") if fitting else None
    if found is None:
        return form
    return title(found) if form == title(form) else respell(form, found)  # Пётр → Петра: ё goes


def _genitive_of_many(form: str) -> str:
    """«Ведомости» → «Ведомостей», «Портовые вести» → «Портовых вестей»: a name that is a plural, and no singular's nominative."""
    plural = (a for a in analyses_of(form) if a.known and {"nomn", "plur"} <= a.grammemes)
    found = next((many for a in plural if (many := a.inflect("gent", "plur"))), None)
    return respell(form, found) if found else form


def _may_be(analysis: Analysis, gender: str, marks: frozenset[str] | None) -> bool:
    """Whether a reading is a nominative of this gender, and of a part of a name where that is asked for."""
    grammemes = analysis.grammemes
    if "nomn" not in grammemes or "plur" in grammemes:
        return False
    if marks is not None and not (grammemes & marks and analysis.known and gender):
        return False
    return not gender or _GENDER.get(gender, "") in grammemes

"""People whose names stand in capitals: «ИЛЬЯ КАРПОВ» is no body, and «ПЕТРОВ: Мы против» labels what he says."""

import re

from molva.entities.dictionary import SURE, is_common, person_readings
from molva.entities.people import is_given
from molva.entities.view import Found, View
from molva.words import Words

_WORD = re.compile(r"[А-ЯЁ]{3,}(?:-[А-ЯЁ]{3,})?")
_SURNAME = re.compile(
    r"(?:[оеё]в|[иы]н|[сц]к(?:ий|ого|ому|им|ая|ой|ую)|енко|[уюя]к|ян|дзе|швили)(?:а|у|ым|ой|ом|е)?$"
)
_LONGEST = 3  # words of a label


def shouted_person(view: View) -> list[Found]:
    """«лидера партии |РОМАНА ДУБРОВА|», «|ПЕТРОВ|: Мы против»: a person, whatever the network takes the capitals for."""
    labels = [name for span in view.words.paragraphs if (name := _label(view.words, *span)) is not None]
    if not labels and not any(name.label == "ORG" for name in view.found):
        return list(view.found)
    named = {i for name in labels for i in range(name.start, name.end)}
    kept = [name for name in view.found if named.isdisjoint(range(name.start, name.end))]
    return [
        *labels,
        *(Found(n.start, n.end, "PER") if n.label == "ORG" and _is_full(view, n) else n for n in kept),
    ]


def _is_full(view: View, name: Found) -> bool:
    """Two words in capitals: a given name and what ends like a surname."""
    forms = view.form(name)
    shouted = len(forms) == 2 and all(_WORD.fullmatch(form) for form in forms)
    return shouted and is_given(forms[0]) and _ends_as_surname(forms[1])


def _label(words: Words, first: int, end: int) -> Found | None:
    """The name in capitals that opens a line before a colon, and before what is said, which has a capital as well."""
    at = first
    while at < min(first + _LONGEST, end) and _WORD.fullmatch(words.form[at]):
        at += 1
    said = words.form[at : at + 2] if at + 1 < end else []
    if (
        at == first
        or not said
        or said[0] != ":"
        or not (said[1].istitle() or len(said[1]) == 1 and said[1].isupper())
    ):
        return None
    named = any(is_given(words.form[i]) for i in range(first, at)) if at - first > 1 else True
    return Found(first, at, "PER") if named and _ends_as_surname(words.form[at - 1]) else None


def _ends_as_surname(form: str) -> bool:
    word = form.lower()
    known = any(r.kind == "surname" and r.cost < SURE for r in person_readings(word))
    return (not is_common(word) or word.endswith(("ский", "цкий"))) and (known or bool(_SURNAME.search(word)))

"""What was left out of the name of a person, or a whole one: «Ахмад |аль-Хатиб», «|Надежда| Орехова», «|ГЛЕБ ОРЕХОВ|: …»."""

import re
from collections.abc import Set as AbstractSet

from molva.entities.agreement import Tagged
from molva.entities.lexicon import word_list
from molva.entities.people import CHILD_OF, FORCED, is_given, is_surname, read_person
from molva.entities.view import Found, View
from molva.words import Words

# аль-Хатиб, ас-Сайди
_ARTICLED = re.compile(r"(?:а|э)[лсшрнтдз]ь?-[А-ЯЁ][а-яё]+")

_SHORTEST = 3  # letters of a name in capitals: «НК: …» is none


def whole_name(view: View) -> list[Found]:
    """«Ахмад |аль-Хатиб», «Халид бен Сауд |аль-Фахд»: on over a surname with its article, later found alone.

    «Мария Анна |Гросс»: also over a surname behind given names alone; and «Токтосун Мамыт |уулу», over a child of whom.
    """
    taken = view.covered()
    whole = [
        Found(name.start, name.end + (name.end not in taken and _goes_on(view, name)), name.label)
        for name in view.found
    ]
    known = {name.end - 1 for name in whole if name.label == "PER" and _articled(view, name.end - 1)}
    lower = view.words.lower
    stems = tuple(lower[i].rstrip("аяуюеом") for i in known)
    taken |= known
    alone = (i for i, word in enumerate(lower if stems else ()) if i not in taken and word.startswith(stems))
    return [*whole, *(Found(i, i + 1, "PER") for i in alone if _articled(view, i))]


def _goes_on(view: View, name: Found) -> bool:
    """Whether the word behind a person's name is a further part of it."""
    words, at = view.words, name.end
    if name.label != "PER" or at >= len(words) or words.sent[at] != words.sent[at - 1]:
        return False
    if words.par[at] != words.par[at - 1]:
        return False
    return words.form[at] in CHILD_OF or _articled(view, at) or _lacks_surname(view, name)


def _articled(view: View, i: int) -> bool:
    """«аль-Хатиб»: a surname with the Arabic article in small letters."""
    return bool(_ARTICLED.fullmatch(view.words.form[i]))


def _lacks_surname(view: View, name: Found) -> bool:
    """Whether given names alone stand before a word that the tagger takes for a person's in the same case."""
    words, at = view.words, name.end
    given = all(is_given(words.lower[i]) for i in range(name.start, at))
    alike = words.feat(at, "Case") == words.feat(at - 1, "Case") and words.feat(at, "Animacy") == "Anim"
    return given and alike and words.pos[at] == "PROPN" and words.form[at][:1].isupper()


def given_before_surname(view: View) -> list[Found]:
    """«Глава района |Надежда| Орехова», «|Канат| Ермуков»: on to the left over a name that is a common noun too."""
    taken = view.covered()
    return [Found(name.start - _is_given_of(view, name, taken), name.end, name.label) for name in view.found]


def _is_given_of(view: View, name: Found, taken: AbstractSet[int]) -> bool:
    """Whether the word before a surname is a person's first name by the tree, and no other word that begins a sentence."""
    words, first = view.words, name.start - 1
    if name.label != "PER" or name.end - name.start != 1 or first < 0 or first in taken:
        return False
    if first == 0 or words.sent[first - 1] != words.sent[first]:
        return _opens_as_given(words, first)
    flat = words.head[name.start] == first and words.dep[name.start] == "flat:name"
    inside = words.sent[first - 1] == words.sent[name.start] and words.form[first - 1].islower()
    person = words.pos[first] == "PROPN" and words.lemma[first] not in word_list("titles")
    return flat and inside and person and words.form[first].istitle()


def _opens_as_given(words: Words, first: int) -> bool:
    """«|Канат| Ермуков возглавил союз»: a sentence begins with a given name that agrees with the surname behind it."""
    behind = first + 1
    told = words.head[behind] == first and words.dep[behind] in {"flat:name", "appos"}
    if not told or words.sent[behind] != words.sent[first] or not is_given(words.lower[first]):
        return False
    read = read_person(words.form[first : behind + 1], Tagged(cases=("Nom", "Nom")))
    return read is not None and read.case == "Nom" and read.cost < FORCED


def shouted_label(view: View) -> list[Found]:
    """«|ГЛЕБ ОРЕХОВ|: Мы против.», «|ЛАПТЕВА|: А я за.», «|ОРЕХОВ Г. А.| Мы против.»: a person in capitals who labels a turn.

    A word that may be no surname («ВЕСТНИК: …») needs a first name before it; who presides needs none.
    """
    taken = {name.start: name for name in view.found}
    labels = []
    for first, end in view.words.paragraphs:
        stop = _shouted_end(view.words, first, end)
        if stop is not None and (first not in taken or taken[first].end <= stop):
            labels.append(Found(first, stop, "PER"))
    starts = {label.start for label in labels}
    others = (name for name in view.found if name.start not in starts)
    return [*labels, *(name for name in others if not _presides(view, name))]


def _shouted_end(words: Words, first: int, end: int) -> int | None:
    """The word behind the label in capitals that a line begins with."""
    initials = first + 1
    while (
        initials + 1 < end
        and words.form[initials + 1] == "."
        and re.fullmatch("[А-ЯЁ]", words.form[initials])
    ):
        initials += 2
    if initials > first + 1:
        named = initials > first + 3 or is_surname(words.form[first])  # «УКАЗ О.» is no name
        return initials if named and _is_shouted(words.form[first]) else None
    colon = next((i for i in range(first + 1, min(first + 3, end)) if words.form[i] == ":"), None)
    if colon is None or not all(_is_shouted(form) for form in words.form[first:colon]):
        return None
    full = colon - first > 1 and is_given(words.lower[first])
    return colon if full or colon - first == 1 and is_surname(words.form[first]) else None


def _presides(view: View, name: Found) -> bool:
    """«|ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ|. Спасибо.»: who presides is no body."""
    return name.end - name.start == 1 and view.words.lower[name.start] in {
        "председательствующий",
        "председательствующая",
    }


def _is_shouted(form: str) -> bool:
    """«ОРЕХОВ», «РИМСКИЙ-КОРСАКОВ»: a word of some length in capitals."""
    return form.isupper() and len(form) >= _SHORTEST and form.replace("-", "").isalpha()

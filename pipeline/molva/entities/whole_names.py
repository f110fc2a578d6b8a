"""What was left out of the name of a person: «Ахмад |аль-Хатиб», «|Надежда| Орехова»."""

import re
from collections.abc import Set as AbstractSet

from molva.entities.lexicon import word_list
from molva.entities.people import is_given
from molva.entities.view import Found, View

# аль-Хатиб, ас-Сайди
_ARTICLED = re.compile(r"(?:а|э)[лсшрнтдз]ь?-[А-ЯЁ][а-яё]+")


def whole_name(view: View) -> list[Found]:
    """«Ахмад |аль-Хатиб», «Халид бен Сауд |аль-Фахд»: on over a surname with its article, later found alone.

    «Мария Анна |Гросс»: also over a surname behind given names alone.
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
    return words.par[at] == words.par[at - 1] and (_articled(view, at) or _lacks_surname(view, name))


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
    """«Глава района |Надежда| Орехова»: on to the left, where a surname alone belongs to a name that is a common noun too."""
    taken = view.covered()
    return [Found(name.start - _is_given_of(view, name, taken), name.end, name.label) for name in view.found]


def _is_given_of(view: View, name: Found, taken: AbstractSet[int]) -> bool:
    """Whether the word before a surname is a person's first name by the tree, and no word that begins a sentence."""
    words, first = view.words, name.start - 1
    if name.label != "PER" or name.end - name.start != 1 or first < 1 or first in taken:
        return False
    flat = words.head[name.start] == first and words.dep[name.start] == "flat:name"
    inside = words.sent[first - 1] == words.sent[name.start] and words.form[first - 1].islower()
    person = words.pos[first] == "PROPN" and words.lemma[first] not in word_list("titles")
    return flat and inside and person and words.form[first].istitle()

"""Surnames of several: «Игорь и Марина Тумановы» are Игорь Туманов and Марина Туманова, «оба Кимы» are nobody's namesake."""

import re
from collections.abc import Iterable
from itertools import pairwise

from molva.entities.normal import normal_text
from molva.entities.people import is_given
from molva.speakers.chains import Link
from molva.words import Words

_BOTH = frozenset("оба обе обоих обеих обоим обеим обоими обеими".split())
_PLURAL = re.compile(r".+(?:ы|ие|ых|их|ыми|ими)")


def share_surnames(words: Words, names: Iterable[Link]) -> None:
    """Give the first of two given names the surname that stands in the plural behind the second."""
    people = sorted((link for link in names if link.label == "PER"), key=lambda link: link.start)
    for link in people:
        if link.start and words.lower[link.start - 1] in _BOTH:
            link.kind, link.number = "group", "Plur"
            link.normal = words.text[words.start[link.start] : words.end[link.end - 1]]
    for one, other in pairwise(people):
        if _share(words, one, other):
            surname = words.form[other.end - 1]
            name = normal_text(f"{words.form[one.start]} {surname}", "PER", case=words.feat(one.head, "Case"))
            one.normal = name if not name.endswith(surname) else one.normal


def _share(words: Words, one: Link, other: Link) -> bool:
    """«|Игорь| и |Марина Тумановы|»: a bare given name, «и», and another one with a surname in the plural."""
    joined = other.start == one.end + 1 and words.lower[one.end] == "и"
    bare = one.end - one.start == 1 and is_given(words.form[one.start])
    surname = other.end - other.start == 2 and _PLURAL.fullmatch(words.lower[other.end - 1])
    return joined and bare and bool(surname)

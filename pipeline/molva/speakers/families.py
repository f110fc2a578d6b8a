"""Surnames of several: «Игорь и Марина Тумановы» are Игорь Туманов and Марина Туманова, «оба Кимы» are nobody's namesake."""

import re
from collections.abc import Iterable
from itertools import pairwise

from molva.entities.people import is_given, one_of_family
from molva.speakers.chains import Link
from molva.words import Words

_BOTH = frozenset("оба обе обоих обеих обоим обеим обоими обеими".split())
_PLURAL = re.compile(r".+(?:ы|и|ие|ых|их|ым|им|ыми|ими|ов|ев|ей|[ая](?:м|ми|х))")
# No surname ends so in the singular, but for those of Azerbaijan («Гурбанлы»), and «Орехов», which is looked at apart
_NO_SINGULAR = re.compile(r".+(?:[^лв]ы|ов|ев|[ая](?:м|ми|х))")


def right_families(words: Words, names: Iterable[Link]) -> None:
    """Two who are told by one surname: «оба Кимы» are a group, and of two given names each gets it."""
    people = sorted((link for link in names if link.label == "PER"), key=lambda link: link.start)
    for link in people:
        if link.start and words.lower[link.start - 1] in _BOTH:
            link.kind, link.number = "group", "Plur"
            link.normal = words.text[words.start[link.start] : words.end[link.end - 1]]
    for one, other in pairwise(people):
        if _share(words, one, other):
            last = other.end - 1
            one.normal = _with_surname(words, one, last)
            if words.feat(last, "Number") == "Plur" or _NO_SINGULAR.fullmatch(words.lower[last]):
                other.normal = _with_surname(words, other, last)


def _with_surname(words: Words, one: Link, last: int) -> str:
    """The given name with the surname, word ``last``, in the singular; alone, where that cannot be made."""
    name = one_of_family(words.form[one.start], words.form[last], words.feat(last, "Case"))
    return one.normal if name.endswith(words.form[last]) else name


def _share(words: Words, one: Link, other: Link) -> bool:
    """«|Игорь| и |Марина Тумановы|»: a bare given name, «и», and another one with a surname in the plural."""
    joined = other.start == one.end + 1 and words.lower[one.end] == "и"
    bare = one.end - one.start == 1 and is_given(words.form[one.start])
    surname = words.lower[other.end - 1]
    several = other.end - other.start == 2 and bool(_PLURAL.fullmatch(surname))
    if surname.endswith(("ов", "ев")):  # «Марка и Анны Шнайдеров», but «Марк и Иван Орехов»
        several = several and words.feat(one.start, "Case") in ("Gen", "Acc")
    return joined and bare and several

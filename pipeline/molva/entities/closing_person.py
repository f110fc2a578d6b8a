"""Whoever closes what was found as the name of a body: «спикер сейма |Озолс|», «глава Центробанка |Серов|»."""

import re

from molva.entities.lexicon import word_list
from molva.entities.people import is_given, is_surname
from molva.entities.view import Found, View
from molva.lexicon.analyses import analyses_of
from molva.words import Words

# bodies that one state or town has, so that none is told apart by a name of its own: «спикер |сейма| Озолс»
_NAMELESS = frozenset(
    "дума кабинет кнессет комиссия комитет конгресс министерство палата префектура рада сейм сенат фракция".split()
)
_BODY = re.compile(
    r"(?:банк|газ|комитет|надзор|пром|реестр|совет|союз|стат|строй|театр|торг|транс|фонд|холдинг|центр)а$"
)
_MANS = re.compile(r"[^аеёиоуыэюя](?:[оеё]в|[иы]н|[сц]кий|енко|[уюя]к)$")  # of a body it would be a genitive
_UP = 7  # words from a body up to the post of whoever speaks for it


def closing_person(view: View) -> list[Found]:
    """«спикер сейма |Озолс|», «пресс-секретарь Заречной префектуры |Яак Ранд|», «руководитель Гидроцентра |Зуев|».

    Behind «комитета по транспорту» too; and of a surname that the text has with another name any is one: «|Блащак|».
    """
    parted: list[Found] = []
    people = (n for n in view.found if n.label == "PER" and n.end - n.start > 1)
    full = {view.words.lower[n.end - 1] for n in people}
    for name in view.found:
        first = _bearer(view.words, name, full)
        body = name if first == name.end else Found(name.start, first, "ORG")
        parted += [body, Found(first, name.end, "PER")]
    return parted


def _bearer(words: Words, name: Found, full: set[str]) -> int:
    """Where the bearer begins: a nominative of one or two words behind a genitive, and a post before all; the end, where none is."""
    first = name.end
    while first > name.start + 1 and first > name.end - 2 and _is_nominative(words, first - 1):
        first -= 1
    if first == name.end or not _is_behind_oblique(words, name, first) or not _has_post(words, name.start):
        return name.end
    if name.label == "PER":
        return (
            first
            if _BODY.search(words.lower[first - 1]) and is_surname(words.form[name.end - 1])
            else name.end
        )
    last = words.form[name.end - 1].title()
    known = words.lower[name.end - 1] in full
    sure = (known or is_surname(last) or bool(_MANS.search(last))) and not is_given(last)
    nameless = words.lemma[first - 1] in _NAMELESS | word_list("unnamed")
    return first if name.label == "ORG" and (sure or nameless) else name.end


def _is_behind_oblique(words: Words, name: Found, first: int) -> bool:
    """«спикер |сейма| Озолс», «глава комитета по |транспорту| Озолс»: a genitive, or what a sphere of the body ends in."""
    case = words.feat(first - 1, "Case")
    sphere = name.label == "ORG" and "по" in words.lower[name.start + 1 : first - 1]
    return case == "Gen" or sphere and case not in {"", "Nom"}


def _is_nominative(words: Words, i: int) -> bool:
    """A word with a capital in the nominative that is no place: «спикер парламента |Чили|»; or a surname in capitals: «Яна |ЧИЖ|»."""
    form = words.form[i]
    capital = form.istitle() or form.isupper() and is_given(words.form[i - 1])
    named = capital and words.pos[i] in ("PROPN", "NOUN") and words.feat(i, "Case") == "Nom"
    place = any(a.known and "Geox" in a.grammemes for a in analyses_of(form.lower()))
    return named and (not place or is_surname(form))


def _has_post(words: Words, start: int) -> bool:
    """Whether a noun for a person in the nominative stands before a body, in its clause."""
    for i in range(start - 1, max(start - _UP, -1), -1):
        if words.sent[i] != words.sent[start] or words.pos[i] in ("VERB", "PUNCT"):
            return False
        post = words.lemma[i] in word_list("posts") or words.feat(i, "Animacy") == "Anim"
        if words.pos[i] == "NOUN" and post and words.feat(i, "Case") == "Nom":
            return True
    return False

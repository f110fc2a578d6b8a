"""A person and a body in what was found as one name: «Союз врачей |Мэри Гросс», «сказал Зуев |ТАСС»."""

import re

from molva.entities.agreement import Tagged
from molva.entities.lexicon import word_list
from molva.entities.people import DATIVE_SURNAME, is_given, read_person
from molva.entities.view import Found, View, head_of
from molva.tokens.marks import OPENING

_CYRILLIC_NAME = re.compile(r"[А-ЯЁ][А-ЯЁа-яё’'-]+")
_LATIN = re.compile(r"[A-Za-z]")
_NUMBER = re.compile(r"[IVX]+")
# РТС, ЧВК; «Олег ЗУЕВ» has his surname in capitals
_ABBREVIATION = re.compile(r"[БВГДЖЗЙКЛМНПРСТФХЦЧШЩ]{3,}")
_LATIN_KIND = re.compile(r"[A-Za-z]+-[а-яё]+")
_GENITIVE = Tagged(cases=("Gen",))
_STEPS = 5  # words from a body's name up to the post of whoever heads it


def bearer_in_body(view: View) -> list[Found]:
    """«Глава Союза врачей |Мэри| Энн Гросс», «директор Института права РАН |Орехов|»: the bearer is no part of the body.

    A nominative for a person behind the genitives of the body, with a name or nothing behind it. Of a full name
    («глава управления округа |Шаланда Гросс|») its own words tell the case, whatever the tagger says, and initials
    behind an abbreviation («академика РАН |А. Б. Орехова|») open a name in any case. So does a surname in the dative,
    «рассказал глава союза |Орехову|»: it is who was told.
    """
    found = list(view.found)
    for k, name in enumerate(view.found):
        if initials := _initials_in(view, name):
            found[k] = Found(name.start, initials, name.label)
            found.append(Found(initials, name.end, "PER"))
            continue
        if _told_to(view, name):
            found[k] = Found(name.start, name.end - 1, name.label)
            found.append(Found(name.end - 1, name.end, "PER"))
            continue
        first = _bearer(view, name)
        if first == name.end or first - name.start == 1 and not is_given(view.words.lower[first]):
            continue  # «Центра |Карнеги|»: no body is called by its kind alone
        after = view.found[k + 1] if k + 1 < len(view.found) else None
        if after is not None and after.label == "PER" and view.touches(name, after):
            found[k : k + 2] = [Found(name.start, first, name.label), Found(first, after.end, "PER")]
        elif _of_a_post(view, name):
            found[k] = Found(name.start, first, name.label)
            found.append(Found(first, name.end, "PER"))
    return found


def _told_to(view: View, name: Found) -> bool:
    """«союза |Сагинтаеву|», «порта |Орехову|»: a common noun in the genitive, and a surname in the dative."""
    words, last = view.words, name.end - 1
    if name.label != "ORG" or last - name.start < 1 or not DATIVE_SURNAME.fullmatch(words.form[last]):
        return False
    return words.form[last - 1].islower() and words.feat(last - 1, "Case") == "Gen"


def _initials_in(view: View, name: Found) -> int:
    """Where initials begin inside a body's name, right behind an abbreviation, and a surname closes it; else 0."""
    form, last = view.words.form, view.words.form[name.end - 1]
    if name.label != "ORG" or not last[:1].isupper() or not last[1:].islower():
        return 0
    inside = (i for i in range(name.start + 1, name.end - 2) if form[i + 1] == "." and len(form[i]) == 1)
    first = next(inside, 0)
    behind = first and form[first].isupper() and form[first - 1].isupper() and len(form[first - 1]) > 1
    return first if behind else 0


def _bearer(view: View, name: Found) -> int:
    """Where a nominative for a person begins that closes the name of a body; its end, where none does."""
    words, first = view.words, name.end
    if name.label == "ORG" and _closes_with_full_name(view, name):
        return name.end - 2
    while first > name.start + 1 and _person_in_nominative(view, first - 1):
        first -= 1
    noun = words.pos[first - 1] in ("NOUN", "PROPN") and words.feat(first - 1, "Case") in ("Gen", "")
    return first if name.label == "ORG" and noun else name.end


def _closes_with_full_name(view: View, name: Found) -> bool:
    """Whether two words for a person close the name behind a common noun, and can only be a nominative."""
    words, first = view.words, name.end - 2
    if first - name.start < 2 or words.pos[first - 1] != "NOUN" or not words.form[first - 1].islower():
        return False
    last = first + 1
    named = all(form == form.capitalize() for form in words.form[first : name.end])  # no «РАН Орехов»
    if words.pos[last] != "PROPN" or not named:
        return False
    alone = (n for n in view.found if n.label == "PER" and n.end - n.start == 1)
    told = words.feat(first, "Case") == "Nom" and any(words.form[n.start] == words.form[last] for n in alone)
    if told:
        return True  # «глава управления страны |Гордана Гросса|», below «Гросса сказала»
    if words.feat(last, "Animacy") != "Anim":
        return False
    read = read_person(words.form[first : name.end], _GENITIVE)
    return read is not None and read.case == "Nom"


def _person_in_nominative(view: View, i: int) -> bool:
    words = view.words
    named = words.pos[i] == "PROPN" and words.form[i][:1].isupper() and words.form[i][1:].islower()
    nominative = words.feat(i, "Case") == "Nom" and (
        is_given(words.form[i]) or words.lower[i][-1] not in "ая"
    )
    return named and nominative and words.feat(i, "Animacy") == "Anim"


def _of_a_post(view: View, name: Found) -> bool:
    """Whether a noun for a person in the nominative has the body: «|директор| Института права»."""
    words, node = view.words, head_of(view.words, name)
    for _ in range(_STEPS):
        above = words.head[node]
        if above == node or words.dep[node] not in ("nmod", "appos", "flat:name"):
            return False
        node = above
        if words.pos[node] == "NOUN" and words.feat(node, "Animacy") == "Anim":
            return node < name.start and words.feat(node, "Case") == "Nom"
    return False


def surname_behind_body(view: View) -> list[Found]:
    """«С бойцами ЗСК |Орехов| расстался»: an abbreviation, and a surname that the text has given with a first name."""
    words, parted = view.words, []
    full = {words.lemma[n.end - 1] for n in view.found if n.label == "PER" and n.end - n.start > 1}
    for name in view.found:
        last = name.end - 1
        pair = name.label == "ORG" and last - name.start == 1 and len(words.form[name.start]) > 1
        short = pair and words.form[name.start].isupper() and words.form[last].istitle()
        if short and words.lemma[last] in full:
            parted += [Found(name.start, last, "ORG"), Found(last, name.end, "PER")]
        else:
            parted.append(name)
    return parted


def body_behind_person(view: View) -> list[Found]:
    """«— сказал Зуев |ТАСС|», «сообщил Зуев |Stvor Post|», «стартап Зуева |xStvor|»: no body is a second name of a person."""
    parted = []
    for name in view.found:
        at = _body_at_end(view, name) if name.label == "PER" else name.end
        kind = at < name.end and _LATIN_KIND.fullmatch(
            view.words.form[at]
        )  # «обнаружение у Зуева |GPS-трекера|»
        parted += [Found(name.start, at, name.label), Found(at, at if kind else name.end, "ORG")]
    return parted


def _body_at_end(view: View, name: Found) -> int:
    """Where in a person's name a medium, an abbreviation or Latin words begin that close it; its end, where none do.

    «Карл III» has a number, «Анна Belair» a second name of her own, and «„Зуев Live“» is a medium as a whole.
    """
    forms = view.form(name)
    if len(forms) == 1 or view.words.form[name.start - 1] in OPENING:
        return name.end
    if forms[0].isupper() or not _CYRILLIC_NAME.fullmatch(forms[0]):
        return name.end
    at = len(forms)
    while at > 1 and _LATIN.match(forms[at - 1]):
        at -= 1
    if at < len(forms):
        own = at == 1 and (is_given(forms[0]) or forms[at].isupper())
        return name.end if own or _NUMBER.fullmatch(forms[-1]) else name.start + at
    short = at > 1 and (forms[-1] in word_list("media") or _ABBREVIATION.fullmatch(forms[-1]))
    return name.end - 1 if short else name.end

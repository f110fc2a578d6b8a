"""A place in what was found as a name of a person: «Вестбурга |Карл Гросс», «епископ Залесский |Марк»."""

import re

from molva.entities.cases import KIN
from molva.entities.dictionary import SURE, given_cases, person_readings
from molva.entities.people import is_given, is_one_persons
from molva.entities.view import Found, View
from molva.lexicon.analyses import analyses_of
from molva.words import Words

# «Заозёрский и Полянский»: the towns of a bishop's see
OF_A_TOWN = re.compile(r".+[сц]к(?:ий|ого|ому|им|ом)")
_BISHOPS = frozenset({"архиепископ", "архиерей", "епископ", "митрополит", "патриарх"})
_PAIR = 2
_LETTERS_AND_STOPS = 4
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2}")  # «О.П.»
_VOWELS = "аеёиоуыэюя"
_PLACE = 4  # letters of a place without the vowels in which its cases differ
_SEES = 6  # words from a bishop's title over the towns of his see


def place_before_name(view: View) -> list[Found]:
    """«Начальник полиции |Вестбурга |Карл Гросс»: a place that the body before it belongs to is no given name.

    «Премьер |Вестрии |Карл Гросс»: nor is a genitive in -ии, whatever the tagger takes it for.
    """
    words, cut = view.words, []
    for name in view.found:
        first, second = name.start, name.start + 1
        longer = name.label == "PER" and name.end - second > 1
        place = (
            longer
            and behind_a_noun(words, first)
            and _is_place(words, first)
            and not is_one_persons(view.form(name))
        )
        cut += [Found(first, second, "LOC"), Found(second, name.end, "PER")] if place else [name]
    return cut


def before_initials(view: View) -> list[Found]:
    """«Мэр |Осинок |О. П. Зуев», «театр имени |Гурова |О. П. Зуев»: two initials and a surname are a whole name.

    «|Зуев О. П.| Гурова Е. Н.»: a surname in the nominative has its initials behind it.
    """
    cut: list[Found] = []
    for name in view.found:
        second = name.start + 1
        apart = name.label == "PER" and _opens_with_initials(view.words, second, name.end)
        label = _of_another(view.words, name.start) if apart else ""
        cut += [Found(name.start, second, label), Found(second, name.end, "PER")] if label else [name]
    return cut


def _opens_with_initials(words: Words, start: int, end: int) -> bool:
    """«О. П. Зуев»: two letters with their stops, and a word in a capital that closes the name."""
    surname = end - 1
    initials = words.form[start:surname]
    letters = len(initials) == _LETTERS_AND_STOPS and _INITIALS.fullmatch("".join(initials)) is not None
    return letters and words.form[surname].istitle()


def _of_another(words: Words, first: int) -> str:
    """What a word before initials names: another person, by a surname in an oblique case, else a place; empty if the same one."""
    if is_given(words.lower[first]):
        return ""
    cases = {r.case for r in person_readings(words.lower[first]) if r.kind == "surname" and r.cost < SURE}
    own = bool(cases & {"", "Nom"}) and words.lower[first - 1] != "имени"
    return "LOC" if not cases else "" if own else "PER"


def place_before_surname(view: View) -> list[Found]:
    """«Об обстреле |Ольховки |Лунин сообщал»: a place that the text has elsewhere, and somebody whose full name it has.

    Or one that stands in the genitive behind a post: «мэр |Залесья |Лунин сообщал».
    """
    pairs = [n for n in view.found if n.label == "PER" and n.end - n.start == _PAIR]
    places = {_stem(view.words.lower[n.start]) for n in view.found if n.label == "LOC"} if pairs else set()
    cut: list[Found] = []
    for name in view.found:
        second = name.start + 1
        known = name in pairs and _stem(view.words.lower[name.start]) in places and _is_anothers(view, name)
        apart = known or name in pairs and _is_of_post(view.words, name.start) and _is_told(view, name)
        cut += [Found(name.start, second, "LOC"), Found(second, name.end, "PER")] if apart else [name]
    return cut


def _is_of_post(words: Words, first: int) -> bool:
    """«мэр |Залесья|», «уроженец |Осинок|»: a genitive right behind a noun for a person in the nominative.

    «певица |Уитни|» and «поэт |Рема|» may be nominatives as well, and «сын |Камо|» has a father.
    """
    post = first > 0 and words.pos[first - 1] == "NOUN" and words.sent[first - 1] == words.sent[first]
    if not post or words.feat(first - 1, "Animacy") != "Anim" or words.feat(first - 1, "Case") != "Nom":
        return False
    if words.lemma[first - 1] in KIN or _names_what_he_does(words, first - 1):
        return False
    nouns = [a.grammemes for a in analyses_of(words.lower[first]) if a.pos == "NOUN"]
    return any("gent" in of for of in nouns) and not any({"nomn", "sing"} <= of for of in nouns)


def _names_what_he_does(words: Words, post: int) -> bool:
    """«|певица| Уитни», «|националист| Ольянта»: nobody is one of a place."""
    return words.lemma[post].endswith(("ист", "истка", "вец", "вица", "лог", "граф"))


def _stem(place: str) -> str:
    """A place without its last vowels; the whole word, where hardly anything would be left."""
    stem = place.rstrip(_VOWELS)
    return stem if len(stem) >= _PLACE else place


def _is_told(view: View, name: Found) -> bool:
    """Whether the surname of a name closes a longer or another one in the document: «Карл |Эберс|», of «Залесья |Эберс|»."""
    lower = view.words.lower
    first, last = lower[name.start], lower[name.end - 1]
    full = (n for n in view.found if n.label == "PER" and n.end - n.start > 1 and lower[n.start] != first)
    return not is_given(first) and any(lower[n.end - 1] == last for n in full)


def _is_anothers(view: View, name: Found) -> bool:
    """Whether the surname of a name, whose first word is no given one, is that of a full name with one."""
    lower, last = view.words.lower, view.words.lower[name.end - 1]
    full = (n for n in view.found if n.label == "PER" and n.end - n.start > 1 and n != name)
    known = any(lower[n.end - 1] == last and is_given(lower[n.start]) for n in full)
    return known and not is_given(lower[name.start])


def behind_a_noun(words: Words, i: int) -> bool:
    """Whether a noun stands before a word that may be its genitive, or the name of what it tells."""
    same = i > 0 and words.sent[i - 1] == words.sent[i] and words.par[i - 1] == words.par[i]
    genitives = words.feat(i - 1, "Case") == "Gen" or words.feat(i, "Case") == "Gen" or _in_ii(words, i)
    return same and words.pos[i - 1] == "NOUN" and genitives


def _in_ii(words: Words, i: int) -> bool:
    """«Вестрии», «Кадарии»: no name of a person in the nominative ends so."""
    return words.lower[i].endswith("ии")


def _is_place(words: Words, first: int) -> bool:
    """Whether the first word of a name is no person's, or a genitive before a given name in another case.

    «Премьер |Вестрии |Н. Кан»: an initial is a person's too, and «начальник порта |Г. Зуев» begins with one.
    """
    second = first + 1
    apart = _in_ii(words, first) and given_cases(words.lower[second]) == {"Nom"}
    if is_given(words.lower[first]) and not apart:
        return False
    if words.form[first].islower() or len(words.form[first]) == 1:
        return False
    person = (
        words.feat(second, "Animacy") == "Anim"
        or len(words.form[second]) == 1
        and words.form[second].isalpha()
    )
    known = is_given(words.lower[second]) or len(words.form[second]) == 1
    thing = words.feat(first, "Animacy") == "Inan" and person and known
    genitive = words.feat(first, "Case") == "Gen" != words.feat(second, "Case")
    return thing or apart or genitive and is_given(words.lower[second])


def see_of_bishop(view: View) -> list[Found]:
    """«Епископ Залесский и Портовый |Марк|»: the towns of his see are no part of a bishop's name."""
    words, kept = view.words, []
    for name in view.found:
        first = name.start
        while name.label == "PER" and first < name.end and OF_A_TOWN.fullmatch(words.lower[first]):
            first += 1
        of_see = first > name.start and _behind_bishop(words, name.start)
        goes_on = first == name.end and words.form[first : first + 1] != ["и"]
        kept.append(name if not of_see or goes_on else Found(first, name.end, "PER"))
    return kept


def _behind_bishop(words: Words, start: int) -> bool:
    """Whether nothing but towns stands between a bishop's title and a word."""
    for i in range(start - 1, max(start - _SEES, -1), -1):
        pope = words.lemma[i] == "папа" and words.lower[start].startswith("римск")
        if words.lemma[i] in _BISHOPS or pope:
            return words.sent[i] == words.sent[start]
        if words.form[i] not in {"и", ","} and not OF_A_TOWN.fullmatch(words.lower[i]):
            break
    return False

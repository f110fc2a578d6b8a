"""Two people in what was found as one name: «с Фиалковым |Орехов», «адвокат Зуева |Мартин Гросс»."""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet

from molva.entities.cases import KIN
from molva.entities.dictionary import SURE, given_cases, person_readings
from molva.entities.lexicon import genders, word_list
from molva.entities.people import (
    FORCED,
    ends_as_patronymic,
    is_given,
    is_one_persons,
    read_person,
    word_readings,
)
from molva.entities.person_and_place import behind_a_noun
from molva.entities.view import Found, View
from molva.lexicon.analyses import analyses_of
from molva.lexicon.folding import fold
from molva.lexicon.surnames import MANS, OF_A_MAN, OF_A_WOMAN, TO_A_MAN
from molva.words import Words

_PAIR = 2
_EASY = 0.5  # what a name costs that hardly anybody would read otherwise
_FULL_AND_ONE = 3
_TWO_FULL = 4
_OWNER_AND_FULL = 3  # words of a surname and of a full name
_CASE_END = re.compile(r"(?:ой|ого|ому|ым|ом|ем|ей|[аяуюеиыйь])$")
_OBLIQUE = re.compile(r"(?:[аяуюе]|[ое]м|ым)$")
_OF_ONE = re.compile(r"(?:[оеё]ва|[иы]на|ского|[оеё]вой|[иы]ной|[сц]кой)$")
_CONSONANT = re.compile(r"[бвгджзйклмнпрстфхцчшщ]$")
# Орлова, Беловым, Луниной, Озёрскому: surnames by their endings; those in -ин- may as well be a given name, «Карина»
_SURNAME = re.compile(
    r"(?:(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой)?|(?:[сц]ки|..ны)(?:й|м)|(?:[сц]к|..н)(?:ого|ому|ом|ая|ой|ую))$"
)
_LIKE_GIVEN = re.compile(r"[иы]н(?:а|у|ым|е|ой)$")
_UNCHANGED = re.compile(r"енко$")


def two_people(view: View) -> list[Found]:
    """«О разговоре с Фиалковым |Орехов рассказал», «В убийстве Олега Фиалкова |Дарье Ореховой отказали»: one and another."""
    surnames = _surnames(view)
    parted: list[Found] = []
    for name in view.found:
        cut = _second_person(view, name, surnames) if name.label == "PER" else name.end
        parted.append(Found(name.start, cut, name.label))
        if cut < name.end:
            parted.append(Found(cut, name.end, name.label))
    return parted


def _surnames(view: View) -> set[str]:
    """What other names of people end with, or consist of."""
    pairs = {name for name in view.found if name.label == "PER" and _differ(view.words, name)}
    return {view.words.lemma[n.end - 1] for n in view.found if n.label == "PER" and n not in pairs}


def _differ(words: Words, name: Found) -> bool:
    """Whether the first and the last word stand in cases that the tagger tells apart."""
    first, last = (words.feat(i, "Case") for i in (name.start, name.end - 1))
    return bool(first and last and first != last)


def _opens_own_name(view: View, name: Found) -> bool:
    """«Анастасии Задориной», «Си Цзиньпина»: a given name or an Eastern surname and a word that may stand in its case."""
    forms = view.form(name)
    opens = is_given(forms[0]) or forms[0].lower() in word_list("asian")
    return opens and is_one_persons(forms)


def _are_surnames(words: Words, first: int, surnames: AbstractSet[str]) -> bool:
    """«О разговоре с Фиалковым |Орехов рассказал»: in different cases, and each a surname of the document."""
    second = first + 1
    shown = any(r.case for r in word_readings(words.lower[second]) if r.cost < SURE)
    differ = shown and _differ(words, Found(first, second + 1, "PER"))
    return differ and {words.lemma[first], words.lemma[second]} <= surnames


def _mans_oblique(words: Words, first: int, surnames: AbstractSet[str]) -> bool:
    """«После шага Фиалкова |Орехов заявил»: the same where the tagger takes the first for a woman's nominative."""
    word, second = words.lower[first], first + 1
    declined = word.endswith(("а", "у")) and word[:-1] in surnames and not is_given(word)
    nominative = words.feat(second, "Case") == "Nom" and words.lower[second] == words.lemma[second]
    return declined and nominative and words.lemma[second] in surnames


def _behind_preposition(words: Words, first: int, _: AbstractSet[str]) -> bool:
    """«В ответ на обращение к Фиалкову |Орехов получил»: a preposition asks for the first, and the second is a man's nominative."""
    second = first + 1
    asked = first > 0 and words.pos[first - 1] == "ADP" and words.sent[first - 1] == words.sent[first]
    oblique = asked and _OBLIQUE.search(words.lower[first]) and words.feat(first, "Case") not in ("Nom", "")
    mans = oblique and MANS.search(words.lower[second])
    return bool(mans) and words.feat(second, "Case") == "Nom"


def _written_to(words: Words, first: int, _: AbstractSet[str]) -> bool:
    """«В письме Фиалкова |Орехову»: behind a noun the genitive of one surname, and what can only be another's dative."""
    surnames = OF_A_MAN.search(words.lower[first]) and TO_A_MAN.search(words.lower[first + 1])
    return bool(surnames) and behind_a_noun(words, first) and not is_given(words.lower[first])


def _told_to(words: Words, first: int, _: AbstractSet[str]) -> bool:
    """«Приезжай, — написала Маша |Олегу»: two given names, and the second a dative that is no surname."""
    second = first + 1
    readings = person_readings(words.lower[second])
    surname = any(r.kind == "surname" and r.cost < SURE for r in readings)
    apart = "Nom" in given_cases(words.lower[first]) - given_cases(words.lower[second])
    return apart and not surname and words.feat(second, "Case") == "Dat"


def _two_full(view: View, name: Found) -> bool:
    """«В убийстве Олега Фиалкова |Дарье Ореховой отказали»: two full names, whose given ones share no case."""
    if name.end - name.start != _TWO_FULL:
        return False
    first, second = (given_cases(view.words.form[i].lower()) for i in (name.start, name.start + 2))
    if first and not second and "Nom" not in first:  # «Олега Фиалкова |Гудрун Гросс|»
        cases = [view.words.feat(i, "Case") for i in range(name.start, name.end - 1)]
        return cases[0] == cases[1] in first and cases[2] == "Nom"
    return bool(first and second) and first.isdisjoint(second)


def _full_and_given(view: View, name: Found) -> bool:
    """«Дочь Олега Фиалкова |Дарья вернулась»: an oblique full name, and a given one that suits it only by force."""
    forms = view.form(name)
    if len(forms) != _FULL_AND_ONE or not given_cases(forms[2].lower()):
        return False
    whole, full, given = read_person(forms), read_person(forms[:2]), read_person(forms[2:])
    if full is None or given is None or full.case in ("Nom", given.case):
        return False
    return whole is None or whole.cost - full.cost - given.cost > FORCED


def _full_and_surname(view: View, name: Found) -> bool:
    """«На встрече с Олегом Фиалковым |Орехова заявила»: a man's full name, and a woman's surname of the document."""
    words, last = view.words, name.end - 1
    if name.end - name.start != _FULL_AND_ONE or name.end == len(words):
        return False
    full = read_person(view.form(name)[:2])
    hers = words.pos[name.end] == "VERB" and words.feat(name.end, "Gender") == "Fem"
    apart = full is not None and full.gender == "Masc" and full.case not in ("Nom", "")
    others = (n for n in view.found if n.label == "PER" and n != name)
    return hers and apart and any(words.lower[n.end - 1] == words.lower[last] for n in others)


def _full_and_his(view: View, name: Found) -> bool:
    """«В письме Олегу Фиалкову |Торп отметил»: a full name in an oblique case, and a man's nominative that stands by his verb."""
    words, last, verb = view.words, name.end - 1, name.end
    if name.end - name.start != _FULL_AND_ONE:
        return False
    while verb < len(words) and words.pos[verb] in {"ADV", "PART"}:
        verb += 1
    his = verb < len(words) and words.pos[verb] == "VERB" and words.feat(verb, "Gender") == "Masc"
    if not his or words.feat(last, "Case") != "Nom" or not _CONSONANT.search(words.lower[last]):
        return False
    full = None if ends_as_patronymic(words.form[last]) else read_person(view.form(name)[:2])
    ending = _OBLIQUE if full is not None and full.gender == "Masc" else OF_A_WOMAN
    return full is not None and full.case not in ("Nom", "") and bool(ending.search(words.lower[last - 1]))


def _full_and_another(view: View, name: Found) -> bool:
    """«По словам Олега Фиалкова |Орехова уехала», «премию Карла Великого |Орехову»: an oblique full name, and a surname more.

    Nobody has two surnames side by side, but for a woman who keeps her own, «с Марией Ореховой Беловой»; and a man's
    genitive has no dative.
    """
    if name.end - name.start != _FULL_AND_ONE:
        return False
    given, own, other = view.form(name)
    cases = given_cases(given.lower())
    if not cases or not _is_russian_surname(other) or ends_as_patronymic(other):
        return False
    if "Gen" in cases and "Dat" not in cases and TO_A_MAN.search(other.lower()) and not is_given(own):
        return True
    alike = own[-1] == other[-1] != "а"
    return "Nom" not in cases and _is_russian_surname(own) and not ends_as_patronymic(own) and not alike


def _kin_of_a_man(words: Words, first: int, surnames: AbstractSet[str]) -> bool:
    """«Пришла дочь Фиалкова |Анастасия»: behind a noun for kin the genitive of a man's surname that the document has."""
    word, second = words.lower[first], first + 1
    kin = first > 0 and words.lemma[first - 1] in KIN and words.sent[first - 1] == words.sent[first]
    his = kin and OF_A_MAN.search(word) and {word[:-1], words.lemma[first]} & surnames
    return bool(his) and is_given(words.lower[second]) and _stands_in(words, second, first - 1)


def _kin_of_somebody(words: Words, first: int) -> bool:
    """«Жена Геннадия |Лидия|», «мать Егора |Нина Котова|»: behind a noun for kin a genitive, and a given name in the noun's own case.

    Between them may stand what he is like: «мама пятилетней Кати |Ольга|».
    """
    kin, second = first - 1, first + 1
    while kin >= 0 and words.pos[kin] == "ADJ" and words.feat(kin, "Case") == "Gen":
        kin -= 1
    if kin < 0 or words.lemma[kin] not in KIN or words.sent[kin] != words.sent[first]:
        return False
    case, owner = words.feat(kin, "Case"), words.lower[first]
    if _is_one_of_kin(words, first, case):
        return False
    given, own = given_cases(owner), given_cases(words.lower[second])
    shown = words.feat(first, "Case") == "Gen" or "Gen" not in own
    whose = "Gen" in given and shown if given else bool(_OF_ONE.search(owner))
    return case != "Gen" and whose and case in own


def _is_one_of_kin(words: Words, first: int, case: str) -> bool:
    """«папа |Иоанн Павел|», «внучке |Лапиной Анне Глебовне|», «племянник |Иосифа Кулина|»: two words of one name.

    They stand in the case of the noun, or both in the genitive, and the second is a surname rather than a rare given name.
    """
    words_of = words.form[first : first + 2]
    read, patronymic = read_person(words_of), words.lower[first + 2 : first + 3]
    if read is None or read.cost >= _EASY:
        return False  # «жена |Геннадия Лидия|»: a woman Геннадия is rare
    given = given_cases(words.lower[first])
    whole = case in given or not given and patronymic != [] and ends_as_patronymic(patronymic[0])
    theirs = read.case == "Gen" and read.readings[-1].kind == "surname" and "Gen" in given
    return (
        whole and read.case == case or theirs and fold(words.lemma[first + 1]) not in genders("common_given")
    )


def _stands_in(words: Words, given: int, kin: int) -> bool:
    """Whether a given name stands in the case of a noun for kin: «дочь |Анастасия|», «жены |Дарьи|»."""
    cases = given_cases(words.lower[given])
    return not cases or words.feat(kin, "Case") in cases


def _two_surnames(words: Words, first: int, _: AbstractSet[str]) -> bool:
    """«Орлова |Белов не видел», «помощник Орлова |Белов|», «жена Орлова |Белова|»: nobody has two surnames side by side.

    Behind a noun the first tells whose he is, though it may agree with the second.
    """
    forms, word = words.form[first : first + 2], words.lower[first]
    if not all(map(_is_russian_surname, forms)):
        return False
    before = first - 1
    beside = before >= 0 and words.sent[before] == words.sent[first] and words.par[before] == words.par[first]
    whose = beside and words.pos[before] == "NOUN" and bool(_CASE_END.search(word))
    sure = not _LIKE_GIVEN.search(word) or any(
        r.kind == "surname" and r.cost < SURE for r in person_readings(word)
    )
    his = [bool(MANS.search(form)) for form in forms]
    return whose and sure or his == [False, True] or not is_one_persons(forms)


def _is_russian_surname(form: str) -> bool:
    """«Орлова», «Луниным», «Озёрской», also «Иванов», though several Иваны are called so; but «Ирина» is no surname."""
    word, readings = form.lower(), person_readings(form.lower())
    surname = any(r.kind == "surname" and r.cost < SURE for r in readings)
    several = surname and all(r.number == "Plur" for r in readings if r.kind == "given")
    return bool(_SURNAME.search(word)) and form[:1].isupper() and (several or not is_given(word))


def _done_by(words: Words, first: int, _: AbstractSet[str]) -> bool:
    """«Помилованная Орленко |Белова вышла»: behind a passive participle who has done it, then whom it was done to."""
    before, second = first - 1, words.lower[first + 1]
    passive = before >= 0 and any(
        a.pos == "PRTF" and "pssv" in a.grammemes for a in analyses_of(words.lower[before])
    )
    return passive and bool(_UNCHANGED.search(words.lower[first])) and not is_given(second)


def _beside_unchanging(words: Words, first: int, _: AbstractSet[str]) -> bool:
    """«Мост откроют, пообещал Орлов |Петренко|»: nobody has two surnames side by side, also where the second shows no case."""
    one, other = words.form[first], words.lower[first + 1]
    mans = _is_russian_surname(one) and bool(MANS.search(one))
    return mans and bool(_UNCHANGED.search(other)) and not is_given(other)


# two words that are two names: a surname each, or a given name each
PAIRS: tuple[Callable[[Words, int, AbstractSet[str]], bool], ...] = (
    _are_surnames,
    _mans_oblique,
    _behind_preposition,
    _written_to,
    _told_to,
    _kin_of_a_man,
    _two_surnames,
    _beside_unchanging,
    _done_by,
)
# a full name, and another's given name, surname or full name behind it
FULL_AND_MORE: tuple[Callable[[View, Found], bool], ...] = (
    _two_full,
    _full_and_given,
    _full_and_surname,
    _full_and_his,
    _full_and_another,
)


def _second_person(view: View, name: Found, surnames: AbstractSet[str]) -> int:
    """Where another person's name begins inside what was found as one; its end, where none does."""
    first, length = name.start, name.end - name.start
    if length in (_PAIR, _FULL_AND_ONE) and _kin_of_somebody(view.words, first):
        return first + 1
    if length == _PAIR:
        pair = not _opens_own_name(view, name)
        return first + 1 if pair and any(rule(view.words, first, surnames) for rule in PAIRS) else name.end
    return first + 2 if any(rule(view, name) for rule in FULL_AND_MORE) else name.end


def owner_before_name(view: View) -> list[Found]:
    """«Представитель фонда |Зуева |Анна Гросс», «адвокат |Зуева |Мартин Гросс»: whose she is, where the text tells of a Зуев.

    A surname right behind a noun, and a full name without a patronymic behind it.
    """
    words = view.words
    long = {n for n in view.found if n.label == "PER" and n.end - n.start == _OWNER_AND_FULL}
    if not long:
        return list(view.found)
    known = {_stem_of(words.lower[n.end - 1]) for n in view.found if n.label == "PER" and n not in long}
    parted: list[Found] = []
    for name in view.found:
        cut = name.start + 1
        if name in long and _stem_of(words.lower[name.start]) in known and _owner_and_full(view, name):
            parted += [Found(name.start, cut, "PER"), Found(cut, name.end, "PER")]
        else:
            parted.append(name)
    return parted


def _stem_of(surname: str) -> str:
    """A surname without the vowels and endings in which its cases differ."""
    return _CASE_END.sub("", surname)


def _owner_and_full(view: View, name: Found) -> bool:
    """Whether a noun stands before a surname, and behind it a given name and another surname."""
    words, (owner, given, last) = view.words, view.form(name)
    before = name.start - 1
    beside = before >= 0 and words.sent[before] == words.sent[name.start] and words.pos[before] == "NOUN"
    if not beside or not words.form[before].islower() or words.feat(name.start, "Case") not in ("Gen", "Nom"):
        return False
    if is_given(owner) or fold(owner) in word_list("asian"):
        return False
    if not is_given(given) and not _is_declined(view, name.start):
        return False
    return not ends_as_patronymic(last) and not last.endswith(".") and len(last) > 1


def _is_declined(view: View, owner: int) -> bool:
    """«Агент |Саравии| Йоуко Гросс»: a genitive whose nominative ends a full name, so whatever is behind begins another one."""
    words = view.words
    full = (n for n in view.found if n.label == "PER" and n.end - n.start == _PAIR)
    return all(words.lower[n.end - 1] != words.lower[owner] for n in full)

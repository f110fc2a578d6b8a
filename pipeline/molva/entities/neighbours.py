"""Where a person's name begins and ends beside other names: what was taken into it, and what was left out of it."""

import re
from collections.abc import Set as AbstractSet

from molva.entities.agreement import Tagged
from molva.entities.dictionary import SURE, person_readings
from molva.entities.lexicon import word_list
from molva.entities.people import is_given, read_person
from molva.entities.view import Found, View, head_of
from molva.words import Words, fold

# аль-Хатиб, ас-Сайди
_ARTICLED = re.compile(r"(?:а|э)[лсшрнтдз]ь?-[А-ЯЁ][а-яё]+")
# «Заозёрский и Полянский»: the towns of a bishop's see
OF_A_TOWN = re.compile(r".+[сц]к(?:ий|ого|ому|им|ом)")
_BISHOPS = frozenset({"архиепископ", "архиерей", "епископ", "митрополит", "патриарх"})
_SEES = 6  # words from a bishop's title over the towns of his see
_TWO_FULL = 4  # words of two full names
_FORCED = 0.9  # what a name that does not agree costs above its parts
_OWNER_AND_FULL = 3  # words of a surname and of a full name
_CASE_END = re.compile(r"(?:ой|ого|ому|ым|ом|ем|ей|[аяуюеиыйь])$")
_OF_A_MAN = re.compile(r"(?:[оеё]ва|[иы]на|ского)$")
_TO_A_MAN = re.compile(r"(?:[оеё]ву|[иы]ну|скому)$")
_PATRONYMIC = re.compile(r"(?:вич|[вч]н|ичн)(?:а|у|ем|е|ой|ы)?$|^оглы$|^кызы$")
_CYRILLIC_NAME = re.compile(r"[А-ЯЁ][А-ЯЁа-яё’'-]+")
_OPENING = frozenset('«„“"')
_LATIN = re.compile(r"[A-Za-z]")
_NUMBER = re.compile(r"[IVX]+")
# РТС, ЧВК; «Олег ЗУЕВ» has his surname in capitals
_ABBREVIATION = re.compile(r"[БВГДЖЗЙКЛМНПРСТФХЦЧШЩ]{3,}")
_LATIN_KIND = re.compile(r"[A-Za-z]+-[а-яё]+")
_OBLIQUE = re.compile(r"(?:[аяуюе]|[ое]м|ым)$")
_MANS_NOMINATIVE = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий)$")
_GENITIVE = Tagged(cases=("Gen",))
_STEPS = 5  # words from a body's name up to the post of whoever heads it


def two_people(view: View) -> list[Found]:
    """«О разговоре с Фиалковым |Орехов рассказал»: in different cases, and each a surname of the document.

    «После шага Фиалкова |Орехов заявил»: the same where the tagger takes the first for a woman's nominative.

    «В убийстве Олега Фиалкова |Дарье Ореховой отказали»: two full names in different cases.
    «Дочь Олега Фиалкова |Дарья вернулась»: a full name, and a given one that no surname suits.
    «На встрече с Олегом Фиалковым |Орехова заявила»: a man's full name, and a woman's surname of the document.
    «Приезжай, — написала Маша |Олегу»: two given names, and the second a dative.
    «В ответ на обращение к Фиалкову |Орехов получил»: a preposition asks for the first, and the second is a nominative.
    «В письме Фиалкова |Орехову»: a genitive and a dative.
    """
    words = view.words
    surnames = _surnames(view)
    parted: list[Found] = []
    for name in view.found:
        cut = name.start + 1
        pair = name.label == "PER" and name.end - name.start == 2 and not _one_persons(view, name)
        surnamed = pair and _differ(view, name) and {words.lemma[name.start], words.lemma[cut]} <= surnames
        surnamed = surnamed or pair and _mans_oblique(words, name.start, surnames)
        surnamed = surnamed or pair and _behind_preposition(words, name.start)
        surnamed = surnamed or pair and _written_to(words, name.start, cut)
        if surnamed or pair and _told_to(words, name.start, cut):
            parted += [Found(name.start, cut, "PER"), Found(cut, name.end, "PER")]
        elif name.label == "PER" and (
            _two_full(view, name) or _full_and_given(view, name) or _full_and_surname(view, name)
        ):
            parted += [Found(name.start, cut + 1, "PER"), Found(cut + 1, name.end, "PER")]
        else:
            parted.append(name)
    return parted


def bearer_in_body(view: View) -> list[Found]:
    """«Глава Союза врачей |Мэри| Энн Гросс», «директор Института права РАН |Орехов|»: the bearer is no part of the body.

    A nominative for a person behind the genitives of the body, with a name or nothing behind it. Of a full name
    («глава управления округа |Шаланда Гросс|») its own words tell the case, whatever the tagger says, and initials
    behind an abbreviation («академика РАН |А. Б. Орехова|») open a name in any case.
    """
    found = list(view.found)
    for k, name in enumerate(view.found):
        if initials := _initials_in(view, name):
            found[k] = Found(name.start, initials, name.label)
            found.append(Found(initials, name.end, "PER"))
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
    if len(forms) == 1 or view.words.form[name.start - 1] in _OPENING:
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


def owner_before_name(view: View) -> list[Found]:
    """«Представитель фонда |Зуева |Анна Гросс», «адвокат |Зуева |Мартин Гросс»: whose she is, where the text tells of a Зуев.

    A surname right behind a noun, and a full name without a patronymic behind it.
    """
    words = view.words
    long = {n for n in view.found if n.label == "PER" and n.end - n.start == _OWNER_AND_FULL}
    if not long:
        return list(view.found)
    known = {stem_of(words.lower[n.end - 1]) for n in view.found if n.label == "PER" and n not in long}
    parted: list[Found] = []
    for name in view.found:
        cut = name.start + 1
        if name in long and stem_of(words.lower[name.start]) in known and _owner_and_full(view, name):
            parted += [Found(name.start, cut, "PER"), Found(cut, name.end, "PER")]
        else:
            parted.append(name)
    return parted


def stem_of(surname: str) -> str:
    """A surname without the vowels and endings in which its cases differ."""
    return _CASE_END.sub("", surname)


def _owner_and_full(view: View, name: Found) -> bool:
    """Whether a noun stands before a surname, and behind it a given name and another surname."""
    words, (owner, given, last) = view.words, view.form(name)
    before = name.start - 1
    beside = before >= 0 and words.sent[before] == words.sent[name.start] and words.pos[before] == "NOUN"
    if not beside or not words.form[before].islower() or words.feat(name.start, "Case") not in ("Gen", "Nom"):
        return False
    if is_given(owner) or fold(owner) in word_list("asian") or not is_given(given):
        return False
    return not _PATRONYMIC.search(last.lower()) and not last.endswith(".") and len(last) > 1


def place_before_name(view: View) -> list[Found]:
    """«Начальник полиции |Вестбурга |Карл Гросс»: a place that the body before it belongs to is no given name.

    «Премьер |Вестрии |Карл Гросс»: nor is a genitive in -ии, whatever the tagger takes it for.
    """
    words, cut = view.words, []
    for name in view.found:
        first, second = name.start, name.start + 1
        longer = name.label == "PER" and name.end - second > 1
        place = (
            longer and _behind_a_noun(words, first) and _is_place(words, first) and not _agrees(view, name)
        )
        cut += [Found(first, second, "LOC"), Found(second, name.end, "PER")] if place else [name]
    return cut


def _agrees(view: View, name: Found) -> bool:
    """«агентом |Рябовой Надеждой|», «президента |Пак Кын Хе|»: all words may stand in one case of one person's name."""
    read = read_person(view.form(name))
    return read is not None and read.cost < _FORCED


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


def _one_persons(view: View, name: Found) -> bool:
    """«Анастасии Задориной», «Си Цзиньпина»: a given name or an Eastern surname and a word that may stand in its case."""
    forms = view.form(name)
    opens = is_given(forms[0]) or forms[0].lower() in word_list("asian")
    return opens and _agrees(view, name)


def _mans_oblique(words: Words, first: int, surnames: AbstractSet[str]) -> bool:
    """Whether a surname of the document in the nominative stands behind that of a man in another case: «Фиалкова», «Фиалкову»."""
    word, second = words.lower[first], first + 1
    declined = word.endswith(("а", "у")) and word[:-1] in surnames and not is_given(word)
    nominative = words.feat(second, "Case") == "Nom" and words.lower[second] == words.lemma[second]
    return declined and nominative and words.lemma[second] in surnames


def _behind_preposition(words: Words, first: int) -> bool:
    """Whether an oblique form right behind a preposition stands before a Russian surname that can only be a man's nominative."""
    second = first + 1
    asked = first > 0 and words.pos[first - 1] == "ADP" and words.sent[first - 1] == words.sent[first]
    oblique = asked and _OBLIQUE.search(words.lower[first]) and words.feat(first, "Case") not in ("Nom", "")
    mans = oblique and _MANS_NOMINATIVE.search(words.lower[second])
    return bool(mans) and words.feat(second, "Case") == "Nom"


def _written_to(words: Words, first: int, second: int) -> bool:
    """Whether behind a noun the genitive of one surname stands before what can only be another's dative."""
    surnames = _OF_A_MAN.search(words.lower[first]) and _TO_A_MAN.search(words.lower[second])
    return bool(surnames) and _behind_a_noun(words, first) and not is_given(words.lower[first])


def _told_to(words: Words, first: int, second: int) -> bool:
    """Whether two given names are one in the nominative and one that can be no such, is no surname, and is a dative."""
    readings = person_readings(words.lower[second])
    surname = any(r.kind == "surname" and r.cost < SURE for r in readings)
    apart = "Nom" in _given_cases(words.lower[first]) - _given_cases(words.lower[second])
    return apart and not surname and words.feat(second, "Case") == "Dat"


def _two_full(view: View, name: Found) -> bool:
    """Whether the first and the third of four words are given names that share no case."""
    if name.end - name.start != _TWO_FULL:
        return False
    first, second = (_given_cases(view.words.form[i].lower()) for i in (name.start, name.start + 2))
    if first and not second and "Nom" not in first:  # «Олега Фиалкова |Гудрун Гросс|»
        cases = [view.words.feat(i, "Case") for i in range(name.start, name.end - 1)]
        return cases[0] == cases[1] in first and cases[2] == "Nom"
    return bool(first and second) and first.isdisjoint(second)


def _full_and_given(view: View, name: Found) -> bool:
    """Whether two of three words make an oblique full name, and the third suits it only by force."""
    forms = view.form(name)
    if len(forms) != _TWO_FULL - 1 or not _given_cases(forms[2].lower()):
        return False
    whole, full, given = read_person(forms), read_person(forms[:2]), read_person(forms[2:])
    if full is None or given is None or full.case in ("Nom", given.case):
        return False
    return whole is None or whole.cost - full.cost - given.cost > _FORCED


def _full_and_surname(view: View, name: Found) -> bool:
    """Whether a man's oblique full name stands before a surname of the document and a verb that asks for a woman."""
    words, last = view.words, name.end - 1
    if name.end - name.start != _TWO_FULL - 1 or name.end == len(words):
        return False
    full = read_person(view.form(name)[:2])
    hers = words.pos[name.end] == "VERB" and words.feat(name.end, "Gender") == "Fem"
    apart = full is not None and full.gender == "Masc" and full.case not in ("Nom", "")
    others = (n for n in view.found if n.label == "PER" and n != name)
    return hers and apart and any(words.lower[n.end - 1] == words.lower[last] for n in others)


def _given_cases(word: str) -> set[str]:
    """The cases in which a word may be a given name that the dictionary knows; none if it never declines."""
    cases = {r.case for r in person_readings(word) if r.kind == "given" and r.cost < SURE}
    return set() if "" in cases else cases


def _surnames(view: View) -> set[str]:
    """What other names of people end with, or consist of."""
    pairs = {name for name in view.found if name.label == "PER" and _differ(view, name)}
    return {view.words.lemma[n.end - 1] for n in view.found if n.label == "PER" and n not in pairs}


def _differ(view: View, name: Found) -> bool:
    """Whether the two words stand in cases that the tagger tells apart."""
    first, last = (view.words.feat(i, "Case") for i in (name.start, name.end - 1))
    return bool(first and last and first != last)


def _behind_a_noun(words: Words, i: int) -> bool:
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
    apart = _in_ii(words, first) and _given_cases(words.lower[second]) == {"Nom"}
    if is_given(words.lower[first]) and not apart:
        return False
    if words.form[first].islower() or len(words.form[first]) == 1:
        return False
    person = (
        words.feat(second, "Animacy") == "Anim"
        or len(words.form[second]) == 1
        and words.form[second].isalpha()
    )
    thing = words.feat(first, "Animacy") == "Inan" and person
    genitive = words.feat(first, "Case") == "Gen" != words.feat(second, "Case")
    return thing or apart or genitive and is_given(words.lower[second])


def _bearer(view: View, name: Found) -> int:
    """Where a nominative for a person begins that closes the name of a body; its end, where none does."""
    words, first = view.words, name.end
    if name.label == "ORG" and _closes_with_full_name(view, name):
        return name.end - 2
    while first > name.start + 1 and _person_in_nominative(view, first - 1):
        first -= 1
    noun = words.pos[first - 1] in ("NOUN", "PROPN") and words.feat(first - 1, "Case") in ("Gen", "")
    return first if name.label == "ORG" and noun else name.end


def _initials_in(view: View, name: Found) -> int:
    """Where initials begin inside a body's name, right behind an abbreviation, and a surname closes it; else 0."""
    form, last = view.words.form, view.words.form[name.end - 1]
    if name.label != "ORG" or not last[:1].isupper() or not last[1:].islower():
        return 0
    inside = (i for i in range(name.start + 1, name.end - 2) if form[i + 1] == "." and len(form[i]) == 1)
    first = next(inside, 0)
    behind = first and form[first].isupper() and form[first - 1].isupper() and len(form[first - 1]) > 1
    return first if behind else 0


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

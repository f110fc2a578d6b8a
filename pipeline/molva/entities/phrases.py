"""The nominative of a noun phrase: head and agreeing modifiers change, what depends on the head stays.

«Верховного суда России» → «Верховный суд России»: «суда» is the head, «Верховного» agrees with it,
«России» is a complement and keeps its genitive.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from molva.entities.agreement import UNSUPPORTED, UNTAGGED, Choice, Support, Tagged, agree, speaks, supported
from molva.entities.dictionary import (
    adjective_readings,
    each_of_several,
    each_of_several_adjective,
    noun_readings,
    unchanging_gender,
)
from molva.entities.lexicon import word_list
from molva.entities.paradigms import paradigm_readings
from molva.entities.readings import Reading, fixed
from molva.entities.spelling import respell
from molva.lexicon.analyses import is_known
from molva.lexicon.nouns import kinds_of_bodies

_GENDERS = ("Masc", "Fem", "Neut")
_RUSSIAN = re.compile(r"[А-ЯЁа-яё0-9][А-ЯЁа-яё0-9’'-]*[А-ЯЁа-яё]|[А-ЯЁа-яё]")
# БелТА, КамАЗ: what ends in capitals does not decline there
_CAPITAL_END = re.compile(r".*[а-яё][А-ЯЁ]{2,}")
# Telegram-канал, IT-компания, and пресс‑служба with the hyphen that no line breaks at: the last half declines
_FOREIGN_HALF = re.compile(r"([A-Za-z0-9]+-|[а-яё]+‑)([а-яё]+)")
# минобре, депобру: the first syllables of «министерство образования»
_CUT_OFFICE = re.compile(
    r"((?:мин|деп|обл|рос|гор)(?:обр|здрав|спорт|культ|транс|соц|стат|потреб|фин|юст))(а|у|ом|е)"
)
_CUT_CASES = {"а": ("Gen",), "у": ("Dat",), "ом": ("Ins",), "е": ("Loc",)}
_ABBREVIATION = re.compile(r"[А-ЯЁ][А-ЯЁ0-9-]*[А-ЯЁ0-9]")
# МИДа, ТАССом, ВЦИОМу: an abbreviation that declines by a lower-case ending
_DECLINED_ABBREVIATION = re.compile(r"([А-ЯЁ]{2,}[БВГДЖЗЙКЛМНПРСТФХЦЧШЩ])(?:а|у|ом|ем|е)")
# Минобороны, Минэкономразвития: the second half stands in the genitive for good
_GENITIVE_FOREVER = re.compile(r"мин.*(?:[ыи]|[ео]ния|развития|здравия)$")
# Хомутовский, Троцкая: an adjective that no dictionary has
_SK = re.compile(r"[сц]к(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими)$")
# Росстата, Росгвардий, Осинска: a nominative that no body has; but «Хезболлы», «Хезболлой» are of no «Хезболл»
_ODD_BODY = re.compile(r"(?:[бвгджзлмнпрстфхц]а|[сц]ка|ий)$")
_FEMININE = re.compile(r"(?:[ыи]|[оеё]й)$")
# Козинк, Журавлевк: a village is Козинка, Журавлевка; but Брянск, Волчок, Парк
_ODD_PLACE = re.compile(r"[бвдлмнч]к$")
# Зуевки, Токмачки: of a Зуевка, a Токмачка, no far town
_NEAR = re.compile(r"(?:[вн]|[аеёо]ч)ки$")
_INSTRUMENTAL = re.compile(r"[оеё]м$")
_COMPARATIVES = frozenset(("больший", "большее", "меньший", "меньшее"))
_BOOKISH = frozenset(("окружный", "окружные"))  # the court is «окружной»
_ONESELF = frozenset(("сам", "сама", "само", "сами"))
# Ореховщина, Приречье, Претория: the stem and the ending, and the cases of each ending
_SHCHINA = re.compile(r"(.{3,}(?:щ|[дт]ч|[лр]одч)ин)(а|ы|е|у|ой)")
_SHCHINA_CASES = {"а": ("Nom",), "ы": ("Gen",), "е": ("Dat", "Loc"), "у": ("Acc",), "ой": ("Ins",)}
_PRI = re.compile(r"((?:при|за).{3,}ь)(е|я|ю|ем)")
_PRI_CASES = {"е": ("Nom", "Acc", "Loc"), "я": ("Gen",), "ю": ("Dat",), "ем": ("Ins",)}
_IYA = re.compile(r"(.+)и(я|и|ю|ей)")
_IYA_CASES = {"я": ("Nom",), "и": ("Gen", "Dat", "Loc"), "ю": ("Acc",), "ей": ("Ins",)}
_IN_VILLAGES = re.compile(r"(.{3,}[^аеёиоуыэюя])(ах|ях)")
_ONE_OF_MANY = 4.0
_LONG_TAIL = 4
_SHORT = 3  # letters of an abbreviation that no headline shouts
_AND = frozenset({"и", "или"})


def nominative_words(
    forms: Sequence[str],
    head: int,
    modifiers: Sequence[int],
    tagged: Tagged = UNTAGGED,
    support: Support = UNSUPPORTED,
    label: str = "",
) -> list[str]:
    """``forms`` with the head and its modifiers in the nominative, and the rest as it stands."""
    changing = [*modifiers, head]
    choice = _read(forms, head, modifiers, tagged, support, label)
    if choice is None:
        return list(forms)
    out = list(forms)
    for i, reading in zip(changing, choice.readings, strict=True):
        out[i] = _respell(forms[i], reading.nominative)
    return out


def find_head(forms: Sequence[str]) -> tuple[int, tuple[int, ...]]:
    """The head of a name and the adjectives that agree with it, found without a parse.

    The head is the first word that as many adjectives as possible before it agree with:
    «Московской городской думы седьмого созыва» → 2, (0, 1). An adjective may also close the
    name: «Речи Посполитой» → 0, (1,); so may the head, behind an own name or a number that does not decline:
    «Орехофф Банка», «24 каналу» → 1, ().
    """
    return _head_and_adjectives(tuple(forms))


@lru_cache(20_000)  # a name returns all over a text, and from one text to the next
def _head_and_adjectives(forms: tuple[str, ...]) -> tuple[int, tuple[int, ...]]:
    """See ``find_head``."""
    run = next((i for i, form in enumerate(forms) if not _adjectival(form)), len(forms))
    for head in range(min(run, len(forms) - 1), 0, -1):
        before = tuple(i for i in range(head) if forms[i].lower() not in _AND)
        if _RUSSIAN.fullmatch(forms[head]) and _read(forms, head, before):
            return head, before
    if _head_closes(forms):
        return len(forms) - 1, ()
    return 0, ((1,) if len(forms) == 2 and _agrees_after(forms) else ())


def _head_closes(forms: Sequence[str]) -> bool:
    """«Хоум Кредит |Банка|», «24 |каналу|»; but «Совет Банка» opens with a head of its own."""
    if len(forms) < 2 or not _RUSSIAN.fullmatch(forms[-1]):
        return False
    if len(forms) == 2 and forms[0].isdigit():
        return bool(noun_readings(forms[1].lower()))
    if not all(form[:1].isupper() for form in forms):
        return False
    closes = any(r.nominative in word_list("closing") for r in noun_readings(forms[-1].lower()))
    return closes and not any(
        r.nominative in kinds_of_bodies() | word_list("institutions") | word_list("spheres")
        for r in noun_readings(forms[0].lower())
    )


def is_oblique(forms: Sequence[str]) -> bool:
    """Whether a name can only stand in another case than the nominative: «Единой России», «Магнита»."""
    head, modifiers = find_head(forms)
    if not modifiers and len(forms) > 1:
        return False
    readings = [head_readings(forms[head]), *(modifier_readings(forms[i].lower()) for i in modifiers)]
    return any(of_word and all(r.case not in ("", "Nom") for r in of_word) for of_word in readings)


@lru_cache(20_000)
def head_readings(form: str) -> tuple[Reading, ...]:
    """All readings of the head word of a body or a place; ``form`` keeps its capitals."""
    word = form.lower()
    if declined := _DECLINED_ABBREVIATION.fullmatch(form):
        return (fixed(declined[1].lower(), gender="Masc"),)  # «вестрийского МИДа»: the endings are a man's
    if halves := _FOREIGN_HALF.fullmatch(form):
        return tuple(
            r._replace(nominative=halves[1].lower() + r.nominative) for r in head_readings(halves[2])
        )
    if _never_declines(form, word):
        return (fixed(word, gender=unchanging_gender(word, abbreviated=form.isupper())),)
    nouns = noun_readings(word)
    if plural := _plural_name(word, nouns):
        return plural
    if compound := _compound(word) or _two_nouns(word):
        return compound
    if is_known(word):
        nouns += each_of_several(word) if form.islower() else ()
        return nouns + tuple(reading.dearer(0.5) for reading in adjective_readings(word))
    return _unknown_readings(form, nouns)


def _never_declines(form: str, word: str) -> bool:
    """«Санта-Фе», «МВД», «Минобороны», «Stvor»: words that have one form."""
    one_form = not _RUSSIAN.fullmatch(form) or _abbreviation(form)
    listed = _last_half(word) in word_list("indeclinable") or word in word_list("unchanged")
    return one_form or listed or bool(_GENITIVE_FOREVER.match(word))


@lru_cache(20_000)
def _compound(word: str) -> tuple[Reading, ...]:
    """«Медиазоне», «Росновостям», «Правозащиты»: a noun of the dictionary behind a first half that firms and media like."""
    half = next((half for half in word_list("halves") if word.startswith(half)), "")
    tail = word[len(half) :]
    if not half or len(tail) < _LONG_TAIL or is_known(word) or not is_known(tail):
        return ()
    return tuple(r._replace(nominative=half + r.nominative) for r in noun_readings(tail))


@lru_cache(20_000)
def _two_nouns(word: str) -> tuple[Reading, ...]:
    """«компании-операторе», «заводом-изготовителем»: two nouns in one case, both of which decline, where the dictionary has no such word."""
    first, _, last = word.partition("-")
    if not last or is_known(word) or not is_known(first) or not is_known(last):
        return ()
    pairs = ((one, two) for one in noun_readings(first) for two in noun_readings(last))
    return tuple(
        one._replace(nominative=f"{one.nominative}-{two.nominative}")
        for one, two in pairs
        if one.case and (one.case, one.number) == (two.case, two.number)
    )


def _plural_name(word: str, nouns: Sequence[Reading]) -> tuple[Reading, ...]:
    """«Штаты», «Афины»: a name in the plural by the list; but «человек» is one, and no «люди».

    «Пятой власти» is of one «Пятая власть», as its adjective shows.
    """
    if any(r.nominative == word and r.number == "Sing" for r in nouns):
        return ()
    several = tuple(r for r in nouns if r.number == "Plur" and r.nominative in word_list("plural_names"))
    return several + tuple(r.dearer(_ONE_OF_MANY) for r in nouns if r.number == "Sing") if several else ()


def _unknown_readings(form: str, nouns: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The readings of a word that no dictionary has: by its likeness to known ones (``nouns``), by tables and endings."""
    word = form.lower()
    # «телеграм-каналов»: only what has a capital may decline like a surname
    by_table = tuple(
        reading.dearer(0.4)
        for reading in paradigm_readings(word)
        if not form.islower() and reading.case and reading.number != "Plur"
    )
    adjectives = modifier_readings(word) if _SK.search(word) else ()
    return (
        *_cut_office(word),
        *nouns,
        *by_table,
        *adjectives,
        *_double(word),
        *_village(word),
        *_region(word),
        fixed(word, 1.6),
    )


@lru_cache(20_000)
def modifier_readings(word: str) -> tuple[Reading, ...]:
    """The readings of an adjective; one of a village that no dictionary has is read by its ending.

    «Большим театром» is the Большой театр: nothing is named by a comparative.
    """
    odd = _COMPARATIVES | _BOOKISH
    found = tuple(r.dearer(0.5) if r.nominative in odd else r for r in adjective_readings(word))
    if found or not _SK.search(word):
        return found + each_of_several_adjective(word)
    by_table = tuple(r for r in paradigm_readings(word) if r.nominative[-2:] in ("ий", "ая", "ие"))
    neuter = tuple(
        r._replace(gender="Neut", nominative=r.nominative[:-2] + "ое") for r in by_table if r.gender == "Masc"
    )
    return by_table + tuple(r for r in neuter if r.case not in ("Nom", "Acc"))


@lru_cache(20_000)
def labelled_readings(form: str, label: str) -> tuple[Reading, ...]:
    """The readings of a head, weighed by what it is the head of."""
    readings = head_readings(form)
    if label == "LOC":
        far = (fixed(form.lower(), 1.1),) if _is_far(form.lower()) else ()
        return (
            *(r.dearer(_odd_place(r) + (0.0 if r.kind == "place" else 0.4)) for r in readings),
            *far,
            *_in_iya(form, readings),
        )
    if label == "ORG" and not is_known(_last_half(form.lower())) and not _compound(form.lower()):
        return tuple(r.dearer(0.5) if _odd_body(form.lower(), r.nominative) else r for r in readings)
    return readings


def _is_far(word: str) -> bool:
    """Касивадзаки, Карацу: a far town keeps its form; «Зуевки» is of a Зуевка."""
    return word[-1] in "иу" and not is_known(word) and not _NEAR.search(word)


def _in_iya(form: str, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Претории → Претория, a town, and no преторий."""
    if form.islower() or not any(r.nominative.endswith("ий") and r.kind == "noun" for r in readings):
        return ()
    stem = _IYA.fullmatch(form.lower())
    if stem is None:
        return ()
    return tuple(Reading(f"{stem[1]}ия", "Fem", "Sing", case, 0.0, "place") for case in _IYA_CASES[stem[2]])


def _odd_body(word: str, nominative: str) -> bool:
    """A body nobody knows is rather «Росстат» than «Росстата», «Сбер» than «Сбером»."""
    odd = bool(_ODD_BODY.search(nominative)) and not _FEMININE.search(word)
    return odd or (word == nominative and bool(_INSTRUMENTAL.search(word)))


def _odd_place(reading: Reading) -> float:
    """How strange the nominative is for a place that no dictionary has: «в Козинке» is in no «Козинк»."""
    return 0.5 if _ODD_PLACE.search(reading.nominative) and not is_known(reading.nominative) else 0.0


def _abbreviation(form: str) -> bool:
    """«ИГ» is no «иго», though «АРМИИ» in a headline is a word: two or three capitals never are."""
    return (
        bool(_CAPITAL_END.fullmatch(form))
        or bool(_ABBREVIATION.fullmatch(form))
        and (len(form) <= _SHORT or not is_known(form.lower()))
    )


def _last_half(word: str) -> str:
    return word.rpartition("-")[2]


def _cut_office(word: str) -> tuple[Reading, ...]:
    """«минобре», «депобра» → минобр, депобр: an office whose name is cut to a consonant declines like a man's."""
    cut = _CUT_OFFICE.fullmatch(word)
    cases = _CUT_CASES[cut[2]] if cut else ()
    return tuple(Reading(cut[1], "Masc", "Sing", case, 0.0) for case in cases) if cut else ()


def _village(word: str) -> tuple[Reading, ...]:
    """Шереметьеве, Алтуфьева → Шереметьево, Алтуфьево; Степовое, Раздольное stand in the nominative.

    «в Волченках» → Волченки: a village may be several, and a foreign town in -ах shows its nominative elsewhere.
    """
    if several := _IN_VILLAGES.fullmatch(word):
        ending = "и" if several[1][-1] in "гкхжшчщ" or several[2] == "ях" else "ы"
        return (Reading(several[1] + ending, "", "Plur", "Loc", -0.1, "place"),)
    stem = word[:-1]
    if word.endswith("ое"):
        return tuple(Reading(word, "Neut", "Sing", case, 0.3) for case in ("Nom", "Acc"))
    cases = {"е": ("Loc",), "а": ("Gen",), "у": ("Dat",)}.get(word[-1], ())
    return tuple(
        Reading(stem + "о", "Neut", "Sing", case, 0.5)
        for case in cases
        if stem.endswith(("ов", "ев", "ин", "ын"))
    )


def _region(word: str) -> tuple[Reading, ...]:
    """A region called after its river or its town: Приречья → Приречье, Ореховщине → Ореховщина."""
    if named := _SHCHINA.fullmatch(word):
        cases = _SHCHINA_CASES[named[2]]
        return tuple(Reading(named[1] + "а", "Fem", "Sing", case, 0.0, "place") for case in cases)
    if named := _PRI.fullmatch(word):
        return tuple(
            Reading(named[1] + "е", "Neut", "Sing", case, 0.0, "place") for case in _PRI_CASES[named[2]]
        )
    return ()


def _read(
    forms: Sequence[str],
    head: int,
    modifiers: Sequence[int],
    tagged: Tagged = UNTAGGED,
    support: Support = UNSUPPORTED,
    label: str = "",
) -> Choice | None:
    """How head and modifiers agree best; kept between texts where no other mention has a say."""
    before = tuple(forms[i].lower() for i in modifiers)
    heads = labelled_readings(forms[head], label)
    if not support or not speaks(support, heads):
        return _agreeing(before, forms[head], tagged, label)
    return agree([*_of_modifiers(before), supported(heads, support, _GENDERS)], tagged, _GENDERS)


@lru_cache(20_000)
def _agreeing(modifiers: tuple[str, ...], head: str, tagged: Tagged, label: str) -> Choice | None:
    return agree([*_of_modifiers(modifiers), labelled_readings(head, label)], tagged, _GENDERS)


def _of_modifiers(words: Sequence[str]) -> list[tuple[Reading, ...]]:
    """«самой старой» is «самая старая»; only right before a noun is «самой» also «сама»."""
    found = [modifier_readings(word) for word in words]
    before = found[:-1]
    return [tuple(r for r in of_word if r.nominative not in _ONESELF) for of_word in before] + found[-1:]


def _adjectival(form: str) -> bool:
    """Whether a word may be an adjective before the head; «сборной» and the like are heads themselves."""
    word = form.lower()
    if word in _AND:
        return True
    if any(reading.nominative in kinds_of_bodies() for reading in noun_readings(word)):
        return False
    return bool(_RUSSIAN.fullmatch(form) and modifier_readings(word))


def _agrees_after(forms: Sequence[str]) -> bool:
    """«Речи Посполитой»; but «НИИ Лунинского» is his: an abbreviation shows no case to agree in."""
    if not any(reading.case for reading in head_readings(forms[0])):
        return False
    return _adjectival(forms[1]) and forms[1][:1].isupper() and _read(forms, 0, (1,)) is not None


def _double(word: str) -> tuple[Reading, ...]:
    """Каменске-Уральском, Славянске-на-Кубани: the halves agree, or the last one alone declines."""
    head, _, tail = word.rpartition("-")
    pairs = [(left, right) for left in noun_readings(head) for right in adjective_readings(tail)]
    agreeing = [(left, right) for left, right in pairs if right.agrees(left.gender, left.number, left.case)]
    return tuple(
        Reading(f"{left.nominative}-{right.nominative}", left.gender, left.number, left.case, left.cost)
        for left, right in agreeing
        if left.gender == right.gender
    )


def _respell(form: str, nominative: str) -> str:
    if declined := _DECLINED_ABBREVIATION.fullmatch(form):
        return declined[1]
    return respell(form, nominative)

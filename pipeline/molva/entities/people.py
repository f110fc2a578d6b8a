"""The nominative of a person's name: every word of it agrees in gender, number and case."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from molva.entities.agreement import UNSUPPORTED, UNTAGGED, Choice, Support, Tagged, agree, speaks, supported
from molva.entities.dictionary import SURE, person_readings
from molva.entities.lexicon import genders, word_list
from molva.entities.paradigms import paradigm_readings
from molva.entities.readings import Reading, fixed
from molva.entities.spelling import respell, title
from molva.lexicon.analyses import analyses_of
from molva.lexicon.folding import fold

_GENDERS = ("Masc", "Fem")
_DECLINED = re.compile(r"(?=.*[АЕЁИОУЫЭЮЯаеёиоуыэюя])[А-ЯЁа-яё][А-ЯЁа-яё'’-]+")
# Ямагути, Кобаяси, Виртаниеми: Japanese and Finnish surnames that look like a genitive
_IN_I = re.compile(r".{2,}(?:ути|дзуки|баяси|[гм]аки|саки|хаси|ниеми|нурми|лахти|ярви|мяки|коски)")
# Чавушоглу, Мамедзаде: «сын такого-то», which never declines
_SON_OF = re.compile(r".{2,}(?:оглу|оглы|кызы|заде)")
# What ends the Eastern names that decline: «Чжаньшу» is no dative of a «Чжаньш», no accusative of a «Чжаньша»
_EASTERN_END = re.compile(r"[йклмнпрть]$")
_SYLLABLE_LETTERS = 5
DATIVE_SURNAME = re.compile("[А-ЯЁ][а-яё]{2,}(?:[оеё]в|[иы]н)у")  # «Орехову», «Сагинтаеву»
# «Асан уулу», «Жолдош кызы»: what makes a father's name a patronymic, or a surname
CHILD_OF = frozenset("оглы оглу уулу улы кызы гызы".split())
_PATRONYMIC = re.compile(rf"(?:вич|[вч]н)(?:а|у|ем|е|ой|ы)?$|^(?:{'|'.join(CHILD_OF)})$")
FORCED = 0.9  # what a name that does not agree costs above its parts
# The stem of Ореховы and of Трубинские, the ending of the family, and that of a man and a woman of it
_OWN_FAMILY = ((r"(?:[оеё]в|[иы]н)", "ы", ("", "а")), ("[сц]к", "ие", ("ий", "ая")))
# Шнайдеры, Кулики: by their form they may be anything, of two who share a surname they are a family as well
_ANY_FAMILY = (
    (r"..(?<![оеё]в)(?<![иы]н)[бвдзлмнпрстфц]", "ы", ("", "")),
    ("..[гкхжчшщ]", "и", ("", "")),
)
_Family = Sequence[tuple[str, str, tuple[str, str]]]
_SEVERAL = 1.2
_SECOND_GIVEN = 0.4
_UNLIKE_FIRST = 0.2


def nominative_person(
    forms: Sequence[str], tagged: Tagged = UNTAGGED, support: Support = UNSUPPORTED
) -> list[str]:
    """The words of a person's name in the nominative, spelled as in ``forms``."""
    forms = _without_shouting(forms)
    choice = read_person(forms, tagged, support)
    if choice is None:
        return list(forms)
    readings = iter(choice.readings)
    return [respell(form, next(readings).nominative) if name else form for form, name in _names(forms)]


def one_of_family(given: str, surname: str, case: str) -> str:
    """The nominative of one of two who share a surname in the plural: «Анна и |Пётр Кулики|» are Анна and Пётр Кулик."""
    names = (given.lower(), surname.lower())
    single = _one_of_several(word_readings(names[1]), (*_OWN_FAMILY, *_ANY_FAMILY))
    choice = agree([_in_place(names, 0), single], Tagged((case,) * bool(case)), _GENDERS) if single else None
    if choice is None:
        return f"{given} {surname}"
    return " ".join(
        respell(form, r.nominative) for form, r in zip((given, surname), choice.readings, strict=True)
    )


def read_person(
    forms: Sequence[str], tagged: Tagged = UNTAGGED, support: Support = UNSUPPORTED
) -> Choice | None:
    """The best reading of the words of ``forms`` that decline; None when they do not agree."""
    words = tuple(form.lower() for form, name in _names(forms) if name)
    if not words:
        return None
    readings = _readings(words)
    if not any(speaks(support, of_word) for of_word in readings):
        return _agreeing(words, tagged)
    told = _heard_of(words, tagged.shown)
    return agree([supported(of_word, support, told) for of_word in readings], tagged, _GENDERS)


def _heard_of(words: Sequence[str], shown: str) -> Sequence[str]:
    """The genders in which other names may speak for a full one, by its given name or by what its verb shows.

    «Анну Громян» is no man though Сергей Громян is one, nor is Аймани Орехова, who has received something.
    """
    if len(words) == 1:
        return _GENDERS
    known = [r for r in word_readings(words[0]) if r.kind == "given" and r.cost < SURE]
    return (shown,) if shown else sorted({r.gender for r in known if r.gender}) or _GENDERS


@lru_cache(20_000)
def _readings(words: tuple[str, ...]) -> tuple[tuple[Reading, ...], ...]:
    return tuple(_in_place(words, i) for i in range(len(words)))


@lru_cache(20_000)
def _agreeing(words: tuple[str, ...], tagged: Tagged) -> Choice | None:
    return agree(_readings(words), tagged, _GENDERS)


def is_given(word: str) -> bool:
    """Whether a word, in any case, is a given name that the lists or the dictionary know."""
    lower = fold(word)
    known = any(r.kind == "given" and r.cost < SURE for r in person_readings(lower))
    return known or lower in genders("given") or lower in genders("common_given")


def is_one_persons(forms: Sequence[str]) -> bool:
    """«агентом |Рябовой Надеждой|», «президента |Пак Кын Хе|»: all words may stand in one case of one person's name."""
    read = read_person(forms)
    return read is not None and read.cost < FORCED


def ends_as_patronymic(word: str) -> bool:
    """«Ильиничной», «Олеговичу», «оглы»: a patronymic in any case, by its ending alone.

    Of a name in the nominative ``parts`` asks more, and so takes «Ильич» for one as well.
    """
    return bool(_PATRONYMIC.search(word.lower()))


def is_surname(word: str) -> bool:
    """Whether a word, as it stands, is a surname in the nominative as the dictionary has it, and no other word.

    «Орехов» is one, though nuts have such a genitive; «Справочно» and «Волга» are none.
    """
    lower = word.lower()
    others = (a for a in analyses_of(lower) if a.known and not a.grammemes & {"Surn", "Geox"})
    if any(a.pos != "NOUN" or "nomn" in a.grammemes for a in others):
        return False
    known = (r for r in word_readings(lower) if r.kind == "surname" and r.cost < SURE)
    return any(r.case in ("", "Nom") and r.number != "Plur" for r in known)


@lru_cache(20_000)
def word_readings(word: str) -> tuple[Reading, ...]:
    """All readings of one lower-case word of a person's name."""
    if "-" in word.strip("-"):
        return _double(word)
    if word in word_list("indeclinable") or _SON_OF.fullmatch(word) or _IN_I.fullmatch(word):
        return (fixed(word, kind="surname"), *_given(word))
    known = person_readings(word)
    sure = any(reading.cost < 0.3 for reading in known)
    by_table = paradigm_readings(word, declines=word not in genders("given") or word[-1] not in "аяь")
    readings = known + tuple(reading.dearer(0.3 if sure else 0.0) for reading in by_table) + _given(word)
    return _rare_dearer(_common(by_table) + readings)


def _common(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Readings as a form of a given name in common use: «Каю» of Кая, «Джорджии» of Джорджия."""
    common = genders("common_given")
    return tuple(
        Reading(r.nominative, common[fold(r.nominative)], r.number, r.case, 0.0, "given")
        for r in readings
        if fold(r.nominative) in common and r.gender in ("", common[fold(r.nominative)])
        if r.case and r.number == "Sing"
    )


def _rare_dearer(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """«Петра» is rather Пётр than Петра: beside a common given name a rare one costs more."""
    common = genders("common_given")
    if not any(fold(r.nominative) in common for r in readings if r.kind == "given"):
        return readings
    return tuple(
        r.dearer(0.5) if r.kind == "given" and fold(r.nominative) not in common else r for r in readings
    )


def _names(forms: Sequence[str]) -> list[tuple[str, bool]]:
    """Each form, and whether it is a word that may decline: no initial, particle or Latin word."""
    last = len(forms) - 1
    return [
        (form, bool(_DECLINED.fullmatch(form)) and not _particle(form, last=i == last))
        for i, form in enumerate(forms)
    ]


def _particle(form: str, *, last: bool) -> bool:
    """«фон», «дер», «бен», «оглы»; with a capital («Ван», «Де») only before another name."""
    return form.lower() in word_list("particles") and (form.islower() or not last)


def _in_place(words: Sequence[str], i: int) -> tuple[Reading, ...]:
    """The readings of word ``i``, weighed by its place in the name."""
    readings = word_readings(words[i])
    if len(words) > 1:
        # Илон Маск is no «several Илоны»: only surnames have a plural beside another name
        readings = tuple(r for r in readings if r.number != "Plur" or r.kind == "surname")
    last = i == len(words) - 1
    if last and i:
        readings = tuple(r.dearer(_behind_given(r, words[0])) for r in readings)
        readings += _one_of_several(readings)
    if len(words) > 1 and words[0] in word_list("asian"):
        return _eastern(words[i], last=last)
    if not last and i == 0 and any(reading.kind == "given" and reading.cost < 0.3 for reading in readings):
        readings = tuple(r if r.kind == "given" else r.dearer(0.4) for r in readings)
    if not last and len(words[i]) <= _SYLLABLE_LETTERS:
        # Мун Чжэ Ина, Ле Пен
        return (*readings, fixed(words[i], 1.3))
    return readings


def _behind_given(reading: Reading, first: str) -> float:
    """What makes a reading of the last word dearer behind another name, ``first``.

    «Линн |Трейси|» is no Трейся, for that is guessed to be a given name; «Марка |Лииту|» is rather a Лиита, for a
    dative would be «Марку».
    """
    if reading.kind == "given" and reading.case and reading.cost >= SURE:
        return _SECOND_GIVEN
    return _UNLIKE_FIRST if not reading.case and reading.nominative[-1] == "у" and first[-1] in "ая" else 0.0


def _one_of_several(readings: Sequence[Reading], families: _Family = _OWN_FAMILY) -> tuple[Reading, ...]:
    """«Анна и |Пётр Ореховы|», «Анны и |Петра Трубинских|»: beside one given name each is one of the family."""
    return tuple(
        Reading(r.nominative.removesuffix(several) + one, gender, "Sing", r.case, _SEVERAL, r.kind)
        for r in readings
        if r.number == "Plur"
        for stem, several, endings in families
        if re.search(stem + several + "$", r.nominative)
        for gender, one in zip(_GENDERS, endings, strict=True)
    )


def _eastern(word: str, *, last: bool) -> tuple[Reading, ...]:
    """Ким Чен Ына, Си Цзиньпина: only the last word of an Eastern name declines, and only a man's."""
    if not last:
        return (fixed(word, 0.0), *(reading.dearer(1.0) for reading in word_readings(word)))
    may = (r for r in paradigm_readings(word) if r.gender != "Fem" or not r.case)
    return tuple(r for r in may if not r.case or _EASTERN_END.search(r.nominative))


def _given(word: str) -> tuple[Reading, ...]:
    """A foreign given name from our own list: the gender is certain, the form stays."""
    gender = genders("given").get(word)
    return (fixed(word, 0.0, gender, "given"),) if gender else ()


def _double(word: str) -> tuple[Reading, ...]:
    """Салтыкова-Щедрина → both halves; Эль-Сиси, Жан-Поля → the last one."""
    head, _, tail = word.rpartition("-")
    if head in word_list("particles") and tail.endswith("и"):
        return (fixed(word, kind="surname"),)  # «Риядом аль-Малики»
    tails = _younger(tail) or word_readings(tail)
    if _surname_only(head):
        tails = tuple(r for r in tails if r.kind != "given")
    heads = (
        (fixed(head),)
        if _never_declines(head)
        else (fixed(head, 0.5), *word_readings(head), *_first_given(head))
    )
    joined: dict[tuple[str, str, str, str], Reading] = {}
    for left, right in product(heads, tails):
        reading = _join(left, right)
        if reading is not None:
            key = (reading.nominative, reading.gender, reading.number, reading.case)
            if key not in joined or reading.cost < joined[key].cost:
                joined[key] = reading
    return tuple(joined.values())


def _join(left: Reading, right: Reading) -> Reading | None:
    """Two halves that agree, as one reading."""
    gender, number, case = left.gender or right.gender, left.number or right.number, left.case or right.case
    if not right.agrees(gender, number, case) or not left.agrees(gender, number, case):
        return None
    kind = left.kind if left.kind == right.kind else "surname"
    nominative = f"{left.nominative}-{right.nominative}"
    return Reading(nominative, gender, number, case, left.cost + right.cost, kind)


def _surname_only(head: str) -> bool:
    """«Попова-|Белая|»: behind a surname stands another one, and not the «Бела» of «Белой»."""
    kinds = {r.kind for r in word_readings(head) if r.cost < SURE}
    return "surname" in kinds and "given" not in kinds


def _never_declines(head: str) -> bool:
    """Аль-, Эль-, Жан-, Сен-: half a name that keeps its form before the hyphen."""
    return head in word_list("particles") or head in word_list("first_halves")


def _first_given(head: str) -> tuple[Reading, ...]:
    """Жан-Поля, Касым-Жомарту: the first of two given names keeps its form and tells the gender."""
    given = [r for r in word_readings(head) if r.kind == "given" and r.case == "Nom" and r.number == "Sing"]
    return tuple(fixed(head, 0.0, r.gender, "given") for r in given)


def _younger(tail: str) -> tuple[Reading, ...]:
    """Буша-младшего → Буш-младший."""
    if not tail.startswith(("младш", "старш")):
        return ()
    return tuple(reading for reading in paradigm_readings(tail) if reading.nominative[-2:] in ("ий", "ая"))


def _without_shouting(forms: Sequence[str]) -> list[str]:
    """«СЕРГЕЯ ЛАВРОВА» in a headline → «Сергея Лаврова»; initials stay."""
    names = [form for form in forms if _DECLINED.fullmatch(form)]
    shouted = bool(names) and all(form.isupper() for form in names)
    return [title(form) if shouted and _DECLINED.fullmatch(form) else form for form in forms]

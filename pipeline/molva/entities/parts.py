"""The parts of a person's name: given name, patronymic, surname, initials, and the gender they show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from molva.entities.agreement import Tagged
from molva.entities.dictionary import SURE
from molva.entities.lexicon import genders, word_list
from molva.entities.people import read_person, word_readings

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])*\.?")
_INITIAL = re.compile(r"[^\W\d_]\.?|(?:Дж|Ю|Ж|Ч|Дз)\.")
_PATRONYMIC = re.compile(r"(?:[оеё]вич|[оеё]вна|ична|инична|ьич|ич)$")
_OF_WOMEN = re.compile(r"(?:ов|ев|ёв|слав)на$")  # no surname ends so
_NOBLE = frozenset("фон де ди да дю дель делла".split())
_RUSSIAN = re.compile(r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая)|енко|[уюя]к|ян|дзе|швили|ич)$")
_NOMINATIVE = Tagged(cases=("Nom",) * 3, numbers=("Sing",) * 3)


@dataclass(frozen=True, slots=True)
class NameParts:
    """A person's name taken apart; missing parts are empty.

    ``initials`` stand without dots, the given name's first. ``gender`` is Masc, Fem, or empty
    where the name does not tell («Шевченко»).
    """

    given: str = ""
    patronymic: str = ""
    surname: str = ""
    initials: tuple[str, ...] = ()
    gender: str = ""


@lru_cache(20_000)
def name_parts(name: str) -> NameParts:
    """Take a nominative name apart: «С. В. Лавров» → surname Лавров, initials С, В."""
    words = _WORD.findall(name)
    initials = tuple(word.rstrip(".") for word in words if _INITIAL.fullmatch(word))
    full = [word.rstrip(".") for word in words if not _INITIAL.fullmatch(word)]
    given, patronymic, surname = _split(full, initials=bool(initials))
    return NameParts(given, patronymic, surname, initials, _gender(full))


def _split(words: Sequence[str], *, initials: bool) -> tuple[str, str, str]:
    """Given name, patronymic and surname, by how the words look and in which order they stand."""
    if not words:
        return "", "", ""
    patronymic = next((i for i, word in enumerate(words) if i and _is_patronymic(words, i)), None)
    if patronymic is not None:
        # Наталья Петровна Абдурахманова; Абдурахманова Наталья Петровна
        others = [*words[: patronymic - 1], *words[patronymic + 1 :]]
        return words[patronymic - 1], words[patronymic], " ".join(others)
    if len(words) == 1:
        alone = not initials and _is_given(words[0]) and not _is_surname(words[0])
        return (words[0], "", "") if alone else ("", "", words[0])
    if initials or _begins_surname(words):
        return "", "", " ".join(words)
    if words[0].lower() in word_list("asian") and (len(words) > 2 or not _is_given(words[0])):
        # Си Цзиньпин, Ким Чен Ын: the surname opens an Eastern name
        return " ".join(words[1:]), "", words[0]
    if (
        len(words) == 2
        and _RUSSIAN.search(words[0].lower())
        and _is_given(words[1])
        and not _is_given(words[0])
    ):
        # Иванов Пётр: the order of lists and forms; Глинис Джонс stands in the usual one
        return words[1], "", words[0]
    return words[0], "", " ".join(words[_surname_start(words) :])


def _begins_surname(words: Sequence[str]) -> bool:
    """«Фон дер Ляйен», «Де Голль»: a particle at the beginning stands before no given name; «Ван Мэйлин» has one."""
    first, second = words[0].lower(), words[1].lower()
    return first in word_list("particles") and (first in _NOBLE or second in word_list("particles"))


def _surname_start(words: Sequence[str]) -> int:
    """Урсула |фон дер Ляйен, Марин |Ле Пен, Реджеп Тайип |Эрдоган."""
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in word_list("particles"):
        start -= 1
    return start


def _is_patronymic(words: Sequence[str], i: int) -> bool:
    """«Петрович», «Равильевна» after a given name; a Serbian surname in -ич («Александр Вучич») is none."""
    word = words[i].lower()
    if not _PATRONYMIC.search(word) or not _is_given(words[i - 1]):
        return False
    known = any(r.kind == "patronymic" and r.cost < SURE for r in word_readings(word))
    return len(words) > 2 or known or _OF_WOMEN.search(word) is not None


def _is_given(word: str) -> bool:
    readings = word_readings(word.lower())
    return word.lower() in genders("given") or any(
        r.kind == "given" and _nominative(r.case, r.cost) for r in readings
    )


def _is_surname(word: str) -> bool:
    readings = word_readings(word.lower())
    return any(r.kind == "surname" and r.case == "Nom" and r.cost < 0.2 for r in readings)


def _nominative(case: str, cost: float) -> bool:
    return case in ("", "Nom") and cost < SURE


def _gender(words: Sequence[str]) -> str:
    """The gender that the words agree in, or nothing when they agree as well in the other one."""
    costs = {}
    for gender in ("Masc", "Fem"):
        choice = read_person(words, Tagged(_NOMINATIVE.cases, (gender,) * 20, _NOMINATIVE.numbers))
        if choice is not None and choice.gender == gender and choice.case == "Nom":
            costs[gender] = choice.cost
    if len(costs) == 1:
        return next(iter(costs))
    if costs and abs(costs["Masc"] - costs["Fem"]) > SURE / 2:
        return min(costs, key=lambda gender: costs[gender])
    return ""

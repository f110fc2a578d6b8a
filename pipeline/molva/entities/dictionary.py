"""Readings from the dictionary: known words, and unknown ones by their likeness to known ones."""

import re
from functools import lru_cache

from molva.entities.readings import Reading
from molva.lexicon.analyses import Analysis, analyses_of

_CASE = {
    "nomn": "Nom", "gent": "Gen", "gen1": "Gen", "gen2": "Gen", "datv": "Dat", "accs": "Acc",
    "acc2": "Acc", "ablt": "Ins", "loct": "Loc", "loc1": "Loc", "loc2": "Loc",
}  # fmt: skip
_GENDER = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
_NUMBER = {"sing": "Sing", "plur": "Plur"}
_PEOPLE = {"Name": "given", "Patr": "patronymic", "Surn": "surname"}
_NAMES = frozenset({*_PEOPLE, "Geox", "Orgn", "Trad", "Init"})
SURE = 0.35  # the cost up to which a reading is the dictionary's own
_GUESSED = 0.8
_UNLIKELY = 0.25
_SEVERAL = 2.0
# a «управление»: «региональное |ГУ| МЧС», «областное |УФАС|»; what begins with these letters may be a «университет» or a «завод»
_OFFICE = re.compile("г?у(?:мвд|вд|фсб|фас|фсин|фссп|фмс|фнс|гибдд)|[гсм]у")
# учители found a doctrine; those of a school are учителя
_USUAL_PLURALS = {"учители": "учителя"}


@lru_cache(20_000)
def person_readings(word: str) -> tuple[Reading, ...]:
    """Readings of a lower-case word as a part of a person's name, from the dictionary."""
    found, analyses = [], _analyses(word)
    for analysis in analyses:
        kind = next((kind for mark, kind in _PEOPLE.items() if mark in analysis.grammemes), "")
        if analysis.pos == "NOUN" and (kind or analysis.known):
            cost = 0.0 if kind else 0.7 if "anim" in analysis.grammemes else 0.9
            cost += 0.0 if analysis.known else _GUESSED
            found.append(_reading(word, analysis, kind or "surname", cost + _seldom(analysis, analyses)))
    return tuple(reading for reading in found if reading.gender != "Neut")


def given_cases(word: str) -> set[str]:
    """The cases in which a word may be a given name that the dictionary knows; none if it never declines."""
    cases = {r.case for r in person_readings(word) if r.kind == "given" and r.cost < SURE}
    return set() if "" in cases else cases


@lru_cache(20_000)
def noun_readings(word: str) -> tuple[Reading, ...]:
    """Readings of a lower-case word as a noun, the likelier the cheaper."""
    return _of_speech(word, ("NOUN",), "noun")


@lru_cache(20_000)
def unchanging_gender(word: str, *, abbreviated: bool = False) -> str:
    """The gender of a noun that the dictionary has as indeclinable: «минобороны», «мвд»; empty without one, or with two.

    Of an abbreviation also that of one that some decline: «вестрийского |МИД|».
    """
    if abbreviated and _OFFICE.fullmatch(word):
        return "Neut"
    marks = {"Fixd", "Abbr", "Orgn"} if abbreviated else {"Fixd"}
    unchanging = (a for a in _analyses(word) if a.known and a.pos == "NOUN" and a.grammemes & marks)
    genders = {_value(_GENDER, analysis.grammemes) for analysis in unchanging}
    return genders.pop() if len(genders) == 1 else ""


@lru_cache(20_000)
def likeliest_nominative(word: str) -> str:
    """The nominative of the first of ``noun_readings``, without the work of the others; empty where none is."""
    noun = next((analysis for analysis in _analyses(word) if analysis.pos == "NOUN"), None)
    return "" if noun is None else _reading(word, noun, "noun", 0.0).nominative


@lru_cache(20_000)
def each_of_several(word: str) -> tuple[Reading, ...]:
    """A plural as the one thing that an adjective in the singular picks out of it.

    «Сумской и |Запорожской областей»: the second name is «Запорожская область».
    """
    plural = [a for a in _analyses(word) if a.known and a.pos == "NOUN" and "plur" in a.grammemes]
    singular = [(a, a.inflect("sing", "nomn")) for a in plural if "Pltm" not in a.grammemes]
    return tuple(
        Reading(one, _value(_GENDER, a.grammemes), "Sing", _value(_CASE, a.grammemes), _SEVERAL)
        for a, one in singular
        if one is not None
    )


@lru_cache(20_000)
def each_of_several_adjective(word: str) -> tuple[Reading, ...]:
    """A plural adjective that a singular one picks one thing out of: «Сумской |народных| республик» → «народная»."""
    plural = [a for a in _analyses(word) if a.known and a.pos == "ADJF" and "plur" in a.grammemes]
    return tuple(
        Reading(one, gender, "Sing", _value(_CASE, a.grammemes), _SEVERAL, "adjective")
        for a in plural
        for mark, gender in _GENDER.items()
        if (one := a.inflect("sing", mark, "nomn")) is not None
    )


@lru_cache(20_000)
def adjective_readings(word: str) -> tuple[Reading, ...]:
    """Readings of a lower-case word as an adjective, a participle or an adjectival pronoun."""
    return _of_speech(word, ("ADJF", "PRTF"), "adjective")


@lru_cache(20_000)
def is_common(word: str) -> bool:
    """Whether the dictionary knows a lower-case word, and never as a name."""
    known = [analysis for analysis in analyses_of(word) if analysis.known]
    return bool(known) and all(analysis.grammemes.isdisjoint(_NAMES) for analysis in known)


def _analyses(word: str) -> list[Analysis]:
    """The analyses without the vocative: «Илон» is no call to Илона."""
    return [analysis for analysis in analyses_of(word) if "voct" not in analysis.grammemes]


def _of_speech(word: str, speech: tuple[str, ...], kind: str) -> tuple[Reading, ...]:
    found = [analysis for analysis in _analyses(word) if analysis.pos in speech]
    return tuple(
        _reading(word, one, "place" if "Geox" in one.grammemes else kind, _cost(one, found)) for one in found
    )


def _cost(analysis: Analysis, analyses: list[Analysis]) -> float:
    """A body is seldom called by a person's name, and a guess is worth less than a known word."""
    cost = 2 * _seldom(analysis, analyses) + (0.0 if analysis.known else _GUESSED)
    return cost + (0.5 if not analysis.grammemes.isdisjoint(_PEOPLE) else 0.0)


def _seldom(analysis: Analysis, analyses: list[Analysis]) -> float:
    """From 0 for the likeliest reading of a form to a quarter for one that never occurs."""
    return _UNLIKELY * (1 - analysis.score / max(other.score for other in analyses))


def _reading(word: str, analysis: Analysis, kind: str, cost: float) -> Reading:
    gender, number, case = _shown(analysis.grammemes)
    if "Fixd" in analysis.grammemes:
        return Reading(word, gender, number, case, cost, kind)
    return Reading(_nominative(word, analysis, gender), gender, number, case, cost, kind)


def _nominative(word: str, analysis: Analysis, gender: str) -> str:
    """The nominative of a form; one that is a nominative already stays: «инспектора» are no «инспекторы»."""
    if "Supr" in analysis.grammemes:
        return _superlative(word, gender)
    if "nomn" in analysis.grammemes:
        return analysis.spelt
    found = analysis.inflect("nomn") or word
    return _USUAL_PLURALS.get(found, found)


@lru_cache(4_000)
def _shown(marks: frozenset[str]) -> tuple[str, str, str]:
    """Gender, number and case of what bears these marks; the plural has no gender."""
    if "Fixd" in marks:
        return ("", "Plur", "") if "Pltm" in marks else (_value(_GENDER, marks), "", "")
    number = _value(_NUMBER, marks)
    return "" if number == "Plur" else _value(_GENDER, marks), number, _value(_CASE, marks)


def _superlative(word: str, gender: str) -> str:
    """«Высшей» is «высшая»; the dictionary would make it «высочайшая»."""
    return word[: word.rindex("ш") + 1] + {"Masc": "ий", "Fem": "ая", "Neut": "ее"}.get(gender, "ие")


def _value(values: dict[str, str], marks: frozenset[str]) -> str:
    return next((value for mark, value in values.items() if mark in marks), "")

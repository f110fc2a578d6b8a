"""Readings from the dictionary: known words, and unknown ones by their likeness to known ones."""

from functools import lru_cache
from typing import Any

import pymorphy3

from molva.entities.readings import Reading

_CASE = {
    "nomn": "Nom", "gent": "Gen", "gen1": "Gen", "gen2": "Gen", "datv": "Dat", "accs": "Acc",
    "acc2": "Acc", "ablt": "Ins", "loct": "Loc", "loc1": "Loc", "loc2": "Loc",
}  # fmt: skip
_GENDER = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
_NUMBER = {"sing": "Sing", "plur": "Plur"}
_PEOPLE = {"Name": "given", "Patr": "patronymic", "Surn": "surname"}
_GUESSED = 0.8
_UNLIKELY = 0.25
_ANALYZER = pymorphy3.MorphAnalyzer()


@lru_cache(50_000)
def person_readings(word: str) -> tuple[Reading, ...]:
    """Readings of a lower-case word as a part of a person's name, from the dictionary."""
    found, parses = [], _parses(word)
    for parse in parses:
        kind = next((kind for mark, kind in _PEOPLE.items() if mark in parse.tag), "")
        if parse.tag.POS == "NOUN" and (kind or parse.is_known):
            cost = 0.0 if kind else 0.7 if "anim" in parse.tag else 0.9
            cost += 0.0 if parse.is_known else _GUESSED
            found.append(_reading(parse, kind or "surname", cost + _seldom(parse, parses)))
    return tuple(reading for reading in found if reading.gender != "Neut")


@lru_cache(50_000)
def noun_readings(word: str) -> tuple[Reading, ...]:
    """Readings of a lower-case word as a noun, the likelier the cheaper."""
    return _of_speech(word, ("NOUN",), "noun")


@lru_cache(50_000)
def adjective_readings(word: str) -> tuple[Reading, ...]:
    """Readings of a lower-case word as an adjective, a participle or an adjectival pronoun."""
    return _of_speech(word, ("ADJF", "PRTF"), "adjective")


def is_known(word: str) -> bool:
    """Whether the dictionary has the word itself."""
    return bool(_ANALYZER.word_is_known(word))


def marks(word: str) -> frozenset[str]:
    """All marks of the known readings of a word: Name, Surn, Geox, Orgn, Abbr, …"""
    parses = [parse for parse in _ANALYZER.parse(word) if parse.is_known]
    return frozenset(mark for parse in parses for mark in parse.tag.grammemes)


def _parses(word: str) -> list[Any]:
    """The analyses without the vocative: «Илон» is no call to Илона."""
    return [parse for parse in _ANALYZER.parse(word) if "voct" not in parse.tag]


def _of_speech(word: str, speech: tuple[str, ...], kind: str) -> tuple[Reading, ...]:
    parses = [parse for parse in _parses(word) if parse.tag.POS in speech]
    return tuple(_reading(parse, "place" if "Geox" in parse.tag else kind, _cost(parse, parses)) for parse in parses)


def _cost(parse: Any, parses: list[Any]) -> float:
    """A body is seldom called by a person's name, and a guess is worth less than a known word."""
    cost = 2 * _seldom(parse, parses) + (0.0 if parse.is_known else _GUESSED)
    return cost + (0.5 if any(mark in parse.tag for mark in _PEOPLE) else 0.0)


def _seldom(parse: Any, parses: list[Any]) -> float:
    """From 0 for the likeliest reading of a form to a quarter for one that never occurs."""
    best = max(other.score for other in parses)
    return _UNLIKELY * (1 - float(parse.score) / best)


def _reading(parse: Any, kind: str, cost: float) -> Reading:
    tag = parse.tag
    nominative = parse.inflect({"nomn"})
    word = parse.word if "Fixd" in tag or nominative is None else nominative.word
    case = "" if "Fixd" in tag else _CASE.get(str(tag.case), "")
    number = "" if "Fixd" in tag and "Pltm" not in tag else _NUMBER.get(str(tag.number), "")
    gender = "" if number == "Plur" else _GENDER.get(str(tag.gender), "")
    return Reading(word, gender, number, case, cost, kind)

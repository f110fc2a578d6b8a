"""Sentences glued together: «Паром стоит.Рыбаки ждут», the space behind the stop forgotten, or lost by who copied the text."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from molva.lexicon.analyses import analyses_of
from molva.tokens.marks import Pair

STOPS = frozenset({".", "!", "?", "…", "..."})
# Short forms that a name follows, whatever its first word: «ст. О торговле», «ул. За рекой», «проф.Зуев».
OF_NAMES = frozenset(
    "ст п пп гл ул пер пос дер пл пр-т бул изд кн газ наб просп проф акад реж худ респ обл корп".split()
)
_CLOSING = frozenset('»”“")%')
_SMALL, _CAPITAL = re.compile("[а-яё]+"), re.compile("[А-ЯЁ][а-яё]*(?:-[А-ЯЁ][а-яё]+)*")
_SHORTEST = 3  # letters of a word that a stop ends without a space: «им.Чехова» is no such
_LONE = 4  # letters of a word that is a line's last sentence: «Паром стоит.|Подробнее|»
_DOMAINS = frozenset({"Ру", "Рф", "Ком"})  # «газета.Ру»
# «паром стоит.|ТАСС|», «….|РИА| Новости», «….|ПортТВ|»: a medium or a rubric signs the text
_SIGNED = re.compile("[А-ЯЁ]{3,}|[А-ЯЁ]+-[А-ЯЁ][А-ЯЁа-яё]+|[А-ЯЁ][а-яё]+[А-ЯЁ]+[а-яё]*")
_LATIN = re.compile("[A-Z][a-z]{3,}")  # «паром стоит.|Sputnik| Ялуга»
# «сказал |Зуев|.Директор ушёл»: endings of surnames, which no half of a site's name has, unlike «Яндекс.Такси»
_SURNAME = re.compile(
    "[А-ЯЁ][а-яё]+(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|[оеё]вой|[иы]ной|[оеё]вым|[иы]ным|[оеё]ву|[иы]ну|ск(?:ий|ого|ому|им|ая|ой))"
)
_DASHES = frozenset("—–-")
_HE = frozenset({"он", "их", "её", "ее"})  # «сказал он.|Мост| цел»
_SPEECH = 3  # words in marks that may be a name: «газета.«Новый край»»
_YEAR = re.compile(r"\d{2,4}")


def glued(forms: Sequence[str], space_before: Sequence[bool]) -> Iterator[int]:
    """«Паром стоит.|Рыбаки ждут»: the words that begin a sentence right behind a stop, without a space."""
    for i in [i for i, form in enumerate(forms[:-1]) if i > 1 and form in STOPS and not space_before[i + 1]]:
        if _ends(forms, i) and _begins(forms, space_before, i + 1):
            yield i + 1


def speech_glued(forms: Sequence[str], space_before: Sequence[bool], pairs: Sequence[Pair]) -> Iterator[int]:
    """«сообщили в МЧС.|«Мост| цел», — добавили там»: the marks that open speech right behind a stop, without a space."""
    for mark in (pair.open for pair in pairs if _is_speech(pair, forms)):
        if mark > 1 and forms[mark - 1] == "." and not space_before[mark] and not space_before[mark - 1]:
            word, first = forms[mark - 2], forms[mark + 1]
            whole = _ends(forms, mark - 1) or len(word) > 1 and word.isalpha() and word[0].isupper()
            if whole and _CAPITAL.fullmatch(first) and space_before[mark + 2]:
                yield mark


def _is_speech(pair: Pair, forms: Sequence[str]) -> bool:
    """«Мост цел», — добавили; «Мост цел и открыт»: the author's words follow, or it is long."""
    if pair.close is None:
        return False
    behind = forms[pair.close + 1] if pair.close + 1 < len(forms) else ""
    return behind == "," or behind in _DASHES or pair.close > pair.open + _SPEECH


def _ends(forms: Sequence[str], stop: int) -> bool:
    """«|стоит|.», «на 41 |%|.», «|Зуев|.», «в |2019|.»: whether a sentence, and no short form or name, ends at a stop."""
    word = forms[stop - 1]
    if _YEAR.fullmatch(word):  # «20.|Мост»: in a list
        return stop > 1 and forms[stop - 2].isalpha() and forms[stop - 2].lower() not in OF_NAMES
    whole = len(word) >= _SHORTEST and _SMALL.fullmatch(word.replace("-", "")) and word not in OF_NAMES
    if whole or word in _CLOSING or word in _HE or _SURNAME.fullmatch(word):
        return True
    short = len(word) > 1 and word.isupper() and word.isalpha()  # «в США.|Зуев| уехал», but «Г.Зуев»
    return short and _SURNAME.fullmatch(forms[stop + 1]) is not None or _is_oblique(word)


@lru_cache(2_000)
def _is_oblique(word: str) -> bool:
    """«о делах |Турции|.Зуев уехал»: a name in a case that no site is called by: «Россия.Факты»."""
    if not _CAPITAL.fullmatch(word) or len(word) <= _SHORTEST:
        return False
    readings = [one for one in analyses_of(word) if one.known]
    return bool(readings) and all(one.pos == "NOUN" and "nomn" not in one.grammemes for one in readings)


def _begins(forms: Sequence[str], space_before: Sequence[bool], first: int) -> bool:
    """«.|Рыбаки| ждут», «.|Фото|: Зуев», «.|ТАСС|», «.|Порт|.рф»: whether a sentence begins, and no address goes on."""
    word, behind = forms[first], forms[first + 1 : first + 3]
    if word in _DASHES:  # «Паром цел.|—| Ждём, — сказал он»
        return len(behind) > 1 and space_before[first + 1] and behind[0].istitle()
    if _SIGNED.fullmatch(word) or _LATIN.fullmatch(word) and _SMALL.fullmatch(forms[first - 2]):
        return True
    if not _CAPITAL.fullmatch(word) or word in _DOMAINS:
        return False
    if not behind:
        return len(word) >= _LONE
    address = behind[0] == "." and len(behind) > 1 and behind[1].islower() and not space_before[first + 2]
    return (
        space_before[first + 1]
        or behind[0] in {":", ","}
        or address
        and _SMALL.fullmatch(forms[first - 2]) is not None
    )

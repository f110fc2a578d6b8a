"""A nominative found in lower case, spelled as the text spells the word."""

import re
from functools import lru_cache

from molva.lexicon.folding import fold

_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC, _ALIKE = "АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx"
_LOOKS_LATIN = re.compile(rf"[A-Za-z{_CYRILLIC}]*")
_TO_LATIN = str.maketrans(_CYRILLIC, _ALIKE)


@lru_cache(20_000)
def respell(original: str, nominative: str) -> str:
    """Give ``nominative`` the capitals and the е or ё of ``original``.

    «Пугачеву», «пугачёв» → «Пугачев»; «МИДа», «мид» → «МИД»; «ЛУКОЙЛом», «лукойл» → «ЛУКОЙЛ».
    Both halves of a double name keep their capitals: «Римскому-Корсакову» → «Римский-Корсаков».
    """
    halves, found = original.split("-"), nominative.split("-")
    if len(halves) != len(found):
        return _respell(original, nominative)
    return "-".join(_respell(half, part) for half, part in zip(halves, found, strict=True))


def title(word: str) -> str:
    """Each part of a hyphenated word with a capital: «САЛТЫКОВ-ЩЕДРИН» → «Салтыков-Щедрин»."""
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def one_script(word: str) -> str:
    """A Latin word with a Cyrillic letter that looks alike set right: «СNN» → «CNN»."""
    if not _LATIN.search(word) or not _LOOKS_LATIN.fullmatch(word):
        return word
    return word.translate(_TO_LATIN)


def _respell(original: str, nominative: str) -> str:
    same = [a == b for a, b in zip(fold(original), fold(nominative), strict=False)]
    common = same.index(False) if False in same else len(same)
    tail = nominative[common:]
    return original[:common] + (tail.upper() if _shouts(original) else tail)


def _shouts(word: str) -> bool:
    return len(word) > 1 and word.isupper()

"""How much some bytes look like Russian when they are read in a given code page.

The old encodings of Russian (cp1251, koi8-r, cp866, that of the Macintosh, and UTF-8 taken for one of
them) differ in which letters come out, so the frequency of letters tells them apart from a few words on.
The same bytes read in the wrong page also put capitals in the middle of words: cp1251 and
koi8-r have their capitals where the other has its small letters («оПХБЕР» for «Привет»).
"""

import math
import re
from collections import Counter
from collections.abc import Iterable

_RARE, _RARER = "mac-cyrillic", 2.5
CODE_PAGES = ("cp1251", "koi8-r", "cp866", _RARE)

# Letters of Russian news per thousand, ё as in texts that write it.
_PER_MILLE = {
    "о": 109, "е": 84.6, "а": 80, "и": 73, "н": 67, "т": 63, "с": 55, "р": 47, "в": 45, "л": 44, "к": 35,
    "м": 32, "д": 30, "п": 28, "у": 26, "я": 20, "ы": 19, "ь": 17, "г": 17, "з": 16, "б": 16, "ч": 14,
    "й": 12, "х": 10, "ж": 9, "ш": 7, "ю": 6, "ц": 5, "щ": 4, "э": 3, "ф": 3, "ъ": 0.4, "ё": 4,
}  # fmt: skip
_LETTER = {letter: math.log(share / 1000) for letter, share in _PER_MILLE.items()}
_MARK, _FOREIGN_LETTER, _JUNK = -4.5, -7.0, -11.0
# Small letters are likelier; a capital after one of them is not Russian.
_CAPITAL, _INNER_CAPITAL = -0.1, -5.0
_MARKS = frozenset("«»„“”‘’–—…№•§°·©®™€\xa0\xad")
_CAPITAL_INSIDE = re.compile("[а-яё][А-ЯЁ]")

# The 120 commonest pairs of letters: three quarters of all pairs in running text.
_PAIRS = re.compile(
    "(?=(?:"
    + "|".join(
        (
            "ав ад аз ак ал ам ан ар ас ат бл бо бы ва ве ви вл во вс вы го да де ди дн до ду ев ег ед ей ек "
            "ел ем ен ер ес ет же за ив ие из ии ий ик ил им ин ир ис ит их ия ка ки ко кт ку ла ле ли ло ль "
            "ля ма ме ми мо на не ни нн но нт ны об ов ог од ой ок ол ом он ор ос от па пе по пр ра ре ри ро "
            "ру ры са се си ск сл со сс ст ся та тв те ти то тр ть ци ча че чт ых ьн"
        ).split()
    )
    + "))"
)
_PAIR = 1.0

# Russian text scores about -2.5 a letter, a word or two no less than -4; random bytes and UTF-8
# taken for a code page score -5 and below.
READABLE = -4.8


def code_page(pieces: Iterable[bytes]) -> str | None:
    """The Cyrillic code page in which the bytes read best, or None if they read badly in all."""
    sums = {page: [0.0, 0] for page in CODE_PAGES}
    for piece in pieces:
        for page in list(sums):
            try:
                text = piece.decode(page)
            except UnicodeDecodeError:
                del sums[page]
            else:
                total, count = weigh(text)
                sums[page][0] += total
                sums[page][1] += count
    if _RARE in sums:
        sums[_RARE][0] -= _RARER  # it has the small letters of cp1251: «Январь» is «январь» in it
    means = {page: total / max(count, 1) for page, (total, count) in sums.items()}
    best = max(means, key=means.__getitem__, default=None)
    return best if best and means[best] > READABLE else None


def weigh(text: str) -> tuple[float, int]:
    """The summed log-likelihood of the characters outside ASCII, and how many there are."""
    counts = Counter(char for char in text if char > "\x7f")
    total = sum(_weight(char) * n for char, n in counts.items())
    total += _PAIR * len(_PAIRS.findall(text.lower())) + _INNER_CAPITAL * len(_CAPITAL_INSIDE.findall(text))
    return total, counts.total()


def _weight(char: str) -> float:
    """How much a character speaks for a page in which it is what the bytes mean."""
    letter = char.lower()
    if letter in _LETTER:
        return _LETTER[letter] + (_CAPITAL if char != letter else 0)
    if char in _MARKS:
        return _MARK
    return _FOREIGN_LETTER if char.isalpha() else _JUNK

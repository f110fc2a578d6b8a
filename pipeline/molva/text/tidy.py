"""A text as a reader sees it: invisible marks gone, exotic spaces plain, accents composed.

The original text is never changed. ``tidy`` gives a clean copy for tools that stumble over the
marks, and with every clean character the place it came from, so that whatever is found in the
copy can be shown in the original.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

LINE_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"

# Letters that look alike in both scripts.
_LATIN, _CYRILLIC = "ABCEHKMOPTXYaceopxy", "АВСЕНКМОРТХУасеорху"
_TO_CYRILLIC, _TO_LATIN = str.maketrans(_LATIN, _CYRILLIC), str.maketrans(_CYRILLIC, _LATIN)

_VOWELS = "аеёиоуыэюяіїєАЕЁИОУЫЭЮЯІЇЄ"
_ACCENTS = "\u0300\u0301\u0340\u0341"
_STRESSED = str.maketrans({"ѐ": "е", "ѝ": "и", "Ѐ": "Е", "Ѝ": "И"})

_MARKS = r"\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0"
_SPACES = r"\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HIDDEN = (  # control characters that are not white space, soft hyphens, marks of direction
    r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
    r"\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
)
_ALIASES = r"\u0374\u037e\u0387\u1f71-\u1ffd\u2126\u212a\u212b\u2329\u232a\uf900-\ufaff"

# Tags that scrapers leave in a text: they end a line.
TAG = r"(?i:</?(?:br|p)(?:\s[^<>]{0,200})?/?>)"
# <<Деньги есть>>: marks typed as two signs of comparison; \"Деньги есть\": straight ones that a program has escaped
_OPENS, _CLOSES = r"(?<![<\w])<<(?=[\w«\"„“(…])", r"(?<=[\w.,!?…»\"”)%])>>(?![>\w])"
_ESCAPED = r'\\"'
_TYPED = {"<<": "«", ">>": "»", '\\"': '"'}
# «Пётр #Зуев: …», «в #Ялуге закрыт мост»: a tag of a post that is a word of its sentence, which goes on or ends behind it
_TAGGED = (
    r"(?<!\S)\#(?=[А-ЯЁ][А-ЯЁа-яё-]*(?:[:,]\s|\ [а-яё—–])"
    r"|(?<=[\w,—–]\s\#)[А-ЯЁа-яё-]+(?:[:,»)]|\.(?!\S)|\ [А-ЯЁа-яё—–«(]))"
)
# «#Зуев» as a word of its own: of a name the sign is no part, of «#новости» it is
_TAG_OF_NAME = re.compile(r"^#(?=[А-ЯЁ])")

# Everything that is looked at more closely; a text without any of it is clean as it stands.
_UNTIDY = re.compile(
    r"(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"  # &laquo; &#8212;
    rf"|(?P<tag>{TAG})"
    rf"|(?P<mark>{_OPENS}|{_CLOSES}|{_ESCAPED})"
    rf"|(?P<tagged>{_TAGGED})"
    rf"|(?P<space>[{_SPACES}])"  # 10 000 with a hard space
    rf"|(?P<hidden>[{_HIDDEN}]"
    r"|(?<=\w)\u200d|\u200d(?=\w))"  # a joiner between letters; between emoji it makes one picture of two
    rf"|(?P<accent>.[{_MARKS}]+|[ѐѝЀЍ])"  # зАмок
    rf"|(?P<alias>[{_ALIASES}])"
    r"|(?P<mixed>(?:[A-Za-z]+[А-Яа-яЁё]|[А-Яа-яЁё]+[A-Za-z])[A-Za-zА-Яа-яЁё]*"
    rf"(?![{_MARKS}]))",  # «cообщил» with a Latin «c»
    re.DOTALL,
)
# The hyphen and the line break inside «котель-⏎ную», which the tokenizer has found to be one word.
DIVIDING = re.compile(rf"(?<=[А-ЯЁа-яё])-[ \t]*(?:\r\n|[{LINE_BREAKS}])[ \t]*(?=[а-яё])")
_TIDY = re.compile("[А-Яа-яЁё0-9-]+|[A-Za-z0-9-]+")  # most words
_ACCENTED = re.compile(f"[{_MARKS}ѐѝЀЍ]")
# A Latin letter beside a Russian one: few texts have many of the former, and the search jumps from one to the next.
_MIXED = re.compile("[A-Za-z](?:(?=[А-Яа-яЁё])|(?<=[А-Яа-яЁё].))")
_TAG = re.compile(TAG)
_ALL_HIDDEN = re.compile(f"[{_HIDDEN}]+|{TAG}")
_SUSPECT = re.compile(rf"[&<#\\\u200d{_SPACES}{_HIDDEN}{_ALIASES}]|>>")


@dataclass(frozen=True, slots=True)
class Tidied:
    """A clean text and, for each of its characters, the code point it came from.

    ``starts`` has one entry more than ``text`` has characters: the length of the original. It
    never falls. What was removed lies between the entries.
    """

    text: str
    starts: range | list[int]


def tidy(text: str) -> Tidied:
    """Clean a text.

    Removed: soft hyphens, zero-width and direction marks, control characters, stress marks over
    Russian vowels, the # of a tag that is a word of its sentence. Replaced: the tags <br> and <p> by a line break, << and >> by « and », an escaped mark by the mark, HTML entities by their character, exotic spaces by the plain one,
    letters with combining marks by the composed letter (й, ё), in a word of two scripts the letters
    that only look like those of the other one. Line breaks stay.
    """
    matches = list(_untidy(text))
    if not matches:
        return Tidied(text, range(len(text) + 1))
    parts: list[str] = []
    starts: list[int] = []
    end = 0
    for match in matches:
        parts.append(text[end : match.start()])
        starts.extend(range(end, match.start()))
        clean = _clean(match)
        parts.append(clean)
        starts.extend(min(match.start() + n, match.end() - 1) for n in range(len(clean)))
        end = match.end()
    parts.append(text[end:])
    starts.extend(range(end, len(text) + 1))
    return Tidied("".join(parts), starts)


def _untidy(text: str) -> Iterator[re.Match[str]]:
    """What is to be replaced. A letter with an accent or in a mixed word may be any letter: they need a slow search."""
    if _ACCENTED.search(text) or _MIXED.search(text):
        yield from _UNTIDY.finditer(text)
        return
    end = 0
    for suspect in _SUSPECT.finditer(text):
        match = _UNTIDY.match(text, suspect.start()) if suspect.start() >= end else None
        if match:
            yield match
            end = match.end()


@lru_cache(100_000)
def tidy_word(word: str) -> str:
    """The clean form of one token: NFC, no marks, no white space at its edges, in one piece; never empty.

    A token that consists of nothing but invisible marks becomes an underscore.
    """
    if _TIDY.fullmatch(word):
        return word
    if word in _TYPED:
        return _TYPED[word]
    clean = tidy(word).text if _UNTIDY.search(word) else word
    clean = _TAG_OF_NAME.sub("", clean)
    clean = DIVIDING.sub("", clean)
    clean = unicodedata.normalize("NFC", clean)
    return " ".join(clean.split()) or ("_" if not word.isspace() else word)


def is_tag(word: str) -> bool:
    """Whether a token is a tag that ends a line: <br>."""
    return word[:1] == "<" and _TAG.fullmatch(word) is not None


@lru_cache(20_000)
def is_hidden(word: str) -> bool:
    """Whether a token shows nothing: it consists of zero-width spaces and the like, or is a tag that breaks the line."""
    return (word[:1] == "<" or not word.isascii()) and _ALL_HIDDEN.fullmatch(word) is not None


def _clean(match: re.Match[str]) -> str:
    """What stands in place of something that is not clean."""
    piece = match.group()
    match match.lastgroup:
        case "hidden" | "tagged":
            return ""
        case "tag":
            return "\n"
        case "mark":
            return _TYPED[piece]
        case "space":
            return " "
        case "accent":
            return _compose(piece)
        case "alias":
            return unicodedata.normalize("NFC", piece)
        case "mixed":
            return _of_one_script(piece)
        case _:
            return _character(piece)


def _compose(cluster: str) -> str:
    """A letter with its marks, composed; a stress mark over a Russian vowel is dropped."""
    letter = cluster[0].translate(_STRESSED)
    marks = cluster[1:]
    if letter in _VOWELS:
        marks = marks.translate(dict.fromkeys(map(ord, _ACCENTS)))
    return unicodedata.normalize("NFC", letter + marks)


def _of_one_script(word: str) -> str:
    """«cообщил» with a Latin «c», «HIMАRS» with a Cyrillic «А»: spelled in the script that all other letters have.

    Where both would do («СК») that of most letters, Cyrillic if they are even. What has letters of either script
    that the other one lacks («БесогонTV») is meant so.
    """
    latin = {letter for letter in word if letter.isascii()}
    cyrillic = set(word) - latin
    few = sum(map(str.isascii, word)) * 2 <= len(word)
    if latin <= set(_LATIN) and (few or not cyrillic <= set(_CYRILLIC)):
        return word.translate(_TO_CYRILLIC)
    return word.translate(_TO_LATIN) if cyrillic <= set(_CYRILLIC) else word


def _character(entity: str) -> str:
    """The character of an HTML entity; what is no entity stays as it is written."""
    char = unescape(entity)
    if char == entity:
        return entity
    if char.isspace():  # &nbsp; or a line break that the source did not mean as one
        return " "
    return tidy(char).text if "&" not in char else char

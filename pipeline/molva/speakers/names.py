"""Whether two names, both in the nominative, may be one person's."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache

from molva.entities.dictionary import SURE, person_readings
from molva.entities.lexicon import genders, word_list
from molva.entities.parts import NameParts, name_parts
from molva.entities.people import is_given
from molva.lexicon.folding import fold
from molva.lexicon.lists import cells
from molva.speakers.lexicon import rows

VOWELS = frozenset("аеиоуыэюя")
_SOUNDED = 5  # letters of a surname that another spelling does not make another name
_HALF = 3  # letters that each half of a surname has more than
ROYAL = 2  # words of a monarch's name with its number
_PATRONYMIC = re.compile(r"(?:ь?[ео]ви|[иы])ч$|(?:ь?[ео]в|ич)на$")
# «Михалыч», «Палыч», «Саныч»: what is left of a given name in a spoken patronymic
_SPOKEN = {"михал": "михайл", "пал": "павл", "сан": "александр", "алексан": "александр"}
_GENERATION = re.compile(r"[- ](?:младш|старш)\w+$")
_ARTICLE = re.compile(r"^(?:аль|эль|ас|аш|ар|ан|ат|ад|аз|эс|эш|эр|эн|эт|эд|эз)-")
_GENDERED = re.compile(r"(?:[оеы]в|[иы]н|[сц]к(?:ий|ой)|ый|[оеы]ва|[иы]на|[сц]кая|ая)$")


def agree(a: NameParts, b: NameParts) -> bool:
    """No part of one name contradicts the other; what only one of them gives is no contradiction.

    «Антонов» and «Анатолий Антонов» agree, «Иванов» and «Иванова» do not, nor do «С. Петров»
    and «Иван Петров».
    """
    return (
        not _differ(a.gender, b.gender)
        and _same_surname(a, b)
        and _same_first(a, b)
        and not _differ(fold(a.patronymic), fold(b.patronymic))
        and _initials_fit(a, b)
        and _initials_fit(b, a)
    )


def read(name: str) -> NameParts:
    """A nominative name taken apart; «фон дер Ляйен» alone is a surname with its particles.

    Its gender is what ``sex`` is sure of: «Бут», «Ляйен», «Эмбер Радд» may be a woman's.
    """
    parts = name_parts(_without_suffix(plain(name)))
    if parts.given[:1].islower():
        parts = replace(parts, given="", surname=f"{parts.given} {parts.surname}".strip())
    return replace(parts, gender=sex(name))


def in_order(name: str) -> str:
    """A nominative name with its surname last: «Моргунов Олег Львович» → «Олег Львович Моргунов».

    An Eastern name stays as it is: «Си Цзиньпин».
    """
    parts = name_parts(name)
    first = bool(parts.given and parts.surname) and name.startswith(f"{parts.surname} ")
    eastern = (
        not parts.patronymic and fold(name.split(maxsplit=1)[0]) in word_list("asian") if first else True
    )
    return name if eastern else " ".join(filter(None, (parts.given, parts.patronymic, parts.surname)))


def patronymic_stem(word: str) -> str:
    """What a patronymic is made of: «михайл» of «Михайлович» and of «Михалыч»; with «а» for a woman's; empty for other words."""
    folded = fold(word)
    found = _PATRONYMIC.search(folded)
    stem = folded[: found.start()] if found is not None else ""
    return stem and _SPOKEN.get(stem, stem) + ("а" if folded.endswith("на") else "")


def generation(name: str) -> str:
    """«младш», «старш» of «Джон Гринвуд-младший»: what tells son from father; empty for other names."""
    found = _GENERATION.search(plain(name))
    return found[0].strip("- ")[:5] if found is not None else ""


def _without_suffix(name: str) -> str:
    """«Танья-младший», «Джон Гриффин III»: what tells son from father is no part of the surname."""
    words = _GENERATION.sub("", name).split()
    numbered = len(words) > ROYAL and words[-1] in ("II", "III", "IV")  # but «Елизавета II»
    return " ".join(words[:-1] if numbered else words)


def bare(surname: str) -> str:
    """A surname without the Arabic article, in small letters: «ас-Сайди» → «сайди»."""
    return _ARTICLE.sub("", fold(surname))


@lru_cache(20_000)
def sex(name: str) -> str:
    """Masc or Fem where a nominative name really shows it, or an empty string: «Эмбер Радд», «Бут».

    A given name of the lists or of the dictionary decides, then a patronymic or a Russian surname;
    «Николя Гринвуд» is left open.
    """
    if known := sure_sex(name):
        return known
    if is_eastern(name):
        return ""
    parts = name_parts(plain(name))
    if not (parts.patronymic or _GENDERED.search(fold(parts.surname))):
        return ""
    unheard = parts.given and not parts.patronymic and not is_given(_first(parts))
    foreign = unheard and parts.gender == "Masc"
    return "" if foreign else parts.gender  # «Мао Нин» is no Нина's husband


def is_eastern(name: str) -> bool:
    """«Мао Нин», «Хуа Чуньин»: behind a surname of the East what looks like a Russian one tells no man from a woman."""
    first, _, given = fold(plain(name)).partition(" ")
    return given.endswith(("ин", "ын")) and " " not in given and first in word_list("asian")


def likely_sex(spellings: Iterable[str]) -> str:
    """What the endings alone make of a person's given names: one in -а that nobody knows is rather a woman's.

    Only for whom nothing in the text tells better: «Ирода Салимова», but Ольянта Умала is a man.
    """
    given = (_first(name_parts(plain(name))) for name in spellings if not is_eastern(name))
    return "Fem" if any(one.endswith(("а", "я")) and one not in _sexes() for one in given) else ""


@lru_cache(20_000)
def sure_sex(name: str) -> str:
    """Masc or Fem by a given name that the lists or the dictionary know, or by «младшая»: the surname of «Дорит Рубцов» may lie."""
    return generation_sex(name) or ("" if is_eastern(name) else _known_sex(name_parts(plain(name))))


def generation_sex(name: str) -> str:
    """Masc or Fem of «Гринвуд-младшая», whatever the surname looks like; empty for other names."""
    return "" if not generation(name) else "Fem" if plain(name).endswith("ая") else "Masc"


def _known_sex(parts: NameParts) -> str:
    """By the given name; of «Жан-Франсуа» by its first half. No woman's name ends in -уа: «Бенуа», «Джошуа»."""
    given = _first(parts)
    if given in _sexes():
        return _sexes()[given]
    for known in ("given", "common_given"):
        if given in genders(known):
            return genders(known)[given]
    if given.endswith("уа"):
        return "Masc"
    readings = [r for r in person_readings(given) if r.kind == "given" and r.case == "Nom" and r.cost < SURE]
    if readings:
        return readings[0].gender
    half = given.partition("-")[0]
    return _known_sex(NameParts(given=half)) if half != given else ""


@cache
def _sexes() -> dict[str, str]:
    """Given names that lead their ending or the dictionary astray, with the sex, which may be either."""
    return {row[0]: {"m": "Masc", "f": "Fem", "c": ""}[row[1]] for row in rows("sexes")}


def _first(parts: NameParts) -> str:
    return fold(parts.given).split()[0] if parts.given else ""


def plain(name: str) -> str:
    """A name without its original spelling in brackets: «Бен Кон (Ben Kohn)»."""
    return name.split(" (", maxsplit=1)[0].strip()


def fullness(name: NameParts) -> int:
    """How much a name says: the larger, the more parts are given in full."""
    given = 4 * bool(name.given) + 2 * bool(name.patronymic) + bool(name.initials)
    return given + 8 * bool(name.surname) if name.surname else given


def one_slip(word: str, known: str) -> bool:
    """Whether two words differ by one letter more, less or changed, or two that have swapped places.

    The first letter and the last two must agree, so that «Иванов» and «Иванова» stay two.
    """
    if word == known or edges(word) != edges(known) or abs(len(word) - len(known)) > 1:
        return False
    same = next(
        (i for i, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), min(len(word), len(known))
    )
    rest, other = word[same:], known[same:]
    swapped = rest[:2] == other[:2][::-1] and rest[2:] == other[2:]
    return swapped or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


_ENDLESS = 50  # letters that no surname has


@lru_cache(20_000)
def shortened(word: str) -> frozenset[str]:
    """«Зуев», «уев», «Зев», …: a word, and what is left of it without one letter; two words with one slip between them share one."""
    return frozenset(
        (word, *(word[:i] + word[i + 1 :] for i in range(len(word) if len(word) < _ENDLESS else 0)))
    )


def edges(word: str) -> tuple[str, str]:
    """The letters of a word in which no slip is looked for: the first and the last two."""
    return word[:1], word[-2:]


def one_sound(word: str, known: str) -> bool:
    """Whether two foreign surnames in a consonant are one, heard differently: «Бонер» and «Бенер», «Барретт» and «Баррет».

    A Russian surname is spelt one way, and one in a vowel may be another case of its name.
    """
    a, b = _single(word), _single(known)
    if min(len(a), len(b)) < _SOUNDED or word == known or frame(a) != frame(b) or a[-1] in VOWELS:
        return False
    if len(a) != len(b) or a[0] != b[0] or _GENDERED.search(word) or _GENDERED.search(known):
        return False
    return sum(x != y for x, y in zip(a, b, strict=True)) < 2


def frame(word: str) -> str:
    """The consonants of a word, each once where it stands doubled: «бенер» → «бнр»."""
    return "".join(letter for letter in _single(word) if letter not in VOWELS)


def _single(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def in_latin(name: str) -> bool:
    """Whether a name is spelt in Latin letters: «Tilman Zülch»."""
    return not any("а" <= letter <= "я" for letter in fold(name))


def tokens(name: str) -> list[str]:
    """The folded words of a name, initials left out: «да», «силва»."""
    return [fold(word) for word in name.split() if not word.endswith(".") and len(word) > 1]


def same_given(a: str, b: str) -> bool:
    """One given name, or spellings of one («Наталья», «Наталия»), or a part of it («Хосе Луис», «Хосе»)."""
    first, second = fold(a).split(), fold(b).split()
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    return bool(variants(first[0]) & variants(second[0]))


def _differ(a: str, b: str) -> bool:
    return bool(a and b and a != b)


def _same_surname(a: NameParts, b: NameParts) -> bool:
    """Whether two surnames may be one: the same, or one a half or a part of the other."""
    first, second = fold(a.surname), fold(b.surname)
    if not first or not second or bare(first) == bare(second):
        return True
    return (
        _half_of(a, b)
        or _half_of(b, a)
        or _part_of(a, b)
        or _part_of(b, a)
        or f" {first}".endswith(f" {second}")
        or f" {second}".endswith(f" {first}")
    )


def _part_of(short: NameParts, full: NameParts) -> bool:
    """«Лула» of Луис Инасиу Лула да Силва: one bare word of a name of several."""
    if short.given or short.initials:
        return False
    return fold(short.surname) in f"{fold(full.given)} {fold(full.surname)}".split()


def _half_of(short: NameParts, full: NameParts) -> bool:
    """«Вольф» of Хельга Штейн-Вольф: the last half of a surname, with no other name beside it."""
    if short.given or short.initials or not full.given:
        return False
    return last_half(full.surname) == fold(short.surname) != ""


def last_half(surname: str) -> str:
    """«Штейн-Вольф» → «вольф»; empty for a surname of one part, and for one with an article: «аль-Саид»."""
    first, _, last = fold(surname).rpartition("-")
    return last if min(len(first), len(last)) > _HALF else ""


def _same_first(a: NameParts, b: NameParts) -> bool:
    return not a.given or not b.given or same_given(a.given, b.given)


def _initials_fit(short: NameParts, full: NameParts) -> bool:
    """«В. В. Путин» fits Владимир Владимирович; the initials of both are compared as far as they go."""
    letters = [fold(word)[0] for word in (full.given, full.patronymic) if word] or [
        fold(i) for i in full.initials
    ]
    return all(fold(a) == b for a, b in zip(short.initials, letters, strict=False))


@cache
def _table() -> dict[str, frozenset[str]]:
    """The spellings of each given name: «Наталья» and «Наталия»."""
    table: dict[str, frozenset[str]] = {}
    for row in rows("given"):
        spellings = {fold(name) for name in (row[0], *cells(row, 1, ";"))}
        for name in spellings:
            table[name] = table.get(name, frozenset()) | spellings
    return table


def variants(given: str) -> frozenset[str]:
    """The spellings and short forms of a given name in small letters, itself among them."""
    return _table().get(given, frozenset((given,)))

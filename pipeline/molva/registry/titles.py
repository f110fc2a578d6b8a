"""A body's name as merging reads it: what is compared, where it is, and whether it is one body's at all.

«Управление МЧС», «посольство России» and «Городской суд» are names of many bodies alike: which of
them is meant, only its own document knows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from molva.entities.dictionary import adjective_readings, noun_readings
from molva.lexicon.folding import fold
from molva.lexicon.lists import cells
from molva.lexicon.nouns import bodies, titled
from molva.speakers.bodies import LEGAL_FORMS, MARKS, SMALL, body, initials, is_acronym, is_known, proper
from molva.speakers.lexicon import rows
from molva.speakers.places import all_places, country, place, stem

# Parts of a body that lie all over the country, or the world.
_BRANCHES = frozenset(
    "управление гу главк отдел отделение филиал посольство представительство постпредство консульство "
    "генконсульство делегация дивизион подразделение "
    "управления главка отдела отделения филиала посольства представительства консульства".split()
)
_VOICES = frozenset(("пресс-служба", "сайт", "пресс-центр"))
_CYRILLIC = re.compile(r"[а-я-]+")
# Of these a country or a town has but one: «украинские власти», not «австрийский суд».
_SOLE = frozenset(
    "власти правительство кабмин парламент армия администрация прокуратура полиция разведка "
    "военные сторона мэрия дептранс нацбанк генштаб".split()
)
_LOCAL = ("городск", "районн", "областн", "краев", "местн", "столичн", "региональн", "республиканск")
_OF_PLACE = re.compile(r"(.+[сц]к)(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими)")
_MINISTRY = re.compile("мин[а-я]", re.IGNORECASE)
_ONE = re.compile(r"[«»„“”\"()]|[^\s«»„“”\"(),;]+")
_LONG = 3  # words of a name that tells enough by its length

Core = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """A name taken apart: its core, its place, and its acronyms («еспч»).

    The core of a body of the lexicon is that of its usual name; any other core is spelled out, for
    stems of short words would make one of Mash and Masa.
    """

    core: Core
    place: str
    acronyms: frozenset[str]
    acronym: bool
    of_many: bool


@lru_cache(100_000)
def read_title(name: str) -> Title:
    """Take a name in the nominative apart."""
    forms = _placed_behind(_ONE.findall(name))
    lemmas = [_lemma(form) for form in forms]
    found = body(forms, lemmas)
    spelled = _spelled(forms, lemmas, found.core)
    known = is_known(found.core) and (len(spelled) > 1 or spelled[0] in _known_words())
    core = found.core if known else spelled
    words = [form for form in forms if form not in MARKS]
    short = initials(lemmas) if len(words) > 1 else frozenset[str]()
    many = not core or _of_many(words, core, found.place, quoted=len(words) < len(forms))
    return Title(core, found.place, short, len(words) == 1 and is_acronym(words[0]), many)


def names_alike(usual: str, other: str) -> bool:
    """Whether a body commonly called ``usual`` may be presented under the other name as well."""
    first, second = read_title(usual), read_title(other)
    return first.core == second.core or (first.acronym and "".join(first.core) in second.acronyms)


def own_name(description: str) -> str:
    """The own name in a description: «телеграм-канал «112»» → 112; none in «пресс-служба «Сокола»»."""
    forms = _ONE.findall(description)
    noun = bodies().get(fold(forms[0])) if len(forms) > 2 else None
    if noun is None or forms[1] not in MARKS or not (titled(noun) or "канал" in noun.name):
        return ""
    return " ".join(form for form in forms[1:] if form not in MARKS)


def place_before(source: str) -> str:
    """The place that an adjective gives before a name: «российском МИДе»."""
    words = source.split()
    return _place_of(words[0]) if len(words) == 2 else ""


def _place_of(adjective: str) -> str:
    """«российском», «российское» → россия."""
    found = _OF_PLACE.fullmatch(fold(adjective))
    return place([f"{found[1]}ий"]) if found else ""


def _placed_behind(forms: list[str]) -> list[str]:
    """«украинские власти» as «власти Украины», «Российское Минобороны»; not «Российская газета», «Московская биржа»."""
    if len(forms) != 2 or not (is_acronym(forms[1]) or fold(forms[1]) in _SOLE or _MINISTRY.match(forms[1])):
        return forms
    where = _place_of(forms[0])
    return [forms[1], where.capitalize()] if where else forms


def _lemma(form: str) -> str:
    """Places are looked for in the nominative: «МИД Израиля»."""
    word = fold(form)
    if place([word]):
        return place([word]) if form.isupper() or word in all_places() else word
    return country(word) or place([word[:-1] + "ь"]) or word


def _spelled(forms: Sequence[str], lemmas: Sequence[str], core: Core) -> Core:
    start, end = proper(forms, lemmas)
    words = [lemma for lemma in lemmas[start:end] if lemma not in MARKS | SMALL | LEGAL_FORMS]
    return tuple(word for word in words if stem(word) in core) or tuple(words[:1]) or core


@cache
def _known_words() -> frozenset[str]:
    """Names of one word in the lexicon: short ones are not to be taken for another by their stems."""
    names = (name for row in rows("known") for name in (row[0], *cells(row, 1, ";")))
    return frozenset(fold(word) for name in names for word in name.split())


def _of_many(words: Sequence[str], core: Core, where: str, *, quoted: bool) -> bool:
    """«городской суд», «посольство России»; not «Гидрометцентр», «74.ru», «Балтийский флот»."""
    if fold(words[0]) in _VOICES and len(words) > 1:  # «пресс-служба ГУ МВД»: whose voice, one has to know
        words = words[1:]
    first = fold(words[0])
    if first in _BRANCHES:
        return not _told_apart(words[1:])
    if is_known(core) or quoted or not _CYRILLIC.fullmatch(first):
        return False
    if first.startswith(_LOCAL):
        return not _told_apart(words[1:])
    if where or _capitals(words[1:]):
        return False
    return words[0].islower() or (len(words) < _LONG and first in bodies())


def _told_apart(words: Sequence[str]) -> bool:
    """Whether something tells which branch: «по Тверской области», «в США»; one country or body does not."""
    telling = countries = i = 0
    while i < len(words):
        if _is_body(words[i : i + 2]):
            i += 2
            continue
        if _lemma(words[i]) in all_places():
            countries += 1
        elif words[i][:1].isupper() and not is_acronym(words[i]) and not _is_body(words[i : i + 1]):
            telling += 1
        i += 1
    return telling + countries > 1 or telling == 1


def _is_body(words: Sequence[str]) -> bool:
    """Whether words in the genitive name a body of the lexicon: «Следственного комитета»."""
    lemmas = [_nominative(fold(word)) for word in words]
    return lemmas[0] not in all_places() and is_known(body(words, lemmas).core)


def _nominative(word: str) -> str:
    readings = [r for r in (*adjective_readings(word), *noun_readings(word)) if r.case in ("Gen", "Nom")]
    return next((fold(reading.nominative) for reading in readings), word)


def _capitals(words: Sequence[str]) -> bool:
    return any(word[:1].isupper() or word[:1].isdigit() for word in words)

"""Which names of organisations and places mean one body.

A name is compared by its core: without quotation marks, its kind («газета «Вестник»» → вестник),
its legal form and its country. «МИД» and «Министерство иностранных дел» share a core; «МИД России»
and «МИД Украины» share it too, and stay two because their countries differ.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from molva.entities.branches import MISSIONS, SENT_TO
from molva.entities.dictionary import adjective_readings, noun_readings
from molva.lexicon.analyses import analyses_of
from molva.lexicon.analyses import is_known as in_dictionary
from molva.lexicon.folding import fold
from molva.lexicon.lists import cells, shared_list
from molva.lexicon.nouns import bodies, titled
from molva.speakers.lexicon import rows
from molva.speakers.places import place, stem, trailing_place

LEGAL_FORMS = frozenset(
    "ооо осоо тоо оао пао ао зао нко ано гуп муп фгуп фгбу нпо чоп ип ltd inc llc gmbh ag sa sia uab".split()
)
SMALL = shared_list("small_words") | {"под", "the", "of", "and"}
MINISTRY = "министерство"
ENDINGS = {"банк": "банк", "bank": "банк", "airlines": "авиакомпания", "airways": "авиакомпания"}
_ALIKE = {"дипмиссия": "посольство", "диппредставительство": "посольство"}
MARKS = frozenset("«»„“”\"'()")
_SHORT, _LONG = 2, 7


@dataclass(frozen=True, slots=True)
class Body:
    """A name of a body taken apart: its core stems, its country, and what it is («министерство»)."""

    core: tuple[str, ...]
    place: str
    kinds: frozenset[str]


def body(forms: Sequence[str], lemmas: Sequence[str]) -> Body:
    """Take a name apart by its words as they stand and their folded lemmas."""
    return _body(tuple(forms), tuple(lemmas))


@lru_cache(20_000)  # a name returns all over a text, and from one text to the next
def _body(forms: tuple[str, ...], lemmas: tuple[str, ...]) -> Body:
    """A name of a body taken apart: what all of it means by the list, else its core, its place and its kinds."""
    start, end = proper(forms, lemmas)
    kinds = _kind_of(lemmas[:start])
    plain = [
        _ALIKE.get(lemma, lemma)
        for lemma in lemmas[start:end]
        if lemma not in MARKS and lemma not in LEGAL_FORMS
    ]
    if where := place(plain):
        return Body((where,), "", kinds)
    if known := _known().get(_stems(plain)):
        return Body(known.core, known.place, known.kinds | kinds)
    if "по" in plain and (known := _known().get(_stems(_before_branch(plain)))):
        rest = tuple(plain[plain.index("по") + 1 :])
        return Body((*known.core, *_stems(rest)), known.place, known.kinds | kinds)
    core, where = _without_place(plain)
    if known := _known().get(_stems(core)):
        return Body(known.core, where or known.place, known.kinds | kinds)
    return Body(_stems(core), where, kinds | (_kind_of(core) or _kind_of_ministry(forms[start:end], plain)))


def proper(forms: Sequence[str], lemmas: Sequence[str]) -> tuple[int, int]:
    """The part of a name that can stand alone: inside the marks, or after the noun of its kind.

    газета «Вестник» → Вестник, телеканал Дождь → Дождь; Верховный суд and Министерство обороны
    stay whole, since their noun is a part of the name. So do those that the press knows by it
    («РИА «Новости»»), and those that the noun governs («университет |Гринвуда|», «школа № 5»).
    """
    return _proper(tuple(forms), tuple(lemmas))


def _proper(forms: tuple[str, ...], lemmas: tuple[str, ...]) -> tuple[int, int]:
    """The same, once a name."""
    if _stems([fold(form) for form in forms if form not in MARKS]) in _known():
        return 0, len(forms)
    if (inside := _inside_marks(forms)) is not None:
        return inside
    lower = next((i for i, form in enumerate(forms) if not form.islower()), 0)
    kind = bodies().get(lemmas[lower - 1]) if lower else None
    if kind is None or not titled(kind):
        return 0, len(forms)
    own = _capitals(forms[lower:]) and not _governed(forms[lower], lemmas[lower])
    own = own and not (lower == len(forms) - 1 and _is_of_another(kind.concept, lemmas[lower]))
    return (lower, len(forms)) if own else (0, len(forms))


def _inside_marks(forms: tuple[str, ...]) -> tuple[int, int] | None:
    """«газета «|Вестник|»», «ООО «|Росмост|»»: what marks hold behind a kind or a legal form."""
    marks = [i for i, form in enumerate(forms) if form in MARKS and form not in "()'"]
    if not marks or marks[0] == len(forms) - 1:
        return None
    if not all(form.islower() or form.isupper() or fold(form) in LEGAL_FORMS for form in forms[: marks[0]]):
        return None
    closing = [i for i in marks if i > marks[0] + 1]
    return marks[0] + 1, closing[-1] if closing else len(forms)


def _governed(form: str, lemma: str) -> bool:
    """Whether the first word behind the noun hangs on it: an own name would stand in the nominative."""
    word = form.lower()
    if not in_dictionary(word):
        return form[0] in "№#" or fold(word) != lemma and not form.isascii()
    readings = (*noun_readings(word), *adjective_readings(word))
    return bool(readings) and not any(reading.case in ("", "Nom") for reading in readings)


def _is_of_another(kind: str, lemma: str) -> bool:
    """«фонд |ООН|», «агентство |ООН|»: an organisation that the press knows by its letters, and by no such noun."""
    known = _known().get(_stems([lemma]))
    return known is not None and "организация" in known.kinds and kind not in known.kinds


def _capitals(forms: Sequence[str]) -> bool:
    return all(form[:1].isupper() or not form[:1].isalpha() for form in forms)


def initials(lemmas: Sequence[str]) -> frozenset[str]:
    """The acronyms a full name may be cut down to: with and without its small words («ес», «еспч»).

    Both halves of a word may count: «Северо-Западный округ» is the «СЗО».
    """
    plain = [lemma for lemma in lemmas if lemma[:1].isalpha()]
    if len(plain) < _SHORT:
        return frozenset()
    full = [lemma for lemma in plain if lemma not in SMALL]
    halves = [half for lemma in full for half in lemma.split("-") if half]
    return frozenset("".join(word[0] for word in some) for some in (plain, full, halves))


def is_acronym(form: str) -> bool:
    """«ЕСПЧ», «МВД»: few letters, all of them capital."""
    return form.isalpha() and form.isupper() and _SHORT <= len(form) <= _LONG


def is_known(core: tuple[str, ...]) -> bool:
    """Whether a core is that of a body the whole press writes about."""
    return core in _known_cores()


def _without_place(lemmas: Sequence[str]) -> tuple[Sequence[str], str]:
    """«мид россия» → «мид», Россия; «российский мид» → the same; «посольство Чили в Польше» is that of Чили, and in Польша."""
    length, where = trailing_place(lemmas)
    rest = lemmas[: len(lemmas) - length]
    if length and rest[-1] in SENT_TO and not MISSIONS.isdisjoint(rest):
        core, whose = _without_place(rest[:-1])
        return [*core, lemmas[-1]], whose
    if length:
        # «Государственный совет Республики Кобо»
        return rest[:-1] if len(rest) > 1 and rest[-1] == "республика" else rest, where
    for i in range(1, len(lemmas) - 1):
        if where := place([lemmas[i]]):  # «Комиссия США по ценным бумагам»
            return [*lemmas[:i], *lemmas[i + 1 :]], where
    if len(lemmas) > 1 and lemmas[0].endswith(("ий", "ый", "ой")) and (where := place(lemmas[:1])):
        return lemmas[1:], where
    return lemmas, ""


def _before_branch(lemmas: Sequence[str]) -> Sequence[str]:
    """«СК России |по Тульской области» is a branch of the СК, and may later be called so."""
    return _without_place(lemmas[: lemmas.index("по")])[0]


def _kind_of(lemmas: Sequence[str]) -> frozenset[str]:
    """What a body is by the first noun of its own name: «верховный суд» → a court; «Вестбанк», «Vestabank» → a bank."""
    phrases = [" ".join(lemmas[i : i + 2]) for i in range(len(lemmas) - 1)]
    closing = [noun for lemma in lemmas for ending, noun in ENDINGS.items() if lemma.endswith(ending)]
    keys = (*phrases, *lemmas, *closing)
    return next((kind.broader for key in keys if (kind := bodies().get(key))), frozenset())


def _kind_of_ministry(forms: Sequence[str], plain: Sequence[str]) -> frozenset[str]:
    """«МЧС Заречья», «Минобороны Вестрии»: a ministry's short name before a place that no list has."""
    known = _known().get(_stems(plain[:1])) if len(plain) > 1 and plain[0] == fold(forms[0]) else None
    return known.kinds if known is not None and MINISTRY in known.kinds else frozenset()


def _stems(lemmas: Sequence[str]) -> tuple[str, ...]:
    return tuple(stem(lemma) for lemma in lemmas if lemma not in SMALL)


@cache
def _known() -> dict[tuple[str, ...], Body]:
    """The list of names that mean one body, by the stems of each."""
    table: dict[tuple[str, ...], Body] = {}
    for row in rows("known"):
        kinds = frozenset[str]().union(*(_kinds(kind) for kind in cells(row, 2)))
        for name in (row[0], *cells(row, 1, ";")):
            words = [fold(word.strip("«»,")) for word in name.split()]
            found = Body(_stems([fold(row[0])]), _own_place(words), kinds)
            for spelt in _spellings(words):
                table.setdefault(_stems(spelt), found)
    return table


def _spellings(words: list[str]) -> Iterator[list[str]]:
    """«финансов» is «финансы» where the text has been read, and «в Росстате» of a «Росстата»."""
    yield words
    yield [_lemma(word) for word in words]
    if len(words) == 1 and words[0].startswith("рос") and not words[0].endswith(("а", "о", "е", "ь", "я")):
        yield [f"{words[0]}а"]


def _lemma(word: str) -> str:
    found = analyses_of(word)
    return fold(found[0].lemma) if found else word


@cache
def _known_cores() -> frozenset[tuple[str, ...]]:
    return frozenset(known.core for known in _known().values())


def _own_place(words: Sequence[str]) -> str:
    return trailing_place(words)[1]


def _kinds(kind: str) -> frozenset[str]:
    noun = bodies().get(fold(kind))
    return noun.broader if noun else frozenset((fold(kind),))

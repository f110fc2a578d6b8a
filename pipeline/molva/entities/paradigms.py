"""How surnames and foreign names decline, as a table: what the dictionary cannot know.

A form is cut at every ending of every paradigm, and where the stem suits the paradigm, the
nominative follows: «Абдурахмановой» = абдурахманов + ой → «Абдурахманова».
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from molva.entities.lexicon import word_list
from molva.entities.readings import CASES, Reading, fixed

_CONSONANT = "бвгджзклмнпрстфхцчшщ"
_PLAIN = "бвгджзклнпрстфчшщ"
_HUSH = "жшчщц"
_TS = "[^бвмп]ц"  # Шульц, Ганц; «Ветковца» is a Ветковец
_BACK = "гкх"


@dataclass(frozen=True, slots=True)
class Paradigm:
    """Endings of one declension: the nominative ending, then one string a case (variants by /)."""

    stem: re.Pattern[str]
    gender: str
    number: str
    endings: tuple[str, ...]
    cost: float


def _paradigm(stem: str, gender: str, number: str, endings: str, cost: float) -> Paradigm:
    cells = tuple("" if cell == "-" else cell for cell in endings.split())
    return Paradigm(re.compile(stem), gender, number, cells, cost)


_OV = r"(?:[оеё]в|[иы]н)$"
_SK = r"[сц]к$"
# Яровой, Мостовая: before the surnames in -ов that decline alike, which the dictionary has as well («Ярова»)
_STRESSED = "^(?:" + "|".join(sorted(name.removesuffix("ой") for name in word_list("stressed"))) + ")$"
_FIRST = -0.5

# Endings in the order of CASES; «-» is none.
PARADIGMS = (
    # Лавров, Пушкин, Синицын: a noun that once was a possessive adjective
    _paradigm(f".{_OV}", "Masc", "Sing", "- а у а ым е", 0.1),
    _paradigm(f".{_OV}", "Fem", "Sing", "а ой ой у ой/ою ой", 0.1),
    _paradigm(f".{_OV}", "", "Plur", "ы ых ым ых ыми ых", 0.1),
    # Поклонский, Троцкая
    _paradigm(f".{_SK}", "Masc", "Sing", "ий ого ому ого им ом", 0.1),
    _paradigm(f".{_SK}", "Fem", "Sing", "ая ой ой ую ой/ою ой", 0.1),
    _paradigm(f".{_SK}", "", "Plur", "ие их им их ими их", 0.1),
    _paradigm(_STRESSED, "Masc", "Sing", "ой ого ому ого ым ом", _FIRST),
    _paradigm(_STRESSED, "Fem", "Sing", "ая ой ой ую ой/ою ой", _FIRST),
    # Широкий, Крутой, Белый, Боровая, Горячий
    _paradigm(f"..[{_BACK}]$", "Masc", "Sing", "ий ого ому ого им ом", 0.9),
    _paradigm(r"..[бвдзлмнпрст]$", "Masc", "Sing", "ый ого ому ого ым ом", 0.9),
    _paradigm(r"..[бвдзлмнпрстгкхжш]$", "Masc", "Sing", "ой ого ому ого ым/им ом", 1.4),
    _paradigm(r"..[нщчшж]$", "Masc", "Sing", "ий его ему его им ем", 0.9),
    _paradigm(r"..[бвдзлмнпрстгкх]$", "Fem", "Sing", "ая ой ой ую ой ой", 0.9),
    _paradigm(r"..[щчшж]$", "Fem", "Sing", "ая ей ей ую ей ей", 0.9),
    # Макрон, Цзиньпин, Обреимов сын; Гутерриш, Шварц after a hushing sound
    _paradigm(f"(?:[{_PLAIN}]|{_TS}|[^оеёиы]м|[^иы]х)$", "Masc", "Sing", "- а у а ом е", 0.4),
    _paradigm(r"[иы]м$", "Masc", "Sing", "- а у а ом е", 0.7),
    _paradigm(r"[оеё]м$", "Masc", "Sing", "- а у а ом е", 1.1),
    _paradigm(f"(?:[жшчщ]|{_TS})$", "Masc", "Sing", "- а у а ем е", 0.4),
    _paradigm(r"..[бвдзлмнпрстфц]$", "", "Plur", "ы ов ам ов ами ах", 0.6),
    _paradigm(f"..[{_BACK}жшчщ]$", "", "Plur", "и ов/ей ам ов/ей ами ах", 0.6),
    # Моравец, Кравец: the vowel of the last syllable falls out
    _paradigm(r".[бвмнптлрйс]$", "Masc", "Sing", "ец ца цу ца цом/цем це", 0.6),
    # Гоголь, Бжезинь; Мэй, Гайдай
    _paradigm(r"[бвдзлмнпрстф]$", "Masc", "Sing", "ь я ю я ем/ём е", 0.6),
    _paradigm(r"[аеёэюя]$|^.{,2}[оу]$", "Masc", "Sing", "й я ю я ем/ём е/и", 0.4),
    _paradigm(r"и$", "Masc", "Sing", "й я ю я ем/ём и", 0.9),
    # Глинка, Обама, Гарсия, Батья
    _paradigm(r"[бвдзлмнпрстф]$", "", "Sing", "а ы е у ой/ою е", 0.8),
    _paradigm(f"[{_BACK}]$", "", "Sing", "а и е у ой/ою е", 0.8),
    _paradigm(f"[{_HUSH}]$", "", "Sing", "а и/ы е у ей/ой е", 0.8),
    _paradigm(r"[бвдзлнпрстф]$", "", "Sing", "я и е ю ей е", 1.1),
    _paradigm(r"[аеоуыэюйь]$", "", "Sing", "я и е ю ей е", 0.9),
    _paradigm(r"..и$", "", "Sing", "я и и ю ей и", 0.7),
)
# Гварамия, Жвания: many writers do not decline them
_GEORGIAN = re.compile(r".(?:[аеиоу][рмнвкш]|[еиу]л)ия$")

# Шевченко, Зурабишвили, Думбадзе, Долгих, Живаго, Дурново: never decline (but Ивановых are Ивановы)
_NEVER = re.compile(r"(?:ко|швили|дзе|(?<![оеёиы][вн])(?<![сц]к)[иы]х|[ая]го|ово|иа|уа)$")

# Ма, Ли, По: a syllable has nothing to decline
_ONE_SYLLABLE = re.compile(f"[{_CONSONANT}]{{1,2}}[аеёиоуыэюя]")
_OBLIQUE = re.compile(r"..(?:[оеёыи]м|[оеё]й|[иы]х|[оеё]в|ин|[оеё]го|[оеё]му|[аяуюе]ю|ию|ии|[ая]ми)$")
# Полански, Косински: Polish surnames as other languages write them
_POLISH = re.compile(r"..[сц]ки$")
# Антонеску, Готье: Romanian and French surnames, which never decline
_FOREIGN = re.compile(r"..(?:[еэ]ску|ье)$")
# How strange it is that a surname in this vowel keeps its form: Пикассо, Мадуро; Камю; Росси; Абэ
_VOWEL_COST = {"о": 0.3, "э": 0.3, "ю": 0.6, "и": 1.0, "е": 1.2, "у": 1.2, "ы": 1.5}


@lru_cache(20_000)
def paradigm_readings(word: str, *, declines: bool = True) -> tuple[Reading, ...]:
    """Every reading of a lower-case surname that the table allows.

    ``declines`` is False for words that the text certainly leaves as they are.
    """
    rest = _unchanged(word)
    if not declines or word in word_list("indeclinable"):
        return tuple(reading for reading in rest if not reading.gender) or (fixed(word, kind="surname"),)
    return _by_table(word) + rest


def _by_table(word: str) -> tuple[Reading, ...]:
    """The readings by every ending of the table that the word may have."""
    found = []
    for ending, paradigm, case in _endings().get(word[-1:], _endings()[""]):
        stem = word.removesuffix(ending)
        if word.endswith(ending) and paradigm.stem.search(stem):
            nominative = stem + paradigm.endings[0].split("/")[0]
            found.append(
                Reading(nominative, paradigm.gender, paradigm.number, case, paradigm.cost, "surname")
            )
    return tuple(found)


@cache
def _endings() -> dict[str, list[tuple[str, Paradigm, str]]]:
    """The endings with their paradigms and cases, by the last letter of the words that may have them.

    A word may always have no ending at all; those alone stand under the empty string.
    """
    cells = [
        (ending, paradigm, case)
        for paradigm in PARADIGMS
        for case, cell in zip(CASES, paradigm.endings, strict=True)
        for ending in cell.split("/")
    ]
    letters = {ending[-1:] for ending, _, _ in cells}
    return {letter: [cell for cell in cells if cell[0][-1:] in ("", letter)] for letter in letters}


def _unchanged(word: str) -> tuple[Reading, ...]:
    """The readings of a word that keeps its form in every case."""
    if word in word_list("indeclinable") or _NEVER.search(word) or _ONE_SYLLABLE.fullmatch(word):
        return (fixed(word, 0.0, kind="surname"),)
    if word[-1] in _CONSONANT + "йь":
        # Ксении Собчак, Анны Ким, Ангелы Меркель: a woman's surname in a consonant
        cost = 1.3 if _OBLIQUE.search(word) else 0.6
        return (fixed(word, cost, "Fem", kind="surname"), fixed(word, 2.5, "Masc", kind="surname"))
    if _GEORGIAN.search(word):
        return (fixed(word, 0.7, kind="surname"),)
    if _POLISH.search(word) or _FOREIGN.search(word):
        return (fixed(word, 0.2, kind="surname"),)
    if _OBLIQUE.search(word):
        return (fixed(word, 2.0, kind="surname"),)
    return (fixed(word, _VOWEL_COST.get(word[-1], 2.5), kind="surname"),)

"""What the networks leave out of numerals: that they count, and what figures that order agree with.

That a numeral orders («первый», NumType=Ord) is not told: the treebanks disagree on it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from molva.lexicon.feats import read_feats, write_feats
from molva.networks.morph import Tag

_FIGURES = re.compile(r"\d+(?:-?[а-яё]{1,3})?", re.IGNORECASE)
_ORDINAL = re.compile(r"\d+-?(?:й|го|му|м|я|ю|е|х|ми)", re.IGNORECASE)  # 5-й, 90-х
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_BETWEEN = frozenset("—–-,") | {"и", "или"}  # «в 2019 — 2021 годах», «1999 и 2001 годов»
MONTHS = frozenset(
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
)
_ROUNDED = frozenset({"более", "менее", "больше", "меньше", "свыше"})  # «более 40 домов»
_QUANTITIES = {
    **dict.fromkeys(("в", "во", "на", "за", "через", "по", "под"), "Acc"),
    **dict.fromkeys(("с", "до", "от", "из", "около", "после", "у", "для", "без", "порядка"), "Gen"),
    **dict.fromkeys(("к", "ко"), "Dat"),
    **dict.fromkeys(("о", "об", "при"), "Loc"),
}
_DAYS = {"на": "Acc", "по": "Acc", "за": "Acc", "к": "Dat", "ко": "Dat"}  # to or on a day
_YEARS = {
    **dict.fromkeys(("в", "во", "о"), "Loc"),
    **dict.fromkeys(("с", "до", "от", "после", "из"), "Gen"),
    **dict.fromkeys(("на", "по", "за"), "Acc"),
    **dict.fromkeys(("к", "ко"), "Dat"),
}
_CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_GENDERS = ("Masc", "Fem", "Neut")


def numeral_tags(forms: Sequence[str], tags: Sequence[Tag]) -> list[Tag]:
    """The tags of a sentence with the features of its numerals."""
    told = list(tags)
    for i, (form, (pos, feats)) in enumerate(zip(forms, tags, strict=True)):
        if pos not in ("ADJ", "NUM"):
            continue
        if (pos == "ADJ" and not feats and _FIGURES.fullmatch(form)) or _orders(i, forms, tags):
            told[i] = "ADJ", _ordinal(i, forms, tags)
        elif pos == "NUM" and "NumType" not in feats:
            read = feats or (f"Case={_quantity(i, forms, tags)}" if form[0].isdigit() else "")
            told[i] = pos, _counting(read)
    return told


def numeral_feats(labels: Iterable[str]) -> set[str]:
    """The features that ``numeral_tags`` may make of these labels of the network (``NUM|Case=Nom``)."""
    tags = [(pos, feats) for pos, _, feats in (label.partition("|") for label in labels)]
    ordinals = {_feats(case, gender) for case in _CASES for gender in ("", *_GENDERS)}
    counting = {_counting(feats) for pos, feats in tags if pos == "NUM"}
    return counting | ordinals | {_counting(f"Case={case}") for case in _CASES}


def _orders(i: int, forms: Sequence[str], tags: Sequence[Tag]) -> bool:
    """«5-й», «90-х» are no quantities; nor is a year without the word: «Лужин ( 1934 )», «Осень , 2019»."""
    if _ORDINAL.fullmatch(forms[i]):
        return True
    alone = i + 1 == len(forms) or tags[i + 1][0] in ("PUNCT", "ADP", "CCONJ")
    return bool(_YEAR.fullmatch(forms[i])) and alone and i > 0


def _quantity(i: int, forms: Sequence[str], tags: Sequence[Tag]) -> str:
    """The case of a figure that counts: «с 5 |домами», «до 5 |домов», «купил 5 |домов», «5 |домов стоят»."""
    before = forms[i - 1].lower() if i else ""
    behind = next((read_feats(feats) for pos, feats in tags[i + 1 : i + 4] if pos in ("NOUN", "ADJ")), {})
    case = behind.get("Case", "Gen")
    if case != "Gen":
        return case
    if before in _ROUNDED:
        return "Gen"
    return _QUANTITIES.get(before, "Acc" if i and tags[i - 1][0] == "VERB" else "Nom")


def _ordinal(i: int, forms: Sequence[str], tags: Sequence[Tag]) -> str:
    """The features of a figure that orders, as they would be if it were read aloud."""
    before = forms[i - 1].lower() if i else ""
    if i + 1 < len(forms) and forms[i + 1].lower() in MONTHS:  # «к 5 мая»: к пятому числу
        return _feats(_DAYS.get(before, "Gen"), "Neut")
    noun = _noun_behind(i, forms, tags)
    if noun:
        several = noun.get("Number") == "Plur" and not forms[i].isdigit()  # «в 90-х годах»
        return _feats(noun["Case"], "" if several else noun.get("Gender", "Masc"))
    if i and tags[i - 1][0] == "NOUN":  # «в мае 2019»: of that year
        return _feats("Gen", "Masc")
    return _feats(_YEARS.get(before, "Nom"), "Masc")


def _noun_behind(i: int, forms: Sequence[str], tags: Sequence[Tag]) -> Mapping[str, str]:
    """The features of the noun that a figure stands before, alone or in a row of figures; none without it."""
    for form, (pos, feats) in zip(forms[i + 1 :], tags[i + 1 :], strict=True):
        if pos == "NOUN":
            own = read_feats(feats)
            return own if "Case" in own else {}
        if form not in _BETWEEN and not _FIGURES.fullmatch(form):
            break
    return {}


def _feats(case: str, gender: str) -> str:
    """The column of an ordinal; without a gender it is plural."""
    animacy = "Animacy=Inan|" if case == "Acc" and gender in ("", "Masc") else ""
    number = f"Gender={gender}|Number=Sing" if gender else "Number=Plur"
    return f"{animacy}Case={case}|Degree=Pos|{number}"


def _counting(feats: str) -> str:
    """«Пять», «25», «двое»: all numerals of Universal Dependencies count."""
    return write_feats({**read_feats(feats), "NumType": "Card"})

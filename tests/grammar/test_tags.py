"""What the form of a word, its neighbours and the dictionary say of its tag, whatever the network believes."""

import pytest

from molva.grammar.numerals import numeral_feats, numeral_tags
from molva.grammar.relative import relative_tags
from molva.grammar.tags import lawful_feats, lawful_tags
from molva.grammar.typed import as_printed

FINITE = "Aspect=Imp|Gender=Masc|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice="
FUTURE = "Mood=Ind|Number=Sing|Person=3|Tense={}|VerbForm=Fin|Voice=Act"
NOUN = "Animacy={}|Case={}|Gender={}|Number={}"
ACCUSATIVE = "Case=Acc|Degree=Pos|Number=Plur"


@pytest.mark.parametrize(
    ("form", "told", "wanted"),
    [
        ("встречался", f"VERB|{FINITE}Act", f"VERB|{FINITE}Mid"),
        ("встречал", f"VERB|{FINITE}Mid", f"VERB|{FINITE}Act"),
        ("был", f"AUX|{FINITE}Act", f"AUX|{FINITE.removesuffix('|Voice=')}"),
        (
            "построит",
            f"VERB|Aspect=Imp|{FUTURE.format('Pres')}",
            f"VERB|Aspect=Perf|{FUTURE.format('Fut')}",
        ),
        ("белок", "NOUN|" + NOUN.format("Inan", "Gen", "Masc", "Plur"), "NOUN|" + NOUN.format("Anim", "Gen", "Fem", "Plur")),
        ("собой", "PRON|Case=Ins", "PRON|Case=Ins|Reflex=Yes"),
        ("новых", f"ADJ|{ACCUSATIVE}", f"ADJ|Animacy=Anim|{ACCUSATIVE}"),
        ("новые", f"ADJ|Animacy=Anim|{ACCUSATIVE}", f"ADJ|Animacy=Inan|{ACCUSATIVE}"),
        ("новое", "ADJ|Animacy=Inan|Case=Acc|Gender=Neut|Number=Sing", "ADJ|Case=Acc|Gender=Neut|Number=Sing"),
        ("Orbita", "PROPN|Case=Nom", "X|Foreign=Yes"),
        ("XIX", "ADJ", "ADJ"),
        ("@orbita", "X", "PROPN"),
        ("Институт", "PROPN|" + NOUN.format("Inan", "Nom", "Masc", "Sing"), "NOUN|" + NOUN.format("Inan", "Nom", "Masc", "Sing")),
        ("аль-Рашид", "NOUN|Case=Nom", "PROPN|Case=Nom"),
        ("Мороз", "PROPN|" + NOUN.format("Anim", "Nom", "Masc", "Sing"), "PROPN|" + NOUN.format("Anim", "Nom", "Masc", "Sing")),
        ("Осенний", "PROPN|" + NOUN.format("Inan", "Nom", "Masc", "Sing"), "ADJ|Case=Nom|Degree=Pos|Gender=Masc|Number=Sing"),
        ("надо", "ADV|Degree=Pos", "VERB"),
        ("%", "PUNCT", "SYM"),
        (":)", "PUNCT", "SYM"),
    ],
)  # fmt: skip
def test_one_word(form, told, wanted):
    pos, _, feats = told.partition("|")
    (found,) = lawful_tags([form], [(pos, feats)])
    assert "|".join(filter(None, found)) == wanted
    assert found[1] in lawful_feats([told]), "the vocabulary would not know it"


def test_an_initial_is_no_preposition():
    name = ("PROPN", "Animacy=Anim|Case=Gen|Gender=Masc|Number=Sing")
    tags = [("NOUN", ""), ("ADP", ""), ("PUNCT", ""), name]
    assert lawful_tags(["словам", "С", ".", "Орехова"], tags)[1] == name


def test_a_noun_with_a_foreign_first_half():
    (told,) = lawful_tags(["telegram-канале"], [("X", "Foreign=Yes")])
    assert told == ("NOUN", "Animacy=Inan|Case=Loc|Gender=Masc|Number=Sing")


def test_a_name_in_quotation_marks():
    """«Рассвет»: what a newspaper is called stays a name."""
    name = ("PROPN", NOUN.format("Inan", "Nom", "Masc", "Sing"))
    assert lawful_tags(["«", "Рассвет"], [("PUNCT", ""), name])[1] == name
    assert lawful_tags(["—", "Рассвет"], [("PUNCT", ""), name])[1] == ("NOUN", name[1])


def ordinal(case, gender):
    return f"Case={case}|Degree=Pos|Gender={gender}|Number=Sing"


YEAR = ("NOUN", "Animacy=Inan|Case={}|Gender=Masc|Number={}")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("пришёл/VERB 5/ADJ мая/NOUN", [None, ordinal("Gen", "Neut"), None]),
        ("к/ADP 5/ADJ мая/NOUN", [None, ordinal("Dat", "Neut"), None]),
        ("в/ADP 2019/ADJ —/PUNCT 2021/ADJ годах/Loc.Plur", [None, ordinal("Loc", "Masc"), None, ordinal("Loc", "Masc"), None]),
        ("в/ADP 90-х/ADJ годах/Loc.Plur", [None, "Case=Loc|Degree=Pos|Number=Plur", None]),
        ("Лужин/PROPN (/PUNCT 1934/NUM )/PUNCT", [None, None, ordinal("Nom", "Masc"), None]),
        ("с/ADP 2019/NUM ,/PUNCT", [None, ordinal("Gen", "Masc"), None]),
        ("с/ADP 5/NUM домами/Ins.Plur", [None, "Case=Ins|NumType=Card", None]),
        ("до/ADP 5/NUM домов/Gen.Plur", [None, "Case=Gen|NumType=Card", None]),
        ("купил/VERB 5/NUM домов/Gen.Plur", [None, "Case=Acc|NumType=Card", None]),
        ("пять/NUM домов/Gen.Plur", ["NumType=Card", None]),
    ],
)  # fmt: skip
def test_numerals(words, wanted):
    """Figures are read aloud."""
    forms, told = zip(*(word.split("/") for word in words.split()), strict=True)
    tags = [("NOUN", YEAR[1].format(*one.split("."))) if "." in one else (one, "") for one in told]
    found = numeral_tags(forms, tags)
    assert [
        feats if want is not None else None for (_, feats), want in zip(found, wanted, strict=True)
    ] == wanted
    assert {want for want in wanted if want} <= numeral_feats(["NUM", "NUM|Case=Nom"])


def test_a_relative_pronoun_is_animate_as_its_noun():
    """«Жильцы дома , которые ждут»: the nearest noun that agrees."""
    tags = [
        ("NOUN", NOUN.format("Anim", "Nom", "Masc", "Plur")),
        ("NOUN", NOUN.format("Inan", "Gen", "Masc", "Sing")),
        ("PUNCT", ""),
        ("PRON", "Case=Nom|Number=Plur"),
    ]
    found = relative_tags("Жильцы дома , которые".split(), tags)
    assert found == [*tags[:3], ("PRON", "Animacy=Anim|Case=Nom|Number=Plur")]
    assert found[3][1] in lawful_feats(["PRON|Case=Nom|Number=Plur"])


def test_typed_marks_are_read_as_printed():
    assert as_printed("`` Заря '' -- газета".split()) == "« Заря » — газета".split()

"""Lemmas agree with the tags."""

import pytest

from molva.grammar.analyses import analyses_of, is_known
from molva.grammar.lemmas import lemma

FEM = "Animacy=Anim|Case={}|Gender=Fem|Number=Sing"
MASC = "Animacy=Anim|Case={}|Gender=Masc|Number=Sing"


@pytest.mark.parametrize(
    ("form", "upos", "feats", "wanted"),
    [
        # the reading that agrees with the tag
        ("стали", "VERB", "Number=Plur|Tense=Past|VerbForm=Fin", "стать"),
        ("стали", "NOUN", "Case=Gen|Gender=Fem|Number=Sing", "сталь"),
        ("нашли", "VERB", "Number=Plur|Tense=Past|VerbForm=Fin", "найти"),
        ("печь", "NOUN", "Case=Nom|Gender=Fem|Number=Sing", "печь"),
        ("мыла", "VERB", "Gender=Fem|Tense=Past|VerbForm=Fin", "мыть"),
        ("мыла", "NOUN", "Case=Gen|Gender=Neut|Number=Sing", "мыло"),
        ("сообщил", "VERB", "Tense=Past|VerbForm=Fin", "сообщить"),
        ("вынесенное", "VERB", "Case=Nom|VerbForm=Part|Voice=Pass", "вынести"),
        ("подозреваемого", "NOUN", "Animacy=Anim|Case=Gen|Gender=Masc|Number=Sing", "подозреваемый"),
        # surnames keep their gender and are no common nouns
        ("Ивановой", "PROPN", FEM.format("Dat"), "Иванова"),
        ("Иванова", "PROPN", FEM.format("Nom"), "Иванова"),
        ("Иванова", "PROPN", MASC.format("Gen"), "Иванов"),
        ("Волков", "PROPN", MASC.format("Nom"), "Волков"),
        ("Волкову", "PROPN", FEM.format("Acc"), "Волкова"),
        ("Мухиной", "PROPN", FEM.format("Ins"), "Мухина"),
        ("Достоевской", "PROPN", FEM.format("Gen"), "Достоевская"),
        ("Петровны", "PROPN", FEM.format("Gen"), "Петровна"),
        ("Натальей", "PROPN", FEM.format("Ins"), "Наталья"),
        ("Шевченко", "PROPN", MASC.format("Gen"), "Шевченко"),
        # capital letters
        ("Нью-Йорке", "PROPN", "Animacy=Inan|Case=Loc|Gender=Masc|Number=Sing", "Нью-Йорк"),
        ("Ростове-на-Дону", "PROPN", "Case=Loc|Gender=Masc|Number=Sing", "Ростов-на-Дону"),
        ("США", "PROPN", "Case=Gen|Number=Plur", "США"),
        ("ТАСС", "PROPN", "Case=Nom|Gender=Masc|Number=Sing", "ТАСС"),
        ("МОСКВЕ", "PROPN", "Animacy=Inan|Case=Loc|Gender=Fem|Number=Sing", "Москва"),
        ("Reuters", "PROPN", "", "Reuters"),
        ("В.", "PROPN", "", "В"),
        # ё
        ("ещё", "ADV", "Degree=Pos", "еще"),
        ("зелёного", "ADJ", "Case=Gen|Gender=Masc|Number=Sing", "зеленый"),
        ("подчеркнул", "VERB", "Tense=Past|VerbForm=Fin", "подчеркнуть"),
        ("Королёва", "PROPN", MASC.format("Gen"), "Королёв"),
        ("Семенова", "PROPN", MASC.format("Gen"), "Семенов"),
        # pronouns
        ("него", "PRON", "Case=Gen|Gender=Masc|Number=Sing|Person=3", "он"),
        ("неё", "PRON", "Case=Gen|Gender=Fem|Number=Sing|Person=3", "она"),
        ("того", "PRON", "Case=Gen|Gender=Neut|Number=Sing", "то"),
        ("всё", "PRON", "Case=Nom|Gender=Neut|Number=Sing", "всё"),
        ("всех", "PRON", "Case=Gen|Number=Plur", "все"),
        ("всех", "DET", "Case=Gen|Number=Plur", "весь"),
        ("его", "DET", "", "его"),
        # degrees
        ("крупнейшего", "ADJ", "Case=Gen|Degree=Sup|Gender=Masc|Number=Sing", "крупнейший"),
        ("лучшие", "ADJ", "Case=Nom|Degree=Pos|Number=Plur", "лучший"),
        ("чаще", "ADV", "Degree=Cmp", "часто"),
        ("раньше", "ADV", "Degree=Cmp", "раньше"),
        ("должна", "ADJ", "Gender=Fem|Number=Sing|Variant=Short", "должен"),
        # abbreviations, numbers, hyphens
        ("млн", "NOUN", "", "миллион"),
        ("руб.", "NOUN", "", "рубль"),
        ("25-го", "ADJ", "", "25-й"),
        ("90-х", "ADJ", "", "90-й"),
        ("3,5", "NUM", "", "3,5"),
        ("пятерых", "NUM", "Case=Gen", "пятеро"),
        ("премьер-министру", "NOUN", "Animacy=Anim|Case=Dat|Gender=Masc|Number=Sing", "премьер-министр"),
        ("кого-то", "PRON", "Animacy=Anim|Case=Gen", "кто-то"),
        ("чёрно-белую", "ADJ", "Case=Acc|Gender=Fem|Number=Sing", "черно-белый"),
        # as written
        ("—", "PUNCT", "", "—"),
        ("😀", "SYM", "", "😀"),
        ("the", "X", "Foreign=Yes", "the"),
        ("во", "ADP", "", "во"),
        ("деньгах", "NOUN", "Animacy=Inan|Case=Loc|Gender=Fem|Number=Plur", "деньги"),
    ],
)
def test_lemma(form, upos, feats, wanted):
    """A form, its tag, its lemma."""
    assert lemma(form, upos, feats) == wanted


def test_the_door_to_the_dictionary():
    """What other stages ask the dictionary."""
    first = analyses_of("Ивановой")[0]
    assert first.known
    assert "Surn" in first.grammemes
    assert first.inflect("nomn") == "иванова"
    assert is_known("сталь")
    assert not is_known("аблвыф")
    assert analyses_of("😀")

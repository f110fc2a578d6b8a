"""Lemmas agree with the tags."""

import pymorphy3
import pytest

import molva
from molva.grammar.lemmas import lemma, lemma_of
from molva.lexicon.analyses import analyses_of, is_known
from molva.lexicon.commonness import commonness

MORPH = pymorphy3.MorphAnalyzer(lang="ru")
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
        ("Осколков", "PROPN", MASC.format("Nom"), "Осколков"),
        ("Бубабайка", "PROPN", MASC.format("Gen"), "Бубабайк"),
        ("Авиценны", "PROPN", FEM.format("Gen"), "Авиценна"),
        ("Известиям", "PROPN", "Animacy=Inan|Case=Dat|Gender=Neut|Number=Plur", "Известия"),
        ("Жиль", "PROPN", MASC.format("Nom"), "Жиль"),
        # no names, whatever the tag
        ("Ответила", "PROPN", FEM.format("Nom"), "ответить"),
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
        ("10-летнего", "ADJ", "Animacy=Anim|Case=Acc|Degree=Pos|Gender=Masc|Number=Sing", "10-летний"),
        ("вице-премьера", "NOUN", "Animacy=Anim|Case=Gen|Gender=Masc|Number=Sing", "вице-премьер"),
        ("э.", "NOUN", "Abbr=Yes", "эра"),
        ("т.", "ADV", "Abbr=Yes", "так"),
        ("т.", "PRON", "Abbr=Yes", "то"),
        ("д.", "ADV", "Abbr=Yes", "далее"),
        ("бывш.", "ADJ", "Abbr=Yes", "бывший"),
        # two words of one form: the commoner
        ("статей", "NOUN", "Animacy=Inan|Case=Gen|Gender=Fem|Number=Plur", "статья"),
        ("стоит", "VERB", "Aspect=Imp|Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "стоять"),
        ("живите", "VERB", "Aspect=Imp|Mood=Imp|Number=Plur|Person=2|VerbForm=Fin", "жить"),
        ("выборах", "NOUN", "Animacy=Inan|Case=Loc|Gender=Masc|Number=Plur", "выборы"),
        ("больших", "ADJ", "Case=Gen|Degree=Pos|Number=Plur", "большой"),
        ("большего", "ADJ", "Case=Gen|Degree=Pos|Gender=Neut|Number=Sing", "больший"),
        # unknown spellings
        ("явилася", "VERB", "Gender=Fem|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Mid", "явиться"),
        ("приветтттт", "NOUN", "Animacy=Inan|Case=Nom|Gender=Masc|Number=Sing", "привет"),
        ("жизнию", "NOUN", "Animacy=Inan|Case=Ins|Gender=Fem|Number=Sing", "жизнь"),
        ("молчаньем", "NOUN", "Animacy=Inan|Case=Ins|Gender=Neut|Number=Sing", "молчанье"),
        # words that do not bend
        ("опасливо", "ADV", "Degree=Pos", "опасливо"),
        ("боже", "INTJ", "", "боже"),
        ("больше", "NUM", "Degree=Cmp", "много"),
        ("таковы", "ADJ", "Degree=Pos|Number=Plur|Variant=Short", "таков"),
        ("велика", "ADJ", "Degree=Pos|Gender=Fem|Number=Sing|Variant=Short", "великий"),
        ("многим", "PRON", "Case=Dat|Number=Plur", "многие"),
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


@pytest.mark.parametrize(
    ("form", "marks", "wanted"),
    [
        # words of one paradigm share which of its forms is meant, and not the form itself
        ("столами", ("nomn",), "столы"),
        ("мостами", ("nomn",), "мосты"),
        ("мостами", ("sing", "nomn"), "мост"),
        ("столами", ("gent",), "столов"),
        # the spelling of the dictionary is kept, a prefix of the form is not
        ("елками", ("nomn",), "ёлки"),
        ("поновее", ("ADJF", "gent", "plur"), "новых"),
        # what the dictionary does not have is read by its likeness to what it has
        ("кракозябликами", ("sing", "nomn"), "кракозяблик"),
        ("замсмотрителями", ("sing", "nomn"), "замсмотритель"),
        ("лже-смотрителями", ("gent",), "лже-смотрителей"),
        ("куст-смотрителя", ("datv",), "кусту-смотрителю"),
        ("мостами", ("femn",), None),
    ],
)
def test_another_form_of_a_word(form, marks, wanted):
    """The same that pymorphy3 says, which is asked once for all words that decline alike."""
    first = analyses_of(form)[0]
    assert first.inflect(*marks) == wanted
    asked = MORPH.parse(form)[0].inflect(set(marks))
    assert (asked and asked.word) == wanted


def test_commoner_words_count_more_within_their_kind():
    """And words that share no form with another do not count at all."""
    assert commonness("статья", "NOUN") > commonness("стать", "NOUN")
    assert commonness("стать", "VERB") > commonness("статья", "NOUN") > 0
    assert commonness("Аблвыф", "NOUN") == 0


def test_marks_are_their_own_lemma():
    """An entity stays as the text has it; invisible marks go."""
    assert lemma_of("&quot;", '"', "PUNCT", "") == "&quot;"
    assert lemma_of("—\u200b", "—", "PUNCT", "") == "—"
    assert lemma_of("ста\u00adли", "стали", "VERB", "Tense=Past|VerbForm=Fin") == "стать"


def test_lemmas_in_a_sentence():
    """The whole way from a text."""
    doc = molva.load()("На выборах победил Иван Осокин, автор статей о театре.")
    lemmas = [token.lemma_ for token in doc]
    assert lemmas[:5] == ["на", "выборы", "победить", "Иван", "Осокин"]
    assert lemmas[7:10] == ["статья", "о", "театр"]

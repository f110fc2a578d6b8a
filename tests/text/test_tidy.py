"""A clean copy of a text, and the way back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from molva.text.tidy import tidy, tidy_word


def test_offsets_lead_back_to_the_original():
    """What is found in the clean text is found in the original."""
    text = "\ufeff&laquo;За\u0301мок\xa0за\xadкрыт&raquo;"
    tidied = tidy(text)
    assert tidied.text == "«Замок закрыт»"
    start = tidied.text.index("закрыт")
    assert text[tidied.starts[start] : tidied.starts[start + 6]] == "за\xadкрыт"


def test_a_clean_text_is_left_alone():
    """A text without marks costs nothing and keeps its offsets."""
    text = "Смета готова, — сказал Орехов.\n"
    assert tidy(text).text is text
    assert list(tidy(text).starts) == list(range(len(text) + 1))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("cообщил", "сообщил"),  # a Latin letter in a Russian word
        ("МегаTV", "МегаTV"),  # two scripts that are meant
        ("CК", "СК"),  # either would do
    ],
)
def test_letters_that_only_look_like_those_of_a_word(written, meant):
    """A slip of the keyboard leaves the word what it is."""
    assert tidy(written).text == tidy_word(written) == meant


def test_a_foreign_name_with_a_russian_letter():
    """«Порт» is left alone, «HIMАRS» is Latin throughout."""
    assert tidy("Порт HIM\u0410RS").text == "Порт HIMARS"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Пётр #Зуев: «Паром встал».", "Пётр Зуев: «Паром встал»."),
        ("#Зуев заявил, что мост в #Ялуге закрыт.", "Зуев заявил, что мост в Ялуге закрыт."),
        ("Паром встал. #порт #Ялуга", "Паром встал. #порт #Ялуга"),  # tags of the whole post
        ("Дом #5", "Дом #5"),
    ],
)
def test_a_tag_that_is_a_word_of_its_sentence(written, meant):
    """Its mark is taken away, that of tags behind the sentences stays."""
    assert tidy(written).text == meant


def test_marks_that_a_program_has_escaped():
    """A stored page may have a backslash before a straight mark."""
    tidied = tidy('Он ответил: \\"Да\\".')
    assert tidied.text == 'Он ответил: "Да".'
    assert tidy_word('\\"') == '"'


def test_family_emoji_stay_whole():
    """The joiner between two emoji makes one picture of them, so it stays."""
    family = "\U0001f468\u200d\U0001f469"
    assert tidy(family).text == family


@given(st.text())
def test_starts_rise_and_close_with_the_length(text):
    """Offsets never fall, stay inside the text, and end with its length."""
    tidied = tidy(text)
    starts = list(tidied.starts)
    assert len(starts) == len(tidied.text) + 1
    assert starts == sorted(starts)
    assert starts[-1] == len(text)


@given(st.text(min_size=1))
def test_a_word_is_never_empty_and_always_composed(word):
    """The clean form of a token can stand in a column of CoNLL-U."""
    clean = tidy_word(word)
    assert clean
    assert unicodedata.is_normalized("NFC", clean)
    assert word.isspace() or clean == clean.strip()

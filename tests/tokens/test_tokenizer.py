"""Tokens keep the text to the letter."""

import re

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from molva.errors import SourceError
from molva.text.tidy import LINE_BREAKS, tidy, tidy_word
from molva.tokens.tokenizer import RazdelTokenizer, split
from molva.words import read_words

NLP = spacy.blank("ru")
TOKENIZER = RazdelTokenizer(NLP.vocab)

# what scraped pages are full of, so that random texts meet it
NOISE = st.lists(
    st.sampled_from(
        [
            *"«»„“\"'—-.,!?…аяЁй1 ",
            "  ",
            "\n",
            "\r\n",
            "\t",
            "\xa0",
            "\xad",
            "\u200b",
            "\ufeff",
            "\u0301",
            "е\u0308",
            "и\u0306",
            "&nbsp;",
            "&laquo;",
            "&#8212;",
            "&#10;",
            "&amp;",
            "слово",
            "т.е.",
            "\u2028",
        ]
    )
).map("".join)


@given(st.one_of(st.text(), NOISE))
def test_text_comes_back_to_the_letter(text):
    """Whatever the text, the document has it unchanged."""
    assert TOKENIZER(text).text == text


@given(NOISE)
def test_every_line_with_words_is_a_paragraph(text):
    """A line break between two words is never hidden inside a word."""
    lines = re.split(f"[{LINE_BREAKS}]", tidy(text).text)
    words = read_words(TOKENIZER(text))
    if words.form != ["_"]:
        assert len(words.paragraphs) == sum(not line.isspace() and bool(line) for line in lines)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Он за\xadя\u200bвил: «Да».", "Он|заявил|:|«|Да|»|."),
        ("&laquo;Смета&nbsp;готова&raquo;,&#8212; сказал он", "«|Смета|готова|»|,|—|сказал|он"),
        ("\ufeffЗа\u0301мок и замо\u0301к", "Замок|и|замок"),
        ("Тре\u0308хлетнии\u0306 е\u0308ж", "Трёхлетний|ёж"),
        ("10\xa0000 рублей", "10|000|рублей"),
        ("т.е. кто-то, 3,5 %", "т|.|е|.|кто-то|,|3,5|%"),
        ("‹Да›, сказал он", "‹|Да|›|,|сказал|он"),
        ("⚡️Мост закрыт🔥🔥", "⚡️|Мост|закрыт|🔥🔥"),
        ("нагрев до 5°C, пункт №5", "нагрев|до|5|°C|,|пункт|№|5"),
        ("слово\n\u200bслово", "слово|слово"),
        ("слово \u200b\nслово", "слово|слово"),
        ("\u200b", "_"),
    ],
)
def test_clean_forms(text, forms):
    """Invisible marks stay in the document and leave the clean forms."""
    doc = TOKENIZER(text)
    assert doc.text == text
    assert [tidy_word(t.text) for t in doc if not t.is_space] == forms.split("|")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Да.\nНет.", ["Да", ".", "\n", "Нет", "."]),
        ("Да  нет", ["Да", " ", "нет"]),
        ("\n\nДа \r\n", ["\n\n", "Да", "\r\n"]),
        ("слово\n\u200bслово", ["слово", "\n", "\u200bслово"]),
        ("слово\u200b\nслово", ["слово\u200b", "\n", "слово"]),
        ("слово \u200bслово", ["слово", "\u200bслово"]),
        ("", []),
        (" \n ", [" \n "]),
    ],
)
def test_white_space_tokens(text, words):
    """White space other than one plain space is a token, as in spaCy."""
    assert split(text)[0] == words


def test_half_a_character_is_told():
    """A lone surrogate cannot be stored; the error says where it is."""
    with pytest.raises(SourceError, match="U\\+D83D.*offset 3"):
        TOKENIZER("Да \ud83d!")


def test_lines_of_hidden_marks_are_glued_to_no_word():
    doc = TOKENIZER("\u200b\n\u200b\nОрехов ждал.\n\u200b\nМост\u200b закрыт.\n\u200b")
    assert not [token.text for token in doc if "\n" in token.text and not token.is_space]
    assert read_words(doc).form == ["Орехов", "ждал", ".", "Мост", "закрыт", "."]


@pytest.mark.parametrize(
    "tag", ["<br>", "<BR />", "<br><br/>", "</p><p>", '</p>\n<p class="lead">', " <br> "]
)
def test_a_tag_that_breaks_the_line_ends_a_paragraph(tag):
    text = f"Орехов ждал.{tag}Мост закрыт."
    doc = TOKENIZER(text)
    assert doc.text == text
    words = read_words(doc)
    assert words.form == ["Орехов", "ждал", ".", "Мост", "закрыт", "."]
    assert words.par == [0, 0, 0, 1, 1, 1]


def test_two_signs_of_comparison_around_words_are_marks():
    doc = TOKENIZER("Ждал. <<Деньги есть>>, <<«Бакен»>>; x << y, 7>>2, >> ответ")
    assert [token.text for token in doc][2:6] == ["<<", "Деньги", "есть", ">>"]
    forms = read_words(doc).form
    assert [form for form in forms if form in {"«", "»"}] == ["«", "»", "«", "«", "»", "»"]

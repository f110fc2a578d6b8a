"""spaCy learns of new words sooner, and learns the same."""

import pytest
from spacy.lang.lex_attrs import like_url, word_shape
from spacy.lang.ru.lex_attrs import _num_words, like_num

from molva.tokens.lexemes import looks_like_number, looks_like_url, shape


@pytest.mark.parametrize(
    "word",
    [
        "25",
        "+3,5%",
        "1/2",
        "а/б",
        "½",
        "две",
        "-две",
        "±Сто",
        "IV",
        "смета",
        ",",
        "%",
        "",
        "т.е.",
        "~",
        "2-й",
    ],
)
def test_numbers(word):
    assert looks_like_number(word) == like_num(word)


@pytest.mark.parametrize(
    "word",
    "смета Смета СМЕТА СМета я Я Орехов 25-й ТАСС Щщ 中文 A中 ǅ ж2 www.а.рф www http https://x.y а.ru .".split(),
)
def test_outlines_and_addresses(word):
    assert shape(word) == word_shape(word)
    assert looks_like_url(word) == like_url(word)


@pytest.mark.parametrize("length", [99, 100])
def test_long_words_have_no_outline(length):
    assert shape("а" * length) == word_shape("а" * length)


def test_numerals():
    assert all(looks_like_number(word) for word in _num_words)
    assert not any(looks_like_number(f"{word}щик") for word in _num_words)

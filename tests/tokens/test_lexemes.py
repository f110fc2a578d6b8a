"""spaCy learns of new words sooner, and learns the same."""

import pytest
from spacy.lang.ru.lex_attrs import _num_words, like_num

from molva.tokens.lexemes import looks_like_number


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


def test_numerals():
    assert all(looks_like_number(word) for word in _num_words)
    assert not any(looks_like_number(f"{word}щик") for word in _num_words)

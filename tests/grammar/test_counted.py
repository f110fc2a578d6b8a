"""Numbers and adjectives before the noun that both belong to."""

import pytest


@pytest.mark.parametrize(
    ("text", "number", "noun"),
    [
        ("Об этом рассказали два знакомых с ситуацией собеседника.", "два", "собеседника"),
        ("Письмо показали три участвовавших в совещании чиновника.", "три", "чиновника"),
        ("Пришли два жителя города.", "два", "жителя"),
    ],
)
def test_a_number_hangs_on_whom_it_counts(nlp, text: str, number: str, noun: str) -> None:
    token = next(token for token in nlp(text) if token.text == number)
    assert token.head.text == noun

"""What is typed instead of marks and line breaks."""

import pytest

from molva.conll import read_conllu, write_conllu
from molva.contract import read_quotes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "«Тепло будет», — пообещал Полушкин.<br>По словам Рогожкиной, трубы новые.",
            [("Тепло будет", "Полушкин"), ("трубы новые", "Рогожкина")],
        ),
        (
            "<p>&laquo;Тепло будет&raquo;, — пообещал Полушкин.</p><p>По словам Рогожкиной, трубы новые.</p>",
            [("Тепло будет", "Полушкин"), ("трубы новые", "Рогожкина")],
        ),
        ("Он пришёл. <<Деньги есть>>, — сказал Полушкин.", [("Деньги есть", "Полушкин")]),
    ],
)
def test_quotes_begin_and_end_at_them(nlp, text, said):
    doc = nlp(text)
    assert [(quote.text, quote.speaker and quote.speaker.name) for quote in read_quotes(doc)] == said
    assert read_conllu(write_conllu(doc, "d")).text == text

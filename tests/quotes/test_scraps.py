"""Scraps of text that no sentence is made of: nothing is promised but that they are read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = (
    '« » — , . ( ) " : ; ? … „ “ сказал сообщили заявила пишет передаёт что чтобы якобы в газете интервью которое '
    "опубликовал ТАСС «Створ» мэр Зуев Анна Орехова два источника чиновника по данным словам о том об этом обращении "
    "на телеканале представитель как 12 мая он она её слова приводит ведомство мост закроют не вопрос ответил со "
    "ссылкой согласно документу говорится указ считает ли из них Вопрос Ответ тот компания № экс-мэр"
).split(" ")


@settings(max_examples=150, deadline=None, derandomize=True)
@given(pieces=st.lists(st.sampled_from([*PIECES, "\n"]), max_size=22), glued=st.booleans())
def test_any_heap_of_words_and_marks_is_read(nlp, pieces, glued):
    text = " ".join(pieces)
    if glued:
        text = text.replace(" ,", ",").replace("« ", "«").replace(" »", "»").replace(" .", ".")
    doc = nlp(text)
    assert doc.text == text
    for quote in doc._.quotes:
        assert all(0 <= part.start < part.end <= len(doc) for part in quote.content)


@pytest.mark.parametrize(
    "text", ["в газете «", "Причал закрыт, сказал мэр (ТАСС,", "О том, что", ", —", "— «"]
)
def test_a_text_that_breaks_off_is_read(nlp, text):
    assert nlp(text).text == text

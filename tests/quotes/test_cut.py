"""A text may be cut off behind any word, as teasers and posts are; its quotes are read all the same."""

import pytest

ENDS = (
    "Мост закрыт до осени, сообщил",
    "Порт жив», — отмечается в",
    "Мост закроют. Согласно",
    "Порт закроют в соответствии с",
    "Его обещание, что",
    "По информации с",
    "Рыбы стало вдвое меньше. Это следует из данных",
    "Мост закроют на зиму. Это следует из слов",
    "Зуев ответил на вопрос, доедет ли паром до Беломыса,",
    "Сторож жив. По словам докторов,",
    "Катера стоят без топлива. Во вторник, 5 мая, об этом сообщила",
    "Согласно информации, полученной",
    "Льдом снесло часть причала, как сообщают газеты со ссылкой на власти,",
    "«Паром дойдёт», — сказал Артём Звягин (цитата по «",
    "Напомнив, что смета не менялась с 2018 года,",
)


@pytest.mark.parametrize("text", ENDS)
def test_a_text_cut_off_behind_any_word_is_read(nlp, text):
    for quote in nlp(text)._.quotes:
        assert all(part.end_char <= len(text) for part in quote.content)


@pytest.mark.parametrize("dots", ["…", "..."])
def test_an_ellipsis_before_the_closing_mark_is_kept(nlp, dots):
    (quote,) = nlp(f"«Мы ждём{dots}», — сказал Олег Зуев.")._.quotes
    assert quote.text == f"Мы ждём{dots}"

"""Forms of two parts of speech."""

import pytest


@pytest.mark.parametrize(
    ("text", "form", "pos"),
    [
        ("Прокуратура начала проверку.", "начала", "VERB"),
        ("Служба поддержки начала рассылать письма.", "начала", "VERB"),
        ("Проверку начала городская прокуратура.", "начала", "VERB"),
        ("Цена начала медленно расти.", "начала", "VERB"),
        ("После начала тревогу отменили.", "начала", "NOUN"),
        ("С самого начала войны он ждал.", "начала", "NOUN"),
        ("Дата начала работ неизвестна.", "начала", "NOUN"),
    ],
)
def test_what_stands_behind_tells_a_verb(nlp, text: str, form: str, pos: str) -> None:
    tags = {token.text: (token.pos_, token.lemma_) for token in nlp(text)}
    assert tags[form] == (pos, "начать" if pos == "VERB" else "начало")


@pytest.mark.parametrize(
    ("text", "form", "pos"),
    [
        ("Пришли три раненых солдата.", "раненых", "ADJ"),
        ("Письмо показали два осведомленных чиновника.", "осведомленных", "ADJ"),
        ("Пришли пять раненых.", "раненых", "NOUN"),
    ],
)
def test_between_a_small_number_and_its_noun_stands_an_adjective(nlp, text: str, form: str, pos: str) -> None:
    assert {token.text: token.pos_ for token in nlp(text)}[form] == pos


@pytest.mark.parametrize(
    ("text", "pos"),
    [
        ("Экстренные службы прибыли на место.", "VERB"),
        ("Показатели прибыли в этом году выросли.", "NOUN"),
    ],
)
def test_behind_many_who_have_no_other_verb_stands_a_verb(nlp, text: str, pos: str) -> None:
    assert {token.text: token.pos_ for token in nlp(text)}["прибыли"] == pos

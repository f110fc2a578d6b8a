"""Sentences end where Russian ends them, and at every line break."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from molva.tokens.component import Sentences
from molva.tokens.tokenizer import RazdelTokenizer

NLP = spacy.blank("ru")
TOKENIZER = RazdelTokenizer(NLP.vocab)


def sentences(text):
    return [sent.text.strip() for sent in Sentences()(TOKENIZER(text)).sents]


@pytest.mark.parametrize(
    "drawn",
    [
        "Смета готова.|Деньги есть.",
        "«Мы готовы. Условия известны», — заявил Орехов.|Потом он ушёл.",
        "«Мы готовы! Условия известны?» — заявил Орехов.|Потом он ушёл.",
        '"Мы готовы. Условия известны", - заявил Орехов.|Потом он ушёл.',
        "«Решение принято!»\xa0—\xa0объявила Лаптева.|Зал молчал.",
        "«Решение принято!» - объявила Лаптева.|Зал молчал.",
        "«Не стреляйте! — крикнул Орлов. — Мы сдаёмся!»|Стало тихо.",
        "«Смета готова».|«Деньги есть».",
        "«Смета готова!»|Зал молчал.",
        "— Сдаёмся! — крикнул Орлов.|— Куда?",
        "Заголовок без точки\n|Первая строка.|Вторая.\n\n|Третья",
        "Он сказал: «Да.\n|Нет»",
        "Приехал В. А. Орехов и т. д.|Потом уехал.",
        "Ночью было −8 °C.|Врачи просили не выходить.",
        "Выпало 12 см.|К утру снег убрали.",
        "Мост открыли в 2020 г.|После этого порт ожил.",
        "В 2020 г. Орехов открыл мост в г. Заречье.",
        "Дело по ст. 20.3.3. КоАП возбудили в мае.|Зуев молчит.",
        "Дело (ч. 1. ст. 205.2. УК) возбудили в мае.",
        "Он прочёл дело 205.|УК он не читал.",
        "Он вышел на ост. Рыбацкой в мкр. Южном.|Потом шёл пешком.",
        "Дом стоит в этом мкр.|Он достроен.",
        "Дверь открыл Олег К.|Он молчал.",
        "Дверь открыл Олег К. Зуев.|Он молчал.",
        "Пришли Олег К. В. Зуев и его брат.",
        "Дело о краже (ч. 1. ст. 20.3.3. КоАП) завели.|Вор ушёл.",
        "Порт закрыт (см. приказ № 5.|Он подписан мэром.) с мая.",
        "За\xadголовок.|\ufeffТекст.",
    ],
)
def test_sentences(drawn):
    """The bar marks where sentences end."""
    text = drawn.replace("|", "" if "\n" in drawn else " ")
    text = drawn.replace("\n|", "\n").replace("|", " ")
    assert sentences(text) == [part.strip() for part in drawn.split("|")]


def test_a_long_quotation_keeps_its_sentences():
    """A whole speech between two marks is no single sentence."""
    speech = "«" + "Мы давно готовы к этой работе и знаем её условия. " * 12 + "Вот и всё»."
    assert len(sentences(speech)) == 13


@given(
    st.lists(st.sampled_from([*'«»"—.!?,\n\r а\xad\u200b', "Да", "нет", "  ", "\u2028", "&nbsp;"])).map(
        "".join
    )
)
def test_every_token_knows_whether_it_starts_a_sentence(text):
    """No token is left undecided, and white space never starts a sentence but the first."""
    doc = Sentences()(TOKENIZER(text))
    assert all(t.is_sent_start is not None for t in doc)
    assert all(not t.is_space for t in doc if t.is_sent_start and t.i)
    assert "".join(s.text_with_ws for s in doc.sents) == text


@given(st.lists(st.sampled_from(["Да", "нет", ".", "«", "»", " ", "\n", "\r\n", "\u2028", "!"])).map("".join))
def test_no_sentence_crosses_a_line_break(text):
    """A line is a paragraph; what follows it is a new sentence."""
    for sent in Sentences()(TOKENIZER(text)).sents:
        assert len(sent.text.strip().splitlines()) <= 1


def test_sentences_that_a_document_brings_along_are_kept():
    doc = TOKENIZER("Смета готова. Деньги есть.")
    for token in doc:
        token.is_sent_start = token.i == 0
    assert [sent.text for sent in Sentences()(doc).sents] == ["Смета готова. Деньги есть."]

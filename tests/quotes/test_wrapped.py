"""A hard-wrapped text has the quotes of the same text in one line a paragraph."""

import textwrap

import pytest

from molva.conll import read_conllu, write_conllu
from molva.contract import read_mentions, read_quotes

TEXT = (
    (
        "Котельную в посёлке Лукино запустят в декабре, сообщил журналистам глава района Аркадий Полушкин. «Трубы уже "
        "привезли, и рабочие варят последние стыки», — добавил он."
    ),
    (
        "По словам заместителя министра Инны Рогожкиной, денег хватит на всю зиму и ещё на часть весны. В пресс-службе "
        "Портового банка заявили, что кредит выдан. «Мы ждём. Терпения хватит», — сказала жительница Вера Ивановна Зуева, "
        "которая живёт в посёлке сорок лет."
    ),
)


def said(doc):
    return [
        (" ".join(quote.text.split()), quote.speaker and quote.speaker.name) for quote in read_quotes(doc)
    ]


@pytest.mark.parametrize("width", [60, 70, 80])
def test_quotes_run_over_line_ends(nlp, width):
    plain = nlp("\n\n".join(TEXT))
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in TEXT)
    doc = nlp(text)
    assert doc.text == text
    assert said(doc) == said(plain)
    assert len(said(doc)) == 5
    assert [m.normal for m in read_mentions(doc)] == [m.normal for m in read_mentions(plain)]
    conllu = write_conllu(doc, "d")
    assert conllu.count("# newpar") == 2
    assert read_conllu(conllu).text == text

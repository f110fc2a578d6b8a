"""The quote stage over a document that it has been over before."""

import pytest

from molva.contract import read_quotes

TEXTS = (
    "Мост закрыт. Подсчёт голосов показал, что победил Орехов. «Спасибо», — сказал он.",
    "В сообщении на сайте порта говорится, что причал закрыт. В нём сказано, что он откроется в мае.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_second_time_gives_the_same(nlp, text):
    doc = nlp(text)
    once = [(q.text, q.speaker and q.speaker.name) for q in read_quotes(doc)]
    assert once
    again = nlp.get_pipe("molva_quotes")(doc)
    assert [(q.text, q.speaker and q.speaker.name) for q in read_quotes(again)] == once

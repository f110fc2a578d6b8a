"""Words that a hyphen divides at the end of a line."""

import spacy

from molva.tokens.tokenizer import RazdelTokenizer
from molva.words import read_words

TOKENIZER = RazdelTokenizer(spacy.blank("ru").vocab)
WRAPPED = """Глава района Аркадий Полушкин заявил в четверг журналистам, что котель-
ную запустят в декабре, а кредит банка посёлок вернёт в апреле. Инна Рогож-
кина уточнила, что денег в бюджете хватит на всю зиму и на весну, а пресс-
служба завода сообщила, что трубы привезли ещё в самом начале октября."""


def test_a_divided_word_is_one_word():
    doc = TOKENIZER(WRAPPED)
    assert doc.text == WRAPPED
    assert "котель-\nную" in [token.text for token in doc]
    forms = read_words(doc).form
    assert {"котельную", "Рогожкина"} <= set(forms)
    assert {"пресс-", "служба"} <= set(forms)


def test_elsewhere_a_line_break_divides_no_word():
    assert read_words(TOKENIZER("Список:\nкотель-\nную")).form == ["Список", ":", "котель-", "ную"]

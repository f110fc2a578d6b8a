"""How sure molva is of a quote."""

import pytest

from molva.quotes.confidence import logistic


def confidences(nlp, text):
    return [quote.confidence for quote in nlp(text)._.quotes]


def test_a_confidence_is_a_chance(nlp):
    found = confidences(nlp, "«Смета готова», — сказал Пётр Орехов. По некоторым данным, мост закроют.")
    assert len(found) == 2
    assert all(0 < value < 1 for value in found)


def test_a_name_at_the_quote_is_surer_than_a_role_that_nobody_bears(nlp):
    named, bare = (
        "«Смету мы утвердили ещё весной», — сказал Пётр Орехов.",
        "Пётр Орехов и Анна Лаптева спорили. «Смету мы утвердили ещё весной», — сказал чиновник.",
    )
    assert confidences(nlp, named)[0] > confidences(nlp, bare)[0]


def test_a_score_of_nought_is_even():
    assert logistic(0) == 0.5
    assert logistic(3) == pytest.approx(1 - logistic(-3))

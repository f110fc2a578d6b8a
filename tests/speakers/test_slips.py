"""A surname misspelt: it is looked for among those that share a form without one letter with it."""

import pytest

from bench.monsters import MONSTERS
from molva.speakers import persons
from molva.speakers.names import one_slip, shortened


@pytest.mark.parametrize(
    ("word", "known"),
    [("лаптевский", "лаптвский"), ("лаптвский", "лаптевский"), ("лаптевский", "лаптивский"), ("лаптевский", "лапетвский")],
)  # fmt: skip
def test_two_words_with_one_slip_between_them_share_a_shortened_form(word, known):
    assert one_slip(word, known)
    assert shortened(word) & shortened(known)


def test_a_list_of_people_is_not_compared_one_by_one(nlp, monkeypatch):
    compared = []
    monkeypatch.setattr(persons, "one_slip", lambda *words: compared.append(words) or one_slip(*words))
    nlp(MONSTERS["roles with names"](300))
    assert len(compared) < 3 * 300

"""Sentences that nobody has written: lists of thousands of words without a full stop."""

import sys

import pytest

from bench.monsters import MONSTERS, grown
from molva.quotes.scene import ENDLESS, Scene
from molva.tokens.endless import PIECE
from molva.words import read_words

CLAUSE = "Орехов сказал, что мост откроют, а "


def pieces(doc):
    """The stretches that the rules take for sentences."""
    scene = Scene(read_words(doc))
    return sorted({scene.sentence(i) for i in range(len(scene.words))})


def test_an_endless_sentence_is_read_in_pieces_that_follow_each_other(nlp):
    found = pieces(nlp(CLAUSE * 120))
    assert len(found) > 2
    assert all(end - start <= ENDLESS + 9 for start, end in found)
    assert [start for start, _ in found[1:]] == [end for _, end in found[:-1]]


def test_what_nobody_has_written_is_read_in_small_pieces_though_no_comma_helps(nlp):
    found = pieces(nlp("«Мост открыт» " * 400))
    assert all(end - start <= PIECE for start, end in found)
    assert [start for start, _ in found[1:]] == [end for _, end in found[:-1]]


def test_a_long_sentence_is_whole(nlp):
    (whole,) = pieces(nlp(CLAUSE * 30))
    assert whole[0] == 0


def test_a_long_speech_in_marks_is_whole(nlp):
    doc = nlp(f"«{CLAUSE * 60}всё», — сказал он.")
    assert len(pieces(doc)) == 1


NEWS = (
    "Вера Орехова сказала, что мост через реку откроют в мае. «Мы ждём весны», — заявил Олег Зуев в четверг. "
    "Он добавил: «Трубы привезут». По словам мэра, паром больше не ходит. Депутат уточнил, что денег хватит. "
)


def calls(nlp, text):
    """How many functions are called, and generators gone on with, on the way to the quotes of a text."""
    count = 0

    def called(*_):
        nonlocal count
        count += 1

    before = sys.gettrace()
    sys.settrace(called)
    try:
        nlp(text)
    finally:
        sys.settrace(before)
    return count


def test_twice_the_paragraph_takes_twice_the_work(nlp):
    nlp(NEWS)
    once, twice = calls(nlp, NEWS * 80), calls(nlp, NEWS * 160)
    assert twice < 2.2 * once


# Of each a rule once looked from every place through all the others.
ONCE_QUADRATIC = (
    'marks "',
    "marks „“",
    "nested «»",
    "colons",
    "pieces under one verb",
    "pieces, a verb each",
    "quotes with tails, one sentence",
    "that in one sentence",
    "who in who",
)


@pytest.mark.slow
@pytest.mark.parametrize("name", ONCE_QUADRATIC)
def test_twice_the_monster_takes_twice_the_work(name, nlp):
    once, twice = (grown(nlp, MONSTERS[name], tokens) for tokens in (900, 1_800))
    nlp(once), nlp(twice)  # all words are known
    assert calls(nlp, twice) < 2.5 * calls(nlp, once)


def test_marks_deep_in_each_other_are_no_pairs(nlp):
    """Rules look through all that stands in a pair: a thousand of them around each other hang."""
    deep = MONSTERS["nested «»"](40)
    assert len(read_words(nlp(deep)).pairs) < len(deep) // 2
    few = "«Он сказал: «Она сказала: «Мост открыт»»»."
    assert len(read_words(nlp(few)).pairs) == 3

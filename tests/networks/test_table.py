"""What is remembered of words is what would be made anew, however small the table."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from molva.networks.crf import best_labels
from molva.networks.first import FirstLayer
from molva.networks.layout import Layout
from molva.networks.table import WordTable

WORDS = [f"слово{n}" for n in range(40)]


def made(words):
    """A row of two numbers for each word, never those of no word."""
    return np.array([[len(word), 1 + WORDS.index(word)] for word in words], np.float32).reshape(-1, 2)


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=20), max_size=12), st.integers(8, 50))
def test_a_bounded_table_forgets_and_never_errs(batches, most):
    table = WordTable(made, 2, most)
    for words in batches:
        np.testing.assert_array_equal(table.rows(words), made(words))
        rows, _ = table.look_up(words)
        assert rows[-1].tolist() == [0, 0]


def test_words_are_made_once_while_they_fit():
    asked = []
    table = WordTable(lambda words: asked.extend(words) or made(words), 2, 80)
    for words in (WORDS[:3], WORDS[1:5], WORDS[:5]):
        table.rows(words)
    assert asked == WORDS[:5]


def test_the_words_met_most_often_stay():
    asked = []
    table = WordTable(lambda words: asked.extend(words) or made(words), 2, 16)
    for _ in range(5):
        table.rows(WORDS[:2])
    for word in WORDS[2:]:
        table.rows([word])
    asked.clear()
    table.rows(WORDS[:2])
    assert asked == []


def test_the_first_layer_is_a_convolution():
    """By hand: the word before, the word, the word after, within a sequence."""
    random = np.random.default_rng(3)
    weight = random.normal(size=(6, 5)).astype(np.float32)
    bias = random.normal(size=5).astype(np.float32)
    sequences = [WORDS[:4], [], WORDS[2:3], WORDS[5:9]]
    words = [word for sequence in sequences for word in sequence]
    layout = Layout([len(sequence) for sequence in sequences])
    found = FirstLayer(made, weight, bias)(words, layout)[layout.places]
    nothing = np.zeros((1, 2), np.float32)
    wanted = []
    for sequence in sequences:
        x = np.vstack((nothing, made(sequence), nothing))
        wanted += [np.maximum(x[i : i + 3].reshape(-1) @ weight + bias, 0) for i in range(len(sequence))]
    np.testing.assert_allclose(found, wanted, rtol=1e-5, atol=1e-5)


def test_no_words_have_no_labels():
    assert best_labels(np.zeros((0, 3), np.float32), [], np.zeros((3, 3), np.float32)).tolist() == []
    assert best_labels(np.zeros((0, 3), np.float32), [0, 0], np.zeros((3, 3), np.float32)).tolist() == []

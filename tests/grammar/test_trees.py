"""Trees are trees, and the best ones."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from molva.grammar import trees
from molva.grammar.trees import best_tree, is_tree

SCORES = st.integers(1, 5).flatmap(
    lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-30, 30, width=16))
)


@given(SCORES)
def test_no_tree_is_better(scores):
    """Against all trees of a few words."""
    size = len(scores)
    found = best_tree(scores).tolist()
    assert is_tree(found)

    def total(heads):
        return sum(scores[i, head] for i, head in enumerate(heads))

    best = max(total(heads) for heads in product(range(size + 1), repeat=size) if is_tree(heads))
    assert total(found) == pytest.approx(best, abs=1e-3)


@given(st.integers(1, 60), st.integers(0, 10_000))
def test_one_root_and_no_cycle_at_any_size(size, seed):
    """Random scores of a long sentence still give a tree."""
    scores = np.random.default_rng(seed).normal(size=(size, size + 1), scale=20)
    assert is_tree(best_tree(scores).tolist())


@pytest.mark.parametrize("worst", ["all on the root", "a ring", "pairs", "themselves", "anything"])
def test_stubborn_scores(worst):
    """Scores that want anything but a tree."""
    size = 90
    scores = np.zeros((size, size + 1))
    wanted = {
        "all on the root": np.zeros(size, int),
        "a ring": np.arange(size) + 2,
        "pairs": (np.arange(size) ^ 1) + 1,
        "themselves": np.arange(size) + 1,
        "anything": np.arange(size) * 0 + 1,
    }[worst]
    scores[np.arange(size), np.minimum(wanted, size)] = 100
    assert is_tree(best_tree(scores).tolist())


def test_the_limits():
    assert best_tree(np.zeros((0, 1))).tolist() == []
    assert best_tree(np.array([[1.0, 5.0]])).tolist() == [0]
    assert not is_tree([0, 0])
    assert not is_tree([2, 1])
    assert not is_tree([1])


@given(SCORES)
def test_the_slow_search_agrees(scores):
    """Both ways to one root find trees of the same worth."""
    table = np.array(scores, np.float64)
    size = len(table)
    table[np.arange(size), np.arange(1, size + 1)] = trees._NEVER
    heads = trees._fine_roots(table)
    assert is_tree(heads.tolist())
    best = best_tree(scores)
    assert table[np.arange(size), heads].sum() == pytest.approx(table[np.arange(size), best].sum(), abs=1e-3)

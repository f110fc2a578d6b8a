"""Whatever the words, a sentence becomes a lawful tree."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from molva.grammar.parsing import MOST_WORDS, parse, pieces
from molva.grammar.repairs import hang_marks
from molva.grammar.tags import lawful_tags
from molva.grammar.trees import is_tree
from molva.networks.morph import Tagger
from molva.networks.syntax import Parser

WORDS = (
    "Глава ведомства заявил , что смета и план готовы « — » ( ) . ! ? … в на бы не был будет его это "
    "который сто Орехов ТАСС the 12 % $ 😀 ))) по причине того если то"
).split()
LEFT_TO_RIGHT = {"conj", "fixed", "flat", "appos"}


@pytest.fixture(scope="module")
def read():
    tagger, parser = Tagger(), Parser()

    def run(words):
        upos = [pos for pos, _ in lawful_tags(words, next(tagger.tags([words])))]
        (parsed,) = parse(parser.read([words]), [upos], parser.labels)
        return upos, *parsed

    return run


@settings(max_examples=150, deadline=None, derandomize=True)
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_lawful(read, words):
    """One root, no cycle, and relations that the guidelines allow."""
    upos, heads, relations = read(words)
    assert is_tree(heads)
    kinds = [relation.partition(":")[0] for relation in relations]
    assert [head == 0 for head in heads] == [kind == "root" for kind in kinds]
    for i, (head, kind) in enumerate(zip(heads, kinds, strict=True)):
        assert (kind == "punct") == (upos[i] == "PUNCT") or kind == "root"
        assert kind not in LEFT_TO_RIGHT or head <= i
        if head and upos[head - 1] == "PUNCT":
            assert set(upos) == {"PUNCT"}
    for head in set(heads) - {0}:
        below = [kinds[i] for i in range(len(words)) if heads[i] == head]
        assert sum(kind in ("nsubj", "csubj") for kind in below) <= 1
        assert below.count("obj") <= 1


def test_a_list_without_full_stops_is_parsed_in_pieces(read):
    """A thousand words in a row are one tree, and no table of a million scores is made."""
    upos, heads, relations = read(["Орехов", ",", "глава", "ведомства", ";"] * 200)
    assert is_tree(heads)
    assert relations.count("root") == 1
    cuts = list(pieces(upos))
    assert all(stop - start <= MOST_WORDS for start, stop in cuts)
    assert [start for start, _ in cuts[1:]] == [stop for _, stop in cuts[:-1]]
    assert all(upos[stop - 1] == "PUNCT" for _, stop in cuts)


def test_pieces_without_punctuation():
    """Where there is nothing to cut behind, the limit cuts."""
    assert list(pieces(["NOUN"] * (MOST_WORDS + 5))) == [(0, MOST_WORDS), (MOST_WORDS, MOST_WORDS + 5)]
    assert list(pieces([])) == []


def test_marks_hang_within_their_reach():
    """«Смета , что готова , лежит .»: whatever the scores prefer, a comma takes a word beside it or above on its side."""
    marks = [False, True, False, False, True, False, True]
    heads = [6, 4, 4, 1, 4, 0, 6]
    arcs = np.zeros((7, 8), np.float32)
    arcs[1, [3, 6]] = 1, 9  # the first comma would like «лежит», which is above «смета» on the other side
    arcs[4, [1, 4]] = 2, 1
    arcs[6, 1] = 5  # «смета» hangs on «лежит», and is not above it
    assert hang_marks(heads, marks, arcs) == [6, 3, 4, 1, 1, 0, 6]


@pytest.mark.parametrize(
    ("words", "upos"),
    [
        ("Спасибо )", ["PUNCT", "SYM"]),
        ("Ура )))", ["PUNCT", "SYM"]),
        ("Смета ( план ) готова", ["PUNCT", "PUNCT", "PUNCT", "PUNCT", "PUNCT"]),
        ("1 ) смета", ["X", "PUNCT", "X"]),
        ("😀 ?!", ["SYM", "PUNCT"]),
    ],
)
def test_spelling_overrules_the_network(words, upos):
    """Marks are marks, words are words, and a stray closing bracket smiles."""
    found = [pos for pos, _ in lawful_tags(words.split(), [("PUNCT", "")] * len(words.split()))]
    assert found == ["X" if word.isalnum() else pos for word, pos in zip(words.split(), upos, strict=True)]


@given(st.integers(2, 12), st.data())
def test_marks_are_leaves_beside_words(size, data):
    """Whatever the scores, the tree stays a tree, the words keep their heads, and marks hang on words."""
    root = data.draw(st.integers(1, size))
    marks = [i + 1 != root and data.draw(st.booleans()) for i in range(size)]
    heads = [0 if i + 1 == root else root for i in range(size)]
    arcs = np.array(
        data.draw(
            st.lists(
                st.lists(st.floats(-9, 9), min_size=size + 1, max_size=size + 1), min_size=size, max_size=size
            )
        )
    )
    hung = hang_marks(heads, marks, arcs)
    assert is_tree(hung)
    assert all(marks[i] or hung[i] == heads[i] for i in range(size))
    assert not any(head and marks[head - 1] for head in hung)

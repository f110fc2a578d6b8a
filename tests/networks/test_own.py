"""What our own networks have more than natasha's: further sight, the dictionary, the document's memory."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import molva
from molva import models
from molva.errors import ModelError
from molva.networks import possible, weights
from molva.networks.blocks import Block
from molva.networks.choice import Choice
from molva.networks.compiled import LANES, open_kernel
from molva.networks.dictionary import NAMES, dictionary_rows
from molva.networks.layout import Layout
from molva.networks.memory import Memory
from molva.networks.morph import Tagger
from molva.networks.ner import Ner
from molva.networks.possible import Possible, kinds_of
from molva.networks.syntax import Parser
from molva.networks.vectors import open_vectors

DOCUMENTS = [
    "Посол Пётр Орехов выступил в Женеве . Орехов не ответил на вопросы .".split(),
    "В Заречье открыли мост .".split(),
    "Орехов .".split(),
    [],
    "«Арсенал» выиграл у « Луча » , сообщила Мухина-Белова .".split(),
]


@pytest.fixture(scope="module")
def networks():
    return Ner("molva"), Tagger("molva"), Parser("molva")


def said(networks, documents):
    """What the three networks say of documents read together."""
    ner, tagger, parser = networks
    arcs = [reading.arcs() for reading in parser.read(documents)]
    return list(ner.spans(documents)), list(tagger.tags(documents)), arcs


@settings(max_examples=25, deadline=None, derandomize=True)
@given(order=st.permutations(range(len(DOCUMENTS))))
def test_neighbours_in_a_batch_change_nothing(networks, order):
    """No word sees or remembers another document, however far the blocks reach."""
    together = said(networks, [DOCUMENTS[n] for n in order])
    for place, n in enumerate(order):
        (spans,), (tags,), (arcs,) = said(networks, [DOCUMENTS[n]])
        assert spans == together[0][place]
        assert tags == together[1][place]
        np.testing.assert_allclose(arcs, together[2][place], rtol=1e-4, atol=1e-3)


def test_a_block_is_a_convolution_with_gaps():
    """By hand: each row, the row ``gap`` before and the row ``gap`` after it in the same sequence."""
    random = np.random.default_rng(2)
    weight, out = (
        random.normal(size=(4, 12)).astype(np.float32),
        random.normal(size=(4, 4)).astype(np.float32),
    )
    bias = random.normal(size=4).astype(np.float32)
    x = random.normal(size=(8, 4)).astype(np.float32)
    found = Block(weight, bias, out, 2)(x, Layout([5, 0, 3]))
    left, own, right = np.split(weight, 3, axis=1)
    for i in range(8):
        start, end = (0, 5) if i < 5 else (5, 8)
        seen = bias + x[i] @ own
        if i - 2 >= start:
            seen = seen + x[i - 2] @ left
        if i + 2 < end:
            seen = seen + x[i + 2] @ right
        np.testing.assert_allclose(found[i], x[i] + np.maximum(seen, 0) @ out, rtol=1e-4, atol=1e-5)


def test_the_memory_is_the_mean_of_a_names_mentions():
    """«Женева» and «Женеве» remember each other; another document and words in lower case do not."""
    documents = [["Женева", "рада", "Женеве"], ["Женева"]]
    x = np.arange(8, dtype=np.float32).reshape(4, 2)
    found = Memory(np.eye(2, dtype=np.float32), np.zeros(2, np.float32))(x, documents)
    mean = (x[0] + x[2]) / 2
    np.testing.assert_allclose(found, [x[0] + mean, x[1], x[2] + mean, x[3] + x[3]])


def test_the_dictionary_tells_a_surname_from_a_place():
    surname, place = dictionary_rows(["Антонова", "Женеве"])
    assert surname[NAMES.index("Surn")] > 0
    assert surname[NAMES.index("Geox")] == 0
    assert place[NAMES.index("Geox")] > 0
    assert place[NAMES.index("loct-femn")] > 0


def test_the_dictionary_does_not_mind_capitals_and_knows_what_is_no_word():
    lower, upper, mark, latin = dictionary_rows(["мост", "МОСТ", ",", "NASA"])
    np.testing.assert_array_equal(lower, upper)
    assert mark[NAMES.index("PNCT")] == 1
    assert latin[NAMES.index("LATN")] == 1


@pytest.fixture(params=["compiled", "numpy"])
def choice(request, monkeypatch):
    """Chooses among tags by scores, which stand for the words themselves: the weight is one."""
    if request.param == "numpy":
        monkeypatch.setattr("molva.networks.choice.open_kernel", lambda: None)
    elif open_kernel() is None:
        pytest.skip("no compiled kernel here")

    def choosing(tags):
        width = -(-len(tags) // LANES) * LANES
        weight = np.eye(width, len(tags), dtype=np.float32)
        made = Choice(weight, np.zeros(len(tags), np.float32), Possible(tags))

        def best(scores, words):
            x = np.zeros((len(words), width), np.float32)
            x[:, : len(tags)] = scores
            return made.best(x, words).tolist()

        return best

    return choosing


def test_the_dictionary_leaves_open_what_a_word_may_be(choice):
    """«Сообщал» is a finite verb and nothing else; «Орехову» may be «орех» or a name of any case."""
    tags = [
        ("VERB", "VerbForm=Fin"), ("VERB", "Case=Nom|VerbForm=Part"), ("PRON", ""),
        ("NOUN", "Case=Ins"), ("PROPN", "Case=Dat"),
    ]  # fmt: skip
    best = choice(tags)
    assert best([[0, 9, 8, 7, 6], [4, 3, 2, 1, 0]], ["сообщал", "Москве"]) == [0, 4]
    assert best([[1, 0, 0, 0, 0], [0, 0, 0, 9, 1]], ["сообщал", "аблвыф"]) == [0, 3]


def test_a_mark_is_a_mark(choice):
    best = choice([("NOUN", ""), ("PUNCT", ""), ("SYM", "")])
    assert best([[3, 1, 2], [3, 2, 1]], ["—", "%"]) == [2, 1]


def test_where_the_dictionary_leaves_nothing_open_the_network_decides(choice):
    assert choice([("NOUN", ""), ("ADJ", "")])([[0, 1]], ["сообщал"]) == [1]


def test_of_equal_scores_the_first_is_taken(choice):
    assert choice([("ADJ", ""), *[("NOUN", "")] * 9])([[0] * 10], ["дом"]) == [1]


def test_full_lists_begin_anew(choice, monkeypatch):
    monkeypatch.setattr(possible, "_MOST_LISTS", 2)
    best = choice([("NOUN", ""), ("VERB", ""), ("PRON", "")])
    wanted = {"дом": 0, "идёт": 1, "мне": 2, "аблвыф": 1}
    for _ in range(2):
        assert {word: best([[2, 3, 1]], [word])[0] for word in wanted} == wanted
    assert best([[2, 3, 1]] * 4, list(wanted)) == list(wanted.values())


@pytest.mark.parametrize("word", ["аблвыф", "NASA", "2008"])
def test_words_that_the_dictionary_does_not_have_may_be_anything(word):
    assert kinds_of(word) == frozenset()


def test_a_word_is_known_with_and_without_the_dots_of_yo():
    dotted, plain, unknown = open_vectors("natasha").rows_without_yo(["развёл", "развел", "аблвыф"]).tolist()
    assert dotted == plain != unknown


def test_no_name_crosses_the_end_of_a_sentence():
    words = "Приехал Пётр Орехов".split()
    (whole,) = Ner("molva").spans([words])
    (torn,) = Ner("molva").spans([words], [[2]])
    assert (1, 3, "PER") in whole
    assert all(end <= 2 or start >= 2 for start, end, _ in torn)


def test_a_second_guideline_can_be_chosen():
    nerel, factru = Ner("molva"), Ner("molva", "factru")
    assert not np.array_equal(nerel._weight, factru._weight)
    with pytest.raises(ModelError, match="knows no guideline 'muc'; it knows: nerel, factru"):
        Ner("molva", "muc")
    with pytest.raises(ModelError, match="it knows: one"):
        Ner("natasha", "factru")


def test_the_stock_weights_stay_selectable():
    nlp = molva.load("natasha")
    assert nlp.get_pipe("molva_entities").model == "natasha"
    assert [e.text for e in nlp("В Женеву приехал Пётр Орехов.").ents] == ["Женеву", "Пётр Орехов"]


def test_weights_for_another_dictionary_are_refused(tmp_path, monkeypatch):
    manifest = json.loads((models.folder("molva") / "manifest.json").read_text(encoding="utf-8"))
    (tmp_path / "molva").mkdir()
    text = json.dumps(manifest | {"dictionary": ["NOUN"]}, ensure_ascii=False)
    (tmp_path / "molva/manifest.json").write_text(text, encoding="utf-8")
    monkeypatch.setattr(models, "_PLACES", (tmp_path, tmp_path))
    with pytest.raises(ModelError, match="other marks of the dictionary"):
        weights.open_weights("molva").told_of(NAMES)


def test_all_weights_together_stay_small():
    """40 MB with the word vectors; every file is what its manifest says."""
    total = 0
    for name in ("natasha", "molva"):
        opened = weights.open_weights(name)
        for file in opened.manifest["files"]:
            total += opened._verified(file).stat().st_size
    assert total < 40_000_000

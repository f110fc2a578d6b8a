"""Our numpy code says what slovnet says, word for word."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from molva.networks.crf import best_labels
from molva.networks.morph import Tagger
from molva.networks.ner import Ner
from molva.networks.syntax import Parser
from molva.tokens.razdel import token_edges

# Our own sentences: news, names, numbers, typing errors, foreign words, marks of all makes.
TEXTS = (
    "Глава ведомства Пётр Орехов заявил «Вестнику», что смета готова.",
    "В Нью-Йорке 12 мая 2023 года прошла встреча министров иностранных дел.",
    "Из-за пожара на заводе «Арсенал» эвакуировали 120 человек, сообщили в МЧС.",
    "Она сказала, что не приедет; он кивнул и вышел…",
    "СИЗО-6, 3,5 % и т. д. — всё это iPhone 15 Pro???",
    "Анна Мухина-Белова, по словам её адвоката, вину не признаёт.",
    "Курс доллара вырос на 1,2 рубля — до 98,70 руб.",
    "«Мы готовы. Условия известны», — объявила Лаптева журналистам РИА «Луч».",
    "Ёлку ставят в декабре (обычно 25-го), а убирают в январе.",
    "Кто там? — Свои!",
    "орехов написал: ща приду )))",
    "В Кремле не комментируют сообщения Reuters о переговорах в Женеве.",
)


WORDS = [[text[a:b] for a, b in token_edges(text)] for text in TEXTS]
VOCABULARY = sorted(
    {word for words in WORDS for word in words} | {"аблвыф", "ΔP", "日本", "😀", "NASA", "1990-е", "-"}
)


@pytest.fixture(scope="module")
def tagger():
    return Tagger("natasha")


@pytest.fixture(scope="module")
def parser():
    return Parser("natasha")


@pytest.fixture(scope="module")
def ner():
    return Ner("natasha")


def sentences():
    return st.lists(st.lists(st.sampled_from(VOCABULARY), max_size=30), max_size=6)


def check(slovnet, tagger, parser, ner, documents):
    """Compare tags, arc and relation scores, and names, for sequences taken together."""
    tags = list(tagger.tags(documents))
    readings = list(parser.read(documents))
    spans = list(ner.spans(documents))
    for n, words in enumerate(documents):
        assert len(tags[n]) == len(words)
        if not words:
            assert spans[n] == []
            continue
        wanted = [tagger._tags[label] for label in slovnet.morph(words).argmax(-1)]
        assert tags[n] == wanted
        pred = slovnet.syntax(words)
        arcs = readings[n].arcs()
        np.testing.assert_allclose(arcs, pred.head_id[0], rtol=1e-5, atol=1e-3)
        heads = pred.head_id[0].argmax(-1)
        relations = readings[n].relations(heads)
        np.testing.assert_allclose(relations, pred.rel_id[0], rtol=1e-5, atol=1e-3)
        assert [(a, b) for a, b, _ in spans[n]] == runs(ner._tags[label] for label in slovnet.ner(words))


def runs(tags):
    """Half-open stretches that begin with B-."""
    found = []
    for i, tag in enumerate(tags):
        if tag.startswith("B-"):
            found.append((i, i + 1))
        elif tag.startswith("I-") and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
    return found


def test_sentences_of_news(slovnet, tagger, parser, ner):
    """On plain sentences all three networks agree with slovnet."""
    check(slovnet, tagger, parser, ner, WORDS)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(documents=sentences())
def test_any_words_in_any_order(slovnet, tagger, parser, ner, documents):
    """Neither junk nor empty sentences nor neighbours in a batch change a score."""
    check(slovnet, tagger, parser, ner, documents)


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 300])
def test_short_and_long(slovnet, tagger, parser, ner, size):
    """The windows of the convolution are right at every length."""
    check(slovnet, tagger, parser, ner, [(VOCABULARY * 9)[:size]])


def test_nothing_at_all(tagger, parser, ner):
    """No documents and blank documents are no error."""
    for nothing in ([], [[]], [[], []]):
        assert list(tagger.tags(nothing)) == nothing
        assert list(ner.spans(nothing)) == nothing
        assert [r.arcs().shape for r in parser.read(nothing)] == [(0, 1)] * len(nothing)


def test_paths_of_a_chain_by_brute_force():
    """Viterbi finds the best of all paths."""
    random = np.random.default_rng(1)
    transitions = random.normal(size=(3, 3)).astype(np.float32)
    emissions = [random.normal(size=(size, 3)).astype(np.float32) for size in (4, 1, 5, 0, 2)]
    sizes = [len(scores) for scores in emissions]
    labels = best_labels(np.concatenate(emissions), sizes, transitions)
    for scores, path in zip(emissions, np.split(labels, np.cumsum(sizes)[:-1]), strict=True):
        if not len(scores):
            continue
        every = np.stack(np.meshgrid(*[range(3)] * len(scores), indexing="ij"), -1).reshape(-1, len(scores))
        totals = scores[np.arange(len(scores)), every].sum(1) + transitions[every[:, :-1], every[:, 1:]].sum(
            1
        )
        assert path.tolist() == every[totals.argmax()].tolist()

"""slovnet itself, reading our repacked weights: the reference that our numpy code is held against."""

from types import SimpleNamespace

import numpy as np
import pytest

from molva.networks.vectors import open_vectors
from molva.networks.weights import open_weights


@pytest.fixture(scope="session")
def slovnet():
    """Slovnet's networks over our files, as functions of word lists."""
    encoders = pytest.importorskip("slovnet.exec.encoders")
    model = pytest.importorskip("slovnet.exec.model")
    weights = open_weights("natasha")
    vectors = open_vectors("natasha")
    shapes = weights.shapes

    class Words:
        pad_id = -1

        def encode(self, word):
            return int(vectors.rows([word])[0])

    class Shapes:
        pad_id = shapes.index("<pad>")

        def encode(self, shape):
            return shapes.index(shape)

    encoder = encoders.TagEncoder(Words(), Shapes(), 8)

    def weight(array):
        return model.Weight(array.shape, str(array.dtype), array)

    def build(name):
        arrays = {key: weight(array) for key, array in weights.network(name).items()}
        rows = np.vstack((weights.array("rows"), np.zeros((1, 100), np.uint8)))
        word = model.NavecEmbedding("navec", weight(rows), weight(np.array(weights.array("codes"))))
        layers = []
        for n in range(3):
            prefix = f"encoder.layers.{n}."
            conv = model.Conv1d(arrays[prefix + "conv.weight"], arrays[prefix + "conv.bias"], 1)
            norm = [arrays[f"{prefix}norm.{part}"] for part in ("weight", "bias", "mean", "std")]
            layers.append(model.CNNEncoderLayer(conv, model.ReLU(), model.BatchNorm1d(*norm)))
        emb = model.WordShapeEmbedding(word, model.Embedding(arrays["emb.shape.weight"]))
        return arrays, emb, model.CNNEncoder(layers)

    def linear(arrays, prefix):
        return model.Linear(arrays[prefix + "proj.weight"], arrays[prefix + "proj.bias"])

    def forward(arrays, prefix):
        return model.FF(linear(arrays, prefix), model.ReLU())

    arrays, emb, cnn = build("morph")
    morph = model.Morph(emb, cnn, model.MorphHead(linear(arrays, "head.")))
    arrays, emb, cnn = build("ner")
    head = model.NERHead(linear(arrays, "head."), model.CRF(arrays["head.crf.transitions"]))
    ner = model.NER(emb, cnn, head)
    arrays, emb, cnn = build("syntax")
    parts = [
        kind(
            forward(arrays, f"{name}.head."),
            forward(arrays, f"{name}.tail."),
            arrays[f"{name}.root"],
            arrays[f"{name}.kernel"],
        )
        for kind, name in ((model.SyntaxHead, "head"), (model.SyntaxRel, "rel"))
    ]
    syntax = model.Syntax(emb, cnn, *parts)

    def run(network, words):
        (item,) = encoder([words])
        return network(item.word_id, item.shape_id, np.zeros((1, len(words)), bool))

    def path(words):
        return ner.head.crf.decode(run(ner, words), np.ones((1, len(words)), bool))[0]

    return SimpleNamespace(
        morph=lambda words: run(morph, words)[0],
        syntax=lambda words: run(syntax, words),
        ner=path,
    )

"""Weights are found, checked, and missed with a clear word."""

import json
import shutil

import pytest

from molva import models
from molva.errors import ModelError
from molva.networks import weights
from molva.networks.shapes import word_shape


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the model that a test may damage."""
    shutil.copytree(models.folder("natasha"), tmp_path / "natasha")
    monkeypatch.setattr(models, "_PLACES", (tmp_path, tmp_path))
    return tmp_path / "natasha"


def test_an_unknown_model_is_told_with_those_there_are():
    with pytest.raises(ModelError, match="no model named 'pushkin'.*there are: molva, natasha"):
        models.folder("pushkin")


def test_every_file_is_what_the_manifest_says():
    opened = weights.open_weights("natasha")
    for name in ("morph", "syntax", "ner"):
        assert opened.network(name)
    for name in ("hashes", "rows", "codes"):
        assert len(opened.array(name))
    assert sum(entry["bytes"] for entry in opened.manifest["files"].values()) < 36_000_000


def test_a_damaged_file_is_refused(copied):
    with (copied / "ner.npz").open("r+b") as file:
        file.seek(1000)
        file.write(b"oops")
    with pytest.raises(ModelError, match="ner.npz is damaged"):
        weights.open_weights("natasha").network("ner")


def test_a_missing_file_is_told(copied):
    (copied / "codes.npy").unlink()
    with pytest.raises(ModelError, match="codes.npy is missing"):
        weights.open_weights("natasha").array("codes")


def test_another_format_is_told(copied):
    manifest = json.loads((copied / "manifest.json").read_text())
    (copied / "manifest.json").write_text(json.dumps(manifest | {"format": 99}))
    with pytest.raises(ModelError, match="format 99"):
        weights.open_weights("natasha")


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("Смета", "RU_Xx"), ("СИЗО-6", "RU_XX"), ("Нью-Йорк", "RU_Xx-Xx"), ("и", "RU_x"), ("Я", "RU_X"),
        ("NASA", "EN_XX"), ("iPhone", "EN_OTHER"), ("2011-2020", "NUM"), ("-5", "NUM"), (",", "PUNCT_,"),
        ("...", "PUNCT_OTHER"), ("—", "PUNCT_—"), ("😀", "OTHER"),
    ],
)  # fmt: skip
def test_shapes_of_words(word, shape):
    assert word_shape(word) == shape

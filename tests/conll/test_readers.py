"""Other people's readers find in the file what we put there."""

import subprocess
import sys
import warnings

import conllu
import pytest
from spacy.tokens import DocBin
from spacy.vocab import Vocab

NAMES = [("Анна Ковалёва", "PER"), ("Вестнику", "ORG"), ("Ковалёва", "PER")]


def test_conllu_reads_words_and_misc(golden_path):
    sentences = conllu.parse(golden_path.read_text(encoding="utf-8"))
    assert len(sentences) == 6
    assert sentences[0].metadata["sent_id"] == "завод-пожар.txt-p1s1"
    assert [word["form"] for word in sentences[0]][:4] == ["Пресс-секретарь", "завода", "Анна", "Ковалёва"]
    assert sentences[0][2]["misc"] == {"Entity": "(e1-person-1", "NE": "B-PER"}
    assert sentences[1][5]["misc"]["QuoteCue"] == "q1"


def test_udapi_rebuilds_the_entities(golden_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        udapi = pytest.importorskip("udapi")
        document = udapi.Document(str(golden_path))
    entities = {
        e.eid: (e.etype, [" ".join(n.form for n in m.words) for m in e.mentions])
        for e in document.coref_entities
    }
    assert entities == {
        "e1": ("person", ["Пресс-секретарь завода Анна Ковалёва", "Анна Ковалёва", "она", "Ковалёва"]),
        "e2": ("organization", ["завода", "завод"]),
        "e3": ("organization", ["Вестнику"]),
        "e4": ("person", ["Пожарные"]),
    }
    heads = [m.head.form for m in document.coref_entities[0].mentions]
    assert heads == ["Пресс-секретарь", "Анна", "она", "Ковалёва"]


def test_spacy_convert_rebuilds_the_names(golden_path, tmp_path):
    command = [sys.executable, "-m", "spacy", "convert", "-c", "conllu", str(golden_path), str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    bin_ = DocBin().from_disk(tmp_path / "golden.spacy")
    found = [(ent.text, ent.label_) for doc in bin_.get_docs(Vocab()) for ent in doc.ents]
    assert found == NAMES

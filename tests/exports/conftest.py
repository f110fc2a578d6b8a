"""A small output folder of a run, made of a document annotated by hand."""

from pathlib import Path

import pytest

from molva.conll import read_conllu, write_conllu
from molva.corpus.lines import to_line
from molva.corpus.rows import entity_rows, mention_rows, quote_rows

GOLDEN = Path(__file__).parents[1] / "conll" / "golden.conllu"


@pytest.fixture
def golden():
    """The document."""
    return read_conllu(GOLDEN)


@pytest.fixture
def run_folder(golden, tmp_path):
    """What ``molva annotate`` leaves behind for two documents, the second of white space alone."""
    out = tmp_path / "out"
    (out / "conllu" / "завод").mkdir(parents=True)
    blank = golden.vocab
    files = {"завод/пожар": golden, "пусто": type(golden)(blank, words=["\n"], spaces=[False])}
    for name, doc in files.items():
        (out / "conllu" / f"{name}.conllu").write_text(
            write_conllu(doc, name), encoding="utf-8", newline="\n"
        )
    rows = {"quotes": quote_rows, "mentions": mention_rows, "entities": entity_rows}
    for table, make in rows.items():
        (out / f"{table}.jsonl").write_text(
            "".join(map(to_line, make(golden, "завод/пожар"))), encoding="utf-8"
        )
    document = {
        "doc": "завод/пожар",
        "source": "завод/пожар.txt",
        "row": None,
        "encoding": "utf-8",
        "tokens": 50,
        "meta": {},
    }
    (out / "documents.jsonl").write_text(to_line(document), encoding="utf-8")
    return out

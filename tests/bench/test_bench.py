"""The bench runs, and prints its tables."""

import subprocess
import sys
from pathlib import Path

import pytest

from bench.corpora import SAMPLE, Corpus, cut, read_corpus, read_lines, write_lines
from bench.tables import micro, ranged, show

BENCH = Path(__file__).with_name("bench.py")
STAGES = "Stage by stage: CPU µs a token"
TITLES = ("Speed", "Stage by stage", "Memory", "Two jobs", "Start", "Size of a document")


@pytest.mark.slow
def test_all_tables_without_natasha():
    command = [sys.executable, str(BENCH), str(SAMPLE), "--documents", "2", "--rounds", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert lines[0].startswith("molva only")
    assert [line.partition(":")[0] for line in lines if line.startswith(TITLES)] == list(TITLES)
    rows = lines[lines.index(STAGES) : next(i for i, line in enumerate(lines) if line.startswith("Memory"))]
    stages = [row.split()[2] for row in rows if row.startswith("whole pipeline")]
    assert stages == ["tokens", "sentences", "grammar", "entities", "speakers", "quotes"]
    assert "round 1 of 1" in done.stderr


def test_a_failing_process_is_told():
    command = [sys.executable, str(BENCH), str(SAMPLE), "--documents", "1", "--natasha", sys.executable]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "natasha_doc.py" in done.stderr
    assert "No module named 'natasha'" in done.stderr


def test_texts_come_from_all_files_that_can_be_read(tmp_path):
    write_lines(tmp_path / "a.jsonl", ["Смета готова.", " \n"])
    (tmp_path / "b.txt").write_text("Мост закрыт.", encoding="utf-8")
    (tmp_path / "c.txt").write_text("Лёд тонкий.", encoding="koi8-r")
    assert read_corpus(tmp_path).texts == ["Смета готова.", "Мост закрыт."]
    assert list(read_lines(tmp_path / "a.jsonl")) == ["Смета готова.", " \n"]


def test_some_texts_are_spread_over_all():
    corpus = Corpus("numbers", list("0123456789"))
    assert corpus.some(3).texts == ["0", "3", "6"]
    assert corpus.some(None) is corpus
    assert corpus.some(11) is corpus


def test_documents_of_a_size_are_cut_at_ends_of_lines():
    texts = ["Мост закрыт.", "Лёд тонкий.", "Смета готова."]  # 22, 20 and 24 bytes
    assert cut(texts, 30, 60) == ["Мост закрыт.\n\nЛёд тонкий.\n"]
    assert cut(texts, 20, 40) == ["Мост закрыт.\n", "\nЛёд тонкий.\n"]
    assert cut(texts, 1_000, 1_000) == []


def test_figures_have_their_range():
    assert ranged([3.0, 1.0, 2.0]) == "2.0 (1.0 to 3.0)"
    assert ranged([3.0]) == "3.0"
    assert micro(2.0, 1_000_000) == 2.0


def test_a_table_is_aligned(capsys):
    show("Title", ("", "µs"), [("one", "1.5"), ("three", "10.5")])
    assert capsys.readouterr().out.splitlines()[-2:] == ["one     1.5", "three  10.5"]

"""Every format holds what the run holds, and its own readers read it."""

import csv
import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from molva.conll import read_conllu_docs
from molva.contract import read_entities, read_quotes
from molva.errors import FormatError, MissingExtra, SettingsError, SourceError
from molva.exports import FORMATS, export
from molva.exports.page import render_page
from molva.exports.segments import Mark, cut

VOID = {"meta", "br"}
NAMES = [("Анна Ковалёва", "PER"), ("Вестнику", "ORG"), ("Ковалёва", "PER")]


class Page(HTMLParser):
    """The tags of a page, its text, its ids and its links; tags must close in the order they opened."""

    def __init__(self, html: str):
        super().__init__()
        self.open, self.ids, self.links, self.text, self.sources = [], [], [], "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.ids += [attrs["id"]] if "id" in attrs else []
        self.links += [attrs["href"]] if "href" in attrs else []
        self.sources += [attrs["src"]] if "src" in attrs else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += "" if "style" in self.open else data


def test_bio_has_a_document_line_and_a_word_a_line(run_folder):
    lines = export(run_folder, "bio").read_text(encoding="utf-8").split("\n")
    assert lines[:3] == ["-DOCSTART- -X- O O", "", "Пресс-секретарь NOUN O O"]
    assert "Анна PROPN O B-PER" in lines
    assert lines.count("-DOCSTART- -X- O O") == 2
    assert all(len(line.split(" ")) == 4 for line in lines if line)


def test_spacy_reads_the_names_from_bio(run_folder, tmp_path):
    target = export(run_folder, "bio", tmp_path / "corpus.iob")
    command = [sys.executable, "-m", "spacy", "convert", "-c", "ner", str(target), str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    bin_ = DocBin().from_disk(tmp_path / "corpus.spacy")
    found = [(ent.text, ent.label_) for doc in bin_.get_docs(Vocab()) for ent in doc.ents]
    assert found == NAMES


def test_one_file_holds_all_documents(run_folder, golden):
    several = list(read_conllu_docs(export(run_folder, "conllu")))
    assert [doc.user_data["doc_id"] for doc in several] == ["завод/пожар", "пусто"]
    assert [str(q) for q in read_quotes(several[0])] == [str(q) for q in read_quotes(golden)]
    assert several[1].text == "\n"


def test_excel_finds_a_byte_order_mark_and_all_quotes(run_folder):
    target = export(run_folder, "csv")
    assert target == run_folder / "exports" / "quotes.csv"
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["speaker"] for row in rows] == ["Анна Ковалёва", "Анна Ковалёва", "пожарные", ""]
    assert rows[0]["text"] == "Мы готовы […] Условия известны"


def test_docbin_keeps_every_layer(run_folder, golden):
    folder = export(run_folder, "spacy")
    docs = [
        doc for path in sorted(folder.glob("*.spacy")) for doc in DocBin().from_disk(path).get_docs(Vocab())
    ]
    assert [doc.user_data["doc_id"] for doc in docs] == ["завод/пожар", "пусто"]
    assert docs[0].text == golden.text
    assert docs[1].text == "\n"
    assert [str(q) for q in read_quotes(docs[0])] == [str(q) for q in read_quotes(golden)]
    assert read_entities(docs[0]) == read_entities(golden)
    assert [(e.text, e.label_) for e in docs[0].ents] == [(e.text, e.label_) for e in golden.ents]
    assert [t.dep_ for t in docs[0]] == [t.dep_ for t in golden]


def test_files_of_a_longer_run_do_not_stay_among_the_docbins(run_folder, tmp_path):
    (tmp_path / "bins").mkdir()
    for name in ("0002.spacy", "0003.spacy", "train.spacy"):
        (tmp_path / "bins" / name).write_bytes(b"old")
    folder = export(run_folder, "spacy", tmp_path / "bins")
    assert sorted(path.name for path in folder.iterdir()) == ["0001.spacy", "train.spacy"]


def test_a_device_is_not_replaced_by_an_export(run_folder):
    with pytest.raises(SettingsError, match="is no file; name another place to write to"):
        export(run_folder, "csv", Path(os.devnull))


def test_half_a_character_in_the_metadata_goes_into_parquet_as_its_number(run_folder):
    parquet = pytest.importorskip("pyarrow.parquet")
    row = json.loads((run_folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()[0])
    with (run_folder / "documents.jsonl").open("w", encoding="utf-8") as stream:
        stream.write(json.dumps({**row, "meta": {"автор": "\ud800"}}) + "\n")
    table = parquet.read_table(export(run_folder, "parquet") / "documents.parquet")
    assert [json.loads(meta) for meta in table["meta"].to_pylist()] == [{"автор": "\ud800"}]


def test_a_damaged_table_goes_into_no_parquet(run_folder):
    pytest.importorskip("pyarrow")
    (run_folder / "quotes.jsonl").write_text('{"doc', encoding="utf-8")
    with pytest.raises(FormatError, match=r"quotes.jsonl: damaged .*; run `molva annotate` again"):
        export(run_folder, "parquet")


def test_parquet_has_the_tables(run_folder, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    folder = export(run_folder, "parquet", tmp_path / "tables")
    table = parquet.read_table(folder / "quotes.parquet")
    assert table.num_rows == 4
    assert table["speaker"].to_pylist()[0] == "Анна Ковалёва"
    assert table["content"].to_pylist()[0][0][0] > 0
    assert not list(run_folder.glob("*.parquet"))


def test_without_pyarrow_the_extra_is_named(run_folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"molva\[tables\]"):
        export(run_folder, "parquet")


def test_the_page_shows_the_text_and_who_said_it(run_folder):
    page = Page(export(run_folder, "html").read_text(encoding="utf-8"))
    assert page.open == []
    assert "«Мы готовыАнна Ковалёва, — сказала она" in page.text
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids)) == 4
    assert page.sources == []
    assert "http" not in export(run_folder, "html").read_text(encoding="utf-8")


def test_a_run_whose_folder_has_a_name_that_is_not_utf8_has_a_page(run_folder, tmp_path):
    try:
        out = run_folder.rename(os.fsdecode(os.fsencode(tmp_path) + b"/\xd1"))
    except OSError:
        pytest.skip("this system allows no such names")
    assert r"Кто что сказал: \xd1" in export(out, "html").read_text(encoding="utf-8")


def test_a_page_does_not_take_text_for_markup(golden):
    html = "".join(render_page([golden], title="<script>alert('нет')</script>"))
    assert "<script" not in html
    assert Page(html).text.count("<script>") == 2


def test_a_long_run_says_what_the_page_leaves_out(golden, monkeypatch):
    monkeypatch.setattr("molva.exports.page.DOCUMENTS_A_PAGE", 2)
    page = Page("".join(render_page([golden] * 5)))
    assert "Показаны первые документы с цитатами: 2; ещё есть 3." in page.text


@given(st.text(max_size=20), st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), max_size=5))
def test_segments_together_are_the_text(text, spans):
    marks = [Mark(start, start + length, "quote", i) for i, (start, length) in enumerate(spans)]
    marks = [mark for mark in marks if mark.end <= len(text)]
    segments = list(cut(text, 0, len(text), marks))
    assert "".join(segment.text for segment in segments) == text
    assert sorted(mark.owner for segment in segments for mark in segment.ends) == sorted(
        mark.owner for mark in marks
    )


def test_every_format_is_named_and_explained():
    assert list(FORMATS) == sorted(FORMATS)
    assert all(name == format_.name and format_.about for name, format_ in FORMATS.items())


def test_an_unknown_format_is_told_with_those_there_are(run_folder):
    with pytest.raises(SettingsError, match=r"no format «docx».*bio.*spacy"):
        export(run_folder, "docx")


@pytest.mark.parametrize("format_", list(FORMATS))
def test_a_folder_without_a_run_is_refused(format_, tmp_path):
    with pytest.raises(SourceError, match="name the OUT of an earlier"):
        export(tmp_path, format_)


def test_a_damaged_file_is_named(run_folder):
    (run_folder / "conllu" / "пусто.conllu").write_text("1 Да\n\n", encoding="utf-8")
    with pytest.raises(FormatError, match=r"пусто\.conllu, line 1"):
        export(run_folder, "spacy")

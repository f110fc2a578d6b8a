"""Which files of a folder are sources, in which order, and what is left out."""

import os
from pathlib import Path

import pytest

from molva.corpus.find import find_sources
from molva.errors import SettingsError


def touch(root, *names):
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("Да", encoding="utf-8")


def found(corpus, out):
    result = find_sources(corpus, out)
    return [source.name for source in result.sources], result.ignored


def test_folders_are_searched_and_sorted_part_by_part(tmp_path):
    touch(tmp_path, "b.txt", "a/z.html", "a.txt", "a/b/c.JSONL", "Я.txt")
    assert found(tmp_path, tmp_path / "out")[0] == ["a/b/c.JSONL", "a/z.html", "a.txt", "b.txt", "Я.txt"]


def test_hidden_files_other_kinds_and_the_output_are_left_out_and_counted(tmp_path):
    touch(
        tmp_path,
        "a.txt",
        ".hidden.txt",
        ".git/b.txt",
        "~$c.txt",
        "d.pdf",
        "e.PDF",
        "README",
        "out/conllu/x.txt",
    )
    assert found(tmp_path, tmp_path / "out") == (["a.txt"], {".pdf": 2, "hidden": 3, "no suffix": 1})


def test_a_single_file_is_a_corpus(tmp_path):
    touch(tmp_path, "a.txt", "b.txt")
    assert found(tmp_path / "a.txt", tmp_path / "out") == (["a.txt"], {})


def test_links_to_folders_are_not_followed(tmp_path):
    touch(tmp_path, "a/b.txt")
    try:
        (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("this system allows no links")
    assert found(tmp_path, tmp_path / "out") == (["a/b.txt"], {"link to a folder": 1})


def test_a_folder_that_cannot_be_read_is_set_aside_and_the_others_are_read(tmp_path, monkeypatch):
    touch(tmp_path, "a.txt", "sub/closed/b.txt", "sub/c.txt")
    scandir = os.scandir

    def guarded(path):
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    *read, closed = find_sources(tmp_path, tmp_path / "out").sources
    assert [(source.name, source.fault) for source in read] == [("a.txt", ""), ("sub/c.txt", "")]
    assert closed.fault == "sub/closed: the folder cannot be read (Permission denied); check its permissions"


def test_the_output_of_another_run_is_no_part_of_a_corpus(tmp_path):
    touch(
        tmp_path, "a.txt", "out/ledger.sqlite", "out/documents.jsonl", "out/quotes.jsonl", "out/exports/b.txt"
    )
    touch(tmp_path, "accounts/ledger.sqlite", "accounts/c.txt")
    assert found(tmp_path, tmp_path / "new")[0] == ["a.txt", "accounts/c.txt"]
    assert found(tmp_path, tmp_path / "new")[1]["output of a run"] == 1
    with pytest.raises(SettingsError, match="out: is the output of a run, not a corpus"):
        find_sources(tmp_path / "out", tmp_path / "new")


def test_a_name_that_is_not_utf8_is_escaped_and_tells_why_it_is_not_read(tmp_path):
    touch(tmp_path, "b.txt")
    try:
        for name in ("Статья.txt", "опись.док"):
            Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name.encode("cp1251"))).touch()
    except OSError:
        pytest.skip("this system allows no such names")
    result = find_sources(tmp_path, tmp_path / "out")
    assert [(source.name, bool(source.fault)) for source in result.sources] == [
        ("b.txt", False),
        (r"\xd1\xf2\xe0\xf2\xfc\xff.txt", True),
    ]
    assert result.ignored == {r".\xe4\xee\xea": 1}


@pytest.mark.parametrize(
    ("names", "told"),
    [([], ""), (["a.pdf"], r" but 1 \.pdf"), ([".a.txt", "b.docx", "c.docx"], r" but 2 \.docx, 1 hidden")],
)
def test_a_folder_with_nothing_to_read_is_refused(tmp_path, names, told):
    touch(tmp_path, *names)
    with pytest.raises(SettingsError, match=rf"nothing to read here{told}; molva reads \.txt"):
        find_sources(tmp_path, tmp_path / "out")


def test_a_file_of_another_kind_is_refused(tmp_path):
    touch(tmp_path, "a.docx")
    with pytest.raises(
        SettingsError, match=r"not a kind of file that molva reads \(\.txt, .*; save its text as \.txt"
    ):
        find_sources(tmp_path / "a.docx", tmp_path / "out")


def test_a_corpus_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(SettingsError, match="no such file or folder"):
        find_sources(tmp_path / "none", tmp_path / "out")

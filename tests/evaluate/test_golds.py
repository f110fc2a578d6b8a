"""Gold files: what is in them, and what is said when they are broken."""

import gzip
import json

import pytest

from molva.errors import FormatError, SourceError
from molva.evaluate.golds import gold_files, read_documents
from molva.evaluate.treebanks import read_treebank

DOCUMENT = {"doc": "весть", "text": "«Мы готовы», — сказал Орлов.", "quotes": [], "ents": [[22, 27, "PER"]]}


def written(path, *lines):
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_folder_gives_its_gold_files_at_any_depth(tmp_path):
    (tmp_path / "ниже").mkdir()
    for name in ("б.jsonl", "ниже/а.conllu.gz", "score.py", "README.md"):
        (tmp_path / name).touch()
    assert [p.name for p in gold_files(tmp_path)] == ["б.jsonl", "а.conllu.gz"]


def test_a_folder_without_gold_says_so(tmp_path):
    with pytest.raises(SourceError, match="has no gold file"):
        gold_files(tmp_path)


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(SourceError, match="does not exist"):
        gold_files(tmp_path / "нет.jsonl")


def test_a_document_may_hold_quotes_and_entities(tmp_path):
    (document,) = read_documents(written(tmp_path / "g.jsonl", json.dumps(DOCUMENT)))
    assert document.quotes == ()
    assert document.ents == ((22, 27, "PER"),)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "not JSON"),
        ("[]", '"doc" is wanted'),
        ('{"doc": "а", "text": "б"}', "this one has doc, text"),
        ('{"doc": "а", "text": "б", "quotes": [{"type": "direct"}]}', "KeyError"),
        ('{"doc": "а", "text": "б", "ents": [[1]]}', "ValueError"),
        ('{"doc": "а", "text": "б", "quotes": [5]}', "AttributeError"),
        ('{"doc": "а", "text": 5, "quotes": []}', "the text is none"),
        ('{"doc": 5, "text": "б", "quotes": []}', '"doc" is no text'),
        (
            '{"doc": "весть", "text": "б", "quotes": []}',
            "\"doc\" is 'весть', as in line 1; give each document",
        ),
        (
            '{"doc": "а", "text": "б", "quotes": [{"content": [[0, 9]]}]}',
            r"\[0, 9\] is no stretch of the text",
        ),
        ('{"doc": "а", "text": "б", "ents": [[1, 0, "PER"]]}', r"\[1, 0\] is no stretch of the text"),
    ],
)
def test_a_broken_line_is_named(line, words, tmp_path):
    path = written(tmp_path / "g.jsonl", json.dumps(DOCUMENT), line)
    with pytest.raises(FormatError, match=words) as caught:
        read_documents(path)
    assert f"{path}:2" in str(caught.value)


@pytest.mark.parametrize("name", ["g.jsonl", "g.jsonl.gz", "t.conllu", "t.conllu.gz"])
def test_a_file_that_is_no_text_is_named(name, tmp_path):
    (tmp_path / name).write_bytes(b"\xff\xfe\n")
    with pytest.raises(FormatError, match=r"not UTF-8|damaged or cut short gzip"):
        list((read_treebank if ".conllu" in name else read_documents)(tmp_path / name))


TREE = """\
# sent_id = 1
1-2\tнельзя\t_\t_\t_\t_\t_\t_\t_\t_
1\tМост\tмост\tNOUN\t_\tCase=Nom\t2\tnsubj\t_\t_
2\tоткрыт\tоткрыть\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
2.1\tи\tи\tCCONJ\t_\t_\t_\t_\t_\t_
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""


def test_a_treebank_gives_its_words_and_spaces(tmp_path):
    path = tmp_path / "t.conllu.gz"
    path.write_bytes(gzip.compress(TREE.encode()))
    (sentence,) = read_treebank(path)
    assert [row.form for row in sentence.rows] == ["Мост", "открыт", "."]
    assert [row.head for row in sentence.rows] == [2, 0, 2]
    assert [row.spaced for row in sentence.rows] == [True, False, True]
    assert sentence.line == 1


WORD = "1\tМост" + "\t_" * 4 + "\t{}" + "\t_" * 3


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("1 Мост", "1 columns"),
        ("1\tМост" + "\tх" * 8, "HEAD is 'х'"),
        (WORD.format(7), "HEAD is 7, but the sentence has 1 words; it must be the number of one of them"),
    ],
)
def test_a_broken_treebank_line_is_named(line, words, tmp_path):
    path = written(tmp_path / "t.conllu", "# sent_id = 1", line)
    with pytest.raises(FormatError, match=words) as caught:
        list(read_treebank(path))
    assert f"{path}:2" in str(caught.value)


def test_two_documents_of_a_treebank_with_one_id_are_named(tmp_path):
    """A sentence may also be a document without an id, and those do not count."""
    sentence = f"{WORD.format(0)}\n"
    path = written(
        tmp_path / "t.conllu", "# newdoc id = весть", sentence, "# newdoc", sentence, "# newdoc", sentence
    )
    assert len(list(read_treebank(path))) == 3
    path = written(tmp_path / "t.conllu", "# newdoc id = весть", sentence, "# newdoc id = весть", sentence)
    with pytest.raises(
        FormatError, match="the id of the document is 'весть', as in line 1; give each"
    ) as caught:
        list(read_treebank(path))
    assert f"{path}:4" in str(caught.value)

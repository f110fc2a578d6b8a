"""A file that breaks its format says where, why, and what to do."""

import pytest

from molva.conll import read_conllu, read_conllu_docs
from molva.errors import FormatError, SourceError

ROW = "1\tДа\tда\tPART\t_\t_\t0\troot\t_\t_"


def row(number: int = 1, form: str = "Да", head: object = 0, misc: str = "_") -> str:
    return f"{number}\t{form}\t_\tX\t_\t_\t{head}\t{'dep' if head else 'root'}\t_\t{misc}"


def text(*lines: str) -> str:
    return "\n".join([*lines, "", ""])


@pytest.mark.parametrize(
    ("lines", "line", "cause"),
    [
        ([ROW.replace("\t", "    ")], 1, "1 columns instead of 10"),
        ([ROW, row(3)], 2, "word 3 where word 2 is due"),
        ([ROW, "# sent_id = 2"], 2, "a comment inside a sentence"),
        ([row().replace("1\t", "1-2\t", 1)], 1, "a multiword token"),
        ([row(head="x")], 1, "HEAD is «x»"),
        ([row(1, head=2), row(2, head=1)], 1, "no tree"),
        ([row(1), row(2)], 1, "no tree"),
        ([row(1), row(2, head=3)], 1, "no tree"),
        ([row(1), row(2, head=3), row(3, head=2)], 1, "no tree"),
        ([row().replace("\tX\t", "\tWORD\t")], 1, "WORD"),
        ([row(misc="Orig=\\x")], 1, "is no escape"),
        ([row(misc="Orig=\\ud800")], 1, "half a character"),
        ([row(misc="SpacesAfter=нет")], 1, "is not white space"),
        ([row(misc="Quote=(q1-direct")], 1, "never closes"),
        ([row(misc="Quote=q1)")], 1, "did not open"),
        ([row(misc="Quote=q1")], 1, "not a row of brackets"),
        ([row(misc="Quote=(q1-shouted)")], 1, "of type «shouted»"),
        ([row(misc="Quote=(q1-direct-e1)")], 1, "speaker e1 is no entity"),
        ([row(misc="QuoteCue=q1")], 1, "belongs to no quote"),
        ([row(misc="QuoteSource=(q1)")], 1, "belongs to no quote"),
        (["# quote q1 type=direct", row()], 2, "no brackets"),
        (["# quote q1 type=direct speaker=e9", row()], 1, "speaker e9 is no entity"),
        (["# quote q1 type=direct name=Анна Ковалёва", row()], 1, "not of the form name=value"),
        (["# quote q1 polarity=maybe", row(misc="Quote=(q1-direct)")], 2, "polarity"),
        (["# quote q1 kind=robot", row(misc="Quote=(q1-direct)")], 2, "of kind «robot»"),
        (["# entity e1 kind=robot name=Вася", row()], 1, "needs a name and a kind"),
        (["# mention 7 head=7 label=ROLE", row()], 1, "there is no word 7"),
        (
            ["# entity e1 kind=person name=Вася", "# mention 1 entity=e1 label=ROLE", row()],
            3,
            "neither brackets",
        ),
        (["# mention 1 head=1 label=BOSS", row()], 1, "BOSS is no label"),
    ],
)
def test_the_line_and_the_cause_are_named(lines, line, cause):
    with pytest.raises(FormatError) as caught:
        read_conllu(text(*lines))
    assert f"CoNLL-U text, line {line}: " in str(caught.value)
    assert cause in str(caught.value)


def test_the_file_is_named(tmp_path):
    path = tmp_path / "broken.conllu"
    path.write_text("1 Да\n\n", encoding="utf-8")
    with pytest.raises(FormatError, match=r"broken\.conllu, line 1"):
        read_conllu(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(SourceError, match=r"none\.conllu"):
        read_conllu(tmp_path / "none.conllu")


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "cp1251.conllu"
    path.write_bytes(text(ROW).encode("cp1251"))
    with pytest.raises(FormatError, match="not UTF-8"):
        read_conllu(path)


def test_two_documents_are_not_read_as_one():
    two = text("# newdoc id = a", ROW) + text("# newdoc id = b", ROW)
    with pytest.raises(FormatError, match="2 documents instead of one"):
        read_conllu(two)
    assert [doc.user_data["doc_id"] for doc in read_conllu_docs(two)] == ["a", "b"]

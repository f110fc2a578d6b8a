"""Names of outputs suit every system; names of documents are stable and distinct."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from molva.corpus.names import Distinct, document_id, portable, stems


def test_the_suffix_is_dropped_and_the_folders_stay():
    assert stems(["2021/44.txt", "tg.jsonl.gz", "Мой файл.HTML"]) == {
        "2021/44.txt": "2021/44",
        "tg.jsonl.gz": "tg",
        "Мой файл.HTML": "Мой файл",
    }


def test_sources_that_would_share_a_name_all_keep_their_suffix():
    assert stems(["a.txt", "A.html", "b.txt"]) == {"a.txt": "a.txt", "A.html": "A.html", "b.txt": "b"}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a:b/c?.x", "a_b/c_.x"),
        ("con", "_con"),
        ("NUL.2021", "_NUL.2021"),
        ("com1/lpt9", "_com1/_lpt9"),
        ("console", "console"),
        ("dots../end ", "dots/end"),
        ("...", "_"),
        ("x" * 199 + ". y", "x" * 199),
        ("a.conllu/b.conllu", "a.conllu_/b.conllu"),
    ],
)
def test_what_windows_forbids_is_replaced(path, expected):
    assert portable(path) == expected


@given(st.text(min_size=1).filter(lambda text: text.strip("/.") and text[0] != "/"))
def test_every_part_of_a_portable_path_is_a_file_name_of_bearable_length(path):
    for part in portable(path).split("/"):
        assert part
        assert len(part.encode()) <= 205
        assert not set(part) & set('<>:"\\|?*\0\n')


def test_a_name_that_was_given_is_numbered():
    names = Distinct()
    assert [names.take(name) for name in ["a", "a", "b", "a", "a~2"]] == ["a", "a~2", "b", "a~3", "a~2~2"]


def test_case_can_be_ignored():
    names = Distinct(ignore_case=True)
    assert [names.take("Файл"), names.take("файл")] == ["Файл", "файл~2"]


@given(st.lists(st.sampled_from(["a", "a~2", "a~3", "b", "b~2"])))
def test_names_are_distinct_whatever_was_asked_for(wanted):
    names = Distinct()
    given_names = [names.take(name) for name in wanted]
    assert len(set(given_names)) == len(given_names)


@pytest.mark.parametrize(
    ("given_id", "stem", "row", "expected"),
    [
        ("01-01-2024/656f", "rbc", 1, "01-01-2024/656f"),
        (" a  b\tc\n", "x", 5, "a_b_c"),
        ("", "tg/posts", 7, "tg/posts-7"),
        ("  ", "x", 2, "x-2"),
        ("", "2021/Мой файл", None, "2021/Мой_файл"),
    ],
)
def test_the_id_of_a_document_is_its_own_or_that_of_its_place(given_id, stem, row, expected):
    assert document_id(given_id, stem, row) == expected

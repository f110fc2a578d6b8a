"""Free text survives columns, bars, quotation marks and NFC."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from molva.conll.escapes import PLAIN, escape, escape_line, is_mark, join_fields, split_fields, unescape

names = st.text("abcdefgh", min_size=1, max_size=6)


@given(st.text())
def test_misc_values_come_back(text):
    value = escape(text)
    assert unescape(value) == text
    assert not set(value) & set(" \t\r\n|")
    assert unicodedata.is_normalized("NFC", f"Orig={value}")


@given(st.text())
def test_comment_lines_come_back(text):
    value = escape_line(text)
    assert unescape(value) == text
    assert value == value.strip()
    assert value.isprintable()


@given(st.dictionaries(names, st.text()))
def test_comment_fields_come_back(fields):
    line = join_fields(fields)
    assert split_fields(line) == fields
    assert line.isprintable()
    assert unicodedata.is_normalized("NFC", line)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("\n", r"\n"),
        (" \u00a0", r"\s\u00a0"),
        ("a|b\\c", r"a\pb\\c"),
        ("за\u0301мок", r"за\u0301мок"),
        ("го\u00adрод", r"го\u00adрод"),
        ("&laquo;", "&laquo;"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_escapes_are_those_of_the_guidelines(text, value):
    assert escape(text) == value


def test_a_value_with_spaces_stands_in_quotation_marks():
    assert join_fields({"name": "Сергей Лавров", "via": "ТАСС", "x": 'ООО "А"', "y": ""}) == (
        'name="Сергей Лавров" via=ТАСС x="ООО \\"А\\"" y=""'
    )


def test_what_is_taken_for_plain_is_plain():
    """Every character that is passed over unseen is one that would be shown as it is."""
    plain = [char for char in map(chr, range(0x110000)) if PLAIN.fullmatch(char)]
    assert len(plain) > 140
    for char in plain:
        assert unicodedata.is_normalized("NFC", char)
        assert char.isprintable()
        assert not is_mark(char)
        assert unescape(escape(char)) == char

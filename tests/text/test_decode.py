"""Encodings are found on the whole file, or the error says where it breaks."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from molva.errors import SettingsError, SourceError
from molva.text.decode import decode, detect, known

NEWS = (
    "Губернатор Ольга Седых заявила: «Мы готовы к паводку — все службы на местах».\r\n"
    "По её словам, объём резерва вырос на 12 %. № 5, ёлки, подъезд, эхо, щука.\n"
)
WIDE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
PAGES = ["cp1251", "koi8-r", "cp866"]


def encoded(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "ignore")


@pytest.mark.parametrize("encoding", [*WIDE, *PAGES, "mac-cyrillic"])
def test_every_encoding_of_russian_is_found_and_nothing_is_changed(encoding):
    data = encoded(NEWS, encoding)
    text, found = decode(data, "news.txt")
    assert text == data.decode(encoding)
    assert codecs.lookup(found).name == codecs.lookup(encoding).name


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "text", ["Да", "Привет", "ТАСС", "ПРИВЕТ, МИР", "Москва, 5 мая", "Ольга", "сегодня в Москве"]
)
def test_a_word_or_two_is_enough_to_tell_the_code_pages_apart(text, page):
    assert decode(encoded(text, page), "short.txt") == (text, page)


@pytest.mark.parametrize("text", ["Ольга Орехова", "Моя земля", "«Я ждал», — сказал Зуев"])
def test_the_page_of_the_macintosh_is_told_from_the_others(text):
    assert decode(encoded(text, "mac-cyrillic"), "short.txt") == (text, "mac-cyrillic")


@pytest.mark.parametrize("text", ["Ярмарка", "Январь", "Я знаю: Яна дома"])
def test_a_capital_that_is_another_letter_there_proves_nothing(text):
    assert decode(encoded(text, "cp1251"), "short.txt") == (text, "cp1251")


@pytest.mark.parametrize("page", PAGES)
def test_a_code_page_is_found_among_much_english(page):
    text = "The quick brown fox. " * 200 + "Собака спит."
    assert decode(encoded(text, page), "mixed.txt") == (text, page)


def test_quotation_marks_alone_are_read_as_cp1251():
    assert decode("say «hi» — ok".encode("cp1251"), "x.txt") == ("say «hi» — ok", "cp1251")


@pytest.mark.parametrize("data", [b"", b"plain ASCII\r\n", b"\n\n"])
def test_ascii_and_nothing_are_utf8(data):
    assert decode(data, "x.txt") == (data.decode("ascii"), "utf-8")


def test_the_byte_order_mark_is_part_of_the_encoding_and_not_of_the_text():
    assert decode(codecs.BOM_UTF8 + "Да".encode(), "x.txt") == ("Да", "utf-8-sig")
    assert decode(codecs.BOM_UTF8 + "Да".encode(), "x.txt", "utf8") == ("Да", "utf-8-sig")


def test_the_end_of_a_long_file_counts_as_much_as_its_beginning():
    data = b"ASCII only. " * 200_000 + "Привет".encode("koi8-r")
    pieces = [data[i : i + 65_537] for i in range(0, len(data), 65_537)]
    assert detect(lambda: iter(pieces)) == "koi8-r"


@pytest.mark.parametrize("size", [1, 3, 7])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1251"])
def test_it_does_not_matter_how_the_bytes_are_cut_into_pieces(encoding, size):
    data = encoded(NEWS, encoding)
    assert detect(lambda: iter([data[i : i + size] for i in range(0, len(data), size)])) == encoding


@pytest.mark.parametrize("place", [0, 20, 100])
def test_damaged_utf8_is_never_taken_for_a_code_page(place):
    data = bytearray(NEWS.encode())
    data.insert(place, 0xFF)
    with pytest.raises(
        SourceError, match=rf"44\.txt: cannot decode byte 0xff at {place} as utf-8.*--encoding"
    ):
        decode(bytes(data), "44.txt")


def test_random_bytes_are_refused_with_file_byte_place_and_remedy():
    with pytest.raises(
        SourceError, match=r"a\.txt: cannot decode byte 0x98 at 0 .*no Cyrillic code page fits"
    ):
        decode(bytes([0x98, *range(128, 256), *range(256)]), "a.txt")


def test_the_encoding_given_overrides_what_would_be_found():
    assert decode("Привет".encode("cp1251"), "x.txt", "koi8-r")[0] == "оПХБЕР"
    with pytest.raises(SourceError, match=r"at 0 as ascii, the encoding given; leave --encoding out"):
        decode("Привет".encode(), "x.txt", "ascii")


@pytest.mark.parametrize("name", ["nonsense", "rot13", "hex"])
def test_an_encoding_that_is_none_is_refused_with_advice(name):
    with pytest.raises(SettingsError, match=rf"unknown encoding '{name}': try utf-8, cp1251"):
        known(name)


def test_a_file_that_was_never_filled_is_refused():
    with pytest.raises(SourceError, match=r"a\.txt: nothing but 1000 NUL characters; fetch the file again"):
        decode(bytes(1000), "a.txt")


@given(st.text(alphabet=st.characters(exclude_characters="\0")))
def test_whatever_is_utf8_comes_back_as_it_was(text):
    text = text.encode("utf-8", "ignore").decode().lstrip("\ufeff")
    data = text.encode()
    if detect(lambda: iter([data])) == "utf-8":
        assert decode(data, "x.txt")[0] == text


@given(st.binary())
def test_any_bytes_are_decoded_or_refused_with_the_name_of_the_file(data):
    try:
        text, encoding = decode(data, "any.txt")
    except SourceError as error:
        assert str(error).startswith("any.txt: ")  # noqa: PT017  both outcomes are right
    else:
        assert data.decode(encoding) == text

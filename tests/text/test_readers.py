"""A file of any kind gives documents; what is wrong with it is one item with its reason."""

import gzip
import json
from pathlib import Path

import pytest

from molva.text.document import Document, ReadOptions, Unread
from molva.text.sources import SUFFIXES, format_of, read_source, suffix_of


def items(path: Path, **options):
    return list(read_source(path, path.name, ReadOptions(**options)).items)


def written(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize("name", ["a.TXT", "b.Jsonl.GZ", "c.html", "d.htm", "e.CSV", "f.parquet", "g.tsv.gz"])
def test_suffixes_are_known_in_any_case(name):
    assert format_of(name) is not None


@pytest.mark.parametrize("name", ["a.pdf", "README", ".txt", "txt", "a.gz", "a.json", "a.txt.bak"])
def test_other_files_have_no_reader(name):
    assert format_of(name) is None


def test_the_longest_suffix_wins():
    assert suffix_of("x.jsonl.gz") == ".jsonl.gz"
    assert set(SUFFIXES) >= {".txt", ".html", ".jsonl", ".jsonl.gz", ".csv", ".parquet"}


def test_a_text_file_is_one_document_to_the_letter(tmp_path):
    text = "  Раз.\r\nДва\u00a0—\u00ad\u200bтри.\r\n\r\n"
    assert items(written(tmp_path / "a.txt", text)) == [Document("", text)]


def test_an_empty_file_is_an_empty_document(tmp_path):
    assert items(written(tmp_path / "a.txt", b"")) == [Document("", "")]


def test_nul_bytes_in_a_text_stay(tmp_path):
    assert items(written(tmp_path / "a.txt", "Да\0нет")) == [Document("", "Да\0нет")]


def test_a_file_that_cannot_be_decoded_is_one_reason(tmp_path):
    [item] = items(written(tmp_path / "a.txt", "Привет".encode() + b"\xff"))
    assert isinstance(item, Unread)
    assert "a.txt: cannot decode byte 0xff at 12" in item.reason


def test_a_missing_file_is_one_reason(tmp_path):
    [item] = items(tmp_path / "none.txt")
    assert (
        item.reason
        == "none.txt: cannot be read (No such file or directory); check the file and its permissions"
    )


def test_lines_of_json_give_id_text_row_and_the_rest_as_metadata(tmp_path):
    path = written(
        tmp_path / "a.jsonl", '{"id": 7, "text": "Да", "date": "1 мая", "n": {"k": [1]}}\r\n\n{"text": ""}'
    )
    assert items(path) == [
        Document("7", "Да", {"date": "1 мая", "n": {"k": [1]}}, 1),
        Document("", "", {}, 3),
    ]


def test_text_and_id_keys_can_be_named(tmp_path):
    path = written(tmp_path / "a.jsonl", '{"url": "u1", "body": "Да", "text": "иное"}')
    assert items(path, text_key="body", id_key="url") == [Document("u1", "Да", {"text": "иное"}, 1)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            "{oops",
            r"a.jsonl, line 2: not JSON \(Expecting property name .* at character 1\); repair the line",
        ),
        ("[1]", r"a.jsonl, line 2: a list where an object is needed"),
        (
            '{"txt": "x"}',
            r"a.jsonl, line 2: no 'text'; there are: txt. Name the column of the text with --text-key",
        ),
        (r'{"a\ud800b\n": 1}', r"a.jsonl, line 2: no 'text'; there are: a\\ud800b\\n\. Name"),
        (json.dumps({"ж" * 50: 1}), rf"a.jsonl, line 2: no 'text'; there are: {'ж' * 40}…\. Name"),
        ('{"text": null}', r"a.jsonl, line 2: 'text' is null, not text"),
        ('{"text": 5}', r"a.jsonl, line 2: 'text' is a number, not text"),
        (r'{"text": "\ud83d!"}', r"a.jsonl, line 2: the text holds half a character"),
        ("[" * 100_000, r"a.jsonl, line 2: not JSON"),
        (b'{"text": "\xff"}', r"a.jsonl, line 2: cannot decode byte 0xff as utf-8; repair the line"),
    ],
)
def test_a_line_that_breaks_is_set_aside_and_the_others_go_on(tmp_path, line, reason):
    middle = line if isinstance(line, bytes) else line.encode()
    good = '{"text": "Хорошая строка"}'.encode()
    first, broken, last = items(written(tmp_path / "a.jsonl", b"\n".join([good, middle, good])))
    assert first.text == last.text == "Хорошая строка"
    assert broken.row == 2
    pytest.importorskip("re").match(reason, broken.reason) or pytest.fail(broken.reason)


def test_a_whole_character_in_two_escapes_is_no_half(tmp_path):
    assert items(written(tmp_path / "a.jsonl", r'{"text": "\ud83d\ude00"}'))[0].text == "😀"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866"])
def test_lines_are_read_in_every_encoding(tmp_path, encoding):
    lines = "\n".join(json.dumps({"text": f"Привет, мир {i}"}, ensure_ascii=False) for i in range(3))
    path = written(tmp_path / "a.jsonl", lines.encode(encoding))
    reading = read_source(path, path.name)
    assert reading.encoding == encoding
    assert [item.text for item in reading.items] == [f"Привет, мир {i}" for i in range(3)]


def test_a_line_of_five_million_characters_is_read(tmp_path):
    path = written(tmp_path / "a.jsonl", json.dumps({"text": "Да. " * 1_250_000}, ensure_ascii=False))
    assert len(items(path)[0].text) == 5_000_000


def test_a_gzip_that_is_cut_short_gives_its_lines_and_then_the_reason(tmp_path):
    # Lines that do not compress well, so that some are whole before the cut.
    lines = [
        json.dumps({"text": f"Строка {i * 7919 % 10007} {i}"}, ensure_ascii=False) for i in range(20_000)
    ]
    data = gzip.compress("\n".join(lines).encode())
    [item] = items(written(tmp_path / "b.jsonl.gz", b"not gzip at all"))
    assert item.reason.startswith("b.jsonl.gz: damaged or cut short gzip")
    for damaged in (data[: len(data) // 2], data[:-8] + b"no check"):
        *found, last = items(written(tmp_path / "a.jsonl.gz", damaged))
        assert last.reason.startswith("a.jsonl.gz: damaged or cut short gzip")
        assert len(found) > 1000
        assert [item.text for item in found[:2]] == ["Строка 0 0", "Строка 7919 1"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_csv_is_read_with_any_delimiter(tmp_path, delimiter):
    rows = [["id", "text", "date"], ["1", '"Он сказал: ""да""; и, ушёл\nвторой | абзац"', "1 мая"]]
    path = written(tmp_path / "a.csv", "\n".join(delimiter.join(row) for row in rows))
    assert items(path) == [Document("1", 'Он сказал: "да"; и, ушёл\nвторой | абзац', {"date": "1 мая"}, 1)]


def test_a_csv_of_excel_in_cp1251_is_read(tmp_path):
    path = written(tmp_path / "a.csv", "номер;текст\r\n1;Привет, мир\r\n".encode("cp1251"))
    reading = read_source(path, path.name, ReadOptions(text_key="текст", id_key="номер"))
    assert reading.encoding == "cp1251"
    assert list(reading.items) == [Document("1", "Привет, мир", {}, 1)]


@pytest.mark.parametrize("told", ["sep=;", "sep=,", "SEP=\t", '"sep=|"', "sep=;\r", "sep=^"])
def test_a_table_may_begin_with_the_delimiter_for_excel(tmp_path, told):
    mark = told.strip('"\r')[-1]
    path = written(tmp_path / "a.csv", f"\ufeff{told}\nid{mark}text\n1{mark}Мост открыт\n")
    assert items(path) == [Document("1", "Мост открыт", {}, 1)]


def test_a_delimiter_told_and_no_column_of_the_text_says_which_there_are(tmp_path):
    [item] = items(written(tmp_path / "a.csv", "sep=;\nid;body\n1;Да"))
    assert item.reason == (
        "a.csv: no 'text'; there are: id, body. Name the column of the text with --text-key"
    )


def test_a_csv_without_the_column_of_the_text_says_which_there_are(tmp_path):
    [item] = items(written(tmp_path / "a.csv", "id;body\n1;Да"))
    assert item.reason == (
        "a.csv: no 'text'; there are: id, body. Name the column of the text with --text-key"
    )


def test_a_row_with_too_many_cells_is_set_aside_and_a_short_one_has_no_metadata(tmp_path):
    wrong, short = items(written(tmp_path / "a.csv", "text,date\nРаз, два,1 мая\nТри"))
    assert wrong.reason.startswith("a.csv, row 1: 3 cells under 2 columns")
    assert short == Document("", "Три", {}, 2)


def test_a_row_that_ends_before_its_text_is_set_aside_with_that_reason(tmp_path):
    good, short = items(written(tmp_path / "a.csv", "id,text\n1,Да\n2\n"))
    assert good.text == "Да"
    assert short.reason == "a.csv, row 2: ends before its column 'text'; complete the row"


def test_the_name_of_a_column_may_go_over_lines(tmp_path):
    path = written(tmp_path / "a.csv", 'id;"дата\r\nвыхода";text\r\n1;2 мая;Да\r\n2;3 мая;"Не\r\nт"\r\n')
    assert [(item.text, dict(item.meta)) for item in items(path)] == [
        ("Да", {"дата\r\nвыхода": "2 мая"}), ("Не\r\nт", {"дата\r\nвыхода": "3 мая"}),
    ]  # fmt: skip


def test_a_stray_mark_in_the_header_costs_no_row(tmp_path):
    for line in ('text;"дата', 'text;"дата" выхода'):
        assert [item.text for item in items(written(tmp_path / "a.csv", f'{line}\nДа;"1"\nНет;2\n'))] == [
            "Да", "Нет",
        ]  # fmt: skip


def test_a_header_that_cannot_be_decoded_is_one_reason(tmp_path):
    [item] = items(written(tmp_path / "a.csv", 'id,"д'.encode() + b'\xff\x98",body\n1,2\n'))
    assert item.reason == "a.csv: cannot decode byte 0xff of the header as utf-8; repair the file"


STRAY = [
    "id{0}text",
    'q1{0}"Да, ""мир""\nи лад"',
    "q2{0}Раз",
    'q3{0}"Мир',
    "q4{0}Лузина: «Нет».",
    'q5{0}Он: "да"',
]


def test_a_stray_mark_in_a_csv_costs_its_own_row_and_no_other(tmp_path):
    for more in ([], ['q6{0}"Снова', "q7{0}Всё"]):
        lines = "\n".join(line.format(";") for line in STRAY + more)
        found = items(written(tmp_path / "a.csv", lines))
        assert [item.text for item in found if isinstance(item, Document)] == [
            'Да, "мир"\nи лад', "Раз", "Лузина: «Нет».", 'Он: "да"', *["Всё"] * bool(more),
        ]  # fmt: skip
        assert found[2] == Unread(
            "a.csv, row 3: a quotation mark is not closed; "
            "close it, or put the cell in quotes and write it twice there",
            3,
        )


def test_a_stray_mark_in_a_tsv_is_a_mark_of_the_text(tmp_path):
    path = written(tmp_path / "a.tsv", "\n".join(line.format("\t") for line in STRAY))
    assert [item.text for item in items(path)] == [
        'Да, "мир"\nи лад', "Раз", '"Мир', "Лузина: «Нет».", 'Он: "да"',
    ]  # fmt: skip


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_marks_around_a_part_of_a_cell_stay_in_the_text(tmp_path, delimiter):
    path = written(tmp_path / "a.csv", f'id{delimiter}text\n1{delimiter}"Мост готов", - сказал мэр.\n')
    assert [item.text for item in items(path)] == ['"Мост готов", - сказал мэр.']


def test_a_row_whose_marks_and_cells_do_not_fit_is_set_aside(tmp_path):
    wrong, good = items(written(tmp_path / "a.csv", 'id,text\n1,"Мост" готов, - сказал мэр.\n2,Да'))
    assert wrong.reason.startswith("a.csv, row 1: a quotation mark is not closed")
    assert good.text == "Да"


def test_many_stray_marks_cost_no_more_than_few(tmp_path):
    rows = "".join(f'{i};"слово {i}\n' for i in range(20_000))
    found = items(written(tmp_path / "a.csv", "id;text\n" + rows))
    assert [item.row for item in found if isinstance(item, Unread)] == list(range(1, 20_001))


@pytest.mark.parametrize(
    ("name", "begins", "told"),
    [
        ("a.txt", b"PK\x03\x04\x14\0", "a ZIP archive, as .docx, .odt, .xlsx and .epub are; save its text as .txt"),
        ("b.csv", b"PK\x03\x04\x14\0", "a ZIP archive, as .docx, .odt, .xlsx and .epub are; save its text as .txt"),
        ("c.txt", b"%PDF-1.7\n\xe2\xe3", "a PDF; save its text as .txt"),
        ("d.txt", b"{\\rtf1\\ansi \\'cc\\'ee}", "RTF; save its text as .txt"),
        ("e.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "an old document of Office (.doc, .xls); save its text as .txt"),
        ("f.html", gzip.compress("Мост".encode()), "gzip; give it the suffix .gz too"),
        ("g.txt.gz", gzip.compress(b"%PDF-1.7"), "a PDF; save its text as .txt"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_set_aside_and_named(tmp_path, name, begins, told):
    [item] = items(written(tmp_path / name, begins))
    assert item.reason == f"{name}: no text, but {told}"


def test_an_empty_csv_has_no_documents(tmp_path):
    assert items(written(tmp_path / "a.csv", "")) == []


def test_a_cell_longer_than_the_limit_of_the_csv_module_is_read(tmp_path):
    assert len(items(written(tmp_path / "a.csv", "text\n" + "я" * 300_000))[0].text) == 300_000


def test_a_parquet_file_is_read_with_its_columns_as_metadata(tmp_path):
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = arrow.table({"id": [5, None], "text": ["Да", None], "n": [0.5, 1.5]})
    parquet.write_table(table, tmp_path / "a.parquet")
    good, bad = items(tmp_path / "a.parquet")
    assert good == Document("5", "Да", {"n": 0.5}, 1)
    assert bad.reason == "a.parquet, row 2: 'text' is null, not text; give it a text, or take it out"


def test_a_parquet_file_that_is_none_or_lacks_the_column_is_one_reason(tmp_path):
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    [item] = items(written(tmp_path / "a.parquet", "PAR1 no"))
    assert item.reason.startswith("a.parquet: not a Parquet file that can be read")
    parquet.write_table(arrow.table({"body": ["Да"]}), tmp_path / "b.parquet")
    [item] = items(tmp_path / "b.parquet")
    assert "no 'text'; there are: body" in item.reason


@pytest.mark.parametrize(
    ("suffix", "library", "extra"), [("html", "trafilatura", "html"), ("parquet", "pyarrow", "tables")]
)
def test_without_the_extra_the_reason_names_it(tmp_path, monkeypatch, suffix, library, extra):
    monkeypatch.setitem(__import__("sys").modules, library, None)
    [item] = items(written(tmp_path / f"a.{suffix}", "<html><p>Да"))
    assert f"needs {library}: pip install 'molva[{extra}]'" in item.reason

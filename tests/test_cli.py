"""The commands as a user types them: what they print, where, and with which exit code."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

LINES = [
    {"id": "1", "text": "Алёна Седых заявила: «Мост готов»."},
    {"id": "2", "text": "Глеб ответил: «Нет; ещё не готов,\nподождите»."},
    {"id": "3", "text": "Глеб, Алёна и Юля молчали."},
]
HELPED = ["annotate", "quotes", "speakers", "explain", "evaluate", "export"]


def molva(*arguments, **options):
    """Run ``python -m molva``; what it prints is kept as bytes of UTF-8."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "COLUMNS": "100"}
    command = [sys.executable, "-m", "molva", *map(str, arguments)]
    return subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=False, **options
    )


def annotate(*arguments):
    return molva("annotate", *arguments, "--loader", "fake_pipeline:load", "--jobs", "1")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    path = tmp_path_factory.mktemp("corpus") / "новости.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in LINES), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def out(corpus, tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    done = annotate(corpus, folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_help_names_every_command_and_every_command_has_help():
    listed = molva("--help")
    assert listed.returncode == 0
    for command in HELPED:
        assert command in listed.stdout
        assert molva(command, "--help").stdout.startswith(f"Usage: molva {command}")


def test_help_does_not_wait_for_heavy_libraries():
    code = "import sys, molva.cli; print(sorted({'spacy', 'numpy', 'rich', 'sqlite3'} & set(sys.modules)))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    printed = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert printed.stdout.strip() == "[]"


def test_the_version_is_told():
    assert molva("--version").stdout.startswith("molva ")


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        ((), "Missing command"),
        (("frob",), "No such command 'frob'"),
        (("annotate",), "Missing argument"),
        (("annotate", "nowhere", "out"), "nowhere: no such file or folder; check the path of the corpus"),
        (("annotate", "a", "b", "--jobs", "0"), "'--jobs'"),
        (("annotate", "a", "b", "--job", "1"), "No such option: --job"),
        (("annotate", ".", "."), "is the corpus itself; name another folder"),
        (
            ("quotes", "nowhere"),
            "no quotes.jsonl here; name the OUT of an earlier `molva annotate CORPUS OUT`",
        ),
        (("quotes", "x", "--type", "loud"), "'direct', 'indirect', 'mixed'"),
        (("quotes", "x", "--csv", "-", "--jsonl"), "choose one"),
        (
            ("speakers", "nowhere"),
            "no documents.jsonl here; name the OUT of an earlier `molva annotate CORPUS OUT`",
        ),
        (("speakers", "x", "--kind", "ghost"), "'person', 'org', 'place', 'group', 'document'"),
        (("speakers", "x", "--min-quotes", "0"), "'--min-quotes'"),
        (("speakers", "x", "--csv", "-", "--jsonl"), "choose one"),
        (("export", "nowhere", "bio"), "molva annotate CORPUS OUT"),
        (("export", "nowhere", "nothing"), "no format «nothing»; choose one of these"),
        (("evaluate", "nowhere"), "nowhere"),
    ],
)
def test_bad_arguments_end_in_one_line_that_says_how_to_mend_them(tmp_path, arguments, advice):
    done = molva(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("molva: ")
    assert done.stderr.count("\n") == 1
    assert advice in done.stderr


def test_an_unknown_encoding_is_one_line(corpus, tmp_path):
    done = annotate(corpus, tmp_path / "out", "--encoding", "cp-1251-win")
    assert (done.returncode, done.stderr) == (
        2,
        "molva: unknown encoding 'cp-1251-win': try utf-8, cp1251, koi8-r, cp866 or utf-16\n",
    )


def test_a_run_reports_on_stderr_and_leaves_stdout_empty(corpus, tmp_path):
    done = annotate(corpus, tmp_path / "out")
    assert (done.returncode, done.stdout) == (0, "")
    assert "annotating: 0 of 3 documents" in done.stderr
    assert "3 documents, " in done.stderr
    assert "2 speakers" in done.stderr
    assert "\x1b" not in done.stderr


def test_a_file_of_bad_lines_does_not_hide_the_others(tmp_path):
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "a.jsonl").write_text("[]\n" * 30, encoding="utf-8")
    (tmp_path / "c" / "b.txt").write_bytes("Текст".encode() + b"\xff")
    told = annotate(tmp_path / "c", tmp_path / "out").stderr.splitlines()
    assert [line.split(":")[0].strip() for line in told if line.startswith("  ")] == [
        "a.jsonl, line 1", "a.jsonl, line 2", "a.jsonl, line 3", "b.txt", "… and 27 more",
    ]  # fmt: skip


def test_what_is_set_aside_is_listed_and_the_exit_code_is_3(tmp_path):
    (tmp_path / "тексты").mkdir()
    (tmp_path / "тексты" / "хороший.txt").write_text("Иван: «Да».", encoding="utf-8")
    (tmp_path / "тексты" / "битый.txt").write_bytes("Текст".encode() + b"\xff")
    done = annotate(tmp_path / "тексты", tmp_path / "выход")
    assert done.returncode == 3
    assert "1 set aside" in done.stderr
    assert "битый.txt: cannot decode byte 0xff at 10 as utf-8" in done.stderr
    assert (tmp_path / "выход" / "conllu" / "хороший.conllu").exists()


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_says_that_it_can_go_on(tmp_path, number):
    (tmp_path / "a.jsonl").write_text('{"text": "МЕДЛЕННО"}\n' * 300, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [
        sys.executable,
        "-m",
        "molva",
        "annotate",
        tmp_path / "a.jsonl",
        tmp_path / "out",
        "--jobs",
        "1",
    ]
    command += ["--rows-per-file", "1", "--loader", "fake_pipeline:load"]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, encoding="utf-8")
    deadline = time.monotonic() + 60
    while not (tmp_path / "out" / "conllu").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(number)
    told = process.communicate(timeout=60)[1]
    assert told.splitlines()[-1] == "molva: stopped; the same command goes on from here"
    assert process.returncode == 130
    assert json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["finished"] is False


def test_text_and_id_keys_and_the_size_of_outputs_can_be_named(tmp_path):
    (tmp_path / "a.csv").write_text("номер;статья\n7;Иван: «Да».\n8;Иван: «Нет».\n", encoding="cp1251")
    options = ("--text-key", "статья", "--id-key", "номер", "--rows-per-file", "1")
    assert annotate(tmp_path / "a.csv", tmp_path / "out", *options).returncode == 0
    assert sorted(path.name for path in (tmp_path / "out" / "conllu").iterdir()) == [
        "a-00001.conllu",
        "a-00002.conllu",
    ]
    rows = [
        json.loads(line)
        for line in (tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [(row["doc"], row["encoding"]) for row in rows] == [("7", "cp1251"), ("8", "cp1251")]


def test_the_table_shows_who_said_what(out):
    done = molva("quotes", out)
    assert done.returncode == 0
    assert "Алёна" in done.stdout
    assert "«Нет; ещё не готов, подождите»" in done.stdout
    assert done.stderr == "2 quotes\n"


@pytest.mark.parametrize(
    ("speaker", "number"), [("алена", 1), ("ГЛЕБ", 1), ("л", 2), ("Глеб Алёна", 0), ("Юля", 0)]
)
def test_quotes_are_filtered_by_speaker_in_any_spelling(out, speaker, number):
    done = molva("quotes", out, "--speaker", speaker, "--jsonl")
    assert len(done.stdout.splitlines()) == number


def test_quotes_are_filtered_by_type_and_document_and_limited(out):
    assert molva("quotes", out, "--type", "indirect", "--jsonl").stdout == ""
    assert (
        json.loads(molva("quotes", out, "--type", "direct", "--doc", "2", "--jsonl").stdout)["speaker"]
        == "Глеб"
    )
    assert len(molva("quotes", out, "--limit", "1", "--jsonl").stdout.splitlines()) == 1


def test_lines_of_json_come_out_as_they_are_in_the_folder(out):
    assert molva("quotes", out, "--jsonl").stdout == (out / "quotes.jsonl").read_text(encoding="utf-8")


def test_csv_opens_in_excel(out, tmp_path):
    done = molva("quotes", out, "--csv", tmp_path / "цитаты.csv")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "цитаты.csv").read_bytes().startswith(b"\xef\xbb\xbfdoc,id,type,text,")
    with (tmp_path / "цитаты.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["speaker"] for row in rows] == ["Алёна", "Глеб"]
    assert rows[1]["text"] == "«Нет; ещё не готов,\nподождите»"
    assert rows[0]["content"] == "[[21, 33]]"


def test_csv_goes_to_stdout_too(out):
    assert molva("quotes", out, "--csv", "-").stdout.startswith("\ufeffdoc,id,")


def test_csv_that_cannot_be_written_is_one_line(out, tmp_path):
    done = molva("quotes", out, "--csv", tmp_path / "none" / "a.csv")
    assert done.returncode == 2
    assert "cannot be written (No such file or directory); name another file" in done.stderr


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """A run in which Пётр Орехов speaks in two documents, and nameless experts in one."""
    folder = tmp_path_factory.mktemp("told")
    texts = {
        "1": "«Мост готов», — заявил мэр Быстринска Пётр Орехов.",
        "2": "«Деньги есть», — сказал П. Орехов. «Льда нет», — заявили эксперты.",
        "3": "«Смета утверждена», — сообщила Дарья Плетнёва.",
    }
    lines = [json.dumps({"id": key, "text": text}, ensure_ascii=False) for key, text in texts.items()]
    (folder / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert molva("annotate", folder / "news.jsonl", folder / "out", "--jobs", "1").returncode == 0
    return folder / "out"


def test_the_table_of_speakers_has_one_row_a_person(told):
    done = molva("speakers", told)
    assert done.returncode == 0
    assert done.stdout.count("Орехов") >= 1
    assert "эксперты" not in done.stdout
    assert done.stderr == f"2 of 3 speakers; all of them → {told / 'speakers.jsonl'}\n"


def test_speakers_are_written_into_the_folder_and_the_same_every_time(told):
    molva("speakers", told, "--min-quotes", "2")
    first = (told / "speakers.jsonl").read_bytes()
    molva("speakers", told, "--all")
    assert (told / "speakers.jsonl").read_bytes() == first
    rows = [json.loads(line) for line in first.decode().splitlines()]
    assert list(rows[0]) == [
        "id", "kind", "name", "names", "roles", "quotes", "documents", "sources", "named", "ambiguous", "entities",
    ]  # fmt: skip
    assert (rows[0]["id"], rows[0]["name"], rows[0]["quotes"]) == ("s1", "Пётр Орехов", 2)
    assert [doc for doc, _ in rows[0]["entities"]] == ["1", "2"]


def test_speakers_are_chosen_by_kind_and_number_and_limited(told):
    def names(*options):
        return [
            json.loads(line)["name"]
            for line in molva("speakers", told, "--jsonl", *options).stdout.splitlines()
        ]

    assert names() == ["Пётр Орехов", "Дарья Плетнёва"]
    assert names("--all") == ["Пётр Орехов", "Дарья Плетнёва", "эксперты"]
    assert names("--all", "--kind", "group") == ["эксперты"]
    assert names("--min-quotes", "2") == ["Пётр Орехов"]
    assert names("--limit", "1") == ["Пётр Орехов"]


def test_speakers_go_to_csv(told, tmp_path):
    assert molva("speakers", told, "--csv", tmp_path / "люди.csv").stdout == ""
    with (tmp_path / "люди.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["name"] for row in rows] == ["Пётр Орехов", "Дарья Плетнёва"]
    assert rows[0]["names"] == "П. Орехов: 1; Пётр Орехов: 1"


def test_a_broken_row_of_a_run_is_one_line(told, tmp_path):
    for name in ("documents", "entities", "mentions", "quotes"):
        (tmp_path / f"{name}.jsonl").write_bytes((told / f"{name}.jsonl").read_bytes())
    (tmp_path / "quotes.jsonl").write_text('{"doc": "1"}\n', encoding="utf-8")
    done = molva("speakers", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f'molva: {tmp_path / "quotes.jsonl"}:1: "speaker_id" is missing; run `molva annotate` again\n'
    )


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
def test_a_reader_that_leaves_early_is_no_error(tmp_path):
    row = {"doc": "d", "type": "direct", "polarity": "asserted", "speaker": "Иван", "text": "я" * 1000}
    (tmp_path / "quotes.jsonl").write_text((json.dumps(row) + "\n") * 2000, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = f"{{ '{sys.executable}' -m molva quotes '{tmp_path}' --jsonl; echo $? >&2; }} | head -n 1"
    done = subprocess.run(
        command, shell=True, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "0\n")


def test_explain_tells_the_rule_the_candidates_and_what_is_no_speech(tmp_path):
    path = tmp_path / "мост.txt"
    path.write_text(
        "Мэр Быстринска Пётр Орехов осмотрел мост. Он заявил, что ремонт кончат к маю. "
        "Вечером в клубе показали фильм «Паром».",
        encoding="utf-8",
    )
    shown = molva("explain", path)
    assert shown.returncode == 0, shown.stderr
    assert "that: " in shown.stdout
    assert "Пётр Орехов (chosen, for the source is a pronoun)" in shown.stdout
    assert "Паром" in shown.stdout.partition("not taken for speech")[2]


def test_explain_of_a_file_that_is_not_there_says_so(tmp_path):
    shown = molva("explain", tmp_path / "нет.txt")
    assert shown.returncode == 2
    assert shown.stderr == f"molva: {tmp_path / 'нет.txt'}: no such file; check its path\n"


def test_explain_reads_the_columns_that_are_named(tmp_path):
    (tmp_path / "a.csv").write_text(
        "номер;статья\n7;Орехов заявил, что мост готов.\n8;Тихо.\n", encoding="utf-8"
    )
    options = ("--text-key", "статья", "--id-key", "номер", "--doc", "7")
    shown = molva("explain", tmp_path / "a.csv", *options)
    assert (shown.returncode, shown.stdout.splitlines()[:2]) == (
        0,
        ["# 7", "q1 indirect мост готов"],
    ), shown.stderr


def test_explain_sets_a_bad_row_aside_and_goes_on(tmp_path):
    said = '{"id": "%s", "text": "Орехов заявил, что мост готов."}\n'
    (tmp_path / "a.jsonl").write_text(said % 1 + "oops\n" + said % 3, encoding="utf-8")
    shown = molva("explain", tmp_path / "a.jsonl")
    assert (shown.returncode, shown.stdout.count("q1 indirect")) == (3, 2)
    assert shown.stderr.startswith(f"1 set aside:\n  {tmp_path / 'a.jsonl'}, line 2: not JSON")
    alone = molva("explain", tmp_path / "a.jsonl", "--doc", "3")
    assert (alone.returncode, alone.stdout.count("q1 indirect"), alone.stderr) == (0, 1, "")


def test_explain_calls_rows_as_a_run_does_and_sets_a_text_aside_that_is_too_long(tmp_path):
    lines = [{"text": "Да."}, {"text": "Нет.", "id": "а б\ud800"}, {"text": "я" * 1_000_001, "id": "long"}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    shown = molva("explain", tmp_path / "a.jsonl")
    assert (shown.returncode, shown.stdout) == (3, "# a-1\nno quotes found\n# а_б_\nno quotes found\n")
    aside = "a.jsonl, long: 1,000,001 characters, and the pipeline takes 1,000,000; split the text"
    assert shown.stderr == f"1 set aside:\n  {tmp_path / aside}\n"
    assert molva("explain", tmp_path / "a.jsonl", "--doc", "a-1").stdout.startswith("# a-1\n")


def test_explain_says_that_there_is_nothing_to_explain(tmp_path):
    (tmp_path / "тихо.txt").write_text("Вечером показали фильм «Паром».", encoding="utf-8")
    shown = molva("explain", tmp_path / "тихо.txt")
    assert (shown.returncode, shown.stdout.splitlines()[:2]) == (
        0,
        ["no quotes found", "not taken for speech"],
    )
    (tmp_path / "пусто.txt").touch()
    assert molva("explain", tmp_path / "пусто.txt").stdout == "no quotes found\n"
    (tmp_path / "пусто.jsonl").touch()
    shown = molva("explain", tmp_path / "пусто.jsonl")
    assert (shown.returncode, shown.stderr) == (
        2,
        f"molva: {tmp_path / 'пусто.jsonl'}: no document in it; name a file that holds one\n",
    )


def test_explain_of_a_folder_says_so(tmp_path):
    shown = molva("explain", tmp_path)
    assert shown.stderr == f"molva: {tmp_path}: is a folder; name a file in it\n"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251"])
def test_explain_finds_the_encoding_of_what_comes_in_by_a_pipe(encoding):
    text = "Пётр Орехов осмотрел мост. Он заявил, что ремонт кончат к маю. Потом все уехали домой."
    shown = subprocess.run(
        [sys.executable, "-m", "molva", "explain", "-"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "ascii"},
        input=text.encode(encoding),
        capture_output=True,
        check=False,
    )
    assert shown.returncode == 0, shown.stderr
    assert "Пётр Орехов" in shown.stdout.decode()


def test_a_document_that_is_not_there_is_one_line(out):
    shown = molva("quotes", out, "--doc", "нет")
    assert shown.returncode == 2
    assert shown.stderr == f"molva: {out}: no document 'нет'; the ids of all are in documents.jsonl\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
def test_a_full_disk_is_one_line(out):
    shown = molva("quotes", out, "--csv", "/dev/full")
    assert shown.returncode == 2
    assert shown.stderr.startswith("molva: ")
    assert "Traceback" not in shown.stderr

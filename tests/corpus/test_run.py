"""A whole run, with a pipeline that needs no model: done, resumed, interrupted, broken."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from molva.corpus.ledger import Ledger
from molva.corpus.pool import Pool
from molva.corpus.run import annotate
from molva.corpus.settings import Settings
from molva.corpus.work import write_whole
from molva.errors import MissingExtra, ModelError, SettingsError
from molva.text.document import ReadOptions

FAKE = Settings(loader="fake_pipeline:load", rows=2)
TABLES = ["quotes.jsonl", "mentions.jsonl", "entities.jsonl", "documents.jsonl"]


def run(corpus, out, settings=FAKE, **options):
    return annotate(corpus, out, settings=settings, **options)


def write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def rows(out: Path, name: str) -> list[dict]:
    return [json.loads(line) for line in (out / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def bytes_of(out: Path) -> dict[str, bytes]:
    """All that a run has written, but for times and the ledger."""
    paths = [path for path in out.rglob("*") if path.suffix in (".conllu", ".jsonl")]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in paths}


def fill(folder: Path) -> None:
    """Make a small corpus of three sources and seven documents."""
    write(folder / "a.txt", "Иван сказал: «Мы идём».\r\nПётр молчал.")
    write(folder / "2021" / "мой файл.txt", "Анна ответила: «Хорошо».".encode("cp1251"))
    lines = [{"id": f"n{i}", "text": f"Глеб заметил: «Номер {i}».", "date": f"{i} мая"} for i in range(5)]
    write(folder / "b.jsonl", "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))


@pytest.fixture
def corpus(tmp_path):
    fill(tmp_path / "корпус текстов")
    return tmp_path / "корпус текстов"


@pytest.fixture(scope="module")
def finished(tmp_path_factory):
    """A corpus and its output, made once; tests change copies of them."""
    folder = tmp_path_factory.mktemp("finished")
    fill(folder / "корпус текстов")
    run(folder / "корпус текстов", folder / "out")
    return folder


@pytest.fixture
def done(finished, tmp_path):
    """A corpus and its output, to be changed."""
    shutil.copytree(finished, tmp_path / "done")
    return tmp_path / "done" / "корпус текстов", tmp_path / "done" / "out"


def test_a_corpus_becomes_a_mirrored_tree_and_four_tables(corpus, tmp_path):
    report = run(corpus, tmp_path / "out")
    out = tmp_path / "out"
    assert sorted(bytes_of(out)) == sorted(
        [
            "conllu/2021/мой файл.conllu",
            "conllu/a.conllu",
            *(f"conllu/b-0000{i}.conllu" for i in (1, 2, 3)),
            *TABLES,
        ]
    )
    assert (report.counts.documents, report.counts.quotes, report.speakers) == (7, 7, 3)
    assert report.set_aside == []
    quote = rows(out, "quotes")[0]
    assert (quote["doc"], quote["speaker"], quote["text"]) == ("2021/мой_файл", "Анна", "«Хорошо»")


def test_metadata_source_and_encoding_come_back_out(done):
    _, out = done
    documents = {row["doc"]: row for row in rows(out, "documents")}
    assert documents["n3"]["meta"] == {"date": "3 мая"}
    assert (documents["n3"]["source"], documents["n3"]["row"]) == ("b.jsonl", 4)
    assert documents["n3"]["conllu"] == "conllu/b-00002.conllu"
    assert documents["2021/мой_файл"]["encoding"] == "cp1251"


def test_run_json_tells_settings_versions_encodings_and_counts(corpus, tmp_path):
    write(corpus / "scan.pdf", "%PDF")
    run(corpus, tmp_path / "out")
    facts = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert facts["finished"] is True
    assert facts["encodings"] == {"2021/мой файл.txt": "cp1251", "a.txt": "utf-8", "b.jsonl": "utf-8"}
    assert facts["ignored"] == {".pdf": 1}
    assert facts["counts"]["documents"] == 7
    assert facts["settings"]["rows"] == 2
    assert {"python", "molva", "spacy"} <= set(facts["versions"])


def test_offsets_refer_to_the_text_as_it_stood_in_the_file(done):
    corpus, out = done
    text = (corpus / "a.txt").read_bytes().decode()
    for row in rows(out, "mentions"):
        if row["doc"] == "a":
            assert text[row["start"] : row["end"]] == row["text"]


def test_sentences_of_two_documents_never_share_an_id(tmp_path):
    for name in ("a/b.txt", "a-b.txt", "a b.txt"):
        write(tmp_path / "c" / name, "Иван: «Да».")
    write(tmp_path / "c" / "z.jsonl", '{"id": "u/1", "text": "Да."}\n{"id": "u?1", "text": "Нет."}\n')
    run(tmp_path / "c", tmp_path / "out")
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.conllu"))
    ids = [line.split(" = ")[1] for line in written.splitlines() if line.startswith("# sent_id")]
    assert sorted(ids) == ["a-b-p1s1", "a-b~2-p1s1", "a_b-p1s1", "d1-u-1-p1s1", "d2-u-1~2-p1s1"]
    (tmp_path / "c" / "a" / "b.txt").unlink()
    assert (
        run(tmp_path / "c", tmp_path / "out").annotated == 1
    )  # the other «a-b», which has the name to itself


def test_planning_does_not_wait_for_spacy():
    code = "import sys, molva.corpus.run; print('spacy' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_two_workers_write_the_same_bytes_as_one(corpus, tmp_path):
    run(corpus, tmp_path / "one", jobs=1)
    run(corpus, tmp_path / "two", jobs=2)
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def test_a_second_run_does_nothing(done):
    corpus, out = done
    before = {
        path: path.stat().st_mtime_ns for path in out.rglob("*.*l*") if path.suffix in (".conllu", ".jsonl")
    }
    report = run(corpus, out)
    assert (report.annotated, report.unchanged, report.counts.documents) == (0, 7, 7)
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_only_what_is_new_or_changed_is_done_again(done, tmp_path):
    corpus, out = done
    write(corpus / "a.txt", "Иван передумал: «Мы остаёмся».")
    write(corpus / "c.txt", "Юля: «Новое».")
    with (corpus / "b.jsonl").open("a", encoding="utf-8") as stream:
        stream.write('{"id": "n5", "text": "Глеб: «Ещё»."}\n')
    report = run(corpus, out)
    assert report.annotated == 4  # a, c, and the last part of b: n4 and n5
    run(corpus, tmp_path / "fresh")
    assert bytes_of(out) == bytes_of(tmp_path / "fresh")


def test_a_vanished_source_takes_its_output_along_and_is_reported(done):
    corpus, out = done
    run(corpus, out)  # the copy is the corpus from now on
    (corpus / "2021" / "мой файл.txt").unlink()
    report = run(corpus, out)
    assert report.removed == ["2021/мой файл.txt"]
    assert not (out / "conllu" / "2021").exists()
    assert {row["doc"] for row in rows(out, "documents")} == {"a", *(f"n{i}" for i in range(5))}


def test_a_file_that_shrinks_leaves_no_parts_behind(done):
    corpus, out = done
    write(corpus / "b.jsonl", '{"id": "n0", "text": "Глеб: «Один»."}\n')
    run(corpus, out)
    assert sorted(path.name for path in (out / "conllu").glob("b*")) == ["b.conllu"]


def test_an_output_that_somebody_deleted_is_made_again(done):
    corpus, out = done
    (out / "conllu" / "a.conllu").unlink()
    assert run(corpus, out).annotated == 1
    assert (out / "conllu" / "a.conllu").exists()


def test_a_table_that_was_cut_short_or_added_to_is_written_again(done):
    corpus, out = done
    run(corpus, out)
    for name in ("quotes", "entities"):
        path = out / f"{name}.jsonl"
        whole = path.read_bytes()
        for damaged in (whole[:-5], whole + b'{"doc', b""):
            path.write_bytes(damaged)
            assert run(corpus, out).annotated == 0
            assert path.read_bytes() == whole


def test_other_settings_do_everything_anew(done):
    corpus, out = done
    report = run(corpus, out, Settings(loader="fake_pipeline:load", rows=3))
    assert report.annotated == 7
    assert len(list((out / "conllu").glob("b*"))) == 2


def test_force_does_everything_anew(done):
    corpus, out = done
    assert run(corpus, out, force=True).annotated == 7


def test_what_cannot_be_read_or_annotated_is_set_aside_and_the_rest_is_finished(corpus, tmp_path):
    write(corpus / "bad.txt", "Текст ".encode() + b"\xff")
    write(corpus / "c.txt", "Пётр: СБОЙ")
    write(corpus / "d.jsonl", '{"text": "Юля: «Да»."}\noops\n{"text": "СБОЙ"}\n{"text": "Юля: «Нет»."}\n')
    write(corpus / "e.jsonl.gz", b"no gzip")
    write(corpus / "empty.txt", "")
    report = run(corpus, tmp_path / "out", jobs=2)
    assert [(item.source, item.row) for item in report.set_aside] == [
        ("bad.txt", None), ("c.txt", None), ("d.jsonl", 2), ("d.jsonl", 3), ("e.jsonl.gz", None),
    ]  # fmt: skip
    reasons = {(item.source, item.row): item.reason for item in report.set_aside}
    assert (
        reasons["c.txt", None]
        == "c.txt: annotating failed (ValueError: a rule failed); the document is left out"
    )
    assert reasons["d.jsonl", 2].startswith("d.jsonl, line 2: not JSON")
    assert "Traceback" in next(item.trace for item in report.set_aside if item.doc == "c")
    assert report.counts.documents == 7 + 2 + 1
    assert [row["doc"] for row in rows(tmp_path / "out", "quotes")][-2:] == ["d-1", "d-4"]


def test_a_file_whose_name_is_not_utf8_is_set_aside_and_the_rest_is_finished(corpus, tmp_path):
    for name in ("Статья.txt", "строки.jsonl"):
        path = os.fsencode(corpus) + b"/" + name.encode("cp1251")
        try:
            write(Path(os.fsdecode(path)), "Иван: «Да».")
        except OSError:
            pytest.skip("this system allows no such names")
    for _ in range(2):
        report = run(corpus, tmp_path / "out")
        assert report.counts.documents == 7
        assert [item.reason for item in report.set_aside] == [
            rf"{name}: the name of the file, or of a folder of it, is not UTF-8; rename it"
            for name in (r"\xd1\xf2\xe0\xf2\xfc\xff.txt", r"\xf1\xf2\xf0\xee\xea\xe8.jsonl")
        ]


def test_a_corpus_in_a_folder_whose_name_is_not_utf8_is_read(corpus, tmp_path):
    moved = os.fsencode(tmp_path) + b"/" + "тексты".encode("cp1251")
    try:
        corpus.rename(os.fsdecode(moved))
    except OSError:
        pytest.skip("this system allows no such names")
    assert run(Path(os.fsdecode(moved)), tmp_path / "out").counts.documents == 7


def test_an_output_in_the_corpus_is_no_document_of_the_next_run(corpus, tmp_path):
    run(corpus, corpus / "out")
    report = run(corpus, tmp_path / "other")
    assert (report.counts.documents, report.ignored) == (7, {"output of a run": 1})


def test_what_was_set_aside_is_not_tried_again_unless_wanted(corpus, tmp_path):
    write(corpus / "c.txt", "Пётр: СБОЙ")
    out = tmp_path / "out"
    run(corpus, out)
    again = run(corpus, out)
    assert (again.annotated, len(again.set_aside)) == (0, 1)
    retried = run(corpus, out, retry_failed=True)
    assert (retried.annotated, len(retried.set_aside)) == (0, 1)
    write(corpus / "c.txt", "Пётр: «Теперь хорошо».")
    mended = run(corpus, out)
    assert (mended.annotated, mended.set_aside) == (1, [])


def test_what_only_lacked_an_extra_is_tried_again_by_itself(corpus, tmp_path, monkeypatch):
    pytest.importorskip("trafilatura")
    article = "<p>" + "Иван сказал, что мост откроют осенью, как и было задумано.</p><p>" * 9
    write(corpus / "page.html", f"<html><body><article>{article}</p></article></body></html>")
    write(tmp_path / "broken" / "trafilatura.py", "raise ImportError('clean is a separate project')")
    with monkeypatch.context() as patched:
        patched.syspath_prepend(tmp_path / "broken")  # workers take over the path
        report = run(corpus, tmp_path / "out")
    [item] = report.set_aside
    assert "page.html: reading HTML needs trafilatura, which is there but cannot" in item.reason
    report = run(corpus, tmp_path / "out")
    assert (report.annotated, report.set_aside) == (1, [])
    assert run(corpus, tmp_path / "out").annotated == 0


def test_a_text_that_is_too_long_is_set_aside_with_its_length(tmp_path):
    write(tmp_path / "c" / "a.txt", "Иван. " * 200_000)
    write(tmp_path / "c" / "b.txt", "Иван: «Да».")
    report = run(tmp_path / "c", tmp_path / "out")
    [item] = report.set_aside
    assert item.reason == "a.txt: 1,200,000 characters, and the pipeline takes 1,000,000; split the text"
    assert report.counts.documents == 1


def test_workers_are_renewed_without_a_trace_in_the_output(done, tmp_path, monkeypatch):
    corpus, out = done
    started = []
    start = Pool._start
    monkeypatch.setattr(Pool, "_start", lambda pool: started.append(1) or start(pool))
    monkeypatch.setattr(Pool.__init__, "__defaults__", (1,))
    run(corpus, tmp_path / "renewed", jobs=1)
    assert len(started) == 5  # one for each job
    assert bytes_of(tmp_path / "renewed") == bytes_of(out)


def test_workers_load_side_by_side_though_a_task_fills_their_pipe(tmp_path):
    row = json.dumps({"text": "слово " * 20_000}, ensure_ascii=False) + "\n"
    write(tmp_path / "corpus" / "long.jsonl", row * 2)
    settings = Settings(loader="fake_pipeline:load", model=f"together:{tmp_path}", rows=1)
    assert run(tmp_path / "corpus", tmp_path / "out", settings, jobs=2).counts.documents == 2


def test_a_document_that_kills_its_process_is_set_aside_alone(corpus, tmp_path):
    write(corpus / "c.jsonl", '{"text": "Юля: «Да»."}\n{"text": "ГИБЕЛЬ"}\n{"text": "Юля: «Нет»."}\n')
    report = run(corpus, tmp_path / "out", Settings(loader="fake_pipeline:load", rows=10), jobs=2)
    [item] = report.set_aside
    assert (item.source, item.row) == ("c.jsonl", 2)
    assert "the process ended, signal 9" in item.reason
    assert report.counts.documents == 9


def test_a_worker_that_is_killed_from_outside_costs_no_document(corpus, tmp_path):
    lines = "".join(json.dumps({"text": f"МЕДЛЕННО Анна {i}"}, ensure_ascii=False) + "\n" for i in range(12))
    write(corpus / "slow.jsonl", lines)
    killed = []

    def watch(state):
        import multiprocessing

        if state.done >= 4 and not killed:
            worker = multiprocessing.active_children()[0]
            os.kill(worker.pid, signal.SIGKILL)
            killed.append(worker.pid)

    report = run(corpus, tmp_path / "out", jobs=2, watch=watch)
    assert killed
    assert (report.counts.documents, report.set_aside) == (19, [])


def test_a_run_that_is_killed_goes_on_and_ends_with_the_same_bytes(corpus, tmp_path):
    lines = "".join(
        json.dumps({"text": f"МЕДЛЕННО Анна: «{i}»."}, ensure_ascii=False) + "\n" for i in range(20)
    )
    write(corpus / "slow.jsonl", lines)
    command = [
        sys.executable, "-m", "molva", "annotate", str(corpus), str(tmp_path / "out"), "--jobs", "2",
        "--rows-per-file", "2", "--loader", "fake_pipeline:load",
    ]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    ledger = tmp_path / "out" / "conllu"
    deadline = time.monotonic() + 60
    while len(list(ledger.glob("slow-*.conllu"))) < 6 and time.monotonic() < deadline:
        time.sleep(0.05)
    process.kill()
    process.wait()
    report = run(corpus, tmp_path / "out")
    assert 0 < report.annotated < 27
    assert report.counts.documents == 27
    run(corpus, tmp_path / "fresh")
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "fresh")


def test_an_interrupted_run_keeps_and_merges_what_was_done(corpus, tmp_path):
    def watch(state):
        if state.done >= 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(corpus, tmp_path / "out", watch=watch)
    facts = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert facts["finished"] is False
    assert facts["counts"]["documents"] >= 3
    report = run(corpus, tmp_path / "out")
    assert (report.finished, report.counts.documents) == (True, 7)
    assert report.annotated < 7


def test_half_written_files_of_a_killed_run_are_swept_away(corpus, tmp_path):
    write(tmp_path / "out" / "conllu" / "2021" / ".77.molva-tmp", "half")
    run(corpus, tmp_path / "out")
    assert not list((tmp_path / "out").rglob("*.molva-tmp"))


def test_a_model_that_cannot_be_loaded_ends_the_run_with_its_reason(corpus, tmp_path):
    with pytest.raises(ModelError, match="model 'broken' cannot be loaded: ValueError: no such weights"):
        run(corpus, tmp_path / "out", Settings(loader="fake_pipeline:load", model="broken"))


def test_a_model_that_kills_its_process_ends_the_run(corpus, tmp_path):
    with pytest.raises(ModelError, match=r"worker processes end while loading the model \(signal 9\)"):
        run(corpus, tmp_path / "out", Settings(loader="fake_pipeline:load", model="deadly"))


def test_an_output_that_is_a_file_or_the_corpus_itself_is_refused(corpus, tmp_path):
    write(tmp_path / "file", "x")
    with pytest.raises(SettingsError, match="is a file, and the output must be a folder"):
        run(corpus, tmp_path / "file")
    with pytest.raises(SettingsError, match="is the corpus itself"):
        run(corpus, corpus)


def test_the_output_may_lie_inside_the_corpus(corpus):
    run(corpus, corpus / "out")
    assert run(corpus, corpus / "out").counts.documents == 7


def test_an_output_of_another_corpus_is_not_overwritten_unless_forced(done, tmp_path):
    _, out = done
    write(tmp_path / "other" / "x.txt", "Иное.")
    with pytest.raises(SettingsError, match=r"holds the annotation of .*, or use --force"):
        run(tmp_path / "other", out)
    assert run(tmp_path / "other", out, force=True).counts.documents == 1
    assert [path.name for path in (out / "conllu").rglob("*.conllu")] == ["x.conllu"]


def test_a_single_file_of_the_corpus_removes_nothing_of_the_others_unless_forced(done):
    corpus, out = done
    before = bytes_of(out)
    with pytest.raises(SettingsError, match=r"lacks 2021/мой файл.txt, b.jsonl of it; .* --force"):
        run(corpus / "a.txt", out)
    assert bytes_of(out) == before


def test_a_corpus_with_some_names_in_common_removes_nothing_unless_forced(done, tmp_path):
    _, out = done
    write(tmp_path / "other" / "a.txt", "Иное.")
    with pytest.raises(SettingsError, match="holds the annotation of"):
        run(tmp_path / "other", out)
    assert run(tmp_path / "other", out, force=True).counts.documents == 1


def test_tables_that_no_run_has_written_are_not_written_over_unless_forced(corpus, tmp_path):
    write(tmp_path / "out" / "quotes.jsonl", "somebody's own\n")
    with pytest.raises(SettingsError, match=r"quotes\.jsonl: is there already"):
        run(corpus, tmp_path / "out")
    assert (tmp_path / "out" / "quotes.jsonl").read_text() == "somebody's own\n"
    assert run(corpus, tmp_path / "out", force=True).counts.documents == 7


def test_the_folder_of_a_corpus_of_one_file_is_no_output(corpus):
    with pytest.raises(SettingsError, match="is the corpus itself"):
        run(corpus / "a.txt", corpus)


def test_an_output_that_cannot_be_made_is_told_with_its_reason(corpus, tmp_path):
    write(tmp_path / "file", "x")
    with pytest.raises(SettingsError, match=r"file/out: cannot be made \(.+\); name another folder"):
        run(corpus, tmp_path / "file" / "out")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_the_corpus_is_left_out_and_counted(corpus, tmp_path):
    os.mkfifo(corpus / "pipe.txt")
    report = run(corpus, tmp_path / "out")
    assert report.counts.documents == 7
    assert report.ignored["no file"] == 1


def test_a_corpus_that_was_moved_is_still_the_same(done, tmp_path):
    corpus, out = done
    corpus.rename(tmp_path / "moved")
    assert run(tmp_path / "moved", out).annotated == 0


def test_two_runs_do_not_write_to_one_folder_at_a_time(done):
    corpus, out = done
    held = sqlite3.connect(out / "ledger.sqlite")
    held.execute("BEGIN EXCLUSIVE")
    with pytest.raises(SettingsError, match="another run is writing here"):
        run(corpus, out)
    held.close()


def test_a_ledger_that_is_none_is_refused_with_advice(corpus, tmp_path):
    write(tmp_path / "out" / "ledger.sqlite", "not a database " * 100)
    with pytest.raises(SettingsError, match="not a ledger that can be used .* --force"):
        run(corpus, tmp_path / "out")
    assert run(corpus, tmp_path / "out", force=True).counts.documents == 7


def test_a_disk_that_is_full_when_the_ledger_is_written_ends_the_run_in_one_line(
    corpus, tmp_path, monkeypatch
):
    opened = Ledger._opened

    def small(ledger):
        base = opened(ledger)
        base.execute("PRAGMA max_page_count = 1")  # SQLite then says what it says of a full disk
        return base

    run(corpus, tmp_path / "out")
    write(corpus / "long.jsonl", json.dumps({"text": "Иван: «Да». " * 20_000}, ensure_ascii=False))
    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "_opened", small)
        with pytest.raises(SettingsError, match=r"ledger\.sqlite: cannot be written \(.*full\); .*to go on"):
            run(corpus, tmp_path / "out")
    assert run(corpus, tmp_path / "out").counts.documents == 8


def test_a_ledger_that_cannot_be_made_for_want_of_space_is_not_called_damaged(tmp_path, monkeypatch):
    def full(_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Ledger, "_opened", full)
    with pytest.raises(SettingsError, match="cannot be written .database or disk is full.") as told:
        Ledger(tmp_path)
    assert "--force" not in str(told.value)


def test_a_file_that_cannot_be_written_is_named_as_the_user_named_it(tmp_path):
    (tmp_path / "real").mkdir()
    with pytest.raises(IsADirectoryError) as told:
        write_whole(tmp_path / "real", iter(["x"]))
    assert told.value.filename == str(tmp_path / "real")
    assert list(tmp_path.iterdir()) == [tmp_path / "real"]


def test_an_encoding_that_is_none_is_refused_before_anything_is_done(corpus, tmp_path):
    with pytest.raises(SettingsError, match="unknown encoding"):
        run(corpus, tmp_path / "out", Settings(ReadOptions(encoding="nonsense"), loader="fake_pipeline:load"))
    assert not (tmp_path / "out").exists()


def test_the_environment_of_the_caller_is_left_as_it_was(corpus, tmp_path, monkeypatch):
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setenv("MKL_NUM_THREADS", "7")
    run(corpus, tmp_path / "out")
    assert "OMP_NUM_THREADS" not in os.environ
    assert os.environ["MKL_NUM_THREADS"] == "7"


def test_the_tables_are_written_as_parquet_too(corpus, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out"
    run(corpus, out, parquet=True)
    for name in ("quotes", "mentions", "entities"):
        assert parquet.read_table(out / f"{name}.parquet").to_pylist() == rows(out, name)
    documents = parquet.read_table(out / "documents.parquet").to_pylist()
    assert [json.loads(row["meta"]) for row in documents] == [row["meta"] for row in rows(out, "documents")]


def test_without_pyarrow_parquet_is_refused_before_anything_is_done(corpus, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"pip install 'molva\[tables\]'"):
        run(corpus, tmp_path / "out", parquet=True)
    assert not (tmp_path / "out").exists()

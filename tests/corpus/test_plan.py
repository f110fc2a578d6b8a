"""Jobs: names, parts and digests."""

import json

from molva.corpus.find import find_sources
from molva.corpus.plan import cut, plan_jobs, tasks
from molva.corpus.settings import Settings
from molva.text.document import Document, Unread


def lines(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def plan(folder, **settings):
    return list(plan_jobs(find_sources(folder, folder / "out").sources, Settings(**settings)))


def test_parts_are_cut_by_number_and_by_size():
    documents = [Document("", "я" * size) for size in (5, 5, 1, 20, 1)]
    assert [[len(d.text) for d in part] for part in cut(documents, rows=2, chars=10)] == [
        [5, 5],
        [1],
        [20],
        [1],
    ]
    assert list(cut([], rows=2, chars=10)) == [[]]


def test_a_long_file_has_numbered_outputs_and_a_short_one_has_not(tmp_path):
    lines(tmp_path / "long.jsonl", [{"text": f"Текст {i}"} for i in range(5)])
    lines(tmp_path / "tg" / "short.jsonl", [{"text": "Да"}])
    assert [(job.output, job.documents) for job in plan(tmp_path, rows=2)] == [
        ("long-00001.conllu", 2),
        ("long-00002.conllu", 2),
        ("long-00003.conllu", 1),
        ("tg/short.conllu", 1),
    ]


def test_outputs_never_collide_even_where_case_does_not_count(tmp_path):
    lines(tmp_path / "a.jsonl", [{"text": "1"}, {"text": "2"}])
    for name in ("a-00001.txt", "A-00002.html", "b.txt", "b.html"):
        (tmp_path / name).write_text("Да", encoding="utf-8")
    outputs = [job.output for job in plan(tmp_path, rows=1)]
    assert len({output.casefold() for output in outputs}) == len(outputs) == 6
    assert {"b.txt.conllu", "b.html.conllu", "a-00001.conllu"} <= set(outputs)


def test_ids_are_distinct_over_the_whole_corpus_and_kept_in_the_tasks(tmp_path):
    lines(tmp_path / "a.jsonl", [{"id": "1", "text": "а"}, {"text": "б"}, {"id": 1, "text": "в"}])
    lines(tmp_path / "b.jsonl", [{"id": "1", "text": "г"}, {"id": "a-2", "text": "д"}])
    jobs = plan(tmp_path, rows=2)
    given = [item.id for task in tasks(jobs, Settings(rows=2)) for item in task.items]
    assert given == ["1", "a-2", "1~2", "1~3", "a-2~2"]


def test_a_file_that_grows_keeps_the_digests_of_its_first_parts(tmp_path):
    rows = [{"id": str(i), "text": f"Текст {i}"} for i in range(5)]
    lines(tmp_path / "a.jsonl", rows)
    before = [job.digest for job in plan(tmp_path, rows=2)]
    lines(tmp_path / "a.jsonl", [*rows, {"id": "9", "text": "Новый"}])
    after = [job.digest for job in plan(tmp_path, rows=2)]
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, True, False]


def test_metadata_counts_in_the_digest(tmp_path):
    lines(tmp_path / "a.jsonl", [{"text": "Да", "date": "1 мая"}])
    [before] = plan(tmp_path)
    lines(tmp_path / "a.jsonl", [{"text": "Да", "date": "2 мая"}])
    [after] = plan(tmp_path)
    assert before.digest != after.digest


def test_only_the_parts_that_are_wanted_become_tasks(tmp_path):
    lines(tmp_path / "a.jsonl", [{"text": f"{i}"} for i in range(6)])
    wanted = [job for job in plan(tmp_path, rows=2) if job.part == 2]
    [task] = tasks(wanted, Settings(rows=2))
    assert [item.text for item in task.items] == ["2", "3"]


def test_a_row_that_cannot_be_read_keeps_its_place_in_the_part(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "а"}\noops\n{"text": "б"}\n', encoding="utf-8")
    [job] = plan(tmp_path)
    [task] = tasks([job], Settings())
    assert [type(item) for item in task.items] == [Document, Unread, Document]
    assert job.documents == 2

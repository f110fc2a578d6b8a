"""A run's folder is read row by row, and what is wrong with it is said."""

import json

import pytest

from molva.errors import FormatError, SourceError
from molva.registry.tables import read_seen

ROWS = {
    "documents": [{"doc": "a"}, {"doc": "b"}, {"doc": "c"}],
    "entities": [
        {"doc": "a", "entity_id": "e1", "kind": "person", "name": "Пётр Орехов"},
        {"doc": "a", "entity_id": "e2", "kind": "place", "name": "Армения"},
        {"doc": "c", "entity_id": "e1", "kind": "org", "name": "Затон"},
    ],
    "mentions": [
        {"doc": "a", "start": 0, "end": 3, "label": "ROLE", "normal": "мэр", "entity_id": "e1"},
        {"doc": "a", "start": 4, "end": 15, "label": "PER", "normal": "Пётр Орехов", "entity_id": "e1"},
        {"doc": "a", "start": 20, "end": 27, "label": "LOC", "normal": "Армения", "entity_id": "e2"},
        {"doc": "a", "start": 50, "end": 56, "label": "ROLE", "normal": "отец", "entity_id": "e1"},
        {"doc": "b", "start": 0, "end": 2, "label": "PRON", "normal": "он", "entity_id": None},
        {"doc": "c", "start": 0, "end": 5, "label": "ORG", "normal": "Затон", "entity_id": "e1"},
    ],
    "quotes": [
        {"doc": "a", "speaker_id": "e1", "source_text": "Он"},
        {"doc": "b", "speaker_id": None, "source_text": "он"},
    ],
}  # fmt: skip


@pytest.fixture
def out(tmp_path):
    for name, rows in ROWS.items():
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


def spoil(out, name, number, line):
    path = out / f"{name}.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[number - 1] = line
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_what_a_document_knows_of_a_person(out):
    person, body = read_seen(out)
    assert (person.doc, person.id, person.names) == ("a", "e1", (("Пётр Орехов", 1),))
    assert (person.roles, person.beside) == ((("мэр", 1), ("отец", 1)), ("мэр",))
    assert (person.quotes, person.sources) == (1, ("Он",))
    assert (body.doc, body.quotes) == ("c", 0)


def test_places_that_do_not_speak_are_not_held(out):
    assert [one.kind for one in read_seen(out)] == ["person", "org"]


@pytest.mark.parametrize("name", ROWS)
def test_a_folder_without_a_table_is_no_run(out, name):
    (out / f"{name}.jsonl").unlink()
    with pytest.raises(SourceError, match=f"no {name}.jsonl here; name the OUT of an earlier"):
        list(read_seen(out))


@pytest.mark.parametrize(
    ("name", "number", "line", "cause"),
    [
        ("entities", 2, "{", "no line of JSON"),
        ("entities", 2, "[]", "an object is wanted"),
        ("mentions", 3, '{"doc": "a", "start": 1}', '"end" is missing'),
        ("mentions", 1, '{"doc": "a", "start": "1"}', '"start" is "1", which cannot be'),
        ("quotes", 2, '{"doc": "z", "speaker_id": null, "source_text": null}', "«z» is not next in documents.jsonl"),
        ("documents", 1, '{"doc": null}', '"doc" is null, which cannot be'),
    ],
)  # fmt: skip
def test_a_broken_row_is_named_with_its_cause_and_remedy(out, name, number, line, cause):
    path = spoil(out, name, number, line)
    with pytest.raises(FormatError) as error:
        list(read_seen(out))
    assert str(error.value).startswith(f"{path}:{number}: ")
    assert cause in str(error.value)
    assert str(error.value).endswith("; run `molva annotate` again")


def test_documents_that_are_missing_in_between_are_told_too(out):
    spoil(out, "documents", 3, '{"doc": "d"}')
    with pytest.raises(FormatError, match="entities.jsonl:3: «c» is not next"):
        list(read_seen(out))

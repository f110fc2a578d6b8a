"""The order of the stages is written once, in config.cfg; the folders, their imports and the README agree with it."""

import ast
from itertools import pairwise

import pytest
from spacy.util import load_config

# A stage's component is named after what it assigns, its folder after what it is about.
FOLDERS = {
    "molva_sentences": "tokens",
    "molva_grammar": "grammar",
    "molva_entities": "entities",
    "molva_speakers": "speakers",
    "molva_quotes": "quotes",
}
# The parts of molva: each may import those before it, and none behind it.
PARTS = (
    "errors slugs columns contract models text lexicon networks tokens words grammar entities speakers "
    "loading quotes conll corpus registry exports evaluate cli"
).split()
FLOW = "corpus folder → text → {stages} → conll → output folder"


def test_config_names_the_stages_in_order(root):
    config = load_config(root / "pipeline/molva/config.cfg")
    assert config["nlp"]["pipeline"] == list(FOLDERS)
    assert list(config["components"]) == list(FOLDERS)


def test_every_stage_has_a_folder_with_one_component(root):
    for name, folder in FOLDERS.items():
        component = root / "pipeline/molva" / folder / "component.py"
        assert f'"{name}"' in component.read_text(encoding="utf-8"), component


def imports(path):
    """The parts of molva that the modules of a part import, and where."""
    for module in sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "molva":
                for alias in node.names:
                    part = f"{node.module}.{alias.name}".split(".")[1]
                    yield part, f"{module.name}:{node.lineno}"


@pytest.mark.parametrize("part", PARTS)
def test_no_part_imports_a_later_one(root, part):
    later = PARTS[PARTS.index(part) + 1 :]
    found = imports(root / "pipeline/molva" / part)
    assert [f"{where} imports {what}" for what, where in found if what in later] == []


def test_the_parts_are_all_of_molva_and_in_the_order_of_the_stages(root):
    found = {path.stem for path in (root / "pipeline/molva").iterdir() if path.suffix in ("", ".py")}
    assert found - {"__init__", "__main__", "__pycache__"} == set(PARTS)
    assert all(PARTS.index(one) < PARTS.index(next_) for one, next_ in pairwise(FOLDERS.values()))


def test_the_readme_shows_the_same_order(root):
    line = FLOW.format(stages=" → ".join(FOLDERS.values()))
    for readme in ("README.md", "README.ru.md"):
        path = root / readme
        if readme == "README.md" or path.exists():
            assert line in path.read_text(encoding="utf-8"), f"{readme} lacks the line: {line}"


def test_the_loaded_pipeline_is_that_of_the_config(nlp):
    assert nlp.pipe_names == list(FOLDERS)


def test_no_stage_lacks_what_it_needs(nlp):
    analysis = nlp.analyze_pipes(keys=["assigns", "requires"])
    assert not any(analysis["problems"].values()), analysis["problems"]


def test_a_pipeline_survives_the_disk(nlp, tmp_path):
    """What was saved is loaded by spaCy alone, and finds the same."""
    import spacy

    text = "«Мост откроют весной», — заявил мэр Пётр Орехов."
    nlp.to_disk(tmp_path / "molva")
    again = spacy.load(tmp_path / "molva")
    assert [(q.text, q.speaker.name) for q in again(text)._.quotes] == [
        (q.text, q.speaker.name) for q in nlp(text)._.quotes
    ]

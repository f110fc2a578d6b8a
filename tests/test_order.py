"""The order of the stages is written once, in config.cfg; the folders and the README agree with it."""

from spacy.util import load_config

# A stage's component is named after what it assigns, its folder after what it is about.
FOLDERS = {
    "molva_sentences": "tokens",
    "molva_grammar": "grammar",
    "molva_entities": "entities",
    "molva_speakers": "speakers",
    "molva_quotes": "quotes",
}
FLOW = "corpus folder → text → {stages} → conll → output folder"


def test_config_names_the_stages_in_order(root):
    config = load_config(root / "pipeline/molva/config.cfg")
    assert config["nlp"]["pipeline"] == list(FOLDERS)
    assert list(config["components"]) == list(FOLDERS)


def test_every_stage_has_a_folder_with_one_component(root):
    for name, folder in FOLDERS.items():
        component = root / "pipeline/molva" / folder / "component.py"
        assert f'"{name}"' in component.read_text(encoding="utf-8"), component


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

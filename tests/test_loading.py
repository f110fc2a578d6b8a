"""Building the pipeline, and the names of the package."""

import copy
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from spacy.util import load_config

import molva
from molva import loading


def test_the_stages_stand_in_order(nlp):
    assert nlp.pipe_names == load_config(loading._CONFIG)["nlp"]["pipeline"]
    assert not any(nlp.analyze_pipes()["problems"].values())


def test_the_config_shows_every_default(nlp):
    """What a factory may be told stands in config.cfg, so that it can be read there."""
    shown = load_config(loading._CONFIG)["components"]
    for name in nlp.pipe_names:
        assert set(nlp.get_pipe_config(name)) - {"factory"} == set(shown[name]) - {"factory"}


def test_unknown_names_are_told():
    with pytest.raises(molva.ModelError, match="natasha"):
        molva.load("pushkin")
    with pytest.raises(molva.SettingsError, match="molva_quotes"):
        molva.load(molva_poems={})
    with pytest.raises(molva.SettingsError, match="molva_grammar"):
        molva.load(exclude=["grammar"])
    with pytest.raises(molva.SettingsError, match="molva_grammar: settings are a mapping"):
        molva.load(molva_grammar="natasha")
    with pytest.raises(molva.SettingsError, match="no stage 'quotes'; there are: .*molva_quotes"):
        molva.load(exclude="quotes")


@pytest.mark.parametrize(
    ("settings", "error", "told"),
    [
        (
            {"molva_entities": {"guidline": "nerel"}},
            molva.SettingsError,
            "molva_entities: no setting 'guidline'; there are: model, guideline",
        ),
        ({"molva_quotes": {"fast": True}}, molva.SettingsError, "no setting 'fast'; there are: none"),
        (
            {"molva_entities": {"guideline": 3}},
            molva.SettingsError,
            "guideline is 3, and must be of type str",
        ),
        ({"molva_entities": {"factory": "ner"}}, molva.SettingsError, "no setting 'factory'"),
        (
            {"molva_entities": {"guideline": "x"}},
            molva.ModelError,
            "no guideline 'x'; it knows: nerel, factru",
        ),
        ({"molva_entities": {"model": "pushkin"}}, molva.ModelError, "no model named 'pushkin'"),
    ],
)
def test_a_wrong_setting_is_told_when_the_pipeline_is_built(settings, error, told):
    with pytest.raises(error, match=told):
        molva.load(**settings)


def test_the_pipeline_has_the_name_of_its_model_and_the_version_of_molva(nlp):
    assert (nlp.meta["lang"], nlp.meta["name"], nlp.meta["version"]) == ("ru", "molva", molva.__version__)


def test_extensions_can_be_had_without_a_pipeline(nlp, tmp_path):
    """A DocBin is often read where nothing is annotated."""
    from spacy.tokens import DocBin

    DocBin(docs=[nlp("По словам Орехова, деньги есть.")]).to_disk(tmp_path / "a.spacy")
    code = (
        "import sys, molva, spacy; from spacy.tokens import DocBin; molva.declare_extensions()\n"
        "[doc] = DocBin().from_disk(sys.argv[1]).get_docs(spacy.blank('ru').vocab)\n"
        "print(ascii(doc._.quotes[0].speaker.name))"
    )
    command = [sys.executable, "-c", code, tmp_path / "a.spacy"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ascii("Орехов")


def test_stages_can_be_left_out():
    assert molva.load(exclude=["molva_speakers", "molva_quotes"]).pipe_names[-1] == "molva_entities"
    assert "molva_quotes" not in molva.load(exclude="molva_quotes").component_names
    off = molva.load(disable="molva_quotes")
    assert (off.disabled, off.pipe_names[-1]) == (["molva_quotes"], "molva_speakers")


def test_annotate_is_a_text_and_a_document():
    assert molva.annotate("Смета готова.").text == "Смета готова."


def test_public_names_are_there():
    assert all(hasattr(molva, name) for name in molva.__all__)
    assert set(dir(molva)) == set(molva.__all__)
    with pytest.raises(AttributeError, match="no attribute 'poems'; it has: .*annotate"):
        molva.poems  # noqa: B018


def test_import_is_light():
    """Nothing heavy is imported before it is asked for."""
    code = (
        "import sys, molva; print([m for m in ('spacy', 'numpy', 'pymorphy3', 'razdel') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_pipeline_that_has_read_a_text_can_be_sent_to_another_process(nlp):
    text = "«Мост откроют весной», — заявил мэр Пётр Орехов."
    said = [str(quote) for quote in nlp(text)._.quotes]
    for twin in (pickle.loads(pickle.dumps(nlp)), copy.deepcopy(nlp)):
        assert [str(quote) for quote in twin(text)._.quotes] == said != []


@pytest.mark.parametrize("function", [molva.annotate, molva.explain])
def test_what_is_no_text_or_too_long_a_one_is_refused(function):
    for wrong in ("Мост открыт.".encode(), None):
        with pytest.raises(
            molva.SettingsError, match=r"a text is wanted \(str\), and this is (bytes|NoneType)"
        ):
            function(wrong)
    with pytest.raises(
        molva.SourceError, match="1,200,000 characters, and the pipeline takes 1,000,000; split the text"
    ):
        function("мост " * 240_000)


def test_several_threads_may_use_one_pipeline(nlp):
    texts = [f"«Мост откроют весной», — заявил мэр Пётр Орехов{'!' * n}" for n in range(5)]
    alone = [str(nlp(text)._.quotes) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: str(nlp(text)._.quotes), texts * 6)) == alone * 6


@pytest.mark.slow
def test_workers_that_are_started_afresh_get_the_pipeline(tmp_path):
    """Where processes are spawned, the pipeline comes to them pickled."""
    (tmp_path / "many.py").write_text(
        "import molva, multiprocessing\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method('spawn')\n"
        "    nlp = molva.load()\n"
        "    texts = ['По словам Орехова, деньги есть.'] * 3\n"
        "    nlp(texts[0])\n"
        "    docs = nlp.pipe(texts, n_process=2, batch_size=1)\n"
        "    print(*[doc._.quotes[0].speaker.name for doc in docs])\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, tmp_path / "many.py"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.split() == ["Орехов"] * 3, done.stderr

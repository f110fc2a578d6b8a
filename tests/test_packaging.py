"""The wheel: what is in it, and that it works where nothing but it was installed."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

NEVER_AT_RUN_TIME = {
    "conllu",
    "natasha",
    "navec",
    "pkg_resources",
    "pymorphy2",
    "pytest",
    "slovnet",
    "torch",
    "udapi",
    "udtools",
}
TEXT = "«Мост откроют весной», — заявил мэр Пётр Орехов. По словам Орехова, деньги есть."
# Put into the environment of the wheel: whatever asks for the network is refused.
NO_NETWORK = """\
import socket

def refuse(*args, **kwargs):
    raise AssertionError("the network was asked for")

class Local(socket.socket):
    def connect(self, address):
        super().connect(address) if self.family == getattr(socket, "AF_UNIX", None) else refuse()

socket.socket = Local
socket.getaddrinfo = socket.create_connection = refuse
"""


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory) -> Path:
    """The wheel of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder)
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, root], check=True)
    (built,) = folder.glob("molva-*.whl")
    return built


@pytest.fixture(scope="module")
def empty(root, wheel, tmp_path_factory) -> Path:
    """The Python of an environment that holds the wheel, what the wheel asks for, and no network."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    # The lock as a constraint: the same versions as in all other tests, and only what is asked for.
    options = ("--quiet", "--constraint", root / "requirements.lock", wheel)
    installed = subprocess.run(
        [python, "-m", "pip", "install", *options], capture_output=True, text=True, check=False
    )
    if "No matching distribution" in installed.stderr or "Connection" in installed.stderr:
        pytest.skip(f"no package index within reach: {installed.stderr.splitlines()[-1]}")
    assert installed.returncode == 0, installed.stderr
    site = run(python, "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    Path(site, "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return python


def run(python: Path, code: str, *, cwd: Path | None = None) -> str:
    """What a program prints; its complaint is the test's."""
    return told([python, "-W", "error::DeprecationWarning:molva", "-c", code], cwd)


def told(command, cwd: Path | None = None) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "MOLVA_SHARED"}}
    environment |= {"PYTHONUTF8": "1"}
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=cwd, env=environment, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{command}: {done.stdout}\n{done.stderr}"
    return done.stdout


def test_the_only_top_level_of_the_wheel_is_molva(wheel):
    top = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"molva"}


def test_every_file_of_the_package_is_in_the_wheel(root, wheel):
    source = root / "pipeline"
    ours = {
        p.relative_to(source).as_posix()
        for p in source.rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    }
    assert ours <= set(zipfile.ZipFile(wheel).namelist())


def test_every_weight_that_the_manifest_names_is_in_the_wheel(root, wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    for model, more in (("natasha", ["LICENSE"]), ("molva", ["card.md"])):
        manifest = json.loads((root / f"models/{model}/manifest.json").read_text(encoding="utf-8"))
        assert manifest["files"]
        assert {
            f"molva/models/{model}/{name}" for name in (*manifest["files"], "manifest.json", *more)
        } <= inside


def test_every_stage_is_an_entry_point_of_spacy(wheel):
    inside = zipfile.ZipFile(wheel)
    (name,) = [n for n in inside.namelist() if n.endswith("entry_points.txt")]
    declared = inside.read(name).decode()
    stages = ("sentences", "grammar", "entities", "speakers", "quotes")
    assert all(f"molva_{stage} = molva." in declared for stage in stages)


def test_the_extra_for_pages_asks_for_what_old_pips_do_not_bring_along(wheel):
    """What trafilatura needs asks for lxml[html_clean], an extra that pip 23.2 does not find."""
    inside = zipfile.ZipFile(wheel)
    (name,) = [n for n in inside.namelist() if n.endswith("METADATA")]
    wanted = [line for line in inside.read(name).decode().splitlines() if "extra == 'html'" in line]
    assert any("lxml-html-clean" in line.replace("_", "-") for line in wanted)


def test_only_molva_is_importable_and_not_the_folder_it_lies_in(empty, tmp_path):
    code = "from importlib.util import find_spec as f; print(f('molva').origin); print(f('pipeline'))"
    origin, pipeline = run(empty, code, cwd=tmp_path).split()
    assert "site-packages" in origin
    assert pipeline == "None"


def test_a_users_own_pipeline_module_does_not_break_spacy(empty, tmp_path):
    (tmp_path / "pipeline.py").write_text("", encoding="utf-8")
    assert run(empty, "import pipeline, spacy; print(spacy.blank('ru').lang)", cwd=tmp_path).strip() == "ru"


def test_a_stage_can_be_added_to_anybodys_pipeline(empty, tmp_path):
    code = "import spacy; nlp = spacy.blank('ru'); nlp.add_pipe('molva_quotes'); print(nlp.pipe_names)"
    assert run(empty, code, cwd=tmp_path).strip() == "['molva_quotes']"


def test_the_wheel_annotates_a_folder_without_network_and_development_tools(empty, tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "мост.txt").write_text(TEXT, encoding="utf-8")
    (corpus / "посты.jsonl").write_text(json.dumps({"id": "1", "text": TEXT}), encoding="utf-8")
    told([empty, "-m", "molva", "annotate", corpus, tmp_path / "out"])
    rows = [
        json.loads(line) for line in (tmp_path / "out/quotes.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [(r["type"], r["speaker"]) for r in rows] == [
        ("direct", "Пётр Орехов"),
        ("indirect", "Пётр Орехов"),
    ] * 2


def test_the_command_is_installed(empty):
    assert "annotate" in told([empty.with_name("molva"), "--help"])


def test_nothing_asleep_is_imported_at_run_time(tmp_path):
    """Here, where the development tools are installed, so that an import of them would succeed."""
    code = f"import molva, sys; doc = molva.load()({TEXT!r}); assert doc._.quotes; print(*sys.modules)"
    loaded = {name.split(".")[0] for name in run(Path(sys.executable), code, cwd=tmp_path).split()}
    assert not loaded & NEVER_AT_RUN_TIME


def test_importing_molva_imports_nothing_heavy(tmp_path):
    loaded = run(Path(sys.executable), "import molva, sys; print(*sys.modules)", cwd=tmp_path).split()
    assert not {"spacy", "numpy", "pymorphy3", "razdel"} & set(loaded)

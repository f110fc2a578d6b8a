"""What the README shows, works: its Python runs, its commands and files exist."""

import re
import shlex
from functools import cache
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

import molva
from molva.cli import app

ROOT = Path(__file__).resolve().parents[1]
READMES = [path for path in (ROOT / "README.md", ROOT / "README.ru.md") if path.exists()]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
# Programs that are not ours but that a reader has, or is told to install.
FOREIGN = {"cd", "git", "pip", "python", "udvalidate", "head", "cat", "ls"}


@cache
def blocks(language: str) -> list[tuple[str, str]]:
    """(where, code) of every fenced block in a language."""
    found = []
    for path in READMES:
        text = path.read_text(encoding="utf-8")
        for match in BLOCK.finditer(text):
            if match[1] == language:
                line = text[: match.start()].count("\n") + 1
                found.append((f"{path.name}:{line}", match[2]))
    return found


def commands() -> list[tuple[str, list[str]]]:
    """(where, words) of every command; prompts, comments and continued lines are put right."""
    found = []
    for language in ("sh", "bash", "console", "shell"):
        for where, code in blocks(language):
            for line in code.replace("\\\n", " ").splitlines():
                words = shlex.split(line.removeprefix("$ "), comments=True)
                if words:
                    found.append((where, words))
    return found


@pytest.mark.parametrize(("where", "code"), [pytest.param(*b, id=b[0]) for b in blocks("python")])
def test_every_python_snippet_runs(where, code, tmp_path, monkeypatch, capsys):
    """In an empty folder that holds a corpus called texts/, and its output called out/ if asked for."""
    monkeypatch.chdir(tmp_path)
    exec(compile(code, where, "exec"), {"__name__": "readme"})
    promised = re.findall(r"print\(.*\)  # (.+)$", code, re.MULTILINE)
    printed = capsys.readouterr().out
    for line in promised:
        assert line in printed, f"{where} promises {line!r} and prints:\n{printed}"


@pytest.mark.slow
def test_the_demo_finds_as_many_quotes_as_promised(tmp_path):
    """The sample corpus, as `make demo` annotates it."""
    promised = re.search(r"(\d+) quotes in all", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert promised is not None
    done = CliRunner().invoke(app, ["annotate", str(ROOT / "data/sample"), str(tmp_path / "out")])
    assert done.exit_code == 0
    assert len((tmp_path / "out/quotes.jsonl").read_text(encoding="utf-8").splitlines()) == int(promised[1])


@pytest.mark.parametrize(
    ("where", "words"), [pytest.param(*c, id=f"{c[0]} {' '.join(c[1])}") for c in commands()]
)
def test_every_command_exists(where, words):
    program, *arguments = words
    name = Path(program).name
    if name == "make":
        assert set(arguments) <= make_targets(), where
    elif name == "molva":
        check_molva(where, arguments)
    else:
        assert name in FOREIGN, f"{where}: a command of nobody: {words}"


def check_molva(where: str, arguments: list[str]) -> None:
    """The subcommand exists and takes the options it is shown with."""
    command = get_command(app).commands.get(arguments[0])
    assert command is not None, f"{where}: no command {arguments[0]!r}"
    known = {
        option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)
    }
    shown = {word.split("=")[0] for word in arguments[1:] if word.startswith("--")}
    assert shown <= known | {"--help"}, f"{where}: {shown - known}"


def make_targets() -> set[str]:
    lines = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.search(r"^\.PHONY: (.+)$", lines, re.MULTILINE)[1].split())


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_every_link_into_the_repository_leads_somewhere(path):
    text = path.read_text(encoding="utf-8")
    assert not [target for target in LINK.findall(text) if not (ROOT / target).exists()]


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_every_command_of_molva_is_told_of(path):
    text = path.read_text(encoding="utf-8")
    assert not [name for name in get_command(app).commands if f"molva {name}" not in text]


def test_what_explain_is_shown_to_print_it_prints():
    """After a training of the speakers the example is to be copied anew."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    source = re.search(r"molva explain (data/\S+)", readme)[1]
    (block,) = re.findall(r"^```\n(q\d+ .+?)^```$", readme, re.MULTILINE | re.DOTALL)
    printed = list(molva.explain((ROOT / source).read_text(encoding="utf-8")).lines())
    assert [line for line in block.splitlines() if line not in printed] == []


def figures(path: Path) -> list[tuple[str, ...]]:
    """The figures of the table of quotes: number of quotes, found, exact, speaker, who said what."""
    rows = re.findall(
        r"^\|[^|\n]*\b(\d+) (?:quotes|цитат\w?) \|(.*)\|$", path.read_text(encoding="utf-8"), re.MULTILINE
    )
    cells = (
        [number, *(cell.strip().replace("0,", ".") for cell in rest.split("|"))] for number, rest in rows
    )
    return [(*row[:3], *row[-2:]) for row in cells]


def test_both_languages_tell_the_same_figures():
    english, *others = map(figures, READMES)
    assert english
    assert all(other == english for other in others)

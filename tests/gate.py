"""Quality floors: what molva has reached on its gold data, and must not lose.

    python tests/gate.py                      measure, and compare with floors.json
    python tests/gate.py --update             raise the floors to what was measured; nothing sinks
    python tests/gate.py --update --allow-lower     for a change that is better and knows its price

What lies in `data` is always measured; the dev sets only where MOLVA_SHARED names the folder they lie in.
A floor holds for the very file it was measured on: its digest is kept beside it.
"""

import argparse
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from spacy.language import Language

import molva
from molva.evaluate import Report, Score, evaluate_path

ROOT = Path(__file__).resolve().parents[1]
FLOORS = Path(__file__).with_name("floors.json")
OURS = ("data/gold/sample.jsonl", "data/forms/dev.jsonl")
SHARED = (
    "gold/quotes/dev.jsonl",
    "gold/quotes/rbc-dev.jsonl",
    "gold/ner/nerel-dev.jsonl",
    "gold/ner/factru-dev.jsonl",
    "gold/ud/gsd-dev.conllu.gz",
    "gold/ud/taiga-dev.conllu.gz",
)
# Two thirds of its documents are learnt from; the others are named in a list.
PARTLY_LEARNT = "factru-dev.jsonl"
HELD_OUT = ROOT / "models/molva/held-out.txt"
# Sums of floating point numbers differ a little from one processor to the next, and with them a
# word here and there.
SLACK = 0.003

Floors = dict[str, dict[str, Any]]


def gold_path(name: str) -> Path | None:
    """Where a gold file lies, or None where its folder is not at hand."""
    if name in OURS:
        return ROOT / name
    shared = os.environ.get("MOLVA_SHARED")
    return Path(shared) / name if shared and (Path(shared) / name).is_file() else None


def read_floors() -> Floors:
    """The floors by gold file: its digest, and the figure of each measure."""
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def digest(path: Path) -> str:
    """What tells one edition of a gold file from another."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def measure(path: Path, nlp: Language) -> dict[str, float]:
    """Every figure that has a floor, by name, for one gold file."""
    if path.name != PARTLY_LEARNT:
        return dict(_figures(evaluate_path(path, nlp=nlp)))
    with tempfile.TemporaryDirectory() as folder:
        return dict(_figures(evaluate_path(unseen(path, Path(folder)), nlp=nlp)))


def unseen(path: Path, folder: Path) -> Path:
    """A copy of a gold file with those documents only that no network was trained on."""
    held = set(HELD_OUT.read_text(encoding="utf-8").splitlines())
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    copy = folder / path.name
    copy.write_text("".join(line for line in lines if json.loads(line)["doc"] in held), encoding="utf-8")
    return copy


def _figures(report: Report) -> Iterator[tuple[str, float]]:
    for score in report.scores:
        if score.layer == "rules":
            continue
        if score.measure == "taken for speech":  # the one share that is better small
            yield f"{score.layer}, {score.part}: left alone", round(1 - (score.share or 0), 4)
        elif (figure := _figure(score)) is not None:
            yield f"{score.layer}, {score.part}: {score.measure}", round(figure, 4)


def _figure(score: Score) -> float | None:
    """The share, F1 or recall of a score; None where there was nothing to find."""
    for whole, figure in ((score.of, score.share), (score.predicted, score.f1), (score.gold, score.recall)):
        if whole and figure is not None:
            return figure
    return None


def sunk(floors: Mapping[str, float], measured: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    """(floor, measured) of every figure that lies under its floor by more than the slack."""
    return {
        name: (floor, measured.get(name, 0.0))
        for name, floor in floors.items()
        if measured.get(name, 0.0) < floor - SLACK
    }


def raised(floors: Mapping[str, float], measured: Mapping[str, float], *, lower: bool) -> dict[str, float]:
    """The new floors: the best of both, or what was measured if they may sink."""
    if lower:
        return dict(measured)
    return {name: max(figure, floors.get(name, 0.0)) for name, figure in measured.items()} | {
        name: floor for name, floor in floors.items() if name not in measured
    }


def main() -> int:
    """Measure, tell, and on request keep what was measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--allow-lower", action="store_true", help="let floors sink, too")
    options = parser.parse_args()
    nlp, floors, failed = molva.load(), read_floors(), 0
    for name in (*OURS, *SHARED):
        path = gold_path(name)
        if path is None:
            print(f"{name}: not at hand, passed over", file=sys.stderr)
            continue
        known = floors.get(name, {})
        same = known.get("digest") == digest(path)
        old, new = known.get("floors", {}) if same else {}, measure(path, nlp)
        failed += _tell(name, old, new)
        if options.update:
            floors[name] = {"digest": digest(path), "floors": raised(old, new, lower=options.allow_lower)}
    if options.update:
        FLOORS.write_text(json.dumps(floors, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 1 if failed else 0


def _tell(name: str, old: Mapping[str, float], new: Mapping[str, float]) -> int:
    under = sunk(old, new)
    print(f"\n{name}")
    for figure, value in new.items():
        mark = "SUNK" if figure in under else ""
        print(f"  {figure:<48} {value:.4f}  floor {old.get(figure, 0.0):.4f} {mark}")
    return len(under)


if __name__ == "__main__":
    sys.exit(main())

"""Learn what the evidence for a speaker is worth, and how sure molva may be of a quote.

    MOLVA_SHARED=… python models/speaker/train.py          train, measure, compare with what is kept
    MOLVA_SHARED=… python models/speaker/train.py --write  … and keep weights, confidence and scores

Each quote of the gold files whose source names nobody («он», «дипломат», «в сообщении», nothing) is
an example: its candidates with their facts, and which of them is the speaker (`choices.py`). Since who has
spoken before is itself a fact, training goes in rounds: the first one annotates without any weights, each further
one with the weights of the last; behind the fourth they move no more than between two neighbours.
The confidence (`confidence.py`) is learned from all quotes that were found. Figures are cross-validated over documents.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import choices
import confidence
import first_sight
from spacy.language import Language
from spacy.tokens import Doc
from texts import marked, training

import molva
from molva.evaluate.golds import Named, read_documents
from molva.quotes.who import weights as model

HERE = Path(__file__).parent
ROUNDS = 5


def main() -> int:
    """Train, tell the figures, and on request keep the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="keep weights, confidence and scores")
    options = parser.parse_args()
    if "MOLVA_SHARED" not in os.environ:
        print("MOLVA_SHARED names no folder of texts to train on: nothing is trained", file=sys.stderr)
        return 2
    shared = Path(os.environ["MOLVA_SHARED"])
    nlp = molva.load(exclude=["molva_quotes"])
    docs = _annotated(nlp, training(shared))
    learned, data = model.Weights({}, {}), []
    model.use(learned)
    for number in range(ROUNDS):
        data = list(choices.examples(docs))
        learned = choices.fit(data)
        model.use(learned)
        print(f"round {number + 1} of {ROUNDS}: {len(data)} choices", file=sys.stderr)
    found = list(confidence.outcomes(docs))
    sureness = confidence.tempered(confidence.fit(found), first_sight.kept())
    scores = {
        "documents": len(docs),
        "choices": len(data),
        "speaker, cross-validated": choices.crossed(data, options.folds),
        "confidence, cross-validated": confidence.reliability(confidence.crossed(found, options.folds)),
        **{name: _measured(sureness, _annotated(nlp, golds)) for name, golds in _held(shared).items()},
    }
    print(json.dumps(scores, ensure_ascii=False, indent=1))
    if options.write:
        record = {"shared": dict(learned.shared), "by_form": {f: dict(w) for f, w in learned.by_form.items()}}
        for name, kept in (("weights", record), ("confidence", sureness), ("scores", scores)):
            _keep(HERE / f"{name}.json", kept)
    return 0


def _annotated(nlp: Language, golds: Iterable[Named]) -> list[tuple[Named, Doc]]:
    found = list(golds)
    return list(zip(found, nlp.pipe(gold.text for gold in found), strict=True))


def _held(shared: Path) -> dict[str, list[Named]]:
    """What is never trained on: the dev sets, and the marks on RBC's news."""
    return {
        "dev": read_documents(shared / "gold/quotes/dev.jsonl"),
        "rbc-dev": read_documents(shared / "gold/quotes/rbc-dev.jsonl"),
        "rbc marks": list(marked(shared, "rbc")),
    }


def _measured(sureness: Mapping[str, float], docs: Sequence[tuple[Named, Doc]]) -> dict[str, object]:
    return {
        "speaker": choices.accuracy(model.trained(), list(choices.examples(docs))),
        "confidence": confidence.reliability(confidence.judged(sureness, list(confidence.outcomes(docs)))),
    }


def _keep(path: Path, record: object) -> None:
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

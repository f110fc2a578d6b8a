"""Keep how right molva was on documents that nobody had read its quotes of.

    python models/speaker/first_sight.py MARKED.jsonl    … documents with texts and quotes, marked blind

A document is seen for the first time only once: those that are kept already are left as they are. What is kept are
the facts of each quote and whether it was right, no word of a text; `train.py` tempers the confidence by them.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from confidence import Outcome, outcomes
from spacy.language import Language

import molva
from molva.evaluate.golds import read_documents

KEPT = Path(__file__).parent / "first_sight.jsonl"


def kept() -> list[Outcome]:
    """The outcomes of all documents at first sight."""
    rows = map(json.loads, KEPT.read_text(encoding="utf-8").splitlines())
    return [Outcome(row["doc"], row["facts"], row["right"]) for row in rows]


def main(paths: Sequence[str]) -> int:
    """Annotate the documents of the files that are new, and keep the outcomes."""
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    known = {outcome.doc for outcome in kept()}
    nlp = molva.load(exclude=["molva_quotes"])
    with KEPT.open("a", encoding="utf-8") as rows:
        for outcome in _first(nlp, paths, known):
            row = {"doc": outcome.doc, "right": outcome.right, "facts": outcome.facts}
            rows.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


def _first(nlp: Language, paths: Sequence[str], known: set[str]) -> Iterator[Outcome]:
    golds = [gold for path in paths for gold in read_documents(Path(path)) if gold.doc not in known]
    yield from outcomes(list(zip(golds, nlp.pipe(gold.text for gold in golds), strict=True)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

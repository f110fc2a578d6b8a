"""Measure ``confidence`` anew: the share of quotes with the right words and the right speaker.

    MOLVA_SHARED=… python tests/confidence.py

Reads the training quotes of ``$MOLVA_SHARED/gold/quotes`` and writes
``pipeline/molva/quotes/lexicon/confidence.txt``: a row for each construction, and for each way the
source is given within it. Small rows lean on the row above them, as if eight quotes of it were added.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

import molva
from molva.contract import NAME_LABELS, Quote
from molva.evaluate.golds import Named, read_documents
from molva.evaluate.sameness import same_speaker
from molva.evaluate.wording import covered, pair, words_of

TARGET = Path(__file__).parent.parent / "pipeline/molva/quotes/lexicon/confidence.txt"
TRAIN = ("train.jsonl", "rbc-train.jsonl")
PRIOR = 8
HEAD = (
    "# Share of quotes with the right words and the right speaker on the training texts,\n"
    "# by construction and by how the source is given. Written by tests/confidence.py.\n"
)


def form(quote: Quote) -> str:
    """How the text gives the speaker, as ``molva.quotes.confidence.source_form`` names it."""
    if quote.speaker is None:
        return "nobody"
    if quote.source is None:
        return "unsaid"
    named = any(mention.label in NAME_LABELS for mention in quote.speaker.mentions)
    return "named" if named else "unnamed"


def judged(gold: Named, doc: Doc) -> Iterator[tuple[Quote, bool]]:
    """Every quote of a document, and whether it is right."""
    words = words_of(gold.text)
    spans = [[(part.start_char, part.end_char) for part in quote.content] for quote in doc._.quotes]
    paired = pair(
        [covered(words, said.content) for said in gold.quotes or ()], [covered(words, span) for span in spans]
    )
    right = set()
    for ratio, i, j in paired:
        said, quote = (gold.quotes or ())[i], doc._.quotes[j]
        name = quote.speaker.name if quote.speaker else None
        if ratio >= 0.8 and same_speaker(said.speaker, name, person=said.kind == "person"):
            right.add(j)
    for j, quote in enumerate(doc._.quotes):
        yield quote, j in right


def main() -> None:
    """Measure and write the table."""
    shared = os.environ.get("MOLVA_SHARED")
    if not shared:
        sys.exit("MOLVA_SHARED names no folder: the training quotes are not at hand, nothing is written")
    nlp, hits, of = molva.load(), Counter[str](), Counter[str]()
    for name in TRAIN:
        golds = read_documents(Path(shared) / "gold/quotes" / name)
        for gold, doc in zip(golds, nlp.pipe(gold.text for gold in golds), strict=True):
            for quote, is_right in judged(gold, doc):
                for key in ("*", quote.construction, f"{quote.construction}/{form(quote)}"):
                    of[key] += 1
                    hits[key] += is_right
    whole = hits["*"] / of["*"]
    share = {"*": whole}
    for key in sorted(of):
        if key != "*":
            base = share.get(key.split("/", maxsplit=1)[0], whole)
            share[key] = (hits[key] + PRIOR * base) / (of[key] + PRIOR)
    rows = "".join(f"{key} {value:.3f}\n" for key, value in sorted(share.items()))
    TARGET.write_text(HEAD + rows, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

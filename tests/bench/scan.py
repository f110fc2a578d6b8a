"""What in molva's own output is doubtful, counted over a corpus: to find what fails often.

    python tests/bench/scan.py [TEXTS] [--documents 1000] [--show 10] [--only NAME …]

The texts are those of the benchmark, unless a folder or a file is given. Not every hit is an error: read a sample
(--show), and mend what is wrong often.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpora import read_corpus
from doubts import DOUBTS, read

import molva

BEFORE, BEHIND = 120, 160  # code points shown around a hit


def main() -> None:
    """Annotate, count and show."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, nargs="?")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--show", type=int, default=0, help="so many hits of each, at random")
    parser.add_argument("--only", nargs="*", default=[], help="names of doubts")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    corpus = read_corpus(options.texts).some(options.documents)
    hits: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, doc in enumerate(molva.load().pipe(corpus.texts, batch_size=32)):
        seen = read(doc)
        for doubt in DOUBTS:
            if not options.only or doubt.name in options.only:
                hits[doubt.name] += [(number, _shown(doc.text, *hit)) for hit in doubt.find(seen)]
    print(f"{corpus.name}: {len(corpus.texts):,} documents")
    _tell(hits, options.show, random.Random(options.seed))


def _tell(hits: Mapping[str, Sequence[tuple[int, str]]], shown: int, draw: random.Random) -> None:
    """How many hits in how many documents, and some of them."""
    for name, found in hits.items():
        print(f"{len(found):6,} in {len({number for number, _ in found}):5,}  {name}")
        for _, around in draw.sample(found, min(shown, len(found))):
            print(f"       {around}")


def _shown(text: str, at: int, what: str) -> str:
    around = text[max(0, at - BEFORE) : at + BEHIND].replace("\n", "⏎")
    return f"{what}\n            {around}"


if __name__ == "__main__":
    main()

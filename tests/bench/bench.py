"""Speed and memory, stage by stage, as ratios inside one run.

    python tests/bench/bench.py [FOLDER or .jsonl[.gz]] [--documents N] [--rounds N]

Every round annotates the same documents with every stage, in turn; a stage's figure is the median
over the rounds. Machines differ and so do their busy hours: compare shares of one run with shares
of another, not microseconds. Nothing here is asserted.
"""

import argparse
import gzip
import json
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

import molva

ROOT = Path(__file__).resolve().parents[2]


def read_texts(path: Path, limit: int) -> list[str]:
    """The texts of a JSONL file, or of the UTF-8 .txt files of a folder."""
    if path.is_dir():
        files = sorted(path.rglob("*.txt"))
        return [text for file in files if (text := _utf8(file))][:limit]
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line, _ in zip(lines, range(limit), strict=False)]


def _utf8(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return None


def one_round(nlp: Language, texts: Sequence[str]) -> dict[str, float]:
    """Seconds of each stage over all texts."""
    spent, now = {}, time.perf_counter()
    docs: list[Doc] = [nlp.make_doc(text) for text in texts]
    spent["tokens"] = time.perf_counter() - now
    for name, stage in nlp.pipeline:
        now = time.perf_counter()
        docs = (
            list(stage.pipe(docs, batch_size=64)) if hasattr(stage, "pipe") else [stage(doc) for doc in docs]
        )
        spent[name] = time.perf_counter() - now
    return spent


def peak() -> float:
    """The largest memory of this process so far, in MiB."""
    kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kib / 1024 if sys.platform != "darwin" else kib / 1024**2


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", nargs="?", type=Path, default=ROOT / "data/sample")
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()

    before, now = peak(), time.perf_counter()
    nlp = molva.load()
    texts = read_texts(options.corpus, options.documents)
    one_round(nlp, texts[:1])
    print(
        f"load and first document: {time.perf_counter() - now:.2f} s, {peak() - before:.0f} MiB over {before:.0f} MiB"
    )

    rounds = defaultdict(list)
    for _ in range(options.rounds):
        for name, seconds in one_round(nlp, texts).items():
            rounds[name].append(seconds)
    tokens = sum(len(nlp.make_doc(text)) for text in texts)
    medians = {name: statistics.median(seconds) for name, seconds in rounds.items()}
    whole = sum(medians.values())
    print(f"{len(texts)} documents, {tokens} tokens, median of {options.rounds} rounds\n")
    print(f"{'stage':<18}{'µs a token':>12}{'share':>8}")
    for name, seconds in medians.items():
        print(f"{name:<18}{seconds / tokens * 1e6:>12.1f}{seconds / whole:>8.1%}")
    print(f"{'all':<18}{whole / tokens * 1e6:>12.1f}{1:>8.0%}   {tokens / whole:,.0f} tokens a second")
    print(f"\npeak memory {peak():.0f} MiB")


if __name__ == "__main__":
    main()

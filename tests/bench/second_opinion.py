"""Who else may speak? A small network learns molva's answers on half of the texts and is asked about the other half.

    make second-opinion OPINION="TEXTS [--documents 6000] [--epochs 4] [--show 40]"

What it learns is how reports read, and not by which accident of its rules molva went wrong. So where it is sure of
somebody else, molva is wrong far more often than elsewhere: read these first. Named sources are not asked about.
On 4,200 articles it found .76 of molva's answers after four epochs, in an hour of one busy core; from a hundred it learns nothing.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

import molva
from bench.corpora import read_corpus
from bench.opinion import Opinion, batches, learn, tensors
from bench.questions import Page, Question, page


@dataclass(frozen=True, slots=True)
class Doubt:
    """A quote that the network gives to somebody else (None: nobody), and by how much it is surer of that."""

    page: Page
    question: Question
    other: str | None
    surer: float


def doubts(network: Opinion, pages: Sequence[Page]) -> Iterator[Doubt]:
    """Where the network disagrees."""
    network.eval()
    with torch.no_grad():
        for batch in batches(pages):
            columns, heads, breaks, *_ = tensors(network, batch, hide=False)
            read = network.read(columns, heads, breaks)
            for row, one in enumerate(batch):
                for question in (q for q in one.questions if not q.named):
                    scores, who = network.speaker(read[row], question)
                    shares, named = scores.softmax(0), [None, *who]
                    best, ours = int(shares.argmax()), named.index(question.answer)
                    if best != ours:
                        yield Doubt(one, question, named[best], float(shares[best] - shares[ours]))


def _shown(doubt: Doubt) -> str:
    doc, quote = doubt.page.doc, doubt.question.quote
    first = min(doubt.question.at, doubt.question.said[0][0])
    begin = max(doc.text.rfind("\n", 0, doc[first].idx - 300), doc[first].idx - 500, 0)
    names = {entity.id: entity.name for entity in doc._.entities}
    other = names.get(doubt.other or "", "nobody who is mentioned")
    end = max(quote.content[-1].end_char, quote.source.end_char if quote.source is not None else 0)
    return (
        f"--- {doubt.surer:.2f}  molva: {quote.speaker and quote.speaker.name}   network: {other}\n"
        f"{' '.join(doc.text[begin : end + 40].split())}\n    «{quote.text}»  {quote.source}\n"
    )


def _tell(epoch: int, right: float) -> None:
    sys.stdout.write(f"epoch {epoch}: {right:.3f} of molva's answers\n")
    sys.stdout.flush()


def main() -> None:
    """Annotate, learn, ask, and show where the network is surest."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, nargs="?", help="a folder of .txt and .jsonl[.gz], or one file")
    parser.add_argument("--documents", type=int, default=6_000, help="documents at the most")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--show", type=int, default=40, help="doubts shown, the surest first")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    random.seed(asked.seed)
    torch.manual_seed(asked.seed)
    corpus = read_corpus(asked.texts).some(asked.documents)
    pages = [page(doc) for doc in molva.load().pipe(corpus.texts, batch_size=32) if len(doc) > 1]
    sys.stdout.write(f"{len(pages):,} documents, {sum(len(one.questions) for one in pages):,} quotes\n")
    network = learn(pages[::2], epochs=asked.epochs, tell=_tell)
    found = sorted(doubts(network, pages[1::2]), key=lambda doubt: -doubt.surer)
    sys.stdout.write(f"{len(found):,} doubts, {sum(one.surer > 0.8 for one in found):,} of them sure\n")
    for doubt in found[: asked.show]:
        sys.stdout.write(_shown(doubt))


if __name__ == "__main__":
    main()

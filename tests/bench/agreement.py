"""Do two articles agree on who said the same words, and how the same person is called? To find errors on texts nobody has marked.

    molva annotate TEXTS OUT
    python tests/bench/agreement.py OUT [--show 40] [--indirect] [--seed 0]

News are written twice: the same words stand in several articles, once behind the full name, once behind «он» or
«ведомство». Where the speakers differ, one of them may be wrong; bodies and their spokesmen, and formulas that many
people use, are right on both sides. A full name that differs by its ending from one that is met far more often
(«Джо Мелтена», «Джо Мелтен») is a nominative that failed, or a slip of the writer.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import srsly

from molva.evaluate.sameness import same_speaker
from molva.lexicon.folding import fold

RUN = 4  # words of a run that two quotes may share
LEAST = 5  # words of a quote
SHARED = 0.7  # of the runs of the shorter of two quotes
COMMON = 30  # quotes from which a run is a formula
OFTENER = 3  # times a name is met more often than the one that may be a form of it
ENDING = 2  # letters at the end of either word in which two forms of a name may differ


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote of a run: its document and id, its speaker, source and words."""

    doc: str
    id: str
    speaker: str | None
    source: str | None
    text: str

    @property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """All runs of ``RUN`` words."""
        words = ["".join(filter(str.isalnum, word)) for word in fold(self.text.lower()).split()]
        kept = [word for word in words if word]
        return (
            frozenset(zip(*(kept[i:] for i in range(RUN)), strict=False))
            if len(kept) >= LEAST
            else frozenset()
        )


def main() -> None:
    """Count agreement, and show where it fails."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path, help="the folder that molva annotate has written")
    parser.add_argument(
        "--show", type=int, default=0, help="so many disagreements, at random, and as many names"
    )
    parser.add_argument("--indirect", action="store_true", help="compare reported speech as well")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    pairs = list(twice(quotes(srsly.read_jsonl(options.out / "quotes.jsonl"), indirect=options.indirect)))
    apart = [pair for pair in pairs if not agree(*pair)]
    odd = list(forms(names(srsly.read_jsonl(options.out / "entities.jsonl"))))
    print(
        f"{len(pairs):,} pairs of quotes with the same words, {len(pairs) - len(apart):,} agree on the speaker"
    )
    for one, other in _some(apart, options.show, options.seed):
        print(f"  {one.text[:60]}\n    {_told(one)}\n    {_told(other)}")
    print(f"{len(odd):,} full names look like a form of another one")
    for name, usual in _some(odd, options.show, options.seed):
        print(f"  {name}: {usual}?")


def quotes(rows: Iterable[Any], *, indirect: bool = False) -> Iterator[Quote]:
    """The quotes of ``quotes.jsonl`` with words in marks, and on request the others."""
    for row in rows:
        if indirect or row["type"] != "indirect":
            yield Quote(row["doc"], row["id"], row["speaker"], row["source_text"], row["text"])


def twice(found: Iterable[Quote]) -> Iterator[tuple[Quote, Quote]]:
    """Pairs of quotes of two documents that share most of their words; somebody must be known to have said one of them."""
    kept = [(quote, runs) for quote in found if (runs := quote.runs)]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, (_, runs) in enumerate(kept):
        for run in runs:
            holders[run].append(number)
    shared = Counter(
        pair for held in holders.values() if len(held) <= COMMON for pair in combinations(held, 2)
    )
    for (i, k), count in shared.items():
        (one, runs), (other, others) = kept[i], kept[k]
        spoken = one.speaker is not None or other.speaker is not None
        if spoken and one.doc != other.doc and count >= SHARED * min(len(runs), len(others)):
            yield one, other


def agree(one: Quote, other: Quote) -> bool:
    """Whether both have the same speaker, or a surname in common."""
    if one.speaker is None or other.speaker is None:
        return False
    same = any(same_speaker(one.speaker, other.speaker, person=person) for person in (True, False))
    return same or one.speaker.split()[-1] == other.speaker.split()[-1]


def names(rows: Iterable[Any]) -> Counter[str]:
    """How many documents speak of the people called by two names."""
    people = (row["name"] for row in rows if row["kind"] == "person")
    return Counter(name for name in people if len(name.split()) == 2 and name.istitle())


def forms(met: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Names that may be a form of a far more usual one, with that one."""
    alike: dict[str, list[str]] = defaultdict(list)
    for name in met:
        alike[name.split()[1][:RUN]].append(name)
    for name, count in met.items():
        usual = [
            other
            for other in alike[name.split()[1][:RUN]]
            if met[other] > OFTENER * count and _form(name, other)
        ]
        if usual:
            yield name, max(usual, key=met.__getitem__)


def _form(name: str, other: str) -> bool:
    """Whether two names differ in the endings of their words only."""
    return name != other and all(
        one[:kept] == two[:kept]
        for one, two in zip(name.split(), other.split(), strict=True)
        if (kept := max(2, max(len(one), len(two)) - ENDING))
    )


def _told(quote: Quote) -> str:
    return f"{quote.speaker or 'nobody'} ({quote.source or 'no source'})  {quote.doc} {quote.id}"


def _some(found: Sequence[Any], count: int, seed: int) -> list[Any]:
    return random.Random(seed).sample(found, min(count, len(found)))


if __name__ == "__main__":
    main()

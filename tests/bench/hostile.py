"""Texts that nobody has written, of growing size: what grows faster than the text does.

    python tests/bench/hostile.py [NAME …] [--tokens 2000 8000 32000] [--seconds 60] [--growth 1.5] [--stages]

One document a size, its caches warm. A row tells CPU µs a token at each size; ``!`` stands behind a row whose last
figure is more than ``--growth`` times the one before, and behind one that took longer than ``--seconds``. Nothing is
asserted here: tests/quotes/test_endless.py counts steps.
"""

import argparse
import signal
from collections.abc import Iterator, Sequence
from types import FrameType

from clock import FIRST, Clock
from molva_doc import annotate
from monsters import MONSTERS, grown
from spacy.language import Language
from tables import micro

import molva
from molva.corpus.worker import leave_in_peace

TOKENS = (2_000, 8_000, 32_000)
LETTERS = 15  # of a long token


class TooLong(Exception):
    """A text takes longer than anybody waits."""


def main() -> None:
    """Measure and print the table."""
    options = arguments()
    nlp = molva.load()
    nlp.max_length = 100_000_000
    annotate(nlp, [FIRST], Clock())
    leave_in_peace()
    signal.signal(signal.SIGPROF, give_up)
    print("CPU µs a token, by tokens of the document\n")
    print_row("", [f"{size:,}" for size in options.tokens], "slowest stage")
    for name in options.names or MONSTERS:
        for row in measured(nlp, name, options):
            print_row(*row)


def print_row(name: str, figures: Sequence[str], told: str) -> None:
    """Print a row as soon as it is known."""
    print(f"{name:34}" + "".join(f"{figure:>10}" for figure in figures) + f"  {told}", flush=True)


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="; ".join(MONSTERS))
    parser.add_argument("--tokens", nargs="+", type=int, default=TOKENS)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--growth", type=float, default=1.5)
    parser.add_argument("--stages", action="store_true", help="a row a stage")
    return parser.parse_args()


def give_up(_signal: int, _frame: FrameType | None) -> None:
    """End a document that takes too long."""
    raise TooLong


def measured(
    nlp: Language, name: str, options: argparse.Namespace
) -> Iterator[tuple[str, Sequence[str], str]]:
    """The row of a text, or a row for each of its stages."""
    taken: list[dict[str, float] | None] = []
    for size in options.tokens:
        taken.append(costs(nlp, grown(nlp, MONSTERS[name], size), options.seconds))
        if taken[-1] is None:
            break
    wholes = [sum(one.values()) if one else None for one in taken]
    last = taken[-1] or {}
    yield name, cells(wholes, options), slowest(taken)
    for stage in last if options.stages else ():
        yield f"  {stage}", cells([one[stage] if one else None for one in taken], options), ""


def costs(nlp: Language, text: str, seconds: int) -> dict[str, float] | None:
    """CPU µs a token by stage; None where it takes too long."""
    clock = Clock()
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        tokens = annotate(nlp, [text], clock)
    except TooLong:
        return None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    # a word of thousands of letters counts as as many tokens as they could be
    weight = max(tokens, len(text.split()), len(text) // LETTERS)
    return {stage: micro(spent, weight) for stage, spent in clock.seconds.items()}


def cells(figures: Sequence[float | None], options: argparse.Namespace) -> list[str]:
    """The figures of a row, and whether it grows."""
    shown = ["too long" if figure is None else f"{figure:.1f}" for figure in figures]
    shown += [""] * (len(options.tokens) - len(shown))
    before, last = (figures[-2], figures[-1]) if len(figures) > 1 else (None, figures[-1])
    grows = last is None or before is not None and last > options.growth * before
    return [*shown, "!" if grows else ""]


def slowest(taken: Sequence[dict[str, float] | None]) -> str:
    """The stage that takes most of the last size that came to its end."""
    done = next((one for one in reversed(taken) if one), None)
    return max(done, key=done.__getitem__) if done else ""


if __name__ == "__main__":
    main()

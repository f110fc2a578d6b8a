"""Tables in plain text, and the words in them."""

import statistics
import sys
from collections.abc import Iterable, Sequence


def show(title: str, header: Sequence[str], rows: Iterable[Sequence[str]], *notes: str) -> None:
    """Print a table: the first column to the left, the others to the right."""
    lines = [list(header), *map(list, rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(header))]
    print(f"\n{title}\n")
    for number, line in enumerate(lines):
        first, *others = line
        cells = [first.ljust(widths[0]), *(c.rjust(w) for c, w in zip(others, widths[1:], strict=True))]
        print("  ".join(cells).rstrip())
        if number == 0:
            print("─" * (sum(widths) + 2 * len(widths) - 2))
    for note in notes:
        print(note)
    sys.stdout.flush()


def median(values: Iterable[float], form: str = ".1f") -> str:
    """The median of what the rounds gave."""
    return format(statistics.median(values), form)


def ranged(values: Iterable[float], form: str = ".1f") -> str:
    """The median, and from where to where the rounds went."""
    known = sorted(values)
    middle = median(known, form)
    return middle if len(known) == 1 else f"{middle} ({known[0]:{form}} to {known[-1]:{form}})"


def micro(seconds: float, tokens: int) -> float:
    """Microseconds a token."""
    return seconds / tokens * 1e6

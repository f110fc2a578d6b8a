"""From the start of a process to its first quote.

    python tests/bench/first_quote.py SECONDS

SECONDS is the time, since 1970, at which the process was asked for. Prints JSON: of each step the
seconds by the wall and of the CPU.
"""

import json
import sys
import time

from clock import FIRST


def now() -> tuple[float, float]:
    """Seconds by the wall since 1970, and of the CPU since the start of the process."""
    return time.time(), time.process_time()


def main() -> None:
    """Take the steps, and print how long each took."""
    marks = {"": (float(sys.argv[1]), 0.0), "Python": now()}
    import spacy  # noqa: F401

    marks["import spacy"] = now()
    import molva

    nlp = molva.load()
    marks["molva.load()"] = now()
    quotes = nlp(FIRST)._.quotes
    marks["first document"] = now()
    if not quotes:
        sys.exit(f"no quote in: {FIRST}")
    names, times = list(marks), list(marks.values())
    steps = zip(names[1:], times, times[1:], strict=False)
    print(json.dumps({name: (after[0] - before[0], after[1] - before[1]) for name, before, after in steps}))


if __name__ == "__main__":
    main()

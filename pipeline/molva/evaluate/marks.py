"""The stretches in «…» of a text, for counting those that are taken for speech and are none.

Seven tenths of all «…» in news are titles, names and irony. The pairing here is plain on purpose,
and no part of the pipeline: a judge does not borrow the eyes of the judged.
"""

from collections.abc import Iterator

from molva.evaluate.wording import Span


def marked_stretches(text: str) -> list[Span]:
    """What stands between « and », marks left out, pairs inside one line, sorted by start."""
    return sorted(stretch for line in _lines(text) for stretch in _pairs(text, line))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


def _pairs(text: str, line: Span) -> Iterator[Span]:
    """What stands in «…» on a line, the inner marks first."""
    opened: list[int] = []
    for i in range(*line):
        if text[i] == "«":
            opened.append(i + 1)
        elif text[i] == "»" and opened:
            yield opened.pop(), i

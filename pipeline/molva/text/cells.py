"""The rows of CSV and TSV as cells, though a quotation mark may stand where CSV allows none.

CSV puts a cell in quotes by marks that the cell begins and ends with. A mark that only begins it
(«"Мир» in a file that knows no quotes) would glue all rows up to the next mark; here it costs its
own row at most. A row whose marks do not fit is taken as it stands if it has as many cells as there
are columns then, «"Мост" открыли» with both its marks.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence


class Lines:
    """Lines on their way into the reader of CSV, which can be given back.

    ``row`` are those of the row at hand; ``ended`` says whether it wanted more than there are.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self.row: list[str] = []
        self.ended = False

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.row.append(line)
        return line

    def begin(self) -> None:
        """A new row begins."""
        self.row.clear()
        self.ended = False

    def give_back(self) -> None:
        """All lines of the row but the first are to be read again."""
        self._again.extendleft(reversed(self.row[1:]))


def read_rows(lines: Iterable[str], delimiter: str, columns: Sequence[str]) -> Iterator[list[str] | None]:
    """The cells of each row; None for a row with a quotation mark that is not closed."""
    taken = Lines(lines)
    reader = csv.reader(taken, delimiter=delimiter, strict=True)
    while True:
        taken.begin()
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            whole = len(taken.row) == 1 and not taken.ended
            # A cell of several lines that is cut short may begin there; with tabs nearly never.
            yield _as_it_stands(taken.row[0], delimiter, len(columns)) if whole or delimiter == "\t" else None
            taken.give_back()


def _as_it_stands(line: str, delimiter: str, width: int) -> list[str] | None:
    """The cells of a line, marks and all, if they are as many as the columns."""
    cells = next(csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE))
    return cells if len(cells) == width else None

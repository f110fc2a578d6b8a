"""CSV that Excel opens as it is meant."""

import csv
import io

from molva.corpus.sheets import BOM, write_sheet


def read(stream):
    """The rows of a sheet that was written."""
    assert stream.getvalue().startswith(BOM)
    return list(csv.reader(io.StringIO(stream.getvalue().removeprefix(BOM), newline="")))


def test_a_sheet_has_a_head_and_its_rows():
    stream = io.StringIO(newline="")
    assert write_sheet(("who", "what"), [("Орехов", "«Да; нет», и\nточка"), (None, 2)], stream) == 2
    assert read(stream) == [["who", "what"], ["Орехов", "«Да; нет», и\nточка"], ["", "2"]]


def test_nothing_is_computed_when_a_sheet_is_opened():
    stream = io.StringIO(newline="")
    write_sheet(("what",), [("=СУММ(A1:A9)",), ("- Нет",), ("@порт",), ("+7",), ("— Да",), (-3,)], stream)
    assert [cell for [cell] in read(stream)[1:]] == ["'=СУММ(A1:A9)", "'- Нет", "'@порт", "'+7", "— Да", "-3"]

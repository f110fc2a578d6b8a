"""The same quotes in a text whose dashes, surnames or verbs have been changed."""

import pytest

from bench.changed import Moved, compare
from bench.changes import CHANGES, Edit, dashes, day, paragraphs, surnames, verbs, yo

TEXT = """Мост через Тару закрыт, сообщил глава порта Пётр Орехов.
«Мы откроем его в мае», — заявил Орехов. По словам Орехова, паром цел."""


def changed(nlp, change):
    """A text, its changed twin, and where its code points stand there."""
    doc = nlp(TEXT)
    moved = Moved(change(doc))
    return doc, nlp(moved.text(doc.text)), moved


def test_places_move_with_the_edits() -> None:
    moved = Moved([Edit(0, 4, "Паром"), Edit(10, 10, " вчера")])
    assert moved.text("Мост стоял на реке") == "Паром стоял вчера на реке"
    assert (moved.start(0), moved.end(4)) == (0, 5)
    assert moved.end(10) == 11
    assert moved.start(11) == 18


@pytest.mark.parametrize(
    "change", [dashes, yo, paragraphs, surnames, verbs], ids=lambda change: change.__name__
)
def test_what_was_said_stays(nlp, change) -> None:
    doc, twin, moved = changed(nlp, change)
    assert moved.edits
    assert twin.text != doc.text
    assert not list(compare(doc, twin, moved))


def test_a_day_is_put_behind_the_verb(nlp) -> None:
    assert "сообщил в среду глава порта" in changed(nlp, day)[1].text


def test_a_lost_quote_is_told(nlp) -> None:
    doc, moved = nlp(TEXT), Moved([])
    found = list(compare(doc, nlp("Мост открыт."), moved))
    assert [one.kind for one in found] == ["lost", "lost", "lost"]


def test_a_change_has_its_example() -> None:
    assert all(
        "→" in (change.__doc__ or "") or "«" in (change.__doc__ or "") or change is paragraphs
        for change in CHANGES
    )

"""Interviews whose line breaks are lost: «… — Когда пуск? — В мае. — А вагоны? — Уже здесь.» in one paragraph."""

from collections.abc import Iterator
from itertools import pairwise

from molva.quotes.direct.narrator import narrated
from molva.quotes.draft import Draft, Stretch
from molva.quotes.scene import DASHES, ENDS, Scene

FEWEST = 4  # turns
QUESTIONS = 3
SHARE = 0.35  # of the turns that are questions


def run_on(scene: Scene) -> Iterator[Draft]:
    """О стройке говорит министр. — Когда пуск? — В мае. — А вагоны? — Уже здесь. — А деньги? — Есть."""
    for paragraph in scene.words.paragraphs:
        for turn in turns_in(scene, paragraph):
            yield Draft("interview", "direct", [turn])


def turns_in(scene: Scene, paragraph: Stretch) -> list[Stretch]:
    """The turns of a paragraph that is such an interview; none of any other.

    The narrator has no word in them, and every second or third of them asks.
    """
    start, end = paragraph
    lower = scene.words.lower
    dashes = [i for i in range(start, end - 1) if lower[i] in DASHES and _parts(scene, i, start)]
    if len(dashes) < FEWEST:
        return []
    turns = [(dash + 1, behind) for dash, behind in pairwise([*dashes, end])]
    asked = sum(asks(scene, turn) for turn in turns)
    if asked < max(QUESTIONS, SHARE * len(turns)) or any(narrated(scene, *turn) for turn in turns):
        return []
    return turns


def asks(scene: Scene, turn: Stretch) -> bool:
    """Whether a turn ends with a question."""
    return scene.words.form[turn[1] - 1].startswith("?")


def _parts(scene: Scene, i: int, start: int) -> bool:
    """A dash between the end of a sentence and the beginning of another, outside of marks."""
    words = scene.words
    if i > start and words.form[i - 1] not in ENDS or scene.pair_around(i):
        return False
    first = words.form[i + 1 + (i + 1 in scene.opens)]
    return words.start[i + 1] > words.end[i] and (first[0].isupper() or first[0].isdigit())

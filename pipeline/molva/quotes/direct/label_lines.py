"""Talks printed as on the air: the label in a line of its own, a dash in the next, the words below."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from molva.quotes.direct.labels import label_of
from molva.quotes.draft import Draft
from molva.quotes.scene import DASHES, Scene


def label_line(scene: Scene) -> Iterator[Draft]:
    """М. Дорошина⏎—⏎Здравствуйте, вы в эфире.: up to the next label."""
    dashes = [number for number in range(1, len(scene.words.paragraphs) - 1) if _is_dash(scene, number)]
    if len(dashes) < 2:
        return
    for label, first, last in below(dashes):
        source = label_of(scene, *scene.words.paragraphs[label])
        if source is not None:
            told = (scene.words.paragraphs[first][0], scene.words.paragraphs[last][1])
            yield Draft("turn", "direct", [told], source=source.span, source_head=source.head)


def below(marks: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """For paragraphs that stand between a label and what is said: the label, the first and the last paragraph said.

    Speech goes on up to the next label; the last one has a single paragraph.
    """
    for mark, following in pairwise([*marks, marks[-1] + 3]):
        if following - 2 > mark:
            yield mark - 1, mark + 1, following - 2


def _is_dash(scene: Scene, number: int) -> bool:
    """Whether a paragraph is a dash and nothing else."""
    start, end = scene.words.paragraphs[number]
    return end - start == 1 and scene.words.form[start] in DASHES

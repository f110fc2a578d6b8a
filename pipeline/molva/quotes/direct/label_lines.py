"""Talks printed as on the air: the label in a line of its own, a dash in the next, the words below."""

from collections.abc import Iterator
from itertools import pairwise

from molva.quotes.direct.turns import label_of
from molva.quotes.draft import Draft
from molva.quotes.scene import DASHES, Scene


def label_line(scene: Scene) -> Iterator[Draft]:
    """М. Дорошина⏎—⏎Здравствуйте, вы в эфире.: up to the next label."""
    dashes = [number for number in range(1, len(scene.words.paragraphs) - 1) if _is_dash(scene, number)]
    if len(dashes) < 2:
        return
    for dash, following in pairwise([*dashes, None]):
        assert dash is not None
        source = label_of(scene, *scene.words.paragraphs[dash - 1])
        last = following - 2 if following is not None else dash + 1
        if source is None or last <= dash:
            continue
        told = (scene.words.paragraphs[dash + 1][0], scene.words.paragraphs[last][1])
        draft = Draft("turn", "direct", [told])
        draft.source, draft.source_head = source.span, source.head
        yield draft


def _is_dash(scene: Scene, number: int) -> bool:
    """Whether a paragraph is a dash and nothing else."""
    start, end = scene.words.paragraphs[number]
    return end - start == 1 and scene.words.form[start] in DASHES

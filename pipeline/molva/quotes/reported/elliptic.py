"""Reports that share a verb: «Орехов считает, что рынок вырастет, а Лаптева — что упадёт»."""

from collections.abc import Iterator

from molva.quotes.cues import FINITE
from molva.quotes.draft import Draft
from molva.quotes.ends.edges import limits, trim
from molva.quotes.ends.ellipses import other_view
from molva.quotes.ends.narration import clause_end
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import phrase


def elliptic(scene: Scene) -> Iterator[Draft]:
    """Орехов считает, что рынок вырастет, а Лаптева — что упадёт.: the verb of the first report holds for the second."""
    words = scene.words
    for what in [
        i for i, form in enumerate(words.lower) if form in {"что", "чтобы"} and scene.is_dash(i - 1)
    ]:
        low, high = limits(scene, what)
        comma = next((k for k in range(what - 2, low, -1) if words.form[k] == ","), None)
        who = other_view(scene, comma, high) if comma is not None else None
        if comma is None or who is None or not _reported_before(scene, low, comma):
            continue
        part = trim(scene, what + 1, clause_end(scene, what + 1, what, high))
        if part is None:
            continue
        head = next((k for k in range(*who) if words.pos[k] in {"NOUN", "PROPN", "PRON"}), who[0])
        head += words.form[head + 1] == "%"  # «…, а |37%| — что упадёт»
        source = phrase(scene, head, *who)
        yield Draft("that", "indirect", [part], source=source.span, source_head=source.head)


def _reported_before(scene: Scene, low: int, comma: int) -> bool:
    """Whether a verb of the sentence reports a clause before the comma: «считает|, что| рынок вырастет»."""
    words = scene.words
    opened = [
        k for k in range(low + 1, comma) if words.lower[k] in {"что", "чтобы"} and words.form[k - 1] == ","
    ]
    near = (scene.cues[k] for k in range(low, opened[0]) if k in scene.cues) if opened else ()
    return any(cue.form == FINITE and cue.has("say", "think", "demand") for cue in near)

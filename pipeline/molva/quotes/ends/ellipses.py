"""A second report whose verb is left out: «Орехов считает, что рынок вырастет, а Лаптева — что упадёт»."""

from molva.quotes.conjunctions import COORDINATORS
from molva.quotes.draft import Stretch
from molva.quotes.scene import Scene

LONGEST = 6  # words of who holds the other view
MAY_HOLD = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM"})  # parts of speech


def other_view(scene: Scene, comma: int, limit: int) -> Stretch | None:
    """«|,| а |Лаптева| — что упадёт»: who holds the other view, a nominative between the comma and «— что»."""
    words = scene.words
    first = comma + 1 + (scene.lower(comma + 1) in COORDINATORS)
    dash = next((k for k in range(first + 1, min(first + LONGEST + 2, limit)) if scene.is_dash(k)), None)
    if (
        words.form[comma] != ","
        or dash is None
        or words.lower[dash + 1 : dash + 2] not in (["что"], ["чтобы"])
    ):
        return None
    if scene.lower(dash + 2) == "угодно" or not scene.has_predicate(dash + 2, limit):
        return None  # «… — что угодно»
    last = dash - (words.lower[dash - 1] == "же")
    if first >= last or any(scene.is_finite(k) or words.form[k] == "," for k in range(first, last)):
        return None
    head = next((k for k in range(first, last) if words.pos[k] in MAY_HOLD), None)
    return (first, last) if head is not None and words.feat(head, "Case") in {"Nom", ""} else None

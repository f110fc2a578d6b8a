"""Clauses that open their sentence and wait for the main one: «Когда …», «После того, как …», «Из-за того что …»."""

from molva.quotes.conjunctions import CONDITIONAL, TEMPORAL
from molva.quotes.scene import Scene

# «|После того, как| мэр сказал, что цех готов, печи зажгли»: conjunctions of several words, by their last one
AFTER_THAT = {
    "как": frozenset({"того", "тем", "пор", "время", "так"}),
    "что": frozenset({"того", "тем", "тому", "то"}),
    "чем": frozenset({"прежде", "раньше"}),
    "только": frozenset({"как", "лишь"}),
}
# those that give a cause, as «поскольку» does: «|так| как», «из-за |того|, что»
CAUSES = frozenset({"так", "что"})
CAUSED = frozenset({"из-за", "ввиду", "вследствие", "благодаря", "связи", "несмотря", "вопреки"})
FRONT = 3  # words of «в связи с» before «тем, что»


def waiting_at(scene: Scene, i: int, start: int, verb: int) -> str | None:
    """The conjunction that ends at word ``i`` in a sentence that begins at ``start``, where its clause waits for another.

    «Рыбаки ушли после того как мэр сообщил, что …» waits for nothing.
    """
    lower = scene.words.lower
    if lower[i] in TEMPORAL | CONDITIONAL:
        return lower[i]
    hinge = i - 1 - (scene.words.form[i - 1] == ",") if i > start else i
    if hinge < start or i >= verb or lower[hinge] not in AFTER_THAT.get(lower[i], ()):
        return None
    if scene.has_predicate(start, hinge):
        return None
    if lower[i] == "что":
        return "что" if not CAUSED.isdisjoint(lower[max(hinge - FRONT, start) : hinge]) else None
    return lower[hinge] if lower[hinge] == "так" else lower[i]


def is_of_time(conjunction: str) -> bool:
    """«когда», «после того как»: of time, where the first clause behind it is the main one, and not of a cause."""
    return conjunction not in CONDITIONAL | CAUSES

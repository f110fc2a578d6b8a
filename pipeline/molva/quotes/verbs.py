"""What a reporting verb does with its content: asserts, denies, negates, supposes."""

from molva.contract import Polarity
from molva.quotes.scene import Scene


def polarity_of(scene: Scene, verb: int) -> Polarity:
    """The polarity that the cue ``verb`` gives its content."""
    cue = scene.cues.get(verb)
    if cue is None:
        return "asserted"
    if cue.has("deny"):
        return "asserted" if cue.negated or cue.span[0] < cue.head else "denied"
    if _hypothetical(scene, verb):
        return "hypothetical"
    return "negated" if cue.negated else "asserted"


def _hypothetical(scene: Scene, verb: int) -> bool:
    """«Если бы он сказал, что …», «сказал бы, что …»."""
    start, end = scene.sentence(verb)
    window = range(max(start, verb - 4), min(end, verb + 3))
    return any(scene.lower(i) in {"бы", "б", "если", "вряд"} for i in window)

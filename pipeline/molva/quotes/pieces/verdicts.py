"""Verdicts in marks that stand before their verb: ««Полным бредом» назвал слухи мэр»."""

from molva.grammar.analyses import analyses_of
from molva.quotes.cues import FINITE, Cue
from molva.quotes.ends.edges import limits
from molva.quotes.pieces.scare_quotes import NEED_INSTRUMENTAL
from molva.quotes.scene import Scene

NEAR = 4  # words from the marks to their verb
LONGEST = 6  # words of a verdict
BETWEEN = frozenset({"ADV", "PRON", "PART"})  # parts of speech


def verdict_cue(scene: Scene, start: int, close: int) -> Cue | None:
    """««Неприемлемыми» |назвал| условия министр», «Слухи «бредом» |назвал| мэр»: the verb that rates, right behind the marks."""
    words = scene.words
    low, high = limits(scene, start)
    if close - start > LONGEST or close + 1 >= high or not _in_instrumental(scene, start, close):
        return None
    verb = next((k for k in range(close + 1, min(close + 1 + NEAR, high)) if k in scene.cues), None)
    if verb is None or any(words.pos[k] not in BETWEEN for k in range(close + 1, verb)):
        return None
    cue = scene.cues[verb]
    rates = cue.form == FINITE and (cue.has("rate") or words.lemma[verb] in NEED_INSTRUMENTAL)
    opens = start == low or all(words.pos[k] in {"NOUN", "ADJ", "DET"} for k in range(low, start))
    rated = any(words.feat(k, "Case") == "Ins" and k > verb for k in words.children[verb])
    return cue if rates and opens and not rated else None


def _in_instrumental(scene: Scene, start: int, close: int) -> bool:
    """«Полным бредом», «Неприемлемыми»: the dictionary has the last word in the instrumental, as an adjective or a noun."""
    readings = [
        one for one in analyses_of(scene.words.lower[close - 1]) if one.pos in {"NOUN", "ADJF", "PRTF"}
    ]
    return close - 1 > start and any("ablt" in one.grammemes for one in readings)

"""Verdicts and topics in marks that stand before their verb: ««Полным бредом» назвал слухи мэр», «В «саботаже» обвинил порт мэр»."""

from molva.lexicon.analyses import analyses_of
from molva.quotes.conjunctions import ABOUT
from molva.quotes.cues import FINITE, Cue
from molva.quotes.ends.edges import limits
from molva.quotes.pieces.scare_quotes import NEED_INSTRUMENTAL
from molva.quotes.scene import Scene

NEAR = 4  # words from the marks to their verb
LONGEST = 12  # words of a verdict
BEHIND_TOPIC = 5  # words from a topic to its verb
JUDGED_FOR = frozenset({"в", "во", "за", "к"})  # «обвинил |в|», «раскритиковал |за|», «призвал |к|»
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
    """«Полным бредом», «Неприемлемыми», «Очередной попыткой обмана»: the dictionary has it in the instrumental up to its noun."""
    if close - 1 == start:
        return False
    nouns = (i for i in range(start + 1, close) if scene.words.pos[i] == "NOUN")
    head = next(nouns, close - 1)
    return all(_may_be_instrumental(scene.words.lower[i]) for i in {start + 1, head})


def _may_be_instrumental(form: str) -> bool:
    """«полным», «бредом», «неприемлемыми»: a name or a participle in that case; an adverb opens a verdict as well: «|крайне| слабым»."""
    readings = analyses_of(form)
    named = [one for one in readings if one.pos in {"NOUN", "ADJF", "PRTF"}]
    return any("ablt" in one.grammemes for one in named) or not named and bool(readings)


def topic_cue(scene: Scene, start: int, close: int) -> Cue | None:
    """«О «саботаже» |заявил| мэр», «За «растрату» |раскритиковал| порт эколог»: the verb behind a topic that opens the sentence."""
    words = scene.words
    low, high = limits(scene, start)
    if start - 1 != low or words.pos[low] != "ADP":
        return None
    near = range(close + 1, min(close + 1 + BEHIND_TOPIC, high))
    verb = next((k for k in near if scene.is_finite(k) or words.pos[k] == "PUNCT"), None)
    cue = scene.cues.get(verb) if verb is not None else None
    if cue is None or cue.form != FINITE:
        return None
    judged = words.lower[low] in JUDGED_FOR and cue.has("rate", "demand")
    return cue if judged or words.lower[low] in ABOUT and cue.has("say") else None

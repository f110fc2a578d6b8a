"""Over which clauses one looks back from a piece in marks for the verb that governs it."""

from molva.quotes.conjunctions import BECAUSE, JOINING, RELATIVE_PLACES, RELATIVES
from molva.quotes.draft import Stretch
from molva.quotes.pieces.held import is_infinitive
from molva.quotes.pieces.scare_quotes import is_called
from molva.quotes.scene import DASHES, Scene

HINGE = 5  # words from the comma to «которой»: «, в рамках которой»
# open a clause that tells why
REASONS = frozenset({"поскольку", "ведь", "ибо"})


def search_from(scene: Scene, start: int, low: int) -> Stretch:
    """Where the search for a verb sets out from, and from where its distance is counted: over a clause, over «, чтобы»."""
    clause = _told_clause(scene, start, low)
    if clause is not None:
        return clause, start
    return (start - 3, start - 2) if _aims(scene, start) else (start - 1 - scene.is_dash(start - 1), start)


def _told_clause(scene: Scene, start: int, low: int) -> int | None:
    """«назвал слухи о том, что порт закроют, «чушью»»: the comma before the clause that parts the marks from their verb.

    What somebody is called comes behind the clause of the object, and what he is to do behind that of a hearer:
    «посоветовал всем, кто спешит, «сесть в лодку»».
    """
    words, end = scene.words, start - 1
    called = is_called(scene, start, scene.opens[start])
    told = is_infinitive(scene, start)
    if end <= low or words.form[end] != "," or not (called or told):
        return None
    people = (k for k in range(end - 1, low, -1) if words.form[k] == "," and words.lemma[k + 1] == "кто")
    comma = next((k for k in range(end - 1, low, -1) if opens_clause(scene, k)), next(people, None))
    if comma is None or not scene.has_predicate(comma, end):
        return None
    verb = next((k for k in range(comma - 1, low - 1, -1) if scene.is_finite(k)), low)
    waits = verb in scene.cues and scene.cues[verb].has("rate" if called else "demand")
    return comma - 1 if waits else None


def _aims(scene: Scene, start: int) -> bool:
    """«не назвал больницу|, чтобы| «не тревожить больных»»: the marks tell what for."""
    return scene.lower(start - 1) == "чтобы" and scene.lower(start - 2) == "," and is_infinitive(scene, start)


def hanging_clause(scene: Scene, verb: int, start: int, low: int) -> int | None:
    """«назвал Зуева мастером|, который| создал «чудо»», «…|, поскольку| это станет «большой бедой»»: the comma of the marks' clause.

    ``verb`` is the clause's own, the one before the marks; nobody reports in the clause.
    """
    words = scene.words
    if not scene.is_finite(verb) or any(words.form[k] == "," for k in range(verb, start)):
        return None
    comma = next((k for k in range(verb - 1, low, -1) if words.form[k] in {",", ":", ";", *DASHES}), None)
    if comma is None or words.form[comma] != ",":
        return None
    first = range(comma + 1, min(comma + HINGE, verb))
    relative = any(words.lemma[k] in RELATIVES for k in first)
    hangs = relative or words.lower[comma + 1] in RELATIVE_PLACES | REASONS
    hangs = hangs or (words.lower[comma + 1], scene.lower(comma + 2)) in BECAUSE
    return comma if hangs and not any(k in scene.cues for k in range(comma, start)) else None


def closed_clause(scene: Scene, verb: int, start: int, low: int) -> int | None:
    """«призвал помочь стране|, откуда бегут люди,| и строить «новый дом»»: the comma that opens a clause closed before the marks.

    Behind it stands one infinitive more, or it is in the marks.
    """
    words = scene.words
    if not scene.is_finite(verb):
        return None
    close = next((k for k in range(verb + 1, start) if words.form[k] == ","), None)
    if close is None or words.lower[close + 1] not in JOINING:
        return None
    more = any(words.feat(k, "VerbForm") == "Inf" for k in range(close + 2, start)) or is_infinitive(
        scene, start
    )
    comma = next((k for k in range(verb - 1, low, -1) if words.form[k] == ","), None)
    if comma is None or not more or "," in words.form[close + 1 : start]:
        return None
    first = range(comma + 1, min(comma + HINGE, verb))
    hangs = any(words.lemma[k] in RELATIVES for k in first)
    return comma if hangs or words.lower[comma + 1] in RELATIVE_PLACES | {"когда"} else None


def holds_clause(scene: Scene, start: int) -> bool:
    """«рассказал о лодках, «|которые| ходят сами»», «о людях, «|бросивших| дом»»: the marks hold the clause that a comma opens."""
    words, first = scene.words, start + 1
    which = words.lemma[first] == "который" and scene.has_predicate(first, scene.opens[start])
    part = next((k for k in range(first, min(first + 3, len(words))) if words.pos[k] == "VERB"), first)
    acts = words.feat(part, "VerbForm") == "Part" and words.feat(part, "Case") not in {"", "Nom"}
    return scene.opens[start] - start > 3 and (which or acts)


def opens_clause(scene: Scene, comma: int) -> bool:
    """«, что …», «, где …», «, который …»: a clause begins behind the comma."""
    words, first = scene.words, comma + 1
    joined = words.lower[first] in {"что", "где", "когда", "как"} or words.lemma[first] == "который"
    return words.form[comma] == "," and joined

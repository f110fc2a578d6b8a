"""What is tied to a claim without a conjunction, or with one and without a verb: «…, правда, признал, что …», «…, и о планах»."""

from molva.quotes.conjunctions import ABOUT
from molva.quotes.cues import that_at
from molva.quotes.ends.coordination import has_own_subject, same_form
from molva.quotes.ends.trailing import trailing_report
from molva.quotes.scene import Scene

ALL_OF_IT = frozenset({"все", "всё", "то", "того", "тому", "том", "многое"})
# «…, |вместе с тем| отметил, что …»
REPORT_TIES = (
    ("вместе", "с", "тем"), ("в", "то", "же", "время"), ("тем", "не", "менее"), ("правда",), ("впрочем",), ("однако",),
)  # fmt: skip
# «|Одни| уверены, что …, |другие| — что …»
SOME, OTHERS = (
    frozenset({"одни", "некоторые", "кто-то", "первые"}),
    frozenset({"другие", "вторые", "остальные", "кто-то"}),
)
FAR = 5  # words from them to their verb, or to their «что»
TOPIC_TIES = (("и",), ("а", "также"))


def told_of_it(scene: Scene, i: int, limit: int) -> bool:
    """«…, о чём пишет «Вестник»», «…, о чём он сказал в мае»; «всё, о чём он пишет,» and «как жил, о чём мечтал» are told."""
    words = scene.words
    if (scene.lower(i), scene.lower(i + 1)) != ("о", "чем") or words.lower[i - 2] in ALL_OF_IT:
        return False
    cue = next((k for k in range(i + 2, min(i + 6, limit)) if k in scene.cues), None)
    return cue is not None and (bool(words.subjects(cue)) or trailing_report(scene, i + 2, limit))


def tied_report(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«сказал, что мост снесут, |вместе с тем отметил|, что …», «…, |правда, признал|, что …»: a tie, and the same one reports."""
    words = scene.words
    tie = next((len(one) for one in REPORT_TIES if tuple(words.lower[i : i + len(one)]) == one), 0)
    told = i + tie + (words.form[i + tie : i + tie + 1] == [","])
    if not tie or told >= limit or told not in scene.cues or verb not in scene.cues:
        return False
    speaks = scene.cues[told].has("say", "think") and that_at(words, scene.cues[told].span[1])
    return speaks and same_form(scene, told, verb) and not has_own_subject(scene, told)


def another_topic(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«рассказал о том, как открыл завод, |и о планах|», «рассказал, почему ушёл, |а также о планах|»: a topic beside the clause.

    A bare comma parts it only from «о том, …»; where the clause has a topic of its own, another may belong there.
    """
    words = scene.words
    tie = next((len(one) for one in TOPIC_TIES if tuple(words.lower[i : i + len(one)]) == one), 0)
    if i + tie >= limit or words.lower[i + tie] not in ABOUT:
        return False
    if verb not in scene.cues or not scene.cues[verb].has("say") or scene.has_predicate(i, limit):
        return False
    hinge = next((k for k in range(verb + 1, i - 2) if words.lower[k : k + 3] == ["о", "том", ","]), None)
    if not tie and (hinge is None or words.form[i - 1] != ","):
        return False
    comma = next((k for k in range(hinge or verb, i) if words.form[k] == ","), i)
    within = any(words.lower[k] in ABOUT for k in range(comma, i))
    return not within or words.lower[i + tie : i + tie + 2] == ["о", "том"]


def others_differ(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«Одни уверены, что порт спасут, |другие — что| спасать нечего»: the others have a report of their own."""
    words = scene.words
    told = scene.lower(i) in OTHERS and not SOME.isdisjoint(words.lower[max(verb - FAR, 0) : verb])
    near = range(i + 1, min(i + FAR, limit - 1))
    return told and any(
        words.lower[k] == "что" and (scene.is_dash(k - 1) or words.form[k - 1] == ",") for k in near
    )

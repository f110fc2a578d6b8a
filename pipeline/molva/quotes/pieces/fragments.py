"""Pieces in marks under a cue: назвал решение «ошибкой», отметил «отсутствие воли»."""

from collections.abc import Iterable, Iterator

from molva.contract import QuoteType
from molva.quotes.cues import Cue
from molva.quotes.draft import Draft
from molva.quotes.ends.edges import trim
from molva.quotes.pieces.governing import SEEN, cue_beside, cue_of
from molva.quotes.pieces.held import is_sentence
from molva.quotes.pieces.objects import in_object
from molva.quotes.pieces.scare_quotes import is_called, is_cry, is_name
from molva.quotes.pieces.under_nouns import words_about
from molva.quotes.pieces.verdicts import topic_cue, verdict_cue
from molva.quotes.pieces.whose import author_of_piece
from molva.quotes.scene import Scene

# «раскрыли «шайку»», «порт выступил «против перемен»»: done as well as said, and where another reports it, told by him
DEEDS = frozenset(
    "раскрыть выступить выступать предложить предлагать напоминать передать передавать распространить распространять".split()
)

NEAR = 5  # words from «в связи с» to the marks
TIMES = frozenset({"после", "накануне"})
OCCASIONS = frozenset({("в", "ходе"), ("во", "время"), ("в", "связи"), ("в", "рамках"), ("по", "итогам")})


def fragment(scene: Scene) -> Iterator[Draft]:
    """Он назвал решение «ошибкой».  Политик отметил «отсутствие воли» у партнёров."""
    taken: dict[int, Draft] = {}
    for start, close in scene.closed:
        if words_about(scene, start) is not None or _tells_when(scene, start):
            continue  # «осудил слова мэра о «пустой трате»»: the noun has them
        cue = cue_of(scene, start, taken) or cue_beside(scene, start, taken)
        cue = cue or topic_cue(scene, start, close)
        part = trim(scene, start + 1, close)
        verdict = verdict_cue(scene, start, close) if cue is None else None
        cue = cue or verdict
        if cue is None or part is None or verdict is None and _says_nothing(scene, start, close, cue):
            continue
        if cue.head in taken:
            taken[cue.head].parts.append(part)
            continue
        author = author_of_piece(scene, cue, start, told=is_cry(scene, start, close, cue))
        if author is not None:
            kind: QuoteType = "direct" if is_sentence(scene, start, close) else "mixed"
            taken[cue.head] = author.fill(Draft("fragment", kind, [part]), scene)
    for draft in taken.values():
        _leave_out_object(scene, draft)
        yield draft


def _says_nothing(scene: Scene, start: int, close: int, cue: Cue) -> bool:
    """A name or a term, a part of what the verb is about, or marks in a sentence whose words stand before it."""
    named = is_name(scene, start, close, cue) or in_object(scene, start, close, cue)
    return named or _tells_of_this(scene, cue)


def _tells_of_this(scene: Scene, cue: Cue) -> bool:
    """«|Об этом сообщил| мэр после «круглого стола»»: what was told stands in the sentence before."""
    words, first = scene.words, cue.span[0]
    return any(k < first and scene.is_of_this(k - 1) for k in words.children[cue.head])


def _tells_when(scene: Scene, start: int) -> bool:
    """«сообщил мэр |после «круглого стола»|», «|в связи с выходом «ложных вестей»|»: when and why he spoke, and nothing that he said."""
    words = scene.words
    for i in range(start - 1, max(start - NEAR, 0), -1):
        if words.lower[i] in TIMES or tuple(words.lower[i - 1 : i + 1]) in OCCASIONS:
            return True
        if words.pos[i] not in {"NOUN", "ADJ", "ADP"} or words.pos[i] == "ADP" and words.lower[i] != "с":
            return False
    return False


def _leave_out_object(scene: Scene, draft: Draft) -> None:
    """«назвал «план мира» соседей «утопией»»: what is called something has its name in marks, and only the rest is said."""
    assert draft.verb is not None
    if not scene.cues[draft.verb].has("rate"):
        return
    called = [is_called(scene, a - 1, b) for a, b in draft.parts]
    first = called.index(True) if True in called else 0
    objects = any(
        scene.words.dep[k] == "obj" and scene.words.head[k] == draft.verb
        for a, b in draft.parts[:first]
        for k in range(a, b)
    )
    if objects:
        draft.parts = draft.parts[first:]


def told_by_another(scene: Scene, draft: Draft, outer: Iterable[Draft]) -> bool:
    """«Порт, сказал мэр, выступил «против перемен»»: of a deed that another reports the marks hold the other's words.

    So do those that nobody in the report has said: «порт заявил, что |оценивает| это как «срыв», что это |считается| «срывом»».
    """
    if draft.rule != "fragment" or draft.verb is None:
        return False
    around = [other for other in outer if other.covers(draft.verb)]
    if scene.words.lemma[draft.verb] in DEEDS:
        return bool(around)
    seen = scene.words.lemma[draft.verb] in SEEN
    rated = seen or not scene.cues[draft.verb].has("say", "demand", "state")
    return rated and any(other.type != "direct" and not _names_its_own(draft, other) for other in around)


def _names_its_own(draft: Draft, outer: Draft) -> bool:
    """Whether the source of a draft stands in what another one reports."""
    return draft.source is not None and outer.covers(draft.source[0])

"""Attribution phrases and what they attribute: по словам X, …; согласно отчёту, …."""

from collections.abc import Iterator

from molva.quotes.attributed.according import DECREES
from molva.quotes.attributed.attribution_phrases import FIRST, attribution_phrase, in_own_words
from molva.quotes.attributed.hosts import host
from molva.quotes.attributed.insert_ends import behind_relay
from molva.quotes.conjunctions import ABOUT, CLAUSE_OPENERS, COORDINATORS, RELATIVES
from molva.quotes.cues import FINITE
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.clause_ends import noun_clause_end
from molva.quotes.ends.describing_clauses import attribute_end
from molva.quotes.ends.edges import limits, trim_all
from molva.quotes.ends.narration import clause_end
from molva.quotes.ends.trailing import trailing_report
from molva.quotes.laws import is_law
from molva.quotes.scene import Scene
from molva.quotes.sources.authors import Author
from molva.quotes.sources.phrases import Source
from molva.quotes.sources.subjects import agrees
from molva.speakers.pronouns import THEIRS

SMALLEST = 2  # words of a claim that has no predicate


def marker(scene: Scene) -> Iterator[Draft]:
    """По словам Орехова, смета утверждена.  Дождей, по её словам, не будет.  Согласно отчёту, …."""
    for i in [i for i, form in enumerate(scene.words.lower) if form in FIRST]:
        found = attribution_phrase(scene, i)
        if found is None or _passed_over(scene, i, *found):
            continue
        cue, source, _ = found
        begin = i - (scene.lower(i - 1) == "судя")  # «|Судя| по словам мэра, …»
        parts = _claim_of(scene, i, begin, *found[1:])
        if parts and _says_something(scene, parts):
            own = in_own_words(scene, i)
            draft = Draft("marker", "indirect", parts, cue=(min(begin, cue[0]), cue[1]), sourceless=not own)
            if source:
                draft.source, draft.source_head = source.span, source.head
            yield draft


def _passed_over(scene: Scene, i: int, _: Stretch, source: Source | None, end: int) -> bool:
    """«По некоторым данным, порт закрыт, |пишет «Бакен»|», «по |закону|, …»: another tells it, or a law, and nobody."""
    decree = source is not None and scene.words.lemma[source.head] in DECREES
    opens = source is None and i == limits(scene, i)[0]
    if (decree or opens) and _told_by_another(scene, end):
        return True
    return source is not None and is_law(scene, source) and not decree


def _claim_of(scene: Scene, i: int, begin: int, source: Source | None, end: int) -> list[Stretch]:
    """«По словам мэра, |мост закрыт|», «мост, который, по словам мэра, |закрыт|»: what the phrase is attached to."""
    if source and source.span[1] <= i and not in_own_words(scene, i):
        return _under_which(scene, source, end)
    if source and scene.words.lemma[source.head] == "который" and scene.words.form[i - 1] == ",":
        return _in_relative(scene, i, end)
    if _of_a_word(scene, i, source, end):
        return []
    return _own_sentence(scene, host(scene, begin, behind_relay(scene, end)))


def _of_a_word(scene: Scene, i: int, source: Source | None, end: int) -> bool:
    """«ушёл из слабого|, по его мнению, |клуба»: who acts finds the noun so; an adjective and its noun are no clause."""
    words, before = scene.words, i - 2
    own = source is not None and words.lower[source.head] in THEIRS and "мнению" in words.lower[i:end]
    if (
        not own
        or words.form[i - 1] != ","
        or words.form[end : end + 1] != [","]
        or words.pos[before] != "ADJ"
    ):
        return False
    noun = next((k for k in range(end + 1, min(end + 3, len(words))) if words.pos[k] == "NOUN"), None)
    if noun is None or words.feat(before, "Variant") == "Short" or words.feat(before, "Case") == "Nom":
        return False
    return all(words.feat(before, f) == words.feat(noun, f) for f in ("Case", "Number"))


def _told_by_another(scene: Scene, start: int) -> bool:
    """«Согласно указу, порт закроют, сообщили в мэрии»: who reports the decree stands behind what it says."""
    high = limits(scene, start - 1)[1]
    commas = (k for k in range(start + 1, high) if scene.words.form[k] == ",")
    return any(trailing_report(scene, k + 1, high) for k in commas)


def attributed(scene: Scene, start: int, colon: int) -> Author | None:
    """«По словам Орехова, было темно: …»: the claim's source also says what stands behind the colon."""
    for i in range(start, colon):
        found = attribution_phrase(scene, i) if scene.pair_around(i) == scene.pair_around(colon) else None
        if found is None:
            continue
        cue, source, end = found
        told = source is not None and cue[0] < source.span[1] <= end and not is_law(scene, source)
        return Author(cue, None, source, sourceless=True) if told else None
    return None


def _under_which(scene: Scene, source: Source, start: int) -> list[Stretch]:
    """«отчёт, согласно которому смета утверждена, вышел в мае»: the relative clause alone is attributed."""
    high = limits(scene, start - 1)[1]
    return trim_all(scene, [(start, noun_clause_end(scene, source.head, start, high))])


def _in_relative(scene: Scene, i: int, start: int) -> list[Stretch]:
    """«врачи, по мнению которых, как минимум, трое больны, уехали»: what stands before the comma is nobody's words."""
    high = limits(scene, i)[1]
    return trim_all(scene, [(start, attribute_end(scene, i - 1, start, clause_end(scene, start, i, high)))])


def _own_sentence(scene: Scene, parts: list[Stretch]) -> list[Stretch]:
    """«К Зуеву приехали дети, по их словам, врач спокоен»: a comma joins two sentences, the second is attributed.

    Both have their own predicate, the second its own subject, and no conjunction ties them.
    """
    if len(parts) < 2:
        return parts
    words, (start, comma), (first, end) = scene.words, parts[0], parts[1]
    if scene.is_dash(comma) and not scene.has_predicate(start, comma) and _has_both(scene, first, end):
        return parts[1:]  # «Взрыв в порту — по словам рыбаков, |вылетели окна|»
    begin = next((k + 1 for k in range(comma - 1, start, -1) if words.form[k] == ","), start)
    if _tied(scene, begin) or _tied(scene, first) or not scene.has_predicate(begin, comma):
        return parts
    stop = next((k for k in range(first, end) if words.form[k] == ","), end)
    told = any(
        words.is_subject(k) and first <= words.head[k] < stop and scene.is_finite(words.head[k])
        for k in range(first, stop)
    )
    return (
        parts[1:] if told or _topic_told(scene, begin, comma) and scene.has_predicate(first, stop) else parts
    )


def _has_both(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch holds a verb and what may be its subject."""
    words = scene.words
    verbs = [k for k in range(start, end) if scene.is_finite(k) and words.pos[k] == "VERB"]
    nouns = [
        k for k in range(start, end) if words.pos[k] == "NOUN" and words.feat(k, "Case") in {"Nom", "Acc"}
    ]
    return any(words.may_be_nominative(k) and agrees(scene, k, verb) for k in nouns for verb in verbs)


def _topic_told(scene: Scene, start: int, end: int) -> bool:
    """«|Мэры сообщали о пожарах|, по их словам, раненых нет»: a report of a topic is whole, whatever follows."""
    cues = (scene.cues[k] for k in range(start, end) if k in scene.cues)
    return any(c.form == FINITE and c.has("say") and scene.lower(c.span[1]) in ABOUT for c in cues)


def _tied(scene: Scene, first: int) -> bool:
    """Whether a clause begins with a conjunction or with «который», alone or behind a preposition."""
    words = scene.words
    relative = any(words.lemma[k] in RELATIVES for k in range(first, min(first + 2, len(words))))
    return relative or words.lower[first] in CLAUSE_OPENERS | COORDINATORS


def _says_something(scene: Scene, parts: list[Stretch]) -> bool:
    """A claim rather than a date or a number: «(по другим данным — 13 февраля)», «(|4–7 тонн в день|, по его словам)»."""
    if all(scene.words.form[a - 1] == "(" for a, _ in parts):
        return any(scene.has_predicate(a, b) or scene.has_subject(a, b) for a, b in parts)
    return sum(b - a for a, b in parts) > SMALLEST or any(
        scene.has_predicate(a, b) or scene.has_subject(a, b) or _advises(scene, a, b) for a, b in parts
    )


def _advises(scene: Scene, start: int, end: int) -> bool:
    """«рано радоваться», «пора уезжать»: an infinitive under a word that needs no subject."""
    return any(scene.words.feat(i, "VerbForm") == "Inf" for i in range(start, end))

"""Clauses that tell who has given what is referred to: «по данным, |полученным от Зуева|», «число жителей, |считающих| …»."""

from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.complements import first_nominal, whose
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.subjects import NOMINAL, SPANS_OF_TIME, over_adjectives
from molva.quotes.verbs import PUBLISHING
from molva.speakers.pronouns import THEIRS

ISSUED = PUBLISHING | {"появиться"}
REACH = 10  # words back from a participle to the noun before it


def given_by(scene: Scene, noun: int, end: int) -> Source | None:
    """«по данным, |полученным от Зуева|», «по сводке, |озвученной Зуевым|», «по данным, |которые приводит порт|».

    The clause that follows data or information up to word ``end`` tells who has given it: the agent of the
    participle, whom it was received from, the subject of the relative clause. «по данным |на сайте порта|» needs no clause.
    """
    words, first = scene.words, noun + 2
    if first >= end or words.form[noun + 1] != ",":
        return _owner_of_page(scene, noun + 1, end)
    if words.lemma[first] == "который":
        verb = next((i for i in range(first + 1, end) if scene.is_finite(i)), None)
        return subject(scene, verb, first + 1, end) if verb is not None else None
    if words.feat(first, "VerbForm") != "Part":
        return None
    sender = next((i + 1 for i in range(first + 1, end - 1) if words.lower[i] == "от"), None)
    if sender is not None:
        head = first_nominal(scene, sender, end)
        return phrase(scene, head, sender, end) if head is not None else None
    if (owner := _on_a_page(scene, first, end)) is not None:
        return owner
    if words.lemma[first] in {"получить", "поступить"}:
        return None  # «по данным, полученным посольством»
    agent = next((i for i in range(first + 1, end) if _is_agent(scene, i)), None)
    return phrase(scene, agent, first + 1, end) if agent is not None else None


def _on_a_page(scene: Scene, participle: int, end: int) -> Source | None:
    """«по информации, размещённой на сайте |порта|», «…, опубликованной в |газете «Створ»|»: whose page it stands on."""
    words, page = scene.words, participle + 2
    placed = words.lemma[participle] in ISSUED and scene.lower(participle + 1) in {"на", "в"}
    if not placed or page >= end:
        return None
    page = over_adjectives(words, page, end)
    paper = words.lemma[page] in word_list("medium_nouns") - word_list("channels")
    return phrase(scene, page, page, end) if paper else _owner_of_page(scene, participle + 1, end)


def _owner_of_page(scene: Scene, preposition: int, end: int) -> Source | None:
    """«на сайте |порта|», «в |её| канале»: whose the page is."""
    words, first = scene.words, preposition + 1
    if scene.lower(preposition) not in {"на", "в"} or first >= end:
        return None
    page = over_adjectives(words, first + (words.lower[first] in THEIRS), end)
    return whose(scene, page, first, end) if words.lemma[page] in word_list("channels", "networks") else None


def _is_agent(scene: Scene, i: int) -> bool:
    """«приведённым |Зуевым|», «предоставленной |портом|», but not «объявленным |вечером|», «перед |портом|»."""
    words = scene.words
    free = not any(words.dep[c] == "case" for c in words.children[i])
    by = words.feat(i, "Case") == "Ins" and words.lemma[i] not in SPANS_OF_TIME
    return by and free and words.pos[i] in NOMINAL - {"DET", "NUM"}


def described(scene: Scene, participle: int, low: int) -> int:
    """«число |жителей|, считающих …»: the nearest noun before the comma that agrees, else what the tree says.

    In «|жильцы| дома, считающие …» both may look so; what hangs on a noun that agrees is somebody's, and no nominative.
    """
    words = scene.words
    shown = [f for f in ("Case", "Number", "Gender") if words.feat(participle, f)]
    near = range(participle - 1, max(low, participle - REACH) - 1, -1)
    nouns = (i for i in near if words.pos[i] in {"NOUN", "PROPN"})
    agreeing = (i for i in nouns if all(words.feat(i, f) == words.feat(participle, f) for f in shown))
    nearest, above = next(agreeing, None), words.head[participle]
    if nearest is None or words.dep[nearest] == "nmod" and words.head[nearest] == above == nearest - 1:
        return above
    return nearest

"""Whose names stand between commas behind what they are: «по словам матери Сони, |Анны Зуевой|, …», «адвокатов, |Зуева и Гурова|, …»."""

from molva.quotes.conjunctions import RELATIVES
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import Source

CLAUSE = 10  # words of a participle's clause before the name
LINKS = frozenset({",", "и"})


def bearers_end(scene: Scene, source: Source, end: int) -> int:
    """The comma behind the names of whom a post tells before the first comma, or 0; the claim stands behind it.

    One name for one («главы комитета|, занимающегося портом,| Ивана Зуева, …»), several for many, in the post's case.
    """
    words, comma = scene.words, source.span[1]
    if comma >= end or words.form[comma] != "," or words.ent[source.head] or words.pos[source.head] != "NOUN":
        return 0
    living = words.feat(source.head, "Animacy") == "Anim"
    first = _behind_participle(scene, source, comma, end)
    stop, names = _names(scene, first, end, words.feat(source.head, "Case"))
    closed = stop + 1 < end and words.form[stop] == "," and scene.has_predicate(stop, end)
    closed = closed or stop + 1 < end and words.form[stop] == "," and scene.has_subject(stop, end)
    many = words.feat(source.head, "Number") == "Plur"
    closed = closed and words.lemma[stop + 1] not in RELATIVES
    return stop if living and closed and names and many == (names > 1) else 0


def _behind_participle(scene: Scene, source: Source, comma: int, end: int) -> int:
    """The first word behind the comma, or behind the clause of a participle that agrees with the post."""
    words, first = scene.words, comma + 1
    agrees = words.feat(first, "VerbForm") == "Part" and words.feat(first, "Case") == words.feat(
        source.head, "Case"
    )
    close = next((k for k in range(first, min(first + CLAUSE, end)) if words.form[k] == ","), first)
    return close + 1 if agrees and close > first else first


def _names(scene: Scene, first: int, end: int, case: str) -> tuple[int, int]:
    """The word behind the names of people that stand here, and how many they are."""
    words, at, names = scene.words, first, 0
    while at < end and words.ent[at] == "PER":
        stop = next((k for k in range(at, end) if words.ent[k] != "PER"), end)
        if not any(_fits(scene, k, case) for k in range(at, stop)):
            break
        names += 1
        at = stop
        linked = at + 1 < end and words.lower[at] in LINKS and words.ent[at + 1] == "PER"
        if not linked or words.form[at] == "," and names > 1:
            break
        at += 1
    return at, names


def _fits(scene: Scene, i: int, case: str) -> bool:
    """Whether a word of a name stands in a case, or may: «Зуева» is a woman in the nominative as well."""
    words = scene.words
    return words.feat(i, "Case") in {case, ""} or case == "Gen" and words.may_be_genitive(i)

"""Speech that the author's words split: «П, — а, — п»."""

from collections.abc import Iterator
from typing import Protocol

from molva.quotes.direct.author_words import read_author
from molva.quotes.direct.insertions import another_speaks, insertions
from molva.quotes.direct.tails import author_after
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.edges import trim_all
from molva.quotes.scene import ENDS, Scene
from molva.quotes.sources.authors import Author


def split(scene: Scene) -> Iterator[Draft]:
    """«Мы приедем, — сказал Орехов, — если погода позволит»."""
    for start, close in scene.closed:
        inserts = insertions(scene, start + 1, close)
        if inserts and author_after(scene, start, close) is None:
            yield from spoken(scene, "split", start + 1, close, inserts)


class Reading(Protocol):
    """How author's words are read."""

    def __call__(self, scene: Scene, start: int, end: int, *, last: bool) -> Author | None:
        """Who speaks by the words ``start``..``end``; ``last`` asks for the last cue in them."""


def by_verb(scene: Scene, start: int, end: int, *, last: bool) -> Author | None:
    """Author's words are read by their verb, whatever verb that is."""
    return read_author(scene, start, end, lexical=False, nearest_last=last)


def spoken(
    scene: Scene, rule: str, start: int, end: int, cuts: list[Stretch], reading: Reading = by_verb
) -> Iterator[Draft]:
    """The speech of ``start``..``end`` around the author's words in it.

    «Да, — ответила она, добавив: — но не вся»: after a colon the words belong to the last cue. Behind a full
    stop they may be another speaker's, whom the next author's words name.
    """
    at, told, first = start, False, 0
    parts: list[Stretch] = []
    for number, (begin, stop) in enumerate(cuts):
        if (
            number > first
            and scene.words.form[at - 2] in ENDS
            and another_speaks(scene, cuts[first], cuts[number])
        ):
            yield from _told(scene, rule, parts, cuts[first], reading, last=told)
            parts, told, first = [], False, number
        parts.append((at, begin - 1))
        at = stop + 1
        if scene.words.form[stop - 1] == ":" and _two_verbs(scene, begin, stop, reading):
            yield from _told(scene, rule, parts, (begin, stop), reading, last=told)
            parts, told = [], True
    if at < end:
        parts.append((at, end))
    yield from _told(scene, rule, parts, cuts[-1] if told else cuts[first], reading, last=told)


def _two_verbs(scene: Scene, begin: int, stop: int, reading: Reading) -> bool:
    """«— ответила она, добавив: —», and not «— сказал он и обернулся: —»: another verb tells what comes behind the colon."""
    first, last = reading(scene, begin, stop, last=False), reading(scene, begin, stop, last=True)
    return first is None or last is None or first.verb != last.verb


def _told(
    scene: Scene, rule: str, parts: list[Stretch], words: Stretch, reading: Reading, *, last: bool
) -> Iterator[Draft]:
    """The draft of these parts, if the author's words tell who said them."""
    trimmed = trim_all(scene, parts)
    author = reading(scene, *words, last=last)
    if trimmed and author:
        yield author.fill(Draft(rule, "direct", trimmed), scene)

"""Speech that the author's words split: «П, — а, — п»."""

from collections.abc import Iterator

from molva.quotes.direct.author_words import read_author
from molva.quotes.direct.insertions import another_speaks, insertions
from molva.quotes.direct.tails import author_after
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.edges import trim_all
from molva.quotes.scene import ENDS, Scene


def split(scene: Scene) -> Iterator[Draft]:
    """«Мы приедем, — сказал Орехов, — если погода позволит»."""
    for start, close in scene.closed:
        inserts = insertions(scene, start + 1, close)
        if inserts and author_after(scene, start, close) is None:
            yield from spoken(scene, "split", start + 1, close, inserts)


def spoken(scene: Scene, rule: str, start: int, end: int, cuts: list[Stretch]) -> Iterator[Draft]:
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
            yield from _told(scene, rule, parts, cuts[first], last=told)
            parts, told, first = [], False, number
        parts.append((at, begin - 1))
        at = stop + 1
        if scene.words.form[stop - 1] == ":":
            yield from _told(scene, rule, parts, (begin, stop), last=told)
            parts, told = [], True
    if at < end:
        parts.append((at, end))
    yield from _told(scene, rule, parts, cuts[-1] if told else cuts[first], last=told)


def _told(scene: Scene, rule: str, parts: list[Stretch], words: Stretch, *, last: bool) -> Iterator[Draft]:
    """The draft of these parts, if the author's words tell who said them."""
    trimmed = trim_all(scene, parts)
    author = read_author(scene, *words, lexical=False, nearest_last=last)
    if trimmed and author:
        yield author.fill(Draft(rule, "direct", trimmed), scene)

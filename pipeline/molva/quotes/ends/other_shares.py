"""Shares of those who were asked: «11% надеются, что шторм пройдёт, |а 6% не ждут хорошего|» counts on, and nobody's words."""

from molva.quotes.conjunctions import JOINING, OPPOSING
from molva.quotes.scene import Scene

PARTS = frozenset("процент треть четверть половина большинство меньшинство остальной прочий".split())
POLLED = frozenset("опрошенный опросить респондент россиянин участник житель".split())
SOME = frozenset({"одни", "некоторые", "часть", "кто-то"})
OTHERS = frozenset({"другие", "третьи", "остальные", "некоторые", "кто-то"})
AGAIN = frozenset({"еще", "только", "лишь", "около", "почти", "примерно", "порядка", "оставшиеся"})
REACH = 6  # words back from a verb to the share that is its subject


def another_share(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«, |а 6% предпочитают молчать|», «, |а 6% — что утихнет|», «, |6% думают|, что утихнет», behind what another share thinks.

    No share of what is told of, and not of other things.
    """
    tied = scene.lower(i) in JOINING
    if not _is_of_a_share(scene, verb):
        return False
    words, first = scene.words, i + tied
    while first < limit and words.lemma[first] in AGAIN:
        first += 1
    part = next((k for k in range(first, min(first + 2, limit)) if is_share(scene, k)), None)
    if part is None or any(is_share(scene, k) for k in range(verb + 1, i)):
        return False
    behind = part + 1
    behind += behind < limit and words.lemma[behind] in POLLED
    behind += behind < limit and words.lower[behind] == "не"
    if behind < limit and not tied:
        return behind in scene.cues
    return behind < limit and (scene.is_finite(behind) or scene.is_dash(behind))


def others_report(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«Одни говорят, что мост цел, |другие сомневаются|, …», «…, |а кто-то считает|, …»: some report, and then others do."""
    words, first = scene.words, i + (scene.lower(i) in OPPOSING)
    near = range(first + 1, min(first + 3, limit))
    others = first < limit and words.lower[first] in OTHERS and any(k in scene.cues for k in near)
    return others and any(words.lower[k] in SOME for k in range(max(verb - REACH, 0), verb))


def _is_of_a_share(scene: Scene, verb: int) -> bool:
    """«|11%| опрошенных надеются», «|большинство| считает»: before the verb, with no comma between."""
    for k in range(verb - 1, max(verb - REACH, 0) - 1, -1):
        if scene.words.form[k] in {",", ".", ":"}:
            return False
        if is_share(scene, k):
            return True
    return False


def is_share(scene: Scene, i: int) -> bool:
    """«45 |%|», «|треть|»: the word that tells how many of them."""
    return scene.words.form[i] == "%" or scene.words.lemma[i] in PARTS

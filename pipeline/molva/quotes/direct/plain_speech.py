"""Speech that has no marks, or has lost them, before the author's words."""

from collections.abc import Iterator
from itertools import pairwise

from molva.quotes.cues import FINITE, of_talk
from molva.quotes.direct.author_words import stretch_after
from molva.quotes.direct.dialogue import opens_inside
from molva.quotes.direct.tails import LINE
from molva.quotes.draft import Draft
from molva.quotes.ends.edges import trim
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.authors import author_of_cue
from molva.tokens.marks import CLOSING, OPENING

ABOVE = 6  # paragraphs of speech above the one that its author's words close
PAIRED = 4  # words of «Спрашивают наши читатели —»


def plain_tail(scene: Scene) -> Iterator[Draft]:
    """Я этого не подпишу — сказал Орехов.: speech that fills its line and has lost its marks."""
    words = scene.words
    for start, end in scene.words.paragraphs:
        dash = next(
            (i for i in range(start + 2, end - 1) if words.form[i] in DASHES and i + 1 in scene.cues), None
        )
        if dash is None or words.form[start] in DASHES:
            continue
        if not scene.has_predicate(start, dash) and words.form[dash - 1][0] not in "?!":
            continue
        if any(i in scene.opens or words.form[i] in OPENING | CLOSING for i in range(start, dash)):
            continue
        if any(opens_inside(scene, i) for i in range(start, dash)):
            continue  # «Мэр был в порту. — Паром цел, — сказал он.»
        if start in scene.cues and dash - start < PAIRED:
            continue  # «Пишут читатели — отвечает редакция» tells who does what
        cue = scene.cues[dash + 1]
        stop = stretch_after(scene, dash + 1)[1]
        if cue.form != FINITE or not cue.has("say", "ask", "gesture") or of_talk(words, cue.head):
            continue
        author = author_of_cue(scene, cue, dash + 1, stop)
        part = trim(scene, _behind_dash_above(scene, start), dash)
        if part and author.source and author.source.span[0] > cue.head:
            yield author.fill(Draft("plain-tail", "direct", [part]), scene)


def _behind_dash_above(scene: Scene, start: int) -> int:
    """«— Денег нет.⏎Ждать нечего.⏎Держитесь, — сказал Орехов.»: speech may have begun with a dash, paragraphs above its author's words.

    Nothing between tells who speaks, and no other dash, no colon opens speech there.
    """
    words, number = scene.words, scene.words.par[start]
    for begin, end in reversed(words.paragraphs[max(number - ABOVE, 0) : number]):
        if words.form[end - 1] not in ENDS - {":"} or any(scene.is_dash(k) for k in range(begin + 1, end)):
            return start
        if words.form[begin] in DASHES:
            above = words.paragraphs[words.par[begin] - 1] if words.par[begin] else None
            listed = above is not None and (words.form[above[0]] in DASHES or words.form[above[1] - 1] == ":")
            return start if listed else begin + 1
        if any(k in scene.cues and scene.cues[k].has("say") for k in range(begin, end)):
            return start
    return start


def told_below(scene: Scene) -> Iterator[Draft]:
    """Рыбы стало мало.⏎— подчеркнул Орехов.: the author's words on the line below speech without marks."""
    words, paragraphs = scene.words, scene.words.paragraphs
    for (start, end), (first, stop) in pairwise(paragraphs):
        dash = first + (words.form[first] == "," and first + 2 < stop)
        cue = scene.cues.get(dash + 1)
        if words.form[dash] not in DASHES or cue is None or stop - dash > LINE or cue.form != FINITE:
            continue
        marked = start in scene.opens or words.form[start] in DASHES
        author = author_of_cue(scene, cue, dash + 1, stop)
        alone = author.source is not None and author.source.span[0] > cue.head
        if not marked and cue.has("say", "ask") and alone and scene.has_predicate(start, end):
            yield author.fill(Draft("plain-tail", "direct", [(start, end)]), scene)

"""Speech that has no marks, or has lost them, before the author's words."""

from collections.abc import Iterator
from itertools import pairwise, takewhile

from molva.quotes.attributed.markers import attributed
from molva.quotes.cues import FINITE, Cue, of_talk
from molva.quotes.direct.author_words import is_personal, stretch_after
from molva.quotes.direct.dialogue import opens_inside
from molva.quotes.direct.insertions import each_insertion
from molva.quotes.direct.tails import LINE
from molva.quotes.draft import Draft
from molva.quotes.ends.edges import trim_all
from molva.quotes.media.medium import PASSING, passes_on
from molva.quotes.pieces.titles import is_title
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.authors import author_of_cue
from molva.tokens.marks import CLOSING, OPENING

ABOVE = 6  # paragraphs of speech above the one that its author's words close
PAIRED = 4  # words of «Спрашивают наши читатели —»


def plain_tail(scene: Scene) -> Iterator[Draft]:
    """Я этого не подпишу — сказал Орехов.: a sentence that has lost its marks, or never had any."""
    for start, end in scene.words.paragraphs:
        if scene.words.form[start] in DASHES:
            continue
        dashes = scene.words.with_form(DASHES, start + 1, end - 1)
        # «Мэр был в порту. |—| Паром цел, — сказал он.»
        inside = next((dash for dash in dashes if opens_inside(scene, dash)), end)
        for dash in dashes:
            if start + 1 < dash <= inside and (cue := _cue_behind(scene, dash)) is not None:
                yield from _before_dash(scene, start, dash, cue)


def _cue_behind(scene: Scene, dash: int) -> Cue | None:
    """«— |сказал| Орехов», «— позже |сказал| Орехов»: the verb of speech behind a dash, or behind an adverb there."""
    adverb = scene.words.pos[dash + 1] == "ADV" and scene.words.form[dash - 1] in {",", *ENDS}
    cue = scene.cues.get(dash + 1 + adverb)
    if cue is None or cue.form != FINITE or not cue.has("say", "ask", "gesture"):
        return None
    return None if of_talk(scene.words, cue.head) else cue


def _before_dash(scene: Scene, start: int, dash: int, cue: Cue) -> Iterator[Draft]:
    """What stands before a dash and a verb of speech, in the paragraph that begins at ``start``."""
    words, end = scene.words, scene.paragraph(dash)[1]
    begin = max(start, scene.sentence(dash - 1)[0])
    told = scene.has_predicate(begin, dash) or words.form[dash - 1][0] in "?!,"
    if not told or scene.pair_around(begin) is not None or _holds_speech(scene, begin, dash):
        return
    if begin in scene.cues and dash - begin < PAIRED:
        return  # «Пишут читатели — отвечает редакция» tells who does what
    stop = stretch_after(scene, dash + 1)[1]
    near = takewhile(lambda cut: cut[0] <= dash + 1, each_insertion(scene, begin, end))
    stop = next((cut[1] for cut in near if cut[0] == dash + 1 and cut[1] <= stop + 1), stop)
    author = author_of_cue(scene, cue, dash + 1, stop)
    if author.source is None or author.source.span[0] < cue.head:
        return
    if passes_on(scene, author.source.span, cue.head) and words.lemma[cue.head] in PASSING:
        return  # «Мост закрыт, — передаёт «Бакен»»: a medium retells
    behind = (stop + 1, _given_back_to(scene, stop)) if scene.is_dash(stop) else (stop, stop)
    before = _speech_before(scene, start, begin, fills=behind[1] >= end - 1)
    first = _behind_dash_above(scene, before) if before == start else before
    # «Уровень «упал», — сказал он.»: a claim with a piece in it
    claimed = first == begin and behind[0] == behind[1] and _has_marks(scene, begin, dash)
    if parts := trim_all(scene, [(first, dash), behind]):
        yield author.fill(Draft("plain-tail", "indirect" if claimed else "direct", parts), scene)


def _given_back_to(scene: Scene, dash: int) -> int:
    """«Рыбы мало, — сказал Орехов. — Ждать нечего|.| Зуев ушёл»: the end of what a second dash gives back to the speaker.

    Behind a full stop more sentences join, as far as the narrator tells none.
    """
    end = scene.paragraph(dash)[1]
    last = min(scene.sentence(dash + 1)[1], end)
    while (
        scene.words.form[dash - 1] in ENDS
        and last < end
        and not _narrated(scene, last, scene.sentence(last)[1])
    ):
        last = min(scene.sentence(last)[1], end)
    return last


def _speech_before(scene: Scene, start: int, begin: int, *, fills: bool) -> int:
    """«|Зачем это мэру? Рыбы нет|, — сказал Орехов. Порт закрыт.»: sentences before join, where somebody asks or says «мы».

    A dash is a sign of direct speech: where the author's words, or what they give back, close the paragraph (it ``fills``
    it), all that stands before them is speech that has lost its marks, up to what another has said.
    """
    while begin > start:
        low = max(start, scene.sentence(begin - 1)[0])
        marked = _holds_speech(scene, low, begin) or opens_inside(scene, low)
        own = _is_own_voice(scene, low, begin) and not _narrated(scene, low, begin)
        if marked or not own and (not fills or _is_reported(scene, low, begin)):
            break
        begin = low
    return begin


def _narrated(scene: Scene, start: int, end: int) -> bool:
    """Whether a sentence is the narrator's: with marks, a report of its own, or a name and no «мы»."""
    named = any(scene.words.ent[start:end]) and not _is_own_voice(scene, start, end)
    told = any(k in scene.cues for k in range(start, end))
    return named or told or _has_marks(scene, start, end) or opens_inside(scene, start)


def _is_reported(scene: Scene, start: int, end: int) -> bool:
    """«Ранее мэр |говорил|, что мост цел.», «|По словам мэра|, мост цел.»: what the narrator attributes to somebody himself."""
    words = scene.words
    told = (scene.cues[k] for k in range(start, end) if k in scene.cues)
    said = any(c.form == FINITE and c.has("say") and words.feat(c.head, "Tense") == "Past" for c in told)
    return not is_personal(scene, start, end) and (said or attributed(scene, start, end) is not None)


def _holds_speech(scene: Scene, start: int, end: int) -> bool:
    """«Мэр вышел. «|Мост цел.|» Порт закрыт»: a sentence in marks that is no title, or a mark that is none of a pair."""
    words = scene.words
    if _has_loose_mark(scene, start, end):
        return True
    pairs = ((i, scene.opens[i]) for i in range(start, end) if i in scene.opens)
    return any(
        words.form[i + 1][:1].isupper()
        and scene.has_predicate(i + 1, close)
        and not is_title(scene, i, close)
        for i, close in pairs
    )


def _has_loose_mark(scene: Scene, start: int, end: int) -> bool:
    """«|«|Мост цел, — сказал он»: whether a mark stands in a stretch that has no other to it."""
    marks = (i for i in range(start, end) if scene.words.form[i] in OPENING | CLOSING)
    return any(i not in scene.opens and i not in scene.closes for i in marks)


def _has_marks(scene: Scene, start: int, end: int) -> bool:
    """«Уровень |«|упал|»|, — сказал он»: whether a mark stands in a stretch."""
    return any(i in scene.opens or scene.words.form[i] in OPENING | CLOSING for i in range(start, end))


def _is_own_voice(scene: Scene, start: int, end: int) -> bool:
    """Whether a sentence asks, cries, or is told by «я» or «мы»."""
    return scene.words.form[end - 1][0] in "?!" or is_personal(scene, start, end)


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

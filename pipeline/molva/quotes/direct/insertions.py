"""The author's words inside marked speech: «П, — а, — п»."""

from collections.abc import Iterator

from molva.quotes.cues import FINITE, GERUND, PASSIVE, of_talk
from molva.quotes.direct.author_words import shown_between
from molva.quotes.draft import Stretch
from molva.quotes.ends.edges import trim_all
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.authors import author_of_cue
from molva.quotes.sources.phrases import Source
from molva.speakers.pronouns import NOMINATIVE

MANNER = ("о", "е", "ски")  # endings of an adverb that tells how
LONGEST = 9  # words of an insertion that goes on behind who acts
SPEAKING = ("say", "think", "ask", "gesture", "demand", "relay", "rate")


def insertions(scene: Scene, start: int, end: int) -> list[Stretch]:
    """The author's words between dashes inside marked speech, without the dashes."""
    return list(each_insertion(scene, start, end))


def each_insertion(scene: Scene, start: int, end: int) -> Iterator[Stretch]:
    """The same, one after another."""
    i = start
    while i < end:
        cut = _insertion(scene, i, end) if i > start else None
        if cut is not None:
            yield cut
        i = cut[1] + 1 if cut is not None else _after(scene, i, end)


def _after(scene: Scene, i: int, end: int) -> int:
    """The word behind word ``i``, or behind the pair of marks that it opens."""
    close = scene.opens.get(i, end)
    return close + 1 if close < end else i + 1


def _insertion(scene: Scene, dash: int, end: int) -> Stretch | None:
    """The author's words that the first of two dashes opens."""
    words = scene.words
    if words.form[dash] not in DASHES or words.form[dash - 1] not in {",", *ENDS}:
        return None
    stop = _second_dash(scene, dash, end)
    return (dash + 1, stop) if stop is not None and _is_author(scene, dash + 1, stop) else None


def _second_dash(scene: Scene, dash: int, end: int) -> int | None:
    """The dash behind a comma, a colon or a stop that may close the author's words, within forty words.

    «Мост закрыт, — сказал он. «Объезд открыт»|, —| добавил он.»: behind other speech, which opens a sentence, it closes none.
    """
    forms = scene.words.form
    closing = (j for j in range(dash + 1, min(dash + 40, end)) if forms[j] in DASHES)
    second = next(
        (j for j in closing if forms[j - 1] in {",", ":", *ENDS} or _lacks_stop(scene, j, end)), None
    )
    if second is None:
        return None
    other = scene.closes.get(second - 2, dash)
    return None if other > dash + 1 and forms[other - 1] in ENDS else second


def _lacks_stop(scene: Scene, dash: int, end: int) -> bool:
    """«Мост закрыт, — уверен Зуев |—| Дорога цела»: behind a name and before a capital, its full stop forgotten."""
    words = scene.words
    capital = dash + 1 < end and words.form[dash + 1][:1].isupper() and not words.ent[dash + 1]
    return capital and words.ent[dash - 1] == "PER"


def _is_author(scene: Scene, start: int, stop: int) -> bool:
    """A reporting verb near the dash with a subject beside it, in lower case."""
    words = scene.words
    if words.form[start][:1].isupper() and words.ent[start] == "":
        return False
    cue = next((scene.cues[i] for i in range(start, min(start + 5, stop)) if i in scene.cues), None)
    shown = cue is None or not cue.has(*SPEAKING, "state")
    if shown and verb_first(scene, start, stop) or shown_between(scene, start, stop) is not None:
        return True
    if cue is not None and cue.has("state") and cue.form in {FINITE, PASSIVE}:
        return author_of_cue(scene, cue, start, stop).source is not None  # «— говорится в сообщении порта. —»
    if cue is None or cue.form not in {FINITE, GERUND} or not cue.has(*SPEAKING) or of_talk(words, cue.head):
        return False
    return author_of_cue(scene, cue, start, stop).source is not None or stop - start <= 3


def verb_first(scene: Scene, start: int, stop: int) -> bool:
    """«Тише! — шикнула она. —», «Каша как вчера, — пожимает плечами Лена. —»: in the author's words the verb stands before its subject.

    In the present only a person's is the author's: «Ветер стих, — идёт снег, — и мороз крепчает».
    """
    words, verb = scene.words, start + (scene.lower(start) == "не")
    # «|весело| машет сосед»
    verb += words.pos[verb : verb + 1] == ["ADV"] and words.lower[verb].endswith(MANNER)
    if verb >= stop or words.pos[verb] != "VERB" or words.feat(verb, "VerbForm") != "Fin":
        return False
    past = words.feat(verb, "Tense") == "Past"
    present = words.feat(verb, "Aspect") == "Imp" and words.feat(verb, "Person") == "3"
    who = subject(scene, verb, start, stop) if past or present else None
    if who is None or stop - start > LONGEST and who.span[1] < stop - 1:
        return False
    return who.span[0] > verb and (past or is_person(scene, who.head))


def is_person(scene: Scene, head: int) -> bool:
    """A name, a noun for a person, «он» or «она»."""
    words = scene.words
    return (
        words.ent[head] == "PER" or words.feat(head, "Animacy") == "Anim" or words.lower[head] in NOMINATIVE
    )


def content_of(scene: Scene, start: int, close: int) -> list[Stretch]:
    """What stands between two marks, without the author's insertions."""
    parts = spoken_parts(start + 1, close, insertions(scene, start + 1, close))
    return trim_all(scene, parts) or [(start + 1, close)]


def spoken_parts(start: int, end: int, cuts: list[Stretch]) -> list[Stretch]:
    """The stretches that the author's words leave of ``start``..``end``, the dashes around them gone."""
    parts, at = [], start
    for begin, stop in cuts:
        parts.append((at, begin - 1))
        at = stop + 1
    return [*parts, (at, end)] if at < end else parts


def first_cut(scene: Scene, mark: int, end: int) -> Stretch | None:
    """The first of the author's words behind an opening mark that nothing closes before ``end``: an insertion, or a tail."""
    i = _after(scene, mark + 1, end)
    while i < end:
        if (found := _insertion(scene, i, end)) is not None:
            return found
        i = _after(scene, i, end)
    return _tail(scene, mark + 1, end)


def _tail(scene: Scene, start: int, end: int) -> Stretch | None:
    """«…, — сказал Орехов.»: the author's words behind a dash, to the end of their sentence."""
    dash = next((i for i in range(start + 1, end - 1) if _is_tail(scene, i, end)), None)
    if dash is None:
        return None
    stop = next((i for i in range(dash + 1, end) if scene.words.form[i] in ENDS), end - 1)
    return dash + 1, stop if stop + 1 < end else end


def another_speaks(scene: Scene, cut: Stretch, later: Stretch) -> bool:
    """«— Пора? — спросил Олег. — Рано, — ответила Вера.»: the later author's words have a subject of their own."""
    who, other = _told_by(scene, *cut), _told_by(scene, *later)
    if who is None or other is None or scene.lower(who.head) == scene.lower(other.head):
        return False
    pronoun = "PRON" in {scene.words.pos[who.head], scene.words.pos[other.head]}
    return not pronoun or scene.words.feat(who.head, "Gender") != scene.words.feat(other.head, "Gender")


def _told_by(scene: Scene, start: int, end: int) -> Source | None:
    """The subject of the first cue among the author's words, or of the verb that opens them."""
    cue = next((scene.cues[i] for i in range(start, min(start + 5, end)) if i in scene.cues), None)
    if cue is None and verb_first(scene, start, end):
        return subject(scene, start, start, end)
    return author_of_cue(scene, cue, start, end).source if cue is not None and cue.form == FINITE else None


def _is_tail(scene: Scene, dash: int, end: int) -> bool:
    """Whether a cue stands behind a dash that follows speech."""
    forms = scene.words.form
    if forms[dash] not in DASHES or forms[dash - 1] not in {",", *ENDS} or not forms[dash + 1][:1].islower():
        return False
    cue = next((scene.cues[j] for j in range(dash + 1, min(dash + 5, end)) if j in scene.cues), None)
    return cue is not None and cue.form == FINITE

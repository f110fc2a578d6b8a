"""Words in marks and who has said them, with neither a verb nor a colon: «П» (Антон Жук, тренер).  «П».⏎Антон Жук, тренер."""

from collections.abc import Iterator

from molva.quotes.direct.insertions import content_of
from molva.quotes.draft import Draft, Stretch
from molva.quotes.kinds import is_role
from molva.quotes.pieces.titles import is_title
from molva.quotes.scene import ENDS, Scene
from molva.quotes.sources.phrases import phrase

SPOKEN = 5  # words of a sentence in marks, at the least
LONGEST = 16  # words of a credit
NAME = 2  # words of a name without a post
# «Паром уходит в море в полночь» (режиссёр Глеб Зуев): who has made what is called so
MAKERS = frozenset("режиссер автор сценарист композитор художник продюсер оператор дирижер писатель".split())


def credited(scene: Scene) -> Iterator[Draft]:
    """«Время ещё не пришло» (бывший мэр Вера Зуева).  «…». (Антон Жук, тренер)  «…» — Антон Жук, тренер.  «…».⏎Антон Жук, тренер."""
    for start, close in scene.closed:
        credit = _credit(scene, start, close) if _is_spoken(scene, start, close) else None
        head = _who(scene, *credit) if credit is not None else None
        if credit is not None and head is not None:
            who = phrase(scene, head, *credit)
            draft = Draft("signature", "direct", content_of(scene, start, close))
            draft.source, draft.source_head = who.span, who.head
            yield draft


def _is_spoken(scene: Scene, start: int, close: int) -> bool:
    """Whether marks open a sentence or a line and hold one, which is longer than most titles."""
    words = scene.words
    opens = start == scene.paragraph(start)[0] or words.form[start - 1] in ENDS
    whole = (
        close - start > SPOKEN and words.form[start + 1][:1].isupper() and not is_title(scene, start, close)
    )
    told = scene.has_predicate(start + 1, close) or scene.has_subject(start + 1, close)
    return opens and whole and told and scene.pair_around(start) is None


def _credit(scene: Scene, start: int, close: int) -> Stretch | None:
    """The words that name who has spoken, up to the end of their bracket or their line."""
    words = scene.words
    begin, stop = scene.paragraph(close)
    behind = close + 1 + (words.form[close + 1 : close + 2] == ["."])
    if behind in scene.brackets:
        return behind + 1, scene.brackets[behind]
    if behind < stop and scene.is_dash(behind):
        return behind + 1, _without_stop(scene, stop)
    if behind < stop and behind > close + 1:
        return (behind, _without_stop(scene, stop)) if words.ent[behind] == "PER" else None
    if behind != stop or stop == len(words) or start != begin:
        return None
    name = behind + scene.is_dash(behind)
    end = scene.paragraph(behind)[1]
    return (name, _without_stop(scene, end)) if name < end and words.ent[name] == "PER" else None


def _without_stop(scene: Scene, end: int) -> int:
    """The end of a line without its full stop."""
    return end - (scene.words.form[end - 1] == ".")


def _who(scene: Scene, begin: int, end: int) -> int | None:
    """The name in a credit: in the nominative, alone or with a post before or behind it, and nothing that anybody does."""
    words = scene.words
    if not 0 < end - begin <= LONGEST or scene.has_predicate(begin, end):
        return None
    if any(form in ENDS or form == ":" for form in words.form[begin:end]):
        return None
    name = next((i for i in range(begin, end) if words.ent[i] == "PER"), None)
    if name is None or words.feat(name, "Case") not in {"Nom", ""}:
        return None
    stop = next((i for i in range(name, end) if words.ent[i] != "PER"), end)
    alone = name == begin and stop == end and stop - name >= NAME
    behind = name == begin and stop < end and words.form[stop] == ","
    before = name > begin and stop in {end, end - 1} | {i for i in range(stop, end) if words.form[i] == ","}
    before = before and any(is_role(words, i) for i in range(begin, name))
    made = any(words.lemma[i] in MAKERS for i in range(begin, end))
    return name if (alone or behind or before) and not made else None

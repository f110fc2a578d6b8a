"""Speech without marks: dash lines, labelled turns, headlines with a colon, blocks after «сказал:»."""

from collections.abc import Iterator

from molva.quotes.authors import read_author
from molva.quotes.direct import author_cuts, spoken_parts
from molva.quotes.draft import Draft, Stretch
from molva.quotes.edges import trim, trim_all
from molva.quotes.lexicon import word_list
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources import phrase

LABELS = frozenset({"вопрос", "ответ", "корреспондент", "корр", "ведущий", "ведущая"})


def dash_line(scene: Scene) -> Iterator[Draft]:
    """— Вы уверены? — переспросил следователь."""
    words = scene.words
    for start, end in words.paragraphs:
        if end - start < 3 or words.form[start] not in DASHES or words.start[start + 1] == words.end[start]:
            continue
        cuts = author_cuts(scene, start + 1, end)
        parts = spoken_parts(start + 1, end, cuts)
        kept = [
            part
            for part in parts
            if part[0] < part[1] and any(words.form[i][0].isalnum() for i in range(*part))
        ]
        if not kept:
            continue
        draft = Draft("dash", "direct", _keep_stops(scene, kept))
        author = read_author(scene, *cuts[0], lexical=False) if cuts else None
        if author:
            author.fill(draft, scene)
        elif not _neighbour_dash(scene, start, end):
            continue
        yield draft


def _keep_stops(scene: Scene, parts: list[Stretch]) -> list[Stretch]:
    """Unmarked speech keeps its final stop; commas and dashes at the edges go."""
    out = []
    for start, end in parts:
        while end > start and scene.words.form[end - 1] in {",", *DASHES}:
            end -= 1
        while start < end and scene.words.form[start] in {",", *DASHES}:
            start += 1
        if start < end:
            out.append((start, end))
    return out


def _neighbour_dash(scene: Scene, start: int, end: int) -> bool:
    """A dash line stands in a dialogue: another one is next to it."""
    words = scene.words
    before = start > 0 and words.form[scene.paragraph(start - 1)[0]] in DASHES
    after = end < len(words) and words.form[end] in DASHES
    question = end - 1 >= start and words.form[end - 1] in {"?"}
    return (before or after) and (scene.has_predicate(start, end) or question or before and after)


def labelled(scene: Scene) -> Iterator[Draft]:
    """Орехов: завод построят к 2030 году.  И. Лаптева: Это вопрос денег.  СМИ: переговоры сорваны."""
    words = scene.words
    for start, end in words.paragraphs:
        at = next((i for i in range(start + 1, min(start + 9, end)) if words.form[i] == ":"), None)
        if (
            at is None
            or at + 1 >= end
            or at + 1 in scene.opens
            and scene.opens[at + 1] <= end
            and _cue_between(scene, start, at)
        ):
            continue
        head = _label(scene, start, at)
        if head is None or _cue_between(scene, start, at):
            continue
        turn = _is_turn(scene, end, start, at)
        begin = at + 1
        if words.form[begin][0] in "/0123456789" and words.start[begin] == words.end[at]:
            continue  # http://…, 12:30
        if (
            not scene.has_predicate(begin, end)
            and not any(scene.is_dash(i) for i in range(begin, end))
            and not turn
        ):
            continue
        if begin in scene.opens and scene.opens[begin] >= end - 2:
            parts = trim_all(scene, [(begin + 1, scene.opens[begin])])
            kind = "direct"
        else:
            part = trim(scene, begin, end)
            if part is None:
                continue
            parts = [(begin, end)] if turn else [part]
            kind = "direct" if turn else "indirect"
        if not parts:
            continue
        draft = Draft("turn" if turn else "headline", kind, parts)  # type: ignore[arg-type]
        draft.source, draft.source_head = (start, at), head
        yield draft


def _cue_between(scene: Scene, start: int, at: int) -> bool:
    return any(i in scene.cues or scene.is_finite(i) for i in range(start, at))


def _label(scene: Scene, start: int, at: int) -> int | None:
    """The head of a label that can speak: a person, a body, a medium, «эксперт», «СМИ»; no topic."""
    words = scene.words
    if words.lemma[start] in LABELS:
        return None
    if (
        any(words.pos[i] in {"ADP", "CCONJ", "SCONJ"} or words.form[i] == "," for i in range(start, at))
        and not words.ent[at - 1] == "PER"
    ):
        return None
    people = [i for i in range(start, at) if words.ent[i] == "PER"]
    if people:
        return people[0] if words.pos[start] == "PROPN" else start
    if words.lemma[start] in word_list("labels"):
        return start
    if all(words.pos[i] == "PROPN" and words.feat(i, "Animacy") == "Anim" for i in range(start, at)):
        return start
    if all(words.ent[i] == "ORG" or words.form[i] in {"«", "»"} for i in range(start, at)):
        return start if words.form[start] not in {"«"} else start + 1
    return None


def _is_turn(scene: Scene, end: int, start: int, at: int) -> bool:
    """Labelled turns: another paragraph nearby opens with a label, or the turn has several sentences."""
    words = scene.words
    if not words.form[at + 1][:1].isupper():
        return False
    near = 0
    for begin, stop in _near_paragraphs(scene, start):
        colon = next((i for i in range(begin + 1, min(begin + 9, stop)) if words.form[i] == ":"), None)
        if begin != start and colon is not None and _label(scene, begin, colon) is not None:
            near += 1
    return near > 0


def _near_paragraphs(scene: Scene, start: int) -> list[Stretch]:
    number = scene.words.par[start]
    paragraphs = scene.words.paragraphs
    return paragraphs[max(0, number - 2) : number + 3]


def block(scene: Scene) -> Iterator[Draft]:
    """Он сказал:⏎Денег нет. Держитесь.: a block of its own after a colon, without marks."""
    words = scene.words
    paragraphs = words.paragraphs
    for number, (start, end) in enumerate(paragraphs[:-1]):
        if words.form[end - 1] != ":":
            continue
        begin = scene.sentence(end - 1)[0]
        author = read_author(scene, begin, end - 1, lexical=True, nearest_last=True)
        following = paragraphs[number + 1]
        if (
            author is None
            or following[0] in scene.opens
            or words.form[following[0]] in {"•", "-", "—", "–", "*", "1"}
            or words.form[following[0]] in {"«", '"'}
        ):
            continue
        if words.form[following[1] - 1] in {":"} or not scene.has_predicate(*following):
            continue
        if author.cue and _already_told(scene, author.cue, begin, end) and _gap(scene, end) > 2:
            continue
        yield author.fill(Draft("block", "direct", [following]), scene)


def _already_told(scene: Scene, cue: Stretch, begin: int, end: int) -> bool:
    """The sentence has its content already: «…, заявил он:», «заявил, что …:»."""
    return any(scene.lower(i) == "что" for i in range(cue[1], end)) or scene.has_predicate(begin, cue[0])


def _gap(scene: Scene, i: int) -> int:
    """How many line breaks stand before word ``i``."""
    words = scene.words
    return words.doc.text[words.end[i - 1] : words.start[i]].count("\n")


def signed(scene: Scene) -> Iterator[Draft]:
    """Завод построят — Орехов.  «Самый снежный январь» — синоптик о погоде.: a headline with a signature."""
    words = scene.words
    for start, end in words.paragraphs:
        if end - start > 30 or words.form[end - 1] in ENDS:
            continue
        dash = next((i for i in range(end - 2, start + 1, -1) if words.form[i] in DASHES), None)
        if (
            dash is None
            or end - dash > 7
            or not scene.has_predicate(start, dash)
            or scene.has_predicate(dash, end)
        ):
            continue
        if words.start[dash + 1] == words.end[dash] or words.end[dash - 1] == words.start[dash]:
            continue
        head = next(
            (
                i
                for i in range(dash + 1, end)
                if words.ent[i] == "PER" or words.lemma[i] in word_list("labels")
            ),
            None,
        )
        if head is None or words.feat(head, "Case") not in {"Nom", ""} or words.form[end - 1] == ":":
            continue
        part = trim(scene, start, dash)
        if part is None:
            continue
        marked = part[0] - 1 >= start and part[0] - 1 in scene.opens
        draft = Draft("signature", "direct" if marked else "indirect", [part])
        who = phrase(scene, head, dash + 1, end)
        draft.source, draft.source_head = who.span, who.head
        yield draft

"""Dialogue: lines that open with a dash."""

from collections.abc import Iterator

from molva.quotes.direct.author_words import read_author
from molva.quotes.direct.insertions import author_cuts
from molva.quotes.direct.split_speech import spoken
from molva.quotes.draft import Draft, Stretch
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.authors import Author


def dash_line(scene: Scene) -> Iterator[Draft]:
    """— Вы уверены? — переспросил следователь."""
    words = scene.words
    for start, end in words.paragraphs:
        if not _opens_with_dash(scene, start, end):
            continue
        cuts = author_cuts(scene, start + 1, end)
        if cuts:
            for draft in spoken(scene, "dash", start + 1, end, cuts):
                draft.parts = _keep_stops(scene, end, draft.parts)
                yield draft
            continue
        draft = Draft("dash", "direct", [(start + 1, end)])
        author = _announced(scene, start)
        if author:
            yield author.fill(draft, scene)
        elif _in_dialogue(scene, start, end):
            yield draft


def _opens_with_dash(scene: Scene, start: int, end: int) -> bool:
    """A line of dialogue: a dash, a space, a capital; a list goes on in lower case."""
    words = scene.words
    if end - start < 2 or words.form[start] not in DASHES or words.start[start + 1] == words.end[start]:
        return False
    first = next((form for form in words.form[start + 1 : end] if form[0].isalnum()), "")
    return not first[:1].islower() and words.form[end - 1] not in {";", ","}


def _announced(scene: Scene, start: int) -> Author | None:
    """«Прораб кивнул:⏎— Поехали.»: the line before ends with a colon and tells who."""
    if start == 0 or scene.words.form[start - 1] != ":":
        return None
    begin = scene.sentence(start - 1)[0]
    return read_author(scene, begin, start - 1, lexical=True, nearest_last=True)


def _keep_stops(scene: Scene, end: int, parts: list[Stretch]) -> list[Stretch]:
    """Unmarked speech keeps its final stop: it is given back where it stood before the dash or the end."""
    kept = []
    for begin, stop in parts:
        at = stop
        while at < end and scene.words.form[at] in ENDS:
            at += 1
        kept.append((begin, at))
    return kept


def _in_dialogue(scene: Scene, start: int, end: int) -> bool:
    """A turn without author's words stands next to another turn and ends like a sentence."""
    words, paragraphs = scene.words, scene.words.paragraphs
    number = words.par[start]
    near = [paragraphs[k] for k in (number - 1, number + 1) if 0 <= k < len(paragraphs)]
    turns = [other for other in near if _opens_with_dash(scene, *other)]
    talk = words.form[end - 1] in ENDS and any(words.form[other[1] - 1] in ENDS for other in turns)
    return talk and _is_talk(scene, number)


def _is_talk(scene: Scene, number: int) -> bool:
    """A dialogue asks, answers or addresses somebody; a list of facts with dashes does none of it."""
    paragraphs = scene.words.paragraphs
    first = last = number
    while first > 0 and _opens_with_dash(scene, *paragraphs[first - 1]):
        first -= 1
    while last + 1 < len(paragraphs) and _opens_with_dash(scene, *paragraphs[last + 1]):
        last += 1
    lines = paragraphs[first : last + 1]
    asked = any(scene.words.form[end - 1].startswith("?") for _, end in lines)
    told = any(author_cuts(scene, start + 1, end) for start, end in lines)
    return asked or told or any(is_personal(scene, *line) for line in lines)


def is_personal(scene: Scene, start: int, end: int) -> bool:
    """First or second person: the speaker's own voice."""
    words = scene.words
    return any(
        words.feat(i, "Person") in {"1", "2"} or words.feat(i, "Mood") == "Imp" for i in range(start, end)
    )

"""Speech without marks in paragraphs of its own, behind «сказал:»."""

from collections.abc import Iterator

from molva.quotes.authors import Author, read_author, teller
from molva.quotes.dialogue import is_personal
from molva.quotes.draft import Draft, Stretch
from molva.quotes.markers import attributed, attribution_phrase
from molva.quotes.scene import ENDS, Scene


def block(scene: Scene) -> Iterator[Draft]:
    """Он сказал:⏎Денег нет. Держитесь.: a block of its own after a colon, without marks."""
    words = scene.words
    paragraphs = words.paragraphs
    for number, (_, end) in enumerate(paragraphs[:-1]):
        if words.form[end - 1] != ":":
            continue
        begin = scene.sentence(end - 1)[0]
        following = paragraphs[number + 1]
        author = read_author(scene, begin, end - 1, lexical=True, nearest_last=True) or _by_words(
            scene, begin, end
        )
        if author is None and scene.has_predicate(*following):
            author = attributed(scene, begin, end - 1)
        if author is None and is_personal(scene, *following):
            author = teller(scene, begin, end - 1)
        if (
            author is None
            or following[0] in scene.opens
            or words.form[following[0]] in {"•", "-", "—", "–", "*", "1"}
            or words.form[following[0]] in {"«", '"'}
        ):
            continue
        if words.form[following[1] - 1] not in ENDS and not scene.has_predicate(*following):
            continue
        if words.form[following[1] - 1] == ":":
            continue
        if _gap(scene, end) > 2 and any(i in scene.cues for i in range(*following)):
            continue  # the words themselves have been lost, and the report goes on
        if author.cue and _already_told(scene, author.cue, begin, end) and _gap(scene, end) > 2:
            continue
        yield author.fill(Draft("block", "direct", [_whole_block(scene, following, _gap(scene, end))]), scene)


def _by_words(scene: Scene, begin: int, end: int) -> Author | None:
    """«По её словам:⏎Это было нелегко.»: an attribution phrase before a block."""
    found = attribution_phrase(scene, begin)
    if found is None or found[2] < end - 1:
        return None
    cue, source, _ = found
    return Author(cue, None, source, sourceless=True)


def _whole_block(scene: Scene, first: Stretch, gap: int) -> Stretch:
    """A block of several paragraphs: they follow as closely as the first one and speak as «мы», «вы»."""
    start, end = first
    for following in scene.words.paragraphs[scene.words.par[start] + 1 :]:
        close = gap <= 1 and _gap(scene, following[0]) <= gap
        if not close or not is_personal(scene, *following):
            break
        end = following[1]
    return start, end


def _already_told(scene: Scene, cue: Stretch, begin: int, end: int) -> bool:
    """The sentence has its content already: «…, заявил он:», «заявил, что …:»."""
    return any(scene.lower(i) == "что" for i in range(cue[1], end)) or scene.has_predicate(begin, cue[0])


def _gap(scene: Scene, i: int) -> int:
    """How many line breaks stand before word ``i``."""
    words = scene.words
    return words.text[words.end[i - 1] : words.start[i]].count("\n")

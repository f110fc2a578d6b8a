"""Speech in marks whose author stands elsewhere: «П». «П»."""

from collections.abc import Iterator

from molva.quotes.direct.author_words import read_author
from molva.quotes.direct.insertions import content_of
from molva.quotes.draft import Draft, Stretch
from molva.quotes.media.medium import CITATION
from molva.quotes.pieces.titles import is_title
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.tokens.marks import ONLY_CLOSING, ONLY_OPENING


def cited(scene: Scene) -> Iterator[Draft]:
    """«Мы ждём ответа» (цитата по РБК).: brackets instead of author's words."""
    words = scene.words
    for start, close in scene.closed:
        bracket = close + 1
        if (
            bracket + 1 < len(words)
            and words.form[bracket] == "("
            and words.lower[bracket + 1] in CITATION
            and not is_title(scene, start, close)
        ):
            yield Draft("cited", "direct", content_of(scene, start, close), via=_cited_medium(scene, bracket))


def _cited_medium(scene: Scene, bracket: int) -> Stretch | None:
    """«(цитата по |РБК|)»: what stands behind «по» in the bracket."""
    words = scene.words
    end = next((i for i in range(bracket, min(bracket + 12, len(words))) if words.form[i] == ")"), None)
    begin = next((i + 1 for i in range(bracket, end or bracket) if words.lower[i] == "по"), None)
    return (begin, end) if begin and end and begin < end else None


def floating(scene: Scene) -> Iterator[Draft]:
    """«Первое», — сказал он. «Второе и третье тоже будет».: a marked sentence of its own goes on."""
    for start, close in scene.closed:
        if scene.pair_around(start) is None and _stands_alone(scene, start, close):
            yield Draft("floating", "direct", content_of(scene, start, close))


def _stands_alone(scene: Scene, start: int, close: int) -> bool:
    """Whether the pair fills a whole sentence and holds one."""
    words = scene.words
    begin, end = scene.paragraph(start)
    left = start == begin or words.form[start - 1] in ENDS | ONLY_CLOSING or _after_dash(scene, start)
    after = close + 1
    right = after >= end or words.form[after] in ONLY_OPENING | {"."}
    right = right or words.form[close - 1] in ENDS and words.form[after][:1].isupper()
    return left and right and scene.has_predicate(start + 1, close)


def _after_dash(scene: Scene, start: int) -> bool:
    """«А», — сказал X. — «Б».: the marks open again after the author's words."""
    words = scene.words
    return start > 1 and words.form[start - 1] in DASHES and words.form[start - 2] in {",", *ENDS}


def heralded(scene: Scene) -> Iterator[Draft]:
    """Вот что рассказал Глеб Зуев. «Утром пришли двое. Спросили ключи».: the cue stands before."""
    words = scene.words
    for start, close in scene.closed:
        if start == 0 or words.form[start - 1] not in ENDS or not _stands_alone(scene, start, close):
            continue
        begin, end = scene.sentence(start - 1)
        herald = any(words.lower[i] in {"вот", "следующее", "так"} for i in range(begin, end))
        author = read_author(scene, begin, end, lexical=True) if herald and end == start else None
        if author:
            yield author.fill(Draft("heralded", "direct", content_of(scene, start, close)), scene)

"""Words in marks that a name and a post sign, beside them or in the line below, without any verb."""

from collections.abc import Iterator

from molva.quotes.direct.author_words import is_personal
from molva.quotes.direct.insertions import content_of
from molva.quotes.draft import Draft, Stretch
from molva.quotes.kinds import is_role
from molva.quotes.lexicon import word_list
from molva.quotes.pieces.titles import is_title
from molva.quotes.scene import ENDS, Scene
from molva.quotes.sources.phrases import Source

SIGNATURE = 16  # words of a name with a post
LEAST = 6  # words, with a mark, of what nobody says of himself: «Вода пришла сама» may be a title
# of what they have made a title stands before them
MAKERS = frozenset(
    "режиссер автор композитор сценарист художник продюсер хореограф оператор фотограф".split()
)


def signed_words(scene: Scene) -> Iterator[Draft]:
    """«Мы открыты для диалога» (мэр Вера Лаптева).  «Мы открыты для диалога».⏎Вера Лаптева, мэр порта: no verb at all."""
    for start, close in scene.closed:
        stretch = _signature(scene, close) if _is_speech(scene, start, close) else None
        who = _signs(scene, *stretch) if stretch is not None else None
        if who is not None:
            draft = Draft("signature", "direct", content_of(scene, start, close))
            draft.source, draft.source_head = who.span, who.head
            yield draft


def _is_speech(scene: Scene, start: int, close: int) -> bool:
    """A sentence in marks of its own, in which somebody speaks of himself, or that is longer than a title."""
    words = scene.words
    opens = start == scene.paragraph(start)[0] or words.form[start - 1] in ENDS
    told = words.form[start + 1][:1].isupper() and scene.has_predicate(start + 1, close)
    own = close - start > LEAST or is_personal(scene, start + 1, close)
    return opens and told and own and scene.pair_around(start) is None and not is_title(scene, start, close)


def _signature(scene: Scene, close: int) -> Stretch | None:
    """Where the name may stand: in brackets, behind a stop, a comma or a dash to the end of the line, or in the line below."""
    words, first = scene.words, close + 1
    end = scene.paragraph(close)[1]
    first += words.form[first : first + 1] in ([","], ["."]) and first < end
    if first in scene.brackets:
        return first + 1, scene.brackets[first]
    if first >= end:
        return _line_below(scene, words.par[close] + 1)
    beside = scene.is_dash(first) or words.form[first - 1] in {",", "."}
    begin = first + scene.is_dash(first)
    stopped = words.form[end - 1] in ENDS
    stop = end - stopped
    openly = words.form[first - 1] != "." or not stopped  # «Мы рады». Тренер Зуев. is a sentence more
    return (
        (begin, stop) if beside and openly and scene.paragraph(begin - 1)[1] == end and begin < stop else None
    )


def _line_below(scene: Scene, number: int) -> Stretch | None:
    """«Вера Лаптева, мэр порта», «ВЕРА ЛАПТЕВА,⏎мэр порта»: a line, or two that a comma joins; it has a post."""
    words, paragraphs = scene.words, scene.words.paragraphs
    if number >= len(paragraphs):
        return None
    begin, end = paragraphs[number]
    if words.form[end - 1] == "," and number + 1 < len(paragraphs):
        end = paragraphs[number + 1][1]
    begin += scene.is_dash(begin)
    closed = words.form[end - 1] in ENDS | {":"}
    return (begin, end) if begin < end and not closed and _has_post(scene, begin, end) else None


def _has_post(scene: Scene, begin: int, end: int) -> bool:
    """Whether somebody is told to be something: «мэр», «жительница»."""
    return any(
        is_role(scene.words, i) and scene.words.feat(i, "Case") in {"Nom", ""} for i in range(begin, end)
    )


def _signs(scene: Scene, begin: int, end: int) -> Source | None:
    """«Вера Лаптева, мэр», «бывший капитан порта Клим Дёмин», «мэр Вера Лаптева, отвечая рыбакам»: one person's full name, and no verb."""
    words = scene.words
    end = _before_gerund(scene, begin, end)
    head = next((i for i in range(begin, end) if words.pos[i] in {"NOUN", "PROPN"}), None)
    named = [i for i in range(begin, end) if words.ent[i] == "PER"]
    if head is None or len(named) < 2 or end - begin > SIGNATURE or scene.has_predicate(begin, end):
        return None
    if named != list(range(named[0], named[-1] + 1)) or words.feat(named[0], "Case") not in {"Nom", ""}:
        return None
    person = head == named[0] or words.feat(head, "Animacy") == "Anim" and words.feat(head, "Case") == "Nom"
    opens = all(words.pos[i] in {"ADJ", "DET"} for i in range(begin, head))
    return Source((begin, end), head) if person and opens and not _credits(scene, begin, end) else None


def _before_gerund(scene: Scene, begin: int, end: int) -> int:
    """«мэр Вера Лаптева|, отвечая рыбакам|»: up to the comma of a gerund."""
    words = scene.words
    commas = (i for i in range(begin, end - 1) if words.form[i] == ",")
    return next((i for i in commas if words.feat(i + 1, "VerbForm") == "Conv"), end)


def _credits(scene: Scene, begin: int, end: int) -> bool:
    """«Фотограф Вера Лаптева», «Вера Лаптева, 7 мая», «Текст: Вера Лаптева»: who has made the page, and when."""
    words, others = scene.words, word_list("reporters") | MAKERS
    return any(
        words.lemma[i] in others or words.form[i].isdigit() or words.form[i] == ":" for i in range(begin, end)
    )

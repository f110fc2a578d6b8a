"""What describes the one who tells, behind a comma: «…, сообщил мэр, |который его строил|, …», «…, |отвечая на вопрос|, …»."""

from molva.quotes.ends.between_commas import behind_day
from molva.quotes.ends.edges import limits, skip_connectives
from molva.quotes.scene import Scene
from molva.quotes.sources.subjects import NOMINAL
from molva.quotes.verbs import REFERRING
from molva.speakers.dependents import is_dated

CLOSE = 8  # words back from a participle to its noun
# «…, |выступая| в порту», «…, |отвечая| на вопрос»: what one does when one tells
ADDRESSING = frozenset(
    "выступать выступить обращаться обратиться отвечать ответить комментировать прокомментировать беседовать общаться "
    "посещать посетить открывать открыть находиться побывать приехать прибыть встречаться встретиться".split()
)


def describes(scene: Scene, i: int, limit: int) -> bool:
    """«… агентство, которое …, », «… на сайте, где …», «… источник, близкий …», «…, ссылаясь на …»: on to the next comma.

    «Как сообщили в МВД, нападавшие скрылись»: a participle that is a subject describes nothing.
    """
    words = scene.words
    if words.lemma[i] in {"который", "где", "близкий", "знакомый"}:
        return True
    if (gerund := _gerund_at(scene, i, limit)) is not None:
        return not _of_the_claim(scene, gerund, limit)
    if i + 1 < limit and words.lemma[i + 1] == "который":
        return True  # «… письма, с которым ознакомился «Бакен»», «… опроса, итоги которого есть у «Бакена»»
    if words.feat(i, "VerbForm") != "Part" or words.feat(i, "Variant") == "Short":
        return False
    if words.feat(i, "Case") == "Nom" and words.form[i + 1] == ",":
        return False  # «Как сообщил мэр, |пострадавший,| судя по всему, рыбак»: alone it is a subject
    if words.feat(i, "Case") == "Dat" and not _agrees_with_one(scene, i):
        return False  # «Как уточнил мэр, |задержанным| около 20 лет»
    close = next((k for k in range(i, limit) if words.form[k] == ","), limit)
    return not _tells_outside(scene, i + 1, close) and not _is_equated(scene, i, close)


def describing_end(scene: Scene, start: int, limit: int) -> int:
    """«…, который представил в среду|, 1 мая,| министр», «…, который занят ловом|, лечением и| учётом рыб»: over a date, and a list."""
    end = next((k for k in range(start, limit) if scene.words.form[k] == ","), limit)
    while end < limit and (behind := _over_date_or_list(scene, start, end, limit)) is not None:
        end = next((k for k in range(behind, limit) if scene.words.form[k] == ","), limit)
    return end


def _over_date_or_list(scene: Scene, start: int, comma: int, limit: int) -> int | None:
    """Where a clause goes on behind a comma: with a date, or a noun in the oblique case of the one before it."""
    words, item = scene.words, comma + 1
    if item >= limit:
        return None
    if words.lemma[start] == "который" and is_dated(words, item):
        return behind_day(scene, comma, limit)
    stop = next((k for k in range(item, limit) if words.form[k] == ","), limit)
    case = words.feat(item, "Case")
    listed = words.pos[item] == words.pos[comma - 1] == "NOUN" and case == words.feat(comma - 1, "Case")
    tied = any(words.lower[k] == "и" for k in range(item, stop))
    oblique = case in {"Gen", "Dat", "Ins", "Loc"}
    return item if listed and tied and oblique and not scene.has_predicate(item, stop) else None


def describes_further(scene: Scene, first: int, comma: int, limit: int) -> bool:
    """«добавил он, комментируя решение совета, |осуждающее стройку|»: of a noun that the clause before has brought.

    «сказал он, отвечая на вопрос, |отметив сроки|» and a participle that agrees with no noun there go on with the claim.
    """
    words, i = scene.words, comma + 1
    if words.feat(i, "VerbForm") == "Conv" or not describes(scene, i, limit):
        return False
    nouns = [k for k in range(first, comma) if words.pos[k] == "NOUN"]
    alike = {"Nom", "Acc"} if not scene.has_predicate(comma, limit) else set()  # of things they look alike
    return words.feat(i, "VerbForm") != "Part" or any(
        all(words.feat(i, f) in {"", words.feat(k, f)} for f in ("Number", "Gender"))
        and (
            words.feat(i, "Case") == words.feat(k, "Case") or {words.feat(x, "Case") for x in (i, k)} <= alike
        )
        for k in nouns
    )


def _of_the_claim(scene: Scene, gerund: int, limit: int) -> bool:
    """«Как рассказал мэр, |перебегая дорогу|, рыбаки упали»: what they did, and no word of telling («выступая в порту»)."""
    words = scene.words
    if (
        gerund in scene.cues
        or words.lemma[gerund] in ADDRESSING | REFERRING
        or words.lower[gerund - 1] == "не"
    ):
        return False
    close = next((k for k in range(gerund, limit) if words.form[k] == ","), limit)
    return words.head[gerund] > close and scene.is_finite(words.head[gerund])


def _tells_outside(scene: Scene, start: int, end: int) -> bool:
    """«…, проведённого порталом |(есть у «Бакена»)|»: whether a stretch holds a predicate, but for what a bracket does."""
    opening = next((k for k in range(start, end) if k in scene.brackets), None)
    if opening is None:
        return scene.has_predicate(start, end)
    return scene.has_predicate(start, opening) or scene.has_predicate(scene.brackets[opening], end)


def opens_with_gerund(scene: Scene, i: int, limit: int) -> bool:
    """Whether what stands behind a comma begins with a gerund."""
    return _gerund_at(scene, i, limit) is not None


def _gerund_at(scene: Scene, i: int, limit: int) -> int | None:
    """«…, |не назвав| причин», «…, |тем самым подтвердив| слухи», «…, |при этом не уточнив| сроков»: the gerund there."""
    words = scene.words
    first = i + 2 if words.lower[i : i + 2] == ["тем", "самым"] else skip_connectives(scene, i, limit)
    first += words.lower[first : first + 1] == ["не"]
    return first if first < limit and words.feat(first, "VerbForm") == "Conv" else None


def _agrees_with_one(scene: Scene, participle: int) -> bool:
    """Whether a noun close before a participle stands in its case: «сообщили |рыбакам|, ждущим парома»."""
    words, low = scene.words, limits(scene, participle)[0]
    near = range(max(participle - CLOSE, low), participle)
    return any(
        words.pos[k] in NOMINAL and words.feat(k, "Case") == words.feat(participle, "Case") for k in near
    )


def _is_equated(scene: Scene, first: int, end: int) -> bool:
    """«Как уточнил мэр, |нападавший — рыбак|», «…, |поднявший шум человек — рыбак|»: a nominative before a dash is a subject."""
    words = scene.words
    dash = next((k for k in range(first + 1, end) if scene.is_dash(k)), None)
    return dash is not None and dash < first + 6 and words.feat(dash - 1, "Case") == "Nom"

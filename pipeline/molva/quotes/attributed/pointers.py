"""How a sentence points back to the one before it: «|Об этом| сообщил мэр», «|С таким мнением| выступил мэр»."""

from bisect import bisect_left, bisect_right
from functools import cache

from molva.quotes.attributed.so_held import holder_cue, standing
from molva.quotes.conjunctions import ABOUT_IN_TALK, ASKED_OR_HUNG
from molva.quotes.cues import FINITE, Cue
from molva.quotes.ends.between_commas import belongs_behind
from molva.quotes.ends.edges import skip_connectives
from molva.quotes.ends.trailing import trailing_report
from molva.quotes.scene import ENDS, Scene
from molva.quotes.verbs import ANSWERING
from molva.speakers.dependents import MONTHS, is_dated

POINTERS = (
    ("об", "этом"),
    ("о", "том"),
    ("о", "чем"),
    ("сообщение", "об", "этом"),
    ("так", "он"),
    ("так", "она"),
)
# «с таким мнением», «данную информацию»: a word that points back and a noun for what was told
POINTING = frozenset("такой этот данный соответствующий".split())
TOLD = frozenset(
    "мнение заявление предложение информация данные прогноз вывод оценка сведение сведения сообщение новость "
    "комментарий точка цифра статистика совет рекомендация позиция ответ".split()
)
INTENDED = frozenset({"план", "позиция", "решение", "намерение"})
CONFIRMING = frozenset("подтвердить подтверждать распространить распространять сообщить передать".split())
# «на это |указал| мэр», «на это |обратила внимание| соседка»
POINTING_OUT = frozenset("указать указывать обратить обращать".split())
BARE = 10  # words of «Рассказала его помощница Анна Зуева»
NEAR = 8  # words from such a verb to what it confirms
OPENING = 7  # words of a circumstance before «об этом»
CIRCUMSTANTIAL = frozenset({"NOUN", "PROPN", "ADP", "ADJ", "DET", "NUM", "ADV", "X"})


def points_back(scene: Scene, start: int, end: int) -> bool:
    """Whether a sentence speaks of the one before it."""
    if holder_cue(scene, start, end) or standing(scene, start, end):
        return True
    start = skip_connectives(scene, start, end - 1)  # «В частности, об этом сообщил мэр»
    if _names_what_was_told(scene, start, end) or _confirms_it(scene, start, end):
        return True
    if _told_bare(scene, start, end):
        return True
    if (pointer := _pointer_at(scene, start, end)) is not None:
        if belongs_behind(scene, pointer, end) or _opens_question(scene, pointer):
            return False
        return not _is_of_a_noun(scene, pointer, end)
    if _points_to_it(scene, start, end) or _this_is_told(scene, start, end):
        return True
    # «Губернатор сообщил об этом журналистам»: the pointer right after the verb
    inside = scene.of_this[bisect_right(scene.of_this, start) : bisect_left(scene.of_this, end - 1)]
    return any(
        scene.pair_around(i) is None and (_right_behind(scene, i) or _said_then(scene, start, i))
        for i in inside
    )


def _opens_question(scene: Scene, after: int) -> bool:
    """«|О том, как| чинить лодки, рассказал Зуев»: what he tells stands behind «том»."""
    hinge = scene.words.lower[after - 1] == "том" and scene.lower(after) == ","
    return hinge and scene.lower(after + 1) in ASKED_OR_HUNG


def _pointer_at(scene: Scene, start: int, end: int) -> int | None:
    """«|Об этом| сообщил мэр»: the word behind the pointer that opens a sentence."""
    words = tuple(scene.words.lower[start : min(end, start + 9)])
    pointers = (p for p in _by_first_word().get(words[0], ()) if words[: len(p)] == p)
    first = next(pointers, None)
    return start + len(first) if first is not None else None


def _is_of_a_noun(scene: Scene, after: int, end: int) -> bool:
    """«Об этом |мосте| сообщил мэр»: «этом» is a noun's, and points to nothing told."""
    words = scene.words
    if words.lower[after - 1] != "этом" or after >= end:
        return False
    return words.feat(after, "Case") == "Loc" and words.pos[after] in {"NOUN", "ADJ"}


def _this_is_told(scene: Scene, start: int, end: int) -> bool:
    """«|Это сообщила| её мать», «|Это следует из| данных порта»; but «Это указывает на брак, сказал мэр»."""
    cue = scene.cues.get(start + 1)
    if scene.lower(start) != "это" or cue is None:
        return False
    behind = scene.lower(start + 2) if start + 2 < end else ""
    return cue.has("say") and behind != "на" or behind == "из"


def _told_bare(scene: Scene, start: int, end: int) -> bool:
    """«У мэра родился сын. |Рассказала его помощница Анна Зуева|.»: «об этом» left out, a verb and its subject alone."""
    words, cue = scene.words, scene.cues.get(start)
    if cue is None or cue.form != FINITE or not cue.has("say") or end - start > BARE:
        return False
    if words.lemma[start] in ANSWERING:
        return False  # «Жители писали мэру. |Ответил| только порт»
    inside = range(start + 1, end - 1)
    parted = any(words.form[k] in {",", ":"} or k in scene.opens or scene.is_finite(k) for k in inside)
    if parted or not (ABOUT_IN_TALK | {"что", "не"}).isdisjoint(words.lower[start + 1 : end - 1]):
        return False
    if any(words.dep[c] in {"obj", "xcomp", "ccomp"} for c in words.children[start]):
        return False
    return any(start < k < end for k in words.subjects(start))


def _right_behind(scene: Scene, this: int) -> bool:
    """«сообщил |об этом| журналистам»; «По данным «Бакена», мэр не сообщил |об этом| порту» is a claim of the paper's."""
    cue = scene.cues.get(this - 1)
    return cue is not None and not (cue.negated and scene.words.lower[cue.head - 1] == "не")


def _points_to_it(scene: Scene, start: int, end: int) -> bool:
    """«|На это| указал мэр», «|Внимание на это| обратил «Бакен»»: in the accusative, under a verb that shows others something."""
    words = scene.words
    first = start + (words.lower[start] == "внимание")
    if words.lower[first : first + 2] != ["на", "это"] or scene.lower(first + 2) == ",":
        return False
    near = range(first + 2, min(first + 2 + NEAR, end))
    return any(words.lemma[k] in POINTING_OUT and k in scene.cues and not scene.cues[k].negated for k in near)


def _said_then(scene: Scene, start: int, this: int) -> bool:
    """«|Во вторник| об этом сообщил мэр», «|Журналистам| об этом рассказали в порту»: when, where and to whom stand first."""
    words, cue = scene.words, scene.cues.get(this + 2)
    if this - start > OPENING or cue is None or cue.form != FINITE or cue.negated or not cue.has("say"):
        return False
    if scene.words.feat(cue.head, "Aspect") != "Perf" or not _told_by_somebody(scene, cue):
        return False  # «Часто об этом говорят на кухнях», «Мэру об этом сказали»
    before = range(start, this)
    return all(_of_circumstance(scene, k) or words.form[k] == "," and _by_day(scene, k) for k in before)


def _told_by_somebody(scene: Scene, cue: Cue) -> bool:
    """«об этом сообщил |мэр|», «об этом рассказали |в порту|»: a subject, or the place of many."""
    words, behind = scene.words, cue.span[1]
    if behind >= len(words):
        return bool(words.subjects(cue.head))
    placed = words.feat(cue.head, "Number") == "Plur" and words.pos[behind] == "ADP"
    return placed or bool(words.subjects(cue.head)) or bool(words.ent[behind])


def _of_circumstance(scene: Scene, k: int) -> bool:
    """A word of when, where and to whom; a medium may be who was told, or who has told: «|ТАСС| об этом сообщил мэр»."""
    words = scene.words
    if k in scene.opens or k in scene.closes or scene.pair_around(k) is not None or words.ent[k] == "ORG":
        return True
    return words.pos[k] in CIRCUMSTANTIAL and words.feat(k, "Case") != "Nom"


def _by_day(scene: Scene, comma: int) -> bool:
    """«Во вторник|, 5 мая,| об этом сообщил мэр»: a comma of a day."""
    words = scene.words
    return is_dated(words, comma + 1) or words.lower[comma + 1] == "об" and words.lemma[comma - 1] in MONTHS


def _names_what_was_told(scene: Scene, start: int, end: int) -> bool:
    """«С таким мнением выступил мэр», «(Данную) информацию подтвердили в порту», «О таких планах сообщил мэр»."""
    words = scene.words
    first = start + (words.pos[start] == "ADP")
    if first + 2 >= end or words.form[first + 2] == ",":
        return False  # «Эта информация, по данным порта, была у мэра»
    if words.lemma[first] == "такой" and words.lower[start] == "о":
        return words.lemma[first + 1] in INTENDED
    pointing = words.lemma[first] in POINTING and words.lemma[first + 1] in TOLD
    pointing = pointing or words.lower[start] == "информацию" and words.lemma[start + 1] in CONFIRMING
    return pointing and not _told_behind(scene, first + 2, end)


def _told_behind(scene: Scene, start: int, end: int) -> bool:
    """«Это заявление удовлетворили|, сказал |рыбак», «Эти сведения нужны, чтобы выйти в море|, отмечает| «Бакен»»: the sentence is itself what is reported."""
    commas = [k for k in range(start, end - 1) if scene.words.form[k] == ","]
    if not commas or any(k in scene.cues for k in range(start, commas[0])):
        return False
    return any(trailing_report(scene, k + 1, end) for k in commas)


def _confirms_it(scene: Scene, start: int, end: int) -> bool:
    """«Мэр подтвердил «Бакену» эту информацию.»: the object of a verb that confirms or spreads closes the sentence.

    With a colon behind it the verb has its own words to tell.
    """
    words, noun = scene.words, end - 1
    while noun > start + 2 and words.form[noun] in ENDS:
        noun -= 1
    pointed = words.lemma[noun] in TOLD and words.lemma[noun - 1] in POINTING
    return pointed and any(
        words.lemma[k] in CONFIRMING and k in scene.cues for k in range(max(start, noun - NEAR), noun - 1)
    )


@cache
def _by_first_word() -> dict[str, list[tuple[str, ...]]]:
    """The pointers by the word that they begin with."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for pointer in POINTERS:
        found.setdefault(pointer[0], []).append(pointer)
    return found

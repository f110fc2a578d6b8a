"""What stands in marks and is not speech: titles, names, terms, scare quotes."""

import re

from molva.quotes.conjunctions import ABOUT
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene

CALLED = frozenset(
    "называемый называемая называемое называемые называемого называемой называемых называемым "
    "называемому называемую т.н имени".split()
)
# «|красно-белые|», «победа «|сине-бело-голубых|»»: a team by its colours
COLOURS = re.compile(
    r"(?:(?:красно|бело|сине|черно|желто|зелено|оранжево|бордово|голубо|сине-бело)-)+"
    r"(?:красн|бел|син|черн|желт|зелен|оранжев|бордов|голуб|гранатов|лилов)(?:ые|ых|ым|ыми|ие|их|им|ими)"
)
NAME_LENGTH, SHORT = 6, 5  # marks included
MOTTOES = frozenset("лозунг слоган девиз принцип формула хештег кличка прозвище позывной".split())
SPEECH = 25  # words with a predicate that nobody has for a name: «пишет в канале «Думаю, что …»»
OWNED = 9  # words between a work and its name
OWNER = frozenset({"NOUN", "PROPN", "ADJ", "CCONJ"})  # and their parts of speech
ACT = 12  # words from an act to its name: a number, a date, whose it is


def is_title(scene: Scene, start: int, close: int) -> bool:
    """Whether the pair of marks holds a name: «Ведомости», фильм «Левиафан», ООО «Ромашка»."""
    return why_title(scene, start, close) is not None


def why_title(scene: Scene, start: int, close: int) -> str | None:
    """Why a pair of marks holds a name rather than words, or None where it may hold speech."""
    words = scene.words
    if close - start < 2:
        return "nothing stands between the marks"
    speaks = scene.has_predicate(start + 1, close)
    named = any(words.ent[i] == "ORG" for i in range(start + 1, close))
    if named and close - start <= NAME_LENGTH and not speaks:
        return "the name of a body"
    if not (speaks and _cited(scene, start, close)) and (work := _named_work(scene, start)) is not None:
        return work
    if not speaks and _in_act(scene, start):
        return "a part of the name of an act"
    if words.form[start + 1] in {"О", "Об"} and _act_before(scene, start):
        return "the name of an act"
    if scene.lower(start - 1) in CALLED:
        return f"so called: «{words.form[start - 1]}»"
    if start - 1 in scene.cues and scene.cues[start - 1].has("gesture", "state"):
        return None  # кричал «Ура!», надпись гласит «Не курить»
    if _is_sign(scene, start, close) or _is_short_name(scene, start, close) and not speaks:
        return "a capital, a number or colours, and no predicate: a name"
    return None


def _cited(scene: Scene, start: int, close: int) -> bool:
    """«пишет в канале |«считаю, что мост цел»|»: a small letter, or more words than a name has; a motto may begin so."""
    small = scene.words.form[start + 1][:1].islower() and scene.words.lemma[start - 1] not in MOTTOES
    return small or close - start > SPEECH


def _named_work(scene: Scene, start: int) -> str | None:
    """«|книга| «Битва»», «книга |Глеба Орлова «Битва»|»: what bears the name, or who has made it; «советует |компаниям| «искать запасы»»."""
    kind = _kind_before(scene, start)
    if start and scene.words.lemma[kind] in word_list("titled") and not _to_do(scene, start):
        return f"the name of what stands before it: «{scene.words.form[kind]}»"
    return "the name of what somebody has made" if _made_by(scene, start) else None


def _is_sign(scene: Scene, start: int, close: int) -> bool:
    """«пишет |«112»|», «победа |«красно-белых»|»: a number or colours alone."""
    word = scene.words.form[start + 1]
    alone = close - start == 2
    return alone and (word.isdigit() or COLOURS.fullmatch(scene.words.lower[start + 1]) is not None)


def _is_short_name(scene: Scene, start: int, close: int) -> bool:
    """««Тихий берег»»: a few words, and a capital."""
    return scene.words.form[start + 1][:1].isupper() and close - start <= SHORT


def _kind_before(scene: Scene, start: int) -> int:
    """«|книга| «Битва»», «в |программе| Вести «24 минуты»»: the word before the marks, or before the one name between."""
    words, last = scene.words, start - 1
    named = start > 1 and words.form[last][:1].isupper() and words.ent[last] != "PER"
    return last - named


def _made_by(scene: Scene, start: int) -> bool:
    """«отрывки из книги американского врача Криса Дойла «Битва за мост»»: who has made it stands between."""
    words, k = scene.words, start - 1
    if k < 0 or words.ent[k] != "PER" or not words.form[start + 1][:1].isupper():
        return False
    while k > max(start - OWNED, 0) and words.feat(k, "Case") in {"Gen", ""} and words.pos[k] in OWNER:
        if words.lemma[k] in word_list("titled") and not words.ent[k]:
            return True
        k -= 1
    return words.lemma[k] in word_list("titled") and not words.ent[k]


def _in_act(scene: Scene, start: int) -> bool:
    """«закон о запрете «пропаганды лени»»: the marks hold a term of the law's own name."""
    words = scene.words
    for k in range(start - 1, max(start - 4, 1), -1):
        if words.lower[k] in ABOUT:
            return words.lemma[k - 1] in {"закон", "законопроект"}
        if words.pos[k] not in {"NOUN", "ADJ"}:
            return False
    return False


def _to_do(scene: Scene, start: int) -> bool:
    """«советует компаниям «искать запасы»»: a small letter and an infinitive tell what to do; «фильм «служить реке»» has no case."""
    words = scene.words
    asked = words.feat(start - 1, "Case") in {"Dat", "Acc"} and words.form[start + 1][:1].islower()
    deed = start + 1 + (words.lower[start + 1] == "не")
    return asked and words.feat(deed, "VerbForm") == "Inf" and words.lemma[start - 1] not in MOTTOES


def _act_before(scene: Scene, start: int) -> bool:
    """«приказ № 432 от 19 июля «Об утверждении …»»: an act, its number and its date before the marks."""
    begin = max(scene.sentence(start)[0], start - ACT)
    acts = word_list("papers", "norms")
    return any(scene.words.lemma[i] in acts for i in range(begin, start))

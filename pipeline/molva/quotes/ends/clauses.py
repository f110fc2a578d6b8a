"""The clause of a verb: the stretch in which its subject may stand; and predicates that are no verbs."""

from molva.quotes.conjunctions import CLAUSE_OPENERS
from molva.quotes.cues import FINITE
from molva.quotes.draft import Stretch
from molva.quotes.ends.between_commas import behind_gerund
from molva.quotes.media.medium import in_address
from molva.quotes.scene import DASHES, ENDS, Scene

PREDICATIVES = frozenset(
    "нет нужно можно надо нельзя необходимо пора проще легче лучше хуже дешевле достаточно бесполезно похоже жаль".split()
)


def clause_around(scene: Scene, verb: int, start: int, end: int) -> Stretch:
    """The clause of a verb inside ``start``..``end``: no other finite verb stands in it."""
    left = verb
    while left > start and (left == verb and scene.words.form[left - 1] == "," or not _wall(scene, left - 1)):
        left -= 1
    right = _over_gerund(scene, verb + 1, end)
    while right < end:
        if right in scene.brackets:  # «сообщил в Facebook |(принадлежит компании Meta, …)| мэр»
            right = scene.brackets[right] + 1
        elif scene.holds_name(right):  # «сообщил канал |«Тихо, море»|»
            right = scene.opens[right] + 1
        elif _wall(scene, right):
            break
        else:
            right += 1
    return left, min(right, end)


def told_without_verb(scene: Scene, start: int, end: int) -> bool:
    """«Ситуация под контролем», «Ему 35 лет», «После шторма |рано радоваться|», «Порт |не спасти|»: a clause that needs no verb.

    A noun in the nominative and the state it is in; an age; an infinitive that an adverb rates, or that cannot be done;
    a pronoun that is for something or against it: «мы |против| норм»; what a thing is like: «Проверка |плановая|».
    """
    words = scene.words
    if start + 1 >= end:
        return False
    pairs = ((k, k + 1) for k in range(start, end - 1))
    rated = any(
        (words.pos[k] == "ADV" or words.lower[k] == "не") and words.feat(i, "VerbForm") == "Inf"
        for k, i in pairs
    )
    dative = words.feat(start, "Case") == "Dat"
    aged = dative and words.lemma[end - 1] == "год" and words.form[end - 2].isdigit()
    thing = words.pos[start] == "NOUN" and words.feat(start, "Case") == "Nom"
    under = start + 2 < end and words.lower[start + 1] == "под" and words.feat(start + 2, "Case") == "Ins"
    like = (
        thing
        and words.pos[end - 1] == "ADJ"
        and words.dep[end - 1] == "root"
        and start in words.children[end - 1]
    )
    return rated or aged or thing and under or like or _takes_sides(scene, start, end)


def holds_clause(scene: Scene, start: int, end: int) -> bool:
    """«Паром ушёл», «Пострадавших |нет|», «|Это| его конец», «Курить |нельзя|»: a clause with a verb or without; «Слово и дело» is none."""
    verbless = has_predicative(scene, start, end) or told_without_verb(scene, start, end)
    lacking = any(scene.words.lower[i] == "нет" for i in range(start, end))
    return verbless or lacking or scene.has_predicate(start, end) or scene.has_subject(start, end)


def _takes_sides(scene: Scene, start: int, end: int) -> bool:
    """«|Мы против| этих норм», «Я не |за| запрет»: a pronoun in the nominative, and for or against what it is."""
    words = scene.words
    side = start + 1 + (scene.lower(start + 1) in {"не", "тоже", "категорически"})
    pronoun = words.pos[start] == "PRON" and words.feat(start, "Case") == "Nom"
    return pronoun and side < end and words.lower[side] in {"за", "против"}


def _over_gerund(scene: Scene, comma: int, end: int) -> int:
    """«сообщил|, отвечая на вопрос,| мэр»: the clause of a verb goes on behind a gerund's that brings no clause itself."""
    opens = comma + 1 < end and scene.words.form[comma] == ","
    behind = behind_gerund(scene, comma, end) if opens else None
    if behind is None or scene.has_predicate(comma, behind - 1) or scene.lower(behind) in CLAUSE_OPENERS:
        return comma  # «пугает, угрожая, |что| уйдёт»
    return behind


def has_predicative(scene: Scene, start: int, end: int) -> bool:
    """«Правозащитники убеждены: обвинять её |нельзя|»: whether a predicate that is no verb stands in a stretch."""
    return any(scene.words.lower[i] in PREDICATIVES for i in range(start, end))


def _wall(scene: Scene, i: int) -> bool:
    """Whether another clause begins at a word, so that the verb's own ends before it."""
    if scene.words.form[i] == ",":
        following = i + 1
        return following < len(scene.words) and (
            scene.words.pos[following] in {"SCONJ", "VERB"}
            or scene.words.lemma[following] in {"который", "что", "где", "когда"}
            or scene.lower(following) in {"а", "но", "как"}
        )
    return (
        scene.words.form[i] in {":", ";"}
        and not scene.in_clock(i)
        or i in scene.cues
        and scene.cues[i].form == FINITE
        or scene.words.form[i] in ENDS
        and not _abbreviates(scene, i)
        and not in_address(scene, i)
    )


def _abbreviates(scene: Scene, i: int) -> bool:
    """«в полиции по г. Омску сообщили»: a full stop after a letter or two, inside its sentence.

    Or one inside a name: «передаёт «Портовик.ру»».
    """
    words = scene.words
    if words.form[i] != "." or i == 0 or scene.sentence(i)[1] <= i + 1:
        return False
    return len(words.form[i - 1]) < 3 or words.ent[i - 1] == words.ent[i] == words.ent[i + 1] != ""


def closing_mark(scene: Scene, i: int) -> str:
    """The mark behind a clause: «вспоминает, |как мэр обещал парк|.» ends its sentence, «сообщил, |как пишет «Бакен»|, …» goes on."""
    forms = scene.words.form
    closing = (form for form in forms[i : scene.sentence(i)[1]] if form in {",", ":", *ENDS, *DASHES})
    return next(closing, ".")

"""«По …» behind a body that is no part of its name: why it acts, or what somebody in it deals with."""

from molva.entities.lexicon import word_list
from molva.entities.view import Found, View
from molva.lexicon.lists import shared_list
from molva.words import Words

_FAR = 4  # words from «по» to its noun
# what a body of states is told of with a place that it has no branch in: «спецпосланник |ООН| по Саравии»
_WITHOUT_BRANCHES = frozenset(
    "вашингтон госдеп госдепартамент дом евросоюз еврокомиссия ес кремль лига мид нато оон обсе пентагон союз".split()
)
_LANDS = shared_list("regions") | {"г", "город", "страна"}
_OFFICES = ("ГУ", "У")  # «начальник |ГУ МВД по вопросам миграции|»
_SOLVED = frozenset("вопрос задача конфликт проблема спор".split())


def no_sphere(view: View) -> list[Found]:
    """«|Комитет| по привычке молчит», «координатор |Белого дома| по печати»: a body's name ends before such a «по»."""
    return [
        Found(name.start, _end(view.words, name), name.label) if name.label == "ORG" else name
        for name in view.found
    ]


def _end(words: Words, name: Found) -> int:
    """Where a name ends: before «по» that is no part of it, and before one that nothing follows in the name."""
    for i in range(name.start + 1, name.end):
        if words.lower[i] == "по" and (
            i + 1 == name.end or tells_occasion(words, i) or is_of_an_office(words, name.start, i)
        ):
            return i
    return name.end


def tells_occasion(words: Words, i: int) -> bool:
    """«|по| просьбе жителей», «|по| старой традиции»; but «Совет |по| решению споров» solves them."""
    behind = range(i + 1, min(i + _FAR, len(words)))
    noun = next((k for k in behind if words.pos[k] == "NOUN" or words.pos[k] not in ("ADJ", "DET")), None)
    if words.lower[i] != "по" or noun is None or words.lemma[noun] not in word_list("occasions"):
        return False
    if words.form[i + 1].istitle():
        return False  # «Комитет |по| Оценке мостов»: a part of his name
    return words.lemma[noun + 1 : noun + 2] == [] or words.lemma[noun + 1] not in _SOLVED


def is_of_an_office(words: Words, start: int, i: int) -> bool:
    """«координатор Белого дома |по| печати», «руководство Росмоста |по| уборке»: the noun before the body deals with it.

    A kind of body that is told by its sphere («представитель комитета |по| печати») has it itself, and so has a branch
    its region («глава МВД |по| Ольховской области»).
    """
    before = start - 1
    noun = before >= 0 and (words.pos[before] == "NOUN" or words.lemma[before] == "уполномоченный")
    if not noun or words.sent[before] != words.sent[start]:
        return False
    lemmas = set(words.lemma[start:i])
    if words.form[start].startswith(_OFFICES) and words.form[start].isupper():
        return False
    if lemmas & (word_list("spheres") | word_list("institutions")):
        return False
    return not opens_place(words, i + 1) or bool(lemmas & _WITHOUT_BRANCHES)


def opens_place(words: Words, i: int) -> bool:
    """«по |Ольховской области|», «по |г.| Быстринску», «по |региону|»."""
    if i >= len(words):
        return False
    noun = i + (words.pos[i] in ("ADJ", "DET"))
    kind = words.lemma[noun : noun + 1] != [] and words.lemma[noun] in word_list("kinds_of_places") | _LANDS
    return words.form[i][:1].isupper() or kind

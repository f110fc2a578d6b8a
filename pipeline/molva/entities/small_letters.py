"""The small letter of a body that has no name, where a capital only opens its sentence: «|Власти США| заявили, что …»."""

from molva.entities.lexicon import word_list
from molva.entities.view import Found
from molva.lexicon.lists import shared_list
from molva.words import Words

# «Генеральная прокуратура»: the adjectives of a body that has a name
_OF_A_NAME = frozenset(
    "генеральный главный верховный высший государственный национальный федеральный центральный".split()
)
# which serve a body and have no name of their own, whatever stands behind them
_SERVING = frozenset({"пресс-служба", "пресс-центр", "пресс-бюро"})
_BEFORE = frozenset('«„“"—–-')
_WHOSE = shared_list("regions") | {"город", "государство", "президент", "страна", "столица"}


def without_capital(words: Words, name: Found, normal: str) -> str:
    """A normal form, with a small letter where nothing but the start of a sentence asks for a capital."""
    small = name.label == "ORG" and opens(words, name.start) and _has_no_name(words, name)
    return normal[:1].lower() + normal[1:] if small else normal


def opens(words: Words, i: int) -> bool:
    """Whether a word opens its sentence or its line, be it behind a mark, or the text of a link: «👉 [Читать](…)»."""
    if i > 0 and words.form[i - 1] == "[":
        return True
    marked = i > 0 and words.sent[i - 1] == words.sent[i] and words.form[i - 1] in _BEFORE
    i -= marked
    return i == 0 or words.sent[i - 1] != words.sent[i] or words.par[i - 1] != words.par[i]


def _has_no_name(words: Words, name: Found) -> bool:
    """«Полиция Вестбурга», «Вестрийские власти», «Администрация города»; no «Армия обороны», no «Военная транспортная прокуратура»."""
    first, end = name.start, name.end
    if words.lemma[first] in _SERVING:
        return words.form[first][1:].islower()
    adjective = words.pos[first] == "ADJ" and words.lemma[first] not in _OF_A_NAME
    head = first + adjective
    if head >= end or words.lemma[head] not in word_list("unnamed"):
        return False
    if words.form[head][1:] != words.form[head][1:].lower() or adjective and words.form[head][0].isupper():
        return False
    behind = head + 1
    return behind >= end or words.form[behind][0].isupper() or words.lemma[behind] in _WHOSE

"""Words behind a noun that depend on it: «глава |комитета по делам семьи и печати|», but «сообщили СМИ | 1 мая».

Genitives, what a preposition among them governs, and the members of a list in the case of the first.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from molva.entities.lexicon import word_list
from molva.entities.two_bodies import has_no_medium
from molva.lexicon.nouns import roles
from molva.speakers.not_theirs import is_lacked, is_of_the_verb_behind, is_taken_away
from molva.words import Words

MODIFIERS = frozenset(("ADJ", "DET"))
_NOMINALS = frozenset(("NOUN", "PROPN", "ADJ", "DET", "X"))
SHORT = frozenset("г обл р-н".split())
_LIST = 5  # words from a comma to the «и» that closes the list
MONTHS = frozenset(
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь год".split()
)
_COMMANDING = frozenset("командующий главнокомандующий заведующий управляющий".split())


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name that begins at a word: where it ends, what it is, and whether it looks nominative."""

    end: int
    label: str
    nominative: bool


Names = Mapping[int, NameAt]


@dataclass(frozen=True, slots=True)
class Phrase:
    """What the growth of a phrase looks at.

    ``titled``: an own name follows its head («агентство Прайм»); ``agent``: the head does what a noun
    before it names («подписание |министром| договора»).
    """

    words: Words
    head: int
    names: Names
    titled: bool
    body: bool
    agent: bool


def belongs(phrase: Phrase, i: int) -> bool:
    """Whether word ``i`` is part of a genitive complement, or of one that a preposition governs.

    «сообщают СМИ |1 сентября»: a number right behind the noun is a date, though «ученики 10 класса» are theirs.
    """
    words = phrase.words
    if is_dated(words, i) or words.form[i] in word_list("media") and has_no_medium(words, phrase.head):
        return False
    if words.pos[i] not in _NOMINALS and not (words.feat(i, "VerbForm") == "Part" and words.head[i] > i):
        return False
    if (words.pos[i] == "DET" and words.dep[i] != "det") or words.feat(i, "Variant") == "Short":
        return False
    case = words.feat(i, "Case")
    if governed(words, i):
        return bool(case)
    if phrase.agent and i == phrase.head + 1 or _is_rank(phrase, i):
        return False
    if (
        is_of_the_verb_behind(words, i)
        or is_lacked(words, phrase.head, i)
        or is_taken_away(words, phrase.head, i)
    ):
        return False
    return (case == "Gen" or _goes_on(words, i) or _is_commanded(phrase, i)) and not _of_a_verb(phrase, i)


def coordinated(phrase: Phrase, i: int) -> bool:
    """«по вопросам семьи, женщин и детей», not «адвокат и врач», nor «глава МИД, …»."""
    words, after = phrase.words, i + 1
    if _qualifies_too(words, i):
        return True
    while after < len(words) and words.pos[after] in MODIFIERS:
        after += 1
    if after >= len(words) or i - 1 <= phrase.head or words.pos[after] not in ("NOUN", "PROPN"):
        return False
    if words.form[i] == "," and "и" not in words.lower[after + 1 : after + _LIST]:
        return False
    case = words.feat(i - 1, "Case")
    same = case and case in _cases_of(words, after) and case != words.feat(phrase.head, "Case")
    return bool(same) and words.dep[after] == "conj" and phrase.head < words.head[after] < after


def qualifies_modifier(phrase: Phrase, i: int) -> bool:
    """«министр по делам |временно| закрытых портов», «дело |особо| опасных лиц»: an adverb of the next word."""
    words, after = phrase.words, i + 1
    modifier = after < len(words) and words.head[i] == after and words.sent[after] == words.sent[i]
    if modifier and words.lower[after] == "раз":
        return False  # «судья ещё |раз| прочла»
    return modifier and (words.pos[after] == "ADJ" or words.head[after] > after) and belongs(phrase, after)


def governed(words: Words, i: int) -> bool:
    """Whether a word stands in a phrase whose preposition the description has taken in."""
    k = i - 1
    while k >= 0 and (words.pos[k] in MODIFIERS or words.form[k] == "." or words.lower[k] in SHORT):
        k -= 1
    return k >= 0 and words.pos[k] == "ADP"


def open_modifier(words: Words, i: int) -> bool:
    """A word that cannot end a phrase: a preposition, «и», an adjective whose noun is to come."""
    if words.pos[i] in ("ADP", "CCONJ", "ADV") or words.lower[i] in ("и", ","):
        return True
    if words.pos[i] == "VERB" or words.dep[i] == "acl":
        return True  # «машинист |ехавшего| поезда»
    return words.pos[i] in ("ADJ", "DET") and words.head[i] > i


def is_dated(words: Words, i: int) -> bool:
    """«|5| мая», «|2024| год»: the number of a day or of a year."""
    return words.form[i].isdigit() and i + 1 < len(words) and words.lemma[i + 1] in MONTHS


def _cases_of(words: Words, i: int) -> set[str]:
    """«по политике, |печати| и связям»: the genitive of a woman's noun in -и is its dative and its locative too."""
    case = words.feat(i, "Case")
    alike = case == "Gen" and words.feat(i, "Gender") == "Fem" and words.lower[i].endswith("и")
    return {"Gen", "Dat", "Loc"} if alike and words.feat(i, "Number") == "Sing" else {case}


def _qualifies_too(words: Words, i: int) -> bool:
    """«служба радиационной|, химической |и биологической защиты»: adjectives of one noun to come."""
    if i + 1 >= len(words) or words.pos[i - 1] != "ADJ" or words.pos[i + 1] != "ADJ":
        return False
    case, noun = words.feat(i + 1, "Case"), i + 2
    while noun < len(words) and (words.pos[noun] == "ADJ" or words.lower[noun] in ("и", ",")):
        noun += 1
    if noun >= len(words) or words.pos[noun] not in ("NOUN", "PROPN") or words.sent[noun] != words.sent[i]:
        return False
    return case != "" and case == words.feat(i - 1, "Case") == words.feat(noun, "Case")


def _is_rank(phrase: Phrase, i: int) -> bool:
    """«по словам командующего флотом |контр-адмирала Ивана Зуева|»: a rank in the case of a post, right before a name."""
    words, name = phrase.words, phrase.names.get(i + 1)
    noun = roles().get(words.lemma[i]) if name is not None and name.label == "PER" else None
    if noun is None or "офицер" not in noun.broader or i == phrase.head + 1 and not phrase.body:
        return False
    post = words.head[phrase.head] if phrase.body else phrase.head
    return words.feat(post, "Animacy") == "Anim" and words.feat(post, "Case") == words.feat(i, "Case")


def _is_commanded(phrase: Phrase, i: int) -> bool:
    """«командующий |северным флотом|», not «назвал командующего |трусом|»."""
    words = phrase.words
    if words.lemma[phrase.head] not in _COMMANDING or words.feat(i, "Case") != "Ins":
        return False
    noun = words.head[i] if words.pos[i] in MODIFIERS else i
    return noun >= i and words.feat(noun, "Animacy") == "Inan" and words.feat(noun, "Case") == "Ins"


def _goes_on(words: Words, i: int) -> bool:
    """A further member of a list in the case of the first: «по политике, технологиям и связи»."""
    before = i - 1
    while before and words.pos[before] in MODIFIERS:
        before -= 1
    return words.lower[before] in ("и", ",") and words.feat(before - 1, "Case") == words.feat(i, "Case") != ""


def _of_a_verb(phrase: Phrase, i: int) -> bool:
    """«пожелал чемпионке | новых успехов»: the genitive depends on a verb before the description.

    Or has an adjective there: «любимые у рыбаков | сорта чая».
    """
    words, noun = phrase.words, i
    while noun + 1 < len(words) and words.pos[noun] in MODIFIERS:
        noun += 1
    head = words.head[noun]
    if any(words.dep[c] == "amod" and c < phrase.head for c in words.children[noun]):
        return True
    return (
        head < phrase.head
        and words.pos[head] == "VERB"
        and words.feat(phrase.head, "Case") in ("Dat", "Acc", "Ins")
    )

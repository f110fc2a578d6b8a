"""Noun phrases as a newspaper builds them, read from left to right.

A description ends where its genitives and its prepositional complements end: before the name it
introduces («глава дипмиссии | Анатолий Антонов»), before a comma, a relative clause or a verb.
The tree helps where Russian leaves it open (prepositions, coordination); cases decide the rest,
because they are tagged more surely than heads.
"""

from molva.words import Words

_MODIFIERS = frozenset(("ADJ", "DET"))
_NOMINALS = frozenset(("NOUN", "PROPN", "ADJ", "DET", "X"))
_OPEN = frozenset("«„“\"")
_CLOSE = frozenset("»“”\"")
_TITLE = 7  # words that a quoted name inside a description may hold
_COMPLEMENTS = frozenset("по при в во на с со за от из для о об".split())


def left_edge(words: Words, head: int) -> int:
    """Where the phrase of noun ``head`` begins: with its adjectives, determiners and participles."""
    start = head
    while start and words.sent[start - 1] == words.sent[head] and _modifies(words, start - 1, head):
        start -= 1
    return start


def right_edge(words: Words, head: int, names: dict[int, tuple[int, str]]) -> int:
    """Where the phrase of noun ``head`` ends (half-open).

    ``names`` gives for the first word of each name its end and label; a person's name ends the
    phrase unless it is a genitive that the noun governs («адвокат Алёхиной»).
    """
    end = grown = head + 1
    while grown < len(words) and words.sent[grown] == words.sent[head]:
        step = _step(words, head, grown, names)
        if step <= grown:
            break
        grown = step
        if not _open_modifier(words, grown - 1):
            end = grown
    return end


def noun_phrase(words: Words, head: int, names: dict[int, tuple[int, str]]) -> tuple[int, int]:
    """The half-open stretch of words of the phrase headed by noun ``head``."""
    return left_edge(words, head), right_edge(words, head, names)


def _modifies(words: Words, i: int, head: int) -> bool:
    if words.ent[i] in ("PER", "ORG"):
        return False
    if words.pos[i] in _MODIFIERS or (words.pos[i] == "VERB" and words.feat(i, "VerbForm") == "Part"):
        case = words.feat(i, "Case")
        return words.dep[i] != "nsubj" and case in ("", words.feat(head, "Case"))
    return False


def _step(words: Words, head: int, i: int, names: dict[int, tuple[int, str]]) -> int:
    """How far the phrase grows over word ``i``; ``i`` itself when it ends there."""
    if i in names:
        return _over_name(words, head, i, *names[i])
    if words.form[i] in _OPEN and i > head:
        return _over_title(words, i)
    if words.pos[i] == "ADP":
        return _over_preposition(words, head, i)
    if words.lower[i] == "и":
        return i + 1 if _coordinated(words, head, i) else i
    return i + 1 if _genitive(words, i) else i


def _over_name(words: Words, head: int, i: int, end: int, label: str) -> int:
    cases = {words.feat(k, "Case") for k in range(i, end)} - {""}
    if label == "PER":
        return end if "Gen" in cases and words.feat(head, "Case") != "Gen" else i
    return end if not cases or "Gen" in cases or words.form[i].isupper() else i


def _over_title(words: Words, i: int) -> int:
    for k in range(i + 1, min(i + _TITLE, len(words))):
        if words.form[k] in _CLOSE:
            return k + 1 if words.sent[k] == words.sent[i] else i
    return i


def _over_preposition(words: Words, head: int, i: int) -> int:
    noun = words.head[i]
    fits = words.lower[i] in _COMPLEMENTS and noun > i and head <= words.head[noun] < i
    return i + 1 if fits and words.dep[noun] in ("nmod", "obl") else i


def _coordinated(words: Words, head: int, i: int) -> bool:
    """«по вопросам семьи, женщин и детей», not «адвокат и врач»."""
    after = i + 1
    return after < len(words) and _genitive(words, after) and i - 1 > head and words.feat(i - 1, "Case") == "Gen"


def _genitive(words: Words, i: int) -> bool:
    if words.pos[i] not in _NOMINALS and words.feat(i, "VerbForm") != "Part":
        return False
    if words.pos[i] == "DET" and words.dep[i] != "det":
        return False
    case = words.feat(i, "Case")
    after_preposition = _governed(words, i)
    return case == "Gen" or (after_preposition and bool(case))


def _governed(words: Words, i: int) -> bool:
    """Whether a word stands in a phrase whose preposition the description has taken in."""
    k = i - 1
    while k >= 0 and words.pos[k] in _MODIFIERS:
        k -= 1
    return k >= 0 and words.pos[k] == "ADP"


def _open_modifier(words: Words, i: int) -> bool:
    """A word that cannot end a phrase: a preposition, «и», an adjective whose noun is to come."""
    if words.pos[i] in ("ADP", "CCONJ") or words.lower[i] == "и":
        return True
    return words.pos[i] in ("ADJ", "DET", "VERB") and words.head[i] > i

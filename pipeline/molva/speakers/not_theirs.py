"""A genitive behind a noun that is not the noun's but the verb's: what somebody lacks, and what he is deprived of."""

from molva.words import Words

_STEPS = 4  # nouns from one in the genitive up to the one that a preposition or a verb governs
_AT = frozenset("у в во на".split())
_QUANTITIES = frozenset("нет мало много достаточно немало предостаточно".split())
_DEPRIVING = frozenset("лишить лишать удостоить удостаивать".split())


def is_of_the_verb_behind(words: Words, i: int) -> bool:
    """«у рыбаков порта |лодки| отобрали»: a thing, and the object of a verb that is still to come."""
    noun = _noun_of(words, i)
    verb = words.head[noun]
    done_to = verb > noun and words.dep[noun] == "obj" and words.feat(verb, "VerbForm") == "Fin"
    return done_to and words.feat(noun, "Animacy") == "Inan"


def is_lacked(words: Words, head: int, i: int) -> bool:
    """«у депутатов |вопросов| нет», «у сына |телефона| не было»: behind a noun under «у» or «в», and before a word of lack."""
    noun = _noun_of(words, i)
    behind = words.lower[noun + 1 : noun + 2]
    verb = noun + 2 if behind == ["не"] else noun + 1
    if not behind or behind[0] not in _QUANTITIES and words.feat(verb, "VerbForm") != "Fin":
        return False
    if words.feat(noun, "Case") != "Gen" or behind[0] not in _QUANTITIES | {"не"}:
        return False
    return any(
        words.lower[c] in _AT for node in _upwards(words, head) for c in words.children[node] if c < node
    )


def is_taken_away(words: Words, head: int, i: int) -> bool:
    """«лишит депутатов |слова|», «лишили врачей больницы |премии|»: the last genitive behind whom the verb deprives."""
    noun = _noun_of(words, i)
    behind = noun + 1
    last = behind >= len(words) or words.feat(behind, "Case") != "Gen"
    if not last or words.feat(noun, "Animacy") != "Inan":
        return False
    return any(words.lemma[words.head[node]] in _DEPRIVING for node in _upwards(words, head))


def _noun_of(words: Words, i: int) -> int:
    """A noun, or the one that an adjective stands before."""
    while i + 1 < len(words) and words.pos[i] in ("ADJ", "DET"):
        i += 1
    return i


def _upwards(words: Words, noun: int) -> list[int]:
    """A noun, and those that have it in the genitive."""
    found = [noun]
    while len(found) < _STEPS and words.dep[found[-1]] == "nmod":
        found.append(words.head[found[-1]])
    return found

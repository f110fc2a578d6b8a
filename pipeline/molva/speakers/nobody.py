"""Nouns for somebody that describe nobody where they stand: «друг другу», «по совету врачей», «права человека»."""

from collections.abc import Callable

from molva.words import Words


def describes_nobody(words: Words, i: int) -> bool:
    """Whether a noun is a part of such an expression."""
    return any(rule(words, i) for rule in EXPRESSIONS)


def _each_other(words: Words, i: int) -> bool:
    """«помогают |друг другу|», «говорят |друг с другом|»."""
    if words.lemma[i] != "друг":
        return False
    behind, before = words.lemma[i + 1 : i + 3], words.lower[max(i - 2, 0) : i]
    return words.lower[i] == "друг" and "друг" in behind or "друг" in before


def _advice(words: Words, i: int) -> bool:
    """«живут по |совету| врачей»: what they advise, and no body that sits."""
    return words.lower[max(i - 1, 0) : i + 1] == ["по", "совету"]


def _rights_of_man(words: Words, i: int) -> bool:
    """«уполномоченный по правам |человека|»: of everybody."""
    return words.lower[i] == "человека" and words.lemma[max(i - 1, 0)] == "право"


def _glad(words: Words, i: int) -> bool:
    """«сказала, что |рада|», «в мэрии |рады|»: somebody is glad, and it is no parliament."""
    return words.form[i] in ("рада", "рады") and words.dep[i] not in ("nsubj", "nmod", "obl", "appos")


EXPRESSIONS: tuple[Callable[[Words, int], bool], ...] = (_each_other, _advice, _rights_of_man, _glad)

"""Who talks calls nobody by another noun: to call Ляхов «хирург» the second time is the way of those who write."""

from bisect import bisect_left

from molva.words import Words

_DASHES = frozenset("—–-―")
_LABEL = 6  # words of a label before its colon
_PAIRS = 12  # pairs of marks looked back for the one around a word
_REACH = 60  # words looked over for whom somebody speaks of himself as, on each side
_INSERTED = 8  # words from the dash of the writer's words to who speaks
_BEFORE_WRITER = frozenset(",!?….")
_OURS = frozenset({"мой", "твой", "наш", "ваш"})
_TALKING = frozenset("я мы меня мне мной нас нам нами мой наш ты вы тебя тебе вас вам вами".split())


def is_talk(words: Words, i: int) -> bool:
    """«— Ляхов упал. |Доктор| говорит: цело», «ЗУЕВ: |Министр| обещал», «|Доктор| нам сказал» in marks, «мой |куратор|»: somebody talks."""
    return (
        not _OURS.isdisjoint(words.lemma[max(i - 2, 0) : i])
        or _in_a_turn(words, i)
        or _among_persons(words, i)
    )


def _in_a_turn(words: Words, i: int) -> bool:
    """Behind the dash or the label that opens a line, and before what a second dash begins."""
    first = words.paragraphs[words.par[i]][0]
    if words.form[first] in _DASHES:
        return _DASHES.isdisjoint(words.form[first + 1 : i])
    label = range(first, min(first + _LABEL, i))
    colon = next((k for k in label if words.form[k] == ":"), None)
    if colon is None or not words.form[first][:1].isupper():
        return False
    return not any(words.pos[k] == "VERB" or words.form[k] == "«" for k in range(first, colon))


def _among_persons(words: Words, i: int) -> bool:
    """In marks in which somebody says «я», «мы», «вы», but not in the writer's words between: «Жду, — сказал |мастер|. — Я тут»."""
    inserted = range(i - 1, max(i - _INSERTED, 1), -1)
    if any(words.form[k] in _DASHES and words.form[k - 1][-1] in _BEFORE_WRITER for k in inserted):
        return False
    behind = bisect_left(words.pairs, i, key=lambda pair: pair.open)
    around = (p for p in words.pairs[max(behind - _PAIRS, 0) : behind] if p.close is None or p.close > i)
    outer = next(around, None)
    if outer is None:
        return False
    close = outer.close if outer.close is not None else words.paragraphs[words.par[i]][1]
    return not _TALKING.isdisjoint(words.lower[max(outer.open, i - _REACH) : min(close, i + _REACH)])

"""Small repairs of a parse, so that it obeys the guidelines of Universal Dependencies.

Heads are 1-based, 0 is the root. Every repair keeps the tree a tree: words only move up, or are
leaves.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from molva.grammar.relations import Relations
from molva.networks.weights import Floats

# Function words are leaves but for a few kinds of children.
_CHILDREN = {
    kind: frozenset(children.split())
    for kind, children in {
        "case": "advmod obl fixed conj cc punct",
        "mark": "advmod obl fixed conj cc punct",
        "aux": "fixed conj cc punct",
        "cop": "fixed conj cc punct",
        "cc": "fixed conj punct",
        "det": "det case advmod obl fixed flat compound discourse parataxis conj cc punct",
        "fixed": "conj punct",
        "punct": "punct",
    }.items()
}
_SUBJECTS = ("nsubj", "csubj")
_CORE_NOMINAL = frozenset("nsubj obj iobj obl vocative dislocated expl nmod".split())


def lift_from_leaves(heads: Sequence[int], relations: Sequence[str], upos: Sequence[str]) -> list[int]:
    """Hang the children that a function word may not have on the word it serves.

    The head of a fixed expression is served by it, so its other children count as its own.
    """
    lifted = list(heads)
    kinds = [_kind(relation) for relation in relations]
    if _CHILDREN.keys().isdisjoint(kinds):
        return lifted
    for _ in range(len(heads)):
        moved = False
        for i, head in enumerate(lifted):
            if head and not _may_hang(kinds[i], kinds[head - 1], upos[i]):
                lifted[i] = lifted[head - 1]
                moved = True
        if not moved:
            break
    return lifted


def settle_marks(heads: Sequence[int], marks: Sequence[bool]) -> list[int]:
    """Hang punctuation so that no arc crosses another because of it.

    A mark that would cross an arc hangs as high as it can among the words beside it. Marks are
    settled from left to right, and those not yet settled stand in nobody's way.
    """
    if not _some_cross(heads, marks):
        return list(heads)
    settled = [0 if is_mark else head for head, is_mark in zip(heads, marks, strict=True)]
    for i, is_mark in enumerate(marks):
        if is_mark:
            settled[i] = heads[i]
            if heads[i] and _crosses(i + 1, heads[i], settled, marks):
                beside = _ancestors_beside(i, settled, marks)
                fitting = [head for head in beside if not _crosses(i + 1, head, settled, marks)]
                settled[i] = fitting[-1] if fitting else heads[i]
    return settled


def mend_relations(
    heads: Sequence[int], relations: Sequence[str], upos: Sequence[str], ranked: Floats, laws: Relations
) -> list[str]:
    """One subject and one object a predicate, no oblique on a plain noun."""
    mended = list(relations)
    _keep_one(heads, mended, ranked, laws, _SUBJECTS, instead_of=_SUBJECTS)
    _keep_one(heads, mended, ranked, laws, ("obj",), instead_of=(*_SUBJECTS, "obj"))
    predicates = {heads[i] for i, r in enumerate(mended) if _kind(r) in ("cop", "nsubj", "csubj")}
    for i, head in enumerate(heads):
        if (
            _kind(mended[i]) == "obl"
            and head
            and upos[head - 1] in ("NOUN", "PROPN", "PRON")
            and _kind(mended[head - 1]) in _CORE_NOMINAL
            and head not in predicates
        ):
            mended[i] = "nmod"
    return mended


def _keep_one(
    heads: Sequence[int],
    relations: list[str],
    ranked: Floats,
    laws: Relations,
    kinds: tuple[str, ...],
    instead_of: tuple[str, ...],
) -> None:
    """Of several words with a relation that a predicate has once, the surest keeps it.

    The others get their best relation outside ``instead_of``.
    """
    rivals: dict[int, list[int]] = {}
    for i, head in enumerate(heads):
        if _kind(relations[i]) in kinds:
            rivals.setdefault(head, []).append(i)
    for words in rivals.values():
        if len(words) > 1:
            others = {word: laws.next_best(ranked, word, *instead_of) for word in words}
            margins = {w: ranked[w].max() - ranked[w, laws.labels.index(others[w])] for w in words}
            keeper = max(words, key=lambda word: margins[word])
            for word in words:
                if word != keeper:
                    relations[word] = others[word]


def _may_hang(kind: str, above: str, pos: str) -> bool:
    allowed = _CHILDREN.get(above)
    if allowed is None or kind in allowed:
        return True
    return pos == "PART" and kind == "advmod" and above not in ("punct", "fixed")


def _some_cross(heads: Sequence[int], marks: Sequence[bool]) -> bool:
    """Whether any arc of a mark crosses another arc; the root hangs on place 0."""
    heads_ = np.array(heads)
    words = np.arange(1, len(heads) + 1)
    low, high = np.minimum(heads_, words), np.maximum(heads_, words)
    crossing = (low[:, np.newaxis] < low) & (low < high[:, np.newaxis]) & (high[:, np.newaxis] < high)
    return bool((crossing & np.logical_or.outer(marks, marks)).any())


def _crosses(mark: int, head: int, heads: Sequence[int], marks: Sequence[bool]) -> bool:
    """Whether an arc between a mark and a head would cross one of the other arcs."""
    low, high = (mark, head) if mark < head else (head, mark)
    for i, other in enumerate(heads):
        word = i + 1
        if word == mark or (not other and marks[i]):  # a mark that is not settled yet
            continue
        a, b = (word, other) if word < other else (other, word)
        if a < low < b < high or low < a < high < b:
            return True
    return False


def _ancestors_beside(i: int, heads: Sequence[int], marks: Sequence[bool]) -> Iterator[int]:
    """The words beside a mark and what they hang on, nearest first."""
    left = next((j for j in range(i - 1, -1, -1) if not marks[j]), None)
    right = next((j for j in range(i + 1, len(marks)) if not marks[j]), None)
    for start in (left, right):
        word = start + 1 if start is not None else 0
        while word:
            yield word
            word = heads[word - 1]


@lru_cache(256)
def _kind(relation: str) -> str:
    return relation.partition(":")[0]

"""Small repairs of a parse, so that it obeys the guidelines of Universal Dependencies.

Heads are 1-based, 0 is the root. Every repair keeps the tree a tree: words only move up, or are
leaves.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

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


def hang_marks(heads: Sequence[int], marks: Sequence[bool], arcs: Floats) -> list[int]:
    """Hang punctuation within its reach: on a word beside it, or on one above that on the same side.

    Which of these, the scores of arcs say (n x (n + 1), as ``Reading.arcs`` gives them).
    """
    hung = list(heads)
    for i, is_mark in enumerate(marks):
        if is_mark:
            within = list(_within_reach(i, heads, marks))
            hung[i] = within[int(arcs[i, within].argmax())]
    return hung


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


def _within_reach(i: int, heads: Sequence[int], marks: Sequence[bool]) -> Iterator[int]:
    """The word before a mark and those above it as far as they stand before the mark; the same behind it."""
    word = next((j + 1 for j in range(i - 1, -1, -1) if not marks[j]), 0)
    while 0 < word <= i:
        yield word
        word = heads[word - 1]
    word = next((j + 1 for j in range(i + 1, len(marks)) if not marks[j]), 0)
    while word > i:
        yield word
        word = heads[word - 1]


@lru_cache(256)
def _kind(relation: str) -> str:
    return relation.partition(":")[0]

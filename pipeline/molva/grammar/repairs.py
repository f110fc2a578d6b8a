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
_OF_PREDICATES = frozenset({"cop", *_SUBJECTS})
# What a predicate has once, and which relations its others do not get.
_ONCE = ((_SUBJECTS, _SUBJECTS), (("obj",), (*_SUBJECTS, "obj")))
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
            above = kinds[head - 1]
            if head and above in _CHILDREN and not _may_hang(kinds[i], above, upos[i]):
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
    places = [i for i, is_mark in enumerate(marks) if is_mark]
    for i, scores in zip(places, arcs[places].tolist(), strict=True):
        hung[i] = max(_within_reach(i, heads, marks), key=scores.__getitem__)
    return hung


def mend_relations(
    heads: Sequence[int], relations: Sequence[str], upos: Sequence[str], ranked: Floats, laws: Relations
) -> list[str]:
    """One subject and one object a predicate, no oblique on a plain noun."""
    mended, kinds = list(relations), [_kind(relation) for relation in relations]
    for once, instead_of in _ONCE:
        for rivals in _rivals(heads, kinds, once):
            for word, other in _outdone(rivals, ranked, laws, instead_of):
                mended[word], kinds[word] = other, _kind(other)
    predicates = {head for head, kind in zip(heads, kinds, strict=True) if kind in _OF_PREDICATES}
    for i, (head, kind) in enumerate(zip(heads, kinds, strict=True)):
        if (
            kind == "obl"
            and head
            and upos[head - 1] in ("NOUN", "PROPN", "PRON")
            and kinds[head - 1] in _CORE_NOMINAL
            and head not in predicates
        ):
            mended[i] = "nmod"
    return mended


def _rivals(heads: Sequence[int], kinds: Sequence[str], once: tuple[str, ...]) -> list[list[int]]:
    """Words of one head that have what a predicate has once."""
    of_head: dict[int, list[int]] = {}
    for i, kind in enumerate(kinds):
        if kind in once:
            of_head.setdefault(heads[i], []).append(i)
    return [words for words in of_head.values() if len(words) > 1]


def _outdone(
    rivals: Sequence[int], ranked: Floats, laws: Relations, instead_of: tuple[str, ...]
) -> Iterator[tuple[int, str]]:
    """All rivals but the surest, each with its best relation outside ``instead_of``."""
    others = {word: laws.next_best(ranked, word, *instead_of) for word in rivals}
    margins = {w: ranked[w].max() - ranked[w, laws.labels.index(others[w])] for w in rivals}
    keeper = max(rivals, key=lambda word: margins[word])
    yield from ((word, others[word]) for word in rivals if word != keeper)


def _may_hang(kind: str, above: str, pos: str) -> bool:
    """Whether a relation may hang on a function word of the relation above."""
    if kind in _CHILDREN[above]:
        return True
    return pos == "PART" and kind == "advmod" and above not in ("punct", "fixed")


def _within_reach(i: int, heads: Sequence[int], marks: Sequence[bool]) -> Iterator[int]:
    """The word before a mark and those above it as far as they stand before the mark; the same behind it."""
    before, behind = i - 1, i + 1
    while before >= 0 and marks[before]:
        before -= 1
    word = before + 1
    while 0 < word <= i:
        yield word
        word = heads[word - 1]
    while behind < len(marks) and marks[behind]:
        behind += 1
    word = behind + 1 if behind < len(marks) else 0
    while word > i:
        yield word
        word = heads[word - 1]


@lru_cache(256)
def _kind(relation: str) -> str:
    return relation.partition(":")[0]

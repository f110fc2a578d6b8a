"""The best tree over the scores of single arcs (Chu-Liu/Edmonds), with exactly one root."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from molva.networks.weights import Ints

Scores = npt.NDArray[np.floating]
Table = npt.NDArray[np.float64]
FORBIDDEN = -1e9  # callers may mark arcs with it
_NEVER = -1e12
_MOST_TRIALS = 20


def best_tree(scores: Scores) -> Ints:
    """The heads of the highest tree: 0 is the root, word i is i + 1.

    Args:
        scores: n x (n + 1); how well word i hangs on the root (column 0) or on word j (column j + 1).

    Returns:
        n heads: one word hangs on the root, all others hang under it, none on itself.
    """
    return best_trees([scores])[0]


def best_trees(scores: Sequence[Scores]) -> list[Ints]:
    """The heads of the highest tree of each of several sentences."""
    tables = [np.array(one) for one in scores]
    for table in tables:
        table.reshape(-1)[1 :: table.shape[1] + 1] = _NEVER  # no word hangs on itself
    heads: list[Ints] = [table.argmax(axis=1) for table in tables]
    for n in np.flatnonzero(
        ~_are_trees(heads)
    ).tolist():  # else every word has its best head: no tree is better
        heads[n] = _best_with_one_root(np.array(tables[n], np.float64))
    return heads


def _are_trees(heads: Sequence[Ints]) -> npt.NDArray[np.bool_]:
    """Of each sentence whether one word hangs on the root and all others below it.

    All words climb at once, each time twice as far as before; in a cycle no word gets to the top.
    """
    sizes = np.array([len(one) for one in heads], np.intp)
    local = np.concatenate([np.zeros(0, np.intp), *heads])
    above = np.where(local, local + np.repeat(np.cumsum(sizes) - sizes, sizes), 0)
    above = np.concatenate(([0], above))
    for _ in range(int(sizes.max(initial=0)).bit_length()):
        above = above[above]
    sentence = np.repeat(np.arange(len(sizes)), sizes)
    roots = np.bincount(sentence[local == 0], minlength=len(sizes))
    lost = np.bincount(sentence[above[1:] > 0], minlength=len(sizes))
    trees: npt.NDArray[np.bool_] = (lost == 0) & (roots == (sizes > 0))
    return trees


def _best_with_one_root(table: Table) -> Ints:
    """Try the words as the root, the most promising first.

    With word r on the root, no tree is worth more than r's arc and the best arcs of all others.
    Once a tree is found that is worth as much, the words that promise less need no trial. Where
    many words promise the same (a list of equal words), one slower search settles it.
    """
    below = table[:, 1:].max(axis=1) if len(table) > 1 else np.zeros(1)
    promise = table[:, 0] - below + below.sum()
    found, worth = np.zeros(len(table), np.intp), -np.inf
    for trial, root in enumerate(np.argsort(-promise).tolist()):
        if promise[root] <= worth:
            break
        if trial == _MOST_TRIALS:
            return _fine_roots(table)
        heads = _hang_all_below(table, root)
        value = table[np.arange(len(table)), heads].sum()
        if value > worth:
            found, worth = heads, value
    return found


def _fine_roots(table: Table) -> Ints:
    """The best tree when an arc from the root costs so much that one root is better than two."""
    real = table[table > FORBIDDEN]
    full = np.vstack((np.full(table.shape[1], _NEVER), table))
    full[1:, 0] -= (real.max() - real.min() + 1) * (len(table) + 1)
    return np.array(_solve(full)[1:], np.intp)


def _hang_all_below(table: Table, root: int) -> Ints:
    """The best tree with this word on the root."""
    full = np.vstack((np.full(table.shape[1], _NEVER), table))  # row 0: the root has no head
    full[1:, 0] = _NEVER
    full[root + 1, 0] = -_NEVER
    return np.array(_solve(full)[1:], np.intp)


def is_tree(heads: Sequence[int]) -> bool:
    """Whether one word hangs on the root (0) and all others below it."""
    return bool(_are_trees([np.array(heads, np.intp)])[0])


def _solve(table: Table) -> list[int]:
    """Take every best head; while that leaves a cycle, make the cycle one node and ask again."""
    heads: list[int] = table.argmax(axis=1).tolist()
    heads[0] = -1
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.array(cycle)
    beside = np.ones(len(table), bool)
    beside[inside] = False
    outside = np.flatnonzero(beside)
    ahead, behind = table[inside], table[outside]
    # what is lost when the cycle is opened at one of its words, for each head from outside
    loss = ahead[:, outside] - table[inside, [heads[word] for word in cycle]][:, np.newaxis]
    entry, exit_ = loss.argmax(axis=0), behind[:, inside].argmax(axis=1)
    small = np.full((len(outside) + 1, len(outside) + 1), _NEVER)
    small[:-1, :-1] = behind[:, outside]
    small[:-1, -1] = table[outside, inside[exit_]]
    small[-1, :-1] = loss.max(axis=0)
    solved = _solve(small)
    for place, word in enumerate(outside.tolist()):
        head = solved[place]
        if head >= 0:
            heads[word] = int(inside[exit_[place]] if head == len(outside) else outside[head])
    opened = solved[-1]
    heads[int(inside[entry[opened]])] = int(outside[opened])
    return heads


def _cycle(heads: Sequence[int]) -> list[int] | None:
    """A cycle among the nodes, or None; the node with head -1 is the root."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        node, path = start, []
        while node >= 0 and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if node >= 0 and state[node] == 1:
            return path[path.index(node) :]
        for passed in path:
            state[passed] = 2
    return None

"""The best tree over the scores of single arcs (Chu-Liu/Edmonds), with exactly one root."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from molva.networks.weights import Ints

Scores = npt.NDArray[np.floating]
Table = npt.NDArray[np.float64]
FORBIDDEN = -1e9  # callers may mark arcs with it
_NEVER = -1e12
_MOST_TRIALS, _MOST_ARCS = 20, 200_000  # arcs looked at in all trials of a sentence


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
    many words promise the same (a list of equal words), or a sentence is endless, one search settles it.
    """
    below = table[:, 1:].max(axis=1) if len(table) > 1 else np.zeros(1)
    promise = table[:, 0] - below + below.sum()
    found, worth = np.zeros(len(table), np.intp), -np.inf
    for trial, root in enumerate(np.argsort(-promise).tolist()):
        if promise[root] <= worth:
            break
        if trial == _MOST_TRIALS or trial * table.size > _MOST_ARCS:
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
    return _solve(full)[1:]


def _hang_all_below(table: Table, root: int) -> Ints:
    """The best tree with this word on the root."""
    full = np.vstack((np.full(table.shape[1], _NEVER), table))  # row 0: the root has no head
    full[1:, 0] = _NEVER
    full[root + 1, 0] = -_NEVER
    return _solve(full)[1:]


def is_tree(heads: Sequence[int]) -> bool:
    """Whether one word hangs on the root (0) and all others below it."""
    return bool(_are_trees([np.array(heads, np.intp)])[0])


def _solve(table: Table) -> Ints:
    """Take every best head; while that leaves cycles, make each one node and ask again."""
    heads: Ints = table.argmax(axis=1)
    heads[0] = -1
    cycles = [np.array(cycle) for cycle in _cycles(heads.tolist())]
    if not cycles:
        return heads
    beside = np.ones(len(table), bool)
    beside[np.concatenate(cycles)] = False
    outside = np.flatnonzero(beside)
    # what is lost when a cycle is opened at one of its words, for each head
    loss = table.copy()
    for cycle in cycles:
        loss[cycle] -= table[cycle, heads[cycle]][:, np.newaxis]
    words = np.arange(len(table))
    doors = [cycle[loss[:, cycle].argmax(axis=1)] for cycle in cycles]  # the head in a cycle, for each word
    into = np.column_stack((loss[:, outside], *(loss[words, door] for door in doors)))
    entries = [cycle[into[cycle].argmax(axis=0)] for cycle in cycles]  # where a cycle opens, for each head
    small = np.vstack((into[outside], *(into[entry, range(into.shape[1])] for entry in entries)))
    merged = range(len(outside), len(small))
    small[merged, merged] = _NEVER
    solved = _solve(small)
    opened = np.array([entry[head] for entry, head in zip(entries, solved[merged], strict=True)])
    hung, chosen = np.concatenate((outside[1:], opened)), solved[1:]  # all but the root, which stays first
    ways = np.vstack((np.broadcast_to(outside[:, np.newaxis], (len(outside), len(table))), *doors))
    heads[hung] = ways[chosen, hung]
    return heads


def _cycles(heads: Sequence[int]) -> list[list[int]]:
    """All cycles among the nodes; the node with head -1 is the root."""
    cycles, seen = [], [-1] * len(heads)
    for start in range(len(heads)):
        node, path = start, []
        while node >= 0 and seen[node] < 0:
            seen[node] = start
            path.append(node)
            node = heads[node]
        if node >= 0 and seen[node] == start:
            cycles.append(path[path.index(node) :])
    return cycles

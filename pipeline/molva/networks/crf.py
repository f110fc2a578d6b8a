"""The best path through a linear chain (Viterbi), for many sequences at once."""

from collections.abc import Sequence

import numpy as np

from molva.networks.weights import Floats, Ints


def best_labels(scores: Floats, sizes: Sequence[int], transitions: Floats) -> Ints:
    """The best labels of all words of all sequences, which lie one after another.

    Args:
        scores: words x labels.
        sizes: how many words each sequence has.
        transitions: labels x labels, from the row to the column.

    Sequences step forward together, the longest first, so that a finished one drops out.
    """
    counts = np.array(sizes, np.intp)
    order = np.argsort(-counts, kind="stable")
    starts, counts = (np.cumsum(counts) - counts)[order], counts[order]
    alive = np.searchsorted(-counts, -np.arange(counts.max(initial=0)), side="left").tolist()
    back: list[Ints] = []
    value = scores[starts[: alive[0]]] if alive else scores[:0]
    for step, count in enumerate(alive[1:], 1):
        paths = value[:count, :, np.newaxis] + transitions
        paths += scores.take(starts[:count] + step, axis=0)[:, np.newaxis]
        back.append(paths.argmax(axis=1))
        value[:count] = paths.max(axis=1)
    return _trace(value.argmax(axis=1), back, starts, alive, len(scores))


def _trace(last: Ints, back: Sequence[Ints], starts: Ints, alive: Sequence[int], words: int) -> Ints:
    """Backward from the last label of each sequence; those that end earlier join later."""
    labels: Ints = np.empty(words, np.intp)
    current = last.copy()
    for step in range(len(alive) - 1, -1, -1):
        labels[starts[: alive[step]] + step] = current[: alive[step]]
        if step:
            came = back[step - 1]
            current[: len(came)] = came[np.arange(len(came)), current[: len(came)]]
    return labels

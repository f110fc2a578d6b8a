"""The best path through a linear chain (Viterbi), for many sequences at once."""

from collections.abc import Sequence

import numpy as np

from molva.networks.weights import Floats, Ints


def best_paths(emissions: Sequence[Floats], transitions: Floats) -> list[Ints]:
    """The best labels of each sequence.

    Args:
        emissions: for each sequence words x labels.
        transitions: labels x labels, from the row to the column.

    Sequences step forward together, the longest first, so that a finished one drops out.
    """
    order = sorted(range(len(emissions)), key=lambda n: -len(emissions[n]))
    sizes = [len(emissions[n]) for n in order]
    longest = sizes[0] if sizes else 0
    alive = np.searchsorted(-np.array(sizes), -np.arange(longest), side="left")
    scores = np.zeros((len(order), len(transitions)), np.float32)
    back: list[Ints] = []
    for step, count in enumerate(alive.tolist()):
        emitted = np.stack([emissions[n][step] for n in order[:count]])
        if step == 0:
            scores[:count] = emitted
            continue
        paths = scores[:count, :, np.newaxis] + transitions + emitted[:, np.newaxis, :]
        back.append(paths.argmax(axis=1))
        scores[:count] = np.take_along_axis(paths, back[-1][:, np.newaxis], axis=1)[:, 0]
    found: list[Ints] = [np.zeros(0, np.intp)] * len(order)
    for place, n in enumerate(order):
        if sizes[place]:
            found[n] = _trace(int(scores[place].argmax()), [b[place] for b in back[: sizes[place] - 1]])
    return found


def _trace(last: int, back: Sequence[Ints]) -> Ints:
    path = [last]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return np.array(path[::-1], np.intp)

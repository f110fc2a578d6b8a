"""A linear chain over labels (CRF; Lafferty et al. 2001): the loss of its right path.

The best path is found by `molva.networks.crf`, as at run time.
"""

from collections.abc import Sequence

import torch
from torch import Tensor


def chain_loss(
    scores: Tensor, labels: Tensor, transitions: Tensor, bounds: Sequence[tuple[int, int]]
) -> Tensor:
    """Mean negative log-likelihood of the right labels, a sentence.

    Args:
        scores: words x labels, all sentences one after another.
        labels: the right label of each word.
        transitions: labels x labels, from the row to the column.
        bounds: half-open stretches of words, one a sentence.
    """
    emitted, right, real = _padded(scores, labels, bounds)
    path = (emitted.gather(2, right.unsqueeze(2)).squeeze(2) * real).sum()
    path = path + (transitions[right[:, :-1], right[:, 1:]] * real[:, 1:]).sum()
    ahead = emitted[:, 0]
    for step in range(1, emitted.shape[1]):
        further = torch.logsumexp(ahead.unsqueeze(2) + transitions, 1) + emitted[:, step]
        ahead = torch.where(real[:, step : step + 1] > 0, further, ahead)
    return (torch.logsumexp(ahead, 1).sum() - path) / len(bounds)


def _padded(
    scores: Tensor, labels: Tensor, bounds: Sequence[tuple[int, int]]
) -> tuple[Tensor, Tensor, Tensor]:
    longest = max(end - start for start, end in bounds)
    places = torch.zeros(len(bounds), longest, dtype=torch.long, device=scores.device)
    real = torch.zeros(len(bounds), longest, device=scores.device)
    for n, (start, end) in enumerate(bounds):
        places[n, : end - start] = torch.arange(start, end)
        real[n, : end - start] = 1
    return scores[places], labels[places], real

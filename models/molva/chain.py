"""A linear chain over labels (CRF; Lafferty et al. 2001): the loss of its right path, and paths drawn from it.

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
    places, real = _padded(bounds, scores.device)
    emitted, right = scores[places], labels[places]
    path = (emitted.gather(2, right.unsqueeze(2)).squeeze(2) * real).sum()
    path = path + (transitions[right[:, :-1], right[:, 1:]] * real[:, 1:]).sum()
    return (torch.logsumexp(_ahead(emitted, transitions, real)[-1], 1).sum() - path) / len(bounds)


def draw_paths(scores: Tensor, transitions: Tensor, bounds: Sequence[tuple[int, int]]) -> Tensor:
    """For each word a label, paths drawn as often as the chain believes in them.

    Args:
        scores: words x labels, all sentences one after another.
        transitions: labels x labels, from the row to the column.
        bounds: half-open stretches of words, one a sentence; together all words.
    """
    places, real = _padded(bounds, scores.device)
    emitted = scores[places]
    ahead = _ahead(emitted, transitions, real)
    label = _drawn(ahead[-1])
    found = torch.zeros(len(scores), dtype=torch.long, device=scores.device)
    for step in range(emitted.shape[1] - 1, -1, -1):
        inside = real[:, step] > 0
        found[places[inside, step]] = label[inside]
        if step:
            label = torch.where(inside, _drawn(ahead[step - 1] + transitions[:, label].T), label)
    return found


def _drawn(logits: Tensor) -> Tensor:
    return torch.multinomial(torch.softmax(logits, 1), 1).squeeze(1)


def _ahead(emitted: Tensor, transitions: Tensor, real: Tensor) -> list[Tensor]:
    """After each step what all paths to a label weigh together; behind its end a sentence stays as it is."""
    ahead = [emitted[:, 0]]
    for step in range(1, emitted.shape[1]):
        further = torch.logsumexp(ahead[-1].unsqueeze(2) + transitions, 1) + emitted[:, step]
        ahead.append(torch.where(real[:, step : step + 1] > 0, further, ahead[-1]))
    return ahead


def _padded(bounds: Sequence[tuple[int, int]], device: torch.device) -> tuple[Tensor, Tensor]:
    """The words of each sentence, and which places are words."""
    longest = max(end - start for start, end in bounds)
    places = torch.zeros(len(bounds), longest, dtype=torch.long)
    real = torch.zeros(len(bounds), longest)
    for n, (start, end) in enumerate(bounds):
        places[n, : end - start] = torch.arange(start, end)
        real[n, : end - start] = 1
    return places.to(device), real.to(device)

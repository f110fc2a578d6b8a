"""Layers that see further: convolutions with gaps (dilation), each added to what it reads.

After blocks with gaps of 1, 2 and 4 a word sees ten words to each side beyond the first layers.
The idea is that of dilated convolutions (Strubell et al. 2017), with residual sums.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from molva.networks.weights import Floats, Ints


@dataclass(frozen=True, slots=True)
class Block:
    """``x + relu(conv(x)) @ out``: ``weight`` is width x (3 x width), its columns left, own, right."""

    weight: Floats
    bias: Floats
    out: Floats
    gap: int

    def __call__(self, x: Floats, sizes: Ints) -> Floats:
        """Rows of all sequences, one after another, with the sizes of the sequences."""
        width = x.shape[1]
        taps = np.zeros((len(x) + 1, 3 * width), np.float32)  # the last row stands for no neighbour
        np.matmul(x, self.weight, out=taps[:-1])
        left, right = neighbours(sizes, self.gap)
        seen = taps[:-1, width : 2 * width] + self.bias
        seen += taps[left, :width]
        seen += taps[right, 2 * width :]
        added: Floats = np.maximum(seen, 0, out=seen) @ self.out
        added += x
        return added


def read_blocks(arrays: Mapping[str, Floats]) -> tuple[Block, ...]:
    """The blocks of a network, none where it has none."""
    blocks: list[Block] = []
    while (prefix := f"blocks.{len(blocks)}.") + "weight" in arrays:
        weight, bias, out = (arrays[prefix + part] for part in ("weight", "bias", "out"))
        blocks.append(Block(weight, bias, out, int(arrays[prefix + "gap"])))
    return tuple(blocks)


def neighbours(sizes: Ints, gap: int) -> tuple[Ints, Ints]:
    """For each row the rows ``gap`` before and after it in its sequence; the last row + 1 for none."""
    total = int(sizes.sum())
    rows = np.arange(total)
    ends = np.repeat(np.cumsum(sizes), sizes)
    starts = ends - np.repeat(sizes, sizes)
    return np.where(rows - gap >= starts, rows - gap, total), np.where(rows + gap < ends, rows + gap, total)


def sizes_of(sequences: Sequence[Sequence[str]]) -> Ints:
    """How many words each sequence has."""
    return np.array([len(sequence) for sequence in sequences], np.intp)

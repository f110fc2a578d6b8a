"""Layers that see further: convolutions with gaps (dilation), each added to what it reads.

After blocks with gaps of 1, 2 and 4 a word sees ten words to each side beyond the first layers.
The idea is that of dilated convolutions (Strubell et al. 2017), with residual sums.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from molva.networks.compiled import open_kernel, suits
from molva.networks.layout import Layout
from molva.networks.weights import Floats


@dataclass(frozen=True, slots=True)
class Block:
    """``x + relu(conv(x)) @ out``: ``weight`` is width x (3 x inner), its columns left, own, right; ``out`` inner x width."""

    weight: Floats
    bias: Floats
    out: Floats
    gap: int

    def __call__(self, x: Floats, layout: Layout) -> Floats:
        """One row a word, all sequences one after another, without empty rows."""
        inner = len(self.out)
        taps = np.empty((len(x) + 1, 3 * inner), np.float32)
        taps[-1] = 0  # stands for no neighbour
        np.matmul(x, self.weight, out=taps[:-1])
        left, right = layout.neighbours(self.gap)
        if (kernel := open_kernel()) and suits(*self.out.shape):
            return kernel.block(taps.reshape(-1, inner), (left, right), self.bias, self.out, x)
        seen = taps[:-1, inner : 2 * inner] + self.bias
        flat = taps.reshape(-1, inner)
        seen += flat.take(3 * left, axis=0)
        seen += flat.take(3 * right + 2, axis=0)
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

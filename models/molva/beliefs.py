"""What the teacher believes of raw sentences: kept between its training and that of the small networks."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

BEST = 24  # tags of a word


@dataclass(frozen=True, slots=True)
class Belief:
    """A sentence of n words.

    ``tags`` and ``shares`` are the best tags of each word and how much the teacher believes in
    them; ``arcs`` are scores of heads (n x (n + 1)), ``relations`` those of the best head's relations.
    """

    words: tuple[str, ...]
    tags: Tensor
    shares: Tensor
    arcs: Tensor
    relations: Tensor


def belief(words: Iterable[str], tags: Tensor, arcs: Tensor, relations: Tensor) -> Belief:
    """Pack scores of all tags, arcs and relations of one sentence; in half precision."""
    best = tags.topk(BEST, 1)
    shares = torch.softmax(best.values, 1)
    return Belief(tuple(words), best.indices.to(torch.int16), shares.half(), arcs.half(), relations.half())


def write(folder: Path, told: Iterable[Belief]) -> None:
    """Keep beliefs in a folder."""
    rows = [(one.words, one.tags, one.shares, one.arcs, one.relations) for one in told]
    torch.save(rows, _path(folder))


def read(folder: Path) -> list[Belief]:
    """The beliefs kept in a folder.

    Raises:
        FileNotFoundError: the teacher has not been trained yet.
    """
    if not _path(folder).is_file():
        raise FileNotFoundError(f"{_path(folder)} is missing: train the teacher first")
    return [Belief(*row) for row in torch.load(_path(folder))]


def _path(folder: Path) -> Path:
    return folder / "beliefs.pt"

"""What the readers believe of names: kept between their training and that of the network of names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from corpora import Named
from torch import Tensor


@dataclass(frozen=True, slots=True)
class Belief:
    """A document that has no gold by a guideline, and the readers' scores by it: words x labels."""

    words: list[str]
    sentences: list[int]
    guideline: int
    scores: Tensor

    @property
    def document(self) -> Named:
        """The document, no name marked."""
        return Named("", self.words, [], self.sentences, ["O"] * len(self.words), frozenset())


def write(folder: Path, chains: Sequence[Tensor], told: Iterable[Belief]) -> None:
    """Keep beliefs, and the chain of each guideline, in a folder."""
    rows = [(one.words, one.sentences, one.guideline, one.scores.half()) for one in told]
    torch.save({"chains": list(chains), "told": rows}, _path(folder))


def read(folder: Path) -> tuple[list[Tensor], list[Belief]]:
    """The chains and the beliefs kept in a folder.

    Raises:
        FileNotFoundError: the readers have not been trained yet.
    """
    if not _path(folder).is_file():
        raise FileNotFoundError(f"{_path(folder)} is missing: train the readers first")
    kept = torch.load(_path(folder))
    return kept["chains"], [
        Belief(words, sentences, g, scores.float()) for words, sentences, g, scores in kept["told"]
    ]


def _path(folder: Path) -> Path:
    return folder / "names.beliefs.pt"

"""Weights from a model folder, checked against the sums in its manifest."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from molva import models
from molva.errors import ModelError

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.intp]
Bits = npt.NDArray[np.bool_]
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Weights:
    """An opened model folder: what its manifest says, and its files once they are verified."""

    folder: Path
    manifest: dict[str, Any]

    @property
    def shapes(self) -> list[str]:
        """The word shapes, in the order of their vectors."""
        return list(self.manifest["shapes"])

    def labels(self, network: str) -> list[str]:
        """What a network can say, in the order of its outputs."""
        return list(self.manifest["labels"][network])

    @property
    def vectors(self) -> str:
        """The model whose word vectors these networks read: another one's, or their own."""
        return str(self.manifest.get("vectors", self.folder.name))

    def told_of(self, marks: Sequence[str]) -> bool:
        """Whether the networks are told what the dictionary says of a word.

        Raises:
            ModelError: they were trained with other marks than these.
        """
        wanted = self.manifest.get("dictionary")
        if wanted is not None and wanted != list(marks):
            raise ModelError(
                f"{self.folder} was trained with other marks of the dictionary than this molva reads: "
                "install molva and its model in one version"
            )
        return wanted is not None

    @property
    def by_sentence(self) -> bool:
        """Whether names are read sentence by sentence; else the whole document is one path."""
        return bool(self.manifest.get("by_sentence", False))

    def guideline(self, name: str) -> str:
        """The prefix of the output layer that speaks a guideline; an empty name is the first.

        Raises:
            ModelError: the network does not know the guideline; the message lists those it knows.
        """
        known = self.manifest.get("guidelines", {"": "head"})
        if name and name not in known:
            raise ModelError(
                f"{self.folder} knows no guideline {name!r}; it knows: {', '.join(known) or 'one'}"
            )
        return str(known[name] if name else next(iter(known.values())))

    def network(self, name: str) -> dict[str, Floats]:
        """The arrays of a network by name; those kept in half precision are widened."""
        with np.load(self._verified(f"{name}.npz")) as arrays:
            return {key: np.asarray(arrays[key], np.float32) for key in arrays.files}

    def array(self, name: str) -> npt.NDArray[Any]:
        """An array mapped from its file, not read into memory; a plain view, since numpy's own class is slow to index."""
        return np.asarray(np.load(self._verified(f"{name}.npy"), mmap_mode="r"))

    def _verified(self, name: str) -> Path:
        """The path of a file of weights that is what its digest says.

        Raises:
            ModelError: it is missing or damaged.
        """
        path = self.folder / name
        wanted = self.manifest["files"].get(name, {}).get("sha256")
        if not path.is_file() or wanted is None:
            raise ModelError(f"{path} is missing: install molva again")
        if _digest(path) != wanted:
            raise ModelError(
                f"{path} is damaged (its SHA-256 is not the one in manifest.json): install molva again"
            )
        return path


def open_network(model: str, network: str) -> Weights:
    """Open the model that holds a network: the one named, or the one whose network it uses.

    Raises:
        ModelError: no such model, or one of another format.
    """
    weights = open_weights(model)
    lender = weights.manifest.get("borrowed", {}).get(network)
    return open_weights(lender) if lender else weights


def open_weights(name: str) -> Weights:
    """Open a model by its name.

    Raises:
        ModelError: no such model, or one of another format.
    """
    folder = models.folder(name)
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except ValueError as error:
        raise ModelError(f"{folder / 'manifest.json'} is damaged ({error}): install molva again") from error
    if manifest.get("format") != FORMAT:
        raise ModelError(
            f"{folder} holds weights of format {manifest.get('format')}, this molva reads {FORMAT}: "
            "install molva and its model in one version"
        )
    return Weights(folder, manifest)


@lru_cache(32)
def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

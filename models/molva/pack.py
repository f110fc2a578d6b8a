"""Hand a trained network over to `molva.networks`: named arrays in half precision, and a manifest."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from encoder import STOCK, Encoder
from torch import Tensor

from molva.networks.dictionary import NAMES
from molva.networks.weights import FORMAT, open_weights

HERE = Path(__file__).parent
NETWORKS = ("morph", "ner", "syntax")
Arrays = dict[str, npt.NDArray[np.float32]]


def encoder_arrays(encoder: Encoder) -> Arrays:
    """The arrays of an encoder by the names that `molva.networks.encoder` reads."""
    arrays = {"emb.shape.weight": array(encoder.shape.weight), "wide.scale": array(encoder.spread)}
    for n, layer in enumerate(encoder.layers):
        prefix, size = f"encoder.layers.{n}.", layer.outputs
        arrays[prefix + "conv.weight"] = array(layer.weight).reshape(-1, 3, size).transpose(2, 0, 1)
        arrays[prefix + "conv.bias"] = array(layer.bias)
        arrays[prefix + "norm.weight"] = array(encoder.scales[n])
        arrays[prefix + "norm.bias"] = array(encoder.shifts[n])
        arrays[prefix + "norm.mean"] = np.zeros(size, np.float32)
        arrays[prefix + "norm.std"] = np.ones(size, np.float32)
    for n, (block, out) in enumerate(zip(encoder.blocks, encoder.outs, strict=True)):
        arrays[f"blocks.{n}.weight"], arrays[f"blocks.{n}.bias"] = array(block.weight), array(block.bias)
        arrays[f"blocks.{n}.out"] = array(out.weight).T
        arrays[f"blocks.{n}.gap"] = np.array(block.gap, np.float32)
    if encoder.memory is not None:
        arrays |= linear_arrays("memory.", encoder.memory.weight, encoder.memory.bias)
    return arrays


def linear_arrays(prefix: str, weight: Tensor, bias: Tensor) -> Arrays:
    """A linear layer: inputs x outputs, and the bias."""
    return {prefix + "weight": array(weight).T, prefix + "bias": array(bias)}


def array(tensor: Tensor) -> npt.NDArray[np.float32]:
    """Numbers of a tensor."""
    return np.asarray(tensor.detach().cpu().numpy(), np.float32)


def write(name: str, arrays: Mapping[str, npt.NDArray[np.float32]], labels: Sequence[str]) -> None:
    """Keep a network, and tell the manifest of it; what is not trained yet is borrowed."""
    np.savez(
        HERE / f"{name}.npz", **{key: np.array(value, np.float16, order="C") for key, value in arrays.items()}
    )
    told = json.loads(path.read_text(encoding="utf-8")) if (path := HERE / "manifest.json").is_file() else {}
    known = {**told.get("labels", {}), name: list(labels)}
    manifest = {
        "name": "molva",
        "format": FORMAT,
        "vectors": STOCK,
        "borrowed": {network: STOCK for network in NETWORKS if network not in known},
        "shapes": open_weights(STOCK).shapes,
        "dictionary": list(NAMES),
        "by_sentence": True,
        "guidelines": {"nerel": "nerel", "factru": "factru"},
        "labels": known,
        "files": {
            file.name: {"sha256": hashlib.sha256(file.read_bytes()).hexdigest(), "bytes": file.stat().st_size}
            for file in sorted(HERE.glob("*.npz"))
        },
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")

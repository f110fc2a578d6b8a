"""Makes the files of this folder from natasha's wheel, without natasha, slovnet or navec.

    python models/natasha/build.py natasha-1.6.0-py3-none-any.whl

The weights are copied number for number; only their packing changes. What a second run writes is
the same to the byte.
"""

import gzip
import hashlib
import io
import json
import struct
import sys
import tarfile
import zipfile
from pathlib import Path

import numpy as np

WHEEL_SHA256 = "e12b130d05a0b4d2eb6442092ed5b5769a68a311c17f2095b1aa739fb8d6dc78"
VECTORS = "natasha/data/emb/navec_news_v1_1B_250K_300d_100q.tar"
NETWORK = "natasha/data/model/slovnet_{name}_news_v1.tar"
HERE = Path(__file__).parent
FORMAT = 1


def main(wheel: Path) -> None:
    """Unpack, convert, and write the manifest last."""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if digest != WHEEL_SHA256:
        sys.exit(f"{wheel} is not the wheel of natasha 1.6.0: its SHA-256 is {digest}, not {WHEEL_SHA256}")
    with zipfile.ZipFile(wheel) as archive:
        words = vectors(opened(archive, VECTORS))
        labels = {
            name: network(name, opened(archive, NETWORK.format(name=name)))
            for name in ("morph", "syntax", "ner")
        }
        (HERE / "LICENSE").write_bytes(archive.read("natasha-1.6.0.dist-info/LICENSE"))
    shapes = {name: found.pop("shapes") for name, found in labels.items()}
    assert shapes["morph"] == shapes["syntax"] == shapes["ner"]
    manifest = {
        "name": "natasha",
        "format": FORMAT,
        "made_from": {"file": wheel.name, "sha256": digest},
        "words": words,
        "shapes": shapes["morph"],
        "labels": {name: found["labels"] for name, found in labels.items()},
        "files": {
            path.name: {"sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "bytes": path.stat().st_size}
            for path in sorted(HERE.glob("*.np[yz]"))
        },
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (HERE / "manifest.json").write_text(text + "\n", encoding="utf-8")


def opened(archive: zipfile.ZipFile, name: str) -> tarfile.TarFile:
    """A tar archive inside the wheel."""
    return tarfile.open(fileobj=io.BytesIO(archive.read(name)))


def vectors(tar: tarfile.TarFile) -> int:
    """The product-quantised word vectors, their rows in the order of the words' hashes.

    Returns:
        How many words there are; the row after theirs stands for any other word.
    """
    vocabulary = gzip.decompress(read(tar, "vocab.bin"))
    (size,) = struct.unpack_from("<I", vocabulary)
    words = vocabulary[4 + 4 * size :].decode("utf-8").splitlines()
    packed = read(tar, "pq.bin")
    rows, parts, centroids = struct.unpack_from("<III", packed)[0], *struct.unpack_from("<II", packed, 8)
    indexes = np.frombuffer(packed, np.uint8, rows * parts, 16).reshape(rows, parts)
    codes = np.frombuffer(packed, np.float32, -1, 16 + rows * parts).reshape(parts, centroids, -1)
    assert len(words) == rows
    assert words[-2:] == ["<unk>", "<pad>"]

    keys = np.array([key(word) for word in words[:-2]], np.uint64)
    order = np.argsort(keys)
    assert len(np.unique(keys)) == len(keys)
    np.save(HERE / "hashes.npy", keys[order])
    np.save(HERE / "rows.npy", np.vstack([indexes[:-2][order], indexes[-2:-1]]))
    np.save(HERE / "codes.npy", codes)
    return len(keys)


def key(word: str) -> int:
    """The hash under which a word is found: the first eight bytes of BLAKE2b."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8"), digest_size=8).digest(), "little")


def network(name: str, tar: tarfile.TarFile) -> dict[str, list[str]]:
    """One network as a single .npz of its named arrays; returns its labels and word shapes."""
    arrays = {
        ".".join(path): np.frombuffer(read(tar, f"arrays/{weight['array']}.bin"), weight["dtype"]).reshape(
            weight["shape"]
        )
        for path, weight in weights(json.loads(read(tar, "model.json")))
    }
    np.savez(HERE / f"{name}.npz", **arrays)
    labels = "rel" if name == "syntax" else "tag"
    return {"labels": lines(tar, labels), "shapes": lines(tar, "shape")}


def weights(node: object, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], dict]]:
    """The arrays of slovnet's description of a network, with their places in it."""
    if isinstance(node, list):
        return [found for n, item in enumerate(node) for found in weights(item, (*path, str(n)))]
    if not isinstance(node, dict):
        return []
    if "array" in node:
        return [(path, node)]
    return [found for name, item in node.items() for found in weights(item, (*path, name))]


def lines(tar: tarfile.TarFile, name: str) -> list[str]:
    """A vocabulary of labels or shapes."""
    return gzip.decompress(read(tar, f"vocabs/{name}.gz")).decode("utf-8").splitlines()


def read(tar: tarfile.TarFile, name: str) -> bytes:
    """A member of an archive, whole."""
    member = tar.extractfile(name)
    assert member is not None
    return member.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""The texts that are measured on."""

import argparse
import gzip
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data/sample"
SHARED = (("corpus/rbc-2022-2024.jsonl.gz", 1_000), ("gold/quotes/train.jsonl", None))


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts, and where they are from."""

    name: str
    texts: list[str]

    def some(self, count: int | None) -> "Corpus":
        """So many of the texts, spread evenly over them."""
        whole = len(self.texts)
        if not count or count >= whole:
            return self
        return Corpus(self.name, [self.texts[i * whole // count] for i in range(count)])


def arguments(description: str | None, names: Sequence[str]) -> argparse.Namespace:
    """What is asked of a comparison of texts with their twins: ``texts``, ``documents``, ``only`` some of the ways, how many to ``show``."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path, nargs="?", help="a folder of .txt and .jsonl[.gz], or one file")
    parser.add_argument("--show", type=int, default=0, help="differences shown of each")
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="these alone")
    parser.add_argument("--documents", type=int, default=300, help="documents at the most")
    return parser.parse_args()


def read_corpus(path: Path | None) -> Corpus:
    """The texts of a file or folder; without one, news from MOLVA_SHARED, or the sample."""
    if path:
        return Corpus(str(path), list(_texts(path)))
    shared = os.environ.get("MOLVA_SHARED")
    parts = [(Path(shared) / name, count) for name, count in SHARED] if shared else []
    parts = [(file, count) for file, count in parts if file.exists()]
    if parts:
        texts = [text for file, count in parts for text in islice(_texts(file), count)]
        return Corpus(", ".join(file.name for file, _ in parts), texts)
    return Corpus("data/sample (MOLVA_SHARED names no larger corpus)", list(_texts(SAMPLE)))


def _texts(path: Path) -> Iterator[str]:
    """The texts of a .jsonl[.gz] or UTF-8 .txt file, or of those in a folder; empty ones are left out."""
    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    for file in files:
        found: Iterable[str] = ()
        if file.name.endswith((".jsonl", ".jsonl.gz")):
            found = read_lines(file)
        elif file.suffix == ".txt":
            found = _whole(file)
        yield from (text for text in found if text.strip())  # natasha fails on an empty one


def _whole(file: Path) -> Iterator[str]:
    try:
        yield file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:  # an old encoding: natasha has nothing to read it with
        return


def read_lines(file: Path) -> Iterator[str]:
    """The texts of a .jsonl or .jsonl.gz file."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def write_lines(file: Path, texts: Sequence[str]) -> Path:
    """The texts as a .jsonl file with ids."""
    rows = ({"id": str(i), "text": text} for i, text in enumerate(texts, 1))
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return file


def cut(texts: Iterable[str], size: int, whole: int) -> list[str]:
    """The first ``whole`` bytes of the texts, joined and cut at ends of lines into documents of ``size`` bytes.

    Fewer where the texts end before: none if they do not make one document of that size.
    """
    documents: list[str] = []
    lines: list[str] = []
    length = 0
    for line in (line for text in texts for line in f"{text}\n\n".splitlines(keepends=True)):
        lines.append(line)
        length += len(line.encode())
        if length >= size:
            documents.append("".join(lines))
            lines, length = [], 0
            if len(documents) * size >= whole:
                break
    return documents

"""The sample corpus and its gold, both made from the marked texts in data/gold/marked.

A marked file begins with a line that says what becomes of it:

    #: file=old/notice-cp1251.txt encoding=cp1251 newline=crlf
    #: file=tables/posts.jsonl id=post-1 date=2024-03-02

The second form makes one row of a table; the keys after the id are its metadata.

    python tests/sample.py           writes data/sample and data/gold/sample.jsonl anew
    python tests/sample.py --check   only says which of these files differ
"""

import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marked import Marked, MarkedError, MarkedQuote, parse

DATA = Path(__file__).parent.parent / "data"
MARKED = DATA / "gold" / "marked"
GOLD = DATA / "gold" / "sample.jsonl"
SAMPLE = DATA / "sample"

_HEADER = "#:"
_SETTING = re.compile(r"(\w+)=(.*?)(?=\s\w+=|$)")


@dataclass(frozen=True, slots=True)
class Piece:
    """One document: the file or the row it becomes, and what is marked in it."""

    path: Path
    line: int
    settings: dict[str, str]
    marked: Marked

    @property
    def target(self) -> Path:
        return SAMPLE / self.settings["file"]

    @property
    def name(self) -> str:
        return self.settings.get("id") or str(Path(self.settings["file"]).with_suffix(""))

    @property
    def text(self) -> str:
        newline = "\r\n" if self.settings.get("newline") == "crlf" else "\n"
        return self.marked.text.replace("\n", newline)

    @property
    def row(self) -> dict[str, str]:
        meta = {key: value for key, value in self.settings.items() if key not in {"file", "id"}}
        return {"id": self.name, "text": self.text, **meta}


def pieces() -> list[Piece]:
    """All marked documents, in the order of their files."""
    return [piece for path in sorted(MARKED.rglob("*.txt")) for piece in _read(path)]


def _read(path: Path) -> Iterator[Piece]:
    lines = path.read_text(encoding="utf-8").split("\n")
    heads = [i for i, line in enumerate(lines) if line.startswith(_HEADER)]
    for start, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        body = "\n".join(lines[start + 1 : end])
        settings = dict(_SETTING.findall(lines[start].removeprefix(_HEADER).strip()))
        if "id" in settings:
            body = body.rstrip("\n")
        try:
            yield Piece(path, start + 1, settings, parse(body))
        except MarkedError as error:
            raise MarkedError(start + 1 + error.line, error.what, place=f"{path}:") from None


def files() -> dict[Path, bytes]:
    """Every file that the marked texts make, with its bytes."""
    made: dict[Path, bytes] = {}
    tables: dict[Path, list[dict[str, str]]] = {}
    for piece in pieces():
        if "id" in piece.settings:
            tables.setdefault(piece.target, []).append(piece.row)
        else:
            made[piece.target] = piece.text.encode(piece.settings.get("encoding", "utf-8"))
    made |= {path: _table(path, rows).encode() for path, rows in tables.items()}
    made[GOLD] = _jsonl(gold_row(piece) for piece in pieces()).encode()
    return made


def _table(path: Path, rows: list[dict[str, str]]) -> str:
    if path.suffix == ".jsonl":
        return _jsonl(rows)
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _jsonl(rows: Any) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def gold_row(piece: Piece) -> dict[str, Any]:
    """A document of the gold file: its text and its quotes, with offsets in that text."""
    moved = _Offsets(piece)
    quotes = [_quote(piece, moved, i, quote) for i, quote in enumerate(piece.marked.quotes, start=1)]
    return {"doc": piece.name, "text": piece.text, "quotes": quotes}


class _Offsets:
    """Places of the marked text in the written one, where a new line may be two characters."""

    def __init__(self, piece: Piece) -> None:
        wide = piece.settings.get("newline") == "crlf"
        text = piece.marked.text
        self.at = [0]
        for char in text:
            self.at.append(self.at[-1] + (2 if wide and char == "\n" else 1))

    def __call__(self, edges: tuple[int, int] | None) -> list[int] | None:
        return None if edges is None else [self.at[edges[0]], self.at[edges[1]]]


def _quote(piece: Piece, moved: _Offsets, number: int, quote: MarkedQuote) -> dict[str, Any]:
    speaker = _one(piece, number, quote.speakers)
    row = {
        "id": number,
        "type": _one(piece, number, sorted(quote.types)),
        "content": [moved(part) for part in quote.parts],
        "cue": moved(quote.cue),
        "source": moved(quote.source),
        "speaker": speaker,
        "kind": quote.kind or _kind(piece, number, speaker),
        "via": _one(piece, number, quote.via),
        "parent": None if quote.parent is None else quote.parent + 1,
    }
    polarity = _one(piece, number, sorted(quote.polarities))
    return row if polarity == "asserted" else {**row, "polarity": polarity}


def _one(piece: Piece, number: int, answers: Any) -> Any:
    if answers is None or len(answers) != 1:
        raise MarkedError(
            piece.line, f"quote {number} needs one answer, not {answers}", place=f"{piece.path}:"
        )
    return answers[0]


def _kind(piece: Piece, number: int, speaker: str | None) -> str:
    if speaker is None:
        return "none"
    if not speaker[:1].isupper():
        raise MarkedError(
            piece.line,
            f"quote {number}: say the kind of «{speaker}»: {{…|{speaker} group}}",
            place=f"{piece.path}:",
        )
    return "person"


def main(arguments: list[str]) -> int:
    """Write the files, or with --check list those that differ."""
    stale = [path for path, data in files().items() if not path.exists() or path.read_bytes() != data]
    for path in stale:
        print(path.relative_to(DATA.parent))  # noqa: T201
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files()[path])
    return int(bool(stale) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

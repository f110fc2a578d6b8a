"""Files of marked cases: reading them, comparing them with what was found, showing the difference.

A file holds cases with empty lines between them. Lines that begin with `#` above a case say why it
is there; `E17` in them is a construction of the census, `R4` a ruling of the guidelines. A line
`XFAIL: reason` above a case says that it is known to fail. The other lines are one text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marked import Edges, Marked, MarkedError, MarkedQuote, parse

_WORD = re.compile(r"\w+(?:-\w+)*")
_TAG = re.compile(r"\b([ER]\d+)\b")


@dataclass(frozen=True, slots=True)
class Case:
    """One marked text of a file: where it stands, why, and whether it is known to fail."""

    path: Path
    line: int
    comment: str
    marked: str
    known_to_fail: str | None
    expected: Marked

    @property
    def name(self) -> str:
        return f"{self.path.stem}:{self.line}"

    @property
    def tags(self) -> frozenset[str]:
        return frozenset(_TAG.findall(self.comment))


@dataclass(frozen=True, slots=True)
class Found:
    """A quote as molva found it, in characters of the text; ``parent`` is an index."""

    parts: tuple[Edges, ...]
    type: str
    speaker: str | None
    kind: str | None = None
    cue: Edges | None = None
    source: Edges | None = None
    via: str | None = None
    polarity: str = "asserted"
    parent: int | None = None
    construction: str = ""


def read_cases(path: Path) -> list[Case]:
    """All cases of a file; `MarkedError` names the file and the line."""
    return list(_cases(path, path.read_text(encoding="utf-8").split("\n")))


def _cases(path: Path, lines: Sequence[str]) -> Iterator[Case]:
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield from _case(path, block)
            block = []


def _case(path: Path, block: Sequence[tuple[int, str]]) -> Iterator[Case]:
    comments = [line for _, line in block if line.startswith("#")]
    fails = [line for _, line in block if line.startswith("XFAIL")]
    body = [(n, line) for n, line in block if not line.startswith(("#", "XFAIL"))]
    if not body:
        return
    first, marked = body[0][0], "\n".join(line for _, line in body)
    try:
        expected = parse(marked)
    except MarkedError as error:
        line = body[min(error.line, len(body)) - 1][0]
        raise MarkedError(line, error.what, place=f"{path}:") from None
    reason = fails[0].removeprefix("XFAIL").lstrip(": ") if fails else None
    comment = " ".join(line.lstrip("# ") for line in comments)
    yield Case(path, first, comment, marked, reason, expected)


def found_quotes(doc: Any) -> list[Found]:
    """The quotes of a `Doc` in characters of its text."""
    quotes = doc._.quotes
    index = {quote.id: i for i, quote in enumerate(quotes)}
    return [
        Found(
            parts=tuple((p.start_char, p.end_char) for p in quote.content),
            type=quote.type,
            speaker=quote.speaker.name if quote.speaker else None,
            kind=quote.kind,
            cue=_edges(quote.cue),
            source=_edges(quote.source),
            via=quote.via,
            polarity=quote.polarity,
            parent=index.get(quote.parent),
            construction=quote.construction,
        )
        for quote in quotes
    ]


def _edges(span: Any) -> Edges | None:
    return (span.start_char, span.end_char) if span is not None else None


def differences(expected: Marked, found: Sequence[Found]) -> list[str]:
    """What is missed, what nobody marked, and which fields differ; empty when all is well."""
    words = _Words(expected)
    pairs, spurious = _pair(expected, found, words)
    out = []
    for i, quote in enumerate(expected.quotes):
        if i in pairs:
            parent = None if quote.parent is None else pairs.get(quote.parent)
            wrong = [*_fields(quote, found[pairs[i]], words), *_parent(found[pairs[i]], parent)]
            out += [f"{words.show(quote.parts)}: {difference}" for difference in wrong]
        elif not quote.optional:
            out.append(f"missed: {words.show(quote.parts)}")
    shown = (f"{words.show(found[j].parts)} [{found[j].construction}]" for j in spurious)
    return out + [f"nobody marked this: {quote}" for quote in shown]


def _pair(expected: Marked, found: Sequence[Found], words: "_Words") -> tuple[dict[int, int], list[int]]:
    free = list(range(len(found)))
    pairs: dict[int, int] = {}
    for i, quote in enumerate(expected.quotes):
        same = [j for j in free if words.same(quote, found[j])]
        if same:
            pairs[i] = same[0]
            free.remove(same[0])
    return pairs, free


def _fields(quote: MarkedQuote, got: Found, words: "_Words") -> Iterator[str]:
    if got.type not in quote.types:
        yield f"type {got.type}, not {_or(quote.types)}"
    if quote.speakers is not None and _plain(got.speaker) not in map(_plain, quote.speakers):
        yield f"speaker {got.speaker}, not {_or(quote.speakers)}"
    if quote.kind is not None and got.kind != quote.kind:
        yield f"kind {got.kind}, not {quote.kind}"
    if quote.via is not None and _plain(got.via) not in map(_plain, quote.via):
        yield f"via {got.via}, not {_or(quote.via)}"
    if got.polarity not in quote.polarities:
        yield f"polarity {got.polarity}, not {_or(quote.polarities)}"
    if not words.touch(quote.cue, got.cue) and not (quote.cue_free and got.cue is None):
        yield f"cue {words.one(got.cue)}, not {words.one(quote.cue)}"
    if quote.source and not words.touch(quote.source, got.source):
        yield f"source {words.one(got.source)}, not {words.one(quote.source)}"


def _parent(got: Found, parent: int | None) -> Iterator[str]:
    if got.parent != parent:
        yield f"parent {got.parent}, not {parent}"


def _or(names: Iterable[str | None]) -> str:
    return " or ".join(str(name) for name in names)


def _plain(name: str | None) -> str | None:
    """A name up to ё and case; a stress mark or a mark of quotation is no part of it."""
    return None if name is None else name.casefold().replace("ё", "е")


class _Words:
    """The words of a text and which of them a stretch covers."""

    def __init__(self, expected: Marked) -> None:
        self.text = expected.text
        self.spans = [m.span() for m in _WORD.finditer(expected.text)]

    def of(self, parts: Iterable[Edges | None]) -> set[int]:
        edges = [part for part in parts if part is not None]
        return {i for i, (a, b) in enumerate(self.spans) for s, e in edges if s <= a and b <= e}

    def same(self, quote: MarkedQuote, found: Found) -> bool:
        return not (self.of(quote.parts) ^ self.of(found.parts)) - self.of(quote.loose)

    def touch(self, one: Edges | None, other: Edges | None) -> bool:
        if one is None or other is None:
            return one is other
        return bool(self.of([one]) & self.of([other])) or one == other

    def one(self, edges: Edges | None) -> str:
        return "none" if edges is None else f"«{self.text[slice(*edges)]}»"

    def show(self, parts: Iterable[Edges]) -> str:
        return "{" + " … ".join(self.text[a:b] for a, b in parts).replace("\n", "¶") + "}"


def render(text: str, found: Sequence[Found]) -> str:
    """A text with the quotes found in it, in the same notation as the cases."""
    inserts: list[tuple[int, int, str]] = []
    for number, quote in enumerate(found, start=1):
        for k, (start, end) in enumerate(quote.parts):
            label = f"{number}:" if len(quote.parts) > 1 else ""
            inserts.append((start, 1, "{" + label))
            inserts.append((end, 0, ("|" + _tail(quote) if k == 0 else "") + "}"))
        for mark, edges in (("^", quote.cue), ("_", quote.source)):
            if edges:
                inserts += [(edges[0], 2, mark), (edges[1], -1, mark)]
    out, at = [], 0
    for place, _, mark in sorted(inserts, key=lambda i: i[:2]):
        out += [text[at:place], mark]
        at = place
    return "".join(out) + text[at:]


def _tail(quote: Found) -> str:
    polarity = "" if quote.polarity == "asserted" else f" {quote.polarity}"
    via = f" via {quote.via}" if quote.via else ""
    return f"{quote.speaker or '-'} {quote.type}{polarity}{via}"


def report(case: Case, found: Sequence[Found]) -> str:
    """The differences, then the case as it was marked and as molva marked it; empty if none."""
    problems = differences(case.expected, found)
    if not problems:
        return ""
    head = f"{case.path}:{case.line}: {case.comment}"
    return "\n".join(
        [
            head,
            *(f"  - {problem}" for problem in problems),
            "  marked:",
            *(f"    {line}" for line in case.marked.split("\n")),
            "  found:",
            *(f"    {line}" for line in render(case.expected.text, found).split("\n")),
        ],
    )

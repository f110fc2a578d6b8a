"""What belongs to what in a marked text: cues and sources to quotes, keywords to names."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Edges = tuple[int, int]

TYPES = frozenset({"direct", "indirect", "mixed"})
POLARITIES = frozenset({"asserted", "denied", "negated", "hypothetical"})
KINDS = frozenset({"person", "org", "group", "document", "none"})
OPENERS = '«„“"‹`'


_SENTENCE_END = re.compile(r"[.!?…](?=[»”\"]?\s|$)|\n")
_FAR = 1000  # another sentence is farther than any word of this one


class MarkedError(ValueError):
    """A marked text that cannot be read: ``line`` (from 1) and what is wrong there."""

    def __init__(self, line: int, what: str, place: str = "") -> None:
        super().__init__(f"{place or 'line '}{line}: {what}")
        self.line = line
        self.what = what


@dataclass(frozen=True, slots=True)
class MarkedQuote:
    """What a marked text expects of one quote; None stands for «not looked at».

    ``parts`` and ``loose`` are [start, end) in the plain text; ``speakers`` and ``via`` list the
    answers that will do (None among them: nobody); ``parent`` is an index into the quotes.
    """

    parts: tuple[Edges, ...]
    types: frozenset[str]
    speakers: tuple[str | None, ...] | None
    kind: str | None
    via: tuple[str | None, ...] | None
    polarities: frozenset[str]
    cue: Edges | None
    cue_free: bool
    source: Edges | None
    parent: int | None
    optional: bool
    loose: tuple[Edges, ...]


@dataclass(slots=True)
class Draft:
    """A quote while it is being read: its parts so far and what stands after its bar."""

    labels: str | None
    optional: bool
    parent: int | None
    parts: list[Edges] = field(default_factory=list)
    tail: str | None = None


@dataclass(frozen=True, slots=True)
class Pointer:
    """A cue or a source, and the labels of the quotes it belongs to."""

    start: int
    end: int
    labels: tuple[str, ...]
    free: bool


class Linker:
    """Gives every cue and source its quote, and reads what stands after the bars."""

    def __init__(
        self,
        text: str,
        drafts: list[Draft],
        pointers: dict[str, list[Pointer]],
        loose: list[Edges],
        error: Callable[[str], MarkedError],
    ) -> None:
        self.text = text
        self.drafts = drafts
        self.cues = pointers["^"]
        self.sources = pointers["_"]
        self.loose = tuple(loose)
        self.error = error

    def quotes(self) -> tuple[MarkedQuote, ...]:
        cue_of: dict[int, Pointer] = {}
        for cue in self.cues:
            self.give(cue_of, cue, self.owners(cue), "cues")
        source_of: dict[int, Pointer] = {}
        for source in self.sources:
            self.give(source_of, source, self.owners_of_source(source, cue_of), "sources")
        return tuple(self.quote(i, cue_of.get(i), source_of.get(i)) for i in range(len(self.drafts)))

    def give(self, owned: dict[int, Pointer], pointer: Pointer, owners: list[int], what: str) -> None:
        for owner in owners:
            if owner in owned:
                words = [self.text[p.start : p.end] for p in (owned[owner], pointer)]
                raise self.error(f"one quote has two {what}, {words}: label them (^1:…^, {{1:…}})")
            owned[owner] = pointer

    def owners(self, pointer: Pointer) -> list[int]:
        if pointer.labels:
            return [self.labelled(label) for label in pointer.labels]
        outside = [i for i, draft in enumerate(self.drafts) if not self.inside(pointer, draft)]
        if not outside:
            raise self.error(f"«{self.text[pointer.start : pointer.end]}» has no quote to belong to")
        return [min(outside, key=lambda i: self.distance(pointer, self.drafts[i].parts))]

    def owners_of_source(self, source: Pointer, cue_of: dict[int, Pointer]) -> list[int]:
        if source.labels or not cue_of:
            return self.owners(source)
        nearest = min(cue_of.values(), key=lambda c: self.distance(source, [(c.start, c.end)]))
        if self.distance(source, [(nearest.start, nearest.end)]) >= _FAR:
            return self.owners(source)
        return [quote for quote, cue in cue_of.items() if cue is nearest]

    def labelled(self, label: str) -> int:
        for i, draft in enumerate(self.drafts):
            if draft.labels == label:
                return i
        raise self.error(f"no quote has the label {label}")

    def inside(self, pointer: Pointer, draft: Draft) -> bool:
        return any(start <= pointer.start and pointer.end <= end for start, end in draft.parts)

    def distance(self, pointer: Pointer, parts: list[Edges]) -> int:
        return min(self.gap(pointer, part) for part in parts)

    def gap(self, pointer: Pointer, part: Edges) -> int:
        start, end = min(pointer.end, part[1]), max(pointer.start, part[0])
        far = _FAR if _SENTENCE_END.search(self.text, start, max(start, end)) else 0
        return max(0, end - start) + far

    def quote(self, index: int, cue: Pointer | None, source: Pointer | None) -> MarkedQuote:
        draft = self.drafts[index]
        if draft.tail is None:
            part = self.text[slice(*draft.parts[0])]
            raise self.error(f"quote «{part}» names no speaker: {{…|name}}, {{…|-}} or {{…|*}}")
        tail = _Tail(draft.tail)
        return MarkedQuote(
            parts=tuple(draft.parts),
            types=tail.pick(TYPES) or frozenset({self.type(draft.parts)}),
            speakers=tail.speakers,
            kind=next(iter(tail.pick(KINDS)), None),
            via=tail.via,
            polarities=tail.pick(POLARITIES) or frozenset({"asserted"}),
            cue=(cue.start, cue.end) if cue else None,
            cue_free=bool(cue and cue.free),
            source=(source.start, source.end) if source else None,
            parent=draft.parent,
            optional=draft.optional,
            loose=self.loose,
        )

    def type(self, parts: list[Edges]) -> str:
        after_mark = [start > 0 and self.text[start - 1] in OPENERS for start, _ in parts]
        if after_mark[0]:
            return "direct"
        held = any(mark in self.text[start:end] for start, end in parts for mark in OPENERS)
        return "mixed" if held or any(after_mark) else "indirect"


class _Tail:
    """What stands after the bar: names, then keywords, then «via» and a medium."""

    def __init__(self, tail: str) -> None:
        head, _, via = f"{tail} ".partition(" via ")
        words = head.split()
        self.words: list[str] = []
        while words and all(w in TYPES | POLARITIES | KINDS for w in words[-1].split("/")):
            self.words += words.pop().split("/")
        self.speakers = _names(" ".join(words))
        self.via = _names(via.strip() or "-")

    def pick(self, kind: frozenset[str]) -> frozenset[str]:
        return kind.intersection(self.words)


def _names(text: str) -> tuple[str | None, ...] | None:
    if text == "*":
        return None
    return tuple(None if name == "-" else name for name in _split(text))


def _split(text: str) -> Iterator[str]:
    return (name.strip() for name in text.split(" / "))

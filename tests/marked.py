r"""Marked text: running Russian with its quotes, cues, sources and mentions marked inside it.

    «{Смета готова|Пётр Орехов}», — ^сообщил^ _министр Пётр Орехов_.

`parse` takes the marks out and says where they stood. The notation:

    {content|speaker}        a quote; the speaker is the canonical name, in the nominative
    {content|A / B}          either name will do;  {…|-}  nobody;  {…|*}  not looked at
    {content|A direct}       the type, where typography does not show it; `direct/mixed`: either
    {content|A denied}       the polarity (`negated`, `hypothetical`); unmarked is `asserted`
    {content|A org}          the kind of speaker: person, org, group, document, none
    {content|A via ТАСС}     the medium that passed the words on; `via *`: not looked at
    {1:part|A} … {1:part}    one quote in several parts; also a label for its cue and source
    {?content|A}             may be found or not; if it is, then with these fields
    {outer {inner|A}|B}      the quote inside has the one around it as its parent
    ^cue^  _source_          belong to the nearest quote (a source to the nearest cue's quote);
    ^1:cue^  ^1,2:cue^       or to the quotes with these labels;  ^?cue^: may stay unfound
    [mention|entity]         a mention and the canonical name of its entity; [mention] has none
    ~words~                  words that may be in the content or out of it
    ¶                        a new line
    \{ \_ \u00a0 \r          the character itself; any character by its code; \n \r \t

Type by typography: `direct` when the brace stands right after an opening mark, `mixed` when a
part holds an opening mark or begins right after one, `indirect` otherwise.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Edges = tuple[int, int]

TYPES = frozenset({"direct", "indirect", "mixed"})
POLARITIES = frozenset({"asserted", "denied", "negated", "hypothetical"})
KINDS = frozenset({"person", "org", "group", "document", "none"})
OPENERS = '«„“"‹`'

_BRACE = re.compile(r"\{(?P<free>\?)?(?:(?P<labels>[0-9a-z]+):)?")
_TOGGLE = re.compile(r"[\^_](?P<free>\?)?(?:(?P<labels>[0-9a-z]+(?:,[0-9a-z]+)*):)?")
_ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|(?P<char>.))", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?…](?=[»”\"]?\s|$)|\n")
_CONTROL = {"n": "\n", "r": "\r", "t": "\t"}


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


@dataclass(frozen=True, slots=True)
class MarkedMention:
    """A marked mention: [start, end) in the plain text and the name of its entity, if given."""

    start: int
    end: int
    entity: str | None


@dataclass(frozen=True, slots=True)
class Marked:
    """A parsed marked text; quotes are in the order in which they open."""

    text: str
    quotes: tuple[MarkedQuote, ...]
    mentions: tuple[MarkedMention, ...]
    sourced: bool


@dataclass(slots=True)
class _Draft:
    labels: str | None
    optional: bool
    parent: "int | None"
    parts: list[Edges] = field(default_factory=list)
    tail: str | None = None


@dataclass(frozen=True, slots=True)
class _Pointer:
    start: int
    end: int
    labels: tuple[str, ...]
    free: bool


def parse(marked: str) -> Marked:
    """Plain text and expectations of a marked text; `MarkedError` when the marks do not fit."""
    return _Reader(marked).read()


def unmarked(marked: str) -> str:
    """The plain text alone."""
    return parse(marked).text


class _Reader:
    """One pass over the marked text, with a stack of what is open."""

    def __init__(self, marked: str) -> None:
        self.marked = marked
        self.at = 0
        self.out: list[str] = []
        self.length = 0
        self.stack: list[tuple[str, int, int]] = []  # what is open, where in the plain text, which quote
        self.drafts: list[_Draft] = []
        self.mentions: list[MarkedMention] = []
        self.loose: list[Edges] = []
        self.pointers: dict[str, list[_Pointer]] = {"^": [], "_": []}
        self.toggles: dict[str, tuple[int, re.Match[str] | None]] = {}

    def read(self) -> Marked:
        while self.at < len(self.marked):
            self.step(self.marked[self.at])
        if self.stack:
            raise self.error(f"«{self.stack[-1][0]}» is never closed")
        if self.toggles:
            raise self.error(f"«{next(iter(self.toggles))}» is never closed")
        text = "".join(self.out)
        quotes = _Linker(text, self.drafts, self.pointers, self.loose, self.error).quotes()
        mentions = tuple(sorted(self.mentions, key=lambda m: (m.start, -m.end)))
        return Marked(text, quotes, mentions, sourced=bool(self.pointers["_"]))

    def step(self, char: str) -> None:
        match char:
            case "\\":
                self.escape()
            case "{":
                self.open_quote()
            case "[":
                self.stack.append(("[", self.length, -1))
                self.at += 1
            case "|" | "}" | "]" if self.stack:
                self.close()
            case "}" | "]" | "|":
                raise self.error(f"«{char}» closes nothing; write \\{char} for the character itself")
            case "^" | "_" | "~":
                self.toggle(char)
            case _:
                self.put("\n" if char == "¶" else char)
                self.at += 1

    def put(self, text: str) -> None:
        self.out.append(text)
        self.length += len(text)

    def escape(self) -> None:
        found = _ESCAPE.match(self.marked, self.at)
        if found is None:
            raise self.error("a lone backslash at the end")
        code, char = found["code"], found["char"]
        self.put(chr(int(code, 16)) if code else _CONTROL.get(char, char))
        self.at = found.end()

    def open_quote(self) -> None:
        found = _BRACE.match(self.marked, self.at)
        assert found is not None
        label = found["labels"]
        known = (i for i, d in enumerate(self.drafts) if label is not None and d.labels == label)
        index = next(known, len(self.drafts))
        if index == len(self.drafts):
            parent = next((quote for what, _, quote in reversed(self.stack) if what == "{"), None)
            self.drafts.append(_Draft(label, bool(found["free"]), parent))
        self.stack.append(("{", self.length, index))
        self.at = found.end()

    def close(self) -> None:
        what, start, index = self.stack.pop()
        bracket = "}" if what == "{" else "]"
        end = self.marked.find(bracket, self.at)
        if end < 0:
            raise self.error(f"«{what}» is never closed")
        tail = self.marked[self.at : end]
        if tail and not tail.startswith("|"):
            raise self.error(f"«{what}» is closed by another bracket: {self.marked[self.at]}")
        self.at = end + 1
        if what == "[":
            self.mentions.append(MarkedMention(start, self.length, tail[1:].strip() or None))
        else:
            self.close_quote(start, index, tail[1:].strip() if tail else None)

    def close_quote(self, start: int, index: int, tail: str | None) -> None:
        draft = self.drafts[index]
        draft.parts.append((start, self.length))
        if tail is not None and draft.tail is not None:
            raise self.error(f"quote {draft.labels} names its speaker twice")
        draft.tail = draft.tail if tail is None else tail

    def toggle(self, char: str) -> None:
        opened = self.toggles.pop(char, None)
        if opened is None:
            found = None if char == "~" else _TOGGLE.match(self.marked, self.at)
            self.toggles[char] = (self.length, found)
            self.at = found.end() if found else self.at + 1
            return
        start, found = opened
        self.at += 1
        if char == "~" or found is None:
            self.loose.append((start, self.length))
        else:
            labels = tuple((found["labels"] or "").split(",")) if found["labels"] else ()
            self.pointers[char].append(_Pointer(start, self.length, labels, bool(found["free"])))

    def error(self, what: str) -> MarkedError:
        line = self.marked.count("\n", 0, self.at) + 1
        return MarkedError(line, f"{what} … {self.marked[max(0, self.at - 40) : self.at + 20]!r}")


class _Linker:
    """Gives every cue and source its quote, and reads what stands after the bars."""

    def __init__(self, text, drafts, pointers, loose, error) -> None:
        self.text = text
        self.drafts = drafts
        self.cues = pointers["^"]
        self.sources = pointers["_"]
        self.loose = tuple(loose)
        self.error = error

    def quotes(self) -> tuple[MarkedQuote, ...]:
        cue_of: dict[int, _Pointer] = {}
        for cue in self.cues:
            self.give(cue_of, cue, self.owners(cue), "cues")
        source_of: dict[int, _Pointer] = {}
        for source in self.sources:
            self.give(source_of, source, self.owners_of_source(source, cue_of), "sources")
        return tuple(self.quote(i, cue_of.get(i), source_of.get(i)) for i in range(len(self.drafts)))

    def give(self, owned: dict[int, _Pointer], pointer: _Pointer, owners: list[int], what: str) -> None:
        for owner in owners:
            if owner in owned:
                words = [self.text[p.start : p.end] for p in (owned[owner], pointer)]
                raise self.error(f"one quote has two {what}, {words}: label them (^1:…^, {{1:…}})")
            owned[owner] = pointer

    def owners(self, pointer: _Pointer) -> list[int]:
        if pointer.labels:
            return [self.labelled(label) for label in pointer.labels]
        outside = [i for i, draft in enumerate(self.drafts) if not self.inside(pointer, draft)]
        if not outside:
            raise self.error(f"«{self.text[pointer.start : pointer.end]}» has no quote to belong to")
        return [min(outside, key=lambda i: self.distance(pointer, self.drafts[i].parts))]

    def owners_of_source(self, source: _Pointer, cue_of: dict[int, _Pointer]) -> list[int]:
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

    def inside(self, pointer: _Pointer, draft: _Draft) -> bool:
        return any(start <= pointer.start and pointer.end <= end for start, end in draft.parts)

    def distance(self, pointer: _Pointer, parts: list[Edges]) -> int:
        return min(self.gap(pointer, part) for part in parts)

    def gap(self, pointer: _Pointer, part: Edges) -> int:
        start, end = min(pointer.end, part[1]), max(pointer.start, part[0])
        far = _FAR if _SENTENCE_END.search(self.text, start, max(start, end)) else 0
        return max(0, end - start) + far

    def quote(self, index: int, cue: _Pointer | None, source: _Pointer | None) -> MarkedQuote:
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


_FAR = 1000


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

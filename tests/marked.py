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
from dataclasses import dataclass

from marked_links import Draft, Edges, Linker, MarkedError, MarkedQuote, Pointer

__all__ = ["Edges", "Marked", "MarkedError", "MarkedMention", "MarkedQuote", "parse", "unmarked"]

_BRACE = re.compile(r"\{(?P<free>\?)?(?:(?P<labels>[0-9a-z]+):)?")
_TOGGLE = re.compile(r"[\^_](?P<free>\?)?(?:(?P<labels>[0-9a-z]+(?:,[0-9a-z]+)*):)?")
_ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|(?P<char>.))", re.DOTALL)
_CONTROL = {"n": "\n", "r": "\r", "t": "\t"}


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
        self.drafts: list[Draft] = []
        self.mentions: list[MarkedMention] = []
        self.loose: list[Edges] = []
        self.pointers: dict[str, list[Pointer]] = {"^": [], "_": []}
        self.toggles: dict[str, tuple[int, re.Match[str] | None]] = {}

    def read(self) -> Marked:
        while self.at < len(self.marked):
            self.step(self.marked[self.at])
        if self.stack:
            raise self.error(f"«{self.stack[-1][0]}» is never closed")
        if self.toggles:
            raise self.error(f"«{next(iter(self.toggles))}» is never closed")
        text = "".join(self.out)
        quotes = Linker(text, self.drafts, self.pointers, self.loose, self.error).quotes()
        mentions = tuple(sorted(self.mentions, key=lambda m: (m.start, -m.end)))
        return Marked(text, quotes, mentions)

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
            self.drafts.append(Draft(label, bool(found["free"]), parent))
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
            self.pointers[char].append(Pointer(start, self.length, labels, bool(found["free"])))

    def error(self, what: str) -> MarkedError:
        line = self.marked.count("\n", 0, self.at) + 1
        return MarkedError(line, f"{what} … {self.marked[max(0, self.at - 40) : self.at + 20]!r}")

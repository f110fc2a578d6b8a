"""Pairs of quotation marks in a paragraph, found with a stack that knows directions.

Sentences are no help here: razdel ends one inside «Мы готовы. Условия известны», so marks are
paired first, over the whole paragraph.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

Direction = Literal["open", "close", "either"]

# Marks by what they may do in print. “ opens in English and closes in Russian, and " does both.
MARKS = frozenset("«»‹›„“”\"'")
OPENING = frozenset('«„“"')
CLOSING = frozenset('»”“"')
ONLY_OPENING, ONLY_CLOSING = OPENING - CLOSING, CLOSING - OPENING

# What may end that which an opener began. „…“ is Russian, “…” English, «…« a slip of the hand.
_CLOSERS = {"«": "»«", "‹": "›", "„": '“”"', "“": '”"“', "”": "”", '"': '"”', "'": "'"}
_OPEN_ONLY = frozenset("«‹„")
_CLOSE_ONLY = frozenset("»›")
_TWICE = frozenset("`'")  # ``Готовы'': two of them are one straight mark

_BEFORE_OPENER = frozenset("([{—–-/:")
_AFTER_CLOSER = frozenset(".,!?…;:)]}—–-/")
_SENTENCE_END = frozenset({".", "!", "?", "…", "...", "?!", "!..", "?..", "!!!"})
_DASHES = frozenset("—–-") | {"--", "---"}
# «, — |сказал|», «, — |сообщают|»: how a verb ends by which the author comes in
_TELLS = re.compile(r"[а-яё]+(?:л[аои]?|[еиую]т)(?:с[яь])?")
_HE = frozenset({"он", "я", "мы"})  # of two letters, and no abbreviation
DEEPEST = 12  # pairs inside each other: rules look through each pair, and a thousand «««… would be looked through a thousand times
NAME = 3  # words of «|Торговый дом| «Створ»» before the name inside the name


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marks that belong together, as places in the list of words.

    ``close`` is None and ``closed`` false when the paragraph ends before the closing mark. Two
    pairs share a ``close`` where one mark ends both: «Он сказал: «Мы готовы». ``depth`` counts
    the closed pairs around this one.
    """

    open: int
    close: int | None
    depth: int
    closed: bool


def pair_marks(forms: Sequence[str], space_before: Sequence[bool]) -> list[Pair]:
    """Pair the marks of one paragraph.

    Args:
        forms: the words of the paragraph, marks being words of their own.
        space_before: for each word, whether white space stands before it.

    Returns:
        Pairs in order of their opening marks. A closing mark that closes nothing is left out. Of
        a mark written as two characters (``) the inner one is given.
    """
    if MARKS.isdisjoint(forms) and "`" not in forms:
        return []
    marks = list(_read_marks(forms))
    stack = _Stack(last={mark.kind: mark.first for mark in marks})
    for mark in marks:
        direction = _direction(mark, forms, space_before, stack.just_opened)
        stack.take(mark, direction, over=_author_follows(mark.last, forms))
    return _with_depth(stack.finish(forms))


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark of one character, or of two: its first and last word, and its kind."""

    first: int
    last: int
    kind: str


@dataclass(slots=True)
class _Opened:
    """An opening mark, and the word that closes it."""

    mark: _Mark
    close: int | None = None


@dataclass(slots=True)
class _Stack:
    """Marks that wait for their closing mark, and all that were opened; ``last`` of each kind."""

    last: dict[str, int]
    waiting: list[_Opened] = field(default_factory=list)
    opened: list[_Opened] = field(default_factory=list)
    just_opened: int = -1

    def take(self, mark: _Mark, direction: Direction, *, over: bool) -> None:
        """Open or close: by direction, and where that is unclear, by what waits; ``over`` where author's words follow."""
        partner = None if direction == "open" else self._partner(mark, over=over)
        if partner is not None and (direction == "close" or self._is_own(mark, partner)):
            self.waiting[partner].close = mark.first
            del self.waiting[partner:]
        elif direction == "open" or (direction == "either" and mark.kind != "'"):
            self.waiting.append(_Opened(mark))
            self.opened.append(self.waiting[-1])
            self.just_opened = mark.last

    def finish(self, forms: Sequence[str]) -> list[tuple[int, int | None]]:
        """All pairs; a mark still open may share the closing mark of one inside it."""
        if unclosed := [entry for entry in self.opened if entry.close is None and entry.mark.kind != "'"]:
            shared = _SharedCloses.of(self.opened, forms)
            for entry in unclosed:
                entry.close = shared.close_of(entry.mark)
        return [(e.mark.last, e.close) for e in self.opened if e.close is not None or e.mark.kind != "'"]

    def _is_own(self, mark: _Mark, place: int) -> bool:
        return mark.kind in _CLOSERS[self.waiting[place].mark.kind]

    def _partner(self, mark: _Mark, *, over: bool) -> int | None:
        """The waiting mark that this one closes: the last of its own kind, else the last one."""
        for place in range(len(self.waiting) - 1, max(-1, len(self.waiting) - 20), -1):
            if self._is_own(mark, place):
                return place
        # «Смета готова", сказал он: a closer of another make, and no proper one still to come or author's words behind
        if self.waiting and mark.kind not in "'«":
            proper = _CLOSERS[self.waiting[-1].mark.kind]
            if over or all(self.last.get(kind, -1) < mark.first for kind in proper):
                return len(self.waiting) - 1
        return None


def _read_marks(forms: Sequence[str]) -> Iterator[_Mark]:
    """The marks of a text; two equal ones side by side may be one mark typed in two signs."""
    i = 0
    while i < len(forms):
        if forms[i] in _TWICE and i + 1 < len(forms) and forms[i + 1] == forms[i]:
            yield _Mark(i, i + 1, '"')
            i += 1
        elif forms[i] in MARKS:
            yield _Mark(i, i, forms[i])
        i += 1


def _direction(
    mark: _Mark, forms: Sequence[str], space_before: Sequence[bool], just_opened: int
) -> Direction:
    """What the neighbours say: an opener leans on the word after it, a closer on the word before."""
    if mark.kind in _CLOSE_ONLY:
        return "close"
    start, end = mark.first, mark.last + 1
    before = forms[start - 1] if start and not space_before[start] else ""
    after = forms[end] if end < len(forms) and not space_before[end] else ""
    opens = (
        bool(after)
        and (after not in _AFTER_CLOSER or after in "…—–-")
        and (not before or before in _BEFORE_OPENER or start - 1 == just_opened)
    )
    closes = (
        bool(before) and start - 1 != just_opened and (not after or after in _AFTER_CLOSER or after in MARKS)
    )
    if opens == closes:
        return "open" if mark.kind in _OPEN_ONLY else "either"
    return "open" if opens else "close"


@dataclass(frozen=True, slots=True)
class _SharedCloses:
    """The marks of inner pairs that may end an outer one too, gathered once for all that stay open.

    Russian does not write »» twice: «Он сказал: «Мы готовы», — передаёт ТАСС. So the inner mark
    must stand where a sentence ends or author's words follow, and must not begin a sentence of
    its own, for then it is rather a closing mark that was forgotten. Of a piece that opens inside
    a sentence, «нечто большее, чем «смета», no later sentence is a part; and if its sentence ends
    without a mark, «скафандр миссии «Союз» — актрисы Ореховой.», the dash inside ends nothing.
    Of several the last one ends it, unless the author comes in before: «Едем к «Лучу», — сказал он. Премия «Луч».»
    Nor does any behind the author's own sentence: «Едем, — сказал он. Премия «Луч».

    ``all`` has (opening mark, closing mark) by kind, ``pairs`` those that may end another, ``calm`` those of them without a dash
    behind, ``left`` those that author's words follow, ``stops`` the full stops that end a sentence for certain,
    ``told`` those of them that end the author's words between the marks.
    """

    forms: Sequence[str]
    stops: Sequence[int]
    told: Sequence[int]
    all: dict[str, list[tuple[int, int]]]
    pairs: dict[str, list[tuple[int, int]]]
    calm: dict[str, list[tuple[int, int]]]
    left: dict[str, list[tuple[int, int]]]

    @classmethod
    def of(cls, opened: Sequence[_Opened], forms: Sequence[str]) -> "_SharedCloses":
        """Those of a paragraph, in whose marks nothing is shared yet."""
        closed: dict[str, list[tuple[int, int]]] = {}
        pairs: dict[str, list[tuple[int, int]]] = {}
        calm: dict[str, list[tuple[int, int]]] = {}
        left: dict[str, list[tuple[int, int]]] = {}
        for entry in opened:
            start, close = entry.mark.first, entry.close
            if close is not None:
                closed.setdefault(entry.mark.kind, []).append((start, close))
            if close is None or forms[start - 1] in _SENTENCE_END or not _ends_sentence(close, forms):
                continue
            pairs.setdefault(entry.mark.kind, []).append((start, close))
            if close + 1 == len(forms) or forms[close + 1] not in _DASHES:
                calm.setdefault(entry.mark.kind, []).append((start, close))
            if _author_follows(close, forms):
                left.setdefault(entry.mark.kind, []).append((start, close))
        ends = (i for i in range(1, len(forms) - 1) if forms[i] == "." and forms[i + 1][:1].isupper())
        stops = [i for i in ends if len(forms[i - 1]) > 2]
        return cls(forms, stops, _ends_of_author(forms, stops), closed, pairs, calm, left)

    def close_of(self, outer: _Mark) -> int | None:
        """The mark of the inner pair that ends this one too."""
        if (named := self._name_end(outer)) is not None:
            return named
        limit = self._piece_end(outer)
        left = self.left.get(outer.kind, [])
        first = bisect_left(left, (outer.last + 1, 0))
        if first < len(left) and left[first][1] <= limit:
            return left[first][1]
        limit = min(limit, self._author_end(outer))
        inner = (self.calm if limit < len(self.forms) else self.pairs).get(outer.kind, [])
        for n in range(bisect_left(inner, (limit, 0)) - 1, -1, -1):
            start, close = inner[n]
            if start <= outer.last:
                return None
            if close <= limit:
                return close
        return None

    def _name_end(self, outer: _Mark) -> int | None:
        """«директор АО «Концерн «Створ» Клим Зуев»: a name that begins inside a sentence ends with the name inside it."""
        before, first = outer.first - 1, outer.last + 1
        if before < 0 or not self.forms[before].isalpha() or not self.forms[first : first + 1]:
            return None
        if not self.forms[first][:1].isupper():
            return None
        inner = self.all.get(outer.kind, [])
        place = bisect_left(inner, (first, 0))
        if place == len(inner) or inner[place][0] > first + NAME:
            return None
        start, close = inner[place]
        return close if all(form.isalpha() for form in self.forms[first:start]) else None

    def _author_end(self, outer: _Mark) -> int:
        """Where the author ends a sentence of his own behind what the mark opens: «|Едем, — сказал он.| Премия «Луч»."""
        stop = bisect_left(self.told, outer.last)
        return self.told[stop] if stop < len(self.told) else len(self.forms)

    def _piece_end(self, outer: _Mark) -> int:
        """Where the sentence of a piece in marks ends at the latest: a small letter opens it."""
        first = outer.last + 1
        if first >= len(self.forms) or not self.forms[first][:1].islower():
            return len(self.forms)
        stop = bisect_left(self.stops, first)
        return self.stops[stop] if stop < len(self.stops) else len(self.forms)


def _ends_of_author(forms: Sequence[str], stops: Sequence[int]) -> list[int]:
    """The full stops behind «, — сказал он» with no dash after them, by which speech would go on."""
    short = (
        i
        for i in range(1, len(forms) - 1)
        if forms[i] == "." and forms[i - 1] in _HE and forms[i + 1][:1].isupper()
    )
    found, certain, told = [], frozenset([*stops, *short]), False
    for i in range(2, len(forms)):
        if forms[i] in _SENTENCE_END or forms[i] in CLOSING:
            if told and i in certain:
                found.append(i)
            told = False
        elif forms[i - 2] == "," and forms[i - 1] in _DASHES and _TELLS.fullmatch(forms[i]):
            told = True
    return found


def _ends_sentence(close: int, forms: Sequence[str]) -> bool:
    """Whether what stands behind a closing mark shows that it closes a sentence."""
    after = [*forms[close + 1 : close + 3], "", ""]
    return (
        not after[0]
        or after[0] in _SENTENCE_END
        or after[0] in _DASHES
        or (after[0] == "," and after[1] in _DASHES)
    )


def _author_follows(close: int, forms: Sequence[str]) -> bool:
    """«…», — сказал он: a comma, a dash and a small letter behind the mark."""
    after = [*forms[close + 1 : close + 4], "", "", ""]
    return after[0] == "," and after[1] in _DASHES and after[2][:1].islower()


def _with_depth(pairs: Sequence[tuple[int, int | None]]) -> list[Pair]:
    """The pairs, each with the number of pairs that hold it; without those that nobody has meant, deep in others."""
    found: list[Pair] = []
    around: list[int] = []
    for opening, close in pairs:
        while around and around[-1] < opening:
            around.pop()
        if close is None or len(around) < DEEPEST:
            found.append(Pair(opening, close, len(around), close is not None))
        if close is not None:
            around.append(close)
    return found

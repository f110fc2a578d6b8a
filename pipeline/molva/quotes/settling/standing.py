"""The drafts that stand so far, found again by what they share with another: words or a cue.

A long document has thousands; only those that stand near can contradict each other. A sentence
without an end has thousands too, so the text is cut into stretches of so many words each.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from molva.quotes.draft import Draft, Stretch

NEAR = 32  # words of a stretch


@dataclass(slots=True)
class Standing:
    """Drafts in the order in which they were believed."""

    drafts: list[Draft] = field(default_factory=list)
    _by_stretch: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _by_cue: dict[Stretch, list[int]] = field(default_factory=lambda: defaultdict(list))
    _cued: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _ends: list[tuple[int, int]] = field(default_factory=list)

    def add(self, draft: Draft) -> None:
        """Take a draft in."""
        number = len(self.drafts)
        self.drafts.append(draft)
        insort(self._ends, (draft.end, number))
        for stretch in _stretches([(draft.start, draft.end)]):
            self._by_stretch[stretch].append(number)
        if draft.cue is not None:
            self._by_cue[draft.cue].append(number)
            self._cued[draft.cue[0]].append(number)

    def drop(self, draft: Draft) -> None:
        """Give up a draft that stood so far; the others are numbered anew."""
        kept = [other for other in self.drafts if other is not draft]
        self.drafts.clear()
        self._ends.clear()
        for index in (self._by_stretch, self._by_cue, self._cued):
            index.clear()
        for other in kept:
            self.add(other)

    def prolong(self, draft: Draft, parts: Sequence[Stretch]) -> None:
        """Let a draft that stands go on over further parts."""
        end = draft.end
        number = next(
            n for _, n in self._ends[bisect_left(self._ends, (end, 0)) :] if self.drafts[n] is draft
        )
        draft.parts.extend(parts)
        self._ends.remove((end, number))
        insort(self._ends, (draft.end, number))
        for stretch in _stretches([(draft.start, draft.end)]):
            if number not in self._by_stretch[stretch]:
                self._by_stretch[stretch].append(number)

    def beside(self, draft: Draft) -> list[Draft]:
        """Those that may share a word with a draft, and those with its cue."""
        found = self._near(draft.parts)
        return self._picked(found.union(self._by_cue.get(draft.cue, ()) if draft.cue is not None else ()))

    def around(self, part: Stretch) -> list[Draft]:
        """Those that share a word with a stretch, the gaps between their parts included."""
        start, end = part
        return [o for o in self._picked(self._near([part])) if o.start < end and start < o.end]

    def with_cue(self, cue: Stretch) -> list[Draft]:
        """Those that have this very cue."""
        return self._picked(self._by_cue.get(cue, ()))

    def cued_in(self, parts: Sequence[Stretch]) -> list[Draft]:
        """Those whose cue begins in one of these stretches."""
        return self._picked({n for part in parts for i in range(*part) for n in self._cued.get(i, ())})

    def last_before(self, word: int) -> Draft | None:
        """The one that ends last before a word; of several the first that was believed."""
        at = bisect_left(self._ends, (word + 1, 0))
        if not at:
            return None
        end = self._ends[at - 1][0]
        return self.drafts[self._ends[bisect_left(self._ends, (end, 0))][1]]

    def _near(self, parts: Sequence[Stretch]) -> set[int]:
        """The numbers of the drafts that stand where these parts do."""
        return {number for k in _stretches(parts) for number in self._by_stretch.get(k, ())}

    def _picked(self, numbers: Iterable[int]) -> list[Draft]:
        """Drafts by their numbers, in the order in which they were believed."""
        return [self.drafts[number] for number in sorted(numbers)]


def _stretches(parts: Sequence[Stretch]) -> set[int]:
    """The numbers of the stretches of the text that some parts touch."""
    return {k for start, end in parts if start < end for k in range(start // NEAR, (end - 1) // NEAR + 1)}

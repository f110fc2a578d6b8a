"""What the repairs of found names look at: the words of a document, with a few questions answered."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from molva.words import Words


class Found(NamedTuple):
    """A name that was found: words [start, end) and its label, PER, ORG or LOC."""

    start: int
    end: int
    label: str


def head_of(words: Words, name: Found) -> int:
    """The first word of the name that depends on none inside it."""
    inside = range(name.start, name.end)
    return next((i for i in inside if words.head[i] == i or words.head[i] not in inside), name.start)


@dataclass(frozen=True, slots=True)
class View:
    """The words of a document and the names found in it so far, in text order."""

    words: Words
    found: tuple[Found, ...]

    def with_names(self, names: list[Found]) -> "View":
        """The view with other names: empty ones left out, of two that overlap the earlier one kept."""
        if tuple(names) == self.found:
            return self
        kept: list[Found] = []
        for name in sorted(names, key=lambda n: (n.start, -n.end)):
            if name.end > name.start and (not kept or name.start >= kept[-1].end):
                kept.append(name)
        return replace(self, found=tuple(kept))

    def form(self, name: Found) -> list[str]:
        """The words of a name."""
        return self.words.form[name.start : name.end]

    def covered(self) -> set[int]:
        """The words that stand in a name."""
        return {i for name in self.found for i in range(name.start, name.end)}

    def touches(self, left: Found, right: Found) -> bool:
        """Whether two names stand side by side in one line."""
        return left.end == right.start and self.words.par[left.start] == self.words.par[right.end - 1]


def may_be_genitive(view: View, i: int) -> bool:
    """An abbreviation does not show its case, and the tagger only guesses it: «Сенат США»."""
    return view.words.feat(i, "Case") in ("Gen", "") or view.words.form[i].isupper()

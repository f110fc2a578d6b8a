"""What one document knows of one of its entities: all that merging looks at.

A run of many documents is held as these records and nothing else: no text and no offsets. Whom
no later step asks for is not kept: places, groups and descriptions that say nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from sys import intern
from typing import Any

from molva.contract import NAME_LABELS
from molva.lexicon.folding import fold
from molva.speakers.places import place

Row = Mapping[str, Any]
Counted = tuple[tuple[str, int], ...]

_BEFORE, _AFTER = 1, 3  # characters: «мэр Орехов», «Орехов, мэр», «Орехов — мэр»


@dataclass(frozen=True, slots=True)
class Seen:
    """An entity of a document.

    ``names`` are its names in the nominative and ``roles`` its descriptions, both with counts;
    ``beside`` the descriptions that stand right beside a name, which are the surest. ``quotes``
    counts what it says, and ``sources`` are the mentions at these quotes as the text has them.
    ``places`` are the places that its document speaks of.
    """

    doc: str
    id: str
    kind: str
    name: str
    names: Counted = ()
    roles: Counted = ()
    beside: tuple[str, ...] = ()
    quotes: int = 0
    sources: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()


def seen_in(doc: str, entities: Sequence[Row], mentions: Sequence[Row], quotes: Sequence[Row]) -> list[Seen]:
    """The entities of a document that speak, or that a speaker of another document may be."""
    said: dict[str, list[str]] = defaultdict(list)
    for row in quotes:
        if row["speaker_id"]:
            said[row["speaker_id"]].append(row["source_text"] or "")
    named: dict[str, list[Row]] = defaultdict(list)
    for row in mentions:
        if row["entity_id"]:
            named[row["entity_id"]].append(row)
    where = _places(mentions)
    built = (
        _seen(doc, row, named[row["entity_id"]], said.get(row["entity_id"], []), where) for row in entities
    )
    return [one for one in built if _wanted(one)]


def _places(mentions: Sequence[Row]) -> frozenset[str]:
    names = {row["normal"] for row in mentions if row["label"] == "LOC"}
    return frozenset(found for name in names if (found := place(fold(name).split())))


def _seen(
    doc: str, entity: Row, mentions: Sequence[Row], sources: Sequence[str], where: frozenset[str]
) -> Seen:
    """An entity of one document with all that is compared; equal strings are kept once."""
    names = [row for row in mentions if row["label"] in NAME_LABELS]
    roles = [row for row in mentions if row["label"] == "ROLE"]
    return Seen(
        doc, intern(entity["entity_id"]), intern(entity["kind"]), intern(entity["name"]),
        _counted(row["normal"] for row in names),
        _counted(row["normal"] for row in roles),
        tuple(intern(row["normal"]) for row in roles if any(_beside(row, name) for name in names)),
        len(sources),
        tuple(sorted({intern(text) for text in sources if text})),
        where if entity["kind"] in ("org", "place") else frozenset(),
    )  # fmt: skip


def _wanted(one: Seen) -> bool:
    return one.quotes > 0 or (one.kind in ("person", "org") and bool(one.names))


def _beside(role: Row, name: Row) -> bool:
    before: int = name["start"] - role["end"]
    after: int = role["start"] - name["end"]
    return 0 <= before <= _BEFORE or 0 <= after <= _AFTER


def _counted(texts: Iterable[str]) -> Counted:
    return tuple(Counter(map(intern, texts)).items())


def total(counted: Iterable[Counted]) -> Counter[str]:
    """The counts of many documents added up."""
    summed: Counter[str] = Counter()
    for pairs in counted:
        for text, count in pairs:
            summed[text] += count
    return summed

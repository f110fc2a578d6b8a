"""The speaker stage on small invented texts: ``[mention|entity]`` in running Russian.

``[mention|Name]``: the mention belongs to the entity of that name; mentions of one name belong to
one entity, mentions of two names to two. ``[mention|-]``: nobody is named. A case is a line; the
comment above it says why. A line that opens with ``XFAIL`` is known to fail.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from marked import parse
from molva.contract import read_entities, read_mentions
from molva.lexicon.folding import fold

HERE = Path(__file__).parent
KNOWN = "XFAIL "


def cases() -> Iterator[object]:
    """Every case of every file, named by its file and the comment above it."""
    for path in sorted(HERE.glob("*.txt")):
        reason = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                reason = line.lstrip("# ")
            elif line.strip():
                marks = [pytest.mark.xfail(strict=True)] if line.startswith(KNOWN) else []
                yield pytest.param(line.removeprefix(KNOWN), id=f"{path.stem}: {reason}", marks=marks)


@pytest.fixture(scope="module")
def found(nlp):
    """Reads a text: its mentions as (first, last code point, entity id, entity name)."""

    def read(text: str) -> list[tuple[int, int, str | None, str]]:
        with nlp.select_pipes(disable=["molva_quotes"]):
            doc = nlp(text)
        names = {e.id: e.name for e in read_entities(doc)}
        spans = [(doc[m.start : m.end], m.entity_id) for m in read_mentions(doc)]
        return [(span.start_char, span.end_char, id_, names.get(id_, "")) for span, id_ in spans]

    return read


def entity_at(entities, start: int, end: int) -> tuple[str | None, str]:
    """The entity of the mention that ends at ``end``: with the same start, else the longest."""
    ending = [row for row in entities if row[1] == end]
    best = min(ending, key=lambda row: (row[0] != start, row[0]), default=(0, 0, None, ""))
    return best[2], best[3]


@pytest.mark.parametrize("line", list(cases()))
def test_mentions_belong_to_their_entities(found, line):
    """Each marked mention has the entity that the mark names."""
    marked = parse(line)
    entities = found(marked.text)
    ids: dict[str, set[str | None]] = {}
    for mention in marked.mentions:
        id_, name = entity_at(entities, mention.start, mention.end)
        expected = "" if mention.entity == "-" else mention.entity
        assert fold(name) == fold(expected), (
            f"«{marked.text[mention.start : mention.end]}» is {name or 'nobody'}"
        )
        if expected:
            ids.setdefault(expected, set()).add(id_)
    assert all(len(same) == 1 for same in ids.values()), "one name, several entities"
    assert len({id_ for same in ids.values() for id_ in same}) == len(ids), "several names, one entity"

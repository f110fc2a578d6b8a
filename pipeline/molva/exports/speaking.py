"""The list at the head of the page: who speaks how often, with a link to every quote.

One row is one speaker as ``molva speakers`` tells them apart: two men of one name are two rows, and
what the texts call them stands beside the name, or else the document.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from spacy.tokens import Doc

from molva.contract import Entity, read_quotes
from molva.registry.speakers import Speaker

FIRST = 20  # rows that are shown at once; the others are folded away behind a line that counts them
_ROLES = 2
_HEAD = "<thead><tr><th scope='col'>Кто</th><th scope='col'>Цитат</th><th scope='col'>Какие</th></tr></thead>"

#: The speaker behind each entity ``(doc, entity_id)`` of a run.
Known = Mapping[tuple[str, str], Speaker]


def known(speakers: Iterable[Speaker]) -> dict[tuple[str, str], Speaker]:
    """The speakers of a run by their entities."""
    return {entity: speaker for speaker in speakers for entity in speaker.entities}


@dataclass(slots=True)
class Row:
    """A speaker, and the quotes on the page: where they stand, and in which documents."""

    name: str
    roles: Sequence[str]
    places: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)


def speaking(docs: Sequence[Doc], people: Known) -> Iterator[str]:
    """The list as HTML, who speaks most first; nothing where nobody does."""
    rows = sorted(_rows(docs, people), key=lambda row: -len(row.places))
    names = Counter(row.name for row in rows)
    shown = [_row(row, alone=names[row.name] == 1) for row in rows]
    if shown:
        yield _table(shown[:FIRST])
    if shown[FIRST:]:
        yield f"<details>\n<summary>Ещё {len(shown) - FIRST}</summary>\n"
        yield _table(shown[FIRST:])
        yield "</details>\n"


def _rows(docs: Sequence[Doc], people: Known) -> Iterable[Row]:
    """Everybody who is quoted on the page, each with the places of his quotes."""
    rows: dict[str, Row] = {}
    for number, doc in enumerate(docs, 1):
        name = doc.user_data.get("doc_id", f"Документ {number}")
        for quote in read_quotes(doc):
            if quote.speaker:
                key, row = _who(quote.speaker, people.get((name, quote.speaker.id)), number)
                row = rows.setdefault(key, row)
                row.places.append(f"{number}-{quote.id}")
                row.documents.append(name)
    return rows.values()


def _who(entity: Entity, speaker: Speaker | None, number: int) -> tuple[str, Row]:
    """Whom an entity is counted with, and an empty row; one that the run does not know is counted by itself."""
    if speaker is None:
        return f"{number} {entity.id}", Row(entity.name, ())
    return speaker.id, Row(speaker.name, list(speaker.roles)[:_ROLES])


def _row(row: Row, *, alone: bool) -> str:
    """The line of one speaker; who he is stands beside his name where others are called so."""
    about = "" if alone else ", ".join(row.roles) or row.documents[0]
    note = f" <span class='how'>{escape(about)}</span>" if about else ""
    links = " ".join(
        f"<a href='#{escape(place)}' title='{escape(document)}'>{n}</a>"
        for n, (place, document) in enumerate(zip(row.places, row.documents, strict=True), 1)
    )
    first = f"<a href='#{escape(row.places[0])}'>{escape(row.name)}</a>"
    return f"<tr><th scope='row'>{first}{note}</th><td>{len(row.places)}</td><td>{links}</td></tr>\n"


def _table(rows: Sequence[str]) -> str:
    return f"<table>\n{_HEAD}\n<tbody>\n{''.join(rows)}</tbody></table>\n"

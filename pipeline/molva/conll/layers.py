"""What entities and quotes add to the words and sentences of a file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from molva.conll.brackets import write_brackets
from molva.conll.ids import file_ids
from molva.conll.mentions import Cast, Comments, write_mentions
from molva.conll.names import name_labels, write_names
from molva.conll.places import Places
from molva.conll.quotes import write_quotes
from molva.conll.rows import Rows
from molva.contract import Annotation, Mention

Attributes = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Layers:
    """MISC attributes by word, name by name, and comments by sentence."""

    attributes: dict[str, Attributes]
    comments: Comments


def write_layers(doc: Doc, rows: Rows, found: Annotation, prefix: str) -> Layers:
    """The layers of a document; ``prefix`` goes before the ids of its entities and quotes."""
    places, quotes = rows.places, found.quotes
    entities = {entity.id: entity for entity in found.entities}
    cast_ = Cast(entities, file_ids(entities, prefix))
    labels = name_labels(doc, places)
    brackets, comments = write_mentions(_in_words(found.mentions, places), cast_, places, labels, rows.pos)
    spoken = write_quotes(quotes, file_ids((quote.id for quote in quotes), prefix), cast_.alias, places)
    attributes = {
        "Entity": write_brackets(brackets),
        "NE": write_names(labels),
        "Quote": spoken.content,
        "QuoteCue": spoken.cue,
        "QuoteSource": spoken.source,
    }
    return Layers(attributes, _together({0: cast_.comments()}, comments, spoken.comments))


def _in_words(mentions: Iterable[Mention], places: Places) -> Iterator[Mention]:
    """Mentions counted in words; a head among white space is moved to the nearest word."""
    for m in mentions:
        if span := places.words(m.start, m.end):
            head = min(max(places.before[m.head], span[0]), span[1])
            yield Mention(span[0], span[1] + 1, head, m.label, m.normal, m.entity_id)


def _together(*layers: Comments) -> Comments:
    sentences = {sentence for layer in layers for sentence in layer}
    return {n: [comment for layer in layers for comment in layer.get(n, ())] for n in sentences}

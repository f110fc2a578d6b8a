"""What entities and quotes add to the words and sentences of a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from molva.conll.brackets import write_brackets
from molva.conll.ids import file_ids
from molva.conll.mentions import Cast, Comments, write_mentions
from molva.conll.names import name_labels, write_names
from molva.conll.places import Places
from molva.conll.quotes import write_quotes
from molva.conll.rows import Rows
from molva.contract import Mention, read_entities, read_mentions, read_quotes

Attributes = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Layers:
    """MISC attributes by word, name by name, and comments by sentence."""

    attributes: dict[str, Attributes]
    comments: Comments


def write_layers(doc: Doc, rows: Rows, prefix: str) -> Layers:
    """The layers of a document; ``prefix`` goes before the ids of its entities and quotes."""
    places = rows.places
    entities = {entity.id: entity for entity in read_entities(doc)}
    quotes = read_quotes(doc)
    cast_ = Cast(entities, file_ids(entities, prefix))
    labels = name_labels(doc, places)
    brackets, comments = write_mentions(_mentions_in_words(doc, places), cast_, places, labels, rows.pos)
    spoken = write_quotes(quotes, file_ids((quote.id for quote in quotes), prefix), cast_.alias, places)
    attributes = {
        "Entity": write_brackets(brackets),
        "NE": write_names(labels),
        "Quote": spoken.content,
        "QuoteCue": spoken.cue,
        "QuoteSource": spoken.source,
    }
    return Layers(attributes, _together({0: cast_.comments()}, comments, spoken.comments))


def _mentions_in_words(doc: Doc, places: Places) -> Iterator[Mention]:
    """Mentions counted in words; a head among white space is moved to the nearest word."""
    for mention in read_mentions(doc):
        if span := places.words(mention.start, mention.end):
            head = min(max(places.before[mention.head], span[0]), span[1])
            yield replace(mention, start=span[0], end=span[1] + 1, head=head)


def _together(*layers: Comments) -> Comments:
    sentences = {sentence for layer in layers for sentence in layer}
    return {n: [comment for layer in layers for comment in layer.get(n, ())] for n in sentences}

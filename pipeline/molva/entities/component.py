"""The component ``molva_entities``: names in ``doc.ents``, and their normal forms as mentions."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import minibatch

from molva.contract import Label, Mention, store_entities
from molva.entities.normal import normal_names
from molva.entities.repairs import repair
from molva.entities.view import Found, View, head_of
from molva.networks.ner import Ner
from molva.networks.weights import open_network
from molva.words import Words, read_words


@Language.factory(
    "molva_entities",
    assigns=["doc.ents", "doc.spans", "token.ent_type"],
    requires=["token.pos", "token.morph", "token.dep", "doc.sents"],
    default_config={"model": "molva", "guideline": ""},
)
def create_entities(nlp: Language, name: str, model: str, guideline: str) -> "Entities":
    """The component as ``nlp.add_pipe("molva_entities")`` makes it.

    Raises:
        ModelError: there is no such model, or it does not know the guideline.
    """
    open_network(model, "ner").guideline(guideline)
    return Entities(name, model=model, guideline=guideline)


class Entities:
    """Fills ``doc.ents`` with people, bodies and places, and stores each as a mention.

    No name crosses a line break. Surrounding marks and titles are no part of a name. How far a name
    of a body reaches is a matter of guidelines: ``guideline`` is ``nerel`` or ``factru``, or empty
    for the model's own first.

    The network is opened at first use and shared by all components of a process, so that this
    object stays small enough to be sent to workers.
    """

    def __init__(self, name: str = "molva_entities", *, model: str = "molva", guideline: str = "") -> None:
        self.name = name
        self.model = model
        self.guideline = guideline

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of one document."""
        self._fill([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Many documents at once: the network reads them together."""
        for batch in minibatch(stream, size=batch_size):
            docs = list(batch)
            self._fill(docs)
            yield from docs

    def _fill(self, docs: Sequence[Doc]) -> None:
        """Find, repair and write the names of several documents; the network takes them together."""
        read = [read_words(doc) for doc in docs]
        found = _ner(self.model, self.guideline).spans(
            [words.form for words in read], [_ends(words) for words in read]
        )
        for words, spans in zip(read, found, strict=True):
            _store(words, repair(View(words, tuple(Found(*span) for span in spans))).found)


@lru_cache(4)
def _ner(model: str, guideline: str) -> Ner:
    return Ner(model, guideline)


def _ends(words: Words) -> list[int]:
    """Where sentences and lines end: no name crosses such a place."""
    places = list(zip(words.sent, words.par, strict=True))
    return [i for i in range(1, len(places)) if places[i] != places[i - 1]]


def _store(words: Words, found: Sequence[Found]) -> None:
    """Write the names with their normal forms into the ``Doc``."""
    doc = words.doc
    normals = normal_names(words, found)
    mentions = [_mention(words, name, normal) for name, normal in zip(found, normals, strict=True)]
    doc.ents = [Span(doc, m.start, m.end, label=m.label) for m in mentions]
    store_entities(doc, mentions)


def _mention(words: Words, name: Found, normal: str) -> Mention:
    start, end = words.index[name.start], words.index[name.end - 1] + 1
    return Mention(start, end, words.index[head_of(words, name)], cast(Label, name.label), normal)

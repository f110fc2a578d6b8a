"""The component ``molva_speakers``: the only place of this stage that changes a ``Doc``."""

from spacy.language import Language
from spacy.tokens import Doc

from molva.contract import declare_extensions, mark_names, read_mentions, store_entities
from molva.speakers.reader import read
from molva.speakers.reading import entities, mentions, with_described
from molva.words import read_words


@Language.factory(
    "molva_speakers",
    requires=["doc.ents", "token.dep", "token.morph", "token.lemma"],
    assigns=["doc.spans", "doc.ents"],
)
def create_speakers(nlp: Language, name: str) -> "Speakers":
    """The component as ``nlp.add_pipe("molva_speakers")`` makes it."""
    return Speakers(name)


class Speakers:
    """Adds descriptions and pronouns to the mentions and gives each an entity, where it can."""

    def __init__(self, name: str = "molva_speakers") -> None:
        self.name = name
        declare_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Store all mentions and entities of ``doc`` and write entity ids into ``doc.ents``."""
        words, stored = read_words(doc), read_mentions(doc)
        chains = read(words)
        found = with_described(doc, mentions(words, chains.links), stored)
        store_entities(doc, found, entities(chains.chains))
        mark_names(doc)
        return doc

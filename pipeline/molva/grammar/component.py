"""The component ``molva_grammar``: fills part of speech, features, head, relation and lemma."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS
from spacy.language import Language
from spacy.parts_of_speech import IDS as POS_IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab

from molva.grammar.lemmas import lemma
from molva.grammar.parsing import parse
from molva.grammar.tags import lawful_tag
from molva.networks.batched import Batched
from molva.networks.morph import Tagger
from molva.networks.syntax import Parser
from molva.networks.weights import open_weights
from molva.text.tidy import tidy_word


@Language.factory(
    "molva_grammar",
    assigns=["token.pos", "token.morph", "token.head", "token.dep", "token.lemma"],
    requires=["token.is_sent_start"],
    default_config={"model": "natasha"},
)
def create_grammar(nlp: Language, name: str, model: str) -> "Grammar":
    """The component as ``nlp.add_pipe("molva_grammar")`` makes it."""
    return Grammar(nlp.vocab, name, model)


class Grammar(Batched):
    """Fills the grammar of documents whose sentences are known.

    White space hangs on the word before it (``dep``, ``SPACE``). The networks are opened at
    first use and shared by all components of a process, so that this object stays small enough
    to be sent to workers.
    """

    def __init__(self, vocab: Vocab, name: str = "molva_grammar", model: str = "natasha") -> None:
        super().__init__(name)
        self.model = model
        _know_labels(vocab, model)

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Tag and parse the sentences of all documents together."""
        sentences = [sentence for doc in docs for sentence in _sentences(doc)]
        forms = [sentence.forms for sentence in sentences]
        tagged = _tagger(self.model).tags(forms)
        read = _parser(self.model).read(forms)
        filled = {id(doc): _Columns(doc) for doc in docs}
        for sentence, tags, reading in zip(sentences, tagged, read, strict=True):
            lawful = [lawful_tag(form, tag) for form, tag in zip(sentence.forms, tags, strict=True)]
            heads, relations = parse(reading, [pos for pos, _ in lawful])
            filled[id(sentence.doc)].fill(sentence.tokens, lawful, heads, relations, sentence.forms)
        for columns in filled.values():
            columns.write()


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words of a sentence: their places in the document and their clean forms."""

    doc: Doc
    tokens: list[int]
    forms: list[str]


def _sentences(doc: Doc) -> Iterator[_Sentence]:
    tokens: list[int] = []
    for token in doc:
        if token.is_sent_start and tokens:
            yield _Sentence(doc, tokens, [tidy_word(doc[i].text) for i in tokens])
            tokens = []
        if not token.is_space:
            tokens.append(token.i)
    if tokens:
        yield _Sentence(doc, tokens, [tidy_word(doc[i].text) for i in tokens])


class _Columns:
    """The attributes of a document as numbers, written all at once."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._strings = doc.vocab.strings
        self._table = np.zeros((len(doc), 5), np.uint64)

    def fill(
        self,
        tokens: Sequence[int],
        tags: Sequence[tuple[str, str]],
        heads: Sequence[int],
        relations: Sequence[str],
        forms: Sequence[str],
    ) -> None:
        """Take over one sentence; heads count its words from 1, 0 being the root."""
        add, morphology = self._strings.add, self._doc.vocab.morphology.add
        for n, token in enumerate(tokens):
            pos, feats = tags[n]
            head = tokens[heads[n] - 1] if heads[n] else token
            self._table[token] = (
                np.uint64((head - token) % 2**64),
                add(relations[n]),
                POS_IDS[pos],
                add(lemma(forms[n], pos, feats)),
                morphology(feats),
            )

    def write(self) -> None:
        """Write all tokens, white space included."""
        words = [token.i for token in self._doc if not token.is_space]
        for token in self._doc:
            if token.is_space and words:
                head = token.i - 1 if token.i > words[0] else words[0]
                self._table[token.i] = (
                    np.uint64((head - token.i) % 2**64),
                    self._strings.add("dep"),
                    POS_IDS["SPACE"],
                    self._strings.add(token.text),
                    self._doc.vocab.morphology.add(""),
                )
        if words:
            self._doc.from_array([HEAD, DEP, POS, LEMMA, MORPH], self._table)


def _know_labels(vocab: Vocab, model: str) -> None:
    """Tell the vocabulary all labels at once, so that none is forgotten with a memory zone."""
    weights = open_weights(model)
    for label in (*weights.labels("syntax"), "root", "dep"):
        vocab.strings.add(label)
    for label in weights.labels("morph"):
        vocab.morphology.add(label.partition("|")[2])


@lru_cache(2)
def _tagger(model: str) -> Tagger:
    return Tagger(model)


@lru_cache(2)
def _parser(model: str) -> Parser:
    return Parser(model)

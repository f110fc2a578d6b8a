"""The component ``molva_grammar``: fills part of speech, features, head, relation and lemma."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, SENT_START
from spacy.language import Language
from spacy.parts_of_speech import IDS as POS_IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab

from molva.grammar.counted import counted
from molva.grammar.days import without_owners
from molva.grammar.governed import governed
from molva.grammar.homographs import homograph_tags
from molva.grammar.lemmas import lemma_of
from molva.grammar.numerals import numeral_feats, numeral_tags
from molva.grammar.parsing import parse
from molva.grammar.relative import relative_tags
from molva.grammar.tags import lawful_feats, lawful_tags
from molva.grammar.typed import as_printed
from molva.networks.batched import Batched
from molva.networks.morph import Tag, Tagger
from molva.networks.syntax import Parser
from molva.networks.weights import open_network
from molva.tokens.markup import markup
from molva.tokens.shown import Shown


@Language.factory(
    "molva_grammar",
    assigns=["token.pos", "token.morph", "token.head", "token.dep", "token.lemma"],
    requires=["token.is_sent_start"],
    default_config={"model": "molva"},
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

    def __init__(self, vocab: Vocab, name: str = "molva_grammar", model: str = "molva") -> None:
        super().__init__(name)
        self.model = model
        _know_labels(vocab, model)

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Tag and parse the sentences of all documents together."""
        columns = [_Columns(doc) for doc in docs]
        places = [(one, tokens) for one in columns for tokens in one.sentences()]
        forms = [[one.forms[i] for i in tokens] for one, tokens in places]
        printed = [as_printed(words) for words in forms]
        tagger, parser = _tagger(self.model), _parser(self.model)
        tags = [
            relative_tags(words, homograph_tags(words, numeral_tags(words, lawful_tags(words, found))))
            for words, found in zip(forms, tagger.tags(printed), strict=True)
        ]
        upos = ([pos for pos, _ in sentence] for sentence in tags)
        parses = parse(parser.read(printed), upos, parser.labels)
        sentences = zip(places, forms, tags, parses, strict=True)
        for (one, tokens), words, told, (heads, relations) in sentences:
            hung, freed = without_owners(words, told, heads, relations)
            put_right, joined, related = counted(words, told, hung, freed)
            read, mended = governed(words, put_right, joined, related)
            one.fill(tokens, read, joined, mended)
        for one in columns:
            one.write()


class _Columns:
    """The grammar of a document as lists, one item a token, written to it all at once."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        shown = Shown.of(doc)
        self._texts, self.forms, self._spaces = shown.texts, shown.forms, shown.spaces
        self._hidden = list(compress(range(len(doc)), shown.hidden))
        self._starts = doc.to_array(SENT_START).tolist()
        self._markup = markup(doc, self._texts)
        self._blank = [*self._spaces]
        for i in (*self._hidden, *self._markup):
            self._blank[i] = True
        self._tags = [("SPACE", "")] * len(self._texts)
        self._relations = ["dep"] * len(self._texts)
        self._offsets = [0] * len(self._texts)

    def sentences(self) -> Iterator[list[int]]:
        """The tokens of each sentence without white space and hidden marks."""
        words: list[int] = []
        for i, is_blank in enumerate(self._blank):
            if self._starts[i] == 1 and words:
                yield words
                words = []
            if not is_blank:
                words.append(i)
        if words:
            yield words

    def fill(
        self, tokens: Sequence[int], tags: Sequence[Tag], heads: Sequence[int], relations: Sequence[str]
    ) -> None:
        """Take over one sentence; heads count its words from 1, 0 being the root."""
        for token, tag, head, relation in zip(tokens, tags, heads, relations, strict=True):
            self._tags[token] = tag
            self._relations[token] = relation
            self._offsets[token] = tokens[head - 1] - token if head else 0

    def write(self) -> None:
        """Write all tokens; white space hangs on the token before it, at the start on the first word."""
        if not self.forms:
            return
        self._hang_hidden()
        self._hang_markup()
        first = self._spaces.index(False) if False in self._spaces else 0
        for i, is_space in enumerate(self._spaces):
            if is_space and i != first:
                self._offsets[i] = -1 if i > first else first - i
        self._doc.from_array([HEAD, DEP, POS, LEMMA, MORPH], self._numbers())  # type: ignore[arg-type]

    def _hang_hidden(self) -> None:
        """Hidden marks in lines of their own are punctuation of the word before them, at the start of the first word."""
        words = self._shown_or(self._hidden)
        for i in self._hidden:
            self._punctuate(i, words[max(bisect_left(words, i) - 1, 0)])

    def _hang_markup(self) -> None:
        """«|**|мэр|**|»: marks of emphasis and of links are punctuation of a word of their sentence."""
        words = self._shown_or(self._markup)
        for i in self._markup:
            k = bisect_left(words, i)
            opens = k == 0 or any(start == 1 for start in self._starts[words[k - 1] + 1 : i + 1])
            self._punctuate(i, words[k] if opens and k < len(words) else words[max(k - 1, 0)])

    def _shown_or(self, marks: list[int]) -> list[int]:
        """The tokens that are words; the first of some marks where there is no word, and nothing where there is no mark."""
        shown = [i for i, is_blank in enumerate(self._blank) if not is_blank] if marks else []
        return shown or marks[:1]

    def _punctuate(self, i: int, word: int) -> None:
        """Hang a mark on a word; a mark on itself is the root."""
        self._tags[i], self._relations[i] = ("PUNCT", ""), "punct" if word != i else "root"
        self._offsets[i] = word - i

    def _numbers(self) -> npt.NDArray[np.uint64]:
        """The columns of the words as spaCy stores them: offset of the head, relation, part of speech, lemma, features."""
        add, morphology = self._doc.vocab.strings.add, self._doc.vocab.morphology.add
        feats = {tag: morphology(tag[1]) for tag in set(self._tags)}
        relations = {relation: add(relation) for relation in set(self._relations)}
        words = zip(self._texts, self.forms, self._tags, strict=True)
        lemmas = [lemma_of(text, form, *tag) for text, form, tag in words]
        columns = (
            np.array(self._offsets, np.int64).view(np.uint64),
            [relations[relation] for relation in self._relations],
            [POS_IDS[pos] for pos, _ in self._tags],
            [add(word) for word in lemmas],
            [feats[tag] for tag in self._tags],
        )
        return np.stack([np.array(column, np.uint64) for column in columns], axis=1)


def _know_labels(vocab: Vocab, model: str) -> None:
    """Tell the vocabulary all labels at once, so that none is forgotten with a memory zone."""
    for label in (*open_network(model, "syntax").labels("syntax"), "root", "dep"):
        vocab.strings.add(label)
    labels = open_network(model, "morph").labels("morph")
    for feats in {
        *(label.partition("|")[2] for label in labels),
        *lawful_feats(labels),
        *numeral_feats(labels),
    }:
        vocab.morphology.add(feats)


@lru_cache(2)
def _tagger(model: str) -> Tagger:
    return Tagger(model)


@lru_cache(2)
def _parser(model: str) -> Parser:
    return Parser(model)

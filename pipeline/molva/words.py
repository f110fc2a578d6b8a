"""A ``Doc`` read once into plain lists: what the rules of molva look at.

Rules ask hundreds of small questions about a document; each answer through spaCy's token
objects costs a microsecond. ``Words`` answers from lists instead, and leaves out whitespace
tokens, so that the next word is always at ``i + 1``. ``index`` leads back to the ``Doc``.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from spacy.tokens import Doc, Span, Token

from molva.entities.lexicon import word_list
from molva.grammar.analyses import analyses_of
from molva.grammar.feats import read_feats
from molva.text.tidy import tidy_word

Feats = Mapping[str, str]


@dataclass(frozen=True)
class Words:
    """The words of a document as parallel lists, one item a word (whitespace tokens left out).

    ``index`` is the word's token in ``doc``; ``form`` its spelling without invisible marks;
    ``lower`` and ``lemma`` are in lower case with ё folded to е, for comparing; ``feats`` the UD
    features; ``head`` the word it depends on (itself at a root); ``ent`` the label of the name
    it stands in, or an empty string (bodies without a capital, «ведомство», are described, not named); ``sent`` and ``par`` number sentences and paragraphs from 0
    (a line is a paragraph); ``start`` and ``end`` are code points of ``doc.text``.
    """

    doc: Doc
    index: list[int]
    form: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    feats: list[Feats]
    head: list[int]
    dep: list[str]
    ent: list[str]
    sent: list[int]
    par: list[int]
    start: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.index)

    @cached_property
    def children(self) -> list[list[int]]:
        """The words that depend on each word, in text order."""
        below: list[list[int]] = [[] for _ in self.head]
        for i, head in enumerate(self.head):
            if head != i:
                below[head].append(i)
        return below

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Half-open stretches of words, one a sentence."""
        return _stretches(self.sent)

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Half-open stretches of words, one a paragraph."""
        return _stretches(self.par)

    def subtree(self, i: int) -> list[int]:
        """Word ``i`` and all that depends on it, in text order."""
        found, todo = [], [i]
        while todo:
            word = todo.pop()
            found.append(word)
            todo.extend(self.children[word])
        return sorted(found)

    def feat(self, i: int, name: str) -> str:
        """The value of a UD feature of word ``i``, or an empty string."""
        return self.feats[i].get(name, "")


def read_words(doc: Doc, *, emphasis: bool = True) -> Words:
    """Read the words of ``doc``. Layers that no stage has filled come out empty.

    Without ``emphasis`` the marks of wiki and chat markup (''…'', **…**, __…__) and the addresses of
    their links are left out too, so that they stand in no rule's way.
    """
    links = [] if emphasis else [match.span() for match in _LINK.finditer(doc.text)]
    hidden = {t.i for t in doc if _inside(links, t.idx)} if links else set()
    tokens = [t for t in doc if not t.is_space and t.i not in hidden and (emphasis or not _is_emphasis(t))]
    number = {t.i: n for n, t in enumerate(tokens)}
    forms = [tidy_word(t.text) for t in tokens]
    return Words(
        doc=doc,
        index=[t.i for t in tokens],
        form=forms,
        lower=[fold(form) for form in forms],
        lemma=[fold(t.lemma_ or form) for t, form in zip(tokens, forms, strict=True)],
        pos=[t.pos_ for t in tokens],
        feats=[_feats(str(t.morph)) for t in tokens],
        head=[number.get(t.head.i, n) for n, t in enumerate(tokens)],
        dep=[t.dep_ for t in tokens],
        ent=_names(doc, tokens),
        sent=_sentence_numbers(doc, tokens),
        par=_paragraph_numbers(doc, tokens),
        start=[t.idx for t in tokens],
        end=[t.idx + len(t) for t in tokens],
    )


# [http://osce.org заявил] of wikis, [заявил](http://osce.org) of chats: brackets and address
_LINK = re.compile(r"(\[(?:https?://|www\.)[^\s\]]+)|(\]\((?:https?://|www\.)[^\s)]+\))")


def is_named(span: Span) -> bool:
    """«Минтруд», «Луч», «NASA», «1С»; not «ведомство», «пресс-служба министерства», which describe.

    A capital that only opens a sentence makes no name of a kind of body: «Совет заявил, что …».
    """
    text = span.text
    if len(span) == 1 and span[0].is_sent_start and text[1:].islower() and _is_kind_of_body(text):
        return False
    return any(char.isupper() or char.isdigit() or char.isascii() and char.isalpha() for char in text)


def _is_kind_of_body(word: str) -> bool:
    """«Министерство», «Совет»; «Минфин» and «МИД» are kinds of body in the list, but names by the dictionary."""
    best = analyses_of(word)[0]
    return best.lemma in word_list("bodies") and not best.grammemes & {"Orgn", "Abbr"}


def _names(doc: Doc, tokens: list[Token]) -> list[str]:
    described = {
        i for ent in doc.ents if ent.label_ == "ORG" and not is_named(ent) for i in range(ent.start, ent.end)
    }
    return ["" if token.i in described else token.ent_type_ for token in tokens]


def _inside(stretches: list[tuple[int, int]], at: int) -> bool:
    i = bisect_right(stretches, at, key=lambda stretch: stretch[0]) - 1
    return i >= 0 and stretches[i][0] <= at < stretches[i][1]


def fold(word: str) -> str:
    """Lower case with ё folded to е: the form in which words are compared."""
    return word.lower().replace("ё", "е")


def _is_emphasis(token: Token) -> bool:
    """Asterisks and underscores, and apostrophes in pairs; a lone one may belong to a name (д'Артаньян)."""
    text = token.text
    if set(text) <= {"*", "_"}:
        return True
    if text != "'":
        return False
    doc, i = token.doc, token.i
    before = i > 0 and doc[i - 1].text == "'" and not doc[i - 1].whitespace_
    after = i + 1 < len(doc) and doc[i + 1].text == "'" and not token.whitespace_
    return before or after


@lru_cache(20_000)
def _feats(morph: str) -> Feats:
    return read_feats(morph)


def _sentence_numbers(doc: Doc, tokens: list[Token]) -> list[int]:
    numbers: list[int] = []
    n = -1
    starts = {sent.start for sent in doc.sents} if doc.has_annotation("SENT_START") else {0}
    ordered = sorted(starts)
    for t in tokens:
        while n + 1 < len(ordered) and ordered[n + 1] <= t.i:
            n += 1
        numbers.append(max(n, 0))
    return numbers


def _paragraph_numbers(doc: Doc, tokens: list[Token]) -> list[int]:
    numbers: list[int] = []
    n, text, end = 0, doc.text, 0
    for t in tokens:
        if numbers and any(mark in "\n\r\u2028\u2029\x0b\x0c\x85" for mark in text[end : t.idx]):
            n += 1
        numbers.append(n)
        end = t.idx + len(t)
    return numbers


def _stretches(numbers: list[int]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for i, n in enumerate(numbers):
        if i and numbers[i - 1] == n:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out

"""A ``Doc`` read once into plain lists: what the rules of molva look at.

Rules ask hundreds of small questions about a document; each answer through spaCy's token
objects costs a microsecond. ``Words`` answers from lists instead, and leaves out whitespace
tokens, so that the next word is always at ``i + 1``. ``index`` leads back to the ``Doc``.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TypeVar

from spacy.attrs import DEP, LEMMA, MORPH, POS
from spacy.tokens import Doc, Span

from molva import columns
from molva.entities.lexicon import word_list
from molva.grammar.analyses import analyses_of
from molva.grammar.feats import read_feats
from molva.text.tidy import LINE_BREAKS, tidy_word

Feats = Mapping[str, str]
_BREAK = re.compile(f"[{LINE_BREAKS}]")


@dataclass(frozen=True)
class Words:
    """The words of a document as parallel lists, one item a word (whitespace tokens left out).

    ``text`` is ``doc.text``, at hand; ``index`` the word's token in ``doc``; ``form`` its spelling without invisible marks;
    ``lower`` and ``lemma`` are in lower case with ё folded to е, for comparing; ``feats`` the UD
    features; ``head`` the word it depends on (itself at a root); ``ent`` the label of the name
    it stands in, or an empty string (bodies without a capital, «ведомство», are described, not named); ``sent`` and ``par`` number sentences and paragraphs from 0
    (a line is a paragraph); ``start`` and ``end`` are code points of ``doc.text``.
    """

    doc: Doc
    text: str
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
    texts = columns.texts(doc)
    spaced = columns.spaced(doc)
    text = columns.text(texts, spaced)
    starts = columns.offsets(texts, spaced)
    left_out = set() if emphasis else _markup(text, texts, starts, spaced)
    index = [i for i, word in enumerate(texts) if i not in left_out and not word.isspace()]
    number = {token: n for n, token in enumerate(index)}
    tidy = {word: tidy_word(word) for word in set(texts)}
    folded = {form: fold(form) for form in tidy.values()}
    forms = [tidy[texts[i]] for i in index]
    lemmas, heads = columns.read(doc, LEMMA, fold), columns.heads(doc)
    return Words(
        doc=doc,
        text=text,
        index=index,
        form=forms,
        lower=[folded[form] for form in forms],
        lemma=[lemmas[i] or folded[form] for i, form in zip(index, forms, strict=True)],
        pos=_picked(columns.strings(doc, POS), index),
        feats=_picked(columns.read(doc, MORPH, read_feats), index),
        head=[number.get(heads[i], n) for n, i in enumerate(index)],
        dep=_picked(columns.strings(doc, DEP), index),
        ent=_names(doc, index),
        sent=_numbered(columns.sentence_starts(doc), index),
        par=_paragraph_numbers(text, texts, starts, index),
        start=_picked(starts, index),
        end=[starts[i] + len(texts[i]) for i in index],
    )


Item = TypeVar("Item")


def _picked(column: Sequence[Item], index: Sequence[int]) -> list[Item]:
    return [column[i] for i in index]


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


def _names(doc: Doc, index: Sequence[int]) -> list[str]:
    labels = [""] * len(doc)
    for ent in doc.ents:
        if ent.label_ != "ORG" or is_named(ent):
            labels[ent.start : ent.end] = [ent.label_] * len(ent)
    return _picked(labels, index)


def _inside(stretches: list[tuple[int, int]], at: int) -> bool:
    i = bisect_right(stretches, at, key=lambda stretch: stretch[0]) - 1
    return i >= 0 and stretches[i][0] <= at < stretches[i][1]


def fold(word: str) -> str:
    """Lower case with ё folded to е: the form in which words are compared."""
    return word.lower().replace("ё", "е")


def _markup(text: str, texts: Sequence[str], starts: Sequence[int], spaced: Sequence[bool]) -> set[int]:
    """Tokens that are marks of emphasis or stand in the address of a link."""
    found = {i for i, word in enumerate(texts) if word[0] in "*_'" and _is_emphasis(i, texts, spaced)}
    links = [match.span() for match in _LINK.finditer(text)]
    return found | {i for i, start in enumerate(starts) if _inside(links, start)} if links else found


def _is_emphasis(i: int, texts: Sequence[str], spaced: Sequence[bool]) -> bool:
    """Asterisks and underscores, and apostrophes in pairs; a lone one may belong to a name (д'Артаньян)."""
    if set(texts[i]) <= {"*", "_"}:
        return True
    if texts[i] != "'":
        return False
    before = i > 0 and texts[i - 1] == "'" and not spaced[i - 1]
    after = i + 1 < len(texts) and texts[i + 1] == "'" and not spaced[i]
    return before or after


def _numbered(starts: Sequence[bool], index: Sequence[int]) -> list[int]:
    """Of each word the number of starts up to it, from 0."""
    return _picked([n - 1 for n in accumulate(starts)], index)


def _paragraph_numbers(
    text: str, texts: Sequence[str], starts: Sequence[int], index: Sequence[int]
) -> list[int]:
    numbers: list[int] = []
    n, last = 0, -1
    for i in index:
        # words that follow each other have at most a plain space between them
        if numbers and i > last + 1 and _BREAK.search(text, starts[last] + len(texts[last]), starts[i]):
            n += 1
        numbers.append(n)
        last = i
    return numbers


def _stretches(numbers: list[int]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for i, n in enumerate(numbers):
        if i and numbers[i - 1] == n:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out

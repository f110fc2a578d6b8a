"""A ``Doc`` read once into plain lists: what the rules of molva look at.

Rules ask hundreds of small questions about a document; each answer through spaCy's token
objects costs a microsecond. ``Words`` answers from lists instead, and leaves out whitespace
tokens, so that the next word is always at ``i + 1``. ``index`` leads back to the ``Doc``.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import compress, pairwise
from operator import add, lt
from typing import NamedTuple

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, MORPH, ORTH, POS, SENT_START, SPACY
from spacy.tokens import Doc

from molva import columns
from molva.columns import Numbers
from molva.lexicon.analyses import analyses_of
from molva.lexicon.feats import read_feats
from molva.lexicon.folding import fold
from molva.lexicon.nouns import kinds_of_bodies
from molva.text.tidy import LINE_BREAKS, TAG, is_hidden, tidy_word
from molva.text.wrapped import unwrap
from molva.tokens.endless import cut_endless
from molva.tokens.marks import Pair, pair_marks
from molva.tokens.markup import LINK_END, footnotes, within

Feats = Mapping[str, str]
_BREAK = re.compile(f"[{LINE_BREAKS}]|{TAG}")
# What has the genitive singular behind it: два врача, обе стороны, 22 рыбака, but 12 рыбаков.
_FEW = re.compile(r"дв[ае]|об[ае]|три|четыре|(?:\d*[02-9])?[234]")


@dataclass(frozen=True)
class Words:
    """The words of a document as parallel lists, one item a word (what shows nothing is left out).

    ``text`` is ``doc.text``, at hand, with a space for each line break inside a paragraph of a hard-wrapped
    text; ``index`` the word's token in ``doc``; ``form`` its spelling without invisible marks;
    ``lower`` and ``lemma`` are in lower case with ё folded to е, for comparing; ``feats`` the UD
    features; ``head`` the word it depends on (itself at a root); ``ent`` the label of the name
    it stands in, or an empty string (bodies without a capital, «ведомство», are described, not named); ``sent`` and ``par`` number sentences
    (pieces of endless ones) and paragraphs (lines) from 0; ``start`` and ``end`` are code points of ``doc.text``.
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
    def by_lemma(self) -> dict[str, list[int]]:
        """The words that have each lemma, in text order."""
        found: dict[str, list[int]] = {}
        for i, lemma in enumerate(self.lemma):
            found.setdefault(lemma, []).append(i)
        return found

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Half-open stretches of words, one a sentence."""
        return _stretches(self.sent)

    def sentence(self, i: int) -> tuple[int, int]:
        """The sentence of word ``i``; sentences without words have numbers too, so a number is no index."""
        return bisect_left(self.sent, self.sent[i]), bisect_right(self.sent, self.sent[i])

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Half-open stretches of words, one a paragraph."""
        return _stretches(self.par)

    @cached_property
    def pairs(self) -> list[Pair]:
        """Pairs of quotation marks, found in each paragraph, ordered by their opening marks."""
        found: list[Pair] = []
        space = [True, *map(lt, self.end, self.start[1:])]
        for start, end in self.paragraphs:
            for pair in pair_marks(self.form[start:end], space[start:end]):
                close = None if pair.close is None else pair.close + start
                found.append(Pair(pair.open + start, close, pair.depth, pair.closed))
        return found

    def subtree(self, i: int) -> list[int]:
        """Word ``i`` and all that depends on it, in text order."""
        found, todo = [], [i]
        while todo:
            word = todo.pop()
            found.append(word)
            todo.extend(self.children[word])
        return sorted(found)

    def is_subject(self, i: int) -> bool:
        """Whether the tree has word ``i`` as a subject, of a verb in the passive too; «|будьте| уверены» has none."""
        return self.dep[i].startswith("nsubj") and self.feats[i].get("Mood") != "Imp"

    def subjects(self, i: int) -> list[int]:
        """The subjects that depend on word ``i``, in text order."""
        return [child for child in self.children[i] if self.is_subject(child)]

    def with_lemma(self, lemmas: AbstractSet[str], start: int, end: int) -> list[int]:
        """The words of a stretch that have one of these lemmas."""
        return [i for i, lemma in enumerate(self.lemma[start:end], start) if lemma in lemmas]

    def with_form(self, forms: AbstractSet[str], start: int, end: int) -> list[int]:
        """The words of a stretch that have one of these folded forms."""
        return [i for i, form in enumerate(self.lower[start:end], start) if form in forms]

    def feat(self, i: int, name: str) -> str:
        """The value of a UD feature of word ``i``, or an empty string; behind the last word too."""
        return self.feats[i].get(name, "") if i < len(self.feats) else ""

    def may_be_nominative(self, i: int) -> bool:
        """Whether the dictionary has the form of a noun as a nominative, whatever the tagger sees in it: «голос»."""
        return self._may_stand_in(i, "nomn")

    def may_be_genitive(self, i: int) -> bool:
        """Whether the dictionary has the form of a noun as a genitive: «порту связи», but no «порту итоги»."""
        return self._may_stand_in(i, "gent")

    def _may_stand_in(self, i: int, case: str) -> bool:
        """Whether the dictionary has the form of a noun in a case."""
        readings = (one.grammemes for one in analyses_of(self.lower[i]) if one.known)
        return any("NOUN" in marks and case in marks for marks in readings)

    def few(self, i: int) -> bool:
        """Whether a noun stands behind two, three or four: «два врача», in the genitive singular, are several."""
        feats = self.feats[i]
        if feats.get("Case") != "Gen" or feats.get("Number") != "Sing":
            return False
        return any(_FEW.fullmatch(self.lower[c]) for c in self.children[i] if c < i)

    def is_active(self, i: int) -> bool:
        """Whether a word is a finite verb whose subject acts: «провела», but not «проводилась»."""
        return self.feat(i, "VerbForm") == "Fin" and not self.lower[i].endswith(("ся", "сь"))

    def number(self, i: int) -> str:
        """Of how many a noun speaks: Sing, Plur, or an empty string where the form does not tell."""
        number = self.feats[i].get("Number", "")
        return "Plur" if number == "Sing" and self.few(i) else number


class _Spelling(NamedTuple):
    """A token as written, tidied, and folded; ``form`` is empty for white space, which may break the line."""

    text: str
    form: str
    lower: str
    breaks: bool


def _spelling(text: str) -> _Spelling:
    form = "" if text.isspace() or is_hidden(text) else tidy_word(text)
    return _Spelling(text, form, fold(form), not form and _BREAK.search(text) is not None)


_LAYERS = (ORTH, SPACY, HEAD, SENT_START, IDX, LENGTH, LEMMA, POS, MORPH, DEP)
_SPELLINGS = columns.Remembered(_spelling)
_LEMMAS = columns.Remembered(fold)
_FEATS = columns.Remembered[Feats](read_feats)
_NAMES = columns.Remembered(str)  # parts of speech, relations, labels
_BEGINS, _INSIDE = 3, 1  # spaCy's numbers of the letters B and I


class _Read(NamedTuple):
    """A document whose words have been read, and what they were read from."""

    layers: Numbers
    names: Numbers
    words: Words


# The documents read last, by their identity: names are found in a batch of documents before the next stage
# asks for the first of them.
_LAST: dict[int, _Read] = {}
_MOST_KEPT = 20_000  # words


def read_words(doc: Doc, *, emphasis: bool = True) -> Words:
    """Read the words of ``doc``. Layers that no stage has filled come out empty.

    Without ``emphasis`` the marks of wiki and chat markup (''…'', **…**, __…__) and the addresses of
    their links are left out too, so that they stand in no rule's way.
    """
    layers, names = columns.layers(doc, *_LAYERS), columns.layers(doc, ENT_TYPE, ENT_IOB)
    known = last = _LAST.pop(id(doc), None)
    if last is None or not np.array_equal(last.layers, layers):
        last = _Read(layers, names, _read(doc, layers, names))
    elif not np.array_equal(last.names, names):
        last = _Read(layers, names, replace(last.words, ent=_names(doc, names, np.array(last.words.index))))
    _LAST[id(doc)] = last
    if known is None:
        _forget()
    left_out = set() if emphasis else _markup(last.words)
    return _read(doc, layers, names, left_out) if left_out else last.words


def _forget() -> None:
    """Give up the documents read first where there are too many words; as long as one is kept, it lives on.

    Other threads may add theirs meanwhile, or have given up the same.
    """
    sizes = [(key, len(one.words.form)) for key, one in list(_LAST.items())]
    kept = sum([size for _, size in sizes])
    for key, size in sizes[:-1]:
        if kept <= _MOST_KEPT:
            return
        _LAST.pop(key, None)
        kept -= size


def _read(doc: Doc, layers: Numbers, names: Numbers, left_out: AbstractSet[int] = frozenset()) -> Words:
    """The words of a document: its tokens without those that show nothing and those left out, lines unwrapped."""
    spellings = _SPELLINGS.column(doc, layers[:, 0].tolist())
    texts, forms, lowers, breaks = zip(*spellings, strict=True) if spellings else ((), (), (), ())
    kept = np.array(list(map(bool, forms)), bool)
    kept[list(left_out)] = False
    index = np.flatnonzero(kept)
    start, size, lemma, pos, morph, dep = layers[index, 4:].T.tolist()
    form, lower = list(compress(forms, kept)), list(compress(lowers, kept))
    text = columns.text(texts, layers[:, 1].tolist())
    unwrapped = unwrap(text)
    lines = [i for i in np.flatnonzero(~kept).tolist() if breaks[i]]
    if unwrapped is not text:
        lines = [i for i in lines if _BREAK.search(unwrapped, *_edges(layers[i]))]
    return Words(
        doc=doc,
        text=unwrapped,
        index=index.tolist(),
        form=form,
        lower=lower,
        lemma=[known or own for known, own in zip(_LEMMAS.column(doc, lemma), lower, strict=True)],
        pos=_NAMES.column(doc, pos),
        feats=_FEATS.column(doc, morph),
        head=_heads(columns.heads(layers[:, 2]), index),
        dep=_NAMES.column(doc, dep),
        ent=_names(doc, names, index),
        sent=cut_endless(np.cumsum(columns.sentence_starts(layers[:, 3]))[index] - 1, form).tolist(),
        par=_lines(lines, index),
        start=start,
        end=list(map(add, start, size)),
    )


def _edges(layers: Numbers) -> tuple[int, int]:
    """Where a token starts and ends in the text."""
    start, size = layers[4:6].tolist()
    return start, start + size


# Nouns that mean a body named before, and name none.
_POINTING = frozenset(
    "ведомство компания корпорация организация регулятор структура учреждение концерн автоконцерн холдинг маркетплейс "
    "ритейлер ретейлер перевозчик авиаперевозчик автопроизводитель застройщик девелопер автокомпания радиокомпания "
    "фармкомпания агрохолдинг энергохолдинг мегарегулятор дипведомство паблик фракция штаб".split()
)
# Without one of these a text holds no markup.
_MARKUP = ("*", "_", "'", "[http", "](http", "[www.", "](www.")
# [http://osce.org заявил] of wikis, [заявил](http://osce.org) of chats: brackets and address
_LINK = re.compile(r"\[(?:https?://|www\.)[^\s\]]+|" + LINK_END)


def is_named(doc: Doc, start: int, end: int) -> bool:
    """«Минтруд», «Луч», «NASA», «1С»; not «ведомство», «пресс-служба министерства», which describe.

    A capital that only opens a sentence makes no name of a kind of body: «Совет заявил, что …»,
    «Вестрийские власти уточнили, что …».
    """
    first = doc[start]
    if end - start < 3 and first.is_sent_start and _opens_with_body(doc, start, end):
        return False
    if end - start == 1 and _is_any_ministry(first.text):
        return False
    return _shows_name(first.text) or any(_shows_name(doc[i].text) for i in range(start + 1, end))


def _opens_with_body(doc: Doc, start: int, end: int) -> bool:
    """A kind of body alone at the start of its sentence, or «ведомство», «власти», «военные» behind an adjective."""
    if end - start == 2:
        return doc[end - 1].lower_ in ("ведомство", "власти", "военные", "служба")
    return _is_kind_of_body(doc[start].text)


@lru_cache(20_000)
def _is_any_ministry(word: str) -> bool:
    """«В |Министерстве| ждут»: a capital wherever it stands, and yet no name of one."""
    return word[1:].islower() and analyses_of(word)[0].lemma == "министерство"


@lru_cache(20_000)
def _shows_name(word: str) -> bool:
    return any(char.isupper() or char.isdigit() or char.isascii() and char.isalpha() for char in word)


@lru_cache(20_000)
def _is_kind_of_body(word: str) -> bool:
    """«Министерство», «Ведомство»; «Минфин» and «МИД» are kinds of body in the list, but names by the dictionary."""
    best = analyses_of(word)[0]
    named = best.grammemes & {"Orgn", "Abbr"} or not word[1:].islower()
    return (best.lemma in kinds_of_bodies() or best.lemma in _POINTING) and not named


def _names(doc: Doc, layers: Numbers, index: Numbers) -> list[str]:
    """The label of the name that each word stands in; bodies without a name have none."""
    labels = _NAMES.column(doc, layers[:, 0].tolist())
    begins = np.flatnonzero(layers[:, 1] == _BEGINS)
    ends = np.append(np.flatnonzero(layers[:, 1] != _INSIDE), len(doc))
    for start, end in zip(begins.tolist(), ends[np.searchsorted(ends, begins) + 1].tolist(), strict=True):
        if labels[start] in ("ORG", "PER") and not is_named(doc, start, end):
            labels[start:end] = [""] * (end - start)
    return [labels[i] for i in index.tolist()]


def _markup(words: Words) -> set[int]:
    """«|**|мэр|**|», «мост|](https://…)|», «закрыт|[1]|»: marks of emphasis, addresses of links, numbers of footnotes."""
    text, index = words.text, words.index
    notes = footnotes(text)
    if not notes and not any(mark in text for mark in _MARKUP):
        return set()
    found = {token for i, token in enumerate(index) if words.form[i][0] in "*_'" and _is_emphasis(words, i)}
    links = sorted([*notes, *(match.span() for match in _LINK.finditer(text))])
    return found | {token for i, token in enumerate(index) if within(links, words.start[i])}


def _is_emphasis(words: Words, i: int) -> bool:
    """Asterisks and underscores, and apostrophes in pairs; a lone one may belong to a name (д'Артаньян)."""
    written = _written(words, i)
    if set(written) <= {"*", "_"}:
        return True
    return written == "'" and (_paired(words, i - 1, i) or _paired(words, i, i + 1))


def _paired(words: Words, i: int, j: int) -> bool:
    """Whether two words are apostrophes with nothing between them."""
    apostrophes = i >= 0 and j < len(words) and _written(words, i) == _written(words, j) == "'"
    return apostrophes and words.end[i] == words.start[j]


def _written(words: Words, i: int) -> str:
    return words.text[words.start[i] : words.end[i]]


def _heads(heads: Numbers, index: Numbers) -> list[int]:
    """The word each word depends on: itself at a root, and below a token that is left out."""
    own = np.arange(len(index))
    number = np.full(len(heads), -1)
    number[index] = own
    above = number[heads[index]]
    return np.where(above < 0, own, above).tolist()  # type: ignore[no-any-return]


def _lines(breaks: list[int], index: Numbers) -> list[int]:
    """Of each word the number of its line, from 0; lines without words are not counted."""
    line = np.searchsorted(breaks, index)
    return np.cumsum(np.diff(line, prepend=line[:1]) > 0).tolist()  # type: ignore[no-any-return]


def _stretches(numbers: list[int]) -> list[tuple[int, int]]:
    """Where each number stands, in a row of numbers that never fall."""
    edges = [0, *compress(range(1, len(numbers)), map(lt, numbers, numbers[1:])), len(numbers)]
    return list(pairwise(edges)) if numbers else []

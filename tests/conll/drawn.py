"""Documents drawn by hypothesis: any text, any tree, and any entities and quotes over it."""

from dataclasses import dataclass
from typing import get_args

from hypothesis import strategies as st
from spacy.lang.ru import Russian
from spacy.tokens import Doc, Span
from spacy.vocab import create_vocab

from molva.conll.spelling import spell
from molva.contract import (
    POLARITIES,
    QUOTE_TYPES,
    Entity,
    Mention,
    Quote,
    QuoteKind,
    declare_extensions,
    store_entities,
    store_quotes,
)

VOCAB = create_vocab("ru", Russian.Defaults)

# What breaks CoNLL-U files in the wild stands beside plain Russian.
STRANGE = (
    "_", "#", "|", "\\", "=", "\\s", "\ufffd", "\x00", "\x07", "\ue000", "\u0301", "\u0338", "\u1161", "\u11a8", "\u1100",
    "\u212b", "\u00ad", "\u200b", "\ufeff", "&laquo;", "&nbsp;", "го\u00adрод", "за\u0301мок", "и\u0306", "\U0001f468\u200d\U0001f469",
    "\U000e0041", "\u2126", "a\u00a0b", "a\u2028b", "\u200f", "\ufffe", "-", "(e1", "e1)", "q1,q2", '"', "# newdoc", "1\t2", "\r",
)  # fmt: skip
words = st.one_of(
    st.sampled_from(
        ["Мы", "готовы", ",", "—", "«", "»", "сказал", "Лавров", "в", "Кремле", ".", "е1-person"]
    ),
    st.sampled_from(STRANGE).filter(lambda word: not word.isspace()),
    st.text(min_size=1, max_size=5).filter(lambda word: not word.isspace()),
)
gaps = st.one_of(
    st.sampled_from(
        ["", " ", " ", " ", "\n", "\r\n", "\n\n", "  ", "\u00a0", " \u00a0", "\t", "\u2028", "\x85", "\x1c"]
    ),
    st.text(st.sampled_from(" \n\r\t\x0b\x0c\u00a0\u2003\u3000"), max_size=4),
)
free_text = st.one_of(
    st.sampled_from(["Сергей Лавров", "МИД", "", " ", 'ООО "Ромашка"', "a=b c=d", "\\"]), st.text(max_size=8)
)
lemmas = st.sampled_from(["", "мы", "готовый", "сказать", "«", "Нью-Йорк"])
TAGS = ("NOUN", "PRON", "VERB", "PROPN", "PUNCT", "X", "")
FEATS = (
    "",
    "Case=Nom",
    "Case=Nom|Number=Plur",
    "Aspect=Perf|Gender=Masc|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act",
)
RELATIONS = ("nsubj", "obl", "punct", "flat:name", "parataxis")


@dataclass
class Layout:
    """Tokens as spaCy cuts them, and which of them are words."""

    tokens: list[str]
    spaces: list[bool]
    words: list[int]


@st.composite
def layouts(draw, min_words: int = 0) -> Layout:
    """A text as tokens: words and gaps by turns."""
    layout = Layout([], [], [])
    lead = draw(gaps)
    if lead:
        layout.tokens.append(lead)
        layout.spaces.append(False)
    for word in draw(st.lists(words, min_size=min_words, max_size=12)):
        gap = draw(gaps)
        layout.words.append(len(layout.tokens))
        layout.tokens.append(word)
        layout.spaces.append(gap.startswith(" "))
        if rest := gap.removeprefix(" "):
            layout.tokens.append(rest)
            layout.spaces.append(False)
    return layout


@st.composite
def docs(draw, min_words: int = 0) -> Doc:
    """A parsed document with entities and quotes."""
    layout = draw(layouts(min_words))
    n = len(layout.tokens)
    columns = {
        "pos": ["SPACE"] * n,
        "morphs": [""] * n,
        "lemmas": list(layout.tokens),
        "deps": ["dep"] * n,
        "heads": [max(i - 1, 0) for i in range(n)],
    }
    if layout.words:
        columns["heads"][: layout.words[0]] = [layout.words[0]] * layout.words[0]
    for sentence in _chunks(draw, layout.words):
        heads = _tree(draw, len(sentence))
        for word, head in zip(sentence, heads, strict=True):
            columns["pos"][word] = draw(st.sampled_from(TAGS))
            columns["morphs"][word] = draw(st.sampled_from(FEATS))
            # The one thing that the format cannot tell: the word «_» without a lemma from the lemma «_».
            columns["lemmas"][word] = "_" if spell(layout.tokens[word]) == "_" else draw(lemmas)
            columns["heads"][word] = sentence[head]
            columns["deps"][word] = "root" if sentence[head] == word else draw(st.sampled_from(RELATIONS))
    if not layout.words:
        columns = {}
    doc = Doc(VOCAB, words=layout.tokens, spaces=layout.spaces, **columns)
    declare_extensions()
    if layout.words:
        _add_layers(draw, doc, layout.words)
    return doc


def _chunks(draw, items: list[int]) -> list[list[int]]:
    """Cut a list into sentences."""
    cuts = [i for i in range(1, len(items)) if draw(st.integers(0, 3)) == 0]
    return [items[a:b] for a, b in zip([0, *cuts], [*cuts, len(items)], strict=True) if items[a:b]]


def _tree(draw, size: int) -> list[int]:
    """Heads of a projective tree, as numbers within the sentence; the root is its own head."""
    heads = [0] * size

    def grow(start: int, end: int, head: int | None) -> None:
        if start < end:
            root = draw(st.integers(start, end - 1))
            heads[root] = root if head is None else head
            grow(start, root, root)
            grow(root + 1, end, root)

    grow(0, size, None)
    return heads


def _span(draw, words: list[int]) -> tuple[int, int]:
    first = draw(st.integers(0, len(words) - 1))
    last = min(len(words) - 1, first + draw(st.integers(0, 4)))
    return words[first], words[last] + 1


def _add_layers(draw, doc: Doc, words: list[int]) -> None:
    ids = draw(
        st.lists(st.sampled_from(["e1", "e2", "e3", "Q7-x", "d1", "x0", "e(1"]), unique=True, max_size=4)
    )
    kinds = st.sampled_from(["person", "org", "place", "group", "document"])
    entities = [Entity(id_, draw(kinds), draw(free_text)) for id_ in ids]
    mentions, seen = [], set()
    for _ in range(draw(st.integers(0, 6))):
        start, end = _span(draw, words)
        head = draw(st.sampled_from([w for w in words if start <= w < end]))
        label = draw(st.sampled_from(["PER", "ORG", "LOC", "ROLE", "PRON"]))
        entity_id = draw(st.sampled_from([None, *ids]))
        if (start, end) not in seen:
            seen.add((start, end))
            mentions.append(Mention(start, end, head, label, draw(free_text), entity_id))
    names, end = [], 0
    for mention in sorted(mentions, key=lambda m: m.start):
        if mention.label in ("PER", "ORG", "LOC") and mention.start >= end:
            names.append(Span(doc, mention.start, mention.end, mention.label, kb_id=mention.entity_id or ""))
            end = mention.end
    doc.set_ents(names)
    store_entities(doc, mentions, entities)
    store_quotes(doc, _quotes(draw, doc, words, entities))


def _quotes(draw, doc: Doc, words: list[int], entities: list[Entity]) -> list[Quote]:
    quotes, opened = [], 0
    ids = draw(st.lists(st.sampled_from(["q1", "q2", "q3", "q-4", "x0"]), unique=True, max_size=4))
    for id_ in ids:
        if opened >= len(words):
            break
        start = draw(st.integers(opened, len(words) - 1))
        opened, parts, cursor = start, [], start
        for _ in range(draw(st.integers(1, 3))):
            if cursor >= len(words):
                break
            last = min(len(words) - 1, cursor + draw(st.integers(0, 3)))
            parts.append(doc[words[cursor] : words[last] + 1])
            cursor = last + 1 + draw(st.integers(0, 2))
        cue, source = (draw(st.none() | st.builds(lambda: _span(draw, words))) for _ in range(2))
        quotes.append(
            Quote(
                id=id_,
                type=draw(st.sampled_from(QUOTE_TYPES)),
                content=tuple(parts),
                cue=doc[cue[0] : cue[1]] if cue else None,
                source=doc[source[0] : source[1]] if source else None,
                speaker=draw(st.sampled_from([None, *entities])),
                via=draw(st.none() | free_text),
                polarity=draw(st.sampled_from(POLARITIES)),
                parent=draw(st.sampled_from([None, *(q.id for q in quotes)])),
                construction=draw(free_text),
                confidence=draw(st.floats(0, 1)),
                kind=draw(st.sampled_from(get_args(QuoteKind))),
            )
        )
    return quotes

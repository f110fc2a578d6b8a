"""Grammar against a treebank, over its own tokens and sentences.

UPOS, lemmas, heads, and relations without their subtypes, as the CoNLL 2018 shared task compares
them. UFeats counts the universal features only, and wants all of a word's right; lemmas are
compared in lower case with ё as е, since treebanks differ in both.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from molva.evaluate.scores import Miss, Score
from molva.evaluate.treebanks import EMPTY, Row, Sentence
from molva.lexicon.folding import fold

# The features of the CoNLL 2018 shared task; others (Variant) belong to single treebanks.
UNIVERSAL = frozenset({
    "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case",
    "Definite", "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person",
    "Polite",
})  # fmt: skip
MEASURES = ("UPOS", "UFeats", "lemma", "UAS", "LAS")
TOGETHER = 50  # sentences in a Doc


def gold_docs(vocab: Vocab, sentences: Iterable[Sentence]) -> Iterator[tuple[Doc, tuple[Sentence, ...]]]:
    """Documents of gold words and gold sentence starts, with the sentences each is made of."""
    stream = iter(sentences)
    while group := tuple(islice(stream, TOGETHER)):
        rows = [row for sentence in group for row in sentence.rows]
        starts: list[bool | int | None] = [i == 0 for sentence in group for i in range(len(sentence.rows))]
        doc = Doc(vocab, [r.form for r in rows], [r.spaced for r in rows], sent_starts=starts)
        yield doc, group


def score_grammar(annotated: Iterable[tuple[Doc, Sequence[Sentence]]]) -> tuple[list[Score], list[Miss]]:
    """Score documents made by ``gold_docs`` after the grammar stage has filled them."""
    hits: Counter[str] = Counter()
    of: Counter[str] = Counter()
    misses: list[Miss] = []
    for doc, sentences in annotated:
        for span, sentence in zip(_spans(doc, sentences), sentences, strict=True):
            of["tree"] += 1
            hits["tree"] += _is_tree(span)
            for token, row in zip(span, sentence.rows, strict=True):
                right = _compare(token, row, span.start)
                of.update(right.keys())
                hits.update(measure for measure, good in right.items() if good)
                misses += _misses(sentence, token, row, right)
    return _scores(hits, of), misses


def _scores(hits: Counter[str], of: Counter[str]) -> list[Score]:
    words = [Score("grammar", "words", name, hits[name], of=of[name]) for name in MEASURES if of[name]]
    return [*words, Score("grammar", "sentences", "proper tree", hits["tree"], of=of["tree"])]


def _spans(doc: Doc, sentences: Iterable[Sentence]) -> Iterator[Span]:
    """The sentences of the ``Doc``, by the lengths of the gold ones."""
    start = 0
    for sentence in sentences:
        yield doc[start : start + len(sentence.rows)]
        start += len(sentence.rows)


def _compare(token: Token, row: Row, start: int) -> dict[str, bool]:
    """What of a word is right; measures on which the treebank is silent are left out."""
    right: dict[str, bool] = {}
    if row.upos != EMPTY:
        right["UPOS"] = token.pos_ == row.upos
        right["UFeats"] = universal(str(token.morph)) == universal(row.feats)
    if row.lemma != EMPTY or row.form == EMPTY:
        right["lemma"] = fold(token.lemma_) == fold(row.lemma)
    if row.head is not None:
        right["UAS"] = _head(token, start) == row.head
        right["LAS"] = right["UAS"] and plain(token.dep_) == plain(row.deprel)
    return right


def score_readings(
    read: Iterable[tuple[Sentence, Sequence[tuple[str, str]], Sequence[int], Sequence[str]]],
) -> dict[str, float]:
    """The same measures for readings that need not be trees, as networks alone give them.

    Args:
        read: sentences; of each word part of speech and features, the head (0 is the root), the relation.

    Returns:
        Shares of right words: UPOS, UFeats, UAS, LAS.
    """
    right = dict.fromkeys(("UPOS", "UFeats", "UAS", "LAS"), 0)
    total = 0
    for sentence, tags, heads, relations in read:
        for row, (upos, feats), head, relation in zip(sentence.rows, tags, heads, relations, strict=True):
            total += 1
            right["UPOS"] += upos == row.upos
            right["UFeats"] += universal(feats) == universal(row.feats)
            right["UAS"] += head == row.head
            right["LAS"] += head == row.head and plain(relation if head else "root") == plain(row.deprel)
    return {measure: hits / total for measure, hits in right.items()}


def universal(feats: str) -> frozenset[str]:
    """The features of the column that are compared."""
    return frozenset(pair for pair in feats.split("|") if pair.split("=", 1)[0] in UNIVERSAL)


def _head(token: Token, start: int) -> int:
    return 0 if token.head.i == token.i else token.head.i - start + 1


def plain(relation: str) -> str:
    """A relation without its subtype, in lower case: spaCy writes the root ``ROOT``."""
    return relation.split(":", 1)[0].lower()


def _is_tree(span: Span) -> bool:
    """One root, every head inside the sentence, and every word under the root."""
    roots = [token for token in span if token.head.i == token.i]
    return len(roots) == 1 and len(list(roots[0].subtree)) == len(span)


def _misses(sentence: Sentence, token: Token, row: Row, right: dict[str, bool]) -> Iterator[Miss]:
    """What is wrong of a word, measure by measure."""
    said = {
        "UPOS": (row.upos, token.pos_),
        "UFeats": (row.feats, str(token.morph)),
        "lemma": (row.lemma, token.lemma_),
        "UAS": (f"head {row.head}", f"head {token.head.text}"),
        "LAS": (row.deprel, token.dep_),
    }
    for measure, good in right.items():
        if not good:
            gold, guess = said[measure]
            yield Miss(f"line {sentence.line}", f"{measure} {row.form}", gold, guess)

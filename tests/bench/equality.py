"""Does natasha's network say the same in numpy? On natasha's own tokens and sentences, before any repair.

    python tests/bench/equality.py DUMP

DUMP is what natasha_doc.py wrote. Prints JSON: of each kind of thing how many are the same, of how many.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import molva
from molva.grammar.lemmas import lemma_of
from molva.grammar.parsing import parse
from molva.grammar.trees import best_tree
from molva.lexicon.feats import write_feats
from molva.networks.morph import Tagger
from molva.networks.ner import Ner
from molva.networks.syntax import Parser

OTHER_STAGES = ["molva_grammar", "molva_entities", "molva_speakers", "molva_quotes"]
TOGETHER = 32  # documents
# A phrase that stands twice in a sentence scores the same in both places, but for the last bits.
TIE = 1e-4
Counts = Counter[str]


class Comparison:
    """Counts what is the same (``right``) and all there is (``all``)."""

    def __init__(self) -> None:
        self.nlp = molva.load("natasha", exclude=OTHER_STAGES)
        self.tagger, self.parser, self.names = Tagger("natasha"), Parser("natasha"), Ner("natasha")
        self.same, self.all = Counts(), Counts()

    def count(self, kind: str, ours: Sequence[Any], theirs: Sequence[Any]) -> None:
        """Compare place by place."""
        self.same[kind] += sum(a == b for a, b in zip(ours, theirs, strict=True))
        self.all[kind] += len(theirs)

    def count_sets(self, kind: str, ours: set[Any], theirs: set[Any]) -> None:
        """Compare what need not be as many: those in both, of those in either."""
        self.same[kind] += len(ours & theirs)
        self.all[kind] += len(ours | theirs)

    def documents(self, dumps: Sequence[dict[str, Any]]) -> None:
        """Compare some documents."""
        for dump in dumps:
            self.segmentation(dump)
        self.spans(dumps)
        self.grammar([(dump["text"], s) for dump in dumps for s in dump["sentences"] if s])

    def segmentation(self, dump: dict[str, Any]) -> None:
        """Tokens, and the first tokens of sentences, by their places in the text."""
        words = [token for token in self.nlp(dump["text"]) if not token.is_space]
        ours = {(token.idx, token.idx + len(token)) for token in words}
        self.count_sets("tokens", ours, {(start, stop) for start, stop in dump["tokens"]})
        starts = {next(t.idx for t in s if not t.is_space) for s in words[0].doc.sents if s.text.strip()}
        self.count_sets("sentences", starts, {s[0][0] for s in dump["sentences"] if s})

    def spans(self, dumps: Sequence[dict[str, Any]]) -> None:
        """Names, by their places in the text and labels."""
        words = [[dump["text"][a:b] for a, b in dump["tokens"]] for dump in dumps]
        for dump, found in zip(dumps, self.names.spans(words), strict=True):
            tokens = dump["tokens"]
            ours = {(tokens[a][0], tokens[b - 1][1], label) for a, b, label in found}
            self.count_sets("names", ours, {(a, b, label) for a, b, label in dump["spans"]})

    def grammar(self, sentences: Sequence[tuple[str, list[Any]]]) -> None:
        """Tags, heads and relations as the network has them, lemmas by natasha's tags, and what repairs change."""
        words = [[text[row[0] : row[1]] for row in rows] for text, rows in sentences]
        theirs = [tuple(zip(*rows, strict=True)) for _, rows in sentences]
        tags = list(self.tagger.tags(words))
        readings = list(self.parser.read(words))
        trees = parse(readings, [[pos for pos, _ in told] for told in tags], self.parser.labels)
        compared = zip(words, theirs, tags, readings, trees, strict=True)
        for forms, (_, _, pos, feats, heads, relations, lemmas), told, reading, tree in compared:
            their_tags = [(p, write_feats(f)) for p, f in zip(pos, feats, strict=True)]
            arcs = reading.arcs()
            best = arcs.argmax(axis=1)
            labels = [self.parser.labels[n] for n in reading.relations(best).argmax(axis=1)]
            self.count("tags", told, their_tags)
            self.count("heads", best.tolist(), heads)
            short = arcs.max(axis=1) - arcs[range(len(heads)), heads]
            self.count("heads, ties aside", (short < TIE).tolist(), [True] * len(heads))
            self.count("relations", labels, relations)
            ours = [lemma_of(form, form, *tag) for form, tag in zip(forms, their_tags, strict=True)]
            self.count("lemmas", [lemma.replace("ё", "е").lower() for lemma in ours], lemmas)
            self.count("heads kept by the tree", best_tree(arcs).tolist(), best.tolist())
            self.count("heads kept by all repairs", tree[0], best.tolist())
            self.count("sentences left as they are", [tree[0]], [best.tolist()])


def read_dump(path: Path) -> Iterator[list[dict[str, Any]]]:
    """Documents, some at a time."""
    with path.open(encoding="utf-8") as lines:
        dumps = [json.loads(line) for line in lines]
    yield from (dumps[i : i + TOGETHER] for i in range(0, len(dumps), TOGETHER))


def main() -> None:
    """Compare, and print one line of JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("dump", type=Path)
    comparison = Comparison()
    for dumps in read_dump(parser.parse_args().dump):
        comparison.documents(dumps)
    print(json.dumps({kind: (comparison.same[kind], whole) for kind, whole in comparison.all.items()}))


if __name__ == "__main__":
    main()

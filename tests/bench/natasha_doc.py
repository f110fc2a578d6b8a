"""natasha's pipeline over texts, stage by stage; run by an interpreter that has natasha.

    PYTHON tests/bench/natasha_doc.py TEXTS.jsonl [--dump FILE]

Prints JSON: CPU seconds by stage, seconds of the start, tokens, memory in MiB. With --dump, what
natasha says of each text goes to a file, one line of JSON a text.
"""

import argparse
import json
import time
from pathlib import Path
from typing import Any

from clock import FIRST, Clock, peak, resident
from corpora import read_lines
from natasha import (
    Doc,
    MorphVocab,
    NewsEmbedding,
    NewsMorphTagger,
    NewsNERTagger,
    NewsSyntaxParser,
    Segmenter,
)


class Natasha:
    """All of natasha that has a counterpart in molva."""

    def __init__(self) -> None:
        vectors = NewsEmbedding()
        self.segmenter, self.vocab = Segmenter(), MorphVocab()
        self.tagger, self.parser = NewsMorphTagger(vectors), NewsSyntaxParser(vectors)
        self.names = NewsNERTagger(vectors)

    def __call__(self, text: str, clock: Clock) -> Doc:
        """Annotate one text."""
        with clock.stage("segment"):
            doc = Doc(text)
            doc.segment(self.segmenter)
        with clock.stage("tag_morph"):
            doc.tag_morph(self.tagger)
        with clock.stage("parse_syntax"):
            doc.parse_syntax(self.parser)
        with clock.stage("tag_ner"):
            doc.tag_ner(self.names)
        with clock.stage("lemmatize"):
            for token in doc.tokens:
                token.lemmatize(self.vocab)
        return doc


def told(doc: Doc) -> dict[str, Any]:
    """A document in plain lists; a token is start, stop, part of speech, features, head, relation, lemma.

    Heads count the words of the sentence from 1; 0 is the root.
    """
    sentences = [
        [
            (t.start, t.stop, t.pos, t.feats, int(t.head_id.rpartition("_")[2]), t.rel, t.lemma)
            for t in sentence.tokens
        ]
        for sentence in doc.sents
    ]
    return {
        "text": doc.text,
        "tokens": [(token.start, token.stop) for token in doc.tokens],
        "sentences": sentences,
        "spans": [(span.start, span.stop, span.type) for span in doc.spans],
    }


def main() -> None:
    """Measure, and print one line of JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("--dump", type=Path)
    options = parser.parse_args()

    natasha = Natasha()
    natasha(FIRST, Clock())
    start, opened, clock, tokens = time.process_time(), resident(), Clock(), 0
    dump = options.dump.open("w", encoding="utf-8") if options.dump else None
    for text in read_lines(options.texts):
        doc = natasha(text, clock)
        tokens += len(doc.tokens)
        if dump:
            dump.write(json.dumps(told(doc), ensure_ascii=False) + "\n")
    if dump:
        dump.close()
    memory = {"opened": opened, "after": resident(), "peak": peak()}
    print(json.dumps({"seconds": clock.seconds, "start": start, "tokens": tokens, "memory": memory}))


if __name__ == "__main__":
    main()

"""natasha's weights beside our own, on the same gold files, with the same scorers, in one run.

    MOLVA_SHARED=… python tests/bench/quality.py [--limit N]

Three columns: natasha's networks alone, as they come out; natasha's weights inside molva, with its
trees and repairs; our own weights inside molva. Quality, unlike speed, is the same on every machine.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

import molva
from molva.evaluate import Score, evaluate_path
from molva.evaluate.entities import score_entities
from molva.evaluate.golds import read_documents
from molva.evaluate.grammar import score_readings
from molva.evaluate.treebanks import Sentence, read_treebank
from molva.networks.morph import Tagger
from molva.networks.ner import Ner
from molva.networks.syntax import Parser

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from gate import gold_path, unseen

ENTITIES = ("gold/ner/nerel-dev.jsonl", "gold/ner/factru-dev.jsonl")
TREEBANKS = ("gold/ud/gsd-dev.conllu.gz", "gold/ud/taiga-dev.conllu.gz")
QUOTES = ("gold/quotes/dev.jsonl", "gold/quotes/rbc-dev.jsonl")
LAYERS = ("entities", "grammar", "quotes")
Figures = dict[tuple[str, str], float]


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--limit", type=int, help="only so many documents or sentences of each file")
    options = parser.parse_args()
    if not os.environ.get("MOLVA_SHARED"):
        sys.exit("Set MOLVA_SHARED to the folder with gold/: there is nothing to compare on without it.")
    columns = {"natasha 1.6": dict(stock(options.limit))}
    for name in ("natasha", "molva"):
        columns[f"{name}, in molva"] = dict(inside(molva.load(name), options.limit))
    columns["molva, factru"] = dict(by_factru(options.limit))
    names = list(dict.fromkeys(key for column in columns.values() for key in column))
    print(f"{'file':<16}{'measure':<26}" + "".join(f"{title:>18}" for title in columns))
    for key in names:
        cells = (f"{column[key]:.4f}" if key in column else "" for column in columns.values())
        print(f"{key[0]:<16}{key[1]:<26}" + "".join(f"{cell:>18}" for cell in cells))


def stock(limit: int | None) -> Iterator[tuple[tuple[str, str], float]]:
    """Natasha's networks with nothing of ours behind them: names over whole documents, an argmax a word."""
    nlp = molva.load("natasha", exclude=["molva_grammar", "molva_entities", "molva_speakers", "molva_quotes"])
    ner, tagger, parser = Ner("natasha"), Tagger("natasha"), Parser("natasha")
    with tempfile.TemporaryDirectory() as folder:
        for path in files(ENTITIES, Path(folder)):
            golds = read_documents(path)[:limit]
            docs = [[token for token in nlp(gold.text) if not token.is_space] for gold in golds]
            found = ner.spans([[token.text for token in doc] for doc in docs])
            marked = {
                gold.doc: tuple(
                    (doc[a].idx, doc[b - 1].idx + len(doc[b - 1].text), label) for a, b, label in spans
                )
                for gold, doc, spans in zip(golds, docs, found, strict=True)
            }
            yield from shown(path, score_entities(golds, marked)[0])
    for path in files(TREEBANKS):
        sentences = list(read_treebank(path))[:limit]
        yield from plain_grammar(path, sentences, tagger, parser)


def plain_grammar(
    path: Path, sentences: list[Sentence], tagger: Tagger, parser: Parser
) -> Iterator[tuple[tuple[str, str], float]]:
    """Tags as they come, the best head a word, the best relation for it."""
    words = [[row.form for row in sentence.rows] for sentence in sentences]
    read = []
    for sentence, tags, reading in zip(sentences, tagger.tags(words), parser.read(words), strict=True):
        heads = reading.arcs().argmax(axis=1)
        relations = [parser.labels[n] for n in reading.relations(heads).argmax(axis=1)]
        read.append((sentence, tags, heads.tolist(), relations))
    for measure, figure in score_readings(read).items():
        yield (short(path), measure), figure


def inside(nlp: Language, limit: int | None) -> Iterator[tuple[tuple[str, str], float]]:
    """The whole pipeline."""
    with tempfile.TemporaryDirectory() as folder:
        for path in files((*ENTITIES, *TREEBANKS, *QUOTES), Path(folder)):
            yield from shown(path, evaluate_path(path, nlp=nlp, limit=limit).scores)


def by_factru(limit: int | None) -> Iterator[tuple[tuple[str, str], float]]:
    """Our own names by the guideline of factRuEval, on its own documents."""
    nlp = molva.load(molva_entities={"guideline": "factru"})
    with tempfile.TemporaryDirectory() as folder:
        for path in files(ENTITIES[1:], Path(folder)):
            yield from shown(path, evaluate_path(path, nlp=nlp, limit=limit).scores)


def files(names: tuple[str, ...], folder: Path | None = None) -> Iterator[Path]:
    """The gold files at hand; of one that is partly learnt from, the part that is not."""
    for name in names:
        path = gold_path(name)
        if path is None:
            print(f"{name}: not at hand, passed over", file=sys.stderr)
        else:
            yield unseen(path, folder) if folder and "factru" in name else path


def shown(path: Path, scores: tuple[Score, ...] | list[Score]) -> Iterator[tuple[tuple[str, str], float]]:
    """The figures worth a line: entities by label, grammar, and the whole of the quotes."""
    for score in scores:
        figure = next((f for f in (score.share, score.f1, score.recall) if f is not None), None)
        if score.layer in LAYERS and figure is not None and (score.layer != "quotes" or score.part == "all"):
            part = "" if score.layer == "grammar" else f"{score.part} "
            yield (short(path), f"{part}{score.measure}"), figure


def short(path: Path) -> str:
    """The name of a gold file without its suffixes."""
    return path.name.split(".")[0]


if __name__ == "__main__":
    main()

"""molva's pipeline over texts, stage by stage.

    python tests/bench/molva_doc.py TEXTS.jsonl [--model NAME] [--exclude STAGE …]

Prints JSON as natasha_doc.py does. The texts are taken by so many at once as `molva annotate` takes them, and
Python's collector is left in peace as its workers leave it.
"""

import argparse
import importlib
import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from clock import FIRST, Clock, peak, resident
from corpora import read_lines
from spacy.language import Language

import molva
from molva.corpus.worker import leave_in_peace

BATCH = 32
# What natasha does not do, and where it is called: heads and relations put right behind the tree, names
# repaired, and led back to the nominative. Tags put right stay counted: lemmas need the same dictionary.
BEYOND = {
    "molva.grammar.parsing": ("lift_from_leaves", "mend_relations", "hang_marks"),
    "molva.entities.component": ("repair", "normal_names"),
}


def batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Neighbouring texts together."""
    rest = iter(texts)
    while batch := list(islice(rest, BATCH)):
        yield batch


def count_apart(clock: Clock) -> None:
    """Have the clock count what natasha does not do, besides the stage that it is a part of."""
    for name, functions in BEYOND.items():
        module = importlib.import_module(name)
        for function in functions:
            setattr(module, function, _counted(clock, getattr(module, function)))


def _counted(clock: Clock, function: Callable[..., object]) -> Callable[..., object]:
    def counted(*args: object) -> object:
        with clock.stage("beyond natasha"):
            return function(*args)

    return counted


def annotate(nlp: Language, texts: Sequence[str], clock: Clock) -> int:
    """Annotate some texts together; the number of their tokens, white space left out."""
    with clock.stage("tokens"):
        docs = [nlp.make_doc(text) for text in texts]
    for name, stage in nlp.pipeline:
        with clock.stage(name.removeprefix("molva_")):
            docs = (
                list(stage.pipe(docs, batch_size=BATCH)) if hasattr(stage, "pipe") else list(map(stage, docs))
            )
    return sum(not token.is_space for doc in docs for token in doc)


def main() -> None:
    """Measure, and print one line of JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("--model", default="molva")
    parser.add_argument("--exclude", nargs="*", default=[])
    options = parser.parse_args()

    nlp = molva.load(options.model, exclude=options.exclude)
    annotate(nlp, [FIRST], Clock())
    leave_in_peace()
    start, opened, clock, apart = time.process_time(), resident(), Clock(), Clock()
    count_apart(apart)
    tokens = sum(annotate(nlp, texts, clock) for texts in batches(read_lines(options.texts)))
    memory = {"opened": opened, "after": resident(), "peak": peak()}
    told = {"seconds": clock.seconds, "apart": sum(apart.seconds.values())}
    print(json.dumps({**told, "start": start, "tokens": tokens, "memory": memory}))


if __name__ == "__main__":
    main()

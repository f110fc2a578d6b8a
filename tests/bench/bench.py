"""Speed and memory, stage by stage, natasha beside molva in one run.

    python tests/bench/bench.py [CORPUS] [--documents N] [--rounds N] [--natasha PYTHON] [--without TABLE …]

Time is CPU time of one thread. Every round runs each pipeline over the same texts, one after another,
in fresh processes whose caches are empty. A figure is the median of the rounds; a ratio is taken inside
a round. Machines differ and so do their busy hours: compare ratios of one run with those of another,
not microseconds. Nothing here is asserted. What is measured and how to read it: docs/speed.md.
"""

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from corpora import Corpus, cut, read_corpus, write_lines
from processes import Done, molva, script
from rounds import (
    FILES,
    JOBS,
    NATASHA,
    WHOLE,
    Measured,
    Round,
    alike,
    memory,
    one_round,
    process,
    stage,
    stages,
    wall,
)
from tables import median, micro, show

from molva.networks.compiled import open_kernel

# What natasha's stages and ours have in common; natasha's tag_ner cuts the text into tokens once more.
WORK = {
    "tokens, sentences": ("segment", "tokens", "sentences"),
    "grammar, lemmas": ("tag_morph", "parse_syntax", "lemmatize", "grammar"),
    "names": ("tag_ner", "entities"),
}
KILOBYTES = (1, 10, 100, 1_000)
TABLES = ("equality", "sizes", "start", "jobs")


def main() -> None:
    """Measure and print the tables."""
    options = arguments()
    corpus = read_corpus(options.corpus)
    if not options.natasha:
        print("molva only: --natasha PYTHON names an interpreter that has natasha; `make bench` makes one")
    with tempfile.TemporaryDirectory() as folder:
        some = corpus.some(options.documents)
        texts = write_lines(Path(folder) / "texts.jsonl", some.texts)
        measured = measure(texts, options)
        head(some, measured)
        for table in (speed, by_stage, by_work, memories):
            table(measured)
        if "jobs" not in options.without:
            two_jobs(measured)
        if "start" not in options.without:
            start(options.rounds)
        if "sizes" not in options.without:
            sizes(corpus, Path(folder))
        if "equality" not in options.without and options.natasha:
            equality(texts, options.natasha)


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", nargs="?", type=Path, help="a folder of .txt and .jsonl[.gz], or one file")
    parser.add_argument("--documents", type=int, help="only so many of them, spread evenly")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--natasha", metavar="PYTHON", help="an interpreter that has natasha")
    parser.add_argument(
        "--without", nargs="*", choices=TABLES, default=[], metavar="TABLE", help=" ".join(TABLES)
    )
    return parser.parse_args()


def measure(texts: Path, options: argparse.Namespace) -> Measured:
    """All rounds; the tokens are natasha's, or ours where it is not run."""
    rounds: list[Round] = []
    for number in range(1, options.rounds + 1):
        begun = time.perf_counter()
        rounds.append(one_round(texts, options.natasha, jobs="jobs" not in options.without))
        taken = time.perf_counter() - begun
        print(f"round {number} of {options.rounds}: {taken:.0f} s", file=sys.stderr)
    counted = rounds[0].get(NATASHA) or rounds[0][WHOLE]
    return Measured(rounds, counted.answer["tokens"])


def head(corpus: Corpus, measured: Measured) -> None:
    """What all tables are about."""
    print(f"{corpus.name}: {len(corpus.texts):,} documents, {measured.tokens:,} tokens")
    print(f"rounds: {len(measured.rounds)}; Python {platform.python_version()}, {platform.machine()}")
    print("networks: " + ("numpy and the compiled kernel" if open_kernel() else "numpy alone"))


def speed(measured: Measured) -> None:
    """The pipelines as wholes."""

    def rows() -> Iterator[tuple[str, ...]]:
        for name in measured.names:
            inside = ("", "", "")
            if name in measured.staged:
                values = (measured.micro, measured.rate, measured.gain)
                inside = tuple(value(name, stages) for value in values)
            whole = (measured.micro(name, process), measured.gain(name, process))
            yield (name, *inside, *whole, median(measured.of(name, wall)))

    header = ("", "stages, µs", "tokens/s", "natasha ÷ it", "process, µs", "natasha ÷ it", "wall, s")
    show("Speed: CPU µs a token, of the stages and of whole processes with their start", header, rows())


def by_stage(measured: Measured) -> None:
    """Where the time of each pipeline goes."""

    def rows() -> Iterator[tuple[str, ...]]:
        for name in measured.staged:
            for step in measured.rounds[0][name].answer["seconds"]:
                one = stage(step)
                yield name, step, measured.micro(name, one), measured.share(name, one, stages)

    show("Stage by stage: CPU µs a token", ("", "stage", "µs", "share"), rows())


def by_work(measured: Measured) -> None:
    """The stages beside those of natasha that do the same."""
    others = [name for name in measured.staged if name not in (NATASHA, WHOLE)]
    if NATASHA not in measured.names:
        return

    def rows() -> Iterator[tuple[str, ...]]:
        everything = sum(WORK.values(), ())
        works = {work: stage(*steps) for work, steps in WORK.items()}
        works |= {"all of these": stage(*everything), "without what natasha lacks": alike(*everything)}
        for work, one in works.items():
            ours = (cell for name in others for cell in (measured.micro(name, one), measured.gain(name, one)))
            yield work, measured.micro(NATASHA, one), *ours

    columns = (cell for name in others for cell in (name, "natasha ÷ it"))
    note = "natasha puts neither heads, relations and names right, nor names into the nominative."
    show("The same work: CPU µs a token", ("", NATASHA, *columns), rows(), note)


def memories(measured: Measured) -> None:
    """Memory before and after the corpus."""

    def rows() -> Iterator[tuple[str, ...]]:
        for name in measured.staged:
            yield (
                name,
                *(median(measured.of(name, memory(when)), ".0f") for when in ("opened", "after", "peak")),
            )
        yield f"{FILES}: its worker", "", "", median(measured.of(FILES, lambda done: done.peak), ".0f")

    show("Memory: MiB of a process", ("", "opened", "after all", "peak"), rows())


def two_jobs(measured: Measured) -> None:
    """Two workers beside one."""
    rows = [
        (name, median(measured.of(name, wall)), measured.gain(name, wall, FILES)) for name in (FILES, JOBS)
    ]
    show(
        f"Two jobs: seconds by the wall, on {os.cpu_count()} cores",
        ("", "wall, s", "one job ÷ it"),
        rows,
        "A worker is given 100 documents at a time: two need some hundreds to be busy to the end.",
    )


def start(rounds: int) -> None:
    """Before anything is annotated."""
    shown = [molva("--help") for _ in range(rounds)]
    steps = [script("first_quote.py", repr(time.time())).answer for _ in range(rounds)]
    steps = [
        {**one, "first quote, in all": [sum(v) for v in zip(*one.values(), strict=True)]} for one in steps
    ]

    def rows() -> Iterator[tuple[str, ...]]:
        yield (
            "molva --help",
            median((one.wall for one in shown), ".2f"),
            median((one.cpu for one in shown), ".2f"),
        )
        for step in steps[0]:
            yield step, *(median((one[step][i] for one in steps), ".2f") for i in (0, 1))

    show("Start: seconds from the start of a process", ("", "wall", "CPU"), rows())


def sizes(corpus: Corpus, folder: Path) -> None:
    """The same text in documents of different sizes."""
    length = sum(len(text.encode()) for text in corpus.texts) // 1_000
    able = [size for size in KILOBYTES if size <= length]
    done: dict[int, Done] = {}
    for size in able:
        documents = cut(corpus.texts, size * 1_000, able[-1] * 1_000)
        done[size] = script("molva_doc.py", write_lines(folder / "cut.jsonl", documents))

    def rows() -> Iterator[tuple[str, ...]]:
        for size, one in done.items():
            answer = one.answer
            each = (micro(seconds, answer["tokens"]) for seconds in answer["seconds"].values())
            whole = micro(stages(one), answer["tokens"])
            yield f"{size:,} KB", f"{whole:.1f}", *(f"{value:.1f}" for value in each), f"{one.peak:.0f}"

    names = next(iter(done.values())).answer["seconds"]
    show(
        f"Size of a document: the same {able[-1]:,} KB in documents of so many, CPU µs a token, one round",
        ("", "all", *names, "peak, MiB"),
        rows(),
    )


def equality(texts: Path, natasha: str) -> None:
    """The networks with natasha's weights beside natasha, and what our repairs change."""
    dump = texts.with_name("natasha.jsonl")
    script("natasha_doc.py", texts, "--dump", dump, python=natasha)
    counts = script("equality.py", dump).answer
    rows = [
        (kind, f"{same:,}", f"{whole:,}", f"{same / whole:.4%}") for kind, (same, whole) in counts.items()
    ]
    show("Equality with natasha, on its tokens and sentences", ("", "same", "of", "share"), rows)


if __name__ == "__main__":
    main()

"""Evaluate: gold files in, one report out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

import molva
from molva.errors import FormatError
from molva.evaluate.entities import score_entities
from molva.evaluate.golds import Named, gold_files, is_treebank, read_documents
from molva.evaluate.grammar import gold_docs, score_grammar
from molva.evaluate.predictions import Predictions, Tell, annotate, read_predictions
from molva.evaluate.quotes import score_quotes
from molva.evaluate.scores import Miss, Report, Score, merge
from molva.evaluate.treebanks import Sentence, read_treebank

Progress = Callable[[str, int, int], None]


def evaluate_path(
    gold: Path,
    *,
    model: str = "molva",
    nlp: Language | None = None,
    jobs: int = 1,
    predictions: Path | None = None,
    limit: int | None = None,
    progress: Progress | None = None,
) -> Report:
    """Score the pipeline, or a finished run, against a gold file or a folder of gold files.

    Args:
        gold: quotes or entities as JSONL, a treebank as CoNLL-U, either gzipped, or a folder of such.
        model: the weights to load, unless ``nlp`` is given.
        nlp: a loaded pipeline.
        jobs: processes.
        predictions: the output folder of a run, or one of its JSONL files, to score instead of
            running the pipeline; treebanks are then left out.
        limit: only so many documents (sentences of a treebank) of each file.
        progress: called with the file's name, how many documents are done, and how many there are.

    Raises:
        SourceError: a file is missing.
        FormatError: a file is not in a known form, the message names the line; or no document of it was predicted.
    """
    files = gold_files(gold)
    if predictions is not None:
        judge = _Judge(None, read_predictions(predictions), jobs, limit)
        files = [path for path in files if not is_treebank(path)]
    else:
        judge = _Judge(nlp or molva.load(model), None, jobs, limit)
    return merge(_named(judge.report(path, _teller(progress, path.name)), path.name) for path in files)


@dataclass(frozen=True, slots=True)
class _Judge:
    """How to get predictions: a pipeline to run, or a finished run's rows."""

    nlp: Language | None
    read: Predictions | None
    jobs: int
    limit: int | None

    def report(self, path: Path, tell: Tell) -> Report:
        return self._grammar(path, tell) if is_treebank(path) else self._documents(path, tell)

    def _documents(self, path: Path, tell: Tell) -> Report:
        """Quotes and entities of one gold file, against the predictions given or those made here."""
        golds = read_documents(path)[: self.limit]
        if self.read is not None and self.read.docs().isdisjoint(gold.doc for gold in golds):
            raise FormatError(f"{path}: none of its documents is among the predictions; compare the ids.")
        made = self.read or annotate(self._pipeline(), golds, self.jobs, tell)
        scores, misses = _score(golds, made)
        return Report(tuple(scores), tuple(misses), tuple(made.rows()))

    def _grammar(self, path: Path, tell: Tell) -> Report:
        """The grammar of one treebank, on its own words and sentences."""
        nlp = self._pipeline()
        sentences = list(islice(read_treebank(path), self.limit))
        with nlp.select_pipes(enable=["molva_grammar"]):
            made = list(gold_docs(nlp.vocab, sentences))
            docs = nlp.pipe((doc for doc, _ in made), n_process=self.jobs)
            annotated = zip(docs, (group for _, group in made), strict=True)
            scores, misses = score_grammar(_told(annotated, len(sentences), tell))
        return Report(tuple(scores), tuple(misses))

    def _pipeline(self) -> Language:
        assert self.nlp is not None, "a judge without a pipeline was asked to annotate"
        return self.nlp


def _score(golds: Sequence[Named], made: Predictions) -> tuple[list[Score], list[Miss]]:
    """Scores of what the gold documents have: quotes, entities, or both."""
    scores: list[Score] = []
    misses: list[Miss] = []
    if with_quotes := [g for g in golds if g.quotes is not None]:
        got = score_quotes(with_quotes, made.said())
        scores, misses = scores + got[0], misses + got[1]
    if with_ents := [g for g in golds if g.ents is not None]:
        got = score_entities(with_ents, made.marked())
        scores, misses = scores + got[0], misses + got[1]
    return scores, misses


def _told(
    annotated: Iterable[tuple[Doc, Sequence[Sentence]]], total: int, tell: Tell
) -> Iterator[tuple[Doc, Sequence[Sentence]]]:
    """The documents as they come, with word of how many sentences are done."""
    done = 0
    for doc, group in annotated:
        yield doc, group
        done += len(group)
        tell(done, total)


def _teller(progress: Progress | None, name: str) -> Tell:
    return (lambda done, total: progress(name, done, total)) if progress else (lambda _done, _total: None)


def _named(report: Report, file: str) -> Report:
    """The report with the name of the file in each score and each miss."""
    return replace(
        report,
        scores=tuple(replace(score, file=file) for score in report.scores),
        errors=tuple(replace(miss, file=file) for miss in report.errors),
    )

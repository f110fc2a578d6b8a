"""A run: find, plan, do what is new or changed, merge, and say what was done."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from molva.corpus.find import Found, find_sources
from molva.corpus.folders import check_folders, make_folder, refuse_foreign, remove_output, start_anew
from molva.corpus.ledger import Entry, Ledger
from molva.corpus.merge import is_merged, merge, speakers
from molva.corpus.names import printable
from molva.corpus.parquet import require_pyarrow, write_parquet
from molva.corpus.plan import Job, plan_jobs, tasks
from molva.corpus.pool import Pool
from molva.corpus.report import Progress, Report
from molva.corpus.settings import Settings, fingerprints, versions
from molva.corpus.work import FOLDER, TEMPORARY, write_whole
from molva.errors import SettingsError
from molva.text.decode import known

_COMMIT_EVERY = 1.0  # seconds
_SHOWN = 3  # names of sources in a message


def annotate(
    corpus: Path,
    out: Path,
    *,
    settings: Settings = Settings(),  # noqa: B008
    jobs: int = 1,
    force: bool = False,
    retry_failed: bool = False,
    parquet: bool = False,
    watch: Callable[[Progress], None] = lambda _: None,
) -> Report:
    """Annotate a corpus into a folder; do only what is new or changed since the last run.

    Raises:
        SettingsError: the corpus or the folder cannot be used as given.
        ModelError: the pipeline cannot be loaded.
        MissingExtra: ``parquet`` is wanted, and pyarrow is not installed.
    """
    if settings.reading.encoding:
        known(settings.reading.encoding)
    if parquet:
        require_pyarrow()
    check_folders(corpus, out)
    found = find_sources(corpus, out)
    make_folder(out)
    if force:
        start_anew(out)
    else:
        refuse_foreign(out)
    with Ledger(out) as ledger:
        run = Run(found, out, settings, ledger)
        run.check_corpus(corpus)
        report = run.go(jobs, retry_failed, watch)
        if parquet:
            write_parquet(out)
    return report


class Run:
    """One pass over a corpus with its ledger."""

    def __init__(self, found: Found, out: Path, settings: Settings, ledger: Ledger) -> None:
        self.found, self.out, self.settings, self.ledger = found, out, settings, ledger
        self.report = Report(ignored=found.ignored)
        self.begun = time.perf_counter()

    def check_corpus(self, corpus: Path) -> None:
        """Refuse to remove the annotation of another corpus by mistake; one that was moved is the same.

        Raises:
            SettingsError: the folder holds the annotation of sources that this corpus lacks.
        """
        before, here = self.ledger.fact("corpus"), printable(str(corpus.resolve()))
        names = {source.name for source in self.found.sources}
        lacking = sorted({source for source, _ in self.ledger.entries()} - names)
        if before and before != here and lacking:
            raise SettingsError(
                f"{self.out}: holds the annotation of {before}, and {corpus} lacks {_some(lacking)} of it; "
                "name another folder for the output, or use --force to replace what is there"
            )
        self.ledger.remember("corpus", here)

    def go(self, workers: int, retry_failed: bool, watch: Callable[[Progress], None]) -> Report:
        """Plan, do, merge, report. Also when interrupted, what was done is merged and kept."""
        prints = fingerprints(self.settings, (source.format for source in self.found.sources))
        plan = list(plan_jobs(self.found.sources, self.settings))
        before = self.ledger.entries()
        todo = [
            job
            for job in plan
            if self._due(job, before.get(job.key), prints[job.source.format], retry_failed)
        ]
        self._clear(before, plan, todo)
        try:
            self._do(todo, workers, {job.key: prints[job.source.format] for job in todo}, watch)
            self.report.finished = True
        finally:
            self._conclude(plan, changed=bool(todo or self.report.removed))
        return self.report

    def _due(self, job: Job, entry: Entry | None, settings: str, retry_failed: bool) -> bool:
        """Whether a job is new or changed, failed and is to be tried again, or its output is gone."""
        if entry is None or (entry.digest, entry.settings) != (job.digest, settings):
            return True
        if entry.failed and retry_failed:
            return True
        return bool(entry.output) and not (
            entry.output == job.output and (self.out / FOLDER / job.output).exists()
        )

    def _clear(self, before: dict[tuple[str, int], Entry], plan: Sequence[Job], todo: Sequence[Job]) -> None:
        """Forget sources that are gone, and remove the outputs that nothing will replace under their name."""
        for leftover in (self.out / FOLDER).rglob(f".*{TEMPORARY}"):
            leftover.unlink(missing_ok=True)
        present, due = {job.key for job in plan}, {job.key: job for job in todo}
        sources = {source.name for source in self.found.sources}
        for key, entry in before.items():
            if key not in present:
                self.ledger.forget(key)
                if entry.output and key[0] not in sources and key[0] not in self.report.removed:
                    self.report.removed.append(key[0])
            if key not in present or (key in due and due[key].output != entry.output):
                remove_output(self.out, entry.output)
        self.ledger.commit()

    def _do(
        self,
        todo: Sequence[Job],
        workers: int,
        prints: dict[tuple[str, int], str],
        watch: Callable[[Progress], None],
    ) -> None:
        """Do the jobs, and enter each result as it comes; the ledger is made safe every second or so."""
        total, done, committed = sum(job.documents for job in todo), 0, time.monotonic()
        watch(Progress(0, total, 0))
        for result in Pool(min(workers, len(todo)), self.settings, self.out).run(tasks(todo, self.settings)):
            self.ledger.record(result, prints[result.job.key])
            if time.monotonic() - committed > _COMMIT_EVERY:
                self.ledger.commit()
                committed = time.monotonic()
            done += result.job.documents
            self.report.annotated += result.counts.documents
            self.report.tokens += result.counts.tokens
            watch(Progress(done, total, self.report.tokens))

    def _conclude(self, plan: Sequence[Job], *, changed: bool) -> None:
        """Merge what was done into tables, complete the report and write it as ``run.json``."""
        self.ledger.commit()
        if changed or not is_merged(self.ledger, self.out):
            merge(self.ledger, plan, self.out)
        report, order = self.report, {source.name: i for i, source in enumerate(self.found.sources)}
        report.counts = self.ledger.counts()
        report.unchanged = report.counts.documents - report.annotated
        report.speakers = len(speakers(self.out))
        report.set_aside = sorted(
            self.ledger.set_aside(), key=lambda item: (order.get(item.source, 0), item.row or 0)
        )
        report.seconds = time.perf_counter() - self.begun
        write_whole(
            self.out / "run.json", iter([json.dumps(self._facts(), ensure_ascii=False, indent=1) + "\n"])
        )

    def _facts(self) -> dict[str, Any]:
        """What stands in ``run.json``."""
        report = self.report
        return {
            "finished": report.finished,
            "ended": datetime.now(UTC).isoformat(timespec="seconds"),
            "corpus": self.ledger.fact("corpus"),
            "settings": asdict(self.settings),
            "versions": versions(),
            "seconds": round(report.seconds, 2),
            "counts": {**asdict(report.counts), "speakers": report.speakers},
            "this_run": {
                "annotated": report.annotated, "unchanged": report.unchanged, "tokens": report.tokens,
                "removed": report.removed,
            },
            "ignored": report.ignored,
            "encodings": self.ledger.encodings(),
            "set_aside": [
                {"source": item.source, "row": item.row, "doc": item.doc, "reason": item.reason}
                for item in report.set_aside
            ],
        }  # fmt: skip


def _some(names: Sequence[str]) -> str:
    """A few names, and how many more there are."""
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more:,} more" if more > 0 else "")

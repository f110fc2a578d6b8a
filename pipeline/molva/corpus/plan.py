"""Sources → jobs: what is to be annotated, in which order, under which names.

A job is a whole file, or a part of a file of rows. Its digest covers the words and the names of
its documents, so a file that grows by some lines leaves its first parts as they were.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from molva.corpus.find import Source
from molva.corpus.lines import to_line
from molva.corpus.names import Distinct, document_id
from molva.corpus.settings import Settings
from molva.slugs import slug
from molva.text.document import Document, Reading, ReadOptions, Unread
from molva.text.packed import FAULTS
from molva.text.sources import read_source

Item = Document | Unread


@dataclass(frozen=True, slots=True)
class Job:
    """A part (from 1) of a source, with the digest of what is in it and the path of its output.

    ``ids`` are the ids that differ from what ``document_id`` says (duplicates), by position;
    ``slugs`` what the sentences of a document are called by, by its id, where two documents of the
    run would call theirs alike («a/b» and «a-b»).
    """

    source: Source
    part: int
    digest: str
    output: str
    documents: int
    ids: Mapping[int, str]
    slugs: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, int]:
        """What the ledger knows the job by."""
        return self.source.name, self.part


@dataclass(frozen=True, slots=True)
class Task:
    """A job on its way to a worker: with its items, or to be read there (``items`` is None).

    ``careful`` asks for one document at a time, each announced, because a process died on one;
    ``deadly`` says on which documents (by position) and how.
    """

    job: Job
    encoding: str | None = None
    items: Sequence[Item] | None = None
    careful: bool = False
    deadly: Mapping[int, str] = ()  # type: ignore[assignment]


class Taken:
    """The names that the documents of a run have so far; no two share one."""

    def __init__(self) -> None:
        self.ids, self.slugs, self.outputs = Distinct(), Distinct(), Distinct(ignore_case=True)

    def name(self, default: str) -> tuple[str, dict[str, str]]:
        """The id of a document, and what its sentences are called by where that is not what its id says."""
        id_ = self.ids.take(default)
        usual = slug(id_)
        given = self.slugs.take(usual)
        return id_, {} if given == usual else {id_: given}


def plan_jobs(sources: Iterable[Source], settings: Settings) -> Iterator[Job]:
    """Read all sources once, holding one part at a time, and lay out the jobs in input order."""
    taken = Taken()
    for source in sources:
        if source.format.rows:
            yield from _parts(source, settings, taken)
        else:
            yield _whole(source, taken)


def tasks(jobs: Iterable[Job], settings: Settings) -> Iterator[Task]:
    """Read again what the jobs need; only rows are read here, files by the workers."""
    by_source: dict[str, list[Job]] = {}
    for job in jobs:
        by_source.setdefault(job.source.name, []).append(job)
    for group in by_source.values():
        if group[0].source.format.rows:
            yield from _row_tasks(group, settings)
        else:
            yield from map(Task, group)


def open_source(source: Source, options: ReadOptions) -> Reading:
    """Open a source under the name it has in the corpus."""
    if source.fault:
        return Reading(None, [Unread(source.fault)])
    return read_source(source.path, source.name, options)


def cut(items: Iterable[Item], rows: int, chars: int) -> Iterator[list[Item]]:
    """Cut items into parts of at most ``rows`` items and ``chars`` characters; at least one part."""
    part: list[Item] = []
    size, parts = 0, 0
    for item in items:
        length = len(item.text) if isinstance(item, Document) else 0
        if part and (len(part) == rows or size + length > chars):
            yield part
            part, size, parts = [], 0, parts + 1
        part.append(item)
        size += length
    if part or not parts:
        yield part


def named(job: Job, items: Sequence[Item]) -> list[Item]:
    """The items with their final ids."""
    return [_named(item, job.ids.get(i), job.source.stem) for i, item in enumerate(items)]


def _named(item: Item, given: str | None, stem: str) -> Item:
    if isinstance(item, Unread):
        return item
    return Document(given or document_id(item.id, stem, item.row), item.text, item.meta, item.row)


def _whole(source: Source, taken: Taken) -> Job:
    """The job of a file that is one document."""
    default = document_id("", source.stem, None)
    name, slugs = taken.name(default)
    changed = {} if name == default else {0: name}
    output = taken.outputs.take(source.stem) + ".conllu"
    return Job(source, 1, _file_digest(source, name, *slugs.values()), output, 1, changed, slugs)


def _file_digest(source: Source, *names: str) -> str:
    """The digest of the bytes of a file and of the names of its document."""
    digest = hashlib.sha256("\0".join((*names, "")).encode())
    try:
        with source.path.open("rb") as stream:
            while piece := stream.read(1 << 20):
                digest.update(piece)
    except FAULTS as error:  # the worker will set the file aside, with the reason
        digest.update(type(error).__name__.encode())
    return digest.hexdigest()


def _parts(source: Source, settings: Settings, taken: Taken) -> Iterator[Job]:
    """The jobs of a file of rows; parts are numbered in the names of their outputs, a single one is not."""
    reading = open_source(source, settings.reading)
    parts = [
        _part(source, items, part, taken)
        for part, items in enumerate(cut(reading.items, settings.rows, settings.chars), 1)
    ]
    for job in parts:
        stem = source.stem if len(parts) == 1 else f"{source.stem}-{job.part:05}"
        yield replace(job, output=taken.outputs.take(stem) + ".conllu")


def _part(source: Source, items: Sequence[Item], part: int, taken: Taken) -> Job:
    """The job of one part: its documents get their names here, and its digest covers names, words and metadata."""
    changed: dict[int, str] = {}
    slugs: dict[str, str] = {}
    digest, documents = hashlib.sha256(), 0
    for i, item in enumerate(items):
        if isinstance(item, Unread):
            digest.update(to_line({"reason": item.reason}).encode())
            continue
        default = document_id(item.id, source.stem, item.row)
        name, given = taken.name(default)
        if name != default:
            changed[i] = name
        slugs |= given
        row = {"id": name, "text": item.text, "meta": dict(item.meta)}
        digest.update(to_line(row | {"slug": given[name]} if given else row).encode())
        documents += 1
    return Job(source, part, digest.hexdigest(), "", documents, changed, slugs)


def _row_tasks(group: Sequence[Job], settings: Settings) -> Iterator[Task]:
    """The parts of a file that are wanted, read again; not on to its end if the last of them comes before."""
    wanted = {job.part: job for job in group}
    reading = open_source(group[0].source, settings.reading)
    for part, items in enumerate(cut(reading.items, settings.rows, settings.chars), 1):
        if job := wanted.pop(part, None):
            yield Task(job, reading.encoding, named(job, items))
        if not wanted:
            return

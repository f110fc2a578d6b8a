"""One job: read, annotate, write the ``.conllu`` beside its place, rename it into place."""

import logging
import os
import time
import traceback
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from molva.corpus.contents import TABLES
from molva.corpus.ledger import Counts, Result, SetAside
from molva.corpus.lines import to_line
from molva.corpus.plan import Task, named, open_source
from molva.text.document import Document, ReadOptions, Unread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

FOLDER = "conllu"
TEMPORARY = ".molva-tmp"
_BATCH = 32
# Words that stay in the vocabulary for good: those of the first few hundred articles, hence the
# commonest ones. A word made anew costs 50 µs.
COMMON_WORDS = 30_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Product:
    """All that is kept of an annotated document: plain text and numbers, no spaCy object."""

    conllu: str
    lines: dict[str, str]
    counts: Counts


def do(task: Task, nlp: "Language", out: Path, options: ReadOptions, tell: Callable[[int], None]) -> Result:
    """Do one job. Whatever is wrong with a document sets it aside; only writing may raise.

    ``tell`` is called with the position of each document when the task is to be done carefully.

    Raises:
        OSError: the output cannot be written.
    """
    begun = time.perf_counter()
    encoding, items = task.encoding, task.items
    if items is None:
        reading = open_source(task.job.source, options)
        encoding, items = reading.encoding, named(task.job, list(reading.items))
    source = task.job.source.name
    aside = [SetAside(source, item.row, None, item.reason) for item in items if isinstance(item, Unread)]
    with _zone(nlp):
        products, failed = Annotator(task, nlp, encoding).annotate(items, tell)
    output = task.job.output if products else ""
    path = out / FOLDER / task.job.output
    if products:
        write_whole(path, (product.conllu for product in products))
    else:
        path.unlink(missing_ok=True)
    lines = {name: _packed(product.lines[name] for product in products) for name in TABLES}
    again = any(item.again for item in items if isinstance(item, Unread))
    seconds = time.perf_counter() - begun
    return Result(task.job, output, encoding, _sum(products), lines, aside + failed, seconds, again)


def _zone(nlp: "Language") -> AbstractContextManager[Any]:
    """New words are forgotten with the job, once the vocabulary has the common ones."""
    return nlp.memory_zone() if len(nlp.vocab) >= COMMON_WORDS else nullcontext()


class Annotator:
    """Annotates the documents of one task, and survives those that fail."""

    def __init__(self, task: Task, nlp: "Language", encoding: str | None) -> None:
        self.task, self.nlp, self.encoding = task, nlp, encoding
        self.source = task.job.source

    def annotate(
        self, items: Sequence[Document | Unread], tell: Callable[[int], None]
    ) -> tuple[list[Product], list[SetAside]]:
        """The products in order, and the documents set aside."""
        read = [(i, item) for i, item in enumerate(items) if isinstance(item, Document)]
        documents = [(i, document) for i, document in read if len(document.text) <= self.nlp.max_length]
        failed = [
            self._too_long(document) for _, document in read if len(document.text) > self.nlp.max_length
        ]
        products, others = self._those_that_fit(documents, tell)
        return products, failed + others

    def _those_that_fit(
        self, documents: Sequence[tuple[int, Document]], tell: Callable[[int], None]
    ) -> tuple[list[Product], list[SetAside]]:
        """All together; one by one where something fails, or where a worker has died of this task."""
        if not self.task.careful:
            try:
                return self._together([document for _, document in documents]), []
            except Exception as error:  # noqa: BLE001  some document fails: find out which
                _log.debug("%s: %s; going on one document at a time", self.source.name, error)
        return self._one_by_one(documents, tell)

    def _together(self, documents: Sequence[Document]) -> list[Product]:
        """In one batch, which is fastest; the first document that fails ends it."""
        docs = self.nlp.pipe([document.text for document in documents], batch_size=_BATCH)
        return [
            self._product(doc, document, number)
            for number, (doc, document) in enumerate(zip(docs, documents, strict=True), 1)
        ]

    def _one_by_one(
        self, documents: Sequence[tuple[int, Document]], tell: Callable[[int], None]
    ) -> tuple[list[Product], list[SetAside]]:
        """Each on its own, so that who fails is known. Those that a process died on are not tried again."""
        products: list[Product] = []
        failed: list[SetAside] = []
        for i, document in documents:
            if self.task.careful and i in self.task.deadly:
                failed.append(self._failed(document, self.task.deadly[i], ""))
                continue
            if self.task.careful:
                tell(i)
            try:
                products.append(self._product(self.nlp(document.text), document, len(products) + 1))
            except Exception as error:  # noqa: BLE001  any failure sets this document aside, and no other
                cause = f"{type(error).__name__}: {error}".splitlines()[0]
                failed.append(self._failed(document, cause, traceback.format_exc()))
        return products, failed

    def _failed(self, document: Document, cause: str, trace: str) -> SetAside:
        reason = f"{self._place(document)}: annotating failed ({cause}); the document is left out"
        return SetAside(self.source.name, document.row, document.id, reason, trace)

    def _too_long(self, document: Document) -> SetAside:
        sizes = f"{len(document.text):,} characters, and the pipeline takes {self.nlp.max_length:,}"
        reason = f"{self._place(document)}: {sizes}; split the text"
        return SetAside(self.source.name, document.row, document.id, reason)

    def _place(self, document: Document) -> str:
        return self.source.name + (
            "" if document.row is None else f", {self.source.format.unit} {document.row}"
        )

    def _product(self, doc: "Doc", document: Document, number: int) -> Product:
        """The rows and the CoNLL-U of one document, and the counts of what is in it."""
        from spacy.attrs import IS_SPACE, SENT_START

        from molva import columns
        from molva.conll import write_conllu
        from molva.contract import read_annotation
        from molva.corpus.rows import all_rows

        found = read_annotation(doc)
        rows, layers = all_rows(doc, document.id, found), columns.layers(doc, IS_SPACE, SENT_START)
        counts = Counts(
            documents=1,
            tokens=int((layers[:, 0] == 0).sum()),
            sentences=int(columns.sentence_starts(layers[:, 1]).sum()),
            mentions=len(rows["mentions"]),
            entities=len(rows["entities"]),
            quotes=len(rows["quotes"]),
        )
        rows["documents"] = [self._about(document, counts)]
        place = self.source.name if document.row is None else f"{self.source.name}:{document.row}"
        conllu = write_conllu(
            doc,
            document.id,
            source=place,
            number=number if self.source.format.rows else None,
            called=self.task.job.slugs.get(document.id),
            found=found,
        )
        return Product(conllu, {name: "".join(map(to_line, rows[name])) for name in TABLES}, counts)

    def _about(self, document: Document, counts: Counts) -> dict[str, Any]:
        """The row of the document itself."""
        return {
            "doc": document.id,
            "source": self.source.name,
            "row": document.row,
            "encoding": self.encoding,
            "conllu": f"{FOLDER}/{self.task.job.output}",
            **{name.name: getattr(counts, name.name) for name in fields(counts) if name.name != "documents"},
            "meta": dict(document.meta),
        }


def write_whole(path: Path, pieces: Iterator[str]) -> None:
    """Write a file so that it is either there whole or not at all.

    Raises:
        OSError: it cannot be written; the error names the file itself, not the temporary one beside it.
    """
    temporary = path.parent / f".{os.getpid()}{TEMPORARY}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(pieces)
        temporary.replace(path)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        # Another file may be named: one that what is written is read from.
        if isinstance(error, OSError) and error.filename in (None, str(temporary)):
            raise OSError(error.errno, error.strerror, str(path)) from None
        raise


def _packed(texts: Iterator[str]) -> bytes:
    return zlib.compress("".join(texts).encode(), 2)


def _sum(products: Sequence[Product]) -> Counts:
    """The counts of a job: those of its documents together."""
    total = Counts()
    for product in products:
        for field in fields(Counts):
            setattr(total, field.name, getattr(total, field.name) + getattr(product.counts, field.name))
    return total

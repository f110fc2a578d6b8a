"""What is judged: quotes and mentions, made now by the pipeline or read from a finished run."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language

from molva.corpus.rows import mention_rows, quote_rows
from molva.errors import FormatError
from molva.evaluate.entities import Marked
from molva.evaluate.golds import Named, Said, read_jsonl, said

Rows = defaultdict[str, list[Mapping[str, Any]]]
Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Predictions:
    """Rows of ``quotes.jsonl`` and ``mentions.jsonl`` by document."""

    quotes: Rows = field(default_factory=lambda: defaultdict(list))
    mentions: Rows = field(default_factory=lambda: defaultdict(list))

    def said(self) -> dict[str, list[Said]]:
        """The quotes of each document."""
        return {doc: [said(row) for row in rows] for doc, rows in self.quotes.items()}

    def marked(self) -> dict[str, list[Marked]]:
        """The (start, end, label) of each document's mentions."""
        return {
            doc: [(m["start"], m["end"], m["label"]) for m in rows] for doc, rows in self.mentions.items()
        }

    def docs(self) -> set[str]:
        """The documents that anything was found in."""
        return self.quotes.keys() | self.mentions.keys()

    def rows(self) -> Iterator[Mapping[str, Any]]:
        """All rows, quotes first."""
        for table in (self.quotes, self.mentions):
            for rows in table.values():
                yield from rows


def annotate(nlp: Language, golds: Sequence[Named], jobs: int, tell: Tell) -> Predictions:
    """Run the pipeline over the texts of the gold documents."""
    made = Predictions()
    docs = nlp.pipe((gold.text for gold in golds), n_process=jobs)
    for done, (gold, doc) in enumerate(zip(golds, docs, strict=True), 1):
        made.quotes[gold.doc] += quote_rows(doc, gold.doc)
        made.mentions[gold.doc] += mention_rows(doc, gold.doc)
        tell(done, len(golds))
    return made


def read_predictions(path: Path) -> Predictions:
    """Read a run's output folder, or one JSONL file of rows or of documents that hold rows.

    Raises:
        SourceError: the file is missing.
        FormatError: a row is neither a quote, nor a mention, nor a document with some.
    """
    read = Predictions()
    for file in [path / "quotes.jsonl", path / "mentions.jsonl"] if path.is_dir() else [path]:
        for number, row in read_jsonl(file):
            if not _sort_in(row, read):
                raise FormatError(
                    f'{file}:{number}: a row with "content" (a quote), "label" (a mention), "quotes" or "ents" is wanted.'
                )
    return read


def _sort_in(row: Mapping[str, Any], read: Predictions) -> bool:
    """Put a row among the quotes or the mentions of its document; False if it is neither."""
    doc = row["doc"]
    if "quotes" in row or "ents" in row:
        read.quotes[doc] += row.get("quotes", ())
        read.mentions[doc] += _mentions(row.get("ents", ()))
    elif "content" in row:
        read.quotes[doc].append(row)
    elif "label" in row:
        read.mentions[doc].append(row)
    else:
        return False
    return True


def _mentions(ents: Iterable[Sequence[Any]]) -> Iterator[Mapping[str, Any]]:
    for start, end, label, *_ in ents:
        yield {"start": start, "end": end, "label": label}

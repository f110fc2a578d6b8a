"""A spaCy component that reads many documents at once, as the networks like it."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from spacy.tokens import Doc
from spacy.util import minibatch, raise_error

ErrorHandler = Callable[[str, Any, list[Doc], Exception], Any]


class Batched(ABC):
    """Base of components that fill documents together.

    A document that fails is handed to the error handler of the pipeline, alone; its batch goes on.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._error_handler: ErrorHandler = raise_error

    @abstractmethod
    def annotate(self, docs: Sequence[Doc]) -> None:
        """Fill the documents in place."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill one document."""
        self.annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Fill a stream of documents, ``batch_size`` at a time."""
        for docs in minibatch(stream, batch_size):
            try:
                self.annotate(docs)
            except Exception:  # noqa: BLE001 - one of them is to blame: found below
                yield from self._one_by_one(docs)
            else:
                yield from docs

    def set_error_handler(self, error_handler: ErrorHandler) -> None:
        """What to do with a document that fails; spaCy calls this."""
        self._error_handler = error_handler

    def get_error_handler(self) -> ErrorHandler:
        """What is done with a document that fails."""
        return self._error_handler

    def _one_by_one(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        """Each document on its own; those that fail go to the error handler."""
        for doc in docs:
            try:
                self.annotate([doc])
            except Exception as error:  # noqa: BLE001 - the handler decides
                self._error_handler(self.name, self, [doc], error)
            else:
                yield doc

"""What the tokens of a document show, by columns: their forms, white space, hidden marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.attrs import ORTH
from spacy.tokens import Doc

from molva.columns import Remembered
from molva.text.tidy import is_hidden, tidy_word

_Look = tuple[str, str, bool, bool]
"""A token: its text, its clean form, whether it is white space, whether it is hidden otherwise."""


def _look(token: str) -> _Look:
    return token, tidy_word(token), token.isspace(), is_hidden(token)


_LOOKS = Remembered(_look)


@dataclass(frozen=True, slots=True)
class Shown:
    """One item a token: its text, its clean form, whether it is white space, whether it is hidden otherwise."""

    texts: Sequence[str]
    forms: Sequence[str]
    spaces: Sequence[bool]
    hidden: Sequence[bool]

    @classmethod
    def of(cls, doc: Doc) -> "Shown":
        """The columns of a document."""
        looks = _LOOKS.column(doc, doc.to_array(ORTH).tolist())
        return cls(*zip(*looks, strict=True)) if looks else cls((), (), (), ())

    def words(self) -> list[int]:
        """The tokens that are neither white space nor hidden."""
        blanks = zip(self.spaces, self.hidden, strict=True)
        return [i for i, blank in enumerate(blanks) if blank == (False, False)]

"""What the tokens of a document show, by columns: their forms, white space, hidden marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.attrs import ORTH
from spacy.tokens import Doc

from molva import columns
from molva.columns import Remembered
from molva.text.tidy import is_hidden, tidy_word

_FORMS = Remembered(tidy_word)
_SPACES = Remembered(str.isspace)
_HIDDEN = Remembered(is_hidden)


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
        numbers = doc.to_array(ORTH).tolist()
        forms, spaces, hidden = (
            _FORMS.column(doc, numbers),
            _SPACES.column(doc, numbers),
            _HIDDEN.column(doc, numbers),
        )
        return cls(columns.texts(doc), forms, spaces, hidden)

    def words(self) -> list[int]:
        """The tokens that are neither white space nor hidden."""
        blanks = zip(self.spaces, self.hidden, strict=True)
        return [i for i, blank in enumerate(blanks) if blank == (False, False)]

"""How a word is spelt in FORM: clean, NFC, visible, on one line.

CoNLL-U wants NFC and no white space at the edges; validators refuse U+FFFD; readers split lines
at control characters. A word that cannot stand in FORM as it stands in the text gets a clean
FORM, and ``Orig=`` in MISC keeps its letters.
"""

import unicodedata
from functools import lru_cache

from molva.conll.escapes import PLAIN, REPLACEMENT, is_mark
from molva.text.tidy import tidy_word

HOLE = "□"  # a character that has no shape
CARRIER = "◌"  # Unicode's own carrier for an accent without a letter


@lru_cache(50_000)
def spell(text: str) -> str:
    """The FORM of a token's text; never empty, never with white space at its edges."""
    form = printable(tidy_word(text)) or HOLE
    return CARRIER + form if is_mark(form[0]) else form


@lru_cache(50_000)
def printable(text: str) -> str:
    """NFC, single spaces, and a hole for every character that cannot be shown in a column."""
    if PLAIN.fullmatch(text) and " " not in text:
        return text
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return "".join(
        HOLE if char == REPLACEMENT or unicodedata.category(char) == "Cc" else char for char in words
    )

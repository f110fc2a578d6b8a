"""A document's name as it may stand in ``sent_id``. A module of its own: corpora are planned before spaCy is there."""

import re
import unicodedata

_UNFIT = re.compile(r"[^\w.]+")


def slug(doc_id: str) -> str:
    """The id of a document without white space, and without a slash («news/44.txt»)."""
    return _UNFIT.sub("-", unicodedata.normalize("NFC", doc_id)).strip("-") or "doc"

"""Names of documents, sentences, entities and quotes inside one CoNLL-U file."""

import re
import unicodedata
from collections.abc import Iterable

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_UNFIT = re.compile(r"[^\w.]+")


def slug(doc_id: str) -> str:
    """A document id as it may stand in ``sent_id``: no white space, and no slash («news/44.txt»)."""
    return _UNFIT.sub("-", unicodedata.normalize("NFC", doc_id)).strip("-") or "doc"


def file_prefix(number: int | None) -> str:
    """What goes before every entity and quote of the Nth document of a file: they may not recur."""
    return "" if number is None else f"d{number}"


def file_ids(ids: Iterable[str], prefix: str) -> dict[str, str]:
    """For each id the one that stands in brackets, where a hyphen or a bracket would break it."""
    known = list(dict.fromkeys(ids))
    plain = {id_ for id_ in known if _PLAIN.fullmatch(id_)}
    spare = (f"x{n}" for n in range(len(known) * 2) if f"x{n}" not in plain)
    return {id_: prefix + (id_ if id_ in plain else next(spare)) for id_ in known}

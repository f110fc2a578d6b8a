"""Names of entities and quotes inside one CoNLL-U file."""

import re
from collections.abc import Iterable

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*")


def file_prefix(number: int | None) -> str:
    """What goes before every entity and quote of the Nth document of a file: they may not recur."""
    return "" if number is None else f"d{number}"


def file_ids(ids: Iterable[str], prefix: str) -> dict[str, str]:
    """For each id the one that stands in brackets, where a hyphen or a bracket would break it."""
    known = list(dict.fromkeys(ids))
    plain = {id_ for id_ in known if _PLAIN.fullmatch(id_)}
    spare = (f"x{n}" for n in range(len(known) * 2) if f"x{n}" not in plain)
    return {id_: prefix + (id_ if id_ in plain else next(spare)) for id_ in known}

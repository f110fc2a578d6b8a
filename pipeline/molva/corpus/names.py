"""Names that molva gives: of output files, which must suit every system, and of documents."""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import PurePosixPath

from molva.text.sources import suffix_of

# Windows forbids these characters, and these names whatever their suffix.
_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_GAPS = re.compile(r"[\s\x00-\x1f\x7f\ud800-\udfff]+")
_LONGEST = 200  # bytes of UTF-8 that leave room for a number and a suffix within 255


def stems(names: Iterable[str]) -> dict[str, str]:
    """For each source, the path of its output without ``.conllu``.

    The suffix of the source is dropped («2021/44.txt» → «2021/44»), unless several sources would
    then share a name: each of them keeps its suffix («44.txt», «44.html»).
    """
    names = list(names)
    bare = {name: name[: len(name) - len(suffix_of(name))] for name in names}
    shared = Counter(stem.casefold() for stem in bare.values())
    return {name: portable(name if shared[bare[name].casefold()] > 1 else bare[name]) for name in names}


def printable(path: str) -> str:
    r"""A path as it can be written in UTF-8: bytes of its name that are none come out as «\xd1»."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def portable(path: str) -> str:
    """The path with every part made a name that all systems accept."""
    *folders, name = map(_portable_part, PurePosixPath(path).parts)
    return "/".join((*map(_as_folder, folders), name))


class Distinct:
    """Hands out names that have not been given yet: «news», then «news~2», «news~3»."""

    def __init__(self, *, ignore_case: bool = False) -> None:
        self.ignore_case = ignore_case
        self._given: set[bytes] = set()  # digests: a corpus may have millions of ids
        self._next: dict[bytes, int] = {}

    def take(self, name: str) -> str:
        """Give ``name`` itself the first time, and a numbered variant of it later."""
        if self._free(name):
            return name
        key = self._key(name)
        number = self._next.get(key, 2)
        while not self._free(f"{name}~{number}"):
            number += 1
        self._next[key] = number + 1
        return f"{name}~{number}"

    def _free(self, name: str) -> bool:
        """Whether nobody has had a name so far; it is taken from now on."""
        key = self._key(name)
        if key in self._given:
            return False
        self._given.add(key)
        return True

    def _key(self, name: str) -> bytes:
        return blake2b((name.casefold() if self.ignore_case else name).encode(), digest_size=10).digest()


def document_id(given: str, stem: str, row: int | None) -> str:
    """The id of a document before duplicates are numbered.

    The id that a row brings, with runs of white space as one «_»; «stem-7» for row 7 without an
    id; the stem of the file for a document that is a whole file.
    """
    own = _GAPS.sub("_", given.strip())
    if own:
        return own
    name = _GAPS.sub("_", stem)
    return name if row is None else f"{name}-{row}"


def _as_folder(part: str) -> str:
    """The name of a folder, which is never that of an output beside it: «a.txt» is written to «a.conllu»."""
    return f"{part}_" if part.lower().endswith(".conllu") else part


def _portable_part(part: str) -> str:
    """A part of a path that every file system takes: no forbidden character, no name of a device, not too long."""
    part = _FORBIDDEN.sub("_", part.encode("utf-8", "replace").decode()).rstrip(". ") or "_"
    if _RESERVED.match(part):
        part = f"_{part}"
    return part.encode()[:_LONGEST].decode("utf-8", "ignore").rstrip(". ")

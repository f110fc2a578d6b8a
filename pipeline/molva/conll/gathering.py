"""The words of a document gathered from its sentences, and laid out as tokens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from molva.conll.escapes import unescape
from molva.conll.places import Places
from molva.conll.sentences import FORM, HEAD, MISC, Row, Sentence, broken
from molva.conll.spacing import cut_gap, read_gap, read_space

Misc = Mapping[str, str]
MEND = "Mend the line, or write the file again."


@dataclass(slots=True)
class Gathered:
    """The words of a document, their lines in the file, their MISC, and where sentences open."""

    file: str
    rows: list[Row] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    misc: list[Misc] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    opening: list[int] = field(default_factory=list)
    paragraphs: set[int] = field(default_factory=set)

    @property
    def places(self) -> Places:
        """The same for comments, which count words by sentences."""
        return Places((), self.sentence, self.opening)


@dataclass(slots=True)
class Layout:
    """Tokens and their spaces; ``index`` is the token of each word; ``gaps`` are white-space tokens."""

    tokens: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    index: list[int] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)

    def add_gap(self, gap: str) -> None:
        """White space that stands alone, as one token."""
        if gap:
            self.gaps.append(len(self.tokens))
            self.tokens.append(gap)
            self.spaces.append(False)

    def add_word(self, text: str, gap: str) -> None:
        """A word with the white space after it."""
        space, rest = cut_gap(gap)
        self.index.append(len(self.tokens))
        self.tokens.append(text)
        self.spaces.append(space)
        self.add_gap(rest)


def gather(sentences: Sequence[Sentence], file: str) -> Gathered:
    """All words of a document; none for a document that stands empty (``NoText=Yes``)."""
    words = Gathered(file)
    for number, sentence in enumerate(sentences):
        words.opening.append(len(words.rows))
        if sentence.comment("newpar") is not None:
            words.paragraphs.add(len(words.rows))
        for line, row in sentence.rows:
            words.rows.append(row)
            words.lines.append(line)
            words.misc.append(read_misc(row[MISC]))
            words.sentence.append(number)
    words.opening.append(len(words.rows))
    return words


def lay_out(words: Gathered) -> Layout:
    """The tokens of the text to the letter.

    A file from elsewhere may open a paragraph without saying which white space is before it: a
    line break, since for molva a paragraph is a line.
    """
    layout = Layout()
    last = len(words.rows) - 1
    for n, (row, misc) in enumerate(zip(words.rows, words.misc, strict=True)):
        try:
            if n == 0:
                layout.add_gap(read_space(misc.get("SpacesBefore", "")))
            if "NoText" in misc:
                continue
            gap = read_gap(misc, "" if n == last else "\n" if n + 1 in words.paragraphs else " ")
            if n < last and "SpacesBefore" in words.misc[n + 1]:
                gap += read_space(words.misc[n + 1]["SpacesBefore"])
            layout.add_word(unescape(misc["Orig"]) if "Orig" in misc else row[FORM], gap)
        except ValueError as error:
            raise broken(words.file, words.lines[n], error, MEND) from error
    return layout


def read_heads(words: Gathered) -> list[int] | None:
    """The head of each word in words of the document, itself at a root; None without a parse.

    Raises:
        FormatError: the heads of a sentence are no tree.
    """
    if any(row[HEAD] == "_" for row in words.rows):
        return None
    heads: list[int] = []
    for start, end in pairwise(words.opening):
        numbers = [_number(words, n) for n in range(start, end)]
        if not _is_tree(numbers):
            raise broken(
                words.file, words.lines[start], "the heads of this sentence are no tree",
                "Every word needs a way up to the one root (HEAD 0).",
            )  # fmt: skip
        heads += [start + number - 1 if number else start + i for i, number in enumerate(numbers)]
    return heads


@lru_cache(10_000)
def read_misc(misc: str) -> Misc:
    """MISC as names and values; a name without a value has an empty one."""
    if misc == "_":
        return {}
    return {name: value for name, _, value in (pair.partition("=") for pair in misc.split("|"))}


def _number(words: Gathered, n: int) -> int:
    """The head of a word as a number."""
    head = words.rows[n][HEAD]
    if head.isascii() and head.isdigit():
        return int(head)
    raise broken(words.file, words.lines[n], f"HEAD is «{head}»", "HEAD is 0 or the number of a word.")


def _is_tree(heads: Sequence[int]) -> bool:
    """Whether numbers from 1, with one 0 for the root, lead every word to the root."""
    if heads.count(0) != 1 or max(heads) > len(heads):
        return False
    safe = [True] + [False] * len(heads)
    for word in range(1, len(heads) + 1):
        path: list[int] = []
        while not safe[word]:
            if len(path) > len(heads):
                return False
            path.append(word)
            word = heads[word - 1]  # noqa: PLW2901
        for passed in path:
            safe[passed] = True
    return True

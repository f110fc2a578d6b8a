"""The tokenizer of molva: razdel's tokens in a spaCy ``Doc`` that keeps the text to the letter."""

import re
from collections.abc import Callable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from molva.errors import SourceError
from molva.text.tidy import LINE_BREAKS, TAG, tidy
from molva.tokens.divided import join
from molva.tokens.razdel import Edges, token_edges, token_runs

_HIDDEN = re.compile(rf"{TAG}|(?:(?!{TAG})\S)+")
_BREAK = re.compile(f"[{LINE_BREAKS}]|{TAG}")


class RazdelTokenizer(DummyTokenizer):
    """Makes a ``Doc`` of a text; ``doc.text`` is the text. It has no state to save.

    As in spaCy itself, one plain space after a word belongs to the word; all other white space
    becomes tokens of its own.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The document of a text.

        Raises:
            SourceError: the text holds half of a character, which nothing can store.
        """
        words, spaces = split(text)
        try:
            return Doc(self.vocab, words=words, spaces=spaces)
        except UnicodeEncodeError as error:
            place = re.search("[\ud800-\udfff]", text)
            raise SourceError(
                f"the text has half of a character (U+{ord(place.group()):04X}) at offset {place.start()}: "
                "it was cut or decoded wrongly; replace it before annotating"
                if place
                else str(error)
            ) from error


@registry.tokenizers("molva.razdel.v1")
def create_tokenizer() -> Callable[[Language], RazdelTokenizer]:
    """The tokenizer as spaCy's config wants it."""

    def tokenizer(nlp: Language) -> RazdelTokenizer:
        return RazdelTokenizer(nlp.vocab)

    return tokenizer


def split(text: str) -> tuple[list[str], list[bool]]:
    """The tokens of a text with its white space, and which of them a plain space follows."""
    words: list[str] = []
    spaces: list[bool] = []
    for gap, tokens in _runs(text):
        if gap == " " and words:
            spaces[-1] = True
        else:
            _add_gap(gap, words, spaces)
        words += tokens
        spaces += [False] * len(tokens)
    return words, spaces


def _runs(text: str) -> Iterator[tuple[str, Sequence[str]]]:
    """White space, and the tokens behind it: razdel's on the clean text, hidden marks taken in."""
    tidied = join(text, tidy(text))
    if isinstance(tidied.starts, range):
        yield from token_runs(text)
        return
    starts, end = tidied.starts, 0
    inner = [(starts[a], _stop(text, starts, b)) for a, b in token_edges(tidied.text)]
    for start, stop in _widen(text, inner) if inner else [(0, len(text))] * (not text.isspace()):
        yield text[end:start], [text[start:stop]]
        end = stop
    yield text[end:], ()


def _stop(text: str, starts: list[int], stop: int) -> int:
    """Where the piece of the original that made the last clean character ends, at the latest."""
    end = starts[stop]
    while end - 1 > starts[stop - 1] and text[end - 1].isspace():
        end -= 1
    return end


def _widen(text: str, edges: list[Edges]) -> Iterator[Edges]:
    """Give what is hidden in the gaps to the words beside it, so that gaps are white space only.

    What stands in a line without words becomes a token of its own: no line break vanishes inside a word.
    """
    start, lone = _before(text, edges[0][0])
    yield from lone
    for (_, stop), following in zip(edges, [*edges[1:], None], strict=True):
        left, lone, right = _share(text, stop, following[0] if following else len(text), last=not following)
        yield start, left
        yield from lone
        start = right


def _before(text: str, end: int) -> tuple[int, list[Edges]]:
    """Where the first word begins, and what is hidden in the lines before it."""
    _, lone, right = _share(text, 0, end, first=True)
    return right, lone


def _share(
    text: str, start: int, end: int, *, first: bool = False, last: bool = False
) -> tuple[int, list[Edges], int]:
    """Where the word before a gap now ends and the word after it begins, and what is hidden in lines between.

    A mark right behind a word stays with it; others of the same line go with the word after, or where
    there is none in it with the word before.
    """
    gap = text[start:end]
    if not gap or gap.isspace():
        return start, [], end
    leading = _HIDDEN.match(gap) if not _BREAK.match(gap) and not first else None
    start += leading.end() if leading else 0
    hidden = [(start + m.start(), start + m.end()) for m in _HIDDEN.finditer(text[start:end])]
    breaks = [start + m.start() for m in _BREAK.finditer(text[start:end])]
    ends, begins = (breaks[0], breaks[-1]) if breaks else (end if last else start, start)
    before = [run for run in hidden if run[0] < ends and not first]
    after = [run for run in hidden[len(before) :] if run[0] >= begins and not last]
    after = [run for run in after if not _BREAK.match(text, *run)]
    lone = hidden[len(before) : len(hidden) - len(after)]
    return before[-1][1] if before else start, lone, after[0][0] if after else end


def _add_gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    """White space between two words: one space belongs to the word before, the rest is a token of its own."""
    if words and gap[:1] == " ":
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)

"""The tokenizer of molva: razdel's tokens in a spaCy ``Doc`` that keeps the text to the letter."""

import re
from collections.abc import Callable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from molva.errors import SourceError
from molva.text.tidy import LINE_BREAKS, tidy
from molva.tokens.razdel import Edges, token_edges, token_runs

_HIDDEN = re.compile(r"\S+")
_BREAK = re.compile(f"[{LINE_BREAKS}]")


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
    tidied = tidy(text)
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
    """Give what is hidden in the gaps to the words beside it, so that gaps are white space only."""
    start = _first_hidden(text, 0, edges[0][0])
    for (_, stop), following in zip(edges, [*edges[1:], None], strict=True):
        gap_end = following[0] if following else len(text)
        left, right = _share(text, stop, gap_end, last=following is None)
        yield start, left
        start = right


def _share(text: str, start: int, end: int, *, last: bool) -> Edges:
    """Where the word before a gap now ends and the word after it begins.

    A mark right behind a word stays with it; others go with the word after, unless a line break
    would vanish inside a word.
    """
    gap = text[start:end]
    if not gap or gap.isspace():
        return start, end
    leading = _HIDDEN.match(gap)
    start += leading.end() if leading else 0
    gap = text[start:end]
    if last:
        return max((start + m.end() for m in _HIDDEN.finditer(gap)), default=start), end
    cut = _BREAK.search(gap)
    at = start + (cut.start() if cut else 0)
    left = max((start + m.end() for m in _HIDDEN.finditer(text[start:at])), default=start)
    return left, _first_hidden(text, at, end)


def _first_hidden(text: str, start: int, end: int) -> int:
    found = _HIDDEN.search(text, start, end)
    return found.start() if found else end


def _add_gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    if words and gap[:1] == " ":
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)

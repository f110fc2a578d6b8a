"""Does molva find the same when a text is changed in ways that keep who said what? To find errors on texts nobody has marked.

    PYTHONPATH=tests python -m bench.changed TEXTS [--show 40] [--only day verbs] [--documents 300]

Each difference between a text and its changed twin is an error in one of the two, and the word that was changed
shows by itself what it hangs on: «сообщил глава порта» is found, «сообщил в среду глава порта» is not. Changes are
made by the forms of words alone; now and then one makes bad Russian.
"""

import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

import molva
from bench.changes import CHANGES, Change, Edit
from bench.corpora import arguments, read_corpus
from molva.contract import Quote, read_quotes


class Moved:
    """Where the code points of a text stand after its edits."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.edits = sorted(set(edits), key=lambda edit: edit.start)
        self.starts = [edit.start for edit in self.edits]
        self.shifts = [0]
        for edit in self.edits:
            self.shifts.append(self.shifts[-1] + len(edit.instead) - (edit.end - edit.start))

    def text(self, text: str) -> str:
        """The changed text."""
        pieces, at = [], 0
        for edit in self.edits:
            pieces += [text[at : edit.start], edit.instead]
            at = edit.end
        return "".join([*pieces, text[at:]])

    def start(self, at: int) -> int:
        """Where what begins at a code point begins now."""
        n = bisect_right(self.starts, at)
        edit = self.edits[n - 1] if n else None
        if edit is not None and edit.start < edit.end and at < edit.end:
            return edit.start + self.shifts[n - 1]
        return at + self.shifts[n]

    def end(self, at: int) -> int:
        """Where what ends before a code point ends now."""
        n = bisect_left(self.starts, at)
        edit = self.edits[n - 1] if n else None
        if edit is not None and edit.start < edit.end and at < edit.end:
            return edit.start + self.shifts[n - 1] + len(edit.instead)
        return at + self.shifts[n]


@dataclass(frozen=True, slots=True)
class Difference:
    """What is otherwise in the changed text: ``kind`` is lost, new, cue, source, speaker; the words of the quote."""

    kind: str
    words: str
    was: str
    now: str


def compare(doc: Doc, changed: Doc, moved: Moved) -> Iterator[Difference]:
    """The quotes of a text that its changed twin does not have so."""
    found = {_content(quote): quote for quote in read_quotes(changed)}
    for quote in read_quotes(doc):
        content = tuple((moved.start(a), moved.end(b)) for a, b in _content(quote))
        twin = found.pop(content, None)
        if twin is None:
            yield Difference("lost", _words(quote), _who(quote), "")
            continue
        kind = next((kind for kind, same in _parts(quote, twin, moved) if not same), None)
        if kind is not None:
            yield Difference(kind, _words(quote), _who(quote), _who(twin))
    for twin in found.values():
        yield Difference("new", _words(twin), "", _who(twin))


def _content(quote: Quote) -> tuple[tuple[int, int], ...]:
    return tuple((span.start_char, span.end_char) for span in quote.content)


def _words(quote: Quote) -> str:
    return " … ".join(span.text for span in quote.content)


def _who(quote: Quote) -> str:
    source = quote.source.text if quote.source is not None else "nobody"
    return f"{source} → {quote.speaker.name if quote.speaker is not None else None}"


def _parts(quote: Quote, twin: Quote, moved: Moved) -> Iterator[tuple[str, bool]]:
    """Whether cue, source and speaker are the same."""
    for kind in ("cue", "source"):
        one, two = getattr(quote, kind), getattr(twin, kind)
        if one is None or two is None:
            yield kind, one is two
        else:
            yield (
                kind,
                (moved.start(one.start_char), moved.end(one.end_char)) == (two.start_char, two.end_char),
            )
    if quote.speaker is None or twin.speaker is None:
        yield "speaker", quote.speaker is twin.speaker
    else:
        same = {moved.start(at) for at in _mentioned(quote)} & set(_mentioned(twin))
        yield "speaker", bool(same) or quote.speaker.name == twin.speaker.name


def _mentioned(quote: Quote) -> list[int]:
    """The code points where the mentions of a quote's speaker begin."""
    doc = quote.content[0].doc
    return [doc[mention.start].idx for mention in quote.speaker.mentions] if quote.speaker is not None else []


def differences(
    nlp: Language, texts: Sequence[str], change: Change
) -> Iterator[tuple[int, list[Difference]]]:
    """For each text that a change touches, how many quotes it has, and what is otherwise in its twin."""
    pairs = ((doc, Moved(change(doc))) for doc in nlp.pipe(texts))
    touched = [(doc, moved) for doc, moved in pairs if moved.edits]
    twins = nlp.pipe(moved.text(doc.text) for doc, moved in touched)
    for (doc, moved), twin in zip(touched, twins, strict=True):
        yield len(list(read_quotes(doc))), list(compare(doc, twin, moved))


def main() -> None:
    """Count what each change changes, and show it."""
    asked = arguments(__doc__, [change.__name__ for change in CHANGES])
    texts = read_corpus(asked.texts).some(asked.documents).texts
    nlp = molva.load()
    for change in CHANGES:
        if change.__name__ not in asked.only:
            continue
        quotes, found = 0, []
        for size, others in differences(nlp, texts, change):
            quotes += size
            found += others
        kinds = Counter(one.kind for one in found)
        share = len(found) / quotes if quotes else 0
        sys.stdout.write(f"{change.__name__:12}{quotes:7} quotes {share:7.2%} otherwise  {dict(kinds)}\n")
        for one in found[: asked.show]:
            sys.stdout.write(f"    {one.kind}: {one.words[:90]}\n        {one.was}  |  {one.now}\n")


if __name__ == "__main__":
    main()

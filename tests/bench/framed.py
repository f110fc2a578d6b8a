"""Does molva find a statement in every frame of a report? To find errors on texts nobody has marked.

    PYTHONPATH=tests python -m bench.framed TEXTS [--show 40] [--only tail dash] [--documents 300]

What is lost, or given to somebody else, is an error of one of the two sentences or one that nobody would write:
«Он подписал договор, сообщил он» for «Он сообщил, что подписал договор».
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

import molva
from bench.corpora import arguments, read_corpus
from bench.frames import FRAMES, Frame, Statement, statements
from molva.contract import Quote, read_quotes


@dataclass(frozen=True, slots=True)
class Outcome:
    """A statement in a frame: ``now`` is the quote with its words there, None where it is lost."""

    told: Statement
    now: Quote | None

    @property
    def kind(self) -> str:
        """same, lost or speaker."""
        if self.now is None:
            return "lost"
        return "same" if _speaker(self.now) == _speaker(self.told.quote) else "speaker"


def outcomes(nlp: Language, docs: Iterable[Doc], frame: Frame) -> Iterator[Outcome]:
    """What becomes of each plain statement of annotated texts when all of them are written in a frame."""
    told = [(doc, list(statements(doc))) for doc in docs]
    told = [(doc, found) for doc, found in told if found]
    twins = nlp.pipe(frame.text(doc) for doc, _ in told)
    for (_, found), twin in zip(told, twins, strict=True):
        quotes = list(read_quotes(twin))
        for statement in found:
            alike = [now for now in quotes if _words(now.text) == _words(statement.said)]
            same = [now for now in alike if _speaker(now) == _speaker(statement.quote)]
            now = next(iter(same or alike), None)
            if now is not None:
                quotes.remove(now)
            yield Outcome(statement, now)


def stays(found: Iterable[Outcome]) -> float:
    """The share of statements that come out the same; 1 where there are none."""
    kinds = [one.kind for one in found]
    return kinds.count("same") / len(kinds) if kinds else 1.0


def _speaker(quote: Quote) -> str:
    return _words(quote.speaker.name) if quote.speaker is not None else ""


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _shown(one: Outcome) -> str:
    was, now = one.told.quote.speaker, one.now and one.now.speaker
    names = f"{was and was.name}" + (f"  |  {now and now.name}" if one.now else "")
    return f"    {one.kind}: {one.told.source} {one.told.verb}, что {one.told.said[:90]}\n        {names}\n"


def main() -> None:
    """Count what each frame loses, and show it."""
    asked = arguments(__doc__, [frame.name for frame in FRAMES])
    nlp = molva.load()
    docs = list(nlp.pipe(read_corpus(asked.texts).some(asked.documents).texts))
    for frame in FRAMES:
        if frame.name not in asked.only:
            continue
        found = list(outcomes(nlp, docs, frame))
        kinds = Counter(one.kind for one in found)
        sys.stdout.write(
            f"{frame.name:12}{len(found):7} statements {stays(found):7.2%} the same  {dict(kinds)}\n"
        )
        for one in [one for one in found if one.kind != "same"][: asked.show]:
            sys.stdout.write(_shown(one))


if __name__ == "__main__":
    main()

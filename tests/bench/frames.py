"""Frames of a report: the same statement with its attribution behind it, before it, behind a dash, with «о том».

A plain statement («Мэр Зуев заявил, что мост закроют.») says the same in each of them, so that its words and its
speaker must come out again: no gold is needed to see what a frame loses (metamorphic testing, Chen et al. 1998;
invariance tests of CheckList, Ribeiro et al., ACL 2020).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from molva.contract import Quote, read_quotes
from molva.lexicon.analyses import analyses_of

NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
PAST = re.compile(r"[а-яё]+(?:л|ла|ло|ли)")


@dataclass(frozen=True, slots=True)
class Statement:
    """«|Мэр Зуев| |заявил|, что |мост закроют|.»: a sentence of source, verb and one clause with «что»; ``start``, ``end`` are its code points."""

    quote: Quote
    start: int
    end: int
    source: str
    verb: str
    said: str

    @property
    def opening(self) -> str:
        """The words said as they open a sentence."""
        return self.said[0].upper() + self.said[1:]

    @property
    def inner(self) -> str:
        """The source as it is written inside a sentence."""
        first = re.match(r"[\w-]+", self.source)
        keeps = first is None or keeps_capital(first[0])
        return self.source if keeps else self.source[0].lower() + self.source[1:]


def keeps_capital(word: str) -> bool:
    """Whether a word has its capital inside a sentence, too: a name, an abbreviation, or nothing that the dictionary knows."""
    readings = analyses_of(word)
    named = any(NAMES & reading.grammemes for reading in readings)
    return named or word[1:2].isupper() or not readings[0].known


def statements(doc: Doc) -> Iterator[Statement]:
    """The plain statements of a document, in its order."""
    for quote in read_quotes(doc):
        if quote.type == "direct" or len(quote.content) > 1 or quote.cue is None or quote.source is None:
            continue
        said, source, verb = quote.content[0], quote.source, quote.cue.text
        sentence = said.sent
        between = doc.text[source.end_char : said.start_char]
        behind = doc.text[said.end_char : sentence.end_char].strip()
        opens = source.start == sentence.start and between == f" {verb}, что "
        if opens and behind == "." and PAST.fullmatch(verb):
            yield Statement(quote, sentence.start_char, said.end_char + 1, source.text, verb, said.text)


@dataclass(frozen=True, slots=True)
class Frame:
    """A way to write a plain statement: ``example`` is «Мэр Зуев заявил, что мост закроют.» in it.

    ``stays`` is the share of the statements of ``data/forms/train.jsonl`` and ``more.jsonl`` that came out the same in it, and
    under which it may not fall.
    """

    name: str
    example: str
    write: Callable[[Statement], str]
    stays: float

    def text(self, doc: Doc) -> str:
        """A document's text with all its plain statements in this frame."""
        text = doc.text
        for told in reversed(list(statements(doc))):
            text = text[: told.start] + self.write(told) + text[told.end :]
        return text


FRAMES = (
    Frame("tail", "Мост закроют, заявил мэр Зуев.", lambda it: f"{it.opening}, {it.verb} {it.inner}.", 0.91),
    Frame("dash", "Мост закроют, — заявил мэр Зуев.", lambda it: f"{it.opening}, — {it.verb} {it.inner}.", 0.71),
    Frame("as-behind", "Мост закроют, как заявил мэр Зуев.", lambda it: f"{it.opening}, как {it.verb} {it.inner}.", 0.95),
    Frame("as-before", "Как заявил мэр Зуев, мост закроют.", lambda it: f"Как {it.verb} {it.inner}, {it.said}.", 0.96),
    Frame("about", "Мост закроют. Об этом заявил мэр Зуев.", lambda it: f"{it.opening}. Об этом {it.verb} {it.inner}.", 0.83),
    Frame("on-a-day", "В среду мэр Зуев заявил, что мост закроют.", lambda it: f"В среду {it.inner} {it.verb}, что {it.said}.", 0.95),
    Frame("day-inside", "Мэр Зуев в среду заявил, что мост закроют.", lambda it: f"{it.source} в среду {it.verb}, что {it.said}.", 0.92),
    Frame("of-that", "Мэр Зуев заявил о том, что мост закроют.", lambda it: f"{it.source} {it.verb} о том, что {it.said}.", 0.92),
    Frame("colon", "Мэр Зуев заявил: мост закроют.", lambda it: f"{it.source} {it.verb}: {it.said}.", 0.95),
)  # fmt: skip
"""Attribution behind, before, in a sentence of its own; the day; what opens the clause."""

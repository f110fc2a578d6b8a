"""Why the quotes of a text are what they are: rules, candidates for the speakers, rejected marks."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language

from molva.contract import Quote
from molva.quotes.component import Quotes
from molva.quotes.direct.colons import on_a_poster
from molva.quotes.draft import Draft
from molva.quotes.pieces.titles import why_title
from molva.quotes.reader import Reading
from molva.quotes.rules import EXAMPLES
from molva.quotes.scene import Scene
from molva.quotes.who.candidates import Candidate
from molva.quotes.who.decisions import Decision
from molva.quotes.who.weights import trained

SHOWN = 5  # candidates of a quote, facts of a candidate
_WIDTH = 80  # letters of a quote that stand in its line


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate for a speaker: the name, the chance (0..1), and the strongest facts with their worth."""

    name: str
    chance: float
    facts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A quote, the rule that found it with its example, and how its speaker was found.

    ``form`` says how the text gives the source («pronoun», «role», …), empty where the source names
    the speaker itself; ``choices`` are the candidates then, the best first.
    """

    quote: Quote
    rule: str
    example: str
    form: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A pair of marks that holds no quote: its code points in the text, its words, and why."""

    start: int
    end: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All quotes of a text and all its marks that are none."""

    quotes: tuple[Explained, ...]
    rejected: tuple[Rejected, ...]

    def lines(self) -> Iterator[str]:
        """The explanation for people, a line at a time."""
        for explained in self.quotes:
            yield from _told(explained)
        if self.rejected:
            yield "not taken for speech"
        for mark in self.rejected:
            yield f"  {mark.start}-{mark.end} {_short(mark.text)}: {mark.why}"


def explain(text: str, nlp: Language | None = None) -> Explanation:
    """Annotate one text and tell how each quote and its speaker were found.

    Args:
        text: any text.
        nlp: a pipeline that ends with ``molva_quotes``; the default one if not given.

    Raises:
        SettingsError: what is given is no text.
        SourceError: the text is longer than the pipeline takes.
    """
    from molva.loading import check_text, pipeline

    nlp = nlp or pipeline()
    check_text(text, nlp)
    with nlp.select_pipes(disable=["molva_quotes"]):
        doc = nlp(text)
    stage = nlp.get_pipe("molva_quotes")
    assert isinstance(stage, Quotes)
    reading = stage.annotate(doc)
    explained = (
        _explained(reading, draft, quote) for draft, quote in zip(reading.drafts, doc._.quotes, strict=True)
    )
    return Explanation(tuple(explained), tuple(_rejected(reading)))


def _explained(reading: Reading, draft: Draft, quote: Quote) -> Explained:
    """A quote with its rule and its foremost candidates."""
    decision = reading.attribution.decisions.of(draft)
    example = EXAMPLES[draft.rule]
    choices = tuple(_choice(decision, c) for c in decision.ranked[:SHOWN]) if decision else ()
    return Explained(quote, draft.rule, example, decision.form if decision else "", choices)


def _choice(decision: Decision, candidate: Candidate) -> Choice:
    """A candidate with its chance and the facts that weigh most."""
    name = candidate.chain.name if candidate.chain is not None else ""
    if candidate.own:
        name = f"{name or 'the source'} (by these words alone)"
    facts = trained().parts(decision.form, candidate.facts)[:SHOWN]
    return Choice(name or "nobody", round(candidate.chance, 3), tuple((n, round(v, 2)) for n, v in facts))


def _rejected(reading: Reading) -> Iterator[Rejected]:
    """Each pair of marks of which nothing is quoted."""
    scene, words = reading.scene, reading.scene.words
    for start, close in scene.closed:
        if any(a < close and start < b for draft in reading.drafts for a, b in draft.parts):
            continue
        span = words.start[start], words.end[close]
        yield Rejected(*span, words.text[slice(*span)], _why_rejected(reading, scene, start, close))


def _why_rejected(reading: Reading, scene: Scene, start: int, close: int) -> str:
    """Why no quote was made of a pair of marks."""
    lost = next((found for found in reading.lost if found.draft.covers(start + 1)), None)
    if lost is not None:
        return f"found by «{lost.draft.rule}», but {lost.why}"
    title = why_title(scene, start, close)
    if title is not None:
        return title
    if start and scene.words.form[start - 1] == ":" and on_a_poster(scene, start - 1):
        return "what stands on a poster is nobody's speech"
    return "no reporting word governs it, and no author's words stand beside it"


def _told(explained: Explained) -> Iterator[str]:
    """A quote in lines to read."""
    quote = explained.quote
    yield f"{quote.id} {quote.type} {_short(quote.text)}"
    yield f"  rule        {explained.rule}" + (f": {explained.example}" if explained.example else "")
    yield f"  cue         {quote.cue.text if quote.cue else 'none'}"
    yield f"  source      {quote.source.text if quote.source else 'none'}"
    speaker = quote.speaker.name if quote.speaker else "nobody"
    named = "the source names it" if quote.source else "by whose turn it is to speak"
    how = named if not explained.form else f"chosen, for the source is a {explained.form}"
    yield f"  speaker     {speaker} ({how if quote.speaker or explained.form else 'nobody is given'})"
    for choice in explained.choices:
        facts = ", ".join(f"{name} {worth:+.2f}" for name, worth in choice.facts)
        yield f"    {choice.chance:5.0%}  {choice.name}: {facts}"
    if quote.via:
        yield f"  via         {quote.via}"
    yield f"  confidence  {quote.confidence:.2f}"


def _short(text: str) -> str:
    """One line of a text, cut to so many letters as a line of a terminal shows."""
    line = " ".join(text.split())
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"

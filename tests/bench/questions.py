"""Who speaks, as a question: a quote, everybody whom the text mentions outside its source, and molva's answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from molva.contract import Quote, read_mentions, read_quotes

LONGEST = 700  # tokens of a document that are read
KINDS = ("person", "org", "group", "place", "")
STEPS = (1, 2, 3, 5, 8, 12, 20, 35, 60, 100, 200)  # distances told apart, in tokens
COLUMNS = ("lemma", "ending", "pos", "features", "deprel", "entity")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention of somebody outside the source, and what is told of it: distance, in speech, subject, kind."""

    start: int
    end: int
    who: str
    facts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Whose words are these? ``answer`` is the entity that molva gives, None where nobody else is mentioned for it."""

    quote: Quote
    at: int
    said: tuple[Span, ...]
    source: Span | None
    named: bool
    candidates: tuple[Candidate, ...]
    answer: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """A document as columns of strings, the head of each token, where sentences and paragraphs begin, and its questions."""

    doc: Doc
    columns: dict[str, list[str]]
    heads: list[int]
    breaks: list[int]
    speech: list[tuple[bool, bool, bool]]
    questions: list[Question]


def page(doc: Doc) -> Page:
    """Everything that the network sees of an annotated document.

    Names are told by their kind alone, for who somebody is must not be learned by heart.
    """
    size = min(len(doc), LONGEST)
    tokens = doc[:size]
    names = [token.pos_ == "PROPN" and token.ent_type_ != "" for token in tokens]
    columns = {
        "lemma": [t.ent_type_ if name else t.lemma_.lower() for t, name in zip(tokens, names, strict=True)],
        "ending": [("A" if t.text[:1].isupper() else "a") + t.text[-2:].lower() for t in tokens],
        "pos": [t.pos_ for t in tokens],
        "features": [str(t.morph) for t in tokens],
        "deprel": [t.dep_ for t in tokens],
        "entity": [t.ent_iob_ + t.ent_type_ for t in tokens],
    }
    heads = [min(token.head.i, size - 1) for token in tokens]
    breaks = [
        2 if t.i == 0 or "\n" in doc[t.i - 1].text_with_ws else int(bool(t.is_sent_start)) for t in tokens
    ]
    quotes = [quote for quote in read_quotes(doc) if quote.content and quote.content[-1].end <= size]
    said = {i for quote in quotes for part in quote.content for i in range(part.start, part.end)}
    cues = {quote.cue.start for quote in quotes if quote.cue is not None}
    sources = {i for q in quotes if q.source is not None for i in range(q.source.start, q.source.end)}
    speech = [(i in said, i in cues, i in sources) for i in range(size)]
    return Page(doc, columns, heads, breaks, speech, list(_questions(doc, quotes, said, size)))


def _questions(doc: Doc, quotes: Sequence[Quote], said: set[int], size: int) -> Iterator[Question]:
    kinds = {entity.id: entity.kind for entity in doc._.entities}
    mentions = [m for m in read_mentions(doc) if m.entity_id in kinds and m.end <= size]
    for quote in quotes:
        source = (quote.source.start, quote.source.end) if quote.source is not None else None
        content = tuple((part.start, part.end) for part in quote.content)
        at = quote.cue.start if quote.cue is not None else source[0] if source else content[0][0]
        candidates = tuple(
            Candidate(m.start, m.end, m.entity_id, _facts(doc, m.start, m.end, at, said, kinds[m.entity_id]))
            for m in mentions
            if source is None or m.end <= source[0] or m.start >= source[1]
        )
        named = source is not None and any(doc[i].pos_ == "PROPN" for i in range(*source))
        speaker = quote.speaker.id if quote.speaker is not None else None
        known = speaker in {candidate.who for candidate in candidates}
        if known or not named:  # who is named here alone cannot be asked for
            answer = speaker if known else None
            yield Question(quote, at, content, source, named, candidates, answer)


def _facts(doc: Doc, start: int, end: int, at: int, said: set[int], kind: str) -> tuple[int, ...]:
    away = start - at
    step = sum(abs(away) >= most for most in STEPS) + (len(STEPS) + 1) * (away < 0)
    subject = any(token.dep_.startswith("nsubj") for token in doc[start:end])
    return step, int(start in said), int(subject), KINDS.index(kind if kind in KINDS else "")

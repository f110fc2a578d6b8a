"""How sure molva is of a quote: the chance that its words and its speaker are both right.

A logistic regression over plain facts of the quote: which rule found it, how the text gives the
source, how clearly the speaker won among the candidates, what the words look like. It is trained on
annotated texts, so that of the quotes with 0.8 about eight in ten are right (the reliability table
is in ``docs/quotes.md``).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log1p

from molva import models
from molva.quotes.draft import Draft
from molva.quotes.scene import Scene
from molva.quotes.who.decisions import Decision
from molva.quotes.who.weights import MODEL
from molva.speakers.chains import Chain

BIAS = "always"


@dataclass(frozen=True, slots=True)
class Judged:
    """A quote with what its confidence rests on; ``named_inside``: its own words name the speaker."""

    draft: Draft
    speaker: Chain | None
    decision: Decision | None
    nested: bool
    named_inside: bool


def confidence_of(scene: Scene, quote: Judged) -> float:
    """The chance that what and who are both right, 0..1."""
    weights = _weights()
    return logistic(sum(value * weights.get(name, 0.0) for name, value in facts_of(scene, quote).items()))


def logistic(score: float) -> float:
    """A score as a probability."""
    return 1 / (1 + exp(-score))


def facts_of(scene: Scene, quote: Judged) -> dict[str, float]:
    """The facts that are not zero, by name."""
    return {name: float(value) for name, value in _facts(scene, quote) if value}


def _facts(scene: Scene, quote: Judged) -> Iterator[tuple[str, float]]:
    """What the confidence of a quote rests on."""
    draft = quote.draft
    yield BIAS, 1.0
    yield f"rule {draft.rule}", 1.0
    yield f"source {_form(quote)}", 1.0
    yield from _rivals(quote.decision)
    yield "no cue", draft.cue is None
    yield "words", log1p(draft.size()) / 4
    yield "few words", draft.size() < 4
    yield "no predicate", not any(scene.has_predicate(a, b) for a, b in draft.parts)
    yield "sentences", len({scene.words.sent[i] for a, b in draft.parts for i in (a, b - 1)}) > 1
    yield "nested", quote.nested
    yield "speaker named", quote.speaker is not None and quote.speaker.named
    yield "speaker inside", quote.named_inside


def _form(quote: Judged) -> str:
    """How the text gives the source: by name, by another mention, by whose turn it is, not at all."""
    if quote.decision is not None:
        return quote.decision.form
    if quote.speaker is None:
        return "nobody"
    if quote.draft.rule == "dash" and quote.draft.source is None:
        return "turn"
    return "name" if quote.speaker.named else "words"


def _rivals(decision: Decision | None) -> Iterator[tuple[str, float]]:
    """How clearly the best candidate won."""
    if decision is None or not decision.ranked:
        return
    best = decision.ranked[0]
    second = decision.ranked[1].chance if len(decision.ranked) > 1 else 0.0
    yield "chance", best.chance
    yield "lead", best.chance - second
    yield "own words", best.own


@lru_cache(1)
def _weights() -> Mapping[str, float]:
    """The weight of each fact, as learned."""
    return models.read_json(
        MODEL, "confidence.json", lambda kept: {name: float(worth) for name, worth in kept.items()}
    )

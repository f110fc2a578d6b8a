"""Which candidate is the speaker: the choices of the pipeline, and a model that learns from them.

A conditional logistic regression over the candidates, one weight a fact, shared by all forms of source, and a small
correction for each form; it is trained with a quadratic penalty by plain gradient descent from zero, so that the same
data gives the same weights.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from ascent import Floats, ascend, named
from beside import matches
from spacy.tokens import Doc

from molva.entities.normal import nominative_phrase
from molva.evaluate.golds import Named, Said
from molva.evaluate.sameness import same_speaker
from molva.quotes.draft import Draft
from molva.quotes.reader import Reading, read
from molva.quotes.who import weights as model
from molva.quotes.who.attribute import Attribution
from molva.quotes.who.candidates import Candidate
from molva.quotes.who.decisions import Decision

FOUND = 0.5  # overlap from which a quote is found, as the evaluation has it
PENALTY, FORM_PENALTY = 0.0025, 0.02  # per example; a form may differ, at a price


@dataclass(frozen=True, slots=True)
class Example:
    """One choice: the form of the source, the facts of each candidate, and which candidates are right."""

    doc: str
    form: str
    facts: list[dict[str, float]]
    right: list[bool]


def examples(docs: Sequence[tuple[Named, Doc]]) -> Iterator[Example]:
    """The choices that the pipeline makes in the gold documents, with their outcome."""
    for gold, doc in docs:
        reading = read(doc)
        said = {id(draft): quote for ratio, draft, quote in matches(gold, reading) if ratio >= FOUND}
        for decision in reading.attribution.decisions.made:
            quote = said.get(id(decision.draft))
            if quote is None:
                continue
            right = [_is_right(reading, decision, c, quote) for c in decision.ranked]
            if any(right):
                yield Example(gold.doc, decision.form, [c.facts for c in decision.ranked], right)


def _is_right(reading: Reading, decision: Decision, candidate: Candidate, quote: Said) -> bool:
    if candidate.chain is None and not candidate.own:
        return quote.speaker is None
    name = (
        candidate.chain.name
        if candidate.chain is not None
        else _own_name(reading.attribution, decision.draft)
    )
    return quote.speaker is not None and same_speaker(quote.speaker, name, person=quote.kind == "person")


def _own_name(attribution: Attribution, draft: Draft) -> str:
    assert draft.source is not None
    assert draft.source_head is not None
    return nominative_phrase(attribution.scene.words, draft.source_head, *draft.source)


def fit(data: Sequence[Example]) -> model.Weights:
    """The weights that make the right candidates most probable."""
    forms = sorted({example.form for example in data})
    names = sorted({name for example in data for facts in example.facts for name in facts})
    number = {name: i for i, name in enumerate(names)}
    width = len(names)
    rows, offsets = [], [0]
    for example in data:
        block = forms.index(example.form) + 1
        for facts in example.facts:
            row = np.zeros(width * (len(forms) + 1))
            for name, value in facts.items():
                row[number[name]] = row[block * width + number[name]] = value
            rows.append(row)
        offsets.append(len(rows))
    table = np.array(rows)
    right = np.array([r for example in data for r in example.right], dtype=float)
    learned = _climb(table, right, np.array(offsets), width)
    parts = learned.reshape(len(forms) + 1, width).round(3)
    return model.Weights(
        named(names, parts[0]), {form: named(names, parts[i + 1]) for i, form in enumerate(forms)}
    )


def _climb(table: Floats, right: Floats, offsets: npt.NDArray[np.int_], width: int) -> Floats:
    """The weights under which the right candidates are most probable; the first ``width`` are shared by all forms."""
    penalty = np.full(table.shape[1], FORM_PENALTY)
    penalty[:width] = PENALTY
    groups = np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))
    count, starts = len(offsets) - 1, offsets[:-1]

    def slope(learned: Floats) -> Floats:
        scores = table @ learned
        scores = np.exp(scores - np.maximum.reduceat(scores, starts)[groups])
        chance = scores / np.add.reduceat(scores, starts)[groups]
        hit = chance * right
        wanted = hit / np.add.reduceat(hit, starts)[groups]
        return table.T @ (wanted - chance) / count - penalty * learned

    return ascend(slope, table.shape[1])


def accuracy(weights: model.Weights, data: Sequence[Example]) -> dict[str, tuple[int, int]]:
    """(right, all) by form of source."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for example in data:
        scores = [weights.score(example.form, facts) for facts in example.facts]
        hit = example.right[scores.index(max(scores))]
        for key in (example.form, "all"):
            counts[key][0] += hit
            counts[key][1] += 1
    return {key: (right, of) for key, (right, of) in sorted(counts.items())}


def crossed(data: Sequence[Example], folds: int) -> dict[str, tuple[int, int]]:
    """Cross-validated (right, all) by form, whole documents left out."""
    docs = sorted({example.doc for example in data})
    total: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for fold in range(folds):
        held = set(docs[fold::folds])
        weights = fit([e for e in data if e.doc not in held])
        for key, (right, of) in accuracy(weights, [e for e in data if e.doc in held]).items():
            total[key][0] += right
            total[key][1] += of
    return {key: (right, of) for key, (right, of) in sorted(total.items())}

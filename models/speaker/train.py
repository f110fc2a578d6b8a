"""Learn what the evidence for a speaker is worth, and how sure molva may be of a quote.

    MOLVA_SHARED=… python models/speaker/train.py          train, measure, compare with what is kept
    MOLVA_SHARED=… python models/speaker/train.py --write  … and keep weights, confidence and scores

Each quote of the gold files whose source names nobody («он», «дипломат», «в сообщении», nothing) is
an example: its candidates with their facts, and which of them is the speaker. The model is a
conditional logistic regression over the candidates, one weight a fact, shared by all forms of
source, and a small correction for each form; it is trained with a quadratic penalty by plain
gradient descent from zero, so that the same data gives the same weights. Since who has spoken before
is itself a fact, training goes in rounds: each one annotates with the weights of the last. The
confidence is a logistic regression over all quotes that were found: was the quote found where the
gold has one (overlap of 0.8), with the same speaker? Figures are cross-validated over documents.
"""

import argparse
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc
from texts import marked, training

import molva
from molva.entities.normal import nominative_phrase
from molva.evaluate.golds import Named, Said, read_documents
from molva.evaluate.sameness import same_speaker
from molva.evaluate.wording import covered, pair, words_of
from molva.quotes import weights as model
from molva.quotes.attribute import Attribution, Decision
from molva.quotes.candidates import Candidate
from molva.quotes.confidence import facts_of, logistic
from molva.quotes.draft import Draft
from molva.quotes.reader import Reading, read

HERE = Path(__file__).parent
ROUNDS = 3
FOUND, CLOSE = 0.5, 0.8  # as the evaluation has them
CONFIDENCE_PENALTY = 0.002
STEPS = 1500
RATE = 0.5
PENALTY, FORM_PENALTY = 0.0025, 0.02  # per example; a form may differ, at a price

Floats = npt.NDArray[np.float64]


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
        said = dict(_paired(gold, reading))
        for decision in reading.attribution.decisions:
            quote = said.get(id(decision.draft))
            if quote is None:
                continue
            right = [_is_right(reading, decision, c, quote) for c in decision.ranked]
            if any(right):
                yield Example(gold.doc, decision.form, [c.facts for c in decision.ranked], right)


def _paired(gold: Named, reading: Reading) -> Iterator[tuple[int, Said]]:
    for ratio, draft, quote in _matches(gold, reading):
        if ratio >= FOUND:
            yield id(draft), quote


def _matches(gold: Named, reading: Reading) -> Iterator[tuple[float, Draft, Said]]:
    """Drafts paired with gold quotes, and how far they overlap."""
    words, scene = words_of(gold.text), reading.scene
    spans = [
        [(scene.words.start[a], scene.words.end[b - 1]) for a, b in draft.parts] for draft in reading.drafts
    ]
    golds = gold.quotes or ()
    for ratio, i, j in pair([covered(words, q.content) for q in golds], [covered(words, s) for s in spans]):
        yield ratio, reading.drafts[j], golds[i]


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
    learned = _descend(table, right, np.array(offsets), width)
    parts = learned.reshape(len(forms) + 1, width).round(3)
    return model.Weights(
        _named(names, parts[0]), {form: _named(names, parts[i + 1]) for i, form in enumerate(forms)}
    )


def _descend(table: Floats, right: Floats, offsets: npt.NDArray[np.int_], width: int) -> Floats:
    penalty = np.full(table.shape[1], FORM_PENALTY)
    penalty[:width] = PENALTY
    groups = np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))
    count, starts = len(offsets) - 1, offsets[:-1]
    learned, speed = np.zeros(table.shape[1]), np.zeros(table.shape[1])
    for _ in range(STEPS):
        scores = table @ learned
        scores = np.exp(scores - np.maximum.reduceat(scores, starts)[groups])
        chance = scores / np.add.reduceat(scores, starts)[groups]
        hit = chance * right
        wanted = hit / np.add.reduceat(hit, starts)[groups]
        slope = table.T @ (wanted - chance) / count - penalty * learned
        speed = 0.9 * speed + slope
        learned = learned + RATE * speed * 0.2
    return learned


def _named(names: Sequence[str], values: Floats) -> dict[str, float]:
    return {name: float(value) for name, value in zip(names, values, strict=True) if value}


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


@dataclass(frozen=True, slots=True)
class Outcome:
    """A quote that was found: the facts its confidence rests on, and whether it was right."""

    doc: str
    facts: dict[str, float]
    right: bool


def outcomes(docs: Sequence[tuple[Named, Doc]]) -> Iterator[Outcome]:
    """Every quote that the pipeline finds in the gold documents, with its outcome."""
    for gold, doc in docs:
        reading = read(doc)
        said = {id(draft): (ratio, quote) for ratio, draft, quote in _matches(gold, reading)}
        for number, draft in enumerate(reading.drafts):
            ratio, quote = said.get(id(draft), (0.0, None))
            chain = reading.speakers[number]
            right = (
                quote is not None
                and ratio >= CLOSE
                and same_speaker(quote.speaker, chain.name if chain else None, person=quote.kind == "person")
            )
            yield Outcome(gold.doc, facts_of(reading.scene, reading.judged(number)), right)


def fit_confidence(data: Sequence[Outcome]) -> dict[str, float]:
    """The weights of the logistic regression."""
    names = sorted({name for outcome in data for name in outcome.facts})
    number = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(data), len(names)))
    for row, outcome in zip(table, data, strict=True):
        for name, value in outcome.facts.items():
            row[number[name]] = value
    right = np.array([outcome.right for outcome in data], dtype=float)
    learned, speed = np.zeros(len(names)), np.zeros(len(names))
    for _ in range(STEPS):
        slope = table.T @ (right - 1 / (1 + np.exp(-(table @ learned)))) / len(data)
        speed = 0.9 * speed + slope - CONFIDENCE_PENALTY * learned
        learned = learned + RATE * speed * 0.2
    return _named(names, learned.round(3))


def judged(weights: Mapping[str, float], data: Sequence[Outcome]) -> list[tuple[float, bool]]:
    """(confidence, right) of each quote."""
    return [
        (logistic(sum(value * weights.get(name, 0.0) for name, value in o.facts.items())), o.right)
        for o in data
    ]


def crossed_confidence(data: Sequence[Outcome], folds: int) -> list[tuple[float, bool]]:
    """(confidence, right) of each quote by weights that have not seen its document."""
    docs = sorted({outcome.doc for outcome in data})
    found: list[tuple[float, bool]] = []
    for fold in range(folds):
        held = set(docs[fold::folds])
        weights = fit_confidence([o for o in data if o.doc not in held])
        found += judged(weights, [o for o in data if o.doc in held])
    return found


def reliability(pairs: Sequence[tuple[float, bool]]) -> dict[str, object]:
    """Shares by tenths of confidence, and the precision of the surest 50, 80 and 100 %."""
    bins: dict[str, list[float]] = {}
    for low in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9):
        high = {0.0: 0.5, 0.9: 1.01}.get(low, low + 0.1)
        inside = [(c, r) for c, r in pairs if low <= c < high]
        if inside:
            mean = sum(c for c, _ in inside) / len(inside)
            share = sum(r for _, r in inside) / len(inside)
            bins[f"{low:.1f}"] = [len(inside), round(mean, 3), round(share, 3)]
    ordered = [right for _, right in sorted(pairs, key=lambda pair: -pair[0])]
    cut = {f"{of} %": ordered[: max(round(len(ordered) * of / 100), 1)] for of in (50, 80, 100)}
    return {"by confidence": bins, "precision at": {k: round(sum(v) / len(v), 3) for k, v in cut.items()}}


def main() -> int:
    """Train, tell the figures, and on request keep the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="keep weights, confidence and scores")
    options = parser.parse_args()
    if "MOLVA_SHARED" not in os.environ:
        print("MOLVA_SHARED names no folder of texts to train on: nothing is trained", file=sys.stderr)
        return 2
    shared = Path(os.environ["MOLVA_SHARED"])
    nlp = molva.load(exclude=["molva_quotes"])
    docs = _annotated(nlp, training(shared))
    learned, data = model.trained(), []
    for number in range(ROUNDS):
        data = list(examples(docs))
        learned = fit(data)
        model.use(learned)
        print(f"round {number + 1} of {ROUNDS}: {len(data)} choices", file=sys.stderr)
    found = list(outcomes(docs))
    confidence = fit_confidence(found)
    scores = {
        "documents": len(docs),
        "choices": len(data),
        "speaker, cross-validated": crossed(data, options.folds),
        "confidence, cross-validated": reliability(crossed_confidence(found, options.folds)),
        **{name: _measured(confidence, _annotated(nlp, golds)) for name, golds in _held(shared).items()},
    }
    print(json.dumps(scores, ensure_ascii=False, indent=1))
    if options.write:
        record = {"shared": dict(learned.shared), "by_form": {f: dict(w) for f, w in learned.by_form.items()}}
        for name, kept in (("weights", record), ("confidence", confidence), ("scores", scores)):
            _keep(HERE / f"{name}.json", kept)
    return 0


def _annotated(nlp: Language, golds: Iterable[Named]) -> list[tuple[Named, Doc]]:
    found = list(golds)
    return list(zip(found, nlp.pipe(gold.text for gold in found), strict=True))


def _held(shared: Path) -> dict[str, list[Named]]:
    """What is never trained on: the dev sets, and the marks on RBC's news."""
    return {
        "dev": read_documents(shared / "gold/quotes/dev.jsonl"),
        "rbc-dev": read_documents(shared / "gold/quotes/rbc-dev.jsonl"),
        "rbc marks": list(marked(shared, "rbc")),
    }


def _measured(confidence: Mapping[str, float], docs: Sequence[tuple[Named, Doc]]) -> dict[str, object]:
    return {
        "speaker": accuracy(model.trained(), list(examples(docs))),
        "confidence": reliability(judged(confidence, list(outcomes(docs)))),
    }


def _keep(path: Path, record: object) -> None:
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

"""Train the network of names: people, places and bodies, by two guidelines over one encoder.

NEREL's names are long («прокуратура Курской области»), factRuEval's are short; each has an output
layer and a chain of its own, and the encoder learns from both.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from chain import chain_loss
from corpora import Named, bounds, entities, held_out
from encoder import Encoder, Lexicon, Neighbours, Settings
from pack import array, encoder_arrays, linear_arrays, write
from torch import Tensor, nn
from training import Task

from molva.networks.crf import best_labels
from molva.networks.memory import lemma_of
from molva.networks.ner import spans_of
from molva.networks.weights import open_weights

LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"]
GUIDELINES = ("nerel", "factru")
SETTINGS = Settings(gaps=(1, 2, 4), memory=True, unknown=0.1, inputs=0.1, narrow=0.3, wide=0.3, scale=0.0)
TOGETHER, EPOCHS, RATE, AVERAGE = 4, 14, 1e-3, 0.998


@dataclass(frozen=True, slots=True)
class Document:
    """A document as numbers."""

    named: Named
    words: Tensor
    labels: Tensor
    groups: Tensor
    capital: Tensor


Batch = tuple[int, list[Document]]


class Names(nn.Module):
    """The encoder, and for each guideline scores of labels and a chain."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.encoder = Encoder(lexicon, "ner", SETTINGS)
        stock = open_weights("natasha").network("ner")
        self.heads, self.chains = nn.ModuleList(), nn.ParameterList()
        for _ in GUIDELINES:  # natasha's labels have a padding in front
            head = nn.Linear(Encoder.width, len(LABELS))
            weight = torch.tensor(stock["head.proj.weight"].T[1:])
            head.weight.data *= 0.1
            head.weight.data[:, : weight.shape[1]] = weight
            head.bias.data = torch.tensor(stock["head.proj.bias"][1:])
            self.heads.append(head)
            self.chains.append(nn.Parameter(torch.tensor(stock["head.crf.transitions"][1:, 1:].copy())))

    def forward(self, documents: Sequence[Document], guideline: int) -> Tensor:
        """Scores of labels, all words of all documents."""
        device = self.heads[0].weight.device
        around = Neighbours([len(document.words) for document in documents], device)
        groups, before = [], 0
        for document in documents:
            groups.append(document.groups + before)
            before += int(document.groups.max()) + 1
        encoded = self.encoder(
            torch.cat([document.words for document in documents]).to(device),
            around,
            torch.cat(groups).to(device),
            torch.cat([document.capital for document in documents]).to(device),
        )
        return self.heads[guideline](encoded)


def task(shared: Path, device: torch.device, _folder: Path) -> Task[Names, Batch]:
    """Read the texts and say how to train on them."""
    lexicon = Lexicon()
    factru, held = held_out(entities(shared / "gold/ner/factru-dev.jsonl"))
    learnt = [_numbers(lexicon, docs) for docs in (entities(shared / "gold/ner/nerel-train.jsonl"), factru)]
    judged = [_numbers(lexicon, docs) for docs in (entities(shared / "gold/ner/nerel-dev.jsonl"), held)]
    lexicon.close(device)

    def batches(_epoch: int) -> list[Batch]:
        shuffled = [random.sample(docs, len(docs)) for docs in learnt]
        return [
            (g, docs[i : i + TOGETHER])
            for g, docs in enumerate(shuffled)
            for i in range(0, len(docs), TOGETHER)
        ]

    def figures(net: Names) -> dict[str, float]:
        told: dict[str, float] = {}
        for guideline, (name, docs) in enumerate(zip(GUIDELINES, judged, strict=True)):
            told |= {f"{name} {label}": value for label, value in score(net, docs, guideline).items()}
        return told

    return Task("names", Names(lexicon).to(device), batches, loss, figures, EPOCHS, RATE, AVERAGE, keep)


def loss(net: Names, batch: Batch) -> Tensor:
    """The loss of the right paths of all sentences."""
    guideline, documents = batch
    scores = net(documents, guideline)
    labels = torch.cat([document.labels for document in documents]).to(scores.device)
    stretches, before = [], 0
    for document in documents:
        stretches += [(before + a, before + b) for a, b in bounds(document.named.sentences)]
        before += len(document.words)
    return chain_loss(scores, labels, net.chains[guideline], stretches)


def score(net: Names, documents: Sequence[Document], guideline: int) -> dict[str, float]:
    """F1 of exact names, all and by label."""
    right = dict.fromkeys(("all", "PER", "LOC", "ORG"), 0)
    either = dict.fromkeys(right, 0)
    for document in documents:
        found = _found(net, document, guideline)
        for label in right:
            gold, guess = (
                {e for e in ents if label in ("all", e[2])} for ents in (document.named.ents, found)
            )
            right[label] += len(gold & guess)
            either[label] += len(gold) + len(guess)
    return {label: 2 * right[label] / max(1, either[label]) for label in right}


def keep(net: Names) -> None:
    """Write the weights."""
    arrays = encoder_arrays(net.encoder)
    for name, head, chain in zip(GUIDELINES, net.heads, net.chains, strict=True):
        arrays |= linear_arrays(f"{name}.proj.", head.weight, head.bias)
        arrays[f"{name}.crf.transitions"] = array(chain)
    write("ner", arrays, LABELS)


def _found(net: Names, document: Document, guideline: int) -> set[tuple[int, int, str]]:
    net.eval()
    with torch.no_grad():
        scores = array(net([document], guideline))
    chain, named = array(net.chains[guideline]), document.named
    found = set()
    for start, end in bounds(named.sentences):
        path = best_labels(scores[start:end], [end - start], chain)
        for a, b, label in spans_of([LABELS[n] for n in path.tolist()]):
            found.add((named.places[start + a][0], named.places[start + b - 1][1], label))
    return found


def _numbers(lexicon: Lexicon, documents: Sequence[Named]) -> list[Document]:
    return [_document(lexicon, named) for named in documents]


def _document(lexicon: Lexicon, named: Named) -> Document:
    seen: dict[str, int] = {}
    groups = [seen.setdefault(lemma_of(word), len(seen)) for word in named.words]
    labels = [LABELS.index(label) for label in named.labels]
    capital = np.array([word[:1].isupper() for word in named.words], np.float32)
    return Document(
        named, lexicon.add(named.words), torch.tensor(labels), torch.tensor(groups), torch.tensor(capital)
    )

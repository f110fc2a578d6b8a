"""Train the network of names: people, places and bodies, by two guidelines over one encoder.

NEREL's names are long («прокуратура Курской области»), factRuEval's are short; each has an output
layer and a chain of its own, and the encoder learns from both. Texts in which nobody has marked names
carry labels drawn from what larger networks believe (`readers.py`), others in each epoch.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import name_beliefs
import numpy as np
import torch
from chain import chain_loss, draw_paths
from corpora import Named, bounds, entities, held_out
from encoder import Encoder, Lexicon, Neighbours, Settings
from pack import array, encoder_arrays, linear_arrays, write
from tags import cut
from torch import Tensor, nn
from torch.nn import functional
from training import Task

from molva.networks.crf import best_labels
from molva.networks.memory import lemma_of
from molva.networks.ner import spans_of
from molva.networks.weights import open_weights

LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"]
GUIDELINES = ("nerel", "factru")
SETTINGS = Settings(gaps=(1, 2, 4), memory=True, unknown=0.1, inputs=0.1, narrow=0.3, wide=0.3, scale=0.0)
TOGETHER, EPOCHS, RATE, AVERAGE = 4, 14, 1e-3, 0.998
BELIEVED = (0.5, 0.2)  # of what the readers believe by each guideline, what an epoch sees
WORDS = 1_500  # in a batch of that


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
    """The encoder, and for each guideline scores of labels and a chain.

    With ``states`` a recurrent layer of so many numbers each way reads the sentences behind the
    encoder; molva does not run such a network, but others learn from it.
    """

    def __init__(self, lexicon: Lexicon, states: int = 0) -> None:
        super().__init__()
        self.encoder = Encoder(lexicon, "ner", SETTINGS)
        self.sentences = (
            nn.LSTM(Encoder.width, states, batch_first=True, bidirectional=True) if states else None
        )
        stock = open_weights("natasha").network("ner")
        self.heads, self.chains = nn.ModuleList(), nn.ParameterList()
        for _ in GUIDELINES:  # natasha's labels have a padding in front
            head = nn.Linear(Encoder.width + 2 * states, len(LABELS))
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
        if self.sentences is not None:
            encoded = torch.cat((encoded, self._read(encoded, [b - a for a, b in stretches(documents)])), 1)
        return self.heads[guideline](encoded)

    def _read(self, encoded: Tensor, sizes: list[int]) -> Tensor:
        padded = nn.utils.rnn.pad_sequence(list(encoded.split(sizes)), batch_first=True)
        packed = nn.utils.rnn.pack_padded_sequence(
            padded, torch.tensor(sizes), batch_first=True, enforce_sorted=False
        )
        read = nn.utils.rnn.pad_packed_sequence(self.sentences(packed)[0], batch_first=True)[0]
        real = torch.arange(read.shape[1]) < torch.tensor(sizes).unsqueeze(1)
        return functional.dropout(read[real.to(read.device)], SETTINGS.wide, self.training)


@dataclass(frozen=True, slots=True)
class Materials:
    """Documents to learn from and to judge by, for each guideline."""

    learnt: list[list[Document]]
    judged: list[list[Document]]

    def batches(self, _epoch: int) -> list[Batch]:
        """All documents to learn from, a few together."""
        shuffled = [random.sample(docs, len(docs)) for docs in self.learnt]
        return [
            (g, docs[i : i + TOGETHER])
            for g, docs in enumerate(shuffled)
            for i in range(0, len(docs), TOGETHER)
        ]


def materials(shared: Path, lexicon: Lexicon) -> Materials:
    """Read the gold files."""
    factru, held = held_out(entities(shared / "gold/ner/factru-dev.jsonl"))
    learnt, judged = (entities(shared / f"gold/ner/nerel-{part}.jsonl") for part in ("train", "dev"))
    return Materials(
        [numbers(lexicon, docs) for docs in (learnt, factru)],
        [numbers(lexicon, docs) for docs in (judged, held)],
    )


def task(shared: Path, device: torch.device, folder: Path) -> Task[Names, Batch]:
    """Read the texts and what the readers believe, and say how to train on them."""
    lexicon = Lexicon()
    gold = materials(shared, lexicon)
    chains, told = name_beliefs.read(folder)
    pools: list[list[tuple[Document, Tensor]]] = [[] for _ in GUIDELINES]
    for belief in told:
        document = _document(lexicon, belief.document)
        pools[belief.guideline].append((document, belief.scores))
    lexicon.close(device)

    def batches(epoch: int) -> list[Batch]:
        drawn = [
            (g, [_drawn(document, scores, chains[g]) for document, scores in some])
            for g, (pool, share) in enumerate(zip(pools, BELIEVED, strict=True))
            for some in cut(random.sample(pool, int(share * len(pool))), WORDS, size=_length)
        ]
        return gold.batches(epoch) + drawn

    return Task(
        "names", Names(lexicon).to(device), batches, loss, lambda net: figures(net, gold), EPOCHS, RATE, AVERAGE, keep
    )  # fmt: skip


def figures(net: nn.Module, gold: Materials) -> dict[str, float]:
    """What the network scores by each guideline."""
    return {
        f"{name} {label}": value
        for guideline, (name, docs) in enumerate(zip(GUIDELINES, gold.judged, strict=True))
        for label, value in score(net, docs, guideline).items()
    }


def loss(net: Names, batch: Batch) -> Tensor:
    """The loss of the right paths of all sentences."""
    guideline, documents = batch
    scores = net(documents, guideline)
    labels = torch.cat([document.labels for document in documents]).to(scores.device)
    return chain_loss(scores, labels, net.chains[guideline], stretches(documents))


def stretches(documents: Sequence[Document]) -> list[tuple[int, int]]:
    """The sentences of documents, as half-open stretches of the words of all of them."""
    found, before = [], 0
    for document in documents:
        found += [(before + a, before + b) for a, b in bounds(document.named.sentences)]
        before += len(document.words)
    return found


def score(net: nn.Module, documents: Sequence[Document], guideline: int) -> dict[str, float]:
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


def _found(net: nn.Module, document: Document, guideline: int) -> set[tuple[int, int, str]]:
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


def numbers(lexicon: Lexicon, documents: Sequence[Named]) -> list[Document]:
    """Documents as numbers."""
    return [_document(lexicon, named) for named in documents]


def _drawn(document: Document, scores: Tensor, chain: Tensor) -> Document:
    """A document with labels drawn as often as the readers believe in them."""
    return replace(document, labels=draw_paths(scores, chain, stretches([document])))


def _length(pair: tuple[Document, Tensor]) -> int:
    return len(pair[0].words)


def _document(lexicon: Lexicon, named: Named) -> Document:
    seen: dict[str, int] = {}
    groups = [seen.setdefault(lemma_of(word), len(seen)) for word in named.words]
    labels = [LABELS.index(label) for label in named.labels]
    capital = np.array([word[:1].isupper() for word in named.words], np.float32)
    return Document(
        named, lexicon.add(named.words), torch.tensor(labels), torch.tensor(groups), torch.tensor(capital)
    )

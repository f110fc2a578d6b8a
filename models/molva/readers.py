"""Readers of names: larger networks, a few together, from which the network of names learns.

They never run in molva. Each is the network of names with a recurrent layer over the sentence behind
it; they differ by where they start, and what they say is averaged. They learn from gold, and tell
what they believe of texts in which nobody has marked names, and of each guideline's texts by the
other guideline.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import name_beliefs
import names
import torch
from corpora import raw_documents
from encoder import Lexicon
from tags import cut
from torch import Tensor, nn
from training import Task

MEMBERS, STATES = 3, 128
EPOCHS, RATE, AVERAGE = 12, 1e-3, 0.998
TOGETHER = 3_000  # words of which they tell at once


class Readers(nn.Module):
    """The networks, and their average."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.members = nn.ModuleList([names.Names(lexicon, STATES) for _ in range(MEMBERS)])

    @property
    def chains(self) -> list[Tensor]:
        """The mean chain of each guideline."""
        return [
            torch.stack(list(each)).mean(0)
            for each in zip(*(member.chains for member in self.members), strict=True)
        ]

    def forward(self, documents: Sequence[names.Document], guideline: int) -> Tensor:
        """The mean scores of labels, all words of all documents."""
        return torch.stack([member(documents, guideline) for member in self.members]).mean(0)


def task(shared: Path, device: torch.device, folder: Path) -> Task[Readers, names.Batch]:
    """Read the texts and say how to train on them."""
    lexicon = Lexicon()
    materials = names.materials(shared, lexicon)
    raw = names.numbers(lexicon, raw_documents(shared))
    lexicon.close(device)

    def tell(net: Readers) -> None:
        told = [
            belief
            for guideline, others in enumerate(reversed(materials.learnt))
            for documents in cut((*raw, *others), TOGETHER)
            for belief in _beliefs(net, documents, guideline)
        ]
        name_beliefs.write(folder, [chain.detach().cpu() for chain in net.chains], told)

    return Task(
        "readers",
        Readers(lexicon).to(device),
        materials.batches,
        lambda net, batch: sum((names.loss(member, batch) for member in net.members), torch.zeros(())),
        lambda net: names.figures(net, materials),
        EPOCHS,
        RATE,
        AVERAGE,
        tell,
    )


def _beliefs(
    net: Readers, documents: Sequence[names.Document], guideline: int
) -> Iterable[name_beliefs.Belief]:
    net.eval()
    with torch.no_grad():
        scores = net(documents, guideline).cpu().half()
    parts = scores.split([len(document.words) for document in documents])
    for document, own in zip(documents, parts, strict=True):
        yield name_beliefs.Belief(document.named.words, document.named.sentences, guideline, own.clone())

"""Train the network of trees: heads and relations.

Gold trees come from Taiga, 43,557 words. It also reads raw sentences, where the target is what the
teacher believes (distillation; Hinton et al. 2015).
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import beliefs
import torch
from beliefs import Belief
from corpora import Sentence, treebank, words_of
from encoder import STOCK, Encoder, Lexicon, Neighbours, Settings
from pack import array, encoder_arrays, linear_arrays, write
from tags import cut
from torch import Tensor, nn
from torch.nn import functional
from training import Task

from molva.evaluate.grammar import plain
from molva.networks.weights import open_weights

SETTINGS = Settings(gaps=(1, 2, 4, 8), inner=64, unknown=0.1)
HIDDEN, STOCK_HIDDEN = 64, 32
TOGETHER = 1_000  # words in a batch
BELIEVED = 0.35  # of the raw sentences, what an epoch sees
EPOCHS, RATE, AVERAGE = 14, 1e-3, 0.99
NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with gold heads and relations, or with what the teacher believes of it."""

    words: Tensor
    heads: Tensor
    relations: Tensor
    believed: Belief | None = None


Batch = list[Example]


class Pairing(nn.Module):
    """Scores between a dependent and a head (biaffine; Dozat and Manning 2017), one an output."""

    def __init__(self, prefix: str, outputs: int) -> None:
        super().__init__()
        stock = {key: torch.tensor(v) for key, v in open_weights(STOCK).network("syntax").items()}
        self.outputs = outputs
        self.head, self.tail = nn.Linear(Encoder.width, HIDDEN), nn.Linear(Encoder.width, HIDDEN)
        for layer, name in ((self.head, "head"), (self.tail, "tail")):
            weight = stock[f"{prefix}.{name}.proj.weight"]
            layer.weight.data[:STOCK_HIDDEN] = 0
            layer.weight.data[:STOCK_HIDDEN, : len(weight)] = weight.T
            layer.bias.data[:STOCK_HIDDEN] = stock[f"{prefix}.{name}.proj.bias"]
        root = stock[f"{prefix}.root"]
        self.root = nn.Parameter(torch.cat((root, torch.zeros(Encoder.width - len(root)))))
        kernel = torch.zeros(HIDDEN, outputs, HIDDEN)
        kernel[:STOCK_HIDDEN, :, :STOCK_HIDDEN] = stock[f"{prefix}.kernel"].reshape(
            STOCK_HIDDEN, outputs, STOCK_HIDDEN
        )
        kernel[STOCK_HIDDEN:, :, STOCK_HIDDEN:] = 0.01 * torch.randn(
            HIDDEN - STOCK_HIDDEN, outputs, HIDDEN - STOCK_HIDDEN
        )
        self.kernel = nn.Parameter(kernel)

    def all(self, x: Tensor) -> Tensor:
        """Every word with the root and every word: sentences x words x (1 + words)."""
        ahead = functional.relu(self.head(x))
        behind = functional.relu(self.tail(self._rooted(x)))
        return torch.einsum("bid,de,bje->bij", ahead, self.kernel[:, 0], behind)

    def chosen(self, x: Tensor, heads: Tensor) -> Tensor:
        """Every word with its head: sentences x words x outputs."""
        rooted = self._rooted(x)
        above = rooted.gather(1, heads.unsqueeze(2).expand(-1, -1, x.shape[2]))
        ahead = functional.relu(self.head(above)) @ self.kernel.reshape(HIDDEN, -1)
        table = ahead.reshape(*ahead.shape[:2], self.outputs, HIDDEN)
        return torch.einsum("bnrh,bnh->bnr", table, functional.relu(self.tail(x)))

    def _rooted(self, x: Tensor) -> Tensor:
        return torch.cat((self.root.expand(len(x), 1, -1), x), 1)

    def arrays(self, prefix: str) -> dict[str, object]:
        """By the names that `molva.networks.syntax` reads."""
        kernel = array(self.kernel).reshape(HIDDEN, -1)
        return {
            **linear_arrays(f"{prefix}.head.proj.", self.head.weight, self.head.bias),
            **linear_arrays(f"{prefix}.tail.proj.", self.tail.weight, self.tail.bias),
            f"{prefix}.root": array(self.root),
            f"{prefix}.kernel": kernel,
        }


class Trees(nn.Module):
    """The encoder, scores of heads, scores of relations."""

    def __init__(self, lexicon: Lexicon, labels: Sequence[str]) -> None:
        super().__init__()
        self.labels = list(labels)
        self.encoder = Encoder(lexicon, "syntax", SETTINGS)
        self.heads, self.relations = Pairing("head", 1), Pairing("rel", len(labels))

    def encode(self, sentences: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
        """Words in context, padded to the longest sentence, and which places are words."""
        device = self.heads.root.device
        sizes = [len(words) for words in sentences]
        flat = self.encoder(torch.cat(list(sentences)).to(device), Neighbours(sizes, device))
        padded = nn.utils.rnn.pad_sequence(list(flat.split(sizes)), batch_first=True)
        real = torch.arange(max(sizes), device=device) < torch.tensor(sizes, device=device).unsqueeze(1)
        return padded, real

    def arcs(self, x: Tensor, real: Tensor) -> Tensor:
        """Scores of heads; no word is its own head."""
        scores = self.heads.all(x)
        possible = torch.cat((real.new_ones(len(real), 1), real), 1).unsqueeze(1)
        own = torch.eye(x.shape[1], x.shape[1] + 1, dtype=torch.bool, device=x.device).roll(1, 1)
        return scores.masked_fill(~possible | own, NEVER)


def task(shared: Path, device: torch.device, folder: Path) -> Task[Trees, Batch]:
    """Read treebanks and what the teacher believes, and say how to train on them."""
    labels = open_weights(STOCK).labels("syntax")
    taiga = treebank(shared / "gold/ud/taiga-train-2020.conllu.gz")
    judged = {name: treebank(shared / f"gold/ud/{name}-dev.conllu.gz") for name in ("taiga", "gsd")}
    lexicon = Lexicon()
    gold = [_gold(lexicon, sentence, labels) for sentence in taiga]
    silver = [_believed(lexicon, one) for one in beliefs.read(folder)]
    for sentences in judged.values():
        for sentence in sentences:
            lexicon.add(words_of(sentence))
    lexicon.close(device)
    net = Trees(lexicon, labels).to(device)
    net.encoder.calm([example.words.to(device) for example in gold[:200]])

    def batches(_epoch: int) -> list[Batch]:
        some = random.sample(silver, int(BELIEVED * len(silver)))
        return [batch for part in (gold, some) for batch in _by_length(part)]

    def loss(net: Trees, batch: Batch) -> Tensor:
        return _gold_loss(net, batch) if batch[0].believed is None else _silver_loss(net, batch)

    def figures(net: Trees) -> dict[str, float]:
        told: dict[str, float] = {}
        for name, sentences in judged.items():
            told |= {f"{name}-dev {m}": v for m, v in score(net, lexicon, sentences).items()}
        return told

    return Task("trees", net, batches, loss, figures, EPOCHS, RATE, AVERAGE, keep)


def keep(net: Trees) -> None:
    """Write the weights."""
    arrays = encoder_arrays(net.encoder) | net.heads.arrays("head") | net.relations.arrays("rel")
    write("syntax", arrays, net.labels)


def score(net: Trees, lexicon: Lexicon, sentences: Sequence[Sentence]) -> dict[str, float]:
    """UAS and LAS (without subtypes) of the best head a word; the pipeline makes trees of the scores."""
    net.eval()
    heads_right = both_right = total = 0
    for group in cut(sorted(sentences, key=lambda s: len(s.rows)), 2 * TOGETHER, size=lambda s: len(s.rows)):
        with torch.no_grad():
            x, real = net.encode([lexicon.add(words_of(sentence)) for sentence in group])
            heads = net.arcs(x, real).argmax(2)
            relations = net.relations.chosen(x, heads).argmax(2).tolist()
        for sentence, own_heads, own_relations in zip(group, heads.tolist(), relations, strict=True):
            for row, head, relation in zip(sentence.rows, own_heads, own_relations, strict=False):
                label = net.labels[relation] if head else "root"
                total += 1
                heads_right += head == row.head
                both_right += head == row.head and plain(label) == plain(row.deprel)
    return {"UAS": heads_right / total, "LAS": both_right / total}


def relations_of(sentence: Sentence, labels: Sequence[str]) -> Tensor:
    """The numbers of gold relations; a subtype that natasha does not know is its relation."""
    places = {label: n for n, label in enumerate(labels)}
    return torch.tensor(
        [places.get(r.deprel, places.get(plain(r.deprel), places["dep"])) for r in sentence.rows]
    )


def _gold(lexicon: Lexicon, sentence: Sentence, labels: Sequence[str]) -> Example:
    heads = torch.tensor([row.head for row in sentence.rows])
    return Example(lexicon.add(words_of(sentence)), heads, relations_of(sentence, labels))


def _believed(lexicon: Lexicon, told: Belief) -> Example:
    return Example(lexicon.add(told.words), told.arcs.argmax(1), told.relations.argmax(1), told)


def _by_length(examples: Sequence[Example]) -> list[Batch]:
    """Batches of sentences of about one length, so that little is padded."""
    shuffled = random.sample(list(examples), len(examples))
    return list(cut(sorted(shuffled, key=lambda example: len(example.words)), TOGETHER))


def _gold_loss(net: Trees, batch: Batch) -> Tensor:
    x, real = net.encode([example.words for example in batch])
    heads, relations = (_padded(batch, part).to(x.device) for part in ("heads", "relations"))
    arcs = functional.cross_entropy(net.arcs(x, real)[real], heads[real])
    return arcs + functional.cross_entropy(net.relations.chosen(x, heads)[real], relations[real])


def _silver_loss(net: Trees, batch: Batch) -> Tensor:
    x, real = net.encode([example.words for example in batch])
    told = [example.believed for example in batch if example.believed]
    longest = real.shape[1]
    arcs = [
        functional.pad(one.arcs.float(), (0, longest + 1 - one.arcs.shape[1]), value=NEVER) for one in told
    ]
    relations = torch.cat([one.relations for one in told]).float().to(x.device)
    heads = _padded(batch, "heads").to(x.device)
    return believing(net.arcs(x, real)[real], torch.cat(arcs).to(x.device)) + believing(
        net.relations.chosen(x, heads)[real], relations
    )


def _padded(batch: Batch, part: str) -> Tensor:
    return nn.utils.rnn.pad_sequence([getattr(example, part) for example in batch], batch_first=True)


def believing(scores: Tensor, target: Tensor) -> Tensor:
    """Cross entropy with what is believed."""
    return -(torch.softmax(target, 1) * functional.log_softmax(scores, 1)).sum(1).mean()

"""The teacher: larger networks that learn tags and trees together, and from which the small ones learn.

They never run in molva. Each reads what natasha's networks see in a sentence (the outputs of their
encoders), so that it begins where they end, and a recurrent layer reads the whole sentence (BiLSTM
with biaffine scores; Dozat and Manning 2017). They differ by where they start, and what they say is
averaged. Gold comes from Taiga; on raw sentences the targets are what natasha believes, in
OpenCorpora without the tags that its own tag rules out.

`beliefs.py` keeps what the trained teacher thinks of raw sentences.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

import beliefs
import numpy as np
import numpy.typing as npt
import torch
from beliefs import Belief
from corpora import Sentence, opencorpora, raw_sentences, treebank, words_of
from encoder import STOCK, VECTOR, Lexicon
from tags import Tags, believed, cut, labels_of, masks_of
from tagsets import Tagset
from torch import Tensor, nn
from torch.nn import functional
from training import Task
from trees import NEVER, believing, relations_of

from molva.evaluate.grammar import score_readings
from molva.networks.dictionary import NAMES
from molva.networks.encoder import Encoder as StockEncoder
from molva.networks.inputs import open_inputs
from molva.networks.morph import read_tag
from molva.networks.weights import open_weights

MEMBERS = 3
STATES = 128  # of the recurrent layers, each way
SHAPE, READ, TAGGED, ARC, RELATION = 30, 300, 256, 160, 80
SEEN = 128  # natasha's tagger and parser, 64 numbers each
TOGETHER = 1_000  # words in a batch
OPENCORPORA, RAW = 25_000, 20_000  # words an epoch sees besides Taiga
SHORTEST, LONGEST = 3, 60  # words of a raw sentence
TOLD = {"opencorpora": 400_000, "raw": 700_000}  # words of which the teacher tells what it believes
EPOCHS, RATE, AVERAGE = 14, 2e-3, 0.99
LEAK = 0.1
Halves = npt.NDArray[np.float16]


@dataclass(slots=True)
class Example:
    """A sentence, what natasha sees in it, and what is known of it."""

    words: Tensor
    seen: Halves
    tags: Tensor | None = None
    shares: Tensor | None = None
    heads: Tensor | None = None
    relations: Tensor | None = None


Batch = list[Example]


class Pairing(nn.Module):
    """Biaffine scores between a dependent and a head, with a bias for each."""

    def __init__(self, width: int, hidden: int, outputs: int) -> None:
        super().__init__()
        self.outputs = outputs
        self.dependent, self.head = nn.Linear(width, hidden), nn.Linear(width, hidden)
        self.root = nn.Parameter(torch.zeros(width))
        self.kernel = nn.Parameter(torch.randn(outputs, hidden + 1, hidden + 1) * 0.02)

    def all(self, x: Tensor) -> Tensor:
        """Every word with the root and every word."""
        below, above = self._parts(x)
        return below @ self.kernel[0] @ above.transpose(1, 2)

    def chosen(self, x: Tensor, heads: Tensor) -> Tensor:
        """Every word with its head, one score an output."""
        below, above = self._parts(x)
        above = above.gather(1, heads.unsqueeze(2).expand(-1, -1, above.shape[2]))
        sentences, words, width = below.shape
        table = below.reshape(-1, width) @ self.kernel.permute(1, 0, 2).reshape(width, -1)
        return (table.view(sentences, words, self.outputs, width) @ above.unsqueeze(3)).squeeze(3)

    def _parts(self, x: Tensor) -> tuple[Tensor, Tensor]:
        rooted = torch.cat((self.root.expand(len(x), 1, -1), x), 1)
        return self._hidden(self.dependent(x)), self._hidden(self.head(rooted))

    def _hidden(self, x: Tensor) -> Tensor:
        x = functional.dropout(functional.leaky_relu(x, LEAK), 0.33, self.training)
        return torch.cat((x, x.new_ones(*x.shape[:2], 1)), 2)


class Member(nn.Module):
    """Tags, heads and relations over one recurrent encoder."""

    def __init__(self, lexicon: Lexicon, tags: Sequence[str], relations: Sequence[str]) -> None:
        super().__init__()
        self.lexicon, self.labels, self.relation_labels = lexicon, list(tags), list(relations)
        self.shape = nn.Embedding(int(lexicon.shapes.max()) + 1, SHAPE)
        self.read = nn.Linear(VECTOR + len(NAMES) + SHAPE + SEEN, READ)
        self.seen = nn.BatchNorm1d(SEEN, affine=False, momentum=None)
        self.layers = nn.ModuleList(
            [nn.LSTM(width, STATES, batch_first=True, bidirectional=True) for width in (READ, 2 * STATES)]
        )
        width = 2 * STATES + READ
        self.tag_hidden, self.tag_scores = nn.Linear(width, TAGGED), nn.Linear(TAGGED, len(tags))
        self.arc, self.relation = Pairing(width, ARC, 1), Pairing(width, RELATION, len(relations))

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Words in context, padded to the longest sentence, and which places are words."""
        sizes = torch.tensor([len(example.words) for example in batch])
        inputs = nn.utils.rnn.pad_sequence(list(self._inputs(batch).split(sizes.tolist())), batch_first=True)
        x = inputs
        for layer in self.layers:
            packed = nn.utils.rnn.pack_padded_sequence(x, sizes, batch_first=True, enforce_sorted=False)
            x = self._drop(nn.utils.rnn.pad_packed_sequence(layer(packed)[0], batch_first=True)[0], 0.33)
        real = torch.arange(inputs.shape[1]) < sizes.unsqueeze(1)
        return torch.cat((x, inputs), 2), real.to(x.device)

    def tags(self, x: Tensor) -> Tensor:
        """Scores of tags."""
        hidden = functional.leaky_relu(self.tag_hidden(x), LEAK)
        return self.tag_scores(functional.dropout(hidden, 0.33, self.training))

    def arcs(self, x: Tensor, real: Tensor) -> Tensor:
        """Scores of heads; no word is its own head."""
        return self.arc.all(x).masked_fill(impossible(real), NEVER)

    def _inputs(self, batch: Batch) -> Tensor:
        device = self.lexicon.inputs.device
        words = torch.cat([example.words for example in batch]).to(device)
        rows = self.lexicon.inputs[words]
        vectors, marks = rows[:, :VECTOR], rows[:, VECTOR:]
        if self.training:
            vectors = torch.where(
                torch.rand(len(vectors), 1, device=device) < 0.12, self.lexicon.unknown, vectors
            )
        seen = np.concatenate([example.seen for example in batch]).astype(np.float32)
        parts = (
            self._drop(vectors, 0.2),
            self.shape(self.lexicon.shapes[words]),
            self._drop(marks, 0.2),
            self._drop(self.seen(torch.tensor(seen, device=device)), 0.3),
        )
        return self._drop(functional.leaky_relu(self.read(torch.cat(parts, 1)), LEAK), 0.25)

    def _drop(self, x: Tensor, share: float) -> Tensor:
        return functional.dropout(x, share, self.training)


class Teacher(nn.Module):
    """The networks, and what they say together: the mean of their scores."""

    def __init__(self, lexicon: Lexicon, tags: Sequence[str], relations: Sequence[str]) -> None:
        super().__init__()
        self.labels, self.relation_labels = list(tags), list(relations)
        self.members = nn.ModuleList([Member(lexicon, tags, relations) for _ in range(MEMBERS)])

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores of tags, of heads and of the best heads' relations, padded; and which places are words."""
        read = [member(batch) for member in self.members]
        together = [(member, x, real) for member, (x, real) in zip(self.members, read, strict=True)]
        tags = _mean([member.tags(x) for member, x, _ in together])
        arcs = _mean([member.arcs(x, real) for member, x, real in together])
        heads = arcs.argmax(2)
        relations = _mean([member.relation.chosen(x, heads) for member, x, _ in together])
        return tags, arcs, relations, read[0][1]


def _mean(scores: Sequence[Tensor]) -> Tensor:
    return torch.stack(list(scores)).mean(0)


class Stock:
    """What natasha's networks see in sentences, and which trees they believe in."""

    def __init__(self, device: torch.device) -> None:
        weights = open_weights(STOCK)
        arrays = {name: weights.network(name) for name in ("morph", "syntax")}
        self._encoders = [StockEncoder(one, open_inputs(weights, one)) for one in arrays.values()]
        self._arrays = {key: torch.tensor(value, device=device) for key, value in arrays["syntax"].items()}

    def examples(self, lexicon: Lexicon, sentences: Sequence[Sequence[str]]) -> Iterable[Example]:
        """Sentences with what is seen in them."""
        for start in range(0, len(sentences), 200):
            some = sentences[start : start + 200]
            seen = np.hstack([encoder.encode(some) for encoder in self._encoders]).astype(np.float16)
            cuts = np.cumsum([len(words) for words in some])[:-1]
            for words, part in zip(some, np.split(seen, cuts), strict=True):
                yield Example(lexicon.add(words), part)

    def trees(self, batch: Batch, real: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of arcs, the best heads, and scores of their relations."""
        parts = [torch.tensor(example.seen[:, 64:].astype(np.float32)) for example in batch]
        x = nn.utils.rnn.pad_sequence(parts, batch_first=True).to(real.device)
        arcs = (
            self._hidden("head.head", x)
            @ self._arrays["head.kernel"]
            @ self._hidden("head.tail", self._rooted("head", x)).transpose(1, 2)
        )
        arcs = arcs.masked_fill(impossible(real), NEVER)
        heads = arcs.argmax(2)
        above = self._rooted("rel", x).gather(1, heads.unsqueeze(2).expand(-1, -1, x.shape[2]))
        table = (self._hidden("rel.head", above) @ self._arrays["rel.kernel"]).view(*heads.shape, -1, 32)
        return arcs, heads, torch.einsum("bnrh,bnh->bnr", table, self._hidden("rel.tail", x))

    def _rooted(self, prefix: str, x: Tensor) -> Tensor:
        return torch.cat((self._arrays[f"{prefix}.root"].expand(len(x), 1, -1), x), 1)

    def _hidden(self, prefix: str, x: Tensor) -> Tensor:
        return functional.relu(
            x @ self._arrays[f"{prefix}.proj.weight"] + self._arrays[f"{prefix}.proj.bias"]
        )


@dataclass(frozen=True, slots=True)
class Materials:
    """What the teacher learns from and is judged by."""

    gold: list[Example]
    opencorpora: list[Example]
    raw: list[Example]
    judged: dict[str, list[tuple[Example, Sentence]]]
    texts: dict[str, list[Sequence[str]]]  # the words of the raw sentences
    told: list[tuple[str, str]]  # OpenCorpora's tag of each of its words


def task(shared: Path, device: torch.device, folder: Path) -> Task[Teacher, Batch]:
    """Read treebanks and raw text, and say how to train on them."""
    lexicon, stock = Lexicon(), Stock(device)
    relations = open_weights(STOCK).labels("syntax")
    gold = treebank(shared / "gold/ud/taiga-train-2020.conllu.gz")
    labels = labels_of(gold)
    learnt = opencorpora(shared)[0]
    raw = [words for words in raw_sentences(shared) if SHORTEST <= len(words) <= LONGEST]
    judged = {name: treebank(shared / f"gold/ud/{name}-dev.conllu.gz") for name in ("taiga", "gsd")}
    for words in (*map(words_of, (*gold, *learnt, *judged["taiga"], *judged["gsd"])), *raw):
        lexicon.add(words)
    lexicon.close(device)
    first = Tags(lexicon, labels).to(device)
    first.encoder.calm([lexicon.add(words_of(sentence)).to(device) for sentence in gold[:200]])
    shares = believed(first, lexicon, learnt, Tagset(labels))
    fitting = [
        (sentence, example, tags.tags, tags.shares.half().float())
        for sentence, example, tags in zip(learnt, stock.examples(lexicon, [*map(words_of, learnt)]), shares, strict=True)
        if SHORTEST <= len(sentence.rows) <= LONGEST
    ]  # fmt: skip
    materials = Materials(
        [_gold(e, s, labels, relations) for e, s in _with_examples(stock, lexicon, gold)],
        [Example(example.words, example.seen, tags, share) for _, example, tags, share in fitting],
        list(stock.examples(lexicon, raw)),
        {name: list(_with_examples(stock, lexicon, sentences)) for name, sentences in judged.items()},
        {"opencorpora": [words_of(sentence) for sentence, *_ in fitting], "raw": raw},
        [(row.upos, row.feats) for sentence, *_ in fitting for row in sentence.rows],
    )
    torch.manual_seed(torch.initial_seed())
    net = Teacher(lexicon, labels, relations).to(device)

    def batches(_epoch: int) -> list[Batch]:
        parts = [by_length(materials.gold)]
        parts += [by_length(_some(materials.opencorpora, OPENCORPORA)), by_length(_some(materials.raw, RAW))]
        return [batch for part in parts for batch in part]

    def figures(net: Teacher) -> dict[str, float]:
        return {
            f"{name}-dev {measure}": value
            for name, examples in materials.judged.items()
            for measure, value in score(net, examples).items()
        }

    def tell(net: Teacher) -> None:
        beliefs.write(folder, _tell(net, materials))

    return Task(
        "teacher", net, batches, lambda net, batch: sum(loss(one, stock, batch) for one in net.members), figures,
        EPOCHS, RATE, AVERAGE, course=_course, betas=(0.9, 0.95), keep=tell,
    )  # fmt: skip


def loss(net: Member, stock: Stock, batch: Batch) -> Tensor:
    """Cross entropies with gold, and with what natasha believes where there is none."""
    x, real = net(batch)
    total = x.new_zeros(())
    if batch[0].tags is not None:
        scores = functional.log_softmax(net.tags(x)[real], 1)
        tags, shares = (
            torch.cat([getattr(example, part) for example in batch]).to(x.device)
            for part in ("tags", "shares")
        )
        total = total - (shares * scores.gather(1, tags)).sum() / len(scores)
    arcs = net.arcs(x, real)[real]
    if batch[0].heads is not None:
        heads, relations = (
            nn.utils.rnn.pad_sequence([getattr(example, part) for example in batch], batch_first=True).to(
                x.device
            )
            for part in ("heads", "relations")
        )
        related = functional.cross_entropy(net.relation.chosen(x, heads)[real], relations[real])
        return total + functional.cross_entropy(arcs, heads[real]) + related
    target, heads, related = stock.trees(batch, real)
    return total + 0.5 * (
        believing(arcs, target[real]) + believing(net.relation.chosen(x, heads)[real], related[real])
    )


def score(net: Teacher, examples: Sequence[tuple[Example, Sentence]]) -> dict[str, float]:
    """Shares of right parts of speech, features, heads, and heads with relations; the best of each word."""
    net.eval()
    read = []
    for group in cut(sorted(examples, key=_length), 2 * TOGETHER, size=_length):
        with torch.no_grad():
            scores = net([example for example, _ in group])
        tags, heads, relations = (one.argmax(2) for one in scores[:3])
        for n, (_, sentence) in enumerate(group):
            size = len(sentence.rows)
            read.append(
                (
                    sentence,
                    [read_tag(net.labels[tag]) for tag in tags[n, :size].tolist()],
                    heads[n, :size].tolist(),
                    [net.relation_labels[relation] for relation in relations[n, :size].tolist()],
                )
            )
    return score_readings(read)


def impossible(real: Tensor) -> Tensor:
    """Heads that no word can have: places that are no words, and the word itself."""
    words = real.shape[1]
    possible = torch.cat((real.new_ones(len(real), 1), real), 1).unsqueeze(1)
    return ~possible | torch.eye(words, words + 1, dtype=torch.bool, device=real.device).roll(1, 1)


def by_length(examples: Sequence[Example]) -> list[Batch]:
    """Batches of sentences of about one length, so that little is padded."""
    shuffled = random.sample(list(examples), len(examples))
    return list(cut(sorted(shuffled, key=lambda example: len(example.words)), TOGETHER))


def _tell(net: Teacher, materials: Materials) -> Iterable[Belief]:
    """What the teacher believes of some of the raw sentences."""
    net.eval()
    masks = masks_of(Tagset(net.labels), materials.told, len(net.labels))
    starts = np.cumsum([0, *(len(words) for words in materials.texts["opencorpora"])]).tolist()
    for n, (tags, arcs, relations) in _read(net, materials.opencorpora, TOLD["opencorpora"]):
        mask = torch.stack([masks[tag] for tag in materials.told[starts[n] : starts[n + 1]]])
        text = materials.texts["opencorpora"][n]
        yield beliefs.belief(text, tags.masked_fill(~mask, NEVER), arcs, relations)
    for n, scores in _read(net, materials.raw, TOLD["raw"]):
        yield beliefs.belief(materials.texts["raw"][n], *scores)


def _read(
    net: Teacher, pool: Sequence[Example], words: int
) -> Iterable[tuple[int, tuple[Tensor, Tensor, Tensor]]]:
    """The numbers of sentences of about so many words, with scores of tags, arcs and relations."""
    mean = sum(len(example.words) for example in pool) / len(pool)
    draw = random.Random(0)  # noqa: S311 - the same sentences, wherever the training was interrupted
    numbers = draw.sample(range(len(pool)), min(len(pool), int(words / mean)))
    for group in cut(sorted((len(pool[n].words), n) for n in numbers), TOGETHER, size=itemgetter(0)):
        with torch.no_grad():
            tags, arcs, relations, _ = (scores.cpu() for scores in net([pool[n] for _, n in group]))
        for k, (size, n) in enumerate(group):
            yield n, (tags[k, :size], arcs[k, :size, : size + 1], relations[k, :size])


def _gold(example: Example, sentence: Sentence, labels: Sequence[str], relations: Sequence[str]) -> Example:
    places = {label: n for n, label in enumerate(labels)}
    tags = [places[row.upos if row.feats == "_" else f"{row.upos}|{row.feats}"] for row in sentence.rows]
    return Example(
        example.words,
        example.seen,
        torch.tensor(tags).unsqueeze(1),
        torch.ones(len(tags), 1),
        torch.tensor([row.head for row in sentence.rows]),
        relations_of(sentence, relations),
    )


def _with_examples(
    stock: Stock, lexicon: Lexicon, sentences: Sequence[Sentence]
) -> Iterable[tuple[Example, Sentence]]:
    return zip(stock.examples(lexicon, [words_of(s) for s in sentences]), sentences, strict=True)


def _some(pool: Sequence[Example], words: int) -> list[Example]:
    """About so many words."""
    mean = sum(len(example.words) for example in pool[:2000]) / 2000
    return random.sample(list(pool), int(words / mean))


def _course(step: int, total: int) -> float:
    """The share of the rate: up for 100 steps, then down to nothing."""
    return min(1.0, (step + 1) / 100) * max(0.01, 1 - step / total)


def _length(pair: tuple[Example, Sentence]) -> int:
    return len(pair[1].rows)

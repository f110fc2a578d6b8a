"""Train the network of tags: part of speech and features of every word.

Gold tags come from Taiga. OpenCorpora, ten times as large, tells features but cuts parts of speech
elsewhere: there the target is what the stock network believes, with everything struck out that
OpenCorpora rules out. Of raw sentences, and of some of OpenCorpora's again, the target is what the
teacher believes (distillation; Hinton et al. 2015).
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import beliefs
import torch
from corpora import Sentence, opencorpora, treebank, words_of
from encoder import STOCK, Encoder, Lexicon, Neighbours, Settings
from pack import encoder_arrays, linear_arrays, write
from tagsets import Tagset
from torch import Tensor, nn
from torch.nn import functional
from training import Task

from molva.evaluate.grammar import universal
from molva.networks.morph import read_tag
from molva.networks.weights import open_weights

SETTINGS = Settings(gaps=(1, 2, 4), inner=64)
BELIEFS = 24  # of the stock network, the best tags of a word
TOGETHER = 1_500  # words in a batch
TAIGA_TIMES, OPENCORPORA_SHARE, BELIEVED_SHARE = 2, 0.4, 0.35  # of what an epoch sees
EPOCHS, RATE, AVERAGE = 16, 1e-3, 0.99
NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence: its words, for each word the share of belief in some tags."""

    words: Tensor
    tags: Tensor
    shares: Tensor


Batch = list[Example]


class Tags(nn.Module):
    """The encoder and scores of tags."""

    def __init__(self, lexicon: Lexicon, labels: Sequence[str]) -> None:
        super().__init__()
        self.labels = list(labels)
        self.encoder = Encoder(lexicon, "morph", SETTINGS)
        stock = open_weights(STOCK).network("morph")
        weight = torch.tensor(stock["head.proj.weight"].T)
        self.head = nn.Linear(Encoder.width, len(labels))
        self.head.weight.data *= 0.1
        self.head.weight.data[: len(weight), : weight.shape[1]] = weight
        self.head.bias.data[: len(weight)] = torch.tensor(stock["head.proj.bias"])
        self.head.bias.data[len(weight) :] = -8.0  # tags that natasha has never heard of

    def forward(self, sentences: Sequence[Tensor]) -> Tensor:
        """Scores of tags, all words of all sentences."""
        device = self.head.weight.device
        around = Neighbours([len(words) for words in sentences], device)
        return self.head(self.encoder(torch.cat(list(sentences)).to(device), around))


def task(shared: Path, device: torch.device, folder: Path) -> Task[Tags, Batch]:
    """Read the treebanks and what the teacher believes, and say how to train on them."""
    taiga = treebank(shared / "gold/ud/taiga-train-2020.conllu.gz")
    labels = labels_of(taiga)
    learnt, held = opencorpora(shared)
    raw = beliefs.read(folder)
    judged = {name: treebank(shared / f"gold/ud/{name}-dev.conllu.gz") for name in ("taiga", "gsd")}
    lexicon = Lexicon()
    for words in (
        *map(words_of, (*taiga, *learnt, *held, *judged["taiga"], *judged["gsd"])),
        *(one.words for one in raw),
    ):
        lexicon.add(words)
    lexicon.close(device)
    net = Tags(lexicon, labels).to(device)
    net.encoder.calm([lexicon.add(words_of(sentence)).to(device) for sentence in taiga[:200]])
    gold = [_gold(lexicon, sentence, labels) for sentence in taiga]
    masked = list(believed(net, lexicon, learnt, Tagset(labels)))
    silver = [Example(lexicon.add(one.words), one.tags.long(), one.shares.float()) for one in raw]

    def batches(_epoch: int) -> list[Batch]:
        examples = gold * TAIGA_TIMES
        for pool, share in ((masked, OPENCORPORA_SHARE), (silver, BELIEVED_SHARE)):
            examples += random.sample(pool, int(share * len(pool)))
        random.shuffle(examples)
        return list(cut(examples, TOGETHER))

    def figures(net: Tags) -> dict[str, float]:
        told = {f"OpenCorpora held out {k}": v for k, v in _score_opencorpora(net, lexicon, held).items()}
        for name, sentences in judged.items():
            told |= {
                f"{name}-dev {measure}": value for measure, value in score(net, lexicon, sentences).items()
            }
        return told

    return Task("tags", net, batches, loss, figures, EPOCHS, RATE, AVERAGE, keep)


def loss(net: Tags, batch: Batch) -> Tensor:
    """Cross entropy with the shares of belief; words of which nothing is known count nothing."""
    scores = functional.log_softmax(net([example.words for example in batch]), 1)
    tags = torch.cat([example.tags for example in batch]).to(scores.device)
    shares = torch.cat([example.shares for example in batch]).to(scores.device)
    return -(shares * scores.gather(1, tags)).sum() / len(scores)


def keep(net: Tags) -> None:
    """Write the weights."""
    arrays = encoder_arrays(net.encoder) | linear_arrays("head.proj.", net.head.weight, net.head.bias)
    write("morph", arrays, net.labels)


def score(net: Tags, lexicon: Lexicon, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Shares of right parts of speech, and of words whose universal features are all right."""
    upos = feats = total = 0
    for group in cut(sentences, 2 * TOGETHER, size=lambda s: len(s.rows)):
        for row, label in zip(
            (row for s in group for row in s.rows), _read(net, lexicon, group), strict=True
        ):
            pos, own = read_tag(label)
            total += 1
            upos += pos == row.upos
            feats += universal(own) == universal(row.feats)
    return {"UPOS": upos / total, "UFeats": feats / total}


def cut(items: Iterable[object], most: int, size=lambda example: len(example.words)):  # noqa: ANN001, ANN201 - any items that have a size
    """Neighbouring items of at least ``most`` words together."""
    batch, words = [], 0
    for item in items:
        batch.append(item)
        words += size(item)
        if words >= most:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def labels_of(taiga: Sequence[Sentence]) -> list[str]:
    """Natasha's tags, and those of Taiga that it has never heard of."""
    labels = dict.fromkeys(open_weights(STOCK).labels("morph"))
    labels |= dict.fromkeys(_label(row.upos, row.feats) for sentence in taiga for row in sentence.rows)
    return list(labels)


def _label(upos: str, feats: str) -> str:
    return upos if feats == "_" else f"{upos}|{feats}"


def _gold(lexicon: Lexicon, sentence: Sentence, labels: Sequence[str]) -> Example:
    places = {label: n for n, label in enumerate(labels)}
    tags = torch.zeros(len(sentence.rows), BELIEFS, dtype=torch.long)
    shares = torch.zeros(len(sentence.rows), BELIEFS)
    tags[:, 0] = torch.tensor([places[_label(row.upos, row.feats)] for row in sentence.rows])
    shares[:, 0] = 1
    return Example(lexicon.add(words_of(sentence)), tags, shares)


def believed(net: Tags, lexicon: Lexicon, sentences: Sequence[Sentence], tagset: Tagset) -> Iterable[Example]:
    """What a network believes of OpenCorpora's sentences, without what their tags rule out."""
    told = ((row.upos, row.feats) for sentence in sentences for row in sentence.rows)
    masks = masks_of(tagset, told, len(net.labels))
    net.eval()
    for group in cut(sentences, 2 * TOGETHER, size=lambda s: len(s.rows)):
        words = [lexicon.add(words_of(sentence)) for sentence in group]
        with torch.no_grad():
            scores = net(words).cpu()
        rows = [row for sentence in group for row in sentence.rows]
        mask = torch.stack([masks[row.upos, row.feats] for row in rows])
        best = scores.masked_fill(~mask, NEVER).topk(BELIEFS, 1)
        shares = torch.softmax(best.values, 1) * (best.values > NEVER)
        for own, tags, share in zip(
            words, *(t.split([len(w) for w in words]) for t in (best.indices, shares)), strict=True
        ):
            yield Example(own, tags, share)


def masks_of(tagset: Tagset, tags: Iterable[tuple[str, str]], size: int) -> dict[tuple[str, str], Tensor]:
    """For each tag of OpenCorpora among these which of the network's ``size`` tags it allows."""
    masks: dict[tuple[str, str], Tensor] = {}
    for tag in set(tags):
        masks[tag] = torch.zeros(size, dtype=torch.bool)
        masks[tag][tagset.possible(*tag)] = True
    return masks


def _score_opencorpora(net: Tags, lexicon: Lexicon, sentences: Sequence[Sentence]) -> dict[str, float]:
    """The share of words whose tag is one that OpenCorpora allows."""
    tagset, places = Tagset(net.labels), {label: n for n, label in enumerate(net.labels)}
    allowed: dict[tuple[str, str], frozenset[int]] = {}
    right = total = 0
    for group in cut(sentences, 2 * TOGETHER, size=lambda s: len(s.rows)):
        for row, label in zip(
            (row for s in group for row in s.rows), _read(net, lexicon, group), strict=True
        ):
            tag = (row.upos, row.feats)
            if tag not in allowed:
                allowed[tag] = frozenset(tagset.possible(*tag))
            told = 0 < len(allowed[tag]) < len(places)
            total += told
            right += told and places[label] in allowed[tag]
    return {"tags": right / total}


def _read(net: Tags, lexicon: Lexicon, sentences: Sequence[Sentence]) -> list[str]:
    net.eval()
    with torch.no_grad():
        best = net([lexicon.add(words_of(sentence)) for sentence in sentences]).argmax(1)
    return [net.labels[n] for n in best.tolist()]

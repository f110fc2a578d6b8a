"""A small network that learns who speaks: convolutions over lemmas, tags and heads, and a score for each mention.

Beside the speaker it learns where the words, cues and sources of quotes are, which teaches it what a report looks like.
A named source is hidden in two of three lessons, so that it learns to find by the text who is named there.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from bench.questions import COLUMNS, KINDS, STEPS, Page, Question

SIZES = {"lemma": 96, "ending": 24, "pos": 12, "features": 24, "deprel": 16, "entity": 8}
LEAST = {"lemma": 8, "ending": 30, "features": 20}
WIDTH, GAPS, REACH = 96, (1, 2, 4, 8, 16), 15
HIDDEN, SEEN = 0.7, 0.5  # lessons in which a name is hidden, and questions about names that are asked at all
HE = {"lemma": "он", "pos": "PRON", "entity": "O"}

Batch = tuple[dict[str, Tensor], Tensor, Tensor, Tensor, Tensor]


class Opinion(nn.Module):
    """Encoder, tags of speech, and speakers."""

    def __init__(self, pages: Sequence[Page]) -> None:
        super().__init__()
        self.known = {name: _numbers(pages, name) for name in COLUMNS}
        self.words = nn.ModuleDict({n: nn.Embedding(len(self.known[n]) + 1, SIZES[n]) for n in COLUMNS})
        self.breaks, self.heads = nn.Embedding(3, 8), nn.Embedding(2 * REACH + 1, 12)
        self.begin = nn.Linear(sum(SIZES.values()) + 8 + 12 + SIZES["lemma"] + SIZES["pos"], WIDTH)
        self.layers = nn.ModuleList(nn.Conv1d(WIDTH, 2 * WIDTH, 3, dilation=g, padding=g) for g in GAPS)
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in GAPS)
        self.tags, self.drop = nn.Linear(WIDTH, 3), nn.Dropout(0.2)
        kinds = ((2 * len(STEPS) + 2, 16), (2, 4), (2, 4), (len(KINDS), 6))
        self.facts = nn.ModuleList(nn.Embedding(*kind) for kind in kinds)
        self.asked, self.nobody = nn.Linear(3 * WIDTH, WIDTH), nn.Linear(3 * WIDTH, 1)
        self.mention, self.score = nn.Linear(2 * WIDTH + 30, WIDTH), nn.Linear(WIDTH, 1)

    def numbers(self, name: str, values: Iterable[str]) -> list[int]:
        """A column as numbers; 0 for what is rare."""
        return [self.known[name].get(value, 0) for value in values]

    def read(self, columns: dict[str, Tensor], heads: Tensor, breaks: Tensor) -> Tensor:
        """A vector for each token."""
        seen = [self.words[name](columns[name]) for name in COLUMNS]
        above = [
            seen[i].gather(1, heads.unsqueeze(-1).expand(-1, -1, SIZES[COLUMNS[i]]))
            for i in (0, COLUMNS.index("pos"))
        ]
        away = (heads - torch.arange(heads.shape[1])).clamp(-REACH, REACH) + REACH
        read = self.begin(self.drop(torch.cat([*seen, self.breaks(breaks), self.heads(away), *above], -1)))
        for layer, norm in zip(self.layers, self.norms, strict=True):
            what, how_much = layer(norm(read).transpose(1, 2)).transpose(1, 2).chunk(2, -1)
            read = read + self.drop(torch.tanh(what) * torch.sigmoid(how_much))
        return read

    def speaker(self, read: Tensor, asked: Question) -> tuple[Tensor, list[str]]:
        """Scores of nobody and of everybody mentioned, and who they are."""
        said = torch.cat([read[start:end] for start, end in asked.said]).mean(0)
        source = read[slice(*asked.source)].mean(0) if asked.source else read[asked.at]
        about = torch.cat([said, read[asked.at], source])
        nobody, told = self.nobody(about), asked.candidates
        if not told:
            return nobody, []
        ends = torch.tensor([(one.start, one.end - 1) for one in told])
        facts = torch.tensor([one.facts for one in told])
        seen = [table(facts[:, i]) for i, table in enumerate(self.facts)]
        each = self.mention(torch.cat([read[ends[:, 0]], read[ends[:, 1]], *seen], -1))
        scores = self.score(self.drop(torch.relu(each + self.asked(about)))).squeeze(-1)
        who = sorted({one.who for one in told})
        of = [[i for i, one in enumerate(told) if one.who == name] for name in who]
        return torch.cat([nobody, *(scores[rows].logsumexp(0, keepdim=True) for rows in of)]), who


def learn(pages: Sequence[Page], *, epochs: int, tell: Callable[[int, float], None]) -> Opinion:
    """A network trained on these pages; ``tell`` hears after each epoch its number and the share of right answers in it."""
    network = Opinion(pages)
    order = torch.optim.AdamW(network.parameters(), 2e-3, weight_decay=1e-2)
    steps = epochs * len(batches(pages))
    pace = torch.optim.lr_scheduler.LambdaLR(order, lambda n: min(1, n / 100) * (1 - n / (steps + 1)))
    for epoch in range(1, epochs + 1):
        network.train()
        right: list[bool] = []
        for batch in batches(pages):
            columns, heads, breaks, speech, there = tensors(network, batch, hide=True)
            read = network.read(columns, heads, breaks)
            wrong = functional.binary_cross_entropy_with_logits(network.tags(read), speech, reduction="none")
            loss = 4 * (wrong.sum(-1) * there).sum() / there.sum()
            asked = [(row, q) for row, one in enumerate(batch) for q in one.questions]
            losses = []
            for row, question in asked:
                if question.named and random.random() < SEEN:
                    continue
                scores, who = network.speaker(read[row], question)
                answer = who.index(question.answer) + 1 if question.answer is not None else 0
                losses.append(functional.cross_entropy(scores.unsqueeze(0), torch.tensor([answer])))
                right.append(int(scores.argmax()) == answer)
            loss = loss + torch.stack(losses).mean() if losses else loss
            order.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            order.step()
            pace.step()
        tell(epoch, sum(right) / max(len(right), 1))
    return network


def tensors(network: Opinion, batch: Sequence[Page], *, hide: bool) -> Batch:
    """Columns, heads, breaks, speech, and which rows are no padding; with ``hide`` most named sources read «он»."""
    longest = max(len(one.heads) for one in batch)
    shape = (len(batch), longest)
    columns = {name: torch.zeros(shape, dtype=torch.long) for name in COLUMNS}
    heads, breaks = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
    speech, there = torch.zeros(*shape, 3), torch.zeros(shape)
    he = {name: network.numbers(name, [value])[0] for name, value in HE.items()}
    for row, one in enumerate(batch):
        size = len(one.heads)
        for name in COLUMNS:
            columns[name][row, :size] = torch.tensor(network.numbers(name, one.columns[name]))
        heads[row, :size], breaks[row, :size] = torch.tensor(one.heads), torch.tensor(one.breaks)
        speech[row, :size], there[row, :size] = torch.tensor(one.speech, dtype=torch.float), 1
        hidden = [q for q in one.questions if hide and q.named and random.random() < HIDDEN]
        for i in (i for q in hidden if q.source for i in range(*q.source)):
            if one.columns["pos"][i] == "PROPN":
                columns["ending"][row, i] = 0
                for name, number in he.items():
                    columns[name][row, i] = number
    return columns, heads, breaks, speech, there


def batches(pages: Sequence[Page], most: int = 6_000) -> list[list[Page]]:
    """Pages of like length together, so many tokens at a time, in any order."""
    found: list[list[Page]] = [[]]
    for one in sorted(pages, key=lambda one: (len(one.heads), random.random())):
        if found[-1] and len(one.heads) * (len(found[-1]) + 1) > most:
            found.append([])
        found[-1].append(one)
    random.shuffle(found)
    return found


def _numbers(pages: Sequence[Page], name: str) -> dict[str, int]:
    counted = Counter(value for one in pages for value in one.columns[name])
    kept = [value for value, times in counted.most_common() if times >= LEAST.get(name, 1)]
    return {value: number for number, value in enumerate(kept, 1)}

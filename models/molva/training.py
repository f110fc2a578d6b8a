"""One way to train all networks: batches in random order, a falling rate, averaged weights, resumable.

What is kept is the running average of the weights, which is steadier than the last step.
"""

import copy
import os
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import torch
from rich.console import Console
from rich.progress import track
from torch import Tensor, nn

Batch = TypeVar("Batch")
Net = TypeVar("Net", bound=nn.Module)
WARM = 100  # steps until the full rate
LEAST = 0.02  # of the rate, at the end
console = Console(stderr=True)


def falling(step: int, total: int) -> float:
    """The share of the rate: up at the start, then down to a fiftieth."""
    return min(1.0, step / WARM) * max(LEAST, 1 - step / total)


@dataclass(frozen=True, slots=True)
class Task(Generic[Net, Batch]):
    """What to train: a network, its batches of an epoch, the loss of a batch, figures to tell.

    ``course`` is the share of the rate at a step of so many; ``keep`` is done with the trained network.
    """

    name: str
    net: Net
    batches: Callable[[int], Sequence[Batch]]
    loss: Callable[[Net, Batch], Tensor]
    figures: Callable[[Net], dict[str, float]]
    epochs: int
    rate: float
    average: float
    keep: Callable[[Net], None]
    course: Callable[[int, int], float] = falling
    betas: tuple[float, float] = (0.9, 0.999)


def start(seed: int, threads: int) -> torch.device:
    """Make everything repeatable; the graphics card where there is one."""
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")  # what CUDA asks for to repeat itself
    random.seed(seed)
    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(mode=True, warn_only=True)
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def train(task: Task[Net, Batch], folder: Path) -> Net:
    """Train, or go on where an interrupted training stopped; returns the averaged network."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = _kept(task, folder)
    net, average = task.net, copy.deepcopy(task.net)
    optimizer = torch.optim.AdamW(net.parameters(), lr=task.rate, weight_decay=0.01, betas=task.betas)
    first, step = 0, 0
    if kept.is_file():
        first, step = _restore(kept, net, average, optimizer)
        console.print(f"{task.name}: goes on after epoch {first} of {task.epochs} ({kept})")
    else:
        console.print(f"{task.name}: at the start {_told(task.figures(average))}")
    for epoch in range(first, task.epochs):
        batches = list(task.batches(epoch))
        random.shuffle(batches)
        total, lost = task.epochs * len(batches), 0.0
        net.train()
        for batch in _shown(batches, f"{task.name} {epoch + 1}/{task.epochs}"):
            for group in optimizer.param_groups:
                group["lr"] = task.rate * task.course(step, total)
            loss = task.loss(net, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimizer.step()
            lost += loss.item()
            step += 1
            _blend(average, net, min(task.average, (step + 1) / (step + 10)))
        console.print(
            f"{task.name} {epoch + 1}/{task.epochs}: loss {lost / len(batches):.3f}; {_told(task.figures(average))}"
        )
        _keep(kept, net, average, optimizer, (epoch + 1, step))
    return average.eval()


def forget(task: Task[Net, Batch], folder: Path) -> None:
    """Drop what a finished training has kept for going on."""
    _kept(task, folder).unlink(missing_ok=True)


def _kept(task: Task[Net, Batch], folder: Path) -> Path:
    return folder / f"{task.name}.pt"


def _blend(average: nn.Module, net: nn.Module, share: float) -> None:
    with torch.no_grad():
        for old, new in zip(average.parameters(), net.parameters(), strict=True):
            old.mul_(share).add_(new, alpha=1 - share)
        for old, new in zip(average.buffers(), net.buffers(), strict=True):
            old.copy_(new)


def _shown(batches: Sequence[Batch], title: str) -> Iterable[Batch]:
    return (
        track(batches, description=title, console=console, transient=True) if console.is_terminal else batches
    )


def _told(figures: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:.4f}" for name, value in figures.items())


def _keep(
    path: Path, net: nn.Module, average: nn.Module, optimizer: torch.optim.Optimizer, at: tuple[int, int]
) -> None:
    state = {
        "net": net.state_dict(),
        "average": average.state_dict(),
        "optimizer": optimizer.state_dict(),
        "at": at,
        "torch": torch.get_rng_state(),
        "random": random.getstate(),
    }
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def _restore(
    path: Path, net: nn.Module, average: nn.Module, optimizer: torch.optim.Optimizer
) -> tuple[int, int]:
    state = torch.load(path, weights_only=False, map_location="cpu")
    net.load_state_dict(state["net"])
    average.load_state_dict(state["average"])
    optimizer.load_state_dict(state["optimizer"])
    torch.set_rng_state(state["torch"])
    random.setstate(state["random"])
    epoch, step = state["at"]
    return epoch, step

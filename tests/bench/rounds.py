"""Rounds of natasha and molva in alternation, and what they took."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from processes import Done, molva, script
from tables import median, micro, ranged

NATASHA, WHOLE = "natasha", "whole pipeline"
FILES, JOBS = "molva annotate", "… with two jobs"
_NO_QUOTES = ("--exclude", "molva_speakers", "molva_quotes")
# What molva_doc.py is told; the first two do what natasha does.
PIPELINES = {
    "natasha's weights": ("--model", "natasha", *_NO_QUOTES),
    "own weights": _NO_QUOTES,
    WHOLE: (),
}

Round = dict[str, Done]
Value = Callable[[Done], float]


def one_round(texts: Path, natasha: str | None, *, jobs: bool) -> Round:
    """Everything once over a file of texts, each in a process of its own."""
    done: Round = {}
    if natasha:
        done[NATASHA] = script("natasha_doc.py", texts, python=natasha)
    for name, options in PIPELINES.items():
        done[name] = script("molva_doc.py", texts, *options)
    done[FILES] = annotate(texts, 1)
    if jobs:
        done[JOBS] = annotate(texts, 2)
    return done


def annotate(texts: Path, jobs: int) -> Done:
    """The command, from a file to a new folder."""
    with tempfile.TemporaryDirectory() as out:
        return molva("annotate", texts, Path(out) / "out", "--jobs", str(jobs))


@dataclass(frozen=True, slots=True)
class Measured:
    """The rounds, and the number of tokens that every figure is divided by."""

    rounds: list[Round]
    tokens: int

    @property
    def names(self) -> list[str]:
        """What was run in each round, in order."""
        return list(self.rounds[0])

    @property
    def staged(self) -> list[str]:
        """What tells of its stages."""
        return [name for name in self.names if name not in (FILES, JOBS)]

    def of(self, name: str, value: Value) -> list[float]:
        """A value, round by round."""
        return [value(one[name]) for one in self.rounds]

    def micro(self, name: str, seconds: Value) -> str:
        """Microseconds a token."""
        return median(micro(one, self.tokens) for one in self.of(name, seconds))

    def rate(self, name: str, seconds: Value) -> str:
        """Tokens a second."""
        return median((self.tokens / one for one in self.of(name, seconds)), ",.0f")

    def share(self, name: str, seconds: Value, whole: Value) -> str:
        """A part of the whole."""
        return median((seconds(one[name]) / whole(one[name]) for one in self.rounds), ".0%")

    def gain(self, name: str, seconds: Value, than: str = NATASHA) -> str:
        """How many times as long another took in the same round, natasha as a rule; nothing beside itself."""
        if than not in self.names or than == name:
            return ""
        return ranged((seconds(one[than]) / seconds(one[name]) for one in self.rounds), ".2f")


def stages(done: Done) -> float:
    """CPU seconds of all stages, without the start."""
    return sum(done.answer["seconds"].values())


def stage(*names: str) -> Value:
    """CPU seconds of some stages, as far as a pipeline has them."""
    return lambda done: sum(s for name, s in done.answer["seconds"].items() if name in names)


def alike(*names: str) -> Value:
    """CPU seconds of some stages without what natasha does not do."""
    return lambda done: stage(*names)(done) - done.answer.get("apart", 0.0)


def process(done: Done) -> float:
    """CPU seconds of a process and its children, with start and end."""
    return done.cpu


def wall(done: Done) -> float:
    """Seconds by the clock on the wall, whoever else had the machine meanwhile."""
    return done.wall


def memory(when: str) -> Value:
    """MiB of a pipeline's process: ``opened``, ``after`` or ``peak``."""
    return lambda done: done.answer["memory"][when]

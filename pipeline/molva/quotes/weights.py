"""What the evidence for a speaker is worth: a linear model, one weight a fact and form of source."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from molva import models
from molva.errors import ModelError
from molva.quotes.evidence import Facts

MODEL = "speaker"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by fact: those of all forms together, and what each form adds to them."""

    shared: Mapping[str, float]
    by_form: Mapping[str, Mapping[str, float]]

    def score(self, form: str, facts: Facts) -> float:
        """How strong the evidence is."""
        return sum(part for _, part in self.parts(form, facts))

    def parts(self, form: str, facts: Facts) -> list[tuple[str, float]]:
        """What each fact adds, the strongest first."""
        own = self.by_form.get(form, {})
        found = [
            (name, value * (self.shared.get(name, 0.0) + own.get(name, 0.0))) for name, value in facts.items()
        ]
        return sorted(found, key=lambda part: -abs(part[1]))


def shares(scores: list[float]) -> list[float]:
    """Scores as probabilities that sum to one."""
    top = max(scores, default=0.0)
    powers = [exp(score - top) for score in scores]
    return [power / sum(powers) for power in powers]


_in_use: list[Weights] = []


def use(weights: Weights) -> None:
    """Rank with other weights from now on: for training."""
    _in_use[:] = [weights]


def trained() -> Weights:
    """The weights in use: those that come with molva, unless others have been given.

    Raises:
        ModelError: the file is missing or damaged.
    """
    if not _in_use:
        _in_use.append(_load())
    return _in_use[0]


def _load() -> Weights:
    """The weights that come with molva.

    Raises:
        ModelError: the file is missing or damaged.
    """
    path = models.file(MODEL, "weights.json")
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return Weights(record["shared"], record["by_form"])
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path} is damaged ({error!r}): install molva again") from error

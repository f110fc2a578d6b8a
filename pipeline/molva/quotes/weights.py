"""What the evidence for a speaker is worth: a linear model, one weight a fact and form of source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import exp

from molva import models
from molva.quotes.evidence import Facts

MODEL = "speaker"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by fact: those of all forms together, and what each form adds to them."""

    shared: Mapping[str, float]
    by_form: Mapping[str, Mapping[str, float]]

    def score(self, form: str, facts: Facts) -> float:
        """How strong the evidence is."""
        return sum(part for _, part in self._parts(form, facts))

    def parts(self, form: str, facts: Facts) -> list[tuple[str, float]]:
        """What each fact adds, the strongest first."""
        return sorted(self._parts(form, facts), key=lambda part: -abs(part[1]))

    def _parts(self, form: str, facts: Facts) -> Iterator[tuple[str, float]]:
        own = self.by_form.get(form, {})
        for name, value in facts.items():
            yield name, value * (self.shared.get(name, 0.0) + own.get(name, 0.0))


def shares(scores: list[float]) -> list[float]:
    """Scores as probabilities that sum to one."""
    top = max(scores, default=0.0)
    powers = [exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


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
    return models.read_json(MODEL, "weights.json", lambda kept: Weights(kept["shared"], kept["by_form"]))

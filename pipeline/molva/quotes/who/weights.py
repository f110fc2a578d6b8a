"""What the evidence for a speaker is worth: a linear model, one weight a fact and form of source."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp

from molva import models
from molva.quotes.who.evidence import Facts

MODEL = "speaker"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights by fact: those of all forms together, and what each form adds to them."""

    shared: Mapping[str, float]
    by_form: Mapping[str, Mapping[str, float]]
    _together: dict[str, Mapping[str, float]] = field(default_factory=dict, repr=False, compare=False)

    def score(self, form: str, facts: Facts) -> float:
        """How strong the evidence is."""
        worth = self._worth(form)
        return sum([value * worth.get(name, 0.0) for name, value in facts.items()])

    def parts(self, form: str, facts: Facts) -> list[tuple[str, float]]:
        """What each fact adds, the strongest first."""
        worth = self._worth(form)
        parts = [(name, value * worth.get(name, 0.0)) for name, value in facts.items()]
        return sorted(parts, key=lambda part: -abs(part[1]))

    def _worth(self, form: str) -> Mapping[str, float]:
        """What each fact is worth where the source has this form."""
        if form not in self._together:
            own = self.by_form.get(form, {})
            names = self.shared.keys() | own.keys()
            self._together[form] = {name: self.shared.get(name, 0.0) + own.get(name, 0.0) for name in names}
        return self._together[form]


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

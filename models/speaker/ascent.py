"""Plain gradient ascent with momentum from zero: the same data gives the same weights."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

STEPS, RATE, MOMENTUM = 1500, 0.1, 0.9

Floats = npt.NDArray[np.float64]


def ascend(slope: Callable[[Floats], Floats], size: int) -> Floats:
    """The ``size`` weights where ``slope`` leads."""
    learned, speed = np.zeros(size), np.zeros(size)
    for _ in range(STEPS):
        speed = MOMENTUM * speed + slope(learned)
        learned = learned + RATE * speed
    return learned


def named(names: Sequence[str], values: Floats) -> dict[str, float]:
    """The weights that are not zero, by the names of their facts."""
    return {name: float(value) for name, value in zip(names, values, strict=True) if value}

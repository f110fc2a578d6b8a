"""CPU seconds by stage, and the memory of this process.

The standard library alone, for natasha's interpreter runs it as well as ours.
"""

import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Annotated once before the clock starts: what is opened at first use belongs to the start.
FIRST = "«Мост откроют весной», — заявил мэр Быстринска Пётр Орехов."


class Clock:
    """Adds up CPU seconds by stage, in the order in which the stages came first."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """What is done inside is a part of this stage."""
        begun = time.process_time()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - begun


def peak() -> float:
    """The largest memory of this process so far, in MiB; the system updates it now and then only."""
    return max(mebibytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss), resident())


def resident() -> float:
    """The memory of this process now, in MiB; 0 where the system does not tell."""
    table = Path("/proc/self/statm")
    if not table.exists():
        return 0.0
    return int(table.read_text().split()[1]) * resource.getpagesize() / 2**20


def mebibytes(maxrss: int) -> float:
    """What ``getrusage`` says of memory: KiB, but bytes on macOS."""
    return maxrss / 2**20 if sys.platform == "darwin" else maxrss / 2**10

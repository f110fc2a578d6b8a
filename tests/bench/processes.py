"""Fresh processes, and what they took: every cache is empty at their start.

This module and its importers stay small: the peak of a child is never told as less than its parent's memory.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clock import mebibytes

HERE = Path(__file__).parent
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_ENVIRONMENT = {**dict.fromkeys(_THREADS, "1"), "PYTHONHASHSEED": "0"}


@dataclass(frozen=True, slots=True)
class Done:
    """A process that has ended: CPU seconds with those of its children, seconds by the wall, MiB, its answer.

    The peak is that of the largest process among it and its children.
    """

    cpu: float
    wall: float
    peak: float
    told: str

    @property
    def answer(self) -> dict[str, Any]:
        """What it printed, as JSON."""
        return json.loads(self.told)


def script(name: str, *arguments: str | Path, python: str = sys.executable) -> Done:
    """Run a script of this folder."""
    return run([python, str(HERE / name), *map(str, arguments)])


def molva(*arguments: str | Path) -> Done:
    """Run a command of molva."""
    return run([sys.executable, "-m", "molva", *map(str, arguments)])


def run(command: Sequence[str]) -> Done:
    """Run a command to its end, one thread a process; if it fails, this program fails with its words."""
    with tempfile.TemporaryFile() as told, tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        child = subprocess.Popen(command, stdout=told, stderr=said, env={**os.environ, **_ENVIRONMENT})
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)}: exit code {child.returncode}\n{said.read().decode()}")
        told.seek(0)
        cpu = usage.ru_utime + usage.ru_stime
        return Done(cpu, wall, mebibytes(usage.ru_maxrss), told.read().decode())

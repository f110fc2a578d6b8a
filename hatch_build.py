"""Compile the networks' kernel when molva is built or installed; without a compiler molva does without.

Hatchling runs this for every wheel, editable ones included. The library has nothing of Python in it, so a wheel
that carries it is tied to a system, not to a version of Python.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NETWORKS = Path("pipeline/molva/networks")
FLAGS = ("-O3", "-shared", "-fPIC", "-ffp-contract=fast")


class CompileKernel(BuildHookInterface):  # type: ignore[type-arg]
    """``kernel.c`` to a library beside it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile, and put the library into the wheel; say so where there is none."""
        root = Path(self.root)
        library = root / NETWORKS / ("_kernel.dll" if sys.platform == "win32" else "_kernel.so")
        complaint = _compile(root / NETWORKS / "kernel.c", library)
        if complaint:
            library.unlink(missing_ok=True)  # of an earlier installation, maybe of other code
            self.app.display_warning(f"molva's networks will run on numpy alone: {complaint}")
            return
        build_data["artifacts"].append(str(NETWORKS / library.name))
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{_platform()}"


def _compile(source: Path, library: Path) -> str:
    """Compile; returns what went wrong, an empty string if nothing did."""
    compiler = os.environ.get("CC") or next(filter(None, map(shutil.which, ("cc", "gcc", "clang"))), "")
    if not compiler:
        return "no C compiler was found (set CC to name one)"
    made = library.with_suffix(".new")  # put in its place at once: another process may be reading the old one
    command = [*compiler.split(), *FLAGS, str(source), "-o", str(made)]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    except subprocess.CalledProcessError as error:
        return f"{compiler} cannot compile {source.name}: {error.stderr.strip()[-500:]}"
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{compiler}: {error}"
    made.replace(library)
    return ""


def _platform() -> str:
    return sysconfig.get_platform().replace("-", "_").replace(".", "_")

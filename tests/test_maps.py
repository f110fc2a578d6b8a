"""The maps of the packages, which are their docstrings."""

import importlib
import re
from importlib.resources import files

import pytest


def modules(package):
    """The modules of a package."""
    names = {path.name for path in files(package).iterdir() if path.name.endswith(".py")}
    return {name.removesuffix(".py") for name in names} - {"__init__"}


def packages(package):
    """The packages in a package."""
    return {path.name for path in files(package).iterdir() if path.joinpath("__init__.py").is_file()}


SPACY = {"Doc"}
PARTS = sorted(f"molva.{name}" for name in packages("molva"))
MAPPED = [*PARTS, *(f"{part}.{name}" for part in PARTS for name in sorted(packages(part)))]


@pytest.mark.parametrize("package", MAPPED)
def test_a_map_names_every_module_and_package_and_no_other(package):
    text = importlib.import_module(package).__doc__
    assert set(re.findall(r"``(\w+)``", text)) - SPACY == modules(package) | packages(package)

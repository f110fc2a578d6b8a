"""The maps of the larger packages, which are their docstrings."""

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


MAPPED = [
    "molva.entities",
    "molva.speakers",
    "molva.quotes",
    *(f"molva.quotes.{name}" for name in sorted(packages("molva.quotes"))),
]


@pytest.mark.parametrize("package", MAPPED)
def test_a_map_names_every_module_and_package_and_no_other(package):
    text = importlib.import_module(package).__doc__
    assert set(re.findall(r"``(\w+)``", text)) - {"Doc"} == modules(package) | packages(package)

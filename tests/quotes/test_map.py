"""The maps of the quote stage, which are the docstrings of its packages."""

import importlib
import re
from importlib.resources import files

import pytest

import molva.quotes

PACKAGES = sorted(
    path.name
    for path in files(molva.quotes).iterdir()
    if path.is_dir() and path.joinpath("__init__.py").is_file()
)


def named(text):
    """The names in a map, the type ``Doc`` left out."""
    return set(re.findall(r"``(\w+)``", text)) - {"Doc"}


def modules(package):
    """The modules of a package."""
    names = {path.name for path in files(package).iterdir() if path.name.endswith(".py")}
    return {name.removesuffix(".py") for name in names} - {"__init__"}


def test_the_map_names_every_module_and_package_and_no_other():
    assert named(molva.quotes.__doc__) == modules(molva.quotes) | set(PACKAGES)


@pytest.mark.parametrize("package", PACKAGES)
def test_the_map_of_a_package_names_every_module_and_no_other(package):
    found = importlib.import_module(f"molva.quotes.{package}")
    assert named(found.__doc__) == modules(found)

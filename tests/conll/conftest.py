"""A document annotated by hand, for the tests of files and of exports."""

from pathlib import Path

import pytest

from molva.conll import read_conllu

GOLDEN = Path(__file__).with_name("golden.conllu")


@pytest.fixture(scope="session")
def golden_path() -> Path:
    """A file annotated by hand: valid at level 3, with coreference."""
    return GOLDEN


@pytest.fixture
def golden():
    """The document in it."""
    return read_conllu(GOLDEN)

"""What all tests share: one pipeline, and the folder of gold data where there is one."""

import os
from pathlib import Path

import hypothesis
import pytest

# The same examples on every machine: a red run must be red again when it is looked into.
hypothesis.settings.register_profile("molva", derandomize=True, deadline=None, max_examples=100)
hypothesis.settings.load_profile("molva")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def nlp():
    """The whole pipeline, loaded once."""
    import molva

    return molva.load()


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold data and corpora, which is no part of the repository."""
    named = os.environ.get("MOLVA_SHARED")
    if not named or not Path(named).is_dir():
        pytest.skip("MOLVA_SHARED names no folder of gold data")
    return Path(named)

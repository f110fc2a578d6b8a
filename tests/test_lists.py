"""The visible lists of rules: whoever reads one finds with each rule the sentence it exists for."""

import dataclasses
import importlib
import pkgutil
from types import FunctionType

import pytest

import molva

STAGES = ("molva.entities", "molva.grammar", "molva.quotes", "molva.speakers")
NAMES = [
    found.name
    for found in pkgutil.walk_packages(molva.__path__, "molva.")
    if found.name.startswith(STAGES) and not found.ispkg
]


def rules(item):
    """The functions of a member of a list: itself, or what it holds."""
    if dataclasses.is_dataclass(item) and not isinstance(item, type):
        values = [getattr(item, field.name) for field in dataclasses.fields(item)]
        # one that has its sentence beside it needs none of its own
        return [] if any(isinstance(value, str) and " " in value for value in values[1:]) else values
    return [item]


RULES = {
    rule: f"{name}.{title}"
    for name in NAMES
    for title, found in vars(importlib.import_module(name)).items()
    if isinstance(found, tuple)
    for item in found
    for rule in rules(item)
    if isinstance(rule, FunctionType) and rule.__module__.startswith("molva.")
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{RULES[rule]}-{rule.__name__}")
def test_a_rule_has_its_sentence(rule):
    assert "«" in (rule.__doc__ or "")

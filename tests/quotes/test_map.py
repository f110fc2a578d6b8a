"""The map of the quote stage, which is the docstring of its package."""

import re
from importlib.resources import files

import molva.quotes


def test_the_map_names_every_module_and_no_other():
    modules = {
        path.name.removesuffix(".py") for path in files(molva.quotes).iterdir() if path.name.endswith(".py")
    }
    named = set(re.findall(r"``(\w+)``", molva.quotes.__doc__ or ""))
    assert named - {"Doc"} == modules - {"__init__"}

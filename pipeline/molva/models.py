"""Where the models lie: inside the installed package, or beside it in a checkout."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from molva.errors import ModelError

Made = TypeVar("Made")

_PACKAGE = Path(__file__).parent
_PLACES = (_PACKAGE / "models", _PACKAGE.parents[1] / "models")


def folder(name: str) -> Path:
    """The folder of a model.

    Raises:
        ModelError: there is no model of that name; the message lists those there are.
    """
    for place in _PLACES:
        if (place / name / "manifest.json").is_file():
            return place / name
    known = ", ".join(names()) or "none"
    raise ModelError(f"no model named {name!r} in {_PLACES[0]} or {_PLACES[1]}; there are: {known}")


def file(name: str, part: str) -> Path:
    """A file of a model's folder.

    Raises:
        ModelError: the file is not there.
    """
    for place in _PLACES:
        if (place / name / part).is_file():
            return place / name / part
    raise ModelError(f"{_PLACES[0] / name / part} is missing: install molva again")


def read_json(name: str, part: str, read: Callable[[Any], Made]) -> Made:
    """What ``read`` makes of a file of JSON in a model's folder.

    Raises:
        ModelError: the file is not there, or damaged.
    """
    path = file(name, part)
    try:
        return read(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path} is damaged ({error!r}): install molva again") from error


def names() -> list[str]:
    """The models at hand."""
    return sorted({found.parent.name for place in _PLACES for found in place.glob("*/manifest.json")})

"""JSON lines as molva writes them: one object a line, valid JSON and valid UTF-8 whatever is in it."""

import json
import math
from typing import Any

_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=str)


def to_line(row: dict[str, Any]) -> str:
    """One row as one line; what JSON cannot hold (dates, NaN, half a character) is made to fit."""
    try:
        line = _JSON.encode(row)
        line.encode()
    except (ValueError, TypeError):
        line = json.dumps(_plain(row), ensure_ascii=True, allow_nan=False)
    return line + "\n"


def _plain(value: Any) -> Any:
    """A value in which nothing is left that JSON does not have: no NaN, no date."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value if isinstance(value, (str, int, bool, type(None))) else str(value)

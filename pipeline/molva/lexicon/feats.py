"""Features of Universal Dependencies as they stand in a column."""

from collections.abc import Mapping
from functools import lru_cache


@lru_cache(4_000)
def read_feats(feats: str) -> Mapping[str, str]:
    """``Case=Nom|Number=Sing`` as pairs; ``_`` and an empty string are none."""
    return dict(pair.split("=", 1) for pair in feats.split("|") if "=" in pair)


def write_feats(feats: Mapping[str, str]) -> str:
    """Pairs as a column, in the order of Universal Dependencies; an empty string for none."""
    return "|".join(f"{name}={feats[name]}" for name in sorted(feats, key=str.lower))

"""Features of Universal Dependencies as they stand in a column."""


def read_feats(feats: str) -> dict[str, str]:
    """``Case=Nom|Number=Sing`` as pairs; ``_`` and an empty string are none."""
    return dict(pair.split("=", 1) for pair in feats.split("|") if "=" in pair)

"""How often a quote of a construction is right: the share measured on the training texts."""

from functools import cache
from importlib.resources import files

from molva.quotes.draft import Draft
from molva.speakers.chains import Chain


def confidence_of(draft: Draft, speaker: Chain | None) -> float:
    """The chance that what and who are both right, by construction and by how the source is given."""
    table = _table()
    return table.get(f"{draft.rule}/{source_form(draft, speaker)}", table.get(draft.rule, table["*"]))


def source_form(draft: Draft, speaker: Chain | None) -> str:
    """How the text gives the speaker: by name, by another mention, not at all."""
    if speaker is None:
        return "nobody"
    if draft.source is None:
        return "unsaid"
    return "named" if speaker.named else "unnamed"


@cache
def _table() -> dict[str, float]:
    text = files("molva.quotes").joinpath("lexicon", "confidence.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {name: float(value) for name, value in rows}

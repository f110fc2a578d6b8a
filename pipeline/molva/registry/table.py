"""The table of speakers: chosen, written for other programs, and told in short."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from molva.corpus.lines import to_line
from molva.corpus.merge import table_path
from molva.corpus.sheets import write_sheet
from molva.corpus.work import write_whole
from molva.registry.speakers import FIELDS, Speaker

COLUMNS = ("who", "kind", "quotes", "documents", "mentions", "also called", "described as")
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """Which speakers are wanted: of one kind or any, named or all, from so many quotes on."""

    kind: str | None = None
    min_quotes: int = 1
    nameless: bool = False

    def wants(self, speaker: Speaker) -> bool:
        """Whether a speaker is among those wanted."""
        return (
            self.kind in (None, speaker.kind)
            and speaker.quotes >= self.min_quotes
            and (speaker.named or self.nameless)
        )


def write_speakers(speakers: Iterable[Speaker], out: Path) -> Path:
    """Write ``speakers.jsonl`` into a run's folder: all of them, whatever is shown."""
    path = table_path(out, "speakers")
    write_whole(path, (to_line(speaker.row()) for speaker in speakers))
    return path


def write_jsonl(speakers: Iterable[Speaker], stream: TextIO) -> None:
    """Write speakers as lines of JSON."""
    stream.writelines(to_line(speaker.row()) for speaker in speakers)


def write_csv(speakers: Iterable[Speaker], stream: TextIO) -> int:
    """Write speakers as a table that Excel opens; names as «Орехов: 3; Пётр Орехов: 1»."""
    rows = ([_cell(value) for value in speaker.row().values()] for speaker in speakers)
    return write_sheet(FIELDS, rows, stream)


def in_short(speaker: Speaker) -> tuple[str, ...]:
    """A speaker as who, what, how often and where, other names and roles: cells for people to read."""
    who = speaker.name + (" (?)" if speaker.ambiguous else "")
    names = [name for name in speaker.names if name != speaker.name][:_SHOWN]
    counts = (str(speaker.quotes), str(speaker.documents), str(speaker.sources))
    return who, speaker.kind, *counts, ", ".join(names), ", ".join(list(speaker.roles)[:_SHOWN])


def _cell(value: Any) -> Any:
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {count}" for name, count in value.items())
    if isinstance(value, tuple):
        return "; ".join(f"{doc}:{entity}" for doc, entity in value)
    return value

"""The settings of a run, and the fingerprint that tells whether an earlier result still holds."""

import hashlib
import json
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from importlib import import_module, metadata
from pathlib import Path

from molva.text.document import ReadOptions
from molva.text.sources import Format

# What decides the bytes of the output besides the settings.
LIBRARIES = ("molva", "spacy", "razdel", "pymorphy3", "pymorphy3-dicts-ru")


@dataclass(frozen=True, slots=True)
class Settings:
    """What decides the result of a run.

    ``loader`` is «module:function», called with ``model`` in every worker process, and gives the
    pipeline. A long source is cut into parts of at most ``rows`` documents or ``chars`` characters.
    """

    reading: ReadOptions = field(default_factory=ReadOptions)
    model: str = "molva"
    loader: str = "molva:load"
    rows: int = 50
    chars: int = 300_000


def versions() -> dict[str, str]:
    """Python and the libraries that decide the result, with their versions."""
    return {"python": platform.python_version(), **{name: version(name) for name in LIBRARIES}}


def version(library: str) -> str:
    """The version of an installed library, or «none»."""
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "none"


def fingerprints(settings: Settings, formats: Iterable[Format]) -> dict[Format, str]:
    """For each format, a hash of settings, versions and model: equal when results may be kept."""
    facts = {
        "settings": asdict(settings),
        "versions": {n: version(n) for n in LIBRARIES},
        "model": _model(settings),
    }
    return {
        format_: hashlib.sha256(
            json.dumps({**facts, **_reader(format_)}, sort_keys=True).encode()
        ).hexdigest()
        for format_ in set(formats)
    }


def _reader(format_: Format) -> dict[str, str]:
    return {format_.library: version(format_.library)} if format_.library else {}


def _model(settings: Settings) -> str:
    """The digest of the weights and of the configuration, for the pipeline that comes with molva."""
    if settings.loader != Settings().loader:
        return ""
    weights = Path(import_module("molva.models").folder(settings.model))
    digest = hashlib.sha256()
    config = Path(__file__).parent.parent / "config.cfg"
    for path in [config, *sorted(path for path in weights.rglob("*") if path.is_file())]:
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()

"""molva: Russian texts in; tokens, grammar, entities, speakers, and who said what, out.

    import molva
    nlp = molva.load()
    for quote in nlp(text)._.quotes:
        print(quote.speaker, quote.type, quote.text)

Importing this package imports nothing heavy: names are looked up when they are first used.
"""

import logging
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from molva.errors import FormatError, MissingExtra, ModelError, MolvaError, SettingsError, SourceError

if TYPE_CHECKING:
    from molva.conll import read_conllu
    from molva.contract import Entity, Mention, Quote, declare_extensions
    from molva.loading import annotate, load
    from molva.quotes.explain import Explanation, explain

__all__ = [
    "Entity",
    "Explanation",
    "FormatError",
    "Mention",
    "MissingExtra",
    "ModelError",
    "MolvaError",
    "Quote",
    "SettingsError",
    "SourceError",
    "__version__",
    "annotate",
    "declare_extensions",
    "explain",
    "load",
    "read_conllu",
]

_HOMES = {
    "Entity": "molva.contract",
    "Explanation": "molva.quotes.explain",
    "Mention": "molva.contract",
    "Quote": "molva.contract",
    "annotate": "molva.loading",
    "declare_extensions": "molva.contract",
    "explain": "molva.quotes.explain",
    "load": "molva.loading",
    "read_conllu": "molva.conll",
}

try:
    __version__ = version("molva")
except PackageNotFoundError:  # a checkout that nobody installed
    __version__ = "0+unknown"

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:
    """Public names, imported at first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'molva' has no attribute {name!r}; it has: {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__

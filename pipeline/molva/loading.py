"""The whole pipeline, built from ``config.cfg``."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_config, load_model_from_config

from molva import models
from molva.contract import declare_extensions
from molva.errors import SettingsError
from molva.tokens.lexemes import quicken

_CONFIG = Path(__file__).with_name("config.cfg")
# Where the factories are registered. An installed molva also has them as entry points.
_STAGES = (
    "tokens.tokenizer",
    "tokens.component",
    "grammar.component",
    "entities.component",
    "speakers.component",
    "quotes.component",
)


def load(name: str = "molva", *, exclude: Iterable[str] = (), **overrides: Mapping[str, Any]) -> Language:
    """Build the pipeline.

    Args:
        name: the model whose weights the stages use.
        exclude: stages to leave out; those after them may then find less.
        overrides: settings of a stage by its name, ``molva_grammar={"model": "natasha"}``.

    Raises:
        ModelError: there is no model of that name, or it is damaged.
        SettingsError: there is no stage of that name, or its settings are no mapping.
    """
    models.folder(name)
    for stage in _STAGES:
        import_module(f"molva.{stage}")
    declare_extensions()
    config = load_config(_CONFIG)
    stages = config["nlp"]["pipeline"]
    for stage in (*exclude, *overrides):
        if stage not in stages:
            raise SettingsError(f"no stage {stage!r}; there are: {', '.join(stages)}")
    for stage, settings in overrides.items():
        if not isinstance(settings, Mapping):
            raise SettingsError(f"{stage}: settings are a mapping, such as {{'model': 'natasha'}}")
    for stage, settings in config["components"].items():
        if "model" in settings:
            settings["model"] = name
        settings.update(overrides.get(stage, {}))
    nlp = load_model_from_config(config, auto_fill=True, exclude=list(exclude))
    quicken(nlp.vocab)
    return nlp


@lru_cache(1)
def pipeline() -> Language:
    """The default pipeline, built once."""
    return load()


def annotate(text: str) -> Doc:
    """Annotate one text with the default pipeline, which is built at the first call."""
    return pipeline()(text)

"""The whole pipeline, built from ``config.cfg``."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_config, load_model_from_config

from molva import __version__, models
from molva.contract import declare_extensions
from molva.errors import SettingsError, SourceError
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


def load(
    name: str = "molva",
    *,
    exclude: str | Iterable[str] = (),
    disable: str | Iterable[str] = (),
    **overrides: Mapping[str, Any],
) -> Language:
    """Build the pipeline.

    Args:
        name: the model whose weights the stages use.
        exclude: a stage or several to leave out; those after them may then find less.
        disable: the same, but they are there and can be switched on: ``nlp.enable_pipe("molva_quotes")``.
        overrides: settings of a stage by its name, ``molva_grammar={"model": "natasha"}``.

    Raises:
        ModelError: there is no model of that name, it is damaged, or does not know what a setting asks for.
        SettingsError: there is no stage or setting of that name, or it cannot be set so.
    """
    models.folder(name)
    for stage in _STAGES:
        import_module(f"molva.{stage}")
    declare_extensions()
    config = load_config(_CONFIG)
    stages = config["nlp"]["pipeline"]
    left_out, switched_off = _several(exclude), _several(disable)
    for stage in (*left_out, *switched_off, *overrides):
        if stage not in stages:
            raise SettingsError(f"no stage {stage!r}; there are: {', '.join(stages)}")
    for stage, settings in config["components"].items():
        if "model" in settings:
            settings["model"] = name
        _check(stage, settings, overrides.get(stage, {}))
        settings.update(overrides.get(stage, {}))
    meta = {"name": name, "version": __version__}
    nlp = load_model_from_config(config, meta=meta, auto_fill=True, exclude=left_out, disable=switched_off)
    quicken(nlp.vocab)
    return nlp


def _several(stages: str | Iterable[str]) -> list[str]:
    return [stages] if isinstance(stages, str) else list(stages)


def _check(stage: str, defaults: Mapping[str, Any], settings: Mapping[str, Any]) -> None:
    """See that the settings of a stage are among those that it has, and of their type.

    Raises:
        SettingsError: one is not.
    """
    if not isinstance(settings, Mapping):
        raise SettingsError(f"{stage}: settings are a mapping, such as {{'model': 'natasha'}}")
    known = [key for key in defaults if key != "factory"]
    for key, value in settings.items():
        if key not in known:
            raise SettingsError(f"{stage}: no setting {key!r}; there are: {', '.join(known) or 'none'}")
        wanted = type(defaults[key])
        if not isinstance(value, wanted):
            raise SettingsError(f"{stage}: {key} is {value!r}, and must be of type {wanted.__name__}")


@lru_cache(1)
def pipeline() -> Language:
    """The default pipeline, built once."""
    return load()


def annotate(text: str) -> Doc:
    """Annotate one text with the default pipeline, which is built at the first call.

    Raises:
        SettingsError: what is given is no text.
        SourceError: the text is longer than the pipeline takes, or cut within a character.
    """
    nlp = pipeline()
    check_text(text, nlp)
    return nlp(text)


def check_text(text: object, nlp: Language) -> None:
    """See that a text is one, and no longer than the pipeline takes: spaCy takes bytes for a ``Doc`` that was stored.

    Raises:
        SettingsError: it is none.
        SourceError: it is longer.
    """
    if not isinstance(text, str):
        raise SettingsError(f"a text is wanted (str), and this is {type(text).__name__}; decode bytes before")
    if len(text) > nlp.max_length:
        raise SourceError(
            f"{len(text):,} characters, and the pipeline takes {nlp.max_length:,}; split the text"
        )

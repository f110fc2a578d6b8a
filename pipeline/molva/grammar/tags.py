"""Tags that the spelling of a word rules out, put right."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from molva.networks.morph import Tag

_OPENING, _CLOSING = "(", ")"


def lawful_tags(forms: Sequence[str], tags: Sequence[Tag]) -> list[Tag]:
    """The tags of a sentence with those put right that the characters of a word forbid."""
    lawful = [_lawful(form, tag) for form, tag in zip(forms, tags, strict=True)]
    for i in _smiles(forms):
        lawful[i] = ("SYM", "")
    return lawful


@lru_cache(65_536)
def _lawful(form: str, tag: Tag) -> Tag:
    """What has letters or digits is no punctuation; what has none is punctuation or a symbol."""
    if any(char.isalnum() for char in form):
        return ("X", "") if tag[0] in ("PUNCT", "SYM") else tag
    kinds = {unicodedata.category(char) for char in form}
    if "So" in kinds:  # 😉, ❤️, °
        return "SYM", ""
    if tag[0] in ("PUNCT", "SYM"):
        return tag[0], ""
    return ("PUNCT" if all(kind.startswith("P") for kind in kinds) else "SYM"), ""


def _smiles(forms: Sequence[str]) -> Iterator[int]:
    """Closing brackets that close nothing are a smile: «Спасибо)», «Ура)))»; «1)» counts a list."""
    opened = 0
    for i, form in enumerate(forms):
        if form == _OPENING:
            opened += 1
        elif form and form.strip(_CLOSING) == "":
            if len(form) > 1:
                yield i
            elif opened:
                opened -= 1
            elif i and not (i == 1 and len(forms[0]) <= 2):  # «а)», «10)» at the start of a line
                yield i

"""Tags that the spelling of a word rules out, put right."""

import unicodedata
from functools import lru_cache

from molva.networks.morph import Tag


@lru_cache(65_536)
def lawful_tag(form: str, tag: Tag) -> Tag:
    """The network's tag, or the one that the characters of the word demand.

    What has letters or digits is no punctuation; what has none is punctuation or a symbol.
    """
    has_letters = any(char.isalnum() for char in form)
    if has_letters:
        return ("X", "") if tag[0] in ("PUNCT", "SYM") else tag
    if tag[0] in ("PUNCT", "SYM"):
        return tag[0], ""
    is_mark = all(unicodedata.category(char).startswith("P") for char in form)
    return ("PUNCT" if is_mark else "SYM"), ""

"""Nouns for what somebody does for a living, by how they end: «кардиолог», «автодилер», «гардеробщица»."""

import re

from molva.lexicon.womens import is_womans

# «нутрициолог», «автодилер», «застройщик», «криптоаналитик»; «овен» and «лев» do not
_ENDING = re.compile(
    r"(?:лог|граф|вед|ург|мен|тор|[лнджтвмп]ер|[иа]ст|ант|ент|тель|[щч]ик|ник|тик|рий|юрист|эксперт)$"
)


def is_made_for_callings(word: str) -> bool:
    """Whether a nominative ends as callings do, or is made of one for a woman."""
    return _ENDING.search(word) is not None or is_womans(word)

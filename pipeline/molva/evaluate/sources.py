"""How a gold quote gives its source: by name, by a role, by a pronoun, or not at all."""

from molva.evaluate.golds import Said
from molva.lexicon.folding import fold

PRONOUNS = frozenset(
    "он она они оно его ее их него нее них нем ней ним ними тот та те который которая которые там я мы".split()
)


def source_kind(text: str, quote: Said) -> str:
    """«name», «role», «pronoun», «missing» (a speaker all the same), or «nobody»."""
    if quote.source is None:
        return "missing" if quote.speaker else "nobody"
    words = text[slice(*quote.source)].split()
    if len(words) == 1 and fold(words[0]) in PRONOUNS:
        return "pronoun"
    named = any(word.lstrip("«„“\"'(")[:1].isupper() for word in words[1:])
    return "name" if named or _opens_with_name(words, quote) else "role"


def _opens_with_name(words: list[str], quote: Said) -> bool:
    """A capital that opens the source and stands in the speaker's name too: «Орехов» of Пётр Орехов."""
    first = words[0].strip("«»„“”\"'")
    stem = fold(first)[: max(len(first) - 2, 3)]
    known = (quote.speaker or "").split()
    return first[:1].isupper() and any(fold(word).startswith(stem) and word[:1].isupper() for word in known)

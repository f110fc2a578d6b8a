"""How words are compared."""


def fold(word: str) -> str:
    """Lower case with ё folded to е: «Орёл» → «орел»."""
    return word.lower().replace("ё", "е")

"""What spaCy wants to know of every distinct word, sooner."""

from spacy.attrs import LIKE_NUM
from spacy.lang.ru.lex_attrs import _num_words, like_num
from spacy.vocab import Vocab

_NUMERALS = frozenset(_num_words)


def quicken(vocab: Vocab) -> None:
    """Replace what takes spaCy a third of the time of a new word: it compares each with 600 numerals."""
    vocab.lex_attr_getters[LIKE_NUM] = looks_like_number  # type: ignore[attr-defined]


def looks_like_number(word: str) -> bool:
    """What ``token.like_num`` tells: «25», «+3,5%», «две», «1/2»."""
    if any(char.isdigit() for char in word):
        return bool(like_num(word))
    bare = word[1:] if word.startswith(("+", "-", "±", "~")) else word
    return bare.removesuffix("%").replace(",", "").replace(".", "").lower() in _NUMERALS

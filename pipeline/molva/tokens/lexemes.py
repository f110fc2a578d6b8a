"""What spaCy wants to know of every distinct word, sooner: nine in ten consist of letters, which answers most of it."""

from spacy.attrs import LIKE_NUM, LIKE_URL, SHAPE
from spacy.lang.lex_attrs import like_url, word_shape
from spacy.lang.ru.lex_attrs import _num_words, like_num
from spacy.vocab import Vocab

_NUMERALS = frozenset(_num_words)
_LONGEST_RUN, _LONG = 4, 100  # of a shape «Xxxxx»; of a word that has a shape


def quicken(vocab: Vocab) -> None:
    """Replace what takes spaCy a third of the time of a new word: it compares each with 600 numerals."""
    vocab.lex_attr_getters |= {  # type: ignore[attr-defined]
        LIKE_NUM: looks_like_number,
        LIKE_URL: looks_like_url,
        SHAPE: shape,
    }


def looks_like_number(word: str) -> bool:
    """What ``token.like_num`` tells: «25», «+3,5%», «две», «1/2»."""
    if word.isalpha():
        return word.lower() in _NUMERALS
    if any(char.isdigit() for char in word):
        return bool(like_num(word))
    bare = word[1:] if word.startswith(("+", "-", "±", "~")) else word
    return bare.removesuffix("%").replace(",", "").replace(".", "").lower() in _NUMERALS


def looks_like_url(word: str) -> bool:
    """What ``token.like_url`` tells."""
    return not word.isalpha() and like_url(word)


def shape(word: str) -> str:
    """What ``token.shape_`` tells: «xxxx» of «смета», «Xxxxx» of «Орехов», «dd-x» of «25-й»."""
    if word.isalpha() and len(word) < _LONG:
        if word.islower():
            return "x" * min(len(word), _LONGEST_RUN)
        if word[0].isupper() and word[1:].islower():
            return "X" + "x" * min(len(word) - 1, _LONGEST_RUN)
    return word_shape(word)

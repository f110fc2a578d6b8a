"""pymorphy3 and its dictionary, behind one door.

Words of the dictionary are looked up in it directly: what pymorphy3 does for one, a dozen units
asked in turn and several objects built for each reading, takes many times as long and says the same.
"""

from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

import pymorphy3
from pymorphy3.units.by_analogy import KnownPrefixAnalyzer, KnownSuffixAnalyzer, UnknownPrefixAnalyzer
from pymorphy3.units.by_lookup import DictionaryAnalyzer

from molva.lexicon.lists import shared_list

Marks = tuple[str, frozenset[str], str]
"""A part of speech, all marks, and both as pymorphy3 writes them."""
Cell = tuple[int, int]
"""A paradigm of the dictionary, and which of its forms."""

_LIKE = "минкультуры"  # the word of the dictionary that newer ministries stand for
_PREFIXED = (KnownPrefixAnalyzer, UnknownPrefixAnalyzer)


class Analysis(NamedTuple):
    """One way to read a word form, in OpenCorpora's terms.

    ``pos`` is the part of speech (NOUN, ADJF, PRTF, …), ``grammemes`` all marks, ``score`` how
    often the form is meant so (0..1, within the form), ``known`` whether the dictionary has it.
    ``spelt`` is the form in lower case, with ё where the dictionary writes it; ``place`` its cell
    in the dictionary or, of what is guessed, which of pymorphy3's readings this is.
    """

    lemma: str
    pos: str
    grammemes: frozenset[str]
    score: float
    known: bool
    spelt: str
    place: Cell | int

    def inflect(self, *grammemes: str) -> str | None:
        """Another form of the same word in lower case; None where the paradigm lacks it."""
        marks = frozenset(grammemes)
        if isinstance(self.place, int):
            return _guessed_form(self.spelt, self.place, marks)
        return _form(self.spelt, self.place, marks)

    def forms(self, *grammemes: str) -> list[str]:
        """All forms of the word with these marks, in lower case."""
        marks = set(grammemes)
        if isinstance(self.place, int):
            lexeme = _parses(self.spelt)[self.place].lexeme
            return [str(form.word) for form in lexeme if marks <= form.tag.grammemes]
        fitting = [n for n, of_form in enumerate(_paradigm(self.place[0])) if marks <= of_form[1]]
        return [_turn(self.spelt, self.place, n) for n in fitting]


@lru_cache(30_000)
def analyses_of(word: str) -> tuple[Analysis, ...]:
    """All readings of a word form, the likeliest first; never empty."""
    return _analyses(word.lower())


def known_marks(word: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Part of speech and marks of each reading that the dictionary has; alike for all words that decline alike."""
    return tuple([one[1:3] for one in analyses_of(word) if one.known])


@lru_cache(20_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has the form itself."""
    return bool(_analyzer().word_is_known(word))


@lru_cache(1)
def _analyzer() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(20_000)
def _analyses(word: str) -> tuple[Analysis, ...]:
    found = _looked_up(word) if len(word) > 1 else ()  # one letter may be an initial too
    return found or _guessed(word)


def _looked_up(word: str) -> tuple[Analysis, ...]:
    """The readings that the dictionary has, ordered as pymorphy3 orders them."""
    analyzer = _analyzer()
    like = _LIKE if word in shared_list("newer") else word
    spellings = analyzer.dictionary.words.similar_items(like, analyzer.char_substitutes)
    cells = [(word if like is _LIKE else spelt, cell) for spelt, cells in spellings for cell in cells]
    marks = [_marks(cell) for _, cell in cells]
    shares = _shares(like, [tag for _, _, tag in marks])
    found = [
        Analysis(_turn(spelt, cell, 0), pos, grammemes, share, True, spelt, cell)
        for (spelt, cell), (pos, grammemes, _), share in zip(cells, marks, shares, strict=True)
    ]
    found.sort(key=attrgetter("score"), reverse=True)
    return tuple(found)


def _shares(word: str, tags: Sequence[str]) -> list[float]:
    """How often a form is meant so, by its tags; all alike where nobody has counted."""
    if len(tags) < 2:
        return [1.0] * len(tags)
    counted = _analyzer().prob_estimator.p_t_given_w
    shares = [counted.get(f"{word}:{tag}", 0) / counted.MULTIPLIER for tag in tags]
    return shares if any(shares) else [1 / len(tags)] * len(tags)


def _guessed(word: str) -> tuple[Analysis, ...]:
    """The readings that pymorphy3 guesses."""
    parses = _parses(word)
    known = {form: is_known(form) for form in {parse.word for parse in parses}}
    return tuple(
        Analysis(p.normal_form, str(p.tag.POS or ""), p.tag.grammemes, float(p.score), known[p.word], word, n)
        for n, p in enumerate(parses)
    )


@lru_cache(20_000)
def _guessed_form(word: str, place: int, marks: frozenset[str]) -> str | None:
    """Another form of a word that the dictionary does not have."""
    parse = _parses(word)[place]
    base, *above = parse.methods_stack
    if _declines(base, [unit for unit, _ in above]):
        _, spelt, *cell = base
        prefix = "".join([cut for unit, cut in reversed(above) if isinstance(unit, _PREFIXED)])
        form = _form(spelt, tuple(cell), marks)
        return None if form is None else prefix + form
    other = parse.inflect(set(marks))
    return None if other is None else str(other.word)


def _declines(base: Sequence[Any], above: Sequence[Any]) -> bool:
    """Whether pymorphy3 declines a word like a known one that ends alike, or like one behind its prefix."""
    likened = all(isinstance(unit, (*_PREFIXED, KnownSuffixAnalyzer)) for unit in above)
    return likened and isinstance(base[0], DictionaryAnalyzer)


@lru_cache(2_000)
def _parses(word: str) -> list[Any]:
    """pymorphy3's own readings of a form in lower case."""
    return list(_analyzer().parse(word))


def _form(spelt: str, cell: Cell, marks: frozenset[str]) -> str | None:
    """Another form of a word, with these marks."""
    other = _turned(cell, marks)
    return None if other is None else _turn(spelt, cell, other)


@lru_cache(50_000)
def _turned(cell: Cell, marks: frozenset[str]) -> int | None:
    """Which form of the paradigm has these marks and otherwise, as far as may be, those of this one.

    pymorphy3's choice, made once for all words that decline alike: it asks for every form of the word.
    """
    forms = [of_form[1] for of_form in _paradigm(cell[0])]
    found = [n for n, grammemes in enumerate(forms) if marks <= grammemes]
    if not found:
        marks = frozenset(_analyzer().TagClass.fix_rare_cases(marks))
        found = [n for n, grammemes in enumerate(forms) if marks <= grammemes]
    wanted = _analyzer().dictionary.build_tag_info(*cell).updated_grammemes(marks)

    def likeness(n: int) -> float:
        return len(wanted & forms[n]) - 0.1 * len(wanted ^ forms[n])

    return max(found, key=likeness, default=None)


def _turn(spelt: str, cell: Cell, other: int) -> str:
    """A form turned into another of its paradigm: around the stem stand other letters."""
    number = cell[1]
    if number == other:
        return spelt
    words = _analyzer().dictionary
    prefixes, endings, parts = words.paradigm_prefixes, words.suffixes, words.paradigms[cell[0]]
    last = len(parts) // 3 * 2  # the endings of all forms, their tags, their prefixes
    stem = spelt[len(prefixes[parts[last + number]]) : len(spelt) - len(endings[parts[number]])]
    return str(prefixes[parts[last + other]] + stem + endings[parts[other]])


def _marks(cell: Cell) -> Marks:
    parts = _analyzer().dictionary.paradigms[cell[0]]
    return _marks_of(parts[len(parts) // 3 + cell[1]])


@lru_cache(8_000)
def _marks_of(tag: int) -> Marks:
    """What a tag of the dictionary says; it has some 5,000."""
    found = _analyzer().dictionary.gramtab[tag]
    return str(found.POS or ""), found.grammemes, str(found)


@lru_cache(5_000)
def _paradigm(paradigm: int) -> list[Marks]:
    """What all forms of a paradigm say."""
    size = len(_analyzer().dictionary.paradigms[paradigm]) // 3
    return [_marks((paradigm, number)) for number in range(size)]

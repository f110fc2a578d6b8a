"""pymorphy3 and its dictionary, behind one door.

Words of the dictionary are looked up in it directly: what pymorphy3 does for one, a dozen units
asked in turn and an object built for each reading, takes four times as long and says the same.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import pymorphy3


class Analysis(NamedTuple):
    """One way to read a word form, in OpenCorpora's terms.

    ``pos`` is the part of speech (NOUN, ADJF, PRTF, …), ``grammemes`` all marks, ``score`` how
    often the form is meant so (0..1, within the form), ``known`` whether the dictionary has it.
    ``word`` and ``place`` lead back to pymorphy3: the form in lower case, and which of its
    readings this is; ``entry`` leads into the dictionary, where that has the form.
    """

    lemma: str
    pos: str
    grammemes: frozenset[str]
    score: float
    known: bool
    word: str
    place: int
    entry: "Entry | None" = None

    def inflect(self, *grammemes: str) -> str | None:
        """Another form of the same word in lower case; None where the paradigm lacks it."""
        marks = frozenset(grammemes)
        return _guessed_form(self.word, self.place, marks) if self.entry is None else self.entry.form(marks)

    def forms(self, *grammemes: str) -> list[str]:
        """All forms of the word with these marks, in lower case."""
        return [str(form.word) for form in self._parse.lexeme if set(grammemes) <= form.tag.grammemes]

    @property
    def _parse(self) -> Any:
        return _parses(self.word)[self.place]


class Entry(NamedTuple):
    """Where the dictionary has a form: its spelling with ё, its paradigm, its number in the paradigm."""

    spelt: str
    paradigm: int
    number: int

    def form(self, marks: frozenset[str]) -> str | None:
        """The form of the same word with these marks."""
        other = _turned(self.paradigm, self.number, marks)
        if other is None:
            return None
        (prefix, suffix), (new_prefix, new_suffix) = (
            _affixes(self.paradigm, n) for n in (self.number, other)
        )
        return new_prefix + self.spelt[len(prefix) : len(self.spelt) - len(suffix)] + new_suffix


def analyses_of(word: str) -> tuple[Analysis, ...]:
    """All readings of a word form, the likeliest first; never empty."""
    return _analyses(word.lower())


def is_known(word: str) -> bool:
    """Whether the dictionary has the form itself."""
    return bool(_analyzer().word_is_known(word))


@lru_cache(1)
def _analyzer() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(20_000)
def _analyses(word: str) -> tuple[Analysis, ...]:
    found = list(_looked_up(word)) if len(word) > 1 else []  # one letter may be an initial too
    if not found:
        guessed = _parses(word)
        known = {form: is_known(form) for form in {parse.word for parse in guessed}}
        found = [(p.normal_form, p.tag, float(p.score), known[p.word], None) for p in guessed]
    return tuple(
        Analysis(lemma, *_marks(tag), score, known, word, place, entry)
        for place, (lemma, tag, score, known, entry) in enumerate(found)
    )


def _looked_up(word: str) -> Iterator[tuple[str, Any, float, bool, Entry | None]]:
    """Lemma, tag, score and entry of each reading in the dictionary, ordered as pymorphy3 orders them."""
    analyzer = _analyzer()
    words = analyzer.dictionary
    found = [
        (
            words.build_normal_form(paradigm, form, spelt),
            words.build_tag_info(paradigm, form),
            Entry(spelt, paradigm, form),
        )
        for spelt, places in words.words.similar_items(word, analyzer.char_substitutes)
        for paradigm, form in places
    ]
    shares = [analyzer.prob_estimator.p_t_given_w.prob(word, tag) for _, tag, _ in found]
    if found and not any(shares):
        shares = [1 / len(found)] * len(found)
    for n in sorted(range(len(found)), key=shares.__getitem__, reverse=True):
        lemma, tag, entry = found[n]
        yield lemma, tag, shares[n], True, entry


@lru_cache(50_000)
def _turned(paradigm: int, number: int, marks: frozenset[str]) -> int | None:
    """Which form of a paradigm has these marks and otherwise, as far as may be, those of form ``number``.

    pymorphy3's choice, made once for all words that decline alike: it asks for every form of the word.
    """
    words, tag_class = _analyzer().dictionary, _analyzer().TagClass
    tags = [words.build_tag_info(paradigm, n) for n in range(len(words.paradigms[paradigm]) // 3)]
    found = [n for n, tag in enumerate(tags) if marks <= tag.grammemes]
    if not found:
        marks = frozenset(tag_class.fix_rare_cases(marks))
        found = [n for n, tag in enumerate(tags) if marks <= tag.grammemes]
    wanted = tags[number].updated_grammemes(marks)

    def likeness(n: int) -> float:
        return len(wanted & tags[n].grammemes) - 0.1 * len(wanted ^ tags[n].grammemes)

    return max(found, key=likeness, default=None)


@lru_cache(20_000)
def _affixes(paradigm: int, number: int) -> tuple[str, str]:
    """What stands before and behind the stem in a form of a paradigm."""
    words = _analyzer().dictionary
    cells = words.paradigms[paradigm]
    size = len(cells) // 3
    return words.paradigm_prefixes[cells[2 * size + number]], words.suffixes[cells[number]]


@lru_cache(20_000)
def _guessed_form(word: str, place: int, marks: frozenset[str]) -> str | None:
    """Another form of a word that the dictionary does not have."""
    form = _parses(word)[place].inflect(set(marks))
    return None if form is None else str(form.word)


@lru_cache(2_000)
def _parses(word: str) -> list[Any]:
    """pymorphy3's own readings of a form in lower case."""
    return list(_analyzer().parse(word))


@lru_cache(8_000)
def _marks(tag: Any) -> tuple[str, frozenset[str]]:
    """The part of speech and all marks of a tag; the dictionary has some 5,000 tags."""
    return str(tag.POS or ""), frozenset(tag.grammemes)

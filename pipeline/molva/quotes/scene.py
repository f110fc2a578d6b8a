"""A document as the quote rules see it: its words, its pairs of marks, its cues."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from molva.quotes import paragraph_marks
from molva.quotes.cues import Cue, find_cues
from molva.quotes.draft import Stretch
from molva.quotes.paragraph_marks import Chain, over_paragraphs, reopened
from molva.words import Words

DASHES = frozenset({"—", "–", "-", "―", "−", "--", "---"})
PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
CLOSED = frozenset({"ADP", "PRON", "SCONJ", "CCONJ", "PART", "DET"})
BRACKETS = frozenset("()")
CLAUSE_EDGES = frozenset({",", ";", ":", "(", ")", *DASHES})
YEAR = 4  # digits
ENDLESS = 300  # words of a list without a full stop, in which a content ends all the same
# Words that have a capital only where a sentence begins.
ANEW = frozenset("По Согласно Со Как Об При Он Она Они Это Но Однако Также Там Кроме".split())
UNITS = frozenset("т г кг км м см мм га л руб коп млн млрд трлн тыс долл чел барр".split())
ENDS = paragraph_marks.ENDS
ADDRESS = re.compile(r"https?://[^\s)\]»]+")
LINK = re.compile(r"\]\((?:https?://|www\.)")


@dataclass(frozen=True)
class Scene:
    """The words of a document with everything the rules ask for again and again."""

    words: Words

    @cached_property
    def cues(self) -> dict[int, Cue]:
        """Cues by their head word."""
        return find_cues(self.words)

    @cached_property
    def chains(self) -> list[Chain]:
        """Speech that opens again in every paragraph: (opening mark, closing mark or None) a paragraph."""
        return reopened(self.words)

    @cached_property
    def closed(self) -> list[Stretch]:
        """The closed pairs as (opening mark, closing mark), also over a paragraph's end."""
        over = over_paragraphs(self.words, {mark for chain in self.chains for mark, _ in chain})
        first = {mark for mark, _ in over}
        found = [(pair.open, pair.close) for pair in self.words.pairs if pair.close is not None]
        return sorted([pair for pair in found if pair[0] not in first] + over)

    @cached_property
    def _around(self) -> list[int]:
        """For each word the number in ``closed`` of the innermost pair around it, or -1."""
        around = [-1] * len(self.words)
        for number, (start, end) in enumerate(self.closed):
            around[start + 1 : end] = [number] * (end - start - 1)
        return around

    def pair_around(self, i: int) -> Stretch | None:
        """The innermost closed pair of marks around word ``i``."""
        number = self._around[i]
        return self.closed[number] if number >= 0 else None

    @cached_property
    def brackets(self) -> dict[int, int]:
        """Closing round bracket by opening one, inside a paragraph."""
        words, found = self.words, dict[int, int]()
        waiting: list[int] = []
        for i in [i for i, form in enumerate(words.form) if form in BRACKETS]:
            if waiting and words.par[waiting[-1]] != words.par[i]:
                waiting.clear()
            if words.form[i] == "(":
                waiting.append(i)
            elif waiting:
                found[waiting.pop()] = i
        return found

    @cached_property
    def bracketed(self) -> dict[int, int]:
        """Opening round bracket by closing one."""
        return {close: start for start, close in self.brackets.items()}

    @cached_property
    def _bracket_of(self) -> dict[int, Stretch]:
        """The innermost pair of brackets around each word that has one."""
        pairs = sorted(self.brackets.items(), key=lambda pair: pair[0])
        return {i: (start, end) for start, end in pairs for i in range(start + 1, end)}

    def bracket_around(self, i: int) -> Stretch | None:
        """The innermost pair of round brackets around word ``i``."""
        return self._bracket_of.get(i)

    @cached_property
    def _sentence_of(self) -> list[Stretch]:
        """The sentence of each word."""
        pieces = (piece for stretch in self.words.sentences for piece in self._pieces(*stretch))
        return [piece for piece in pieces for _ in range(*piece)]

    def _pieces(self, start: int, end: int) -> Iterator[Stretch]:
        """A sentence whole; an endless one, which nobody has written, cut at commas outside of marks.

        The comma behind long speech is no such: «…», — сказал он.
        """
        while end - start > ENDLESS:
            commas = (i for i in range(start + ENDLESS, end - 1) if self.words.form[i] == ",")
            free = (i for i in commas if self.pair_around(i) is None and i - 1 not in self.closes)
            comma = next(free, end - 1)
            yield start, comma + 1
            start = comma + 1
        if start < end:
            yield start, end

    def sentence(self, i: int) -> Stretch:
        """The sentence of word ``i``."""
        return self._sentence_of[i]

    @cached_property
    def addresses(self) -> dict[int, int]:
        """The first word of every address on the net («https://…») by its last."""
        words, found = self.words, dict[int, int]()
        for match in ADDRESS.finditer(words.text) if "://" in words.text else ():
            first, last = bisect_left(words.start, match.start()), bisect_left(words.start, match.end()) - 1
            if 0 <= first <= last:
                found[last] = first
        return found

    @cached_property
    def links(self) -> list[int]:
        """The first words behind the addresses of «[мост закроют](https://…) — мэр», which no word shows."""
        words = self.words
        return [bisect_left(words.start, match.start()) for match in LINK.finditer(words.text)]

    @cached_property
    def breaks(self) -> dict[Stretch | None, list[int]]:
        """Where a sentence begins inside the words of a longer one, by the pair of marks around it.

        Direct speech is one sentence with its author's words, however many sentences it holds; and
        «… 30 апреля 2011г. По словам Орехова, …» is split by nobody. A capital after a stop begins a
        sentence inside marks; outside of them only a word that is never capitalised otherwise does.
        Such a word needs no stop: «…, сообщает «Бакен» По словам Орехова, …».
        """
        found: dict[Stretch | None, list[int]] = {}
        words = self.words
        for stop in [i for i, form in enumerate(words.form[:-1]) if i and form in ENDS]:
            pair = self.pair_around(stop)
            first = stop + 1 + (self._is_left_out(stop) and stop + 2 < len(words))
            if words.sent[stop] != words.sent[first] or self.pair_around(first) != pair:
                continue
            if self._begins(first, stop, in_marks=pair is not None):
                found.setdefault(pair, []).append(first)
        for i in [i for i, form in enumerate(words.form) if form in ANEW and self._without_a_stop(i)]:
            found.setdefault(self.pair_around(i), []).append(i)
        return {pair: sorted(places) for pair, places in found.items()}

    def _is_left_out(self, stop: int) -> bool:
        """«Мост закрыт <|…|> Объезд открыт»: dots in brackets for what was left out."""
        around = self.words.form[stop - 1], self.words.form[stop + 1]
        return self.words.form[stop] in {"…", "..."} and around in {("<", ">"), ("(", ")"), ("[", "]")}

    def _without_a_stop(self, i: int) -> bool:
        """Whether a capital behind a word or a closing mark shows that a full stop or the end of a heading is lost."""
        words = self.words
        if i == 0 or i + 1 == len(words) or words.sent[i - 1] != words.sent[i] or words.ent[i]:
            return False
        ended = words.form[i - 1][-1:].isalnum() or i - 1 in self.closes or words.form[i - 1] == ")"
        return ended and words.form[i + 1][:1].islower()

    def unbroken(self, i: int) -> Stretch:
        """The sentence of word ``i``, as far as no other one begins in it outside of marks."""
        start, end = self.sentence(i)
        places = self.breaks.get(None, ())
        before = (place for place in places if start < place <= i)
        behind = (place for place in places if i < place < end)
        return max(before, default=start), min(behind, default=end)

    def _begins(self, i: int, stop: int, *, in_marks: bool) -> bool:
        """Whether a sentence begins at word ``i`` behind a stop that does not end the one it stands in."""
        words = self.words
        first = i + 1 if i in self.opens and i + 1 < len(words) else i
        if words.start[i] - words.end[stop] > 1 and not words.form[first][:1].islower():
            return True  # «… стоит 2 млн.   22 июля порт …»: a gap that was the end of a line
        if words.form[i] == "(" and words.ent[i + 1 : i + 2] == ["PER"] and words.start[i] == words.end[stop]:
            return True  # «Мост закрыт.(Нина Зуева, «Бакен»)»: who has written it
        if not words.form[first][:1].isupper():
            return False
        if words.form[stop] == "." and (self._measures(stop - 1) or self._letters(stop - 1, first)):
            return words.pos[first] != "PROPN" or self._both_tell(stop, first)
        if words.form[stop] == "." and self._is_pronoun(stop - 1):
            return True
        if words.form[stop] == "." and len(words.form[stop - 1]) < 3 and words.form[stop - 1].isalpha():
            in_marks = in_marks and self._is_word(stop - 1)  # «г. Омск», «А. Лаптева»
            if self._lone_initial(stop - 1, first) or self._both_told(stop, first):
                return True
        return in_marks or words.pos[first] in CLOSED and not words.ent[first]

    def _measures(self, i: int) -> bool:
        """Whether a word is the short form of a unit behind its number: «снизится до 15 млн т. Новые …»."""
        numbers = [form for form in self.words.form[max(i - 3, 0) : i] if form[:1].isdigit()]
        year = self.lower(i) == "г" and len("".join(numbers)) == YEAR
        return self.lower(i) in UNITS and bool(numbers) and not year

    def _letters(self, i: int, first: int) -> bool:
        """«заболели гриппом А. Врачи …»: a letter that names a kind, and no initial of somebody."""
        words = self.words
        kind = words.form[i].isupper() and len(words.form[i]) == 1 and words.pos[i - 1] == "NOUN"
        return kind and not words.ent[i] and not words.ent[first]

    def _is_pronoun(self, i: int) -> bool:
        """«сказали в |нём|. Врачи …»: behind its preposition a pronoun, and nothing shortened."""
        return self.lower(i) in {"нем", "ней", "них", "ним"} and self.words.pos[i - 1] == "ADP"

    def _is_word(self, i: int) -> bool:
        """«поедет |он|. Ребята …», «отвечу |я|. Ребята …», «матч в |РФ|. Ребята …»: a whole word, or an abbreviation that needs no stop."""
        form = self.words.form[i]
        return form == "я" or len(form) > 1 and (form.isupper() or self.words.pos[i] == "PRON")

    def _lone_initial(self, i: int, first: int) -> bool:
        """«сообщила Нина |К|. Другая соседка …»: a letter that closes a name instead of the surname."""
        words = self.words
        letter = i > 0 and len(words.form[i]) == 1 and words.form[i].isupper() and words.ent[i] == "PER"
        named = letter and words.ent[i - 1] == "PER" and len(words.form[i - 1]) > 1
        return named and words.pos[first] != "PROPN" and words.ent[first] != "PER"

    def _both_told(self, stop: int, first: int) -> bool:
        """«мост откроют в 2022 |г|. Жители не верят»: a clause has one predicate, and here one stands on either side.

        «В 2022 г. Орехов открыл мост» has none before the stop.
        """
        year = self.lower(stop - 1) == "г" and self.words.form[stop - 2][-1:].isdigit()
        return year and self._both_tell(stop, first)

    def _both_tell(self, stop: int, first: int) -> bool:
        """«намело до 39 |см|. Орехов ждёт оттепели»: whether a predicate stands on either side of a stop."""
        words, (start, end) = self.words, self.sentence(stop)
        before = next((i for i in range(stop - 1, start, -1) if words.form[i] in CLAUSE_EDGES), start)
        behind = next((i for i in range(first, end) if self._leaves_clause(i)), end)
        oblique = words.feat(first, "Case") in {"Gen", "Dat", "Ins", "Loc"}
        return not oblique and self.has_predicate(before, stop) and self.has_predicate(first, behind)

    def _leaves_clause(self, i: int) -> bool:
        """Whether a clause ends or is joined to another one at word ``i``."""
        return self.words.form[i] in CLAUSE_EDGES or self.words.pos[i] in {"CCONJ", "SCONJ"}

    @cached_property
    def _paragraph_of(self) -> list[Stretch]:
        """The paragraph of each word."""
        return [stretch for stretch in self.words.paragraphs for _ in range(*stretch)]

    def paragraph(self, i: int) -> Stretch:
        """The paragraph of word ``i``."""
        return self._paragraph_of[i]

    @cached_property
    def opens(self) -> dict[int, int]:
        """Closing mark by opening mark."""
        return dict(self.closed)

    @cached_property
    def closes(self) -> dict[int, int]:
        """Opening mark by closing mark."""
        return {close: start for start, close in self.closed}

    @cached_property
    def outermost(self) -> dict[int, int]:
        """The first opening mark by closing mark: one mark may close several pairs."""
        return {close: start for start, close in reversed(self.closed)}

    @cached_property
    def limits(self) -> dict[int, Stretch]:
        """What ``edges.limits`` has answered so far."""
        return {}

    @cached_property
    def of_this(self) -> list[int]:
        """Where «об этом» stands."""
        return [i for i, form in enumerate(self.words.lower) if form == "об" and self.is_of_this(i)]

    def is_of_this(self, i: int) -> bool:
        """Whether «об этом» begins at a word."""
        return self.words.lower[i : i + 2] == ["об", "этом"]

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The words of all names of people in the text, folded, as written and as lemmas."""
        words = self.words
        people = [i for i, label in enumerate(words.ent) if label == "PER"]
        return frozenset(words.lower[i] for i in people) | frozenset(words.lemma[i] for i in people)

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The words of all names of bodies in the text, as written, and what they are called for short: «(СТА)»."""
        words = self.words
        named = [i for i, label in enumerate(words.ent) if label == "ORG"]
        short = (
            i + 2 for i in named if words.form[i + 1 : i + 2] == ["("] and self.brackets.get(i + 1) == i + 3
        )
        return frozenset(words.form[i] for i in [*named, *short])

    def lower(self, i: int) -> str:
        """The folded form of word ``i``, or an empty string outside the text."""
        lower = self.words.lower
        return lower[i] if 0 <= i < len(lower) else ""

    @cached_property
    def _finite(self) -> list[bool]:
        """For each word whether it can be a predicate."""
        rows = zip(self.words.pos, self.words.feats, self.words.ent, strict=True)
        return [pos in PREDICATES and _tells(pos, feats, label) for pos, feats, label in rows]

    @cached_property
    def _finite_before(self) -> list[int]:
        """For each word how many of these stand before it."""
        return list(accumulate(self._finite, initial=0))

    def is_finite(self, i: int) -> bool:
        """Whether a word can be the predicate of a clause."""
        return self._finite[i]

    def has_predicate(self, start: int, end: int) -> bool:
        """Whether a stretch holds a finite verb or a short form."""
        return start < end and self._finite_before[end] > self._finite_before[start]

    def has_subject(self, start: int, end: int) -> bool:
        """Whether a stretch holds a subject with what is said of it, a verb or not: «Движение открыто», «днём оттепель»."""
        words = self.words
        return any(words.is_subject(i) and start <= words.head[i] < end for i in range(start, end))

    def holds_name(self, mark: int) -> bool:
        """Whether a mark opens a pair around the name of a body and nothing else: «|Осторожно, море|»."""
        words, close = self.words, self.opens.get(mark)
        if close is None or close < mark + 2 or words.ent[mark + 1] != "ORG":
            return False
        tokens = range(words.index[mark + 1] + 1, words.index[close - 1] + 1)
        return all(words.doc[k].ent_iob_ == "I" for k in tokens)

    def is_dash(self, i: int) -> bool:
        """Whether word ``i`` is a dash."""
        return self.lower(i) in DASHES

    def from_to(self, dash: int) -> bool:
        """Whether a dash joins two places: «на открытии дороги Омск — Тара»."""
        near = (dash - 1, dash + 1)
        return self.is_dash(dash) and all(i < len(self.words) and self.words.ent[i] == "LOC" for i in near)

    def in_clock(self, i: int) -> bool:
        """Whether word ``i`` is the colon of a time of day: «в 3:10»."""
        if self.lower(i) != ":" or not self.lower(i - 1).isdigit() or not self.lower(i + 1).isdigit():
            return False
        return self.words.end[i - 1] == self.words.start[i] and self.words.end[i] == self.words.start[i + 1]

    def in_initial(self, i: int) -> bool:
        """Whether word ``i`` is the full stop behind the first letter of a name: «заявление С. Лаптева»."""
        letter = self.words.form[i - 1] if i else ""
        return self.words.form[i] == "." and len(letter) == 1 and letter.isupper()

    def in_web_name(self, i: int) -> bool:
        """Whether word ``i`` is the full stop of an address on the net: «stvor.ru», «STVOR1.RU», «Створ.КЗ», «Вести.Ру» in one name."""
        words = self.words
        if words.form[i] != "." or not 0 < i < len(words) - 1:
            return False
        behind = words.form[i + 1]
        zone = behind in {"РФ", "РУ", "КЗ"} or behind.isascii() and behind.isalpha()
        named = words.ent[i - 1] == words.ent[i] == words.ent[i + 1] == "ORG"
        if not named and not behind.islower() and not zone:
            return False
        return words.end[i - 1] == words.start[i] and words.end[i] == words.start[i + 1]

    def backwards(self, last: int, first: int) -> Iterator[int]:
        """The words from ``last`` back to ``first``, over what stands in marks and brackets."""
        i = last
        while i >= first:
            opening = max(self.closes.get(i, -1), self.bracketed.get(i, -1))
            if opening >= first:
                i = opening - 1
                continue
            yield i
            i -= 1

    def line_breaks(self, i: int) -> int:
        """How many line breaks stand right before word ``i``."""
        return self.words.text[self.words.end[i - 1] : self.words.start[i]].count("\n")

    def jump(self, i: int) -> int:
        """The word after the pair that opens at ``i``, or ``i`` itself when none does."""
        return self.opens[i] + 1 if i in self.opens else i


def _tells(pos: str, feats: Mapping[str, str], label: str) -> bool:
    """A finite verb, a short form, or a word that declines by nothing: «так жить |нельзя|».

    «Анна |Маслова|» is a surname, which the tagger may have for a short form.
    """
    if pos == "ADJ" and label == "PER":
        return False
    verb = pos != "ADJ" and (feats.get("VerbForm") == "Fin" or pos == "VERB" and not feats)
    return verb or feats.get("Variant") == "Short"

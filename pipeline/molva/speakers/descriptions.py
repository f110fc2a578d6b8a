"""Descriptions: the nouns by which a text speaks of persons, bodies and groups.

«87-летнего политика», «пресс-служба МВД Киргизии», «один из советников губернатора», «эксперты».
Nouns of the lexicons count, and every other animate noun («строитель»), so that a pronoun has
all its possible antecedents before it.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from molva.contract import Kind
from molva.entities.dictionary import adjective_readings, likeliest_nominative, noun_readings
from molva.lexicon.folding import fold
from molva.lexicon.nouns import Noun, bodies, roles, synonyms, titled
from molva.speakers.bodies import body
from molva.speakers.chains import Chain, Link
from molva.speakers.dependents import Names
from molva.speakers.lexicon import groups, posts
from molva.speakers.lexicon import words as word_list
from molva.speakers.listed import by_halves, listed
from molva.speakers.narrowing import narrowing
from molva.speakers.nobody import describes_nobody
from molva.speakers.other_senses import means_something_else
from molva.speakers.phrases import noun_phrase
from molva.speakers.pronouns import subject_gender
from molva.speakers.rulers import calls_for
from molva.speakers.whose import NOBODYS, Whose
from molva.words import Words

FORMER = "экс-"
PLACE = "местность"  # the kind under which the lexicon has what the head of a place may be called
_NOUNS = frozenset(("NOUN", "PROPN", "ADJ", "VERB"))
_DEPENDENT = frozenset(("amod", "acl", "conj", "parataxis", "advcl"))  # of adjectives: they stand for no noun
_INDEFINITE = frozenset(
    "некий некоторый другой иной каждый любой какой-то какой-либо никакой очередной".split()
)
FORMERLY = frozenset(("бывший", "прежний"))
LOCAL_HEADS = frozenset(("глава", "врио главы"))
_POSTS = frozenset(("глава", "врио", "заместитель"))


@dataclass(slots=True, eq=False)
class Description:
    """A description with what it says.

    ``noun`` is its concept; ``narrowed`` the words that narrow it, places by their usual name;
    ``places`` those of them that are places. ``listed`` tells whether a lexicon knows the noun;
    ``indefinite`` («один из», «некий», «житель одного из домов») that it brings up somebody new; ``local`` that he is the head of a
    place («глава Залесья»); ``owners`` are the cores of the names in it («источник ТАСС»);
    ``whose`` what they and other words tell of the owner, once the names have their entities.
    """

    link: Link
    noun: Noun
    narrowed: set[str]
    places: set[str]
    listed: bool
    indefinite: bool = False
    anonymous: bool = False
    former: bool = False
    local: bool = False
    owners: frozenset[str] = frozenset()
    whose: Whose = NOBODYS
    chain: Chain | None = None

    @property
    def concepts(self) -> frozenset[str]:
        """What one who is described like this may be called later."""
        local = {PLACE} if self.local and self.noun.concept in LOCAL_HEADS else set[str]()
        broader = self.noun.broader | posts(self.noun, self.narrowed | local)
        broader |= calls_for(self.noun.concept, self.narrowed)
        if not self.former:
            return broader
        offices = {FORMER + one for one in synonyms(self.noun)}
        return frozenset(offices.union(c for c in broader if not _office(c, self.noun)))

    @property
    def bare(self) -> bool:
        """Whether nothing but the noun itself stands there: «министр»."""
        return self.link.end - self.link.start == 1

    @property
    def bare_one(self) -> bool:
        """«Министр», and no «министры»."""
        return self.bare and self.link.number != "Plur"

    @property
    def wanted(self) -> str:
        """The concept that an antecedent has to be known by."""
        return (FORMER if self.former else "") + self.noun.concept


def find(words: Words, names: Names) -> list[Description]:
    """All descriptions of a document in text order; ``names`` as for ``phrases.right_edge``."""
    inside = {i for start, name in names.items() for i in range(start, name.end)}
    return [
        description
        for i, pos in enumerate(words.pos)
        if pos in _NOUNS and i not in inside and (description := describe(words, i, names)) is not None
    ]


def describe(words: Words, i: int, names: Names) -> Description | None:
    """The description headed by word ``i``, or None when the word describes nobody."""
    looked = _look_up(words, i)
    if looked is None or describes_nobody(words, i):
        return None
    noun, kind, listed = looked
    if noun.concept == "источник" and _of_a_thing(words, i) or means_something_else(words, i):
        return None
    start, end = noun_phrase(words, i, names, titled=titled(noun), body=kind == "org")
    head, partitive = i, _partitive(words, start)
    if partitive is not None:
        start = head = partitive
    link = _link(words, start, end, head, i, noun, kind, partitive is not None)
    post = _end_of_post(words, i, noun)
    narrowed, places = narrowing(words, start, post, end, names, noun.concept)
    lemmas = set(words.lemma[start:i])
    return Description(
        link, noun, narrowed, places, listed,
        indefinite=partitive is not None or bool(lemmas & _INDEFINITE) or _of_one(words, i) or _is_met(words, i),
        anonymous=partitive is not None or noun.concept in word_list("anonymous"),
        former=bool(lemmas & FORMERLY) or words.lower[i].startswith(FORMER),
        local=end > post + 1 in names and names[post + 1].label == "LOC",
        owners=_owners(words, i + 1, end, names),
    )  # fmt: skip


def _of_a_thing(words: Words, i: int) -> bool:
    """«источник |заражения|», «источник |утечки|»: what something comes from is nobody, unless it is a body's: «источник издания»."""
    behind = i + 1
    if behind >= len(words) or words.pos[behind] != "NOUN" or words.feat(behind, "Animacy") != "Inan":
        return False
    lemma = words.lemma[behind]
    thing = lemma not in bodies() and lemma not in groups() and words.form[behind].islower()
    return thing and words.feat(behind, "Case") == "Gen"


def _end_of_post(words: Words, i: int, noun: Noun) -> int:
    """The last word of a post: the «региона» of «глава региона» does not narrow it further."""
    first, _, rest = noun.name.partition(" ")
    return i + 1 if first in _POSTS and rest and words.lower[i + 1 : i + 2] == [rest] else i


def _owners(words: Words, start: int, end: int, names: Names) -> frozenset[str]:
    """The cores of the names inside a description: «источник |Reuters|»."""
    inside = [(i, names[i].end) for i in range(start, end) if i in names]
    if not inside:
        return frozenset()
    cores = (body(words.form[first:stop], words.lemma[first:stop]).core for first, stop in inside)
    return frozenset(stem for core in cores for stem in core)


def _office(concept: str, noun: Noun) -> bool:
    """Whether a concept names the post itself, which who has left it holds no more."""
    return concept == noun.concept or concept.split(maxsplit=1)[0] in (
        "глава",
        "премьер",
        "лидер",
        "руководитель",
    )


def _look_up(words: Words, i: int) -> tuple[Noun, Kind, bool] | None:
    """The noun at a word, of the lists or any other for persons, with its kind; and whether the lists have it."""
    word = _heading(words, i)
    known = None
    if word is not None:
        known = (_phrase(words, i, word) if word.firsts or word.seconds else None) or word.known
    if known is not None:
        noun, kind = known
        return noun, kind or ("group" if words.number(i) == "Plur" else "person"), True
    if words.pos[i] == "NOUN" and words.feat(i, "Animacy") == "Anim":
        lemma = words.lemma[i]
        noun = Noun(lemma, lemma, words.feat(i, "Gender"), frozenset((lemma,)))
        return noun, "group" if words.number(i) == "Plur" else "person", False
    return None


@cache
def _phrase_words() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the second words of the phrases in the lexicons: «глава», «государства»."""
    phrases = [key.split(" ", 1) for key in listed() if " " in key]
    return frozenset(first for first, _ in phrases), frozenset(second for _, second in phrases)


class _Heading(NamedTuple):
    """A word as the lexicons may have it: the first or the second word of a phrase, or alone."""

    firsts: tuple[str, ...]
    seconds: tuple[str, ...]
    known: tuple[Noun, Kind | None] | None


def _heading(words: Words, i: int) -> _Heading | None:
    """What the lexicons may know word ``i`` by; None where they do not, and for a verb or an adjective that stands for no noun."""
    pos, feats = words.pos[i], words.feats[i]
    if pos in ("ADJ", "VERB") and (
        words.dep[i] in _DEPENDENT
        or feats.get("VerbForm") in ("Fin", "Inf", "Conv")
        or feats.get("Variant") == "Short"
    ):
        return None
    return _headings(words.lemma[i], words.lower[i], pos, feats.get("Gender", ""), feats.get("Number", ""))


@lru_cache(20_000)
def _headings(lemma: str, lower: str, pos: str, gender: str, number: str) -> _Heading | None:
    """By its lemma; for «пострадавший», «ведущая» also by the nominative of the form itself."""
    if gender == "Fem" and f"{lemma.rpartition('-')[2]}а" in roles():
        lemma = f"{lemma}а"  # «супруга», «экс-супруга»: no супруг
    lemmas = [lemma]
    if pos in ("ADJ", "VERB"):
        lemmas += [fold(reading.nominative) for reading in adjective_readings(lower)]
    elif lemma not in roles():
        nominative = likeliest_nominative(lower)
        lemmas += [fold(nominative)] if nominative else []
    if number == "Plur":
        lemmas += [fold(r.nominative) for r in noun_readings(lower) if r.number == "Plur"]
    lemmas = list(dict.fromkeys(lemmas))
    firsts, seconds = _phrase_words()
    doubles = (one for one in lemmas if "-" in one)
    known = next((found for one in lemmas if (found := listed().get(one)) is not None), None)
    heading = _Heading(
        tuple(one for one in lemmas if one in firsts),
        tuple(one for one in lemmas if one in seconds),
        known or next((found for one in doubles if (found := by_halves(one)) is not None), None),
    )
    return heading if any(heading) else None


def _phrase(words: Words, i: int, word: _Heading) -> tuple[Noun, Kind | None] | None:
    """A phrase of the lexicons that word ``i`` heads: «глава государства», «олимпийский чемпион»."""
    keys: list[str] = []
    if word.firsts and i + 1 < len(words):
        keys += [f"{lemma} {words.lower[i + 1]}" for lemma in word.firsts]
    if word.seconds and i and words.pos[i - 1] == "ADJ":
        keys += [f"{adjective} {lemma}" for lemma in word.seconds for adjective in _adjectives(words, i - 1)]
    return next((found for key in keys if (found := listed().get(key)) is not None), None)


def _adjectives(words: Words, i: int) -> list[str]:
    """An adjective as the lexicons may spell it: «олимпийский», «олимпийская», «олимпийское»."""
    lemma = words.lemma[i]
    base = lemma[:-2]
    soft = lemma.endswith("ий") and base[-1:] not in "гкхжшчщ"
    return [
        lemma,
        base + ("яя" if soft else "ая"),
        base + ("ее" if soft else "ое"),
        base + ("ие" if base[-1:] in "гкх" else "ые"),
    ]


def _partitive(words: Words, start: int) -> int | None:
    """The word «один» of «один из советников губернатора»."""
    of_them = start >= 2 and words.lower[start - 1] == "из"
    return start - 2 if of_them and words.lemma[start - 2] in ("один", "некоторый", "несколько") else None


def _is_met(words: Words, i: int) -> bool:
    """«|знакомый| таксист признался»: the author's acquaintance, nobody whom the text has told of.

    «Знакомые |артиста|» are his, and tell nothing new of him.
    """
    alike = all(words.feat(i - 1, name) == words.feat(i, name) for name in ("Case", "Number"))
    return i > 0 and words.lemma[i - 1] == "знакомый" and alike


def _of_one(words: Words, i: int) -> bool:
    """«представитель |одной из фирм|»: of which one the text does not tell, so it has not told of him before.

    «Ответил бизнесмен |одному из рыбаков|» tells whom he has answered.
    """
    one = words.lemma[i + 1 : i + 2] == ["один"] and words.feat(i + 1, "Case") not in {"Nom", "Dat"}
    return one and words.lower[i + 2 : i + 3] == ["из"]


def _link(
    words: Words, start: int, end: int, head: int, noun: int, known: Noun, kind: Kind, partitive: bool
) -> Link:
    """The mention of a description; of «один из рыбаков» it is one, though they are many."""
    number = "Sing" if partitive else words.number(noun) or "Sing"
    return Link(
        start, end, head, "ROLE", "",
        "group" if partitive or (kind == "person" and known.concept in word_list("anonymous")) else kind,
        gender=words.feat(head, "Gender") if partitive else _gender(words, noun, known, kind),
        number=number, case=words.feat(head, "Case"),
    )  # fmt: skip


def _gender(words: Words, noun: int, known: Noun, kind: Kind) -> str:
    """A body has the gender of its noun; whether «глава» is a man or a woman only the verb may tell, and «заведующая» she herself."""
    if kind == "org":
        return words.feat(noun, "Gender")
    return subject_gender(words, noun) or (
        "Fem" if words.lower[noun].endswith(("щая", "шая", "мая", "ная")) else known.gender
    )

"""Pronouns of the third person and what they ask of an antecedent."""

from collections.abc import Iterator
from dataclasses import dataclass

from molva.contract import Kind
from molva.lexicon.nouns import roles
from molva.speakers.chains import Link
from molva.speakers.lexicon import words as word_list
from molva.words import Words

MASCULINE = frozenset("он его него ему нему нем".split())
FEMININE = frozenset("она ее нее ей ней ею нею".split())
_PLURAL = frozenset("они их них ими ними".split())
_EITHER = frozenset(("им", "ним"))  # «им сказано» of one, «им сказали» of many
_PRONOUNS = MASCULINE | FEMININE | _PLURAL | _EITHER
NOMINATIVE = frozenset(("он", "она", "оно", "они"))
THEIRS = frozenset(("его", "ее", "их"))
THE_SPEAKERS = frozenset(("свой", "мой", "наш"))  # by lemma
BEHIND_A_PREPOSITION = frozenset(("нем", "ней", "них"))  # «в нём», «в них»: of papers and bodies
SPEECH_NOUNS = frozenset(
    "слово мнение оценка данные информация версия утверждение сведение признание убеждение взгляд подсчет".split()
)


@dataclass(frozen=True, slots=True)
class Demand:
    """What an antecedent has to be: gender and number (empty: any), and whether it acts like a person."""

    gender: str
    number: str
    person: bool
    possessive: bool = False
    subject: bool = False


def find(words: Words) -> list[Link]:
    """A link for each pronoun of the third person."""
    found = [i for i, form in enumerate(words.lower) if form in _PRONOUNS]
    return [_link(words, i, demand(words, i)) for i in found if is_pronoun(words, i)]


def is_pronoun(words: Words, i: int) -> bool:
    """«он», «её», «ими», possessives included."""
    return words.lower[i] in _PRONOUNS and words.ent[i] == ""


def demand(words: Words, i: int) -> Demand:
    """What the pronoun at word ``i`` asks for."""
    gender, number = _agreement(words, i)
    subject = words.is_subject(i)
    possessive = _is_possessive(words, i)
    return Demand(gender, number, _acts(words, i, subject, possessive), possessive, subject)


def verb_agreement(words: Words, verb: int) -> tuple[str, str]:
    """Gender and number that a verb shows of its subject: «заявила» → Fem, Sing; empty when it shows none."""
    gender, number = words.feat(verb, "Gender"), words.feat(verb, "Number")
    return ("" if number == "Plur" else gender), number


def subject_gender(words: Words, i: int) -> str:
    """The gender that a verb in the past gives its subject: «адвокат проинформировала» → Fem.

    A name behind its title shares the title's verb: «премьер Бола Мобуру приехал» → Masc.
    """
    if words.dep[i] == "appos":
        i = words.head[i]
    verb = words.head[i]
    if words.dep[i] != "nsubj" or words.pos[verb] != "VERB" or words.feat(verb, "VerbForm") == "Part":
        return ""
    gender = verb_agreement(words, verb)[0]
    return gender if gender in ("Masc", "Fem") else ""


def acts(words: Words, verb: int) -> bool:
    """Whether a verb's subject is a person, or a body that acts like one."""
    return words.lemma[verb] in word_list("human_verbs")


def _agreement(words: Words, i: int) -> tuple[str, str]:
    """Gender and number that a pronoun shows."""
    form = words.lower[i]
    if form in _EITHER:
        return ("Masc", "Sing") if words.feat(i, "Number") == "Sing" else ("", "Plur")
    if form in _PLURAL:
        return "", "Plur"
    return ("Masc" if form in MASCULINE else "Fem"), "Sing"


def _is_possessive(words: Words, i: int) -> bool:
    after = i + 1
    if words.lower[i] not in THEIRS or words.pos[words.head[i]] in ("VERB", "AUX"):
        return False
    return words.head[i] >= after and words.pos[words.head[i]] in ("NOUN", "PROPN")


def _acts(words: Words, i: int, subject: bool, possessive: bool) -> bool:
    head = words.head[i]
    if possessive:  # «его мнение», «её менеджер»
        return words.lemma[head] in SPEECH_NOUNS or words.lemma[head] in roles()
    return subject and acts(words, head)


def _link(words: Words, i: int, asked: Demand) -> Link:
    kind: Kind = "group" if asked.number == "Plur" else "person"
    normal = "они" if asked.number == "Plur" else "она" if asked.gender == "Fem" else "он"
    return Link(i, i + 1, i, "PRON", normal, kind, asked.gender, asked.number, words.feat(i, "Case"))


def possessives(words: Words, start: int, noun: int) -> Iterator[int]:
    """«его», «её», «их» before a noun: inside its phrase, or right before it."""
    return (i for i in range(max(start - 1, 0), noun) if words.lower[i] in THEIRS)

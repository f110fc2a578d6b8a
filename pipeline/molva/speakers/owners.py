"""Whose somebody is: «представитель Теру», «менеджер Мии Фэрле» name the one whom he serves.

A surname that does not decline looks like the genitive and like the nominative. Behind a noun that asks
«whose?» the bare surname of somebody whom the text has introduced before, and not by this noun, is the owner's.
"""

from molva.entities.dictionary import SURE, person_readings
from molva.entities.genitive import genitive_name
from molva.entities.lexicon import genders, word_list
from molva.speakers.chains import Chain, Link
from molva.speakers.lexicon import Noun
from molva.words import Words

_BEFORE = 8  # words before a name in which its bearer's title stands


def relations() -> frozenset[str]:
    """Nouns that ask whose somebody is: «брат», «адвокат», «представитель»."""
    return word_list("relations")


def is_owner(words: Words, noun: Noun, head: int, name: Link) -> bool:
    """Whether a person's name behind ``noun`` at word ``head`` tells whose he is, though it may look nominative."""
    if not noun.broader & relations() or name.label != "PER" or name.chain is None:
        return False
    if name.end - name.start > 1:
        return words.feat(head, "Case") == "Nom" and is_oblique(words.lower[name.start])
    introduced = (link for link in name.chain.links if link.label == "PER" and link.start < name.start)
    if not any(" " in link.normal for link in introduced):
        return False
    gender = name.chain.gender
    fixed = genitive_name(name.normal, person=True, gender=gender) == name.normal
    return fixed and not _called(words, name.chain, noun, name)


def may_be_owner(words: Words, name: Link) -> bool:
    """«Соавтор Хольц пояснил»: the verb's gender is the co-author's, and Хольц may be Лена Хольц."""
    before = name.start - 1
    return before >= 0 and name.end - name.start == 1 and words.lemma[before] in relations()


def is_oblique(given: str) -> bool:
    """«Мии»: a form of a given name that is no nominative; «Эмине» never declines."""
    if given in genders("given") or given in genders("common_given"):
        return False
    readings = [
        r for r in person_readings(given) if r.kind == "given" and r.number != "Plur" and r.cost < SURE
    ]
    return bool(readings) and all(reading.case not in ("", "Nom") for reading in readings)


def _called(words: Words, chain: Chain, noun: Noun, name: Link) -> bool:
    """Whether the text has called him so beside his full name: «пресс-секретарь Джен Псаки»."""
    full = (link for link in chain.links if link.label == "PER" and " " in link.normal and link is not name)
    return any(noun.name in words.lemma[_title_start(words, link.start) : link.start] for link in full)


def _title_start(words: Words, name: int) -> int:
    """Where a title may begin that ends in a name: behind a verb and behind another's name.

    «Адвокат Лев Орехов защищает Назара Бойко»: Бойко is no advocate.
    """
    start = name
    while start > max(name - _BEFORE, 0) and not (
        words.feat(start - 1, "VerbForm") == "Fin" or words.ent[start - 1] == "PER"
    ):
        start -= 1
    return start

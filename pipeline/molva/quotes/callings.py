"""Nouns that tell what somebody does for a living, in a list or not: «кардиолог», «риелторы», «нутрициолог»."""

from molva.lexicon.callings import is_made_for_callings
from molva.lexicon.nouns import roles
from molva.words import Words


def is_calling(words: Words, i: int) -> bool:
    """A noun in the nominative for a person, or many, by calling: one of the known roles, or by its ending."""
    if words.pos[i] not in {"NOUN", "PROPN"} or words.ent[i] or words.feat(i, "Case") != "Nom":
        return False
    made = words.feat(i, "Animacy") != "Inan" and is_made_for_callings(words.lemma[i])
    return made or words.lemma[i] in roles()


def stands_for_one(words: Words, i: int) -> bool:
    """«|один| из рыбаков», «|управляющий| портом»: a word that is no noun and stands for somebody."""
    one_of = words.lemma[i] == "один" and words.lower[i + 1 : i + 2] == ["из"]
    return one_of or is_acting_post(words, i)


def is_press_office(words: Words, i: int) -> bool:
    """«|пресс-служба| порта», «|пресс-центр| мэрии», «|пресс-секретарь| мэра»: the office that speaks for a body, or who does."""
    return words.lemma[i].startswith("пресс-")


def is_acting_post(words: Words, i: int) -> bool:
    """«|управляющий| портом», «|дежурный| по городу», «|исполняющий| обязанности мэра»: a post that looks like an adjective.

    «|Управляющий| директор» describes a noun.
    """
    if words.pos[i] not in {"ADJ", "VERB"} or words.feat(i, "Case") != "Nom" or i + 1 >= len(words):
        return False
    if words.pos[i + 1] in {"NOUN", "PROPN", "ADJ"} and words.feat(i + 1, "Case") == "Nom":
        return False
    acts = words.lemma[i] in {"исполнять", "исполняющий"} and words.lemma[i + 1] == "обязанность"
    return acts or words.lower[i] in roles()

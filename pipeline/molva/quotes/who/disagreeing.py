"""Nouns that «он» and «она» cannot stand for: of another gender, or told in the plural alone."""

from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.evidence import Situation
from molva.words import Words

_OF = {"он": {"Masc"}, "она": {"Fem"}, "ее": {"Fem"}, "её": {"Fem"}, "его": {"Masc", "Neut"}}


def disagrees(cast: Cast, now: Situation, member: Member) -> bool:
    """«|Власти| уехали. Он потребовал», «|Бизнес| ждёт. Она сообщила»: a body or a group without a name agrees by its noun."""
    words, chain = cast.scene.words, member.chain
    genders = _OF.get(words.lower[now.at])
    if genders is None or chain.named or chain.kind == "person":
        return False
    nouns = [link.head for link in chain.links if link.label == "ROLE" and words.pos[link.head] == "NOUN"]
    return bool(nouns) and not any(_fits(words, noun, genders) for noun in nouns)


def _fits(words: Words, noun: int, genders: set[str]) -> bool:
    """Whether one noun agrees: singular, and of such a gender where it shows any."""
    return words.feat(noun, "Number") != "Plur" and words.feat(noun, "Gender") in {"", *genders}

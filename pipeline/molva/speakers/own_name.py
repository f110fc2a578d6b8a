"""Descriptions that close with the own name of what they describe: «сеть магазинов одежды «Створ»», «сервис по поиску работы Stvor»."""

from molva.lexicon.nouns import bodies, roles, titled
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.descriptions import Description
from molva.words import Words

_MARKS = frozenset("«„“”\"'")


def own_name(words: Words, chains: Chains, description: Description) -> Chain | None:
    """The chain of a name in marks or in Latin letters behind a body's noun and what it deals in: «производитель дронов |«Крылан»|».

    Not so «фонд помощи |клубу| «Створ»», where the name is that of the noun beside it, and «клуб болельщиков |«Створа»|».
    """
    link = description.link
    if link.kind != "org" or link.number != "Sing" or not titled(description.noun):
        return None
    names = chains.within(link.head + 1, link.end)
    name = next((one for one in names if one.label == "ORG" and one.chain is not None), None)
    if name is None or not _is_last(words, link, name) or not name.nominative(words):
        return None
    return name.chain if deals_in(words, link.head, name.start) else None


def deals_in(words: Words, head: int, name: int) -> bool:
    """«производитель |дронов| «Крылан»»: between a body and its own name stands in the genitive what it deals in.

    No other body does, and nobody: «компания |героя| фильма «Крылан»».
    """
    between = range(head + 1, name)
    told = any(words.feat(i, "Case") == "Gen" for i in between)
    others = (i for i in between if words.feat(i, "Number") == "Sing")
    another = any(words.lemma[i] in bodies() or words.lemma[i] in roles() for i in others)
    return told and not another


def _is_last(words: Words, link: Link, name: Link) -> bool:
    """Whether a name in marks, or in Latin letters, ends a description."""
    marked = words.form[name.start] in _MARKS or words.form[name.start - 1] in _MARKS
    return (marked or words.form[name.start].isascii()) and all(
        words.form[i] in _MARKS | {"»"} for i in range(name.end, link.end)
    )

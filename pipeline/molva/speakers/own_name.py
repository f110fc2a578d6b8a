"""Descriptions that close with the own name of what they describe: «сеть магазинов одежды «Створ»»."""

from molva.lexicon.nouns import bodies, titled
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.descriptions import Description
from molva.words import Words

_MARKS = frozenset("«„“”\"'")


def own_name(words: Words, chains: Chains, description: Description) -> Chain | None:
    """The chain of a name in marks behind a body's noun and what it deals in: «производитель дронов |«Крылан»|».

    Not so «фонд помощи |клубу| «Створ»», where the name is that of the noun beside it, and «клуб болельщиков |«Створа»|».
    """
    link = description.link
    if link.kind != "org" or link.number != "Sing" or not titled(description.noun):
        return None
    names = chains.within(link.head + 1, link.end)
    name = next((one for one in names if one.label == "ORG" and one.chain is not None), None)
    if name is None or not _is_last(words, link, name) or not name.nominative(words):
        return None
    between = range(link.head + 1, name.start)
    dealt_in = any(words.feat(i, "Case") == "Gen" for i in between)
    another = any(words.lemma[i] in bodies() and words.feat(i, "Number") == "Sing" for i in between)
    return name.chain if dealt_in and not another else None


def _is_last(words: Words, link: Link, name: Link) -> bool:
    """Whether a name in marks ends a description."""
    marked = words.form[name.start] in _MARKS or words.form[name.start - 1] in _MARKS
    return marked and all(words.form[i] in _MARKS | {"»"} for i in range(name.end, link.end))

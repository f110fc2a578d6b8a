"""«Министр Зуев встретился с |речинским коллегой Олегом Чижом|»: a colleague from elsewhere holds the same post there."""

from collections.abc import Iterable

from molva.speakers.chains import Chain, Chains
from molva.speakers.descriptions import Description
from molva.words import Words


def teach_colleagues(words: Words, chains: Chains, found: Iterable[Description]) -> None:
    """Let whoever is called somebody's colleague from a place be known by that one's post, of this place."""
    for description in found:
        chain = description.chain
        if (
            description.noun.concept != "коллега"
            or chain is None
            or not chain.named
            or not description.places
        ):
            continue
        other = _named_before(words, chains, description, chain)
        if other is not None:
            concepts = frozenset(other.roles)
            chain.learn(concepts, set(description.places), description.whose)


def _named_before(words: Words, chains: Chains, description: Description, chain: Chain) -> Chain | None:
    """The person of the sentence whose colleague it is: whoever has been named before in it."""
    start = words.sentence(description.link.head)[0]
    before = chains.within(start, description.link.start)
    people = (link.chain for link in reversed(before) if link.label == "PER")
    return next((other for other in people if other is not None and other is not chain), None)

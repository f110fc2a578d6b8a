"""A document read once from left to right, each mention given to its entity.

Names first, over the whole document, because a headline names «Антонов» before the text says
«Анатолий Антонов»; then the descriptions that stand beside names; then, in the order of reading,
every other description and every pronoun, each with what has been read so far.
"""

from molva.lexicon.folding import fold
from molva.speakers import descriptions, echoes, nicknames, organisations, persons, pronouns
from molva.speakers.antecedents import antecedent
from molva.speakers.attach import attach
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.colleagues import teach_colleagues
from molva.speakers.dependents import NameAt
from molva.speakers.descriptions import Description
from molva.speakers.families import right_families
from molva.speakers.known import Known
from molva.speakers.labels import right_labels
from molva.speakers.names import generation_sex
from molva.speakers.naming import described_normal, name_of
from molva.speakers.offices import recall
from molva.speakers.owners import may_be_owner, told_owners
from molva.speakers.pronouns import subject_gender
from molva.speakers.reading import name_links
from molva.speakers.resolve import decide, rank_antecedents
from molva.speakers.speech import voices
from molva.words import Words


def read(words: Words) -> Chains:
    """All mentions of a document with their entities; chains are numbered by first mention."""
    names = name_links(words, words.doc)
    right_labels(words, names)
    right_families(words, names)
    names += nicknames.find(words, names)
    names += echoes.find(words, names)
    echoes.relabel(names)
    found = descriptions.find(words, {link.start: _name_at(words, link) for link in names})
    chains = Chains([*names, *(d.link for d in found), *pronouns.find(words)])
    _hear(words, chains)
    persons.cluster(words, chains)
    organisations.cluster(words, chains)
    for description in found:
        description.whose = told_owners(words, chains, description.link)
    predicates = attach(words, chains, found)
    teach_colleagues(words, chains, found)
    recall(chains)
    _walk(words, chains, {id(d.link): d for d in found}, predicates)
    return _finish(words, chains, found, predicates)


def _name_at(words: Words, link: Link) -> NameAt:
    return NameAt(link.end, link.label, link.nominative(words))


def _hear(words: Words, chains: Chains) -> None:
    """Each mention learns in whose words it stands, and its gender from its name or its verb."""
    voice = voices(words)
    for link in chains.links:
        link.inside = voice[link.head]
        named = link.label == "PER" and link.nominative(words) and not may_be_owner(words, link)
        subject = link.label == "ROLE" or named
        by_name = generation_sex(link.normal) if link.label == "PER" else ""
        link.gender = link.gender or by_name or (subject_gender(words, link.head) if subject else "")


def _walk(words: Words, chains: Chains, found: dict[int, Description], predicates: set[int]) -> None:
    """Resolve in reading order; of two mentions that end together, the inner one first."""
    known = Known(words, chains)
    for chain in chains.chains:
        known.learn(chain)
    for link in sorted(chains.links, key=lambda link: (link.end, -link.start)):
        if id(link) in predicates:
            continue
        if link.label == "ROLE" and link.chain is None:
            _describe(chains, known, found[id(link)])
        elif link.label == "PRON":
            _stand_in(words, chains, link)
        known.pass_by(link)


def _describe(chains: Chains, known: Known, description: Description) -> None:
    """A description goes to whom it means, or to somebody new; to nobody where two would do."""
    chain, tied = antecedent(known, description)
    if tied:
        return
    if chain is None:
        link = description.link
        chain = chains.new(Chain(link.kind, link.gender, link.number, anonymous=description.anonymous))
    chain.add(description.link)
    chain.learn(description.concepts, description.narrowed | description.places, description.whose)
    chain.own.add(description.noun.concept)
    known.learn(chain)


def _stand_in(words: Words, chains: Chains, link: Link) -> None:
    best = decide(rank_antecedents(words, chains, link.head))
    if best is not None and best.chain is not None:
        best.chain.add(link)


def _finish(words: Words, chains: Chains, found: list[Description], predicates: set[int]) -> Chains:
    """Leave out predicates and the common nouns that nothing in the text comes back to."""
    unlisted = {id(d.link) for d in found if not d.listed}
    kept = [
        link
        for link in chains.links
        if id(link) not in predicates and not (id(link) in unlisted and _alone(link.chain))
    ]
    for chain in chains.chains:
        chain.links = []
    final = Chains(kept)
    for link in final.links:
        link.normal = link.normal or described_normal(words, link)
        if link.chain is not None:
            if not link.chain.links:
                final.new(link.chain)
            link.chain.links.append(link)
    for chain in final.chains:
        chain.name = name_of(words, final, chain)
    _join_by_place(final)
    return final


def _join_by_place(final: Chains) -> None:
    """«власти города» that have been found to be «власти Быстринска» go to those whom the text has called so."""
    spelled = {
        fold(link.normal): chain for chain in final.chains if chain.kind == "org" for link in chain.links
    }
    for chain in [chain for chain in final.chains if chain.kind == "org"]:
        own = spelled.get(fold(chain.name))
        if own is not None and own is not chain and own.name == chain.name:
            own.take(chain)
            final.chains.remove(chain)
    for number, chain in enumerate(final.chains, 1):
        chain.id = f"e{number}"


def _alone(chain: Chain | None) -> bool:
    return chain is None or len(chain.links) < 2

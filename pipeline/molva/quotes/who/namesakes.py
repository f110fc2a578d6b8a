"""Which of several people of one surname a bare surname means."""

from collections.abc import Mapping

from molva.quotes.scene import Scene
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.pronouns import verb_agreement

RECENT = 3  # paragraphs within which somebody has just spoken


def namesake(
    scene: Scene, chains: Chains, spoken: list[tuple[int, Chain]], link: Link, verb: int | None
) -> Chain | None:
    """The one just named in this paragraph, the only one who speaks, whom the text is about, or the latest."""
    people, par = _people(scene, chains, link, verb), scene.words.par[link.start]
    here = {
        id(other.chain)
        for other in chains.within(scene.paragraph(link.start)[0], link.start)
        if id(other.chain) in people
    }
    spoke = {id(who) for at, who in spoken if id(who) in people and par - scene.words.par[at] <= RECENT}
    for group in (here, spoke):
        if len(group) == 1:
            return people[group.pop()]
    return _far_ahead(list(people.values())) or _latest(scene, chains, link, people)


def bodies_alike(chains: Chains, link: Link) -> Chain | None:
    """«МИД грозит соседу» over «в МИДе Вестрии …» and a neighbour's «МИД»: the body that the text has most under this name."""
    alike = [o for o in chains.links if o.label == "ORG" and o.normal.split()[:1] == link.normal.split()]
    bodies = {id(o.chain): o.chain for o in alike if o.chain is not None}
    return max(bodies.values(), key=lambda chain: len(chain.links), default=None)


def _people(scene: Scene, chains: Chains, link: Link, verb: int | None) -> dict[int, Chain]:
    """The people of a surname, by the gender that the verb shows."""
    words = scene.words
    surname, name = words.lemma[link.end - 1], link.normal.split()[-1]
    alike = (
        other.chain
        for other in chains.links
        if other.label == "PER"
        and (words.lemma[other.end - 1] == surname or other.normal.split()[-1:] == [name])
    )
    gender = verb_agreement(words, verb)[0] if verb is not None else ""
    people = {id(chain): chain for chain in alike if chain is not None}
    return {key: chain for key, chain in people.items() if not gender or chain.gender in {gender, ""}}


def _latest(scene: Scene, chains: Chains, link: Link, people: Mapping[int, Chain]) -> Chain | None:
    """The one named last; two who were last named in one sentence tie, and nobody is named."""
    links = chains.before(link.start, len(chains.links))
    before = [other for other in links if other.label == "PER" and id(other.chain) in people]
    if not before:
        return None
    sent = scene.words.sent
    beside = (o for o in before if o.chain is not before[0].chain and sent[o.head] == sent[before[0].head])
    return None if any(beside) else before[0].chain


def _far_ahead(people: list[Chain]) -> Chain | None:
    """The one of whom the text speaks far more than of the others; a tie names nobody."""
    ranked = sorted(people, key=lambda chain: -len(chain.links))
    if len(ranked) == 1:
        return ranked[0]
    clear = len(ranked) > 1 and len(ranked[0].links) >= 2 * len(ranked[1].links) + 1
    return ranked[0] if clear else None

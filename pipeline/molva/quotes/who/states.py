"""«Она» as a state: «Соглашение расторгла Вестрия, она обвинила соседей во «лжи»»."""

from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.pronouns import demand
from molva.speakers.resolve import is_subject
from molva.words import Words


def acting_state(words: Words, chains: Chains, pronoun: int) -> Chain | None:
    """The only place that has done something in this sentence or the one before.

    To be asked where no woman can be meant: «Зуева выступила. Вестрия вышла из договора. Она добавила …» is Зуева.
    """
    start = words.sentence(max(words.sentence(pronoun)[0] - 1, 0))[0]
    gender = demand(words, pronoun).gender
    links = (link for link in chains.within(start, pronoun) if words.par[link.head] == words.par[pronoun])
    acting = {id(o.chain): o.chain for o in links if _acts(words, o, gender)}
    return next(iter(acting.values())) if len(acting) == 1 else None


def _acts(words: Words, link: Link, gender: str) -> bool:
    """«|Вестрия| расторгла договор»: the subject of a verb that is done, in the gender of the pronoun."""
    if link.chain is None or link.chain.kind != "place" or not is_subject(words, link):
        return False
    verb = words.head[link.head]
    return words.feat(link.head, "Gender") == gender and words.pos[verb] == "VERB" and words.is_active(verb)

"""A bare noun of a body after the choice: rather the medium named last, or the body before whose name the noun stands."""

from dataclasses import dataclass

from molva.quotes.media.medium import is_kind, known_before
from molva.quotes.scene import Scene
from molva.quotes.who.cast import Cast
from molva.quotes.who.floor import Floor
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.descriptions import Description
from molva.speakers.resolve import is_subject


@dataclass(frozen=True, slots=True)
class Likelier:
    """Corrects a choice among bodies by where the noun itself has stood."""

    scene: Scene
    chains: Chains
    cast: Cast
    floor: Floor

    def medium_before(self, found: Chain | None, said: Description | None) -> Chain | None:
        """«сказал он телеканалу «Залив». Как сообщает |телеканал|, …»: a bare medium is the one named last.

        It has spoken, or has been called by this very noun: «наследник «Залива» богат. По данным газеты, …» tells of another.
        Where nobody else is likely it is one that has passed words on, or was told them.
        """
        words = self.scene.words
        if said is None or not is_kind(self.scene, said.link.head):
            return None
        if not said.bare_one:
            return None
        span = known_before(self.scene, said.link.head)
        links = self.chains.within(*span) if span is not None else []
        medium = next((link for link in links if link.label == "ORG" and link.chain is not None), None)
        if medium is None or medium.chain is None:
            return None
        if found is not None and (found.named or found.kind != "org"):
            return medium.chain if self._is_about(medium, said.link, found) else None
        called = words.lemma[said.link.head] in words.lemma[max(medium.start - 2, 0) : medium.start]
        heard = self.floor.taken_by(medium.chain) > 0 or found is None and id(medium.chain) in self.cast.told
        return medium.chain if called or heard else None

    def called_so(self, found: Chain | None, said: Description | None) -> Chain | None:
        """«Компания «Невод» … банк «Створ» … обещали в |компании|»: rather the one before whose name this very noun stands.

        So where the other one has a noun of its own, and no third is called so.
        """
        if (
            found is None
            or not found.named
            or said is None
            or said.link.kind != "org"
            or said.link.number == "Plur"
        ):
            return None
        noun, kinds = said.noun.concept, self.cast.kinds_beside(found)
        if not said.bare or not kinds or noun in kinds:
            return None
        called = [c for c in self.cast.known_as(noun) if c.named and noun in self.cast.kinds_beside(c)]
        met = [chain for chain in called if chain.links[0].start < said.link.start]
        return met[0] if len(met) == 1 and not self.floor.held_last_by(found) else None

    def _is_about(self, medium: Link, noun: Link, found: Chain) -> bool:
        """«С ней не согласен «Створ». |Издание| пишет»: the subject of the sentence before, in which no other stands."""
        words = self.scene.words
        before = words.sent[noun.head] - 1
        near = words.sent[medium.head] >= before and words.par[medium.head] == words.par[noun.head]
        others = (at for at in self.cast.member(found).heads if at < noun.head and words.sent[at] >= before)
        return near and is_subject(words, medium) and not any(others)

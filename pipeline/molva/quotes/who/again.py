"""Whoever has just spoken, spoken of again: «в ведомстве», «собеседник агентства», «говорится в сообщении».

Next to an earlier quote such words mean its speaker, and nobody needs to be chosen. Every way has its
example; the first that finds somebody is believed.
"""

from collections.abc import Callable
from dataclasses import dataclass

from molva.quotes.draft import Draft
from molva.quotes.lexicon import word_list
from molva.quotes.who.bodies_again import BodiesAgain
from molva.quotes.who.floor import NEAR, Floor
from molva.quotes.who.informants import Informants
from molva.quotes.who.nameless import Nameless
from molva.speakers.chains import Chain
from molva.speakers.descriptions import Description
from molva.words import Words


@dataclass(frozen=True, slots=True)
class Again:
    """Leads a noun back to the last speaker."""

    words: Words
    floor: Floor
    informants: Informants
    bodies: BodiesAgain
    nameless: Nameless

    def spoken_of(self, draft: Draft, said: Description) -> Chain | None:
        """The last speaker, or the body that he spoke for, if that is whom a role or a body's noun means."""
        if (informant := self.informants.of_medium(draft, said)) is not None:
            return informant
        if not self.floor.turns:
            return None
        at, chain = self.informants.last_turn(said)
        gap = self.words.sent[draft.start] - self.words.sent[at]
        ways: tuple[tuple[int, Callable[[Chain, Description], Chain | None]], ...] = (
            (NEAR + 1, self.informants.one),
            (NEAR + 1, self.informants.several),
            (NEAR, self.bodies.office),
            (NEAR, self.bodies.served),
            (NEAR, self.bodies.served_before),
            (NEAR, self.bodies.over_a_part),
            (NEAR, self.bodies.represented),
            (NEAR, self.bodies.representative),
            (NEAR, self.bodies.same),
            (NEAR, self.bodies.by_its_noun),
            (NEAR, self.nameless.man_or_woman),
        )
        after = draft.start > at and not self.informants.is_another(draft, said)
        return next((f for most, way in ways if gap <= most and after and (f := way(chain, said))), None)

    def besides(self, draft: Draft) -> Chain | None:
        """«…, говорится в отчёте мэрии. Кроме того, отмечается, что …»: a report goes on to say more."""
        words = self.words
        if not self.floor.turns or draft.cue is None:
            return None
        at, chain = self.floor.turns[-1]
        start = words.sentence(draft.cue[0])[0]
        next_one = words.sent[draft.cue[0]] - words.sent[at] == 1
        more = words.lower[start : start + 2] == ["кроме", "того"] and draft.cue[0] <= start + 3
        return chain if next_one and more else None

    def written_by(self, draft: Draft) -> Chain | None:
        """«…, сообщили в мэрии. «…», — говорится в сообщении»: a message is that of who has just spoken."""
        words, head = self.words, draft.source_head or 0
        if words.lemma[head] not in word_list("issued") or not self.floor.turns:
            return None
        at, chain = self.floor.turns[-1]
        if words.lemma[head] in word_list("press") and chain.kind == "person":
            printed = self._printed_by(at, head)
            if printed is not None:
                return printed
        office = chain.name in word_list("offices_of")
        told = chain.kind != "group" and (chain.named or office or " " in chain.name)  # not a bare «компания»
        reach = NEAR + 1 if chain.kind == "org" and words.par[draft.start] == words.par[at] else 1
        return chain if told and words.sent[draft.start] - words.sent[at] <= reach else None

    def _printed_by(self, at: int, head: int) -> Chain | None:
        """«Как сообщает РИА Новости, Зуева уехала. Она рада, говорится в |публикации|»: the medium that has reported before, where no page of hers is told of."""
        words, cast = self.words, self.bodies.cast
        pages = word_list("networks", "channels") | {"пост", "соцсеть"}
        start = words.sentence(max(words.sentence(at)[0] - 1, 0))[0]
        if not pages.isdisjoint(words.lemma[start:head]):
            return None
        bodies = (link.chain for link in cast.chains.within(0, head)[::-1] if link.label == "ORG")
        media = (chain for chain in bodies if chain is not None and cast.member(chain).medium)
        return next((chain for chain in media if self.floor.taken_by(chain) > 0), None)

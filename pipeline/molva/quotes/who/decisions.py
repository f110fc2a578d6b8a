"""The choices that a document asks for: who is the likeliest speaker where a source names nobody.

Each is kept with its candidates, for whoever explains it, tells how sure it is, or learns from it.
"""

from dataclasses import dataclass, field

from molva.quotes.draft import Draft
from molva.quotes.scene import Scene
from molva.quotes.who.akin import akin_first
from molva.quotes.who.bearers import Bearers
from molva.quotes.who.candidates import Candidate, choose, rank
from molva.quotes.who.cast import Cast
from molva.quotes.who.evidence import Form, Situation
from molva.quotes.who.floor import Floor
from molva.speakers.chains import Chain, Chains
from molva.speakers.pronouns import demand, verb_agreement
from molva.speakers.resolve import rank_antecedents


@dataclass(frozen=True, slots=True)
class Decision:
    """How a speaker was found among candidates: the form of the source, and they, the best first."""

    draft: Draft
    form: Form
    ranked: list[Candidate]


@dataclass(slots=True)
class Decisions:
    """Ranks the candidates for the speaker of a draft, and remembers how."""

    scene: Scene
    chains: Chains
    cast: Cast
    bearers: Bearers
    floor: Floor
    made: list[Decision] = field(default_factory=list)
    _by_parts: dict[int, Decision] = field(default_factory=dict)  # by the identity of the draft's parts

    def of(self, draft: Draft) -> Decision | None:
        """How the speaker of a draft was chosen; None where the source names it."""
        return self._by_parts.get(id(draft.parts))

    def choose(self, draft: Draft, asked: Situation) -> Candidate | None:
        """The best candidate in a situation, or None where none stands out."""
        ranked = akin_first(self.cast, asked, rank(self.cast, asked))
        decision = Decision(draft, asked.form, ranked)
        self.made.append(decision)
        self._by_parts.setdefault(id(draft.parts), decision)
        return choose(decision.ranked)

    def situation(
        self,
        draft: Draft,
        form: Form,
        own: Chain | None,
        hint: Chain | None,
        *,
        teller: Chain | None,
        before: Draft | None,
    ) -> Situation:
        """All that the facts are asked about: the source's agreement, its noun, who cannot be meant.

        ``own`` is the entity of the source's own words, ``hint`` who else would be taken, ``teller`` the speaker of
        the quote around it where that is another, ``before`` the last quote.
        """
        words, head = self.scene.words, draft.source_head
        at = head if head is not None else draft.cue[0] if draft.cue else draft.start
        gender, number = verb_agreement(words, draft.verb) if draft.verb is not None else ("", "")
        if form == "pronoun" and head is not None:
            asked = demand(words, head)
            gender, number = asked.gender, asked.number
        said = self.cast.described(head) if head is not None and form in ("role", "body") else None
        if said is not None:
            gender, number = said.link.gender if form == "role" else "", said.link.number
        if form in ("document", "body"):
            gender = ""
        owner = self.bearers.owner(draft) if form in ("role", "body") else None
        others = tuple(chain for chain in (owner, teller) if chain is not None)
        hint = None if hint in others else hint
        salient = self._salient(at, form, gender, number, others)
        return Situation(
            draft, form, at, gender, number, said, own, self.floor, hint, salient, others, before,
            wanted=self.cast.sought(said) if said is not None else "", retold=teller is not None,
        )  # fmt: skip

    def _salient(
        self, at: int, form: Form, gender: str, number: str, others: tuple[Chain, ...]
    ) -> Chain | None:
        """Who would be meant if the source were a pronoun."""
        words = self.scene.words
        ranked = rank_antecedents(
            words, self.chains, at, gender=gender, number=number, person=None if form == "body" else True
        )
        kinds = ("org", "place") if form == "body" else ("person", "org", "group")
        fitting = (r.chain for r in ranked if r.chain is not None and r.chain.kind in kinds)
        apart = (chain for chain in fitting if chain not in others and id(chain) not in self.cast.told)
        return next(apart, None)

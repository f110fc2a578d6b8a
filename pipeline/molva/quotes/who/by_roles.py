"""Whom a noun for a person or a body means: «|дипломат|», «|ведомство|», «|эксперты|».

Somebody new, whoever has just spoken or been told of by such a noun, or the likeliest of all.
"""

from dataclasses import dataclass

from molva.lexicon.nouns import KIN
from molva.quotes.draft import Draft
from molva.quotes.kinds import is_document
from molva.quotes.who.again import Again
from molva.quotes.who.bearers import Bearers
from molva.quotes.who.bodies_again import BodiesAgain
from molva.quotes.who.brought_up import BroughtUp
from molva.quotes.who.by_choice import ByChoice
from molva.quotes.who.cast import Cast
from molva.quotes.who.evidence import PEOPLE, Form
from molva.quotes.who.floor import Floor
from molva.quotes.who.likelier import Likelier
from molva.quotes.who.nameless import Nameless
from molva.quotes.who.newcomers import Newcomers
from molva.quotes.who.one_of import OneOf, is_of_one
from molva.quotes.who.papers import Papers
from molva.quotes.who.so_far import SoFar
from molva.quotes.who.together import Together
from molva.quotes.who.trades import only_child
from molva.speakers.chains import Chain, Link
from molva.speakers.descriptions import Description
from molva.speakers.whose import NOBODYS
from molva.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ByRoles:
    """Leads such a noun to an entity of the document."""

    words: Words
    cast: Cast
    floor: Floor
    so_far: SoFar
    bearers: Bearers
    brought_up: BroughtUp
    newcomers: Newcomers
    papers: Papers
    one_of: OneOf
    together: Together
    nameless: Nameless
    bodies: BodiesAgain
    again: Again
    likelier: Likelier
    choice: ByChoice

    def role(self, draft: Draft, link: Link | None) -> Chain | None:
        """«Дипломат», «ведомство», «эксперты»: somebody known, or somebody whom only this noun names."""
        assert draft.source_head is not None
        said = self.cast.described(draft.source_head)
        kept = link if link is not None and link.label == "ROLE" and link.head == draft.source_head else None
        if self.brought_up.is_new(kept, said):
            return self.choice.newcomer(draft)
        if self._is_any(draft, said, kept):
            return self.one_of.them(draft) or self.choice.newcomer(draft)
        if self.bearers.has_owner(draft):
            return self._named_kin(said) or self.newcomers.described(draft, None)
        chain = kept.chain if kept is not None else None
        if kept is not None and self.brought_up.is_named_further(kept, draft):
            return chain
        if self.brought_up.is_kept_back(draft):
            return self._kept_back(draft, chain, kept)
        if self.brought_up.is_cited(draft, said):
            return self._cited(draft, chain)
        if draft.rule == "interview":
            return self.newcomers.described(draft, None)  # «Корреспондент: …»
        return self._known(draft, said, chain)

    def _is_any(self, draft: Draft, said: Description | None, kept: Link | None) -> bool:
        """«|Один| из рыбаков», «|некий| рыбак»: nobody certain, or nobody whom the stage of speakers has seen."""
        assert draft.source_head is not None
        lemma, first = self.words.lemma, draft.source[0] if draft.source else 0
        if "один" in (lemma[draft.source_head], lemma[first]) or is_of_one(self.words, draft):
            return True
        return said.indefinite if said is not None else kept is None

    def _known(self, draft: Draft, said: Description | None, own: Chain | None) -> Chain | None:
        """«|Дипломат| добавил»: whom the noun has meant before, or the likeliest; ``own``: the entity of the noun itself."""
        named = own if own is not None and own.named else None
        if draft.rule == "turn" and named is None and own is not None:
            return own  # «Читатель: …»: a label is nobody who has just been named
        assert draft.source_head is not None
        met = own if own is not None and own.links and own.links[0].head < draft.source_head else None
        if said is not None and (same := self._met_again(draft, said, own, met)) is not None:
            return same
        form: Form = "body" if said is not None and said.link.kind == "org" else "role"
        found = self.choice.among(draft, form, None if named else own, named or met)
        return self.likelier.than(found, said, draft.verb)

    def _kept_back(self, draft: Draft, chain: Chain | None, kept: Link | None) -> Chain | None:
        """«|Высокопоставленный чиновник| рассказал»: whom the text has told of so before, or somebody new."""
        if chain is None or chain.named or not self.brought_up.is_told_so(chain, kept):
            return self.choice.newcomer(draft)
        return self.newcomers.told(chain, draft, self.so_far.around)

    def _cited(self, draft: Draft, chain: Chain | None) -> Chain | None:
        """«…, пишет «Створ» со ссылкой на |чиновника|»: whom the text has told of without a name, or somebody new."""
        known = chain is not None and not chain.named
        told = self.newcomers.told(chain, draft, self.so_far.around) if chain and known else None
        return told or self.newcomers.described(draft, None)

    def _met_again(
        self, draft: Draft, said: Description, own: Chain | None, met: Chain | None
    ) -> Chain | None:
        """«Один из рыбаков кричал. |Мужчина| добавил, что …. Он сказал, что …»: with the noun «он» is led back as well."""
        named = own if own is not None and own.named else None
        same = self._writers(draft, said) or self._again(draft, said, named, met)
        if same is not None and own not in (None, same, named) and said.noun.concept in PEOPLE:
            self.cast.led_back[id(own)] = same
        return same

    def _named_kin(self, said: Description | None) -> Chain | None:
        """«Хайбула молчит. Младший сын |Гусейн| встал. — И вода, — добавил сын Хайбулы»: the only son by name, and nobody else's."""
        if said is None or KIN not in said.noun.broader or said.link.number == "Plur":
            return None
        before = (c for c in self.cast.known_as(said.wanted) if c.links[0].head < said.link.head)
        named = [chain for chain in before if chain.named and chain.kind == "person"]
        if len(named) != 1:
            return None
        told = self.cast.member(named[0])
        owners, narrowed = told.whose.get(said.wanted, NOBODYS).people, told.roles[said.wanted]
        same = owners & said.whose.people or narrowed & said.narrowed
        return named[0] if same or not owners | narrowed else None

    def _writers(self, draft: Draft, said: Description) -> Chain | None:
        """«В письме врачей говорится: …. Далее |авторы| жалуются, что …»: those whose paper has just been quoted.

        Or told of; and so of an «истец», a «заявитель».
        """
        if (filer := self.papers.filer(draft)) is not None:
            return filer.chain
        bare = said.bare and said.link.number == "Plur"
        head = self.so_far.before.source_head if self.so_far.before is not None else None
        if said.noun.concept != "автор" or not bare or head is None or not self.floor.turns:
            return None
        last = self.floor.turns[-1][1]
        return last if is_document(self.words, head) and last.kind in ("group", "org") else None

    def _again(self, draft: Draft, said: Description, named: Chain | None, met: Chain | None) -> Chain | None:
        """Whom the same noun has meant before, without a choice."""
        many = self.together.before(draft, said) if said.link.number == "Plur" else None
        many = many or self.nameless.found_it(said)
        body = many or self.bodies.of_itself(draft, said) or self.bodies.very_one(draft, said)
        if (same := body or self.again.spoken_of(draft, said)) is not None:
            return same
        if met is not None and (self.nameless.called_so(met, said) or self.nameless.came_in(met, said)):
            return met
        if (child := only_child(self.cast, said)) is not None:
            return child
        return (self.nameless.befallen(said) if named is None else None) or self.nameless.just_met(
            draft, said
        )

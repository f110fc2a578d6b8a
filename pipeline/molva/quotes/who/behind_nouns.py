"""Who stands behind a noun in the same source: «агентство |Fitch|», «президент |Гуров|», «голос |Олега|»."""

from dataclasses import dataclass

from molva.contract import NAME_LABELS
from molva.quotes.draft import Draft
from molva.quotes.media.medium import is_kind
from molva.quotes.scene import Scene
from molva.quotes.who.bearers import Bearers
from molva.quotes.who.overlooked import Overlooked
from molva.speakers.chains import Chain, Chains, Link


@dataclass(frozen=True, slots=True)
class BehindNouns:
    """Leads a title, a kind of body or a voice to its bearer."""

    scene: Scene
    chains: Chains
    bearers: Bearers
    overlooked: Overlooked

    def titled(self, draft: Draft, link: Link | None) -> Chain | None:
        """«агентство Fitch», «газета «Маяк»», «президент Гуров»: who stands behind a noun in the same source."""
        if (whole := self._around_a_name(draft)) is not None:
            return whole
        if link is None:  # «старожил», which no list has
            return self._overlooked_person(draft)
        if (spelt := self._behind_short_form(draft)) is not None:
            return spelt
        if link.label != "ROLE":
            return None
        if link.chain is None or not link.chain.named:
            return self._overlooked_person(draft) or self.overlooked.body(draft)
        return self._behind_known(draft, link)

    def _overlooked_person(self, draft: Draft) -> Chain | None:
        """«старожил |Зуев|»: a name that the network has not seen, if it is no owner's."""
        return None if self.bearers.names_owner(draft) else self.overlooked.person(draft)

    def _behind_known(self, draft: Draft, link: Link) -> Chain | None:
        """«президент |Гуров|»; «агентство |Порт Пресс|» after another agency, «Телеграм-канал |«112»|» after another channel."""
        assert draft.source is not None
        names = [other for other in self.chains.within(*draft.source) if other.label in NAME_LABELS]
        if is_kind(self.scene, link.head) and (own := next((o for o in names if o.start == link.end), None)):
            return own.chain
        named = next((link.chain for other in names if other.chain is link.chain), None)
        return named or self.overlooked.body(draft)

    def _around_a_name(self, draft: Draft) -> Chain | None:
        """«телеграм-канал |«Ялуга решает»|»: the name in marks behind its kind that has a place or a person in it."""
        assert draft.source is not None
        assert draft.source_head is not None
        mark, last = draft.source_head + 1, draft.source[1] - 1
        if not is_kind(self.scene, mark - 1) or self.scene.opens.get(mark) != last:
            return None
        inner = self.chains.at(mark + 1)
        if inner is None or inner.label not in NAME_LABELS or (inner.start, inner.end) == (mark + 1, last):
            return None
        return self.overlooked.in_marks((mark, last + 1))

    def _behind_short_form(self, draft: Draft) -> Chain | None:
        """«конструкторское бюро (КБ) |«Восход»|»: the name behind a bracket that holds nothing but the noun's letters."""
        assert draft.source is not None
        assert draft.source_head is not None
        scene, bracket = self.scene, draft.source_head + 1
        mark = scene.brackets.get(bracket, bracket) + 1
        if mark != bracket + 3 or scene.opens.get(mark) != draft.source[1] - 1:
            return None
        names = self.chains.within(mark + 1, draft.source[1] - 1)
        return next((name.chain for name in names if name.label in NAME_LABELS), None)

    def voiced(self, draft: Draft) -> Chain | None:
        """«послышался голос Олега»: whose voice it is; of a voice that is nobody's none can be told."""
        assert draft.source is not None
        owners = (link for link in self.chains.within(*draft.source) if link.head != draft.source_head)
        return next((link.chain for link in owners if link.kind == "person"), None)

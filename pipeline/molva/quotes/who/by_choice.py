"""Who speaks where it takes a choice among those of whom the text has told, or somebody new: «|Дипломат| ответил, что …»."""

from dataclasses import dataclass

from molva.quotes.draft import Draft
from molva.quotes.kinds import is_group
from molva.quotes.who.cast import Cast
from molva.quotes.who.decisions import Decisions
from molva.quotes.who.evidence import Form
from molva.quotes.who.newcomers import Newcomers
from molva.quotes.who.paper_itself import PaperItself
from molva.quotes.who.so_far import SoFar
from molva.speakers.chains import Chain
from molva.words import Words


@dataclass(frozen=True, slots=True)
class ByChoice:
    """Makes the best of the candidates the speaker, or an entity of the source's own words."""

    words: Words
    cast: Cast
    newcomers: Newcomers
    paper_itself: PaperItself
    decisions: Decisions
    so_far: SoFar

    def among(self, draft: Draft, form: Form, own: Chain | None, hint: Chain | None) -> Chain | None:
        """The best of the candidates; for ``own`` words that name nobody else, an entity of their own."""
        asked = self.decisions.situation(
            draft, form, own, hint, teller=self.so_far.teller, before=self.so_far.before
        )
        best = self.decisions.choose(draft, asked)
        if best is None:
            return None
        if not best.own:
            if own is not None:
                self.cast.led_back[id(own)] = best.chain
            return best.chain
        if own is not None:
            return (
                self.newcomers.told(own, draft, self.so_far.around) if draft.source_head is not None else own
            )
        return self.paper_itself.entity(draft) if form == "document" else self.newcomer(draft)

    def newcomer(self, draft: Draft) -> Chain | None:
        """Somebody whom only the source's noun names, or several."""
        head = draft.source_head
        several = head is not None and is_group(self.words, head)
        return self.newcomers.described(draft, "group" if several else None)

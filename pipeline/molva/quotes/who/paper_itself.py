"""A paper that speaks for itself: «в исследовании», «принята стратегия. В ней сказано, что …»."""

from dataclasses import dataclass, replace

from molva.quotes.draft import Draft
from molva.quotes.kinds import is_carrier
from molva.quotes.media.medium import is_kind
from molva.quotes.scene import Scene
from molva.quotes.sources.nouns_behind import noun_behind
from molva.quotes.sources.phrases import phrase
from molva.quotes.who.newcomers import Newcomers
from molva.quotes.who.papers import Papers
from molva.speakers.chains import Chain


@dataclass(frozen=True, slots=True)
class PaperItself:
    """Makes an entity of the paper where nobody stands behind it."""

    scene: Scene
    papers: Papers
    newcomers: Newcomers

    def speaks(self, draft: Draft) -> Chain | None:
        """«в исследовании», «принята стратегия. В ней сказано»: a paper that nobody who is speaking stands behind."""
        paper = self._as_source(draft)
        own = self.papers.speaks_for_itself(paper.source_head or 0)
        return self.newcomers.described(paper, "document") if own else None

    def entity(self, draft: Draft) -> Chain | None:
        """The paper itself, which nobody stands behind; a channel that nobody owns is a medium."""
        paper = self._as_source(draft)
        medium = is_kind(self.scene, paper.source_head or 0)
        return self.newcomers.described(paper, None if medium else "document")

    def _as_source(self, draft: Draft) -> Draft:
        """The draft with the paper that «в нём» and «в документе» mean for its source, where the text has told of one."""
        noun = self.papers.meant(draft)
        if noun is None:
            return draft
        who = phrase(self.scene, noun, *self.scene.words.sentence(noun))
        begin, end = who.span
        begin, _ = noun_behind(self.scene, begin, noun + 1) or (begin, noun)  # «|попавшие к нам| документы»
        return replace(draft, source=(begin, end), source_head=who.head)

    def are_strangers_pages(self, draft: Draft) -> bool:
        """«Полиция закрыла 72 сайта. На |этих сайтах| сказано, как …»: many pages that are pointed at are nobody's who has spoken.

        Nor are the bare «|комментарии|» in which many write.
        """
        words, head = self.scene.words, draft.source_head
        assert head is not None
        assert draft.source is not None
        bare = draft.source[1] - draft.source[0] == 1 and draft.verb is not None
        if bare and words.lower[head] == "комментариях" and words.feat(draft.verb or 0, "Number") == "Plur":
            return True
        pointed = words.lemma[draft.source[0]] == "этот" and words.feat(head, "Number") == "Plur"
        return pointed and is_carrier(words, head)

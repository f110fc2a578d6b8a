"""Whether the words that tell somebody bring him up anew, or lead on to his name: «второй очевидец», «женщина в сером платке»."""

from dataclasses import dataclass

from molva.contract import NAME_LABELS
from molva.quotes.draft import Draft
from molva.quotes.kinds import INFORMANTS
from molva.quotes.scene import Scene
from molva.quotes.sources.phrase_ends import looks_end
from molva.quotes.who.newcomers import Newcomers
from molva.quotes.who.unnamed import asks_not_to_be_named
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.counted import number_of
from molva.speakers.descriptions import Description
from molva.speakers.not_meant import comes_in

KEPT_BACK = frozenset({"высокопоставленный", "неназванный", "анонимный", "неизвестный", "неопознанный"})
CITING = frozenset({("ссылкой", "на"), ("ссылаясь", "на"), ("сославшись", "на")})
# «ссылаясь на |слова| чиновника»
CITED_BY = frozenset("слово рассказ мнение заявление".split())


@dataclass(frozen=True, slots=True)
class BroughtUp:
    """Reads it off the words of the source."""

    scene: Scene
    chains: Chains
    newcomers: Newcomers

    def is_new(self, link: Link | None, said: Description | None) -> bool:
        """«Второй очевидец», «к ним |подошёл мужчина|, который сказал»: whoever is counted, or comes in."""
        counted = link is not None and self.is_counted(link)
        return counted or said is not None and comes_in(self.scene.words, said)

    def is_counted(self, link: Link) -> bool:
        """«Второй очевидец»: nobody else among those whom no name tells."""
        named = link.chain is not None and link.chain.named
        return not named and number_of(self.scene.words, link) != ""

    def is_kept_back(self, draft: Draft) -> bool:
        """«Высокопоставленный чиновник», «чиновник, знакомый с обсуждением»: who is told so and by no name is somebody new.

        Not so «этот высокопоставленный чиновник».
        """
        assert draft.source is not None
        before = self.scene.words.lemma[draft.source[0] : draft.source_head]
        if asks_not_to_be_named(self.scene.words, draft):
            return True
        kept = self._is_seen(draft) or not KEPT_BACK.isdisjoint(before) or self.newcomers.is_standing(draft)
        return kept and "этот" not in before

    def is_told_so(self, chain: Chain, link: Link | None) -> bool:
        """«|Водитель| вышел. Мужчина с собакой крикнул»: not whom the text has told of by another noun, unless he is kept back."""
        if link is None or chain.links[0] is link:
            return True
        lemma = self.scene.words.lemma
        seen = looks_end(self.scene, link.head, link.head + 1, self.scene.sentence(link.head)[1]) is not None
        return not seen or lemma[chain.links[0].head] == lemma[link.head]

    def is_cited(self, draft: Draft, said: Description | None) -> bool:
        """«со ссылкой на американского чиновника», «ссылаясь на |слова чиновника из мэрии|»: a medium that cites somebody unnamed brings him up.

        A noun alone may be somebody known, but for «|источник|» of whom nothing is told.
        """
        assert draft.source is not None
        start, end = draft.source
        start -= self.scene.words.lemma[start - 1] in CITED_BY
        cited = tuple(self.scene.words.lower[max(start - 2, 0) : start]) in CITING
        told = end - draft.source[0] > 1 or self.scene.words.lemma[draft.source[0]] in INFORMANTS
        return cited and told and said is not None and said.link.kind != "org"

    def is_named_further(self, link: Link, draft: Draft) -> bool:
        """«ссылаясь на советника, секретаря форума Ивана Орехова»: a title whose name stands further on, in no quote and no brackets of its own.

        «По данным телеканала, мэры прибыли (каких, не сказано. — РБК)» is a note of another's.
        """
        within = self.chains.within(link.end + 1, self.scene.sentence(link.head)[1])
        around = self.scene.bracket_around(link.head)
        further = (other for other in within if self.scene.bracket_around(other.head) == around)
        return link.chain is not None and any(
            other.label in NAME_LABELS and other.chain is link.chain and not draft.covers(other.head)
            for other in further
        )

    def _is_seen(self, draft: Draft) -> bool:
        """«сказала женщина |в сером платке|»: told by looks; not «мужчина в маске назвался Гуровым и сказал»."""
        assert draft.source is not None
        assert draft.source_head is not None
        head, end = draft.source_head, draft.source[1]
        called = self.chains.within(end, draft.verb) if draft.verb is not None and draft.verb > end else []
        named = any(link.label == "PER" for link in called)
        return not named and looks_end(self.scene, head, head + 1, end) is not None

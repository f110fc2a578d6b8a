"""A document read for its quotes: what the rules found, who stands inside whom, who speaks."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from spacy.tokens import Doc

from molva.quotes.confidence import Judged
from molva.quotes.draft import Draft
from molva.quotes.ends.edges import behind_dateline
from molva.quotes.media.asking import askers
from molva.quotes.media.medium import is_medium
from molva.quotes.rules import find_drafts
from molva.quotes.scene import Scene
from molva.quotes.settling.settle import Lost, parents, settle
from molva.quotes.who.attribute import Attribution
from molva.quotes.who.guests import Guests
from molva.quotes.who.headlines import named_below
from molva.quotes.who.named_later import named_later
from molva.quotes.who.talk import Talk
from molva.speakers.chains import Chain, Chains
from molva.speakers.pronouns import NOMINATIVE
from molva.speakers.reading import read_chains
from molva.words import Words, read_words

PAPERS_QUESTION = "a paper's question to its guest"


@dataclass(frozen=True, slots=True)
class Reading:
    """The drafts that stand in text order; for each its speaker and the number of the one around it.

    ``named_at`` tells for each speaker, by its id, at which words (their heads) names of a person stand.
    """

    scene: Scene
    chains: Chains
    drafts: list[Draft]
    above: list[int | None]
    speakers: list[Chain | None]
    attribution: Attribution
    lost: list[Lost]
    named_at: Mapping[int, Sequence[int]]

    def judged(self, number: int) -> Judged:
        """A quote with what its confidence rests on."""
        draft, speaker = self.drafts[number], self.speakers[number]
        heads = self.named_at.get(id(speaker), ())
        inside = any(bisect_left(heads, start) < bisect_left(heads, end) for start, end in draft.parts)
        return Judged(
            draft,
            speaker,
            self.attribution.decisions.of(draft),
            nested=self.above[number] is not None,
            named_inside=inside,
        )


def read(doc: Doc) -> Reading:
    """Find the quotes of a document whose speakers stage has run, and their speakers."""
    words = read_words(doc, emphasis=False)
    scene = Scene(words)
    chains = read_chains(words)
    guests = Guests(scene, chains)
    found = find_drafts(scene)
    for draft in found:
        guests.complete(draft)
    asked = [guests.is_asked(draft) for draft in found]
    drafts, lost = settle(scene, [draft for draft, own in zip(found, asked, strict=True) if not own])
    lost += [Lost(draft, PAPERS_QUESTION) for draft in compress(found, asked)]
    attribution = Attribution(scene, chains, guests, told_media(scene, chains, drafts))
    above = parents(drafts)
    speakers: list[Chain | None] = []
    for draft, parent in zip(drafts, above, strict=True):
        teller = speakers[parent] if parent is not None and parent < len(speakers) else None
        told = parent is not None and _tells_of(words, drafts[parent], draft)
        speakers.append(attribution.speaker(draft, teller, of_another=told))
    speakers = named_below(words, drafts, Talk(scene, chains, drafts, speakers).fill(above))
    speakers = named_later(words, drafts, speakers)
    spoken = {id(chain): chain for chain in speakers if chain is not None}
    named_at = {known: _named_at(chain) for known, chain in spoken.items()}
    return Reading(scene, chains, drafts, above, speakers, attribution, lost, named_at)


def _named_at(chain: Chain) -> list[int]:
    """The heads of a speaker's names, in text order."""
    return sorted(link.head for link in chain.links if link.label == "PER")


def told_media(scene: Scene, chains: Chains, drafts: list[Draft]) -> frozenset[int]:
    """The ids of the chains of all media that ask, were told something or pass words on; «ВЕСТНИК - Порт закрыт» does."""
    datelines = ((start, behind_dateline(scene, start)) for start, _ in scene.words.sentences)
    passing = [draft.via for draft in drafts if draft.via is not None]
    asking = ((subject, subject + 1) for subject in askers(scene) if is_medium(scene, subject, subject + 1))
    links = (link for span in (*passing, *datelines, *asking) for link in chains.within(*span))
    return frozenset(id(link.chain) for link in links if link.label == "ORG" and link.chain is not None)


def _tells_of(words: Words, outer: Draft, inner: Draft) -> bool:
    """Whether the source of the inner quote stands in the outer speaker's own words.

    Or, where it has none, its verb: «Приходил сторож. |Говорит|: мест нет» is said of nobody who says «я».
    In reported words nobody describes himself either, though «он» may be who reports: «Зуев добавил, что |мэр| обещал «всё починить»».
    But not who is named behind them: «|Он| рассказал, что украл лодку, сообщил следователь Зуев».
    """
    head, verb = inner.source_head, inner.verb
    if head is not None:
        described = words.pos[head] == "NOUN" and words.feat(head, "Animacy") == "Anim"
        apart = (
            described
            and verb is not None
            or words.lower[head] in NOMINATIVE
            and _is_named_behind(words, outer)
        )
        return outer.covers(head) and (outer.type == "direct" or apart)
    if verb is None or outer.type != "direct":
        return False
    return outer.covers(verb) and words.feat(verb, "Person") == "3"


def _is_named_behind(words: Words, outer: Draft) -> bool:
    """«…, сообщил |следователь Зуев|», «…, об этом сообщил |врач|»: a noun or a name behind all that is reported."""
    head = outer.source_head
    if head is None or head < outer.parts[-1][1] or words.pos[head] not in {"NOUN", "PROPN"}:
        return False
    return words.ent[head] == "PER" or words.feat(head, "Animacy") == "Anim"

"""Whom a headline means by a bare role or paper, or pulls words from: who says the same in the text below, under his name.

«Синоптик пообещал «настоящую зиму» ¶ Зима будет настоящей, сообщил Клим Дёмин из «Метео»»: nothing tells
that Дёмин is a «синоптик» but that he says what the headline has said.
"""

from collections.abc import Iterable, Sequence

from molva.quotes.direct.pulled import SAME, STEM_LETTERS, stems
from molva.quotes.draft import Draft
from molva.speakers.chains import Chain
from molva.words import Words

SIGNED = frozenset({"headline", "signature"})  # «Опрос: …», «… — опрос»
LEAD = 2  # paragraphs below the headline
SHORTEST = 5  # letters of a word that tells what is spoken of
SHARED = 0.3  # of these words of the headline's quote, how many the other has


def named_below(
    words: Words, drafts: Sequence[Draft], speakers: Sequence[Chain | None]
) -> list[Chain | None]:
    """The speakers, those of the headline's roles put right."""
    found = list(speakers)
    _fill_pulled(words, drafts, found)
    for number, (draft, speaker) in enumerate(zip(drafts, speakers, strict=True)):
        if words.par[draft.start] > 0 or draft.rule in {"turn", "interview"}:
            break  # «Слушатель: Почему …?» opens a talk, and the next turn is another's
        if speaker is None or speaker.named or draft.source is None:
            continue
        if speaker.kind == "document" and draft.rule in SIGNED:
            below = zip(drafts[number + 1 :], found[number + 1 :], strict=True)
            found[number] = _issuer(words, draft, below) or speaker
        if speaker.kind != "person":
            continue
        below = zip(drafts[number + 1 :], speakers[number + 1 :], strict=True)
        same = (
            chain for other, chain in below if _says_the_same(words, draft, other) and _may_be(speaker, chain)
        )
        found[number] = next(same, speaker)
    return found


def _fill_pulled(words: Words, drafts: Sequence[Draft], found: list[Chain | None]) -> None:
    """«Вода пришла сама»: шторм смыл посёлок: words pulled out of a speech are theirs who speaks it below."""
    for number, draft in enumerate(drafts):
        if draft.rule != "headline" or draft.source is not None:
            continue
        asked = stems(words, draft.parts, STEM_LETTERS)
        below = zip(drafts[number + 1 :], found[number + 1 :], strict=True)
        shares = [
            (len(asked & stems(words, other.parts, STEM_LETTERS)), chain) for other, chain in below if chain
        ]
        best = max((share for share, _ in shares), default=0)
        if best >= SAME * len(asked) and best:
            found[number] = next(chain for share, chain in shares if share == best)


def _issuer(words: Words, headline: Draft, below: Iterable[tuple[Draft, Chain | None]]) -> Chain | None:
    """«Лёд тронется — опрос ¶ …, следует из |опроса центра «Створ»|»: who speaks where the lead cites the same paper."""
    noun = headline.source_head
    for draft, chain in below:
        if noun is None or draft.source is None or words.par[draft.start] > LEAD:
            return None
        if words.lemma[noun] in words.lemma[slice(*draft.source)]:
            return chain if chain is not None and chain.named else None
    return None


def _may_be(role: Chain, other: Chain | None) -> bool:
    """Whether a named person can be whom a headline calls by a role."""
    if other is None or not other.named or other.kind != "person":
        return False
    return not role.gender or not other.gender or role.gender == other.gender


def _says_the_same(words: Words, headline: Draft, other: Draft) -> bool:
    """Whether a quote of the lead has enough of the headline's words, in whatever form."""
    if not 0 < words.par[other.start] <= LEAD:
        return False
    asked, given = stems(words, headline.parts, SHORTEST), stems(words, other.parts, SHORTEST)
    return bool(asked) and len(asked & given) >= max(SHARED * len(asked), 1)

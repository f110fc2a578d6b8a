"""What a medium is called: without its kind, case and marks."""

from itertools import pairwise

from molva.entities.normal import normal_text
from molva.lexicon.folding import fold
from molva.quotes.draft import Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import AGENCIES, glued, in_address, is_channel_of, is_kind
from molva.quotes.scene import Scene
from molva.speakers.chains import Chains
from molva.tokens.marks import MARKS


def medium_name(scene: Scene, chains: Chains, via: Stretch) -> str:
    """The canonical name of a medium: without its kind, case and marks («Интерфакс»)."""
    words = scene.words
    kept = _behind_its_kind(scene, [i for i in range(*via) if words.form[i] not in MARKS])
    if is_channel_of(scene, kept[0]):
        return normal_text(" ".join(words.form[i] for i in kept), "ORG")
    if _is_of_agency(scene, kept):
        return " ".join(words.form[i] for i in kept[1:])
    if (known := _of_entity(scene, chains, via, kept)) is not None:
        return known
    while len(kept) > 1 and _before_name(scene, kept):
        kept = kept[1:]
    touching = (words.end[i] == words.start[k] for i, k in pairwise(kept))
    gaps = ["" if close else " " for close in touching]
    return normal_text("".join(map(str.__add__, (words.form[i] for i in kept), [*gaps, ""])), "ORG")


def _of_entity(scene: Scene, chains: Chains, via: Stretch, kept: list[int]) -> str | None:
    """«газета |«Бакен»|»: the name of the entity that the medium is; but «РИА «Новости»» is not «Новости»."""
    words = scene.words
    links = [link for link in chains.within(*via) if link.label == "ORG"]
    first = next((i for i in kept if words.form[i][:1].isupper()), kept[0])
    if not links or links[-1].start > first or _goes_on(scene, links[-1].end, via[1]):
        return None
    chain = links[-1].chain
    name = chain.name if chain is not None and chain.name else links[-1].normal
    listed = " ".join(words.lower[i] for i in kept) in word_list("media")
    if listed and fold(name) not in word_list("media"):
        return None
    return _without_kind(_without_agency(name))


def _is_of_agency(scene: Scene, kept: list[int]) -> bool:
    """«ИА «Бакен»»: the short kind of an agency before its own name in marks; but «РИА «Новости»» is all of a name."""
    words = scene.words
    agency = len(kept) > 1 and words.form[kept[0]] in AGENCIES and kept[1] - 1 in scene.opens
    return agency and " ".join(words.lower[i] for i in kept) not in word_list("media")


def _goes_on(scene: Scene, end: int, stop: int) -> bool:
    """«STVOR|.WS|», «СТВ|24|»: a name that the names stage has cut at its point or before its number."""
    return end < stop and (in_address(scene, end) or glued(scene, end))


def _behind_its_kind(scene: Scene, kept: list[int]) -> list[int]:
    """«Британская газета |The Guardian|» at the start of a sentence; but «|Российская газета|» is all of a name."""
    words = scene.words
    named = len(kept) > 2 and words.pos[kept[0]] == "ADJ" and is_kind(scene, kept[1])
    foreign = named and (words.form[kept[2]].isascii() or kept[2] - 1 in scene.opens)
    return kept[2:] if foreign else kept


def _without_agency(name: str) -> str:
    """«ИА Bakan», «ИА «Бакен»» → the name alone; but «РИА Новости» is all of a name."""
    first, _, rest = name.partition(" ")
    known = fold("".join(letter for letter in name if letter not in MARKS)) in word_list("media")
    return rest.strip('«»"') if first in AGENCIES and rest and not known else name


def _without_kind(name: str) -> str:
    """«Приреченский портал Relovo» → Relovo, «Telegram-канал Bakan» → Bakan; but «Агентство новостей» is all of a name."""
    parts = name.split()
    kinds = (i for i, part in enumerate(parts[:-1]) if part.lower() in word_list("medium_nouns"))
    kind = next(kinds, None)
    return " ".join(parts[kind + 1 :]) if kind is not None and parts[kind + 1][:1].isascii() else name


def _before_name(scene: Scene, kept: list[int]) -> bool:
    """«цитата радиостанции Эхо», «немецкая газета Bild»: a first word that is no part of the name."""
    words = scene.words
    plain = words.pos[kept[0]] in {"NOUN", "ADJ"} and words.form[kept[0]].islower()
    return is_kind(scene, kept[0]) or plain and any(words.form[i][:1].isupper() for i in kept)

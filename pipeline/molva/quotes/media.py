"""What is a medium: by its name («ТАСС»), by its kind («газета «Вестник»»), by what it does («передаёт X»)."""

from molva.entities.normal import normal_text
from molva.quotes.draft import Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.speakers.chains import Chains

MARKS = frozenset("«»„“”\"'")
RELAYING = frozenset({"передавать", "передать", "писать", "цитировать", "процитировать", "написать"})


def is_medium(scene: Scene, start: int, end: int) -> bool:
    """Whether a noun phrase names a medium: «ТАСС», «газета «Вестник»», «телеканал Al Jazeera»."""
    kept = [i for i in range(start, end) if scene.words.form[i] not in MARKS]
    if not kept:
        return False
    return _listed(scene, kept) or _by_kind(scene, start, end)


def _listed(scene: Scene, kept: list[int]) -> bool:
    """A name of the list, alone or at the end of the phrase: «немецкая газета Bild»."""
    words, names = scene.words, word_list("media")
    for first in range(len(kept)):
        tail = kept[first:]
        if first and len(tail) == 1 and len(words.lower[tail[0]]) <= 3:
            return False
        if " ".join(words.lower[i] for i in tail) in names or " ".join(words.lemma[i] for i in tail) in names:
            return True
    return False


def _by_kind(scene: Scene, start: int, end: int) -> bool:
    """A kind of medium and a name after it: «портал Relovo», «агентство «Невод»»."""
    words = scene.words
    kind = next((i for i in range(start, min(end, start + 3)) if is_kind(scene, i)), None)
    if kind is None or kind + 1 >= end:
        return False
    return any(
        words.pos[i] in {"PROPN", "X"} or words.ent[i] or i in scene.opens for i in range(kind + 1, end)
    )


def is_kind(scene: Scene, i: int) -> bool:
    """«агентство», «газета», «телеканал»."""
    return scene.words.lemma[i] in word_list("medium_nouns")


def is_named_body(scene: Scene, i: int) -> bool:
    """A name that may be a medium's: an organisation or a name in marks, and no known body."""
    words = scene.words
    inner = i + 1 if i in scene.opens else i
    return (words.ent[inner] == "ORG" or i in scene.opens) and words.lemma[inner] not in word_list("bodies")


def name_at(scene: Scene, start: int, end: int) -> Stretch | None:
    """The medium's name that begins at ``start``, its kind included: one entity or one pair of marks."""
    words, i = scene.words, start
    while i < end and words.pos[i] in {"NOUN", "ADJ"} and not words.ent[i] and i not in scene.opens:
        i += 1
    if i >= end:
        return None
    if i in scene.opens:
        return start, scene.opens[i] + 1
    if not words.ent[i] and words.pos[i] not in {"PROPN", "X"}:
        return None
    label, stop = words.ent[i], i + 1
    while stop < end and label and words.ent[stop] == label and words.doc[words.index[stop]].ent_iob_ == "I":
        stop += 1
    return start, stop


def medium_name(scene: Scene, chains: Chains, via: Stretch) -> str:
    """The canonical name of a medium: without its kind, case and marks («Интерфакс»)."""
    words = scene.words
    links = [link for link in chains.within(*via) if link.label == "ORG"]
    if links:
        chain = links[-1].chain
        return chain.name if chain is not None and chain.name else links[-1].normal
    kept = [i for i in range(*via) if words.form[i] not in MARKS]
    while len(kept) > 1 and (is_kind(scene, kept[0]) or words.pos[kept[0]] == "ADJ"):
        kept = kept[1:]
    return normal_text(" ".join(words.form[i] for i in kept), "ORG")

"""What an attribution phrase is, and where it ends: behind the clause that describes its source, or the words that go with it."""

from molva.quotes.draft import Stretch
from molva.quotes.scene import DASHES, Scene
from molva.quotes.sources.phrases import Source

NEAR = 3  # words to the noun of an apposition: «, |близкого друга| мэра,»
Phrase = tuple[Stretch, Source | None, int]  # the cue, the source, the word behind the phrase


def phrase_end(scene: Scene, at: int, limit: int) -> int:
    """An attribution phrase runs on over a relative clause to the comma that closes it."""
    words = scene.words
    if at < limit and words.form[at] == "(":
        close = next((j for j in range(at, limit) if words.form[j] == ")"), None)
        if close is not None:
            at = close + 1
    if at + 1 < limit and words.form[at] == "," and _opens_attribute(scene, at + 1):
        return _attribute_end(scene, at, limit)
    if at + 1 < limit and words.form[at] == "," and _describes(scene, at + 1):
        return _described_to(scene, at, limit)
    if at < limit and words.ent[at] == "PER" and words.feat(at, "Case") == "Nom":
        return at  # «по данным следствия Глеб Зуев, …»
    if at < limit and words.form[at] not in {",", *DASHES, ".", ";"}:
        comma = next((j for j in range(at, min(at + 8, limit)) if words.form[j] == ","), None)
        if comma is not None and not scene.has_predicate(at, comma):
            return comma
    return at


def _opens_attribute(scene: Scene, i: int) -> bool:
    """«данным, |которые| приводит порт», «данным, |на которые| ссылается мэр», «по сводке, |озвученной| Зуевым»."""
    words = scene.words
    if words.pos[i] == "ADP" and words.lemma[i + 1 : i + 2] == ["который"]:
        # «По словам Зуева, |семьи|, в которых есть дети, …» describes the claim's own noun
        return words.form[i - 3] != ","
    participle = words.feat(i, "VerbForm") == "Part" and words.feat(i, "Case") not in {"", "Nom"}
    if participle and i + 1 < len(words) and scene.is_finite(i + 1):
        return False  # «По данным на утро, |пострадавших нет|, …»
    return participle or words.lemma[i] == "который"


def _describes(scene: Scene, i: int) -> bool:
    """«источника, |знакомого| с делом», «Зуева, |главы| порта», «Зуева, близкого |друга| мэра»: said of the one before the comma.

    «По словам мэра, |нового| моста нет», «По словам мэра, |рыбака| спасли» begin the claim.
    """
    words = scene.words
    if words.pos[i] == "ADJ" and words.feat(i, "Case") not in {"", "Nom"}:
        follows = words.pos[i + 1 : i + 2] == ["ADP"] or words.feat(i + 1, "Case") in {"Ins", "Dat"}
        if follows and not (words.dep[i] == "amod" and words.head[i] > i):
            return True
    if words.dep[i] == "acl" and words.head[i] < i - 1 and words.pos[i + 1 : i + 2] == ["ADP"]:
        return True
    noun = words.head[i] if words.pos[i] == "ADJ" else i
    if not i <= noun < i + NEAR or words.pos[noun] != "NOUN" or words.head[noun] >= i - 1:
        return False
    alike = all(words.feat(noun, f) == words.feat(i - 2, f) for f in ("Animacy", "Number"))
    oblique = words.feat(noun, "Case") in {"Gen", "Acc"} and words.feat(noun, "Animacy") == "Anim"
    return (
        words.ent[i - 2] == "PER"
        and alike
        and oblique
        and words.dep[noun] in {"conj", "appos", "nmod", "obj"}
    )


def _described_to(scene: Scene, comma: int, limit: int) -> int:
    """The comma or the end that closes what describes the source; the comma before it where a predicate shows a claim."""
    words, low = scene.words, scene.sentence(comma)[0]
    close = next((j for j in range(comma + 1, limit) if words.form[j] in {",", *DASHES}), limit)
    if scene.has_predicate(comma, close):
        return comma
    told = scene.has_predicate(close, limit) or scene.has_predicate(low, comma)
    return close if told else comma


def _attribute_end(scene: Scene, comma: int, limit: int) -> int:
    """The comma that closes what a comma has opened; «По данным порта, задержанному 58 лет» opens the claim."""
    words, first = scene.words, comma + 1
    close = next((j for j in range(first, limit) if words.form[j] == ","), None)
    if close is not None:
        return close
    if words.feat(first, "Number") != words.feat(comma - 1, "Number"):
        return comma
    told = scene.has_predicate(scene.sentence(comma)[0], comma)
    goes_on = scene.has_predicate(comma, limit) or words.feat(first, "Case") == "Nom"
    return limit if told and not goes_on else comma

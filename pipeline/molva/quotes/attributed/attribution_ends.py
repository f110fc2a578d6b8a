"""What an attribution phrase is, and where it ends: behind the clause that describes its source, or the words that go with it."""

from molva.quotes.draft import Stretch
from molva.quotes.scene import DASHES, Scene
from molva.quotes.sources.phrases import Source

NEAR_TO = frozenset({"близкий", "знакомый", "осведомленный", "приближенный"})  # to what an informant is
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
    if at < limit and words.ent[at] == "PER" and words.feat(at, "Case") == "Nom":
        return at  # «по данным следствия Глеб Зуев, …»
    if at < limit and words.form[at] not in {",", *DASHES, ".", ";"}:
        comma = next((j for j in range(at, min(at + 8, limit)) if words.form[j] == ","), None)
        if comma is not None and not scene.has_predicate(at, comma):
            return comma
    return at


def _opens_attribute(scene: Scene, i: int) -> bool:
    """«данным, |которые| приводит порт», «данным, |на которые| ссылается мэр», «по сводке, |озвученной| Зуевым».

    «по словам источников, |близких к порту|, …»: how near to it the source is.
    """
    words = scene.words
    if words.pos[i] == "ADP" and words.lemma[i + 1 : i + 2] == ["который"]:
        # «По словам Зуева, |семьи|, в которых есть дети, …» describes the claim's own noun
        return words.form[i - 3] != ","
    participle = words.feat(i, "VerbForm") == "Part" and words.feat(i, "Case") not in {"", "Nom"}
    if participle and i + 1 < len(words) and scene.is_finite(i + 1):
        return False  # «По данным на утро, |пострадавших нет|, …»
    near = (
        words.lemma[i] in NEAR_TO and words.pos[i + 1 : i + 2] == ["ADP"] and words.feat(i, "Case") != "Nom"
    )
    return participle or near or words.lemma[i] == "который"


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

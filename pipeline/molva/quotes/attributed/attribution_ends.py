"""What an attribution phrase is, and where it ends: behind the clause that describes its source, or the words that go with it."""

from molva.quotes.draft import Stretch
from molva.quotes.scene import DASHES, Scene
from molva.quotes.sources.phrases import Source
from molva.quotes.sources.subjects import may_share_case

Phrase = tuple[Stretch, Source | None, int]  # the cue, the source, the word behind the phrase
NEAR, LONGEST = 8, 16  # words of what stands between a source and its comma; of a participle's clause
CLOSE = 8  # words back from an adjective to its noun


def phrase_end(scene: Scene, at: int, limit: int) -> int:
    """An attribution phrase runs on over a relative clause to the comma that closes it."""
    words = scene.words
    if at < limit and words.form[at] == "(":
        at = next((j + 1 for j in range(at, limit) if words.form[j] == ")"), at)
    if at + 1 < limit and words.form[at] == "," and _opens_attribute(scene, at + 1):
        return _attribute_end(scene, at, limit)
    if at >= limit or words.form[at] in {",", *DASHES, ".", ";"}:
        return at
    if words.ent[at] == "PER" and words.feat(at, "Case") == "Nom":
        return at  # «по данным следствия Глеб Зуев, …»
    return _comma_behind(scene, at, limit)


def _comma_behind(scene: Scene, at: int, limit: int) -> int:
    """«заявлению |сделанному в порту для газет рыбаком Зуевым|, …»: on to its comma; the one before a participle was left out.

    Or over brackets: «опроса за май |(вышел в среду)|, …».
    """
    words = scene.words
    forgotten = words.feat(at, "VerbForm") == "Part" and words.feat(at, "Case") not in {"", "Nom", "Acc"}
    far = min(at + (LONGEST if forgotten else NEAR), limit)
    bracket = next((j for j in range(at, far) if j in scene.brackets), None)
    behind = scene.brackets[bracket] + 1 if bracket is not None else limit
    if bracket is not None and behind < limit and words.form[behind] == ",":
        return at if scene.has_predicate(at, bracket) else behind
    comma = next((j for j in range(at, far) if words.form[j] == ","), None)
    return at if comma is None or scene.has_predicate(at, comma) else comma


def _opens_attribute(scene: Scene, i: int) -> bool:
    """«данным, |которые| приводит порт», «данным, |на которые| ссылается мэр», «по сводке, |озвученной| Зуевым».

    «по словам источников, |близких к порту|, …»: how near to it the source is.
    """
    words = scene.words
    if words.pos[i] == "ADP" and words.lemma[i + 1 : i + 2] == ["который"]:
        # «По словам Зуева, |семьи|, в которых есть дети, …» describes the claim's own noun
        return words.form[i - 3] != ","
    participle = words.feat(i, "VerbForm") == "Part" and words.feat(i, "Case") not in {"", "Nom"}
    if participle and _has_verb(scene, i):
        return False  # «По данным на утро, |пострадавших нет|, …», «…, |подозреваемым в поджоге стал| сторож, который …»
    return participle or words.lemma[i] == "который" or _adds_adjective(scene, i)


def _has_verb(scene: Scene, first: int) -> bool:
    """Whether a finite verb stands between a word and the next comma."""
    words = scene.words
    close = next((k for k in range(first, scene.sentence(first)[1]) if words.form[k] == ","), len(words))
    return any(scene.is_finite(k) for k in range(first + 1, min(close, scene.sentence(first)[1])))


def _adds_adjective(scene: Scene, i: int) -> bool:
    """«По словам инженера, |близкого к порту|, …», «отчёту, |недавно изданному| банком, …»: of a noun before the comma, with words of its own.

    «По данным полиции, пьяному водителю, который …» opens the claim, and so does «По словам жителей, близких к реке домов
    не осталось, …».
    """
    words, comma = scene.words, i - 1
    told = i + 1 if words.pos[i] == "ADV" and i + 2 < len(words) else i
    adjective = words.pos[told] == "ADJ" or words.lemma[told] == "знакомый"  # which may be a noun
    adjective = adjective or told > i and words.feat(told, "VerbForm") == "Part"
    adjective = adjective and not words.form[told][0].isdigit()  # «По словам мэра, |5 мая|, в среду, …»
    close = next((j for j in range(told, scene.sentence(i)[1]) if words.form[j] == ","), told)
    if not adjective or told < words.head[told] < close or words.feat(told, "Case") in {"", "Nom"}:
        return False
    near = range(max(comma - CLOSE, scene.sentence(i)[0]), comma)
    agrees = any(words.pos[k] in {"NOUN", "PROPN"} and _agree(scene, told, k) for k in near)
    return agrees and close > told + 1 and not scene.has_predicate(i, close)


def _agree(scene: Scene, adjective: int, noun: int) -> bool:
    """Whether both are of one case and number; «посвящённому» may be of a man's word or of a thing's, «посвящённой» is of neither."""
    words = scene.words
    womans = [words.feat(i, "Gender") == "Fem" for i in (adjective, noun)]
    gender = words.feat(adjective, "Gender") == "" or womans[0] == womans[1]
    return (
        gender
        and may_share_case(words, adjective, noun)
        and words.feat(adjective, "Number") == words.feat(noun, "Number")
    )


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

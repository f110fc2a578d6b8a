"""Where a clause that describes a noun is over: «Рыбак, который считает, что озеро высохло, |продал лодку|»."""

from collections.abc import Iterator

from molva.quotes.conjunctions import CLAUSE_OPENERS, COORDINATORS, RELATIVES
from molva.quotes.cues import FINITE, PARTICIPLE, Cue
from molva.quotes.ends.edges import limits
from molva.quotes.scene import Scene
from molva.quotes.sources.subjects import NOMINAL, agrees

NEAR = 5  # words from the comma that opens a clause to its pronoun or participle
OWNERS = NOMINAL - {"DET", "SYM"}


def opening_of(scene: Scene, cue: Cue) -> int | None:
    """The comma that opens the clause of a cue, where it describes a noun: «мэр|,| заявивший, что …»."""
    words, low = scene.words, limits(scene, cue.head)[0]
    comma = next(
        (k for k in range(cue.head - 1, max(low, cue.head - NEAR) - 1, -1) if words.form[k] == ","), None
    )
    if comma is None or scene.has_predicate(comma, cue.head):
        return None
    if cue.form == PARTICIPLE:
        return comma
    return comma if cue.form == FINITE and _relative(scene, comma + 1) else None


def attribute_end(scene: Scene, opening: int, begin: int, limit: int) -> int:
    """The end, behind ``begin``, of a clause that describes the noun before the comma ``opening``.

    A second relative clause ends it, and so does the verb that the sentence still owes its noun: «Дом, который,
    по словам мэра, построили в мае и |который хотят снести|, пуст», «Мэр, заявивший, что порт закрыт, |уехал|».
    """
    noun, low = _owner(scene, opening), _clause_low(scene, opening)
    owes = not scene.has_predicate(low, opening)
    fronted = owes and scene.words.feat(low, "VerbForm") == "Conv"
    first, told = begin, False
    for k in _joints(scene, begin, limit):
        told = told or not _subordinate(scene, first) and scene.has_predicate(first, k)
        if told and scene.lower(k) in COORDINATORS and _relative(scene, k + 1):
            return k
        if scene.words.form[k] == ",":
            if told and owes and noun is not None and _goes_on(scene, noun, k, limit):
                return k
            if told and fronted and _begins_main(scene, k, limit):
                return k
            if told and _is_what_it_is_called(scene, opening, k, limit):
                return k
            first = k + 1
    return limit


def _relative(scene: Scene, i: int) -> bool:
    """«которого», «в котором»: whether a relative clause begins here."""
    words = scene.words
    pronoun = i + (scene.words.pos[i : i + 1] == ["ADP"])
    return pronoun < len(words) and words.lemma[pronoun] in RELATIVES


def _subordinate(scene: Scene, first: int) -> bool:
    """«озеро, |где живёт рыба|, высохло»: whether a clause hangs on the one around it."""
    return scene.lower(first) in CLAUSE_OPENERS or _relative(scene, first)


def _joints(scene: Scene, begin: int, limit: int) -> Iterator[int]:
    """The commas and the conjunctions of a stretch that stand in no marks and no brackets."""
    i = begin
    while i < limit - 1:
        close = scene.opens.get(i, scene.brackets.get(i, i))
        if scene.words.form[i] == "," or scene.lower(i) in COORDINATORS:
            yield i
        i = max(i, close) + 1


def _owner(scene: Scene, opening: int) -> int | None:
    """The noun before a comma that no other noun governs: «|отец| погибшего, который …»."""
    words, low = scene.words, limits(scene, opening)[0]
    noun = next((k for k in range(opening - 1, low - 1, -1) if words.pos[k] in OWNERS), None)
    while noun is not None and words.feat(noun, "Case") == "Gen" and low <= words.head[noun] < noun:
        if words.pos[words.head[noun]] not in OWNERS:
            break
        noun = words.head[noun]
    return noun


def _clause_low(scene: Scene, comma: int) -> int:
    """Where the clause begins that goes on behind a relative one: «Чтобы |их владельцы|, которые …, не мешали»."""
    low = limits(scene, comma)[0]
    opener = next((k for k in range(comma - 1, low - 1, -1) if scene.lower(k) in CLAUSE_OPENERS), low - 1)
    if opener >= low and scene.lower(opener) == "как":  # «Как сообщили в порту|, на место|, где …»
        opener = next((k for k in range(opener + 1, comma) if scene.words.form[k] == ","), opener)
    return opener + 1


def _goes_on(scene: Scene, noun: int, comma: int, limit: int) -> bool:
    """Whether a verb behind the comma has the noun as its subject; or, of a noun that is no subject, nobody.

    «Министра, заявившего, что порт закрыт, |отправили в отставку|»: with a subject of its own the verb could
    as well tell on what the describing clause does, unless it comes last and the noun waits for it.
    """
    words, first = scene.words, comma + 1
    if scene.is_dash(first):
        return True
    stop = next((k for k in range(first, limit) if words.form[k] == ","), limit)
    verb = next((k for k in range(first, stop) if scene.is_finite(k)), None)
    if verb is None or words.pos[first] in {"SCONJ", "CCONJ"} or _relative(scene, first):
        return False
    if _has_subject(scene, verb, first, stop):
        return stop == limit and _is_put_before(scene, noun)
    case = words.feat(noun, "Case")
    thing = words.feat(noun, "Animacy") == "Inan" and case in {"Nom", "Acc"}  # the two cases look alike
    if (case in {"Nom", ""} or thing) and agrees(scene, noun, verb):
        return True
    return (case not in {"Nom", ""} or thing) and words.feat(verb, "Number") == "Plur"


def _is_put_before(scene: Scene, noun: int) -> bool:
    """«|На место|, где, по словам жителей, гулял волк, выезжал егерь»: a noun that opens its clause, and no subject for its case or preposition."""
    words = scene.words
    if min([noun, *(c for c in words.children[noun] if c < noun)]) != _clause_low(scene, noun + 1):
        return False  # what stands before it may be the verb that it waits for
    oblique = words.feat(noun, "Case") in {"Gen", "Dat", "Ins", "Loc"}
    return oblique or any(words.dep[c] == "case" for c in words.children[noun])


def _is_what_it_is_called(scene: Scene, opening: int, comma: int, limit: int) -> bool:
    """«назвал письмо, в котором сказано, что порт закрыт, |ложью|»: the verb before the clause says what it is, in the instrumental."""
    words, low = scene.words, limits(scene, opening)[0]
    rated = any(k in scene.cues and scene.cues[k].has("rate") for k in range(low, opening))
    if not rated or scene.has_predicate(comma, limit):
        return False
    head = next(
        (k for k in range(comma + 1, limit) if words.pos[k] in {"NOUN", "ADJ", "PROPN", "ADP"}), comma
    )
    return words.feat(head, "Case") == "Ins"


def _begins_main(scene: Scene, comma: int, limit: int) -> bool:
    """«Узнав от мэра, который сказал, что порт закрыт, |рыбаки ушли|»: a gerund opens the sentence, and its verb comes."""
    words, first = scene.words, comma + 1
    stop = next((k for k in range(first, limit) if words.form[k] == ","), limit)
    verb = next((k for k in range(first, stop) if scene.is_finite(k)), None)
    return verb is not None and begins_free(scene, first) and _has_subject(scene, verb, first, stop)


def begins_free(scene: Scene, first: int) -> bool:
    """«…, |рыбаки ушли|»: whether no conjunction, preposition or relative pronoun opens a clause."""
    return scene.words.pos[first] not in {"SCONJ", "CCONJ", "ADP"} and not _relative(scene, first)


def _has_subject(scene: Scene, verb: int, first: int, stop: int) -> bool:
    """Whether the clause of a verb holds its subject."""
    words = scene.words
    by_tree = any(first <= subject < stop for subject in words.subjects(verb))
    before = (k for k in range(first, verb) if words.feat(k, "Case") == "Nom" and words.pos[k] in OWNERS)
    return by_tree or any(agrees(scene, k, verb) for k in before)

"""Where the clause begins that an attribution stands in: behind «что», «который», a colon, «а», «но», «после чего»."""

from dataclasses import dataclass

from molva.quotes.conjunctions import (
    BECAUSE,
    CLAUSE_OPENERS,
    COORDINATORS,
    OPPOSING,
    RELATIVE_PLACES,
)
from molva.quotes.cues import PASSIVE, Cue
from molva.quotes.ends.clauses import has_predicative
from molva.quotes.pieces.titles import is_title
from molva.quotes.reported.governors import HINGES, governor
from molva.quotes.scene import DASHES, Scene

INSERTED = 5  # words of «мэр Ялуги Клим Зуев» behind the verb of «Мост, указал мэр Ялуги Клим Зуев, закрыт»
NEAR = 2  # words from a conjunction to the attribution right behind it, its comma included
CONTRASTS = OPPOSING | {"хотя", "поскольку", "этом"}  # «, при этом»
BY = frozenset({"результате", "вследствие", "ввиду", "итоге"})  # «в результате чего, по словам мэра, …»
WHICH = frozenset({"чего", "чему", "чем", "чём"})  # stand for the clause before
# «по |адресу|: Портовая, 5», «по |маршруту|: порт — вокзал»: a colon before a place and no clause
WHEREABOUTS = frozenset({"адрес", "маршрут", "телефон"})
GROUNDS_OF = frozenset({"из-за", "фоне", "после", "ввиду"})  # «на |фоне| слухов»
NARRATED = frozenset("отметить напомнить добавить заметить подчеркнуть уточнить сказать".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution at word ``at`` of the sentence from ``low``; ``inserted``: its clause goes on behind it."""

    scene: Scene
    at: int
    low: int
    inserted: bool

    def near(self, i: int) -> bool:
        """«…, |но|, по словам мэра, …»: whether a word stands right before it."""
        return self.at - i <= NEAR

    def parted(self, i: int) -> bool:
        """«Мост закрыт|, а| паром ушёл»: whether a word begins the sentence, or stands behind a comma, semicolon or dash."""
        return i == self.low or self.scene.words.form[i - 1] in {",", ";", "—", "–"}


def clause_start(scene: Scene, at: int, low: int, *, inserted: bool, whole: bool) -> int:
    """Back from an attribution to the beginning of the clause it stands in.

    «что» and «который» open it; «а», «но», «после чего» only where somebody else has reported before,
    or where the attribution stands inside of it: «…, после чего, по словам Орехова, …».
    """
    attribution = Attribution(scene, at, low, inserted)
    for i in scene.backwards(at - 1, low):
        reported = whole and scene.words.lower[i] in {"что", "чтобы"} and not _narrates(scene, i)
        if not reported and _opens_clause(attribution, i):
            return i if _asks(scene, i) else i + 1
    return low


def _asks(scene: Scene, i: int) -> bool:
    """«ясно то, |где| мы, по словам мэра, живём»: behind «то» the word asks, and is told as well."""
    return scene.lower(i) in RELATIVE_PLACES and scene.lower(i - 1) == "," and scene.lower(i - 2) in HINGES


def _opens_clause(it: Attribution, i: int) -> bool:
    """Whether the clause of an attribution begins behind word ``i``."""
    if any(opens_none(it, i) for opens_none in _OPENS_NONE):
        return False
    return any(opens(it, i) for opens in _OPENS)


def _outside_brackets(it: Attribution, i: int) -> bool:
    """«умер в Розенау (Бавария|;| юг), сообщила вдова»: a mark in brackets parts only what stands there."""
    scene = it.scene
    return scene.words.lower[i] in {";", ":"} and scene.bracket_around(i) != scene.bracket_around(it.at)


def _is_letter(it: Attribution, i: int) -> bool:
    """«грипп |А|, сообщила врач»: a capital letter inside of a sentence is no conjunction."""
    return i > it.low and it.scene.words.form[i] in {"А", "И"}


def _right_before(it: Attribution, i: int) -> bool:
    """«Мост закрыт, |но|, по словам мэра, цел»: a conjunction that the attribution follows at once."""
    return it.near(i) and (it.scene.words.lower[i] in COORDINATORS or it.scene.words.lower[i] == "чтобы")


def _that(it: Attribution, i: int) -> bool:
    """«Жильцы считают, |что| мост, по словам мэра, закроют»: «что» behind somebody's report, or around the attribution."""
    scene = it.scene
    if scene.words.lower[i] not in {"что", "чтобы"} or i == it.low or not it.parted(i):
        return False
    if not (it.inserted or _narrates(scene, i) or _is_reported(scene, i)):
        return False
    return not (not it.inserted and _sums_up(scene, i) or _purpose(scene, i, it.at))


def _colon(it: Attribution, i: int) -> bool:
    """«Планы ясны|:| по его словам, порт закроют»: a colon, but none of «по адресу: Портовая, 5», nor before what explains a clause."""
    scene, words = it.scene, it.scene.words
    if words.lower[i] != ":" or i == it.low or words.start[i + 1] <= words.end[i]:
        return False
    if words.lemma[i - 1] in WHEREABOUTS:
        return False
    return it.inserted or it.near(i) or not _explained(scene, it.low, i) or _marked(scene, it.low, i, it.at)


def _relative(it: Attribution, i: int) -> bool:
    """«причал, |который|, по словам мэра, закрыт», «порт, |где|, по его словам, тихо»: a relative right before the attribution."""
    words, at = it.scene.words, it.at
    if words.lower[i] not in RELATIVE_PLACES and words.lemma[i] != "который":
        return False
    soon = at - i <= NEAR + 1 and (it.inserted or it.near(i) and words.form[at - 1] == ",")
    return soon or it.inserted and _whose(it.scene, i, at) or _parts_phrase(it.scene, i, at)


def _all_of_it(it: Attribution, i: int) -> bool:
    """«Мост починили, |чего|, по словам Орехова, не ждал никто», «…, |о чём|, по словам мэра, знали все»: what the clause before tells."""
    words = it.scene.words
    first = i - (words.pos[i - 1] == "ADP")
    parted = words.form[it.at - 1] == words.form[first - 1] == ","
    return words.lower[i] in WHICH and it.near(i) and parted


def _semicolon(it: Attribution, i: int) -> bool:
    """«Мост закрыт|;| паром, по словам мэра, ушёл», «…, после |чего|, по словам мэра, ушёл паром»: a clause of its own."""
    words = it.scene.words
    behind = words.lower[i] == "чего" and (words.pos[i - 1] == "ADP" or words.lower[i - 1] in BY)
    return (words.lower[i] == ";" or behind) and (it.inserted or _reported_before(it.scene, it.low, i))


def _because(it: Attribution, i: int) -> bool:
    """«Паром ушёл, так |как|, по словам мэра, стемнело»: the reason is the attribution's where its verb is still to come."""
    scene, words = it.scene, it.scene.words
    if i <= it.low + 1 or (words.lower[i - 1], words.lower[i]) not in BECAUSE or words.form[i - 2] != ",":
        return False
    return it.near(i) or it.inserted and not scene.has_predicate(i + 1, it.at)


def _contrast(it: Attribution, i: int) -> bool:
    """«Завод строят, |а| смета, по словам Орехова, не готова»: what is set against somebody's report, or against a whole clause."""
    scene, lower = it.scene, it.scene.words.lower
    if lower[i] not in CONTRASTS or scene.lower(i + 1) == "также":
        return False
    with_it = (lower[i - 1], lower[i]) == ("при", "этом") and scene.words.form[i - 2] == ","
    if not it.parted(i) and not with_it:
        return False
    return (
        it.near(i)
        or _reported_before(scene, it.low, i)
        or it.inserted
        and _two_claims(scene, it.low, i, it.at)
    )


# what looks like the opening of a clause and is none
_OPENS_NONE = (_outside_brackets, _is_letter)
# what opens one, each by a word of its own
_OPENS = (_right_before, _that, _colon, _relative, _all_of_it, _semicolon, _because, _contrast)


def _is_reported(scene: Scene, conjunction: int) -> bool:
    """«Зуев пообещал, |что| …», and no «Кабель проверят из-за опасений, |что| …», «… на фоне слухов о том, |что| …».

    What is only the ground of a claim, and nobody's, is part of it.
    """
    cue = governor(scene, conjunction)
    if cue is None:
        return False
    words, (first, last) = scene.words, cue.span
    ground = words.pos[cue.head] == "NOUN" and words.lower[first - 1] in GROUNDS_OF
    behind = words.lower[last:conjunction]
    return not ground or behind not in ([","], ["о", "том", ","])


def _sums_up(scene: Scene, what: int) -> bool:
    """«Станция нашла |следы|, |что| говорит о воде»: the verb before has its object, and «что» is a subject, all of the clause."""
    words = scene.words
    verb = words.head[what]
    if words.dep[what] != "nsubj" or not what < verb <= what + 2:
        return False
    cue = governor(scene, what)
    return cue is not None and any(words.dep[k] == "obj" for k in words.children[cue.head] if k < what)


def _purpose(scene: Scene, conjunction: int, at: int) -> bool:
    """«Мэр позвал рыбаков, |чтобы показать| мост, сообщил сторож»: with an infinitive it tells what for, and nobody's words."""
    words = scene.words
    if words.lower[conjunction] != "чтобы":
        return False
    verb = next((k for k in range(conjunction + 1, at) if words.pos[k] in {"VERB", "AUX"}), conjunction)
    return words.feat(verb, "VerbForm") == "Inf"


def _whose(scene: Scene, which: int, at: int) -> bool:
    """«фирма, владелец |которой| Клим Зуев, по данным следствия, сбежал»: the subject of a relative clause waits for its verb."""
    words = scene.words
    owned = (
        words.feat(which, "Case") == "Gen" and words.form[which - 2] == "," and words.pos[which - 1] == "NOUN"
    )
    named = all(words.ent[k] == "PER" or words.lower[k] in {"и", ","} for k in range(which + 1, at))
    return owned and named


def _parts_phrase(scene: Scene, which: int, at: int) -> bool:
    """«Зуев, который занят |самым важным, по словам Орехова, делом|»: between an adjective and its noun nothing else has ended."""
    words = scene.words
    if (
        words.lower[at] != "по"
        or words.form[at - 1] != ","
        or words.pos[at - 2] != "ADJ"
        or words.feat(at - 2, "Variant") == "Short"
    ):
        return False
    return all(words.form[k] != "," for k in range(which + 1, at - 1))


def _explained(scene: Scene, low: int, colon: int) -> bool:
    """«|Мост закрыт|: столкнулись лодки, сообщает «Бакен»»: a clause before the colon that what follows explains, and no speech."""
    told = scene.has_subject(low, colon) or has_predicative(scene, low, colon) or _they_did(scene, low, colon)
    return told and scene.has_predicate(low, colon) and colon + 1 not in scene.opens


def _they_did(scene: Scene, start: int, end: int) -> bool:
    """«В порту |задержали| 44 парома: 21 на приход и 23 на выход»: a plural without a subject acts, and does not speak."""
    words = scene.words
    return any(
        scene.is_finite(k)
        and words.feat(k, "Number") == "Plur"
        and not (k in scene.cues and scene.cues[k].has("say", "state", "relay", "ask", "think"))
        and not any(words.subjects(k))
        for k in range(start, end)
    )


def _marked(scene: Scene, low: int, colon: int, at: int) -> bool:
    """«Мост закрыли: он «прогнил», сочли власти»: the only words in marks show who is cited, and where he begins."""
    pieces = [k for k in range(low, at) if k in scene.opens and not is_title(scene, k, scene.opens[k])]
    return bool(pieces) and pieces[0] > colon + 1


def _narrates(scene: Scene, conjunction: int) -> bool:
    """«Стоит отметить, что …», «Напомним, что …»: the narrator's own word, outside of what others say."""
    before = conjunction - 2
    return (
        scene.words.form[conjunction - 1] == ","
        and scene.words.lemma[before] in NARRATED
        and before not in scene.cues
    )


def _two_claims(scene: Scene, low: int, conjunction: int, at: int) -> bool:
    """«Завод строят, а смета, по словам Орехова, не готова»: «а», «но» set a claim of its own against the first."""
    words = scene.words
    return (
        words.lower[conjunction] in OPPOSING
        and scene.has_predicate(low, conjunction)
        and not scene.has_predicate(conjunction, at)
    )


def _reported_before(scene: Scene, start: int, end: int) -> bool:
    """Whether somebody's report stands before; «нарушений допущено не было», «сообщили |о пожаре|, а больных вывезли» is none."""
    cues = (scene.cues[i] for i in range(start, end) if i in scene.cues and not scene.cues[i].negated)
    return any(
        (cue.has("say", "deny") or cue.has("think") and cue.form != PASSIVE)
        and _has_claim(scene, cue, start, end)
        for cue in cues
    )


def _has_claim(scene: Scene, cue: Cue, start: int, end: int) -> bool:
    """Whether a report has its words: «сообщил|, что| …», «сказал|: |…», «Мост|, указал мэр,| закрыт, но …», «Как сказал мэр, …»."""
    words, first = scene.words, cue.span[0]
    behind = range(cue.span[1], end)
    told = any(
        words.form[k] == ":" or words.form[k] == "," and words.lower[k + 1] in CLAUSE_OPENERS for k in behind
    )
    parted = first > start and words.form[first - 1] in {",", *DASHES}
    closed = "," in words.form[cue.span[1] : min(cue.span[1] + INSERTED, end)]
    inserted = parted and (closed or scene.has_predicate(start, first))
    return told or inserted or words.lower[start] == "как" and cue.head - start <= NEAR

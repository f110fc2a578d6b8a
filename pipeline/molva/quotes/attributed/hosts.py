"""What an attribution beside the claim is attached to: its sentence without it, back to where its clause begins."""

from molva.quotes.attributed.clause_starts import NEAR, clause_start
from molva.quotes.attributed.pointers import points_back
from molva.quotes.attributed.reference import behind_citing
from molva.quotes.conjunctions import (
    CLAUSE_OPENERS,
    COORDINATORS,
    RELATIVE_PLACES,
    RELATIVES,
)
from molva.quotes.draft import Stretch
from molva.quotes.ends.describing_clauses import attribute_end
from molva.quotes.ends.edges import TIES, limits, skip_connectives, trim_all
from molva.quotes.ends.narration import clause_end
from molva.quotes.ends.trailing import relayed, trailing_report
from molva.quotes.pieces.titles import is_title
from molva.quotes.scene import DASHES, Scene
from molva.quotes.sources.subjects import NOMINAL, agrees

FAR = 9  # words of «указывает районная газета «Бакен»», with its comma


def host(scene: Scene, start: int, end: int, *, whole: bool = False, over: bool = False) -> list[Stretch]:
    """What an attribution phrase ``start``..``end`` is attached to: its sentence without it.

    A phrase at the head of a sentence rules all that follows; at the end, all before; in the
    middle, both sides, back to where its own clause begins. With ``whole`` that clause may itself
    report: «Жильцы считают, что мост закроют, рассказали в мэрии». With ``over`` the author tells on behind it.
    """
    low, high = limits(scene, start)
    if points_back(scene, behind_citing(scene, low, high), high) and not _behind_relative(scene, start):
        return []
    left_from = start
    if not _behind_dash(scene, start, low, told=scene.has_predicate(end, high)):
        closing = (
            over or end >= high - 1 or trailing_report(scene, end + 1, high) or relayed(scene, end + 1, high)
        )
        left_from = clause_start(scene, start, low, inserted=not closing, whole=whole)
        if not closing and (dash := _new_claim(scene, start, end, left_from)) is not None:
            left_from = dash + 1
    right_to = end if over else _right_end(scene, end, high)
    if (opening := _relative_before(scene, start, left_from, low)) is not None:
        right_to = attribute_end(scene, opening, end + 1, right_to)
    left = _left_start(scene, left_from, start, low)
    right_from = right_to if _another(scene, left, start, end, high) else end
    if left == start and right_from > end:
        right_from = _behind_inserted(scene, end, right_to)
    parts = [(left, start), (right_from, right_to)]
    return trim_all(scene, [(a, b) for a, b in parts if a < b])


def _another(scene: Scene, left: int, start: int, end: int, high: int) -> bool:
    """Whether another attribution stands behind: «…, писал «Бакен», об этом же сообщал «Створ»».

    «По словам Зуева, об этом сказал мэр» has nothing yet that it could be said of, and «Решение,
    по словам мэра, поддержали в порту» waits for its verb.
    """
    told = left < start and scene.has_predicate(left, start)
    if scene.is_of_this(end + 1):
        return told
    if left < start and not told and _waits(scene, left, start, end, high):
        return False
    return relayed(scene, end + 1, high) or trailing_report(scene, end + 1, high)


def _waits(scene: Scene, left: int, start: int, end: int, high: int) -> bool:
    """«|Решение|, по словам мэра, поддержали рыбаки»: what stands before the attribution belongs to the verb behind it.

    «|Жители|, по словам мэра, жалуются на холод»: so does a subject of a verb that tells, if none stands behind it.
    """
    words = scene.words
    verb = next((k for k in range(end + 1, min(end + NEAR + 2, high)) if k in scene.cues), None)
    if verb is None or not (scene.is_finite(verb) or words.feat(verb, "VerbForm") == "Fin"):
        return False
    before = [k for k in words.children[verb] if left <= k < start and words.pos[k] in NOMINAL]
    if any(words.dep[k] in {"obj", "iobj"} for k in before):
        return True
    named = verb + 1 in scene.opens or words.ent[verb + 1 : verb + 2] == ["ORG"]  # «…, сообщает «Бакен»»
    alone = (
        not scene.cues[verb].has("say", "relay") or not named and all(k < verb for k in words.subjects(verb))
    )
    return alone and any(
        words.is_subject(k) and (agrees(scene, k, verb) or words.number(k) == words.feat(verb, "Number"))
        for k in before
    )


def _behind_inserted(scene: Scene, end: int, high: int) -> int:
    """«По мнению врачей, указывает «Бакен», |мост стар|»: who passes it on stands between commas, then comes what is told."""
    close = next((k for k in range(end + 1, min(end + FAR, high)) if scene.words.form[k] == ","), high)
    told = close < high and scene.has_predicate(close, high)
    return close if told and not _opens(scene, close + 1) else high


def _opens(scene: Scene, i: int) -> bool:
    """Whether a conjunction or «который» begins a clause at a word."""
    near = scene.words.lemma[i : i + 2]
    return scene.lower(i) in CLAUSE_OPENERS | COORDINATORS or not RELATIVES.isdisjoint(near)


def _behind_relative(scene: Scene, start: int) -> bool:
    """«Об этом он рассказал в порту, |где|, по его словам, …», «Об этом пишет «Бакен»|:| по его данным, …»: a clause of its own holds it."""
    if scene.lower(start - 1) in {":", *DASHES}:
        return True
    which = start - 1 - (scene.lower(start - 1) == ",")
    return which > 0 and scene.words.lemma[which] in RELATIVES | RELATIVE_PLACES


def _relative_before(scene: Scene, start: int, left_from: int, low: int) -> int | None:
    """«причал|,| который, по словам мэра, …»: the comma of the relative clause that an attribution stands in."""
    words, which = scene.words, left_from - 1
    if left_from == start:
        which = start - 1 - (words.form[start - 1] == ",")
    if which <= low or words.lemma[which] not in RELATIVES | RELATIVE_PLACES:
        return None
    return next((k for k in (which - 1, which - 2) if words.form[k] == ","), None)


def _left_start(scene: Scene, start: int, end: int, low: int) -> int:
    """Where the claim before an attribution at ``end`` begins: behind what ties its sentence; ``end`` where none is."""
    if not _worth(scene, start, end) or _attributes(scene, start, end):
        return end
    if start == low and not _worth(scene, skip_connectives(scene, low, end), end):
        return end
    ties = start == low or scene.lower(start - 1) == ";"
    return _behind_conjunction(scene, start, end) if ties else start


def _attributes(scene: Scene, start: int, end: int) -> bool:
    """«Как сообщает «Вестник», согласно отчёту, …»: what stands before an attribution is another one."""
    reports = any(i in scene.cues for i in range(start + 1, min(start + 4, end)))
    return scene.lower(start) == "как" and reports and start < end


def _behind_conjunction(scene: Scene, start: int, end: int) -> int:
    """«Однако смета, по данным мэрии, выросла», «2. Смета выросла, …»: what ties the narrator's sentences, or counts them."""
    words = scene.words
    numbered = words.form[start].isdigit() and words.form[start + 1] in {".", ")"}
    if numbered and start == scene.paragraph(start)[0]:
        return start + 2
    for tie in TIES:
        stop = start + len(tie)
        if stop < end and tuple(words.lower[start:stop]) == tie and words.form[stop] != ".":
            return stop
    return start


def _worth(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch holds a word that tells something: a noun, a verb, an adjective, an adverb."""
    return any(scene.words.pos[i] in NOMINAL | {"VERB", "AUX", "ADJ", "ADV"} for i in range(start, end))


def _behind_dash(scene: Scene, at: int, low: int, *, told: bool) -> bool:
    """«Завод встал — по словам Орехова, кончилось сырьё»: behind a dash a new claim begins, the first is told already."""
    words = scene.words
    if at <= low + 1 or words.form[at - 1] not in DASHES or not scene.has_predicate(low, at):
        return False
    return (told or words.form[at - 2] != ",") and not any(
        words.form[i] in DASHES for i in range(at, limits(scene, at)[1])
    )


def _new_claim(scene: Scene, at: int, end: int, low: int) -> int | None:
    """«Порт закрыт |—| рыбаки, по словам мэра, ушли в море»: the only dash behind a clause, and a subject waits for its verb."""
    words, high = scene.words, limits(scene, at)[1]
    dashes = [k for k in range(low + 1, high) if words.form[k] in DASHES]
    if len(dashes) != 1 or dashes[0] >= at or words.form[dashes[0] - 1] == ",":
        return None
    dash = dashes[0]
    if any(k in scene.opens and not is_title(scene, k, scene.opens[k]) for k in range(low, dash)):
        return None  # «Порту нужен «второй вход» — его, по словам мэра, уже строят»: words in marks are his as well
    told = _states(scene, low, dash) and not scene.has_predicate(dash + 1, at)
    subject = any(words.feat(k, "Case") == "Nom" for k in range(dash + 1, at))
    return dash if told and subject and scene.has_predicate(end, high) else None


def _states(scene: Scene, start: int, end: int) -> bool:
    """Whether a clause before a dash is whole: «Порт закрыт», «Речь идёт о паромах», and no «Тот, кто построил порт»."""
    words = scene.words
    return any(words.dep[k] in {"root", "ROOT"} and scene.is_finite(k) for k in range(start, end))


def _right_end(scene: Scene, end: int, high: int) -> int:
    """On from an attribution to where the author speaks again, or somebody in marks: «…, считает Зуев: «…»»."""
    if end + 1 < high and scene.words.form[end] == ":" and end + 1 in scene.opens:
        return end
    i = end + 1 if end < high and scene.words.form[end] in {",", ":", *DASHES} else end
    return clause_end(scene, i, end, high) if i < high else high

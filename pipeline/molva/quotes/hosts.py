"""What an attribution beside the claim is attached to: its sentence without it, back to where its clause begins."""

from molva.quotes.draft import Stretch
from molva.quotes.edges import (
    COORDINATORS,
    clause_end,
    limits,
    relayed,
    skip_connectives,
    trailing_report,
    trim_all,
)
from molva.quotes.governors import governor
from molva.quotes.reference import points_back
from molva.quotes.scene import DASHES, Scene
from molva.quotes.subjects import NOMINAL

TIES = (("однако",), ("но",), ("а",), ("впрочем",), ("то", "есть"), ("кроме", "того"), ("при", "этом"))


def host(scene: Scene, start: int, end: int, *, whole: bool = False) -> list[Stretch]:
    """What an attribution phrase ``start``..``end`` is attached to: its sentence without it.

    A phrase at the head of a sentence rules all that follows; at the end, all before; in the
    middle, both sides, back to where its own clause begins. With ``whole`` that clause may itself
    report: «Жильцы считают, что мост закроют, рассказали в мэрии».
    """
    low, high = limits(scene, start)
    if points_back(scene, low, high):
        return []
    left_from = start
    if not _behind_dash(scene, start, low, told=scene.has_predicate(end, high)):
        left_from = _clause_start(scene, start, low, inserted=end < high - 1, whole=whole)
    right_to = _right_end(scene, end, high)
    left = (left_from, start)
    right = (end, right_to)
    if trailing_report(scene, end + 1, high) or relayed(scene, end + 1, high):
        right = (end, end)
    if not _worth(scene, *left) or _attributes(scene, *left):
        left = (start, start)
    elif left_from == low:
        first = skip_connectives(scene, low, start)
        left = (start, start) if not _worth(scene, first, start) else left
        left = (_behind_conjunction(scene, *left), left[1])
    return trim_all(scene, [part for part in (left, right) if part[0] < part[1]])


def _attributes(scene: Scene, start: int, end: int) -> bool:
    """«Как сообщает «Вестник», согласно отчёту, …»: what stands before an attribution is another one."""
    reports = any(i in scene.cues for i in range(start + 1, min(start + 4, end)))
    return scene.lower(start) == "как" and reports and start < end


def _behind_conjunction(scene: Scene, start: int, end: int) -> int:
    """«Однако смета, по данным мэрии, выросла»: «однако», «но», «кроме того» tie the narrator's sentences."""
    words = scene.words
    for tie in TIES:
        stop = start + len(tie)
        if stop < end and tuple(words.lower[start:stop]) == tie and words.form[stop] != ".":
            return stop
    return start


def _worth(scene: Scene, start: int, end: int) -> bool:
    return any(scene.words.pos[i] in NOMINAL | {"VERB", "AUX", "ADJ", "ADV"} for i in range(start, end))


def _clause_start(scene: Scene, at: int, low: int, *, inserted: bool, whole: bool) -> int:
    """Back from an attribution to the beginning of the clause it stands in.

    «что», «после чего», «который» open it; «а», «но» only where somebody else has reported before.
    """
    words = scene.words
    i = at - 1
    while i >= low:
        if i in scene.closes and scene.closes[i] >= low:
            i = scene.closes[i] - 1
            continue
        boundary = i == low or words.form[i - 1] in {",", ";", "—", "–"}
        reported = words.lower[i] in {"что", "чтобы"} and i > low and not whole
        if boundary and reported and governor(scene, i) is not None:
            return i + 1
        if words.lower[i] == "чего" and words.pos[i - 1] == "ADP":
            return i + 1
        if (
            boundary
            and words.lower[i] in {"но", "а", "однако", "хотя", "поскольку"}
            and (
                at - i <= 2 or _reported_before(scene, low, i) or inserted and _two_claims(scene, low, i, at)
            )
        ):
            return i + 1
        if words.form[i] == ":" and i > low and words.start[i + 1] > words.end[i]:
            return i + 1  # «Планы ясны: по его словам, …»
        relative = words.lemma[i] == "который" or words.lower[i] in {"где", "куда", "откуда"}
        if relative and at - i <= 3 and (inserted or at - i <= 2 and words.form[at - 1] == ","):
            return i + 1
        if words.lower[i] == "чтобы" and at - i <= 2:
            return i + 1
        if words.lower[i] in COORDINATORS and at - i <= 2 or words.form[i] == ";":
            return i + 1
        i -= 1
    return low


def _behind_dash(scene: Scene, at: int, low: int, *, told: bool) -> bool:
    """«Завод встал — по словам Орехова, кончилось сырьё»: behind a dash a new claim begins, the first is told already."""
    words = scene.words
    if at <= low + 1 or words.form[at - 1] not in DASHES or not scene.has_predicate(low, at):
        return False
    return (told or words.form[at - 2] != ",") and not any(
        words.form[i] in DASHES for i in range(at, limits(scene, at)[1])
    )


def _two_claims(scene: Scene, low: int, conjunction: int, at: int) -> bool:
    """«Завод строят, а смета, по словам Орехова, не готова»: «а» sets a claim of its own against the first."""
    words = scene.words
    return (
        words.lower[conjunction] == "а"
        and scene.has_predicate(low, conjunction)
        and not scene.has_predicate(conjunction, at)
    )


def _reported_before(scene: Scene, start: int, end: int) -> bool:
    return any(i in scene.cues and scene.cues[i].has("say", "think", "deny") for i in range(start, end))


def _right_end(scene: Scene, end: int, high: int) -> int:
    """On from an attribution to where the author speaks again."""
    i = end + 1 if end < high and scene.words.form[end] in {",", ":", *DASHES} else end
    return clause_end(scene, i, end, high) if i < high else high

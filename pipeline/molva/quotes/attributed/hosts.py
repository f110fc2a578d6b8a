"""What an attribution beside the claim is attached to: its sentence without it, back to where its clause begins."""

from molva.quotes.attributed.pointers import points_back
from molva.quotes.attributed.reference import behind_citing
from molva.quotes.conjunctions import (
    BECAUSE,
    CLAUSE_OPENERS,
    COORDINATORS,
    OPPOSING,
    RELATIVE_PLACES,
    RELATIVES,
)
from molva.quotes.cues import PASSIVE, Cue
from molva.quotes.draft import Stretch
from molva.quotes.ends.clauses import has_predicative
from molva.quotes.ends.describing_clauses import attribute_end
from molva.quotes.ends.edges import TIES, limits, skip_connectives, trim_all
from molva.quotes.ends.narration import clause_end
from molva.quotes.ends.trailing import relayed, trailing_report
from molva.quotes.pieces.titles import is_title
from molva.quotes.reported.governors import HINGES, governor
from molva.quotes.scene import DASHES, Scene
from molva.quotes.sources.subjects import NOMINAL, agrees

INSERTED = 5  # words of «мэр Ялуги Клим Зуев» behind the verb of «Мост, указал мэр Ялуги Клим Зуев, закрыт»
FAR = 9  # words of «указывает районная газета «Бакен»», with its comma
NEAR = 2  # words from a conjunction to the attribution right behind it, its comma included
CONTRASTS = OPPOSING | {"хотя", "поскольку", "этом"}  # «, при этом»
BY = frozenset({"результате", "вследствие", "ввиду", "итоге"})  # «в результате чего, по словам мэра, …»
# «по |адресу|: Портовая, 5», «по |маршруту|: порт — вокзал»: a colon before a place and no clause
WHEREABOUTS = frozenset({"адрес", "маршрут", "телефон"})
GROUNDS_OF = frozenset({"из-за", "фоне", "после", "ввиду"})  # «на |фоне| слухов»
TOLD_BY = CLAUSE_OPENERS | RELATIVE_PLACES  # «сообщил, |что| …», «рассказал, |где| …»
NARRATED = frozenset("отметить напомнить добавить заметить подчеркнуть уточнить сказать".split())


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
        left_from = _clause_start(scene, start, low, inserted=not closing, whole=whole)
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


def _clause_start(scene: Scene, at: int, low: int, *, inserted: bool, whole: bool) -> int:
    """Back from an attribution to the beginning of the clause it stands in.

    «что» and «который» open it; «а», «но», «после чего» only where somebody else has reported before,
    or where the attribution stands inside of it: «…, после чего, по словам Орехова, …».
    """
    for i in scene.backwards(at - 1, low):
        reported = whole and scene.words.lower[i] in {"что", "чтобы"} and not _narrates(scene, i)
        if not reported and _opens_clause(scene, i, at, low, inserted=inserted):
            return i if _asks(scene, i) else i + 1
    return low


def _asks(scene: Scene, i: int) -> bool:
    """«ясно то, |где| мы, по словам мэра, живём»: behind «то» the word asks, and is told as well."""
    return scene.lower(i) in RELATIVE_PLACES and scene.lower(i - 1) == "," and scene.lower(i - 2) in HINGES


def _opens_clause(scene: Scene, i: int, at: int, low: int, *, inserted: bool) -> bool:
    """Whether the clause of the attribution at ``at`` begins behind word ``i``."""
    words, lower, near = scene.words, scene.words.lower[i], at - i <= NEAR
    if lower in {";", ":"} and scene.bracket_around(i) != scene.bracket_around(at):
        return False  # «умер в Розенау (Бавария; юг), сообщила вдова»
    if i > low and words.form[i] in {"А", "И"}:
        return False  # «грипп |А|, сообщила врач»
    edge = i == low or words.form[i - 1] in {",", ";", "—", "–"}
    because = i > low + 1 and (words.lower[i - 1], lower) in BECAUSE and words.form[i - 2] == ","
    if near and lower in COORDINATORS | {"чтобы"}:
        return True
    if lower in {"что", "чтобы"}:
        reports = inserted or _narrates(scene, i) or _is_reported(scene, i)
        aside = not inserted and _sums_up(scene, i) or _purpose(scene, i, at)
        return edge and i > low and reports and not aside
    if lower == ":":
        spaced = i > low and words.start[i + 1] > words.end[i]  # «Планы ясны: по его словам, …»
        spaced = spaced and words.lemma[i - 1] not in WHEREABOUTS  # «пожар по |адресу: Портовая, 5|»
        return spaced and (inserted or near or not _explained(scene, low, i) or _marked(scene, low, i, at))
    if lower in RELATIVE_PLACES or words.lemma[i] == "который":
        soon = at - i <= NEAR + 1 and (inserted or near and words.form[at - 1] == ",")
        return soon or inserted and _whose(scene, i, at) or _parts_phrase(scene, i, at)
    if lower == ";" or lower == "чего" and (words.pos[i - 1] == "ADP" or words.lower[i - 1] in BY):
        return inserted or _reported_before(scene, low, i)
    if because:
        return near or inserted and not scene.has_predicate(i + 1, at)
    edge = edge or (words.lower[i - 1], lower) == ("при", "этом") and words.form[i - 2] == ","
    if edge and lower in CONTRASTS and scene.lower(i + 1) != "также":
        return near or _reported_before(scene, low, i) or inserted and _two_claims(scene, low, i, at)
    return False


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
    told = any(words.form[k] == ":" or words.form[k] == "," and words.lower[k + 1] in TOLD_BY for k in behind)
    parted = first > start and words.form[first - 1] in {",", *DASHES}
    closed = "," in words.form[cue.span[1] : min(cue.span[1] + INSERTED, end)]
    inserted = parted and (closed or scene.has_predicate(start, first))
    return told or inserted or words.lower[start] == "как" and cue.head - start <= NEAR


def _right_end(scene: Scene, end: int, high: int) -> int:
    """On from an attribution to where the author speaks again, or somebody in marks: «…, считает Зуев: «…»»."""
    if end + 1 < high and scene.words.form[end] == ":" and end + 1 in scene.opens:
        return end
    i = end + 1 if end < high and scene.words.form[end] in {",", ":", *DASHES} else end
    return clause_end(scene, i, end, high) if i < high else high

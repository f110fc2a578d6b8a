"""What a medium only passes on: whose words they are has been told, and the medium is `via`.

It tells them itself where the report inside is nobody's, describes a noun, or stands beside what the medium tells.
"""

from itertools import pairwise

from molva.quotes.conjunctions import CLAUSE_OPENERS, RELATIVES, TEMPORAL
from molva.quotes.draft import Draft, Stretch
from molva.quotes.media.medium import (
    PASSING,
    RELAYING,
    behind_newsman,
    is_kind,
    is_medium,
    is_named_body,
    is_nameless_newsman,
    passes_on,
)
from molva.quotes.scene import DASHES, Scene
from molva.quotes.settling.standing import Standing
from molva.quotes.settling.twice import tells_anew
from molva.quotes.speech_nouns import GROUNDS

# «…, рассказали в |программе| «Вести»», «…, говорится в |сюжете|»
BROADCASTS = frozenset("программа передача выпуск сюжет репортаж".split())
EDGES = frozenset({",", ":", ";", *DASHES})  # of a clause
HANGING = CLAUSE_OPENERS | TEMPORAL | {"того"}


def taken_from_media(scene: Scene, draft: Draft, kept: Standing) -> list[Draft]:
    """«Орехов назвал смету «большим злом», передаёт «Бакен»»: the words are Орехов's, the medium's draft is given up.

    A single word in marks is hardly speech that a medium would only pass on.
    """
    if draft.rule != "fragment" or draft.source is None or draft.size() < 2:
        return []
    media = [o for o in kept.around(draft.parts[0]) if by_medium(scene, o) and _heads(scene, draft, o)]
    for other in media:
        kept.drop(other)
        draft.via = draft.via or passing(scene, other)
    return media


def _heads(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether the verb of one draft is the first predicate of what another one holds."""
    return draft.verb == next((i for i in range(*other.parts[0]) if scene.is_finite(i)), None)


def by_medium(scene: Scene, draft: Draft) -> bool:
    """Whether a medium passes something on: «передаёт корреспондент ТАСС», «по данным Вести.ру, …», «…, цитирует его РБК»."""
    if draft.rule not in {"inserted", "as", "marker"} or draft.source is None:
        return False
    if _cites(scene, draft):
        return True
    words, verb = scene.words, draft.verb
    if _is_broadcast(scene, draft):
        return True
    relays = draft.rule == "marker" or verb is not None and words.lemma[verb] in RELAYING
    source = behind_newsman(scene, draft.source)
    if is_medium(scene, *source) or relays and is_named_body(scene, source[0]):
        return True
    reports = verb is not None and words.lemma[verb] in PASSING
    newsman = source != draft.source or is_nameless_newsman(scene, source)
    as_told = draft.rule == "as" and (passes_on(scene, source, verb) or _is_bare(scene, source))
    return reports and newsman or as_told


def _is_bare(scene: Scene, source: Stretch) -> bool:
    """«Как пишет |издание|, по словам мэра, …»: a medium by its kind alone."""
    return source[1] == source[0] + 1 and is_kind(scene, source[0])


def _is_broadcast(scene: Scene, draft: Draft) -> bool:
    """«…, рассказали в программе «Вести» на ПТВ»: what a channel shows passes on what has been said in it."""
    head = draft.source_head
    return draft.rule == "inserted" and head is not None and scene.words.lemma[head] in BROADCASTS


def passing(scene: Scene, draft: Draft) -> Stretch | None:
    """The medium of such a draft, by its name: «передаёт корреспондент |«Бакена»|», «цитирует Зуева |РБК|»."""
    if draft.source is None or _cites(scene, draft):
        return draft.via
    if is_nameless_newsman(scene, draft.source) or draft.rule == "as" and _is_bare(scene, draft.source):
        return None
    return draft.via if _is_broadcast(scene, draft) else behind_newsman(scene, draft.source)


def _cites(scene: Scene, draft: Draft) -> bool:
    """«Зуев сказал, что мост закрыт, |цитирует его| РБК»: the object of a verb of citing has said it."""
    return draft.via is not None and draft.verb in scene.cues and scene.cues[draft.verb].has("relay")


def reported_again(scene: Scene, draft: Draft, kept: Standing) -> bool:
    """«Мост закрыт, заявил мэр, сообщает Aamu», «…, его слова передаёт мэрия»: a second report right behind the first.

    A body or a paper passes on what has its speaker; a person behind another one may tell of him, and
    «…, за мост высказались 9%, следует из результатов опроса» has found both.
    """
    if draft.rule != "inserted" or draft.source is None or draft.source_head is None:
        return False
    words, head, last = scene.words, draft.source_head, draft.parts[-1][1]
    if words.lemma[head] in GROUNDS or tells_anew(scene, draft):
        return False
    opens = {draft.start, draft.start + 1}
    first = (o for o in kept.cued_in(draft.parts) if o.rule in {"inserted", "tail"} and o.source and o.cue)
    return any(o.start in opens and o.source and _tells_no_more(scene, o.source[1], last) for o in first)


def _tells_no_more(scene: Scene, start: int, end: int) -> bool:
    """«Мост закрыт, заявил мэр |на встрече с рыбаками|, сообщает порт»: where and to whom, and no clause."""
    return "," not in scene.words.form[start:end] and not scene.has_predicate(start, end)


def told_inside(scene: Scene, draft: Draft, kept: Standing) -> list[Draft]:
    """Quotes with a speaker of their own that a medium only passes on: «По данным РБК, X заявил, что …».

    One without a name tells what it has inside, «Как пишет издание, ходили слухи, что …», but for «…, по словам мэра, …».
    """
    bare = draft.source is not None and _is_bare(scene, draft.source)
    inside = (o for o in kept.cued_in(draft.parts) if _reports(scene, draft, o))
    inside = (o for o in inside if not bare or draft.rule != "as" or o.rule == "marker")
    return [o for o in inside if not _about_a_noun(scene, o) and not _told_besides(scene, draft, o)]


def _reports(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether a quote has a cue that tells, no mere thought, and a source, all inside the same marks."""
    if other.cue is None or other.source is None:
        return False
    tells = other.verb is None or scene.cues[other.verb].has("say", "state", "ask", "rate", "demand", "deny")
    return tells and scene.pair_around(other.cue[0]) == scene.pair_around(draft.start)


def _told_besides(scene: Scene, draft: Draft, other: Draft) -> bool:
    """«По данным «Бакена», |рыбаки уплыли утром|, сторож сказал, что …»: the medium tells something of its own as well."""
    if draft.rule == "inserted" or other.cue is None or other.source is None:
        return False
    words, first, head = scene.words, draft.start, min(other.cue[0], other.source[0])
    if other.verb is None and other.rule == "that" and not scene.has_predicate(first, head):
        return True  # «причина — в опасениях рыбаков, что …»
    edges = [first - 1, *(k for k in range(first, head) if words.form[k] in EDGES)]
    return any(scene.has_predicate(a + 1, b) and not _hangs(scene, a + 1) for a, b in pairwise(edges))


def _hangs(scene: Scene, first: int) -> bool:
    """«|Когда| рыбаки уплыли, сторож сказал, что …», «в порту, |где| стоит паром, …»: a clause that waits for another one, or describes a noun."""
    near = slice(first, first + 2)
    return not (HANGING.isdisjoint(scene.words.lower[near]) and RELATIVES.isdisjoint(scene.words.lemma[near]))


def _about_a_noun(scene: Scene, draft: Draft) -> bool:
    """«Порт купил суда, на борту |которых, по данным| МЧС, были течи, сообщает «Бакен»»: a marker in a clause about a noun.

    The clause is a small part of what the medium tells itself.
    """
    if draft.rule != "marker" or draft.cue is None:
        return False
    words, (start, _) = scene.words, draft.cue
    return words.form[start - 1] == "," and words.lemma[start - 2] in RELATIVES

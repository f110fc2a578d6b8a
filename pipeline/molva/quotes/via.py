"""The medium that passed words on, in all the ways a text names it."""

from collections.abc import Callable

from molva.quotes.draft import Draft, Stretch
from molva.quotes.media import RELAYING, is_kind, is_medium, is_named_body, name_at
from molva.quotes.scene import Scene
from molva.quotes.sources import Source, complement, phrase

VENUES = frozenset({"интервью", "беседа", "разговор", "комментарий", "эфир", "колонка", "общение"})
HEARERS = frozenset({"корреспондент", "журналист"})
BETWEEN = frozenset({"с", "со", "для", "корреспондентом", "журналистом", "корреспондентами", "журналистами"})
TELLING = ("say", "think", "ask")


def medium_near(scene: Scene, draft: Draft) -> Stretch | None:
    """The medium given at a quote, if any."""
    if draft.cue is None:
        return None
    start, end = _author_sentence(scene, draft)
    return next((found for way in WAYS if (found := way(scene, draft, start, end))), None)


def _author_sentence(scene: Scene, draft: Draft) -> Stretch:
    """The sentence of the cue, with the brackets that stand behind its full stop."""
    start, end = scene.sentence((draft.cue or draft.parts[0])[0])
    stop = scene.paragraph(start)[1]
    while end < stop and scene.words.form[end] == "(":
        end = next((i + 1 for i in range(end, stop) if scene.words.form[i] == ")"), stop)
    return start, end


def cited_by(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«(цитата по ТАСС)», «(цитата по «Интерфаксу»)»."""
    words = scene.words
    for i in range(start, end - 2):
        if words.lower[i] in {"цитата", "цитаты", "цит", "цитируется"} and "по" in words.lower[i + 1 : i + 3]:
            begin = words.lower.index("по", i + 1) + 1
            closing = (
                j for j in range(begin, min(end + 1, len(words))) if words.form[j] in {")", ",", ".", ";"}
            )
            stop = next(closing, end)
            return (begin, stop) if stop > begin else None
    return None


def reported_again(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«…, заявил Песков, передаёт ТАСС», «…, слова которого приводит «Вестник»»."""
    words = scene.words
    for i in range(start, end):
        cue = scene.cues.get(i)
        if cue is None or draft.covers(i) or i == draft.verb or draft.cue and i in range(*draft.cue):
            continue
        inserted = any(words.form[k] in {",", "("} for k in range(max(start, i - 3), i))
        inserted = inserted or i < draft.start and words.form[draft.start - 2] == ":" and draft.verb != i
        if cue.has("say", "relay") and words.feat(i, "VerbForm") == "Fin" and inserted:
            found = _medium_after(scene, i, end)
            if found:
                return found
    return None


def _medium_after(scene: Scene, verb: int, end: int) -> Stretch | None:
    words = scene.words
    for i in range(verb + 1, min(verb + 6, end)):
        if words.form[i] in {",", "."}:
            return None
        if words.pos[i] in {"NOUN", "PROPN", "X"} or words.ent[i] or i in scene.opens:
            span = name_at(scene, i, end)
            relays = words.lemma[verb] in RELAYING or scene.cues[verb].has("relay")
            if span and (is_medium(scene, *span) or relays and is_named_body(scene, i)):
                return span
            return None
    return None


def venue(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«в интервью CNN», «в беседе с корреспондентом РБК», «в эфире «Дождя»»."""
    words = scene.words
    for i in range(start + 1, end - 1):
        if words.lemma[i] not in VENUES or draft.covers(i) or _in_source(draft, i):
            continue
        if "ADP" not in {words.pos[i - 1], words.pos[max(i - 2, 0)]}:
            continue
        begin = i + 1
        while begin < end and (words.lower[begin] in BETWEEN or words.pos[begin] == "ADJ"):
            begin += 1
        span = name_at(scene, begin, end)
        if span and (is_medium(scene, *span) or is_named_body(scene, begin)):
            return span
    return None


def told_to(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«сказал он РБК», «рассказала агентству «Невод»», «сообщил корреспонденту ТАСС»."""
    words, verb = scene.words, draft.verb
    if verb is None or verb not in scene.cues or not scene.cues[verb].has(*TELLING):
        return None
    for i in range(max(start, verb - 4), min(end, verb + 9)):
        if i > verb and words.form[i] in {",", ":", "."} and not _in_source(draft, i):
            break
        if draft.covers(i) or _in_source(draft, i) or i == verb:
            continue
        span = _hearer(scene, draft, i, end)
        if span:
            return span
    return None


def _hearer(scene: Scene, draft: Draft, i: int, end: int) -> Stretch | None:
    words = scene.words
    stop = draft.source[0] if draft.source and draft.source[0] > i else end
    if is_kind(scene, i) and words.feat(i, "Case") == "Dat" or words.lemma[i] in HEARERS:
        span = name_at(scene, i + 1, stop)
        named = span is not None and (is_kind(scene, i) or is_medium(scene, *span))
        return (i, span[1]) if named and span and is_kind(scene, i) else span if named else None
    free = i == 0 or words.pos[i - 1] not in {"ADP", "NOUN", "ADJ"}
    span = name_at(scene, i, stop) if free and (words.ent[i] == "ORG" or i in scene.opens) else None
    if span and (is_medium(scene, *span) or words.feat(i, "Case") == "Dat" and is_named_body(scene, i)):
        return span
    return None


def through(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«через агентство Amaq»."""
    words = scene.words
    for i in range(start, end - 1):
        if words.lower[i] == "через" and not draft.covers(i):
            span = name_at(scene, i + 1, end)
            if span and is_medium(scene, *span):
                return span
    return None


def own_informant(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«источник Интерфакса сообщил», «собеседник РБК»: the medium's own informant."""
    words, head = scene.words, draft.source_head
    if head is None or draft.source is None or words.lemma[head] not in {"источник", "собеседник"}:
        return None
    span = name_at(scene, head + 1, draft.source[1])
    return span if span and is_medium(scene, *span) else None


def _in_source(draft: Draft, i: int) -> bool:
    return draft.source is not None and i in range(*draft.source)


WAYS: tuple[Callable[[Scene, Draft, int, int], Stretch | None], ...] = (
    cited_by,
    reported_again,
    venue,
    told_to,
    through,
    own_informant,
)


def referred(scene: Scene, start: int, end: int) -> Source | None:
    """«со ссылкой на Лаптеву», «ссылаясь на источники»: who is behind the medium."""
    words = scene.words
    for i in range(start, end - 2):
        if words.lower[i] not in {"ссылкой", "ссылаясь", "сославшись"} or words.lower[i + 1] != "на":
            continue
        nouns = (j for j in range(i + 2, min(i + 9, end)) if words.pos[j] in {"NOUN", "PROPN", "PRON", "X"})
        head = next(nouns, None)
        if head is None:
            return None
        if words.lemma[head] in {"слово", "данные", "заявление", "сообщение", "информация"}:
            owner = complement(scene, head, end)
            if owner is not None:
                return owner
        found = phrase(scene, head, i + 2, end)
        return Source((i + 2, max(found.span[1], head + 1)), found.head)
    return None

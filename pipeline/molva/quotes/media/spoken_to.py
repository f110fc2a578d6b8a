"""A medium that was spoken to, or has the paper that speaks: «в интервью CNN», «сказал РБК», «поступило в РБК»."""

from molva.lexicon.lists import shared_list
from molva.quotes.cues import FINITE, GERUND
from molva.quotes.draft import Draft, Stretch
from molva.quotes.kinds import INFORMANTS
from molva.quotes.lexicon import word_list
from molva.quotes.media.hearers import told, unnamed
from molva.quotes.media.medium import (
    glued,
    is_foreign,
    is_kind,
    is_medium,
    is_named_body,
    known_before,
    name_at,
)
from molva.quotes.scene import Scene
from molva.quotes.sources.subjects import SPANS_OF_TIME
from molva.quotes.speech_nouns import ASKED
from molva.speakers.dependents import MONTHS
from molva.words import Words

# «в |интервью| CNN»: in what one speaks to a medium
VENUES = shared_list("talks") | {"статья", "общение", "страница"}
BETWEEN = frozenset({"с", "со", "для"})
GIVING = frozenset({"дать", "давать"})
DONE_TO_MEDIA = (
    "say",
    "think",
    "ask",
)  # what one does to a medium; to state and to relay is the medium's own part
COMING = frozenset("поступить получить оказаться прислать предоставить передать направить".split())
HAVING = (["есть", "у"], ["имеется", "у"], ["имеются", "у"])
READING = frozenset({"ознакомиться", "изучить", "прочитать"})
ISSUING = frozenset({"опубликовать", "взять", "показать", "напечатать"})
# «на |телеканале| «Дозор»», «в |газете| «Створ»»: where one speaks or writes
AIR = frozenset({"телеканал", "радио", "радиостанция", "газета", "журнал"})


def venue(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«в интервью CNN», «в беседе с корреспондентом РБК», «в эфире «Дождя»»."""
    words = scene.words
    for i in words.with_lemma(VENUES, start + 1, end - 1):
        if draft.covers(i) or draft.in_source(i) and i != draft.source_head:
            continue
        if words.lower[i - 1] in {"о", "об", "про"}:
            continue  # «Говоря о |странице| NovaX»
        given = words.lemma[i - 1] in GIVING and draft.cue is not None and i < draft.cue[0]
        if "ADP" not in {words.pos[i - 1], words.pos[max(i - 2, 0)]} and not given:
            continue
        found = _venue_of(scene, i, end) or _published(scene, i, end)
        if found:
            return found
    return None


def on_air(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«сказал Зуев на телеканале «Дозор»», «написал в газете «Створ»»: what somebody spoke or wrote in."""
    words = scene.words
    for i in words.with_lemma(AIR, start + 1, end - 1):
        where = words.lower[i - 1] in {"на", "в"} and words.feat(i, "Case") != "Acc"
        if not where or draft.covers(i) or draft.in_source(i) or words.lower[i - 1] == "в" and _air(words, i):
            continue
        span = name_at(scene, i, end)
        if span and (i + 1 in scene.opens or words.ent[i + 1] == "ORG" or is_foreign(scene, i + 1)):
            return span
    return _on_named_air(scene, draft, start, end)


def _on_named_air(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«заявила на |«Новом канале»|»: the kind is the noun of the name itself."""
    words = scene.words
    for i in words.with_form({"на"}, start, end - 1):
        close = scene.opens.get(i + 1, 0)
        air = close and not draft.covers(i) and words.lemma[close - 1] in {*AIR, "канал"}
        if air and words.form[i + 2][:1].isupper():
            return i + 1, close + 1
    return None


def _air(words: Words, i: int) -> bool:
    """One is «на радио», «на канале», but «в газете»."""
    return words.lemma[i] not in {"газета", "журнал"}


def _venue_of(scene: Scene, noun: int, end: int) -> Stretch | None:
    """The medium after «в интервью», whoever is interviewed: «из интервью Ефимовой CNN», «в беседе с изданием»."""
    words, begin = scene.words, noun + 1
    while begin < end and (
        words.lower[begin] in BETWEEN
        or words.lemma[begin] in word_list("reporters")
        or words.pos[begin] == "ADJ"
        and not words.ent[begin]
        or words.ent[begin] == "PER"
        or _tells_time(scene, begin, end)
    ):
        begin += 1
    if begin >= end:
        return None
    if is_kind(scene, begin) and unnamed(scene, begin):
        return known_before(scene, begin)
    span = name_at(scene, begin, end)
    named = span and (is_medium(scene, *span) or is_named_body(scene, begin) or is_foreign(scene, begin))
    return span if named or span and glued(scene, begin + 1) else None


def _tells_time(scene: Scene, i: int, end: int) -> bool:
    """«в интервью |12 мая| с РБК», «|два года назад| изданию», «|в пятницу| «Бакену»»: when it was given."""
    words = scene.words
    when = (
        words.lemma[i] in SPANS_OF_TIME | MONTHS or words.form[i].isdigit() or words.pos[i] in {"NUM", "ADV"}
    )
    day = i + 1 < end and words.pos[i] == "ADP" and words.lemma[i + 1] in SPANS_OF_TIME
    return (when or day) and not words.ent[i] and not glued(scene, i + 1)


def _published(scene: Scene, noun: int, end: int) -> Stretch | None:
    """«в интервью, опубликованном на сайте РТС», «в интервью, которое опубликовал Focus»: where it came out."""
    words = scene.words
    if noun + 4 < end and words.lemma[noun + 2] == "который" and words.lemma[noun + 3] in ISSUING:
        span = name_at(scene, noun + 4, end)
        body = is_named_body(scene, noun + 4) or is_foreign(scene, noun + 4)
        return span if span and (body or is_medium(scene, *span)) else None
    if noun + 2 >= end or words.form[noun + 1] != "," or words.lemma[noun + 2] != "опубликовать":
        return None
    for i in range(noun + 3, min(noun + 9, end - 1)):
        if words.form[i] == ",":
            return None
        if words.lemma[i] in {"сайт", "страница"}:
            span = name_at(scene, i + 1, end)
            named = span and (is_medium(scene, *span) or is_named_body(scene, i + 1))
            return span if named else None
    return None


def told_to(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«сказал он РБК», «рассказала агентству «Невод»», «начать карьеру, заявив ТАСС: …»."""
    verb = draft.verb
    if verb is not None and verb in scene.cues and scene.cues[verb].has(*DONE_TO_MEDIA):
        found = told(scene, draft, verb, start, end)
        if found:
            return found
    if draft.type != "direct" or ":" not in scene.words.form[start:end]:
        return None
    others = (i for i in range(start, end) if i in scene.cues and not draft.covers(i) and i != verb)
    telling = (i for i in others if scene.cues[i].has("say") and scene.cues[i].form in {FINITE, GERUND})
    for i in telling:
        if scene.words.form[min(i + 2, end - 1)] == ":" and (found := told(scene, draft, i, start, end)):
            return found
    return None


def answered(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«в ответ на запрос РБК», «отвечал на вопросы агентства», «на вопрос корреспондента ТАСС»."""
    words = scene.words
    for i in words.with_lemma(ASKED, start + 1, end - 1):
        if draft.covers(i) or words.lower[i - 1] not in {"на", "по"}:
            continue
        begin = i + 1
        while begin < end - 1 and words.lemma[begin] in word_list("reporters"):
            begin += 1
        if is_kind(scene, begin) and unnamed(scene, begin):
            return known_before(scene, begin)
        span = name_at(scene, begin, end)
        named = span and (begin in scene.opens and is_named_body(scene, begin) or is_foreign(scene, begin))
        if span and (named or is_medium(scene, *span)):
            return span
    return None


def came_to(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«в сообщении, поступившем в РБК», «в записке, полученной ИТАР-ТАСС», «имеется в распоряжении РБК»."""
    words = scene.words
    forms = [i for i in range(start, end - 1) if words.lemma[i] in COMING or words.lower[i] == "распоряжении"]
    for i in forms:
        if draft.covers(i) and not draft.in_source(i):
            continue
        coming = words.lemma[i] in COMING and words.feat(i, "VerbForm") == "Part"
        if not coming and words.lower[i] != "распоряжении":
            continue
        begin = i + 2 if words.pos[i + 1] == "ADP" else i + 1
        span = name_at(scene, begin, end) if begin < end else None
        if span and is_medium(scene, *span):
            return span
    return None


def seen_by(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«в отчёте (есть у РБК)», «в письме, с которым ознакомился РБК»: who has the paper that speaks."""
    words = scene.words
    for i in range(max(start, (draft.source or draft.cue or (start, end))[0]), end - 1):
        has = words.lower[i : i + 2] in HAVING and i + 2
        read = (
            words.lemma[i] in READING
            and scene.is_finite(i)
            and "который" in words.lemma[max(i - 3, start) : i]
        )
        begin = has or (i + 1 if read else 0)
        span = name_at(scene, begin, end) if begin and begin < end and not draft.covers(i) else None
        if span and is_medium(scene, *span):
            return span
    return None


def own_informant(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«источник Интерфакса сообщил», «собеседник vc.ru»: the medium's own informant, if it is named here."""
    words, head = scene.words, draft.source_head
    if head is None or draft.source is None or words.lemma[head] not in INFORMANTS:
        return None
    begin, stop = head + 1, min(head + 8, end)
    if begin < stop and is_kind(scene, begin) and unnamed(scene, begin):
        return None
    span = name_at(scene, begin, stop)
    named = span and (is_medium(scene, *span) or is_foreign(scene, begin) or begin in scene.opens)
    return span if named else None


def asked_by(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«заявили опрошенные |«Створом»| аналитики»: who has asked those who speak, between the verb and their noun."""
    verb, source = draft.verb, draft.source
    if verb is None or source is None:
        return None
    for i in scene.words.with_lemma({"опросить", "опрошенный"}, verb + 1, min(source[1], end - 1)):
        span = name_at(scene, i + 1, end)
        if span and (is_medium(scene, *span) or is_named_body(scene, i + 1)):
            return span
    return None

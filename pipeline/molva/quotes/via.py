"""The medium that passed words on, in all the ways a text names it."""

from collections.abc import Callable

from molva.quotes.appositions import across_dash
from molva.quotes.complements import complement
from molva.quotes.cues import FINITE, GERUND
from molva.quotes.draft import Draft, Stretch
from molva.quotes.hearers import IN_ANSWER, REPORTERS, told, unnamed
from molva.quotes.media import (
    RELAYING,
    is_foreign,
    is_kind,
    is_medium,
    is_named_body,
    known_before,
    name_at,
)
from molva.quotes.phrases import TIMES, Source, phrase
from molva.quotes.scene import Scene
from molva.quotes.sources import subject
from molva.quotes.speech_nouns import PASSED_ON, REFERRED_TO
from molva.speakers.pronouns import THEIRS
from molva.words import Words

VENUES = frozenset(
    {"интервью", "беседа", "разговор", "комментарий", "эфир", "колонка", "статья", "общение", "страница"}
)
MONTHS = frozenset("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split())
BETWEEN = frozenset({"с", "со", "для", "корреспондентом", "журналистом", "корреспондентами", "журналистами"})
GIVING = frozenset({"дать", "давать"})
TELLING = ("say", "think", "ask")
AGAIN = RELAYING | frozenset("сообщать сообщить отмечать приводить привести".split())
AGAIN_FORMS = frozenset("передает передают пишет пишут приводит приводят цитирует цитируют сообщает".split())
COMING = frozenset("поступить получить оказаться прислать предоставить передать направить".split())
HAVING = (["есть", "у"], ["имеется", "у"], ["имеются", "у"])
READING = frozenset({"ознакомиться", "изучить", "прочитать"})
ISSUING = frozenset({"опубликовать", "взять", "показать", "напечатать"})
AIR = frozenset({"телеканал", "радио", "радиостанция", "газета", "журнал"})
CITATION = frozenset({"цитата", "цитаты", "цит", "цитируется"})
REFERRING = frozenset({"ссылкой", "ссылаясь", "сославшись"})
THROUGH = frozenset({"через"})
CLOSING = frozenset({")"})
SHORT_WAY, LONG_WAY = 3, 8  # words from a comma to a second verb: «…, |слова главы порта| приводит «Створ»»


def medium_near(scene: Scene, draft: Draft) -> Stretch | None:
    """The medium given at a quote, if any."""
    if draft.cue is None:
        return None
    start, end = _author_sentence(scene, draft)
    return next((found for way in WAYS if (found := way(scene, draft, start, end))), None)


def _author_sentence(scene: Scene, draft: Draft) -> Stretch:
    """The sentence of the cue, with the brackets that stand behind its full stop.

    Of a quote inside another one only what the outer marks hold: «Врач сказал, что …», — рассказала X РБК.
    """
    start, end = scene.unbroken((draft.cue or draft.parts[0])[0])
    stop = scene.paragraph(start)[1]
    while end < stop and scene.words.form[end] == "(":
        end = next((i + 1 for i in range(end, stop) if scene.words.form[i] == ")"), stop)
    pair = scene.pair_around(draft.cue[0]) if draft.cue else None
    if pair and pair[0] != draft.start - 1:
        return max(start, pair[0] + 1), min(end, pair[1])
    return start, end


def cited_by(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«(цитата по ТАСС)», «(цитата по «Интерфаксу»)»."""
    words = scene.words
    for i in words.with_form(CITATION, start, end - 2):
        if "по" in words.lower[i + 1 : i + 3]:
            begin = words.lower.index("по", i + 1) + 1
            closing = (
                j for j in range(begin, min(end + 1, len(words))) if words.form[j] in {")", ",", ".", ";"}
            )
            stop = next(closing, end)
            return (begin, stop) if stop > begin else None
    return None


def relayed_by(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«Газета «Известия» приводит слова адвоката, что …», «газета приводит комментарий X, заявившего, что …»."""
    assert draft.cue is not None
    for i in range(draft.cue[0], max(start, draft.cue[0] - 12) - 1, -1):
        cue = scene.cues.get(i)
        if cue is None or i == draft.verb and not cue.has("relay"):
            continue
        who = subject(scene, i, start, draft.cue[0]) if cue.has("relay") and cue.form == FINITE else None
        if who is None or who.span == draft.source:
            return None
        if is_kind(scene, who.head) and who.span[1] == who.head + 1:
            return known_before(scene, who.head)
        return who.span if is_medium(scene, *who.span) else None
    return None


def in_brackets(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«…», — сказал Гиреев («Интерфакс»).: the bracket behind the author's words names the medium alone."""
    for close in scene.words.with_form(CLOSING, start, end + 1):
        opening = scene.bracketed.get(close, -1)
        if start <= opening and not draft.covers(opening) and opening >= draft.end:
            span = name_at(scene, opening + 1, close)
            if span and span[1] == close and is_medium(scene, *span):
                return span
            if span and _dated(scene, span[1]) and is_named_body(scene, span[0]):
                return span
    return None


def _dated(scene: Scene, comma: int) -> bool:
    """«(ТАСС, 12 мая)»: a date behind the medium."""
    return scene.words.form[comma] == "," and scene.words.form[comma + 1].isdigit()


def reported_again(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«…, заявил Песков, передаёт ТАСС», «…, слова которого приводит «Вестник»»."""
    words = scene.words
    for i in range(start, end):
        if not _reports(scene, i) or draft.covers(i):
            continue
        if i == draft.verb or draft.cue and i in range(*draft.cue):
            continue
        back = LONG_WAY if PASSED_ON & set(words.lemma[max(start, i - LONG_WAY) : i]) else SHORT_WAY
        inserted = any(words.form[k] in {",", "("} for k in range(max(start, i - back), i))
        if inserted or i < draft.start and words.form[draft.start - 2] == ":":
            found = _medium_after(scene, i, end)
            if found:
                return found
    return None


def _reports(scene: Scene, i: int) -> bool:
    """A finite verb of saying, also one that the tagger has missed: «передаёт», «пишет»."""
    cue = scene.cues.get(i)
    if cue is None:
        return scene.words.lower[i] in AGAIN_FORMS
    return cue.has("say", "relay") and cue.form == FINITE


def _medium_after(scene: Scene, verb: int, end: int) -> Stretch | None:
    """The medium after a second verb: «передаёт корреспондент РБК», «сообщает «Немецкая волна»», «пишет газета»."""
    words = scene.words
    for i in range(verb + 1, min(verb + 6, end)):
        if words.form[i] in {",", "."}:
            return None
        if words.lemma[i] in REPORTERS:
            continue
        if words.pos[i] in {"NOUN", "PROPN", "X"} or words.ent[i] or i in scene.opens:
            return _passes_on(scene, verb, i, end)
    return None


def _passes_on(scene: Scene, verb: int, i: int, end: int) -> Stretch | None:
    span = name_at(scene, i, end)
    if is_kind(scene, i) and unnamed(scene, i):
        return known_before(scene, i)
    again = scene.words.lemma[verb] in AGAIN or scene.words.lower[verb] in AGAIN_FORMS
    again = again or verb in scene.cues and scene.cues[verb].has("relay")
    if span and (is_medium(scene, *span) or again and (is_named_body(scene, i) or is_foreign(scene, i))):
        return span
    return None


def venue(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«в интервью CNN», «в беседе с корреспондентом РБК», «в эфире «Дождя»»."""
    words = scene.words
    for i in words.with_lemma(VENUES, start + 1, end - 1):
        if draft.covers(i) or draft.in_source(i) and i != draft.source_head:
            continue
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
    return None


def _air(words: Words, i: int) -> bool:
    """One is «на радио», «на канале», but «в газете»."""
    return words.lemma[i] not in {"газета", "журнал"}


def _venue_of(scene: Scene, noun: int, end: int) -> Stretch | None:
    """The medium after «в интервью», whoever is interviewed: «из интервью Ефимовой CNN», «в беседе с изданием»."""
    words, begin = scene.words, noun + 1
    while begin < end and (
        words.lower[begin] in BETWEEN
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
    return span if named else None


def _tells_time(scene: Scene, i: int, end: int) -> bool:
    """«в интервью |12 мая| с РБК», «|два года назад| изданию», «|в пятницу| «Бакену»»: when it was given."""
    words = scene.words
    when = words.lemma[i] in TIMES | MONTHS or words.form[i].isdigit() or words.pos[i] in {"NUM", "ADV"}
    day = i + 1 < end and words.pos[i] == "ADP" and words.lemma[i + 1] in TIMES
    return (when or day) and not words.ent[i]


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
    if verb is not None and verb in scene.cues and scene.cues[verb].has(*TELLING):
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
    for i in words.with_lemma(IN_ANSWER, start + 1, end - 1):
        if draft.covers(i) or words.lower[i - 1] not in {"на", "по"}:
            continue
        begin = i + 1
        while begin < end - 1 and words.lemma[begin] in REPORTERS:
            begin += 1
        if is_kind(scene, begin) and unnamed(scene, begin):
            return known_before(scene, begin)
        span = name_at(scene, begin, end)
        if span and is_medium(scene, *span):
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
        if draft.covers(i):
            continue
        has = words.lower[i : i + 2] in HAVING and i + 2
        read = (
            words.lemma[i] in READING
            and scene.is_finite(i)
            and "который" in words.lemma[max(i - 3, start) : i]
        )
        begin = has or (i + 1 if read else 0)
        span = name_at(scene, begin, end) if begin and begin < end else None
        if span and is_medium(scene, *span):
            return span
    return None


def through(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«через агентство Amaq»."""
    words = scene.words
    for i in words.with_form(THROUGH, start, end - 1):
        if not draft.covers(i):
            span = name_at(scene, i + 1, end)
            if span and is_medium(scene, *span):
                return span
    return None


def own_informant(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«источник Интерфакса сообщил», «собеседник vc.ru»: the medium's own informant, if it is named here."""
    words, head = scene.words, draft.source_head
    if head is None or draft.source is None or words.lemma[head] not in {"источник", "собеседник"}:
        return None
    begin, stop = head + 1, min(head + 8, end)
    if begin < stop and is_kind(scene, begin) and unnamed(scene, begin):
        return None
    span = name_at(scene, begin, stop)
    named = span and (is_medium(scene, *span) or is_foreign(scene, begin) or begin in scene.opens)
    return span if named else None


def cited_after(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«Тренер заявил, что уходит. Его слова приводит «Спорт»», «Слова тренера приводит …»: the next sentence."""
    words = scene.words
    first = end + (end < len(words) and words.lower[end] in THEIRS)
    if first >= len(words) or words.lemma[first] not in PASSED_ON or words.par[first] != words.par[start]:
        return None
    stop = scene.sentence(first)[1]
    verbs = (i for i in range(first + 1, stop) if i in scene.cues and scene.cues[i].has("relay"))
    verb = next(verbs, None)
    return _medium_after(scene, verb, stop) if verb is not None else None


WAYS: tuple[Callable[[Scene, Draft, int, int], Stretch | None], ...] = (
    cited_by,
    reported_again,
    venue,
    on_air,
    told_to,
    answered,
    came_to,
    seen_by,
    through,
    own_informant,
    relayed_by,
    in_brackets,
    cited_after,
)


def referred(scene: Scene, start: int, end: int) -> Source | None:
    """«со ссылкой на Лаптеву», «ссылаясь на источники»: who is behind the medium."""
    words = scene.words
    for i in words.with_form(REFERRING, start, end - 2):
        if words.lower[i + 1] != "на":
            continue
        nouns = (j for j in range(i + 2, min(i + 9, end)) if words.pos[j] in {"NOUN", "PROPN", "PRON", "X"})
        head = next(nouns, None)
        if head is None:
            return None
        if words.lemma[head] in REFERRED_TO:
            owner = complement(scene, head, end)
            if owner is not None:
                return owner
        found = across_dash(scene, phrase(scene, head, i + 2, end))
        return Source((i + 2, max(found.span[1], head + 1)), found.head)
    return None

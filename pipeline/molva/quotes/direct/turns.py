"""Labels: the turns of an interview, and headlines with a colon."""

from collections.abc import Iterator
from itertools import pairwise

from molva.contract import QuoteType
from molva.quotes.direct.front_words import teller_behind
from molva.quotes.direct.interview import goes_on, opens_turn
from molva.quotes.direct.labels import (
    calling_at,
    colon_of,
    cue_between,
    is_told_of,
    label_at,
    line_start,
    opens_inside,
    spoken_by,
)
from molva.quotes.direct.topics import before_topic
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.clauses import has_predicative, told_without_verb
from molva.quotes.ends.edges import trim, trim_all
from molva.quotes.reported.questions import QUESTIONS
from molva.quotes.scene import ENDS, Scene
from molva.quotes.sources.phrases import Source
from molva.quotes.sources.standpoints import view_of

CREDITS = frozenset({"источник", "издание"})


def labelled(scene: Scene) -> Iterator[Draft]:
    """Орехов: завод построят к 2030 году.  И. Лаптева: Это вопрос денег.  СМИ: переговоры сорваны."""
    for first, end in scene.words.paragraphs:
        turns = _turns_of(scene, first, end)
        for start, stop in turns:
            draft = _turn(scene, start, stop, several=len(turns) > 1)
            if draft is not None:
                yield draft


def _turns_of(scene: Scene, first: int, end: int) -> list[Stretch]:
    """«Олег Зуев: Добрый день. Анна Лада: Здравствуйте.»: a line cut where another label opens a sentence in it."""
    start, forms = line_start(scene, first, end), scene.words.form
    colons = [i for i in range(start, end - 1) if forms[i] == ":"]
    if len(colons) < 2 or colon_of(scene, start, end) != colons[0]:
        return [(start, end)]
    inside = [at for colon in colons[1:] if (at := opens_inside(scene, start, colon)) is not None]
    return list(pairwise([start, *inside, end]))


def _turn(scene: Scene, start: int, end: int, *, several: bool) -> Draft | None:
    """The turn or the headline that a line is, if it opens with a label."""
    words = scene.words
    at = colon_of(scene, start, end)
    if at is None or at + 1 >= end or _in_number(scene, at) or _acts(scene, start, at):
        return None
    if words.form[end - 1] == ":":
        return None  # «СРОЧНО: Орехов — о мосте:» heralds what stands below
    who = _label(scene, start, at, end)
    if who is None or _is_what_is_said(scene, start, at, end):
        return None
    begin = at + 1 + _behind_dash(scene, at + 1, end)
    turn = several or begin > at + 1 or _is_turn(scene, end, start, at)
    page = words.lemma[start] in CREDITS or not several and words.ent[who.head] == "ORG"
    if turn and page and not _claims(scene, begin, end):
        return None  # «Источник: Газета.Ru», «МЧС края: Адреса, телефоны.»
    if not turn and not _is_headline(scene, who, begin, end):
        return None
    kind, parts = _told(scene, start, begin, end, turn=turn)
    if not parts or _lists_names(scene, begin, end):
        return None
    draft = Draft("turn" if turn else "headline", kind, parts)
    draft.source, draft.source_head = (who.span[0], _before_verb(scene, who)), who.head
    return draft


def _is_headline(scene: Scene, who: Source, begin: int, end: int) -> bool:
    """«Мэр: мост закроют», «Зуев: закроют ли мост?»; «Опрос: как вы живёте?», «Мост: что изменится в мае» claim nothing."""
    words = scene.words
    asks = words.lower[begin] in QUESTIONS or words.form[end - 1].startswith("?")
    return _is_answered(scene, who, end) if asks else _claims(scene, begin, end)


def _is_answered(scene: Scene, who: Source, end: int) -> bool:
    """«Орехов: зачем городу мост⏎Мэр Орехов объяснил …»: a headline asks what he whom it names has told, as is told below."""
    words = scene.words
    named = [
        words.lower[i] for i in range(*who.span) if words.ent[i] == "PER" or words.lower[i] in scene.surnames
    ]
    below = words.par[end - 1] + 1
    if not named or below == len(words.paragraphs):
        return bool(named)
    first, stop = words.paragraphs[below]
    same = any(words.lower[i].startswith(named[-1]) for i in range(first, stop))
    return same and any(i in scene.cues and scene.cues[i].has("say", "ask") for i in range(first, stop))


def _before_verb(scene: Scene, who: Source) -> int:
    """«|Павел|, живёт у порта: …»: the end of a label without the clause in it."""
    start, end = who.span
    comma = next((i for i in range(start, end) if scene.words.form[i] == ","), end)
    return comma if scene.has_predicate(comma, end) else end


def _acts(scene: Scene, start: int, at: int) -> bool:
    """Whether a verb stands before the colon, so that no label does; «Павел, |живёт| у порта: — Горит!» tells who he is."""
    comma = start + 1
    described = scene.words.ent[start] == "PER" and scene.words.form[comma] == "," and scene.is_dash(at + 1)
    return cue_between(scene, start, comma if described else at) or view_of(scene, start, at) is not None


def _behind_dash(scene: Scene, first: int, end: int) -> bool:
    """«Сторож: |—| Горит!»: the dash of a dialogue behind the label."""
    return scene.is_dash(first) and first + 1 < end and scene.words.form[first + 1][:1].isupper()


def _label(scene: Scene, start: int, at: int, end: int) -> Source | None:
    """Whom the label of a line names, without what he speaks of."""
    if (who := before_topic(scene, start, at)) is not None:
        return who
    head = label_at(scene, start, at)
    if head is None and scene.words.form[end - 1] not in ENDS and _claims(scene, at + 1, end):
        head = calling_at(scene, start, at)
    if head is None and _behind_dash(scene, at + 1, end) and is_told_of(scene, start):
        head = start
    marked = scene.opens.get(start) == at - 1
    return Source((start + marked, at - marked), head) if head is not None else None


def _is_what_is_said(scene: Scene, start: int, at: int, end: int) -> bool:
    """«Это провал»: тренер оценил игру: no paper but words, and who has said them stands behind the colon."""
    marked = scene.opens.get(start) == at - 1
    return marked and teller_behind(scene, start, at - 1, end) is not None


def _lists_names(scene: Scene, begin: int, end: int) -> bool:
    """«Бакен»: Зуев, Лапин, Чиж.: several names and nothing beside them are no words of anybody's."""
    words = scene.words
    told = [i for i in range(begin, end) if words.form[i][0].isalpha() and words.lower[i] != "и"]
    return "," in words.form[begin:end] and all(words.ent[i] for i in told)


def _in_number(scene: Scene, colon: int) -> bool:
    """«http://…», «12:30»: a colon that labels nothing."""
    words, behind = scene.words, colon + 1
    return words.form[behind][0] in "/0123456789" and words.start[behind] == words.end[colon]


def _claims(scene: Scene, begin: int, end: int) -> bool:
    """«переговоры сорваны», «лёд — первая забота», «мы против», «жаль»: a predicate, or what stands instead of it."""
    words = scene.words
    told = scene.has_predicate(begin, end) or has_predicative(scene, begin, end)
    told = told or told_without_verb(scene, begin, end)
    who = words.pos[begin] == "PRON" and words.feat(begin, "Case") == "Nom"
    told = told or scene.has_subject(begin, end)  # «у нас трусость»
    return told or who or any(scene.is_dash(i) for i in range(begin, end))


def _told(scene: Scene, start: int, begin: int, end: int, *, turn: bool) -> tuple[QuoteType, list[Stretch]]:
    """What a label says: a turn its own words, as does a headline in marks; a headline without marks a claim."""
    if begin in scene.opens and (scene.opens[begin] >= end - 2 or _sentence_in_marks(scene, begin)):
        return "direct", trim_all(scene, [(begin + 1, scene.opens[begin])])
    # «Зуев: мост закроют. Движение пустят в обход.»: what follows the clause is nobody's
    whole = turn or not scene.words.form[begin][:1].islower()
    part = trim(scene, begin, end if whole else min(scene.sentence(begin)[1], end))
    if turn and part is not None:
        return "direct", [(begin, _answer_end(scene, start, end))]
    return "indirect", [part] if part is not None else []


def _sentence_in_marks(scene: Scene, begin: int) -> bool:
    """Тренер: «Мы рады». Вратарь: …: the marks end with their sentence, and another one follows in the line."""
    close = scene.opens[begin]
    ended = scene.words.form[close - 1] in ENDS or scene.words.form[close + 1] in ENDS
    return ended and scene.has_predicate(begin + 1, close)


def _answer_end(scene: Scene, start: int, end: int) -> int:
    """The end of an answer with the paragraphs behind it that have no label of their own."""
    if end < scene.paragraph(start)[1]:
        return end  # another turn follows in the line
    last = goes_on(scene, scene.words.par[start], lambda number: _opens(scene, number))
    return scene.words.paragraphs[last][1] if last > scene.words.par[start] else end


def _opens(scene: Scene, number: int) -> bool:
    """Whether a paragraph opens a turn, by a label or a dash."""
    start, end = scene.words.paragraphs[number]
    if scene.is_dash(start):
        return True
    start = line_start(scene, start, end)
    colon = colon_of(scene, start, end)
    labels = colon is not None and not cue_between(scene, start, colon)
    return labels or opens_turn(scene, number)


def _is_turn(scene: Scene, end: int, start: int, at: int) -> bool:
    """Labelled turns: another paragraph nearby opens with a label, or the turn has several sentences."""
    words = scene.words
    if not words.form[at + 1][:1].isupper():
        return _is_chat(scene, words.par[start])
    if words.form[end - 1] in ENDS:
        return True
    near = 0
    for first, stop in _near_paragraphs(scene, start):
        begin = line_start(scene, first, stop)
        colon = colon_of(scene, begin, stop)
        if begin != start and colon is not None and label_at(scene, begin, colon) is not None:
            near += 1
    return near > 0


def _is_chat(scene: Scene, number: int) -> bool:
    """«Вася: ты где⏎Петя: еду⏎Вася: ок»: three lines with labels of which one comes back, whatever letter they begin with."""
    around = [label for k in range(number - 2, number + 3) if (label := spoken_by(scene, k))]
    return len(around) > 2 and len(set(around)) < len(around)


def _near_paragraphs(scene: Scene, start: int) -> list[Stretch]:
    """The paragraph of word ``start`` with two before and two behind it."""
    number = scene.words.par[start]
    paragraphs = scene.words.paragraphs
    return paragraphs[max(0, number - 2) : number + 3]

"""Labels: the turns of an interview, and headlines with a colon."""

from collections.abc import Iterator

from molva.contract import QuoteType
from molva.entities.people import is_surname
from molva.quotes.direct.callings import calling
from molva.quotes.direct.interview import LABELS, goes_on, opens_turn
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.clauses import told_without_verb
from molva.quotes.ends.edges import trim, trim_all
from molva.quotes.kinds import is_role
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_medium
from molva.quotes.reported.questions import QUESTIONS
from molva.quotes.scene import ENDS, Scene
from molva.quotes.sources.phrases import Source
from molva.speakers.labels import is_label

ADDED = frozenset("upd update ps p.s pps p.p.s nb n.b зы з.ы".split())  # «UPD: сторожа отпустили»
CREDITS = frozenset({"источник", "издание"})
LABEL = 9  # words from the beginning of a line to the colon of its label
SHORT_LABEL = 4  # words of a label that only its place shows
NAMING = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})  # a participle may stand for a noun
LONGEST_TIME = 12  # words and signs of «[02.03.2024, 12:02:15]»
LABEL_OF_PERSON = 14  # with what the person is: «Пётр Зуев, начальник цеха № 5: …»


def labelled(scene: Scene) -> Iterator[Draft]:
    """Орехов: завод построят к 2030 году.  И. Лаптева: Это вопрос денег.  СМИ: переговоры сорваны."""
    words = scene.words
    for first, end in words.paragraphs:
        start = _line_start(scene, first, end)
        at = _colon(scene, start, end)
        if at is None or at + 1 >= end or _in_number(scene, at) or _cue_between(scene, start, at):
            continue
        if words.form[end - 1] == ":":
            continue  # «СРОЧНО: Орехов — о мосте:» heralds what stands below
        head, turn = _label(scene, start, at), _is_turn(scene, end, start, at)
        if head is None and not turn:
            head = calling(scene, start, at)
        if head is None:
            continue
        if turn and words.lemma[start] in CREDITS and not _claims(scene, at + 1, end):
            continue  # «Источник: Газета.Ru»
        asks = words.lower[at + 1] in QUESTIONS or words.form[end - 1].startswith("?")
        if not turn and (asks or not _claims(scene, at + 1, end)):
            continue  # «Опрос: как вы живёте?», «Мост: что изменится в мае» claims nothing
        kind, parts = _told(scene, start, at + 1, end, turn=turn)
        if not parts:
            continue
        draft = Draft("turn" if turn else "headline", kind, parts)
        marked = scene.opens.get(start) == at - 1
        draft.source, draft.source_head = (start + marked, at - marked), head
        yield draft


def label_above(scene: Scene, start: int) -> Source | None:
    """Глеб Зуев, тренер «Маяка»:⏎— Мы рады.: the label with a name that fills the line before word ``start``."""
    words = scene.words
    number = words.par[start] - 1
    if number < 0:
        return None
    first, end = words.paragraphs[number]
    return label_of(scene, _line_start(scene, first, end), end - 1) if words.form[end - 1] == ":" else None


def label_of(scene: Scene, first: int, at: int) -> Source | None:
    """The label with a name that a stretch is, and nothing else."""
    short = 0 < at - first <= LABEL_OF_PERSON
    if not short or "PER" not in scene.words.ent[first:at] or _cue_between(scene, first, at):
        return None
    if scene.words.pos[first] == "ADP":
        return None  # «В ответ на письмо Гурова:»
    head = _label(scene, first, at)
    if head is None and scene.words.ent[first] == "PER" and "," in scene.words.form[first:at]:
        head = first  # «ЯНА ЧИЖ, КАПИТАН:»
    return Source((first, at), head) if head is not None else None


def _in_number(scene: Scene, colon: int) -> bool:
    """«http://…», «12:30»: a colon that labels nothing."""
    words, behind = scene.words, colon + 1
    return words.form[behind][0] in "/0123456789" and words.start[behind] == words.end[colon]


def _claims(scene: Scene, begin: int, end: int) -> bool:
    """«переговоры сорваны», «лёд — первая забота», «мы против»: a predicate, or what stands instead of it."""
    dashed = any(scene.is_dash(i) for i in range(begin, end))
    return scene.has_predicate(begin, end) or dashed or told_without_verb(scene, begin, end)


def _told(scene: Scene, start: int, begin: int, end: int, *, turn: bool) -> tuple[QuoteType, list[Stretch]]:
    """What a label says: a turn its own words, as does a headline in marks; a headline without marks a claim."""
    if begin in scene.opens and (scene.opens[begin] >= end - 2 or _sentence_in_marks(scene, begin)):
        return "direct", trim_all(scene, [(begin + 1, scene.opens[begin])])
    part = trim(scene, begin, end)
    if turn and part is not None:
        return "direct", [(begin, _answer_end(scene, start, end))]
    return "indirect", [part] if part is not None else []


def _sentence_in_marks(scene: Scene, begin: int) -> bool:
    """Тренер: «Мы рады». Вратарь: …: the marks end with their sentence, and another one follows in the line."""
    close = scene.opens[begin]
    ended = scene.words.form[close - 1] in ENDS or scene.words.form[close + 1] in ENDS
    return ended and scene.has_predicate(begin + 1, close)


def _line_start(scene: Scene, first: int, end: int) -> int:
    """The first word of a line, behind its points and the time: «[12:02] Вася: ты где», «13:20 Мэрия: мост закрыт»."""
    words = scene.words
    if scene.in_clock(first + 1) and first + 3 < end and words.form[first + 3] != ":":
        first += 3
    if words.form[first] == "[":
        close = next((i for i in range(first, min(first + LONGEST_TIME, end)) if words.form[i] == "]"), first)
        timed = close > first and not any(form[0].isalpha() for form in words.form[first + 1 : close])
        first = close + 1 if timed else first
    return next((i for i in range(first, end) if words.form[i][0].isalnum() or i in scene.opens), first)


def _colon(scene: Scene, start: int, end: int) -> int | None:
    """Where the label of a line ends."""
    longest = LABEL_OF_PERSON if "PER" in scene.words.ent[start : start + 2] else LABEL
    near = range(start + 1, min(start + longest, end))
    return next((i for i in near if scene.words.form[i] == ":"), None)


def _answer_end(scene: Scene, start: int, end: int) -> int:
    """The end of an answer with the paragraphs behind it that have no label of their own."""
    last = goes_on(scene, scene.words.par[start], lambda number: _opens(scene, number))
    return scene.words.paragraphs[last][1] if last > scene.words.par[start] else end


def _opens(scene: Scene, number: int) -> bool:
    """Whether a paragraph opens a turn, by a label or a dash."""
    start, end = scene.words.paragraphs[number]
    if scene.is_dash(start):
        return True
    start = _line_start(scene, start, end)
    colon = _colon(scene, start, end)
    labels = colon is not None and not _cue_between(scene, start, colon)
    return labels or opens_turn(scene, number)


def _cue_between(scene: Scene, start: int, at: int) -> bool:
    """Whether a verb stands before the colon, so that no label does."""
    return any(i in scene.cues or scene.is_finite(i) for i in range(start, at))


def _label(scene: Scene, start: int, at: int) -> int | None:
    """The head of a label that can speak: a person, a body, a medium, «эксперт», «СМИ»; no topic."""
    words = scene.words
    if words.lemma[start] in LABELS or "".join(words.lower[start:at]).strip(".") in ADDED:
        return None  # «Вопрос: …» is a turn of an interview
    described = _described(scene, start, at)
    if described is not None:
        return described if is_label(words, described + 1) else None
    if _is_initialled(scene, start, at):
        return at - 1
    known = _plain_label(scene, start, at)
    return _label_by_place(scene, start, at) if known is None else known


def _plain_label(scene: Scene, start: int, at: int) -> int | None:
    """A name, a title with a name, a medium, or a noun that may stand alone."""
    words = scene.words
    if _is_topic(scene, start, at):
        return None
    people = [i for i in range(start, at) if words.ent[i] == "PER"]
    if people and words.pos[start] == "NOUN" and words.feat(start, "Animacy") == "Inan":
        return start if _labels(scene, start) else None
    if people:
        return people[0] if words.pos[start] == "PROPN" else start
    if words.lemma[start] in word_list("labels") or _leads(scene, start, at):
        return None if words.form[at - 1].isdigit() else start  # «Глава 2: Шаблоны»
    if is_medium(scene, start, at):
        return start
    body = next((i for i in range(start, at) if words.pos[i] == "NOUN"), None)
    if body is not None and words.feat(body, "Case") == "Nom" and _named_label(scene, start, body):
        return body
    capitals = all(words.form[i][:1].isupper() or words.form[i] == "." for i in range(start, at))
    if capitals and words.lower[at - 1] in scene.surnames:
        return at - 1
    if (
        at - start == 1
        and words.pos[start] == "PROPN"
        and not words.ent[start]
        and is_surname(words.lower[start])
    ):
        return start  # «Орехов: мост откроют весной», and nothing more of him
    in_marks = scene.opens.get(start) == at - 1 and words.form[start + 1][:1].isupper()
    if in_marks or all(words.ent[i] == "ORG" for i in range(start, at)):
        return start + in_marks  # «Вестник»: a paper asks
    return None


def _leads(scene: Scene, start: int, at: int) -> bool:
    """«Основатель «Бакена»: …», «Владелец верфи: …»: a person by what he leads, in the nominative."""
    words = scene.words
    return at > start + 1 and is_role(words, start) and words.feat(start, "Case") == "Nom"


def _is_topic(scene: Scene, start: int, at: int) -> bool:
    """«Пожар в порту: …», «Рыба, лёд и цены: …»: prepositions, conjunctions and commas, and no name at the end."""
    words = scene.words
    if any(words.lower[i] == "против" for i in range(start, at)):
        return True  # «Зуев против Зуева: спор о мосте»
    if words.pos[start] == "ADJ" and words.feat(start, "Case") == "Gen":
        return True  # «Другого мнения Зуев: …»
    linked = any(words.pos[i] in {"ADP", "CCONJ", "SCONJ"} or words.form[i] == "," for i in range(start, at))
    return linked and words.ent[at - 1] != "PER"


def _described(scene: Scene, start: int, at: int) -> int | None:
    """«Пётр Зуев, водитель: …», «Супруги Зуевы, соседи: …»: the last word of a name that opens the line before a comma."""
    words = scene.words
    comma = next((i for i in range(start + 1, at) if words.form[i] == ","), None)
    opened = (
        words.pos[start] == "PROPN"
        or words.feat(start, "Animacy") == "Anim"
        and words.ent[start + 1] == "PER"
    )
    named = comma is not None and words.ent[comma - 1] == "PER" and opened
    return comma - 1 if comma is not None and named else None


def _is_initialled(scene: Scene, start: int, at: int) -> bool:
    """«Л. Зильберт», «П. А. Зуев», «Я. ШТОРМ»: initials with a surname that no mention may cover."""
    words, forms = scene.words, scene.words.form[start:at]
    letters, points, surname = forms[:-1:2], forms[1::2], forms[-1]
    dotted = len(forms) in {3, 5} and all(form == "." for form in points)
    capitals = all(len(form) == 1 and form.isupper() for form in letters)
    spelt = len(surname) > 1 and (surname.istitle() or surname.isupper())
    return dotted and capitals and spelt and words.pos[at - 1] == "PROPN"


def _named_label(scene: Scene, start: int, noun: int) -> bool:
    """«Британская разведка: …», «Западная пресса: …»: adjectives, then a noun that may stand alone there."""
    words = scene.words
    modified = all(words.pos[i] == "ADJ" for i in range(start, noun))
    return modified and _labels(scene, noun)


def _labels(scene: Scene, noun: int) -> bool:
    """Whether a noun without a name can be a label: «эксперт», «разведка»."""
    return scene.words.lemma[noun] in word_list("labels") or scene.words.lemma[noun] in word_list("bodies")


def _label_by_place(scene: Scene, start: int, at: int) -> int | None:
    """Судья: Вы видели его?⏎Потерпевшая: Видела.: whatever names somebody labels a turn where a talk goes on.

    The line beside it has a label too, and somebody asks, or one of the labels comes back.
    """
    words, number = scene.words, scene.words.par[start]
    head = _names_somebody(scene, start, at)
    beside = [k for k in (number - 1, number + 1) if _spoken_by(scene, k)]
    if head is None or not beside:
        return None
    around = {k: label for k in range(number - 2, number + 3) if (label := _spoken_by(scene, k))}
    asked = any(words.form[words.paragraphs[k][1] - 1].startswith("?") for k in around)
    labels = list(around.values())
    return head if asked or len(set(labels)) < len(labels) else None


def _spoken_by(scene: Scene, number: int) -> tuple[str, ...]:
    """The label of a paragraph, if it may name a speaker."""
    if not 0 <= number < len(scene.words.paragraphs):
        return ()
    first, end = scene.words.paragraphs[number]
    start = _line_start(scene, first, end)
    at = _colon(scene, start, end)
    if at is None or at + 1 >= end or _cue_between(scene, start, at):
        return ()
    named = scene.words.lemma[start] in LABELS or _names_somebody(scene, start, at) is not None
    return tuple(scene.words.lower[start:at]) if named else ()


def _names_somebody(scene: Scene, start: int, at: int) -> int | None:
    """«Потерпевшая», «Второй сосед», «Пётр Орехов»: the head of a few words that may stand for a person."""
    words = scene.words
    known = all(words.pos[i] in NAMING and words.ent[i] in {"", "PER"} for i in range(start, at))
    if not known or at - start > SHORT_LABEL or not words.form[start][:1].isupper():
        return None
    head = next((i for i in range(start, at) if words.pos[i] in {"NOUN", "PROPN"}), None)
    if head is None:  # «Обвиняемый», «Потерпевшая»
        gendered = words.feat(at - 1, "Gender") in {"Masc", "Fem"} and words.feat(at - 1, "Case") == "Nom"
        return at - 1 if gendered else None
    person = words.feat(head, "Animacy") == "Anim" and words.feat(head, "Case") == "Nom"
    spelt = words.form[head:at]
    name = words.pos[head] == "PROPN" and (all(map(str.istitle, spelt)) or all(map(str.isupper, spelt)))
    return head if person or name or words.lower[head] in scene.surnames else None


def _is_turn(scene: Scene, end: int, start: int, at: int) -> bool:
    """Labelled turns: another paragraph nearby opens with a label, or the turn has several sentences."""
    words = scene.words
    if not words.form[at + 1][:1].isupper():
        return _is_chat(scene, words.par[start])
    if words.form[end - 1] in ENDS:
        return True
    near = 0
    for first, stop in _near_paragraphs(scene, start):
        begin = _line_start(scene, first, stop)
        colon = _colon(scene, begin, stop)
        if begin != start and colon is not None and _label(scene, begin, colon) is not None:
            near += 1
    return near > 0


def _is_chat(scene: Scene, number: int) -> bool:
    """«Вася: ты где⏎Петя: еду⏎Вася: ок»: three lines with labels of which one comes back, whatever letter they begin with."""
    around = [label for k in range(number - 2, number + 3) if (label := _spoken_by(scene, k))]
    return len(around) > 2 and len(set(around)) < len(around)


def _near_paragraphs(scene: Scene, start: int) -> list[Stretch]:
    """The paragraph of word ``start`` with two before and two behind it."""
    number = scene.words.par[start]
    paragraphs = scene.words.paragraphs
    return paragraphs[max(0, number - 2) : number + 3]

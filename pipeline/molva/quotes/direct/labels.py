"""Labels: who stands before the colon at the head of a line, «Орехов: …», «Врач Ольга Сом: …», «СМИ: …»."""

from collections.abc import Sequence

from molva.entities.people import is_given, is_surname
from molva.lexicon.analyses import analyses_of
from molva.lexicon.nouns import roles
from molva.quotes.callings import is_calling
from molva.quotes.conjunctions import ABOUT_IN_TALK
from molva.quotes.direct.interview import LABELS
from molva.quotes.direct.label_phrases import are_media
from molva.quotes.direct.plain_labels import SHORTENED, plain_label
from molva.quotes.direct.topics import before_topic
from molva.quotes.scene import ENDS, Scene
from molva.quotes.sources.phrases import Source
from molva.speakers.labels import is_label, is_of_body

ADDED = frozenset("upd update ps p.s pps p.p.s nb n.b зы з.ы".split())  # «UPD: сторожа отпустили»
LABEL = 9  # words from the beginning of a line to the colon of its label
SHORT_LABEL = 4  # words of a label that only its place shows
# «Мошенники: новая схема», «Герой: мост носит его имя»: of whom a headline tells, and who do not speak in it
TOLD_OF = frozenset(
    "герой ребенок подросток мошенник преступник вор убийца террорист жертва погибший беженец мигрант звезда чемпион "
    "победитель лауреат гость участник юбиляр именинник кандидат".split()
)
LABEL_POS = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})  # a participle may stand for a noun
LONGEST_TIME = 12  # words and signs of «[02.03.2024, 12:02:15]»
LABEL_OF_PERSON = 14  # with what the person is: «Пётр Зуев, начальник цеха № 5: …»
LABEL_WITH_TITLE = 20  # «Заместитель директора сети магазинов «Створ» в Осинках Анна Зуева: …»
LABEL_WITH_TOPIC = 24  # with what he speaks of: «Глеб Зуев — о том порядке, в котором …:»


def label_above(scene: Scene, start: int) -> Source | None:
    """Глеб Зуев, тренер «Маяка»:⏎— Мы рады.: the label with a name that fills the line before word ``start``."""
    words = scene.words
    number = words.par[start] - 1
    if number < 0:
        return None
    first, end = words.paragraphs[number]
    if words.form[end - 1] != ":":
        return None
    if number and words.form[first - 1] == "," and words.form[first][:1].islower():
        first = words.paragraphs[number - 1][0]  # «Глеб Зуев,⏎тренер «Маяка»:»
    return label_of(scene, line_start(scene, first, end), end - 1)


def label_of(scene: Scene, first: int, at: int) -> Source | None:
    """The label with a name that a stretch is, and nothing else."""
    words = scene.words
    if not 0 < at - first <= LABEL_WITH_TOPIC or "PER" not in words.ent[first:at]:
        return None
    if cue_between(scene, first, at) or words.pos[first] == "ADP":
        return None  # «В ответ на письмо Гурова:»
    who = before_topic(scene, first, at)
    if who is not None and who.span[1] - first <= LABEL_OF_PERSON:
        return who
    at = _before_place(scene, first, at)
    if not 0 < at - first <= LABEL_OF_PERSON:
        return None
    head = label_at(scene, first, at)
    if head is None and words.ent[first] == "PER" and "," in words.form[first:at]:
        head = first  # «ЯНА ЧИЖ, КАПИТАН:»
    return Source((first, at), head) if head is not None else None


def _before_place(scene: Scene, first: int, at: int) -> int:
    """«Капитан Глеб Зуев|, на заседании|:», «Глеб Зуев |в своём канале|:»: where and for whom somebody speaks is no label."""
    words = scene.words
    for i in range(first + 1, at):
        if words.form[i - 1] == "," and _stands_aside(scene, i):
            return i - 1
        if words.pos[i] == "ADP" and words.ent[i - 1] == "PER" and "," not in words.form[first:i]:
            return i
    return at


def _stands_aside(scene: Scene, i: int) -> bool:
    """«, |на| заседании комитета», «, |специально для| «Бакена»»: where and for whom somebody speaks."""
    words = scene.words
    return words.pos[i] == "ADP" or words.lower[i : i + 2] == ["специально", "для"]


def line_start(scene: Scene, first: int, end: int) -> int:
    """The first word of a line, behind its points and the time: «[12:02] Вася: ты где», «13:20 Мэрия: мост закрыт»."""
    words = scene.words
    if scene.in_clock(first + 1) and first + 3 < end and words.form[first + 3] != ":":
        first += 3
    if words.form[first] == "[":
        close = next((i for i in range(first, min(first + LONGEST_TIME, end)) if words.form[i] == "]"), first)
        timed = close > first and not any(form[0].isalpha() for form in words.form[first + 1 : close])
        first = close + 1 if timed else first
    return next((i for i in range(first, end) if words.form[i][0].isalnum() or i in scene.opens), first)


def colon_of(scene: Scene, start: int, end: int) -> int | None:
    """Where the label of a line ends."""
    named = "PER" in scene.words.ent[start : start + 2]
    about = not ABOUT_IN_TALK.isdisjoint(scene.words.lower[start : start + LABEL])
    longest = LABEL_OF_PERSON if named or about else LABEL
    near = range(start + 1, min(start + longest, end))
    colon = next((i for i in near if scene.words.form[i] == ":"), None)
    return _behind_title(scene, start, end) if colon is None else colon


def _behind_title(scene: Scene, start: int, end: int) -> int | None:
    """«Директор управления рыболовства по Заречной области |Анна Зуева|: …»: the colon behind a name that a long title leads to."""
    words = scene.words
    noun = next((i for i in range(start, min(start + 2, end)) if words.pos[i] == "NOUN"), None)
    if noun is None or not is_told_of(scene, noun):
        return None
    colons = (i for i in range(start + LABEL, min(start + LABEL_WITH_TITLE, end)) if words.form[i] == ":")
    colon = next(colons, None)
    return colon if colon is not None and words.ent[colon - 1] == "PER" else None


def opens_inside(scene: Scene, start: int, colon: int) -> int | None:
    """«Олег Зуев: Добрый день. |Анна Лада|: Здравствуйте.»: where a label opens a sentence in the middle of a line.

    A name, or whoever is told of in the nominative where a dash follows: «|Женщина в халате|: — Да, есть».
    """
    words, sentence = scene.words, scene.sentence(colon)[0]
    first = max(sentence, start + 1)
    if words.form[first - 1] not in ENDS or not 0 < colon - first <= LABEL or scene.pair_around(colon):
        return None
    behind = words.form[colon + 1]
    if not (behind[:1].isupper() or scene.is_dash(colon + 1)) or cue_between(scene, first, colon):
        return None
    named = all(words.ent[i] == "PER" or words.form[i] == "." for i in range(first, colon))
    again = words.lower[first : colon + 1] == words.lower[start : start + colon + 1 - first]
    told = scene.is_dash(colon + 1) and is_told_of(scene, first) and not scene.has_predicate(first, colon)
    return first if named or again or told else None


def is_told_of(scene: Scene, i: int) -> bool:
    """«|Женщина| в халате»: somebody in the nominative."""
    return scene.words.feat(i, "Animacy") == "Anim" and scene.words.feat(i, "Case") == "Nom"


def cue_between(scene: Scene, start: int, at: int) -> bool:
    """Whether a verb stands before the colon, so that no label does."""
    return any(i in scene.cues or scene.is_finite(i) for i in range(start, at))


def label_at(scene: Scene, start: int, at: int) -> int | None:
    """The head of a label that can speak: a person, a body, a medium, «эксперт», «СМИ»; no topic."""
    words = scene.words
    if words.lemma[start] in LABELS or "".join(words.lower[start:at]).strip(".") in ADDED:
        return None  # «Вопрос: …» is a turn of an interview
    stops = (
        i for i in range(start + 1, at - 1) if words.form[i] == "." and len(words.form[i - 1]) > SHORTENED
    )
    if any(words.form[i + 1][:1].isupper() for i in stops):
        return None  # «Директор школы Ольга Ким. Фото: ТАСС»
    described = _described(scene, start, at)
    if described is not None:
        spoken = words.ent[start] == "PER" and scene.is_dash(at + 1)  # «Павел, живёт у порта: — Мне звонят»
        label = is_label(words, described + 1) or is_of_body(scene.words, described + 2, at) or spoken
        return described if label else None
    if _is_initialled(scene, start, at) or in_capitals(words.form[start:at]):
        return at - 1
    known = start if are_media(scene, start, at) else plain_label(scene, start, at)
    return _label_by_place(scene, start, at) if known is None else known


def _described(scene: Scene, start: int, at: int) -> int | None:
    """«Пётр Зуев, водитель: …», «Супруги Зуевы, соседи: …»: the last word of a name that opens the line before a comma."""
    words = scene.words
    comma = next((i for i in range(start + 1, at) if words.form[i] == ","), None)
    opened = (
        words.pos[start] == "PROPN"
        or words.feat(start, "Animacy") == "Anim"
        and words.ent[start + 1] == "PER"
    )
    alone = comma == start + 1 and words.pos[start] == "PROPN" and is_surname(words.lower[start])
    named = comma is not None and (words.ent[comma - 1] == "PER" and opened or alone)
    return comma - 1 if comma is not None and named else None


def _is_initialled(scene: Scene, start: int, at: int) -> bool:
    """«Л. Зильберт», «П. А. Зуев», «Я. ШТОРМ»: initials with a surname that no mention may cover."""
    words, forms = scene.words, scene.words.form[start:at]
    letters, points, surname = forms[:-1:2], forms[1::2], forms[-1]
    dotted = len(forms) in {3, 5} and all(form == "." for form in points)
    capitals = all(len(form) == 1 and form.isupper() for form in letters)
    spelt = len(surname) > 1 and (surname.istitle() or surname.isupper())
    return dotted and capitals and spelt and words.pos[at - 1] == "PROPN"


def in_capitals(forms: Sequence[str]) -> bool:
    """«ВИКТОР ПЕТРОВ», «ИВАНОВСКИЙ»: a surname, a given name before it or none, which no mention may cover."""
    if len(forms) > 2 or not all(form.isupper() and form.isalpha() for form in forms) or len(forms[-1]) < 3:
        return False
    surname = any({"Surn", "nomn"} <= a.grammemes for a in analyses_of(forms[-1].lower()))
    surname = surname or is_surname(forms[-1]) or forms[-1].endswith(("СКИЙ", "СКАЯ"))
    return surname and (len(forms) == 1 or is_given(forms[0]))


def calling_at(scene: Scene, start: int, at: int) -> int | None:
    """«Кардиолог: …», «Известный риелтор: …»: what somebody does for a living, in a headline; a dictionary ends with a stop."""
    words = scene.words
    described = all(words.pos[i] == "ADJ" for i in range(start, at - 1))
    role = roles().get(words.lemma[at - 1])
    told_of = words.lemma[at - 1] in TOLD_OF or role is not None and not role.broader.isdisjoint(TOLD_OF)
    return at - 1 if described and is_calling(words, at - 1) and not told_of else None


def _label_by_place(scene: Scene, start: int, at: int) -> int | None:
    """Судья: Вы видели его?⏎Потерпевшая: Видела.: whatever names somebody labels a turn where a talk goes on.

    The line beside it has a label too, and somebody asks, or one of the labels comes back.
    """
    words, number = scene.words, scene.words.par[start]
    head = _names_somebody(scene, start, at)
    beside = [k for k in (number - 1, number + 1) if spoken_by(scene, k)]
    if head is None or not beside:
        return None
    around = {k: label for k in range(number - 2, number + 3) if (label := spoken_by(scene, k))}
    asked = any(words.form[words.paragraphs[k][1] - 1].startswith("?") for k in around)
    labels = list(around.values())
    return head if asked or len(set(labels)) < len(labels) else None


def spoken_by(scene: Scene, number: int) -> tuple[str, ...]:
    """The label of a paragraph, if it may name a speaker."""
    if not 0 <= number < len(scene.words.paragraphs):
        return ()
    first, end = scene.words.paragraphs[number]
    start = line_start(scene, first, end)
    at = colon_of(scene, start, end)
    if at is None or at + 1 >= end or cue_between(scene, start, at):
        return ()
    named = scene.words.lemma[start] in LABELS or _names_somebody(scene, start, at) is not None
    return tuple(scene.words.lower[start:at]) if named else ()


def _names_somebody(scene: Scene, start: int, at: int) -> int | None:
    """«Потерпевшая», «Второй сосед», «Пётр Орехов»: the head of a few words that may stand for a person."""
    words = scene.words
    known = all(words.pos[i] in LABEL_POS and words.ent[i] in {"", "PER"} for i in range(start, at))
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

"""Interviews whose turns open with a label that is no name: «Вопрос: …», «Ведущий: …», «Я. Ч.: …»."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.edges import trim
from molva.quotes.media.medium import is_kind
from molva.quotes.scene import ENDS, Scene

NOBODY = frozenset({"вопрос", "ответ"})  # these name a turn and not who takes it
LABELS = NOBODY | {"корреспондент", "корр", "ведущий", "ведущая", "модератор"}
MOST_PARAGRAPHS = 5  # of one answer
LONGEST_LABEL = 8  # words and points up to the colon
LONGEST_NAME = 12  # words of «Глеб Зуев, газета «Вестник».»
Q_LETTERS, A_LETTERS = frozenset({"в", "q"}), frozenset({"о", "o", "a", "а"})  # «В: Когда пуск?⏎О: В мае.»


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph that opens with a label: the label, the words behind it, whether the label is initials, who speaks."""

    label: Stretch
    begin: int
    end: int
    initials: bool
    who: Stretch | None


def interview(scene: Scene) -> Iterator[Draft]:
    """Вопрос: Почему закрыли цех?⏎Ответ: Нет заказов.  Я. Ч.: Почти все вернулись.: labels without a name."""
    turns = [turn for paragraph in scene.words.paragraphs if (turn := _turn(scene, *paragraph))]
    talk = len(turns) > 1 or any(_answered(scene, turn) for turn in turns)
    for turn in turns:
        if not turn.initials and not talk or _is_credit(scene, turn):
            continue
        part = trim(scene, turn.begin, turn.end)
        if part is None:
            continue
        closed = turn.end - part[1] == 1 and scene.words.form[part[1]] in ENDS
        draft = Draft("interview", "direct", [(part[0], turn.end if closed else part[1])])
        if turn.who is not None:
            draft.source, draft.source_head = turn.who, _head(scene, turn.who)
        yield draft


def goes_on(scene: Scene, number: int, opens: Callable[[int], bool]) -> int:
    """The last paragraph of the answer that paragraph ``number`` begins: those behind it have no label.

    ``opens`` tells whether a paragraph opens a turn. Where no turn follows, what comes after the answer
    may be the narrator's again: only a paragraph that follows as closely as the answer its question.
    """
    words, paragraphs = scene.words, scene.words.paragraphs
    if _then_asks(scene, number, opens):
        return number + 1
    asked = number > 0 and opens(number - 1) and words.form[paragraphs[number - 1][1] - 1].startswith("?")
    if not asked or words.form[paragraphs[number][1] - 1].startswith("?"):
        return number
    after = next((k for k in range(number + 1, len(paragraphs)) if opens(k)), None)
    if after is not None and after - number <= MOST_PARAGRAPHS:
        return after - 1
    last = number
    gap = scene.line_breaks(paragraphs[number][0])
    for start, _ in paragraphs[number + 1 : number + MOST_PARAGRAPHS]:
        if scene.line_breaks(start) != gap:
            break
        last += 1
    return last if last + 1 == len(paragraphs) and _all_told(scene, number, last) else number


def _then_asks(scene: Scene, number: int, opens: Callable[[int], bool]) -> bool:
    """«Гречко: Сегодня мы говорим с депутатом.⏎Зачем вы приехали?⏎Ткачук: …»: the question behind a statement is asked by the same.

    Where the one above has no label either, it is the paper that asks.
    """
    paragraphs, forms = scene.words.paragraphs, scene.words.form
    if number + 2 >= len(paragraphs) or opens(number + 1) or not opens(number + 2):
        return False
    above = number > 0 and not opens(number - 1) and forms[paragraphs[number - 1][1] - 1].startswith("?")
    asked = forms[paragraphs[number + 1][1] - 1].startswith("?")
    return asked and not above and not forms[paragraphs[number][1] - 1].startswith("?")


def _all_told(scene: Scene, first: int, last: int) -> bool:
    """Every paragraph ends as a sentence does."""
    ends = (scene.words.paragraphs[k][1] - 1 for k in range(first, last + 1))
    return all(scene.words.form[i] in ENDS for i in ends)


def opens_turn(scene: Scene, number: int) -> bool:
    """Whether paragraph ``number`` opens with such a label."""
    return _turn(scene, *scene.words.paragraphs[number]) is not None


def _turn(scene: Scene, first: int, end: int) -> Turn | None:
    """The turn that a paragraph is, if it opens with a label."""
    words = scene.words
    start = next((i for i in range(first, end) if words.form[i][0].isalnum()), end)
    begin = start + 1
    if start < end and words.lemma[start] in LABELS:
        begin += words.lower[start] == "корр" and words.form[begin : begin + 1] == ["."]
        stops = {":", "."} if words.lemma[start] in NOBODY else {":"}  # **Вопрос.** Почему …
        colon = _closing(scene, begin, end)
        if colon + 1 < end and words.form[colon] in stops:
            inside = (begin + 1, colon - 1) if colon > begin else None
            return _behind(scene, (start, begin), end, colon, inside)
        return None
    while begin < min(end, start + LONGEST_LABEL) and words.form[begin] != ":":
        begin += 1
    if begin + 1 < end and words.form[begin] == ":" and _are_initials(scene, start, begin):
        return _behind(scene, (start, begin), end, begin)
    short = _short_label(scene, first, end)
    if short is not None and _talks(scene, words.par[first], short):
        named = short not in Q_LETTERS | A_LETTERS
        return Turn((start, begin), begin + 1, end, named, (start, begin) if named else None)
    return None


def _short_label(scene: Scene, first: int, end: int) -> str | None:
    """«|ЯЧ|: Почти все.», «|В|.: Когда пуск?»: a capital letter or two before the colon of a line."""
    forms = scene.words.form[first:end]
    label, colon = forms[0], 1 + (forms[1:2] == ["."])
    short = len(label) <= 2 and label.isalpha() and label.isupper()
    return label.lower() if short and forms[colon : colon + 1] == [":"] else None


def _talks(scene: Scene, number: int, label: str) -> bool:
    """«РБ: Почему вы ушли?⏎ЛМ: Я устала.»: another short label stands near or this one comes back, and somebody asks."""
    forms = scene.words.form
    near = scene.words.paragraphs[max(number - MOST_PARAGRAPHS, 0) : number + MOST_PARAGRAPHS + 1]
    asked = any(forms[end - 1].startswith("?") and ":" in forms[first : first + 4] for first, end in near)
    labels = [short for first, end in near if (short := _short_label(scene, first, end))]
    return asked and (labels.count(label) > 1 or any(short != label for short in labels))


def _closing(scene: Scene, begin: int, end: int) -> int:
    """«Вопрос (газета «Вестник»): …»: the word behind the brackets of a label; ``begin`` where it has none."""
    forms = scene.words.form
    if forms[begin : begin + 1] != ["("]:
        return begin
    return next((i + 1 for i in range(begin, min(begin + LONGEST_NAME, end)) if forms[i] == ")"), begin)


def _behind(scene: Scene, label: Stretch, end: int, colon: int, inside: Stretch | None = None) -> Turn | None:
    """The turn behind a label, without the asterisks of **bold** type; who asks may be told in brackets, or tell it himself."""
    words, begin = scene.words, colon + 1
    while begin < end and words.form[begin].strip("*_") == "":
        begin += 1
    if begin == end:
        return None
    initials = words.lemma[label[0]] not in LABELS
    if words.lemma[label[0]] not in NOBODY:
        return Turn(label, begin, end, initials, label)
    stop = _introduces_himself(scene, begin, end) if words.lemma[label[0]] == "вопрос" else None
    if inside is None and stop is not None:
        return Turn(label, stop + 1, end, initials, (begin, stop))
    return Turn(label, begin, end, initials, inside)


def _introduces_himself(scene: Scene, begin: int, end: int) -> int | None:
    """«Вопрос: Глеб Зуев, газета «Вестник». Когда пуск?»: the full stop behind the name and the paper of who asks."""
    words = scene.words
    near = range(begin + 1, min(begin + LONGEST_NAME, end - 1))
    stop = next((i for i in near if words.form[i] == "." and scene.sentence(i)[1] == i + 1), None)
    if stop is None or scene.has_predicate(begin, stop):
        return None
    paper = is_kind(scene, begin)
    name = all(words.ent[i] == "PER" for i in range(begin, begin + 2)) and words.feat(begin, "Case") == "Nom"
    return stop if paper or name else None


def _head(scene: Scene, who: Stretch) -> int:
    """The first noun of who speaks."""
    nouns = (i for i in range(*who) if scene.words.pos[i] in {"NOUN", "PROPN"})
    return next(nouns, who[0])


def _is_credit(scene: Scene, turn: Turn) -> bool:
    """«Ведущий: Глеб Зуев»: a line that tells who has made the talk, and nothing he says."""
    words = scene.words
    told = scene.has_predicate(turn.begin, turn.end) or words.form[turn.end - 1] in ENDS
    return words.ent[turn.begin] == "PER" and not told


def _are_initials(scene: Scene, start: int, end: int) -> bool:
    """«Я. Ч.», «М. К. О.»: capitals and points alone, two of each at least."""
    forms = scene.words.form[start:end]
    letters, points = forms[::2], forms[1::2]
    return (
        len(forms) in {4, 6}
        and all(len(form) == 1 and form.isupper() for form in letters)
        and all(form == "." for form in points)
    )


def _answered(scene: Scene, turn: Turn) -> bool:
    """The paragraph before or behind the turn is another one: it opens with a dash or a label."""
    words, number = scene.words, scene.words.par[turn.begin]
    near = words.paragraphs[max(number - 1, 0) : number] + words.paragraphs[number + 1 : number + 2]
    return any(scene.is_dash(begin) or ":" in words.form[begin : begin + LONGEST_LABEL] for begin, _ in near)

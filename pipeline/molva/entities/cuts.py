"""Where a name begins and ends: no name crosses a line, a list or a sentence, none holds a title or a loose mark."""

import re
from itertools import groupby

from molva.entities.lexicon import word_list
from molva.entities.people import ends_as_patronymic, is_given
from molva.entities.view import Found, View, may_be_genitive
from molva.lexicon.analyses import analyses_of
from molva.lexicon.folding import fold
from molva.lexicon.nouns import KIN, roles
from molva.words import Words

LETTER = re.compile(r"[^\W\d_]")
_CLOCK = re.compile(r"\d\d?[:.]\d\d")
# шестидесятивосьмилетняя, 34-летнего; экс-представитель
_FORMER_OR_AGED = re.compile(r".+летн(?:ий|яя|его|ему|им|ем|ей|юю|ие|их|ими)|экс-.+")
_NAMES_TOO = frozenset({"эмир", "пан", "святой", "король", "леди"})
_CAPITALISED = re.compile(r"[А-ЯЁ][а-яё-]+")
_NAMES = frozenset(("Name", "Surn", "Patr", "Geox"))
# певица, шпажистка, стримерша, рэпер, журналист, телеведущий: nouns for people by what they do
_TRADE = re.compile(
    r"(?:ица|[тлрн]ка|чиха|ша|ер|ист|ант|ент|тель|ник|щик|чик|ор|лог|граф|ущий|ущая|вумен|мен)$"
)
_BRACKETS = {")": "(", "»": "«", "“": "„", "”": "“"}


def cut_lines(view: View) -> list[Found]:
    """«Оливер Иванович⏎Оливер Иванович»: no name crosses a line break, each line keeps its own part."""
    cut = []
    for name in view.found:
        lines = groupby(range(name.start, name.end), key=view.words.par.__getitem__)
        parts = [list(line) for _, line in lines]
        cut += [Found(part[0], part[-1] + 1, name.label) for part in parts] if len(parts) > 1 else [name]
    return cut


def rubric_of_feed(view: View) -> list[Found]:
    """«Нгамалё |Спорт, 13:42»: in a feed the rubric and the clock at a line's end are no name."""
    return [_without_rubric(view, name) for name in view.found]


def cut_brackets(view: View) -> list[Found]:
    """«Джон Смит (John Smith)», «Форум экспортёров газа (ФСЭГ)» are two names of one thing."""
    return [part for name in view.found for part in _split(view, name, "()[]", name.label)]


def cut_sentences(view: View) -> list[Found]:
    """«брата Бодуэна I. Альберт женат»: a name ends where a sentence does, or at a bullet."""
    cut = []
    for name in view.found:
        for part in _split(view, name, "•|·;", name.label):
            if part.label == "PER" or part.end - part.start == 1:
                cut.append(part)
            else:
                cut += _by_sentence(view, part)
    return cut


def cut_and(view: View) -> list[Found]:
    """«Трамп и Путин» are two people."""
    cut = []
    for name in view.found:
        parts = _split(view, name, ("и", "и", ","), name.label) if name.label == "PER" else [name]
        cut += parts
    return cut


def cut_lists(view: View) -> list[Found]:
    """«Тульской, Псковской и Тверской областях»: a place has no comma in it, so they are several."""
    cut = []
    for name in view.found:
        listed = name.label == "LOC" and "," in view.form(name)
        cut += _split(view, name, ("и", ","), name.label) if listed else [name]
    return cut


def cut_verbs(view: View) -> list[Found]:
    """«|Администрация порта Тальск| уведомила совет»: a body's name without marks has no verb with an object in it."""
    cut = []
    for name in view.found:
        verb = _verb_inside(view.words, name) if name.label == "ORG" else None
        cut.append(name if verb is None else Found(name.start, verb, name.label))
    return cut


def _verb_inside(words: Words, name: Found) -> int | None:
    """The finite verb between two words of a name."""
    inner = range(name.start + 1, name.end - 1)
    if any(words.form[i] in _BRACKETS.values() for i in range(name.start, name.end)):
        return None
    verbs = (i for i in inner if words.pos[i] == "VERB" and words.feat(i, "VerbForm") == "Fin")
    return next((i for i in verbs if words.form[i].islower() and not _may_be_genitive_noun(words, i)), None)


def _may_be_genitive_noun(words: Words, i: int) -> bool:
    """«институт |стали| и сплавов»: what the tagger takes for a verb is a noun as well."""
    return any(a.pos == "NOUN" and "gent" in a.grammemes for a in analyses_of(words.lower[i]))


def trim_marks(view: View) -> list[Found]:
    """«к |Порту|.», ««|Ромашка|» ждёт»: marks at the edges go; a closing one stays when its opening one is inside the name."""
    return [trimmed(view, name) for name in view.found]


def trim_titles(view: View) -> list[Found]:
    """«господин Петров», «президент Путин», «Сорокалетняя Ким», «Экс-мэр Орехов»: a title or an age is no part of the name.

    «|Экс-солистка| «Маяка» Мария Гросс»: nor is it one alone; «|Аким района| отметил»: a post is no place.
    """
    trimmed = []
    for name in view.found:
        start = name.start
        while name.label == "PER" and start < name.end - 1 and _is_title(view, start):
            start += 1
        if name.label == "PER" and _opens_with_trade(view, start, name.end):
            start += 1
        if name.label == "PER" and start == name.end - 1 and view.words.lower[start].startswith("экс-"):
            start += 1
        capital = name.end - start > 1 and view.words.form[start + 1][:1].isupper()
        if (
            name.end - start > 1
            and name.label in ("LOC", "ORG" if capital else "PER")
            and _is_post(view, start)
        ):
            start = start + 1 if capital else name.end
        trimmed.append(Found(start, name.end, name.label))
    return trimmed


def closing_mark(view: View) -> list[Found]:
    """«ООО «Ромашка|»|»: a mark that was opened inside a name is closed inside it."""
    return [Found(name.start, name.end + _closes(view, name), name.label) for name in view.found]


def _split(view: View, name: Found, marks: str | tuple[str, ...], label: str) -> list[Found]:
    """The parts of a name between some marks or words, themselves left out."""
    if not any(form in marks for form in view.form(name)):
        return [name]
    runs = groupby(range(name.start, name.end), key=lambda i: view.words.form[i] in marks)
    parts = [list(run) for is_mark, run in runs if not is_mark]
    return [Found(part[0], part[-1] + 1, label) for part in parts]


def _by_sentence(view: View, name: Found) -> list[Found]:
    """The parts of a name in each of the sentences that it stands in."""
    runs = groupby(range(name.start, name.end), key=lambda i: view.words.sent[i])
    parts = [list(run) for _, run in runs]
    return [Found(part[0], part[-1] + 1, name.label) for part in parts]


def trimmed(view: View, name: Found) -> Found:
    """A name without the marks at its edges that are not its own."""
    start, end, label = name
    form = view.words.form
    while start < end and not LETTER.search(form[start]) and not form[start].isdigit():
        start += 1
    while start < end and _loose(form[start:end], label) and not _exclaims(view, start, end):
        end -= 1
    return Found(start, end, label)


def _exclaims(view: View, start: int, end: int) -> bool:
    """«группа «|Экозащита!|»»: the last mark of a name that stands in marks."""
    form = view.words.form
    marked = start > 0 and form[start - 1] in _BRACKETS.values()
    return marked and form[end - 1] in ("!", "?") and form[end : end + 1] != [] and form[end] in _BRACKETS


def _loose(forms: list[str], label: str) -> bool:
    """Whether the last form is a mark that does not belong to the name."""
    last = forms[-1]
    if LETTER.search(last) or last.isdigit():
        return False
    if last == "." and label == "PER" and len(forms) > 1 and len(forms[-2]) == 1:
        return False
    opening = _BRACKETS.get(last, last)
    return opening not in forms[:-1]


def _is_title(view: View, i: int) -> bool:
    """«президент», «Сорокалетняя», «экс-мэр» before a person's name.

    Some are names with a capital inside a sentence: «с режиссёром |Эмиром| Ореховичем».
    """
    words, titles = view.words, word_list("titles")
    return not _is_name_too(words, i) and (
        words.lemma[i] in titles
        or words.lower[i] in titles
        or bool(_FORMER_OR_AGED.fullmatch(words.lower[i]))
    )


def _opens_with_trade(view: View, start: int, end: int) -> bool:
    """«|Пекарка |Анна Зуева», «|Пекаря |Петра Зуева»: a sentence opens with a noun for people before a given name.

    It is no surname: «Пекарь Пётр Ильич» has one, and whoever has a trade for a surname has it with a patronymic.
    """
    words, second = view.words, start + 1
    if second >= end or not _CAPITALISED.fullmatch(words.form[start]):
        return False
    called = _is_calling(words.lower[start])
    if not is_given(words.form[second]) and not called:
        return False
    opens = (
        start == 0 or words.sent[start - 1] != words.sent[start] or words.par[start - 1] != words.par[start]
    )
    if not opens or second + 1 < end and ends_as_patronymic(words.lower[second + 1]):
        return False
    nouns = analyses_of(words.lower[start])
    people = all(a.pos == "NOUN" and not a.grammemes & _NAMES for a in nouns)
    return called or people and any(_TRADE.search(a.lemma) for a in nouns)


def _is_calling(word: str) -> bool:
    """«|Нутрициолог| Зуева», «|Боксёр| Паромкин», «|Литовец| Зуев»: what somebody is or studies, no kin of his and nobody's given name."""
    readings = analyses_of(word)
    if word in _NAMES_TOO or any("Name" in a.grammemes for a in readings):
        return False
    nouns = (roles().get(fold(form)) for form in (word, *(a.lemma for a in readings)))
    called = any(noun is not None and KIN not in noun.broader for noun in nouns)
    return called or any(a.lemma.endswith("олог") for a in readings)


def _is_name_too(words: Words, i: int) -> bool:
    """Whether a title with a capital inside a sentence opens a name: «Пан Ги Мун», «Святой Терезы», «Короля Лира»."""
    inside = i > 0 and words.sent[i - 1] == words.sent[i] and words.par[i - 1] == words.par[i]
    if not inside or not words.form[i - 1][:1].isalnum() or not words.form[i][:1].isupper():
        return False
    return not _NAMES_TOO.isdisjoint((words.lemma[i], words.lower[i]))


def _is_post(view: View, i: int) -> bool:
    """«Представитель |Минобороны» is a man, not a ministry; «Президент-отель» is one word."""
    words = view.words
    post = {words.lemma[i].lower(), words.lower[i]} & word_list("posts")
    return bool(post) and may_be_genitive(view, i + 1)


def _closes(view: View, name: Found) -> bool:
    """Whether the mark behind a name closes one inside it, in the same paragraph."""
    words, opened = view.words, [form for form in view.form(name) if form in "«»"]
    after = words.form[name.end] if name.end < len(words) else ""
    return (
        bool(opened) and opened[-1] == "«" and after == "»" and words.par[name.end] == words.par[name.start]
    )


def _without_rubric(view: View, name: Found) -> Found:
    """A name without its last word, where a clock follows and ends the line."""
    words, last = view.words, name.end - 1
    clock = (
        last + 2 < len(words)
        and words.form[last + 1] == ","
        and _CLOCK.fullmatch("".join(words.form[last + 2 : last + 5]))
    )
    closes = last + 5 >= len(words) or words.par[min(last + 5, len(words) - 1)] != words.par[last]
    return Found(name.start, last, name.label) if clock and closes else name

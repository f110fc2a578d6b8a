"""Repairs of the names that the network found: one rule for each thing it gets wrong, in order."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from molva.entities.dictionary import adjective_readings, is_common
from molva.entities.lexicon import word_list
from molva.entities.neighbours import bearer_in_body, place_before_name, two_people, whole_name
from molva.entities.phrases import modifier_readings
from molva.entities.view import Found, View

_LETTER = re.compile(r"[^\W\d_]")
_OPENING, _CLOSING = "«„“\"'(‹", "»”“\"')›"
_CLOCK = re.compile(r"\d\d?[:.]\d\d")
# шестидесятивосьмилетняя, 34-летнего; экс-представитель
_FORMER_OR_AGED = re.compile(r".+летн(?:ий|яя|его|ему|им|ем|ей|юю|ие|их|ими)|экс-.+")
_WIKI = ["'", "'"]
_WIKI_WORDS = 6
_LONG = 3  # words of a name that a noun of the sentence may have been taken into
_PATRON = 7  # words of «имени М. В. Фрунзе»
_BRACKETS = {")": "(", "»": "«", "“": "„", "”": "“"}


@dataclass(frozen=True, slots=True)
class Repair:
    """A rule: its name, and what it makes of the names of a document."""

    name: str
    apply: Callable[[View], list[Found]]


def repair(view: View) -> View:
    """All repairs, one after the other."""
    for rule in REPAIRS:
        view = view.with_names(rule.apply(view))
    return view


def cut_lines(view: View) -> list[Found]:
    """No name crosses a line break: each line keeps its own part."""
    cut = []
    for name in view.found:
        lines = groupby(range(name.start, name.end), key=view.words.par.__getitem__)
        parts = [list(line) for _, line in lines]
        cut += [Found(part[0], part[-1] + 1, name.label) for part in parts] if len(parts) > 1 else [name]
    return cut


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


def trim_marks(view: View) -> list[Found]:
    """Marks at the edges go; a closing mark stays when its opening one is inside the name."""
    return [_trimmed(view, name) for name in view.found]


def trim_titles(view: View) -> list[Found]:
    """«господин Петров», «президент Путин», «Сорокалетняя Ким», «Экс-мэр Орехов»: a title or an age is no part of the name."""
    trimmed = []
    for name in view.found:
        start = name.start
        while name.label == "PER" and start < name.end - 1 and _is_title(view, start):
            start += 1
        if name.label == "ORG" and name.end - start > 1 and _is_post(view, start):
            start += 1
        trimmed.append(Found(start, name.end, name.label))
    return trimmed


def legal_form(view: View) -> list[Found]:
    """«подведомственное |Роскомнадзору |ООО «Стебель»»: with its legal form a second name begins."""
    cut = []
    for name in view.found:
        inside = range(name.start + 1, name.end - 1)
        at = next((i for i in inside if name.label == "ORG" and _legal(view, i)), name.end)
        cut += [Found(name.start, at, name.label), Found(at, name.end, name.label)]
    return cut


def closing_mark(view: View) -> list[Found]:
    """«ООО «Ромашка|»|»: a mark that was opened inside a name is closed inside it."""
    return [Found(name.start, name.end + _closes(view, name), name.label) for name in view.found]


def institution(view: View) -> list[Found]:
    """«|Шуйский| историко-художественный музей», «приёмная |Заречной| администрации»: with its noun."""
    return [_with_institution(view, name) for name in view.found]


def wiki_marks(view: View) -> list[Found]:
    """«компания ''Green Garden''»: what stands between wiki apostrophes after the kind of a body."""
    words, found = view.words, list(view.found)
    if _WIKI[0] not in words.form:
        return found
    taken = {i for name in view.found for i in range(name.start, name.end)}
    for i in range(len(words) - 3):
        if i and words.form[i : i + 2] == _WIKI and _named_kind(view, i - 1):
            end = _wiki_end(view, i + 2)
            if end > i + 2 and taken.isdisjoint(range(i + 2, end)):
                found.append(Found(i + 2, end, "ORG"))
    return found


def drop_junk(view: View) -> list[Found]:
    """«А», «—», «🔴», «12»: a name has a word in it."""
    return [name for name in view.found if _has_word(view, name)]


def body_of_place(view: View) -> list[Found]:
    """«Сенат |США», «МИД |России», «ВВС |Украины»: a body and the place it belongs to are one name."""
    merged: list[Found] = []
    for name in view.found:
        last = merged[-1] if merged else None
        if last and last.label == "ORG" and name.label in ("LOC", "ORG") and _belongs(view, last, name):
            merged[-1] = Found(last.start, name.end, "ORG")
        else:
            merged.append(name)
    return merged


def kind_of_body(view: View) -> list[Found]:
    """«посольство |США», «прокуратура |Москвы», «пресс-служба |МВД»: the kind opens the name."""
    taken = {i for name in view.found for i in range(name.start, name.end)}
    return [_with_kind(view, name, taken) for name in view.found]


def medium_told(view: View) -> list[Found]:
    """«В администрации Быстринска |РБК| сообщили»: whom a body has told something is no part of its name.

    Nor is a name in marks and in the dative: «в администрации района |«Бакену»| сообщили».
    """
    cut = []
    for name in view.found:
        body = name.label == "ORG" and name.end - name.start > 2 and _several_tell(view, name)
        told = _told(view, name) if body else name.end
        cut += [Found(name.start, told, name.label), _trimmed(view, Found(told, name.end, name.label))]
    return cut


def stray_noun(view: View) -> list[Found]:
    """«Назвал решение заречных властей |захватом|»: a noun in a case of its own that hangs on a word outside."""
    return [
        Found(name.start, name.end - 1, name.label) if _strays(view, name) else name for name in view.found
    ]


def common_word(view: View) -> list[Found]:
    """«Электрик руководит партией», «Израильтянка Наама Иссахар»: a capital at a sentence's start is no name.

    Nor is a lone «Туристам» a place.
    """
    kept = []
    for name in view.found:
        start = name.start
        person = name.label == "PER" or (
            name.label == "LOC" and name.end - start == 1 and _people(view, start)
        )
        if person and _opens_sentence(view, start) and _is_word(view, start):
            start += 1
        kept.append(Found(start, name.end, name.label))
    return kept


def body_in_place(view: View) -> list[Found]:
    """«МВД |по Башкирии», «ГУ МЧС |по Санкт-Петербургу»: a branch of a body and where it works."""
    merged: list[Found] = []
    for name in view.found:
        last = merged[-1] if merged else None
        if last and last.label == "ORG" and name.label == "LOC" and _branch(view, last, name):
            merged[-1] = Found(last.start, name.end, "ORG")
        else:
            merged.append(name)
    return merged


def body_and_sphere(view: View) -> list[Found]:
    """«Координационный штаб |по вопросам обращения с пленными», «Комитет |по бюджету»: what it deals with."""
    return [_with_sphere(view, name) for name in view.found]


def named_after(view: View) -> list[Found]:
    """«музей |имени М. В. Фрунзе», «завод |им. Орехова»: the one it is named after is part of the name."""
    merged: list[Found] = []
    for name in view.found:
        last = merged[-1] if merged else None
        between = view.words.lower[last.end : name.start] if last else []
        if last and last.label == "ORG" and name.label == "PER" and _dedicates(between):
            merged[-1] = Found(last.start, name.end, "ORG")
        else:
            merged.append(name)
    return merged


def rubric_of_feed(view: View) -> list[Found]:
    """«Нгамалё |Спорт, 13:42»: in a feed the rubric and the clock at a line's end are no name."""
    return [_without_rubric(view, name) for name in view.found]


def _told(view: View, name: Found) -> int:
    """Where a medium begins that closes the name of a body: a known one, or one in marks and in the dative."""
    words, last = view.words, name.end - 1
    if words.form[last] in word_list("media") and words.lemma[last - 1] not in word_list("kinds_of_names"):
        return last
    opening = last - 2
    marked = opening > name.start and words.form[opening] in _OPENING and words.form[last] in _CLOSING
    form = words.lower[last - 1]
    dative = (
        words.feat(last - 1, "Case") == "Dat" or form[-1] in "уюе" and form != words.lemma[last - 1].lower()
    )
    return opening if marked and dative else name.end


def _several_tell(view: View, name: Found) -> bool:
    """Whether «в» stands before the name and the verb of several behind it."""
    words, last = view.words, name.end - 1
    behind = name.end < len(words) and words.feat(name.end, "Number") == "Plur"
    where = name.start > 0 and words.lower[name.start - 1] in ("в", "во")
    return where and behind and words.pos[name.end] == "VERB" and words.sent[name.end] == words.sent[last]


def _strays(view: View, name: Found) -> bool:
    """Whether the last word is a plain noun, in no case of the name's, and depends on nothing in it."""
    words, last = view.words, name.end - 1
    if name.label == "PER" or name.end - name.start < _LONG or words.pos[last - 1] not in ("NOUN", "PROPN"):
        return False
    case, inside = words.feat(last, "Case"), range(name.start, last)
    plain = words.pos[last] == "NOUN" and words.form[last].islower() and words.form[last].isalpha()
    own = case not in ("", "Gen") and case not in {words.feat(i, "Case") for i in inside}
    return plain and own and words.head[last] not in inside and words.head[last] != last


def kind_of_place(view: View) -> list[Found]:
    """«в городе |Владимире», «остров |Врангеля»: behind the kind of a place stands no person."""
    words, kinds = view.words, word_list("place_kinds")
    return [
        Found(name.start, name.end, "LOC")
        if name.label == "PER"
        and name.end - name.start == 1
        and name.start
        and words.lemma[name.start - 1] in kinds
        and words.sent[name.start - 1] == words.sent[name.start]
        else name
        for name in view.found
    ]


def named_thing(view: View) -> list[Found]:
    """«на улице |Петра Гурова», «площадь имени |Гурова»: what bears a man's name is not that man."""
    return [name for name in view.found if name.label != "PER" or not _thing_before(view, name.start)]


def _thing_before(view: View, start: int) -> bool:
    words, things = view.words, word_list("named_things")
    kind = start - 2 if start > 1 and words.lower[start - 1] in ("имени", "им") else start - 1
    same = kind >= 0 and words.sent[kind] == words.sent[start]
    return same and words.lemma[kind] in things and words.feat(start, "Case") != "Nom"


def same_surname(view: View) -> list[Found]:
    """A surname that is a person's elsewhere in the document is a person's here too.

    So are its longer part («ас-Сайди», «Танья-младший») and both parts of a double one.
    """
    words = view.words
    whole = {
        words.lemma[name.end - 1] for name in view.found if name.label == "PER" and name.end - name.start > 1
    }
    surnames = {
        part for lemma in whole for part in (lemma, *lemma.split("-")) if len(part) > 3 or part == lemma
    }
    taken = {i for name in view.found for i in range(name.start, name.end)}
    alone = [
        Found(i, i + 1, "PER")
        for i, form in enumerate(words.form)
        if i not in taken and words.lemma[i] in surnames and form[:1].isupper() and len(form) > 2
    ]
    return [*view.found, *alone]


def _split(view: View, name: Found, marks: str | tuple[str, ...], label: str) -> list[Found]:
    if not any(form in marks for form in view.form(name)):
        return [name]
    runs = groupby(range(name.start, name.end), key=lambda i: view.words.form[i] in marks)
    parts = [list(run) for is_mark, run in runs if not is_mark]
    return [Found(part[0], part[-1] + 1, label) for part in parts]


def _by_sentence(view: View, name: Found) -> list[Found]:
    runs = groupby(range(name.start, name.end), key=lambda i: view.words.sent[i])
    parts = [list(run) for _, run in runs]
    return [Found(part[0], part[-1] + 1, name.label) for part in parts]


def _trimmed(view: View, name: Found) -> Found:
    start, end, label = name
    form = view.words.form
    while start < end and not _LETTER.search(form[start]) and not form[start].isdigit():
        start += 1
    while start < end and _loose(form[start:end], label):
        end -= 1
    return Found(start, end, label)


def _loose(forms: list[str], label: str) -> bool:
    """Whether the last form is a mark that does not belong to the name."""
    last = forms[-1]
    if _LETTER.search(last) or last.isdigit():
        return False
    if last == "." and label == "PER" and len(forms) > 1 and len(forms[-2]) == 1:
        return False
    opening = _BRACKETS.get(last, last)
    return opening not in forms[:-1]


def _is_title(view: View, i: int) -> bool:
    titles = word_list("titles")
    return (
        view.words.lemma[i] in titles
        or view.words.lower[i] in titles
        or bool(_FORMER_OR_AGED.fullmatch(view.words.lower[i]))
    )


def _legal(view: View, i: int) -> bool:
    """A legal form before a mark; «ВТБ ПАО» has it at the end."""
    return view.words.form[i] in word_list("legal_forms") and view.words.form[i + 1] in _OPENING


def _closes(view: View, name: Found) -> bool:
    words, opened = view.words, [form for form in view.form(name) if form in "«»"]
    after = words.form[name.end] if name.end < len(words) else ""
    return (
        bool(opened) and opened[-1] == "«" and after == "»" and words.par[name.end] == words.par[name.start]
    )


def _is_post(view: View, i: int) -> bool:
    """«Представитель |Минобороны» is a man, not a ministry; «Президент-отель» is one word."""
    words = view.words
    return words.lemma[i] in word_list("posts") and (
        words.form[i + 1][:1].isupper() and _may_be_genitive(view, i + 1)
    )


def _people(view: View, i: int) -> bool:
    return view.words.feat(i, "Animacy") == "Anim"


def _dedicates(between: list[str]) -> bool:
    """«имени», «им.», and initials that the network has left out: «имени М. В. |Фрунзе»."""
    if between[:1] not in (["имени"], ["им"], ["им."]):
        return False
    return all(form == "." or len(form) == 1 and form.isalpha() for form in between[1:])


def _with_institution(view: View, name: Found) -> Found:
    """Over lower-case adjectives to the noun of an institution that the lone adjective agrees with."""
    words, last = view.words, name.end - 1
    if name.end - name.start != 1 or not _may_tell_where(view, last):
        return name
    end = name.end
    while end < len(words) and words.sent[end] == words.sent[last] and _may_qualify(view, end):
        end += 1
    if end >= len(words) or words.lemma[end] not in word_list("institutions"):
        return name
    if words.feat(last, "Case") != words.feat(end, "Case") or words.feat(end, "Number") == "Plur":
        return name
    return (
        Found(name.start, _with_patron(view, end + 1), "ORG") if words.par[end] == words.par[last] else name
    )


def _with_patron(view: View, end: int) -> int:
    """Over «имени М. В. Фрунзе», which the network may have overlooked."""
    words = view.words
    patron = next(
        (i for i in range(end + 1, min(end + _PATRON, len(words))) if _surname_like(words.form[i])), end
    )
    return patron + 1 if patron > end and _dedicates(words.lower[end:patron]) else end


def _surname_like(form: str) -> bool:
    return len(form) > 1 and form[:1].isupper()


def _may_tell_where(view: View, i: int) -> bool:
    """«Шуйский», «Краснопахорской»: an adjective with a capital, though the tagger may see a surname."""
    words, form = view.words, view.words.form[i]
    return form[:1].isupper() and words.pos[i] in ("ADJ", "PROPN") and bool(modifier_readings(form.lower()))


def _may_qualify(view: View, i: int) -> bool:
    """«историко-художественный и мемориальный»: adjectives by their form, whatever the tagger says."""
    form = view.words.form[i]
    return form == "и" or form.islower() and bool(adjective_readings(form))


def _named_kind(view: View, i: int) -> bool:
    return view.words.lemma[i] in word_list("institutions")


def _wiki_end(view: View, start: int) -> int:
    """Where the words between the apostrophes end; ``start`` itself when they are no name."""
    words = view.words
    for end in range(start + 1, min(start + _WIKI_WORDS, len(words) - 1)):
        if words.form[end : end + 2] == _WIKI and words.par[end] == words.par[start]:
            return end if words.form[start][:1].isupper() else start
    return start


def _is_word(view: View, i: int) -> bool:
    """Маск and Дзюба are in the dictionary as words too: the tagger must see no proper name.

    A letter is an initial («В. Орехов»), though «в» and «ж» are words, and «Фон дер Гросс» is a surname.
    """
    word = view.words.lower[i]
    return (
        len(word) > 1
        and is_common(word)
        and view.words.pos[i] != "PROPN"
        and word not in word_list("particles")
    )


def _opens_sentence(view: View, i: int) -> bool:
    return (
        i == 0 or view.words.sent[i - 1] != view.words.sent[i] or view.words.par[i - 1] != view.words.par[i]
    )


def _branch(view: View, left: Found, right: Found) -> bool:
    words = view.words
    if words.par[left.start] != words.par[right.end - 1] or words.sent[left.start] != words.sent[right.start]:
        return False
    return [form.lower() for form in words.form[left.end : right.start]] in (
        ["по"],
        ["по", "г", "."],
        ["по", "г."],
    )


def _with_sphere(view: View, name: Found) -> Found:
    """Over «по» and the dative phrase after it, when the name ends with the body's own noun."""
    words, at = view.words, name.end
    if name.label != "ORG" or at + 1 >= len(words) or words.lower[at] != "по":
        return name
    if words.lemma[name.end - 1] not in word_list("spheres") or words.sent[at] != words.sent[at - 1]:
        return name
    noun = next((i for i in range(at + 1, min(at + 4, len(words))) if words.pos[i] == "NOUN"), None)
    if noun is None or words.feat(noun, "Case") != "Dat":
        return name
    below = set(words.subtree(noun))
    end = noun + 1
    while end < len(words) and end in below and words.pos[end] in {"NOUN", "ADJ", "PROPN", "CCONJ", "ADP"}:
        end += 1
    while end - 1 > noun and words.pos[end - 1] in {"CCONJ", "ADP"}:
        end -= 1
    return Found(name.start, end, "ORG")


def _without_rubric(view: View, name: Found) -> Found:
    words, last = view.words, name.end - 1
    clock = (
        last + 2 < len(words)
        and words.form[last + 1] == ","
        and _CLOCK.fullmatch("".join(words.form[last + 2 : last + 5]))
    )
    closes = last + 5 >= len(words) or words.par[min(last + 5, len(words) - 1)] != words.par[last]
    return Found(name.start, last, name.label) if clock and closes else name


def _has_word(view: View, name: Found) -> bool:
    forms = view.form(name)
    letters = "".join(form for form in forms if _LETTER.search(form))
    if name.label == "PER":
        return len(letters) > 1 and any(form[:1].isupper() or not form.isascii() for form in forms)
    return len(letters) > 1 or letters == "Ъ"


def _belongs(view: View, left: Found, right: Found) -> bool:
    words = view.words
    if not view.touches(left, right) or words.sent[left.start] != words.sent[right.end - 1]:
        return False
    if words.head[right.start] in range(left.start, left.end):
        return True
    # «в пресс-службе Росавиации РБК сообщили»: a medium beside a body, and no part of it
    return _may_be_genitive(view, right.start) and words.form[right.start] not in word_list("media")


def _may_be_genitive(view: View, i: int) -> bool:
    """An abbreviation does not show its case, and the tagger only guesses it: «Сенат США»."""
    return view.words.feat(i, "Case") in ("Gen", "") or view.words.form[i].isupper()


def _with_kind(view: View, name: Found, taken: set[int]) -> Found:
    words, i = view.words, name.start - 1
    if name.label == "PER" or i < 0 or words.par[i] != words.par[name.start] or i in taken:
        return name
    if words.lemma[i] not in word_list("bodies") or not _may_be_genitive(view, name.start):
        return name
    return Found(_with_adjectives(view, i), name.end, "ORG")


def _with_adjectives(view: View, i: int) -> int:
    words = view.words
    start = i
    while (
        start
        and words.head[start - 1] == i
        and words.dep[start - 1] == "amod"
        and words.form[start - 1][:1].isupper()
    ):
        start -= 1
    return start


REPAIRS = (
    Repair("cut lines", cut_lines),
    Repair("rubric of feed", rubric_of_feed),
    Repair("cut brackets", cut_brackets),
    Repair("cut sentences", cut_sentences),
    Repair("cut and", cut_and),
    Repair("cut lists", cut_lists),
    Repair("trim marks", trim_marks),
    Repair("trim titles", trim_titles),
    Repair("common word", common_word),
    Repair("drop junk", drop_junk),
    Repair("closing mark", closing_mark),
    Repair("institution", institution),
    Repair("wiki marks", wiki_marks),
    Repair("kind of place", kind_of_place),
    Repair("named thing", named_thing),
    Repair("two people", two_people),
    Repair("whole name", whole_name),
    Repair("bearer in body", bearer_in_body),
    Repair("place before name", place_before_name),
    Repair("same surname", same_surname),
    Repair("body of place", body_of_place),
    Repair("kind of body", kind_of_body),
    Repair("medium told", medium_told),
    Repair("stray noun", stray_noun),
    Repair("body in place", body_in_place),
    Repair("body and sphere", body_and_sphere),
    Repair("named after", named_after),
    Repair("legal form", legal_form),
)

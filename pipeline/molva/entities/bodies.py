"""Names of bodies with all that belongs to them, kind, place, sphere and patron: «|комитет| Залесья |по бюджету|»."""

from collections.abc import Callable

from molva.entities.dictionary import adjective_readings
from molva.entities.lexicon import word_list
from molva.entities.phrases import modifier_readings
from molva.entities.view import Found, View, may_be_genitive
from molva.lexicon.nouns import kinds_of_bodies

_WIKI = ["'", "'"]
_WIKI_WORDS = 6
_INFORMANTS = frozenset(("источник", "собеседник"))
_LONG = 3  # words of a name that a noun of the sentence may have been taken into
_ALSO_SEVERAL = frozenset({"власть", "спецслужба", "пресс-служба"})
# «институт суда присяжных» is no body, «аппарат суда» seldom one, and of a «правление» only its firm is told
_SELDOM = frozenset({"аппарат", "институт", "правление"})
# kinds of bodies that have a name of their own behind them
_WITH_NAMES = frozenset("академия ассоциация союз университет федерация".split())
_PATRON = 7  # words of «имени М. В. Фрунзе»


def institution(view: View) -> list[Found]:
    """«|Шуйский| историко-художественный музей», «приёмная |Заречной| администрации»: with its noun."""
    return [_with_institution(view, name) for name in view.found]


def wiki_marks(view: View) -> list[Found]:
    """«компания ''Green Garden''»: what stands between wiki apostrophes after the kind of a body."""
    words, found = view.words, list(view.found)
    if _WIKI[0] not in words.form:
        return found
    taken = view.covered()
    for i in range(len(words) - 3):
        if i and words.form[i : i + 2] == _WIKI and _named_kind(view, i - 1):
            end = _wiki_end(view, i + 2)
            if end > i + 2 and taken.isdisjoint(range(i + 2, end)):
                found.append(Found(i + 2, end, "ORG"))
    return found


def body_of_place(view: View) -> list[Found]:
    """«Сенат |США», «МИД |России», «ВВС |Украины»: a body and the place it belongs to are one name."""
    return joined(view, lambda body, name: name.label in ("LOC", "ORG") and _belongs(view, body, name))


def kind_of_body(view: View) -> list[Found]:
    """«посольство |США», «прокуратура |Москвы», «пресс-служба |МВД»: the kind opens the name.

    One of several does not («в комитетах |Думы|»), nor one told apart by what it is like («на итоговой коллегии |МВД|»).
    """
    taken = view.covered()
    return [_with_kind(view, name, taken) for name in view.found]


def body_and_sphere(view: View) -> list[Found]:
    """«Координационный штаб |по вопросам обращения с пленными», «Комитет |по бюджету»: what it deals with.

    The sphere is not that of the whole: «|агентство| СМП по делам моряков» is a part of the СМП.
    """
    return [_with_part(view, _with_sphere(view, name)) for name in view.found]


def named_after(view: View) -> list[Found]:
    """«музей |имени М. В. Фрунзе», «завод |им. Орехова»: the one it is named after is part of the name."""
    lower = view.words.lower
    return joined(view, lambda body, name: name.label == "PER" and _dedicates(lower[body.end : name.start]))


def joined(view: View, joins: Callable[[Found, Found], bool]) -> list[Found]:
    """Each body with the names behind it that join it."""
    merged: list[Found] = []
    for name in view.found:
        last = merged[-1] if merged else None
        if last and last.label == "ORG" and joins(last, name):
            merged[-1] = Found(last.start, name.end, "ORG")
        else:
            merged.append(name)
    return merged


def stray_noun(view: View) -> list[Found]:
    """«Назвал решение заречных властей |захватом|»: a noun in a case of its own that hangs on a word outside."""
    return [
        Found(name.start, name.end - 1, name.label) if _strays(view, name) else name for name in view.found
    ]


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
    """«Фрунзе»: a capital, and more than an initial."""
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
    """«компания», «музей»: the kind of what has a name of its own."""
    return view.words.lemma[i] in word_list("institutions")


def _wiki_end(view: View, start: int) -> int:
    """Where the words between the apostrophes end; ``start`` itself when they are no name."""
    words = view.words
    for end in range(start + 1, min(start + _WIKI_WORDS, len(words) - 1)):
        if words.form[end : end + 2] == _WIKI and words.par[end] == words.par[start]:
            return end if words.form[start][:1].isupper() else start
    return start


def _belongs(view: View, left: Found, right: Found) -> bool:
    """Whether a name depends on the body before it, or may be its genitive."""
    words = view.words
    if not view.touches(left, right) or words.sent[left.start] != words.sent[right.end - 1]:
        return False
    if words.form[right.start].isascii() and words.form[left.end - 1].istitle():
        return False  # «авиакомпания Марокко Royal Air»: a second name of it
    if words.head[right.start] in range(left.start, left.end):
        return True
    # «в пресс-службе Росавиации РБК сообщили»: a medium beside a body, and no part of it
    return may_be_genitive(view, right.start) and words.form[right.start] not in word_list("media")


def _with_kind(view: View, name: Found, taken: set[int]) -> Found:
    """A name from the kind of body before it on: «прокуратура Москвы»."""
    words, i = view.words, name.start - 1
    if name.label == "PER" or i < 0 or words.par[i] != words.par[name.start] or i in taken:
        return name
    if words.lemma[i] not in kinds_of_bodies() - _SELDOM or not may_be_genitive(view, name.start):
        return name
    if _is_one_of_several(view, i, name.end) or _is_told_apart(view, i) or _is_no_owner(view, i, name):
        return name
    return Found(_with_adjectives(view, i), name.end, "ORG")


def _is_one_of_several(view: View, kind: int, end: int) -> bool:
    """«одна из |палат| Думы», «|власти| Залесья и Вестрии»: several bodies, or those of several places, have no name together.

    «|Власти| Залесья», «|спецслужбы| Залесья» and «|пресс-службы| порта» are named so; of one «орган власти» they are no body.
    """
    words = view.words
    several = words.feat(kind, "Number") == "Plur"
    if words.lemma[kind] not in _ALSO_SEVERAL:
        return several
    listed = words.lower[end : end + 1] == ["и"] and words.form[end + 1 : end + 2] != []
    return words.lemma[kind] == "власть" and not several or listed and words.form[end + 1].istitle()


def _is_told_apart(view: View, kind: int) -> bool:
    """«арабское |отделение| института», «независимая |комиссия| ВАДА»: with a small adjective of its own, which no name begins with."""
    words, before = view.words, kind - 1
    beside = before >= 0 and words.sent[before] == words.sent[kind] and words.head[before] == kind
    return beside and words.form[before].islower() and words.dep[before] == "amod"


def _is_no_owner(view: View, kind: int, name: Found) -> bool:
    """«союз |STEM|», «управление |страной|», «органы управления |ВКС|»: behind the kind stands its own name, or what is led."""
    words, latin = view.words, view.words.form[name.start].isascii()
    if words.lemma[kind] in _WITH_NAMES:
        return latin
    led = latin or name.label == "LOC" or kind > 0 and words.lemma[kind - 1] in ("орган", "участие")
    return words.lemma[kind] == "управление" and led


def _with_adjectives(view: View, i: int) -> int:
    """Where the adjectives in a capital before a kind begin: «Генеральная прокуратура»."""
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


def _with_part(view: View, name: Found) -> Found:
    """Over the noun of a part before an acronym that is told apart by a sphere."""
    words, part = view.words, name.start - 1
    told = name.label == "ORG" and name.end - name.start > 2 and words.lower[name.start + 1] == "по"
    if not told or part < 0 or words.sent[part] != words.sent[name.start]:
        return name
    own = words.form[name.start].isupper() and words.lemma[part] in word_list("spheres")
    return Found(part, name.end, "ORG") if own and words.feat(part, "Number") != "Plur" else name


def _dedicates(between: list[str]) -> bool:
    """«имени», «им.», and initials that the network has left out: «имени М. В. |Фрунзе»."""
    if between[:1] not in (["имени"], ["им"], ["им."]):
        return False
    return all(form == "." or len(form) == 1 and form.isalpha() for form in between[1:])


def _strays(view: View, name: Found) -> bool:
    """Whether the last word is a plain noun, in no case of the name's, and depends on nothing in it.

    Or an informant: «близкие к |Кремлю| источники» are no part of it.
    """
    words, last = view.words, name.end - 1
    if name.start < last and words.form[last].islower() and words.lemma[last] in _INFORMANTS:
        return True
    if name.label == "PER" or name.end - name.start < _LONG or words.pos[last - 1] not in ("NOUN", "PROPN"):
        return False
    case, inside = words.feat(last, "Case"), range(name.start, last)
    plain = words.pos[last] == "NOUN" and words.form[last].islower() and words.form[last].isalpha()
    own = case not in ("", "Gen") and case not in {words.feat(i, "Case") for i in inside}
    return plain and own and words.head[last] not in inside and words.head[last] != last

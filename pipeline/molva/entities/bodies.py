"""Names of bodies, with all that belongs to them and nothing else: their kind, place, sphere and patron."""

import re
from collections.abc import Callable

from molva.entities.cuts import trimmed
from molva.entities.dictionary import adjective_readings
from molva.entities.lexicon import word_list
from molva.entities.phrases import modifier_readings
from molva.entities.view import Found, View, may_be_genitive
from molva.words import Words

_OPENING, _CLOSING = "«„“\"'(‹", "»”“\"')›"
_WIKI = ["'", "'"]
_WIKI_WORDS = 6
_LONG = 3  # words of a name that a noun of the sentence may have been taken into
_OFFICE = 5  # words of «в пресс-службе губернатора и» before the body it serves too
_CITED = 4  # words from a verb of citing over who is cited
CITING = frozenset("цитировать процитировать приводить привести передавать".split())
# of a state or a town, so that no medium has one: «в полиции |РБК сообщили»
_NO_MEDIUMS = frozenset(
    "администрация больница госпиталь дума министерство мэрия орган парламент полиция посольство правительство "
    "префектура прокуратура сенат суд аэропорт".split()
)
_NETWORKS = frozenset("telegram twitter facebook instagram youtube tiktok".split())
_PAGES = ("канал", "аккаунт", "страниц")  # «Telegram-|каналу|», in every case
_TALKS = frozenset({"беседа", "разговор"})
_STATE = re.compile(r"(?:Мин|Рос|Гос)[а-яё]{3,}")  # «Минтранс», «Росавиация»
_PATRON = 7  # words of «имени М. В. Фрунзе»


def has_no_medium(words: Words, head: int) -> bool:
    """«в |полиции| РБК сообщили», «в экстренных |службах| ТАСС рассказали»: a body that belongs to no medium."""
    services = words.lemma[head] == "служба" and words.feat(head, "Number") == "Plur"
    return services or words.lemma[head] in _NO_MEDIUMS


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
    """«посольство |США», «прокуратура |Москвы», «пресс-служба |МВД»: the kind opens the name."""
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


def legal_form(view: View) -> list[Found]:
    """«подведомственное |Роскомнадзору |ООО «Стебель»»: with its legal form a second name begins."""
    cut = []
    for name in view.found:
        inside = range(name.start + 1, name.end - 1)
        at = next((i for i in inside if name.label == "ORG" and _legal(view, i)), name.end)
        cut += [Found(name.start, at, name.label), Found(at, name.end, name.label)]
    return cut


def medium_told(view: View) -> list[Found]:
    """«В администрации Быстринска |РБК| сообщили»: whom a body has told something is no part of its name.

    Nor is a name in marks and in the dative: «в администрации района |«Бакену»| сообщили»; nor who is told
    before the speaker: «сообщила |ТАСС| пресс-служба порта», «объяснил |РБК| Зуев»; nor who cites: «приводит
    слова главы палаты |РИА Новости|».
    """
    cut = []
    for name in view.found:
        if name.label == "ORG" and (behind := _told_first(view, name)):
            label = "PER" if _is_surname(view, behind) else "ORG"
            cut += [Found(name.start, behind, "ORG"), Found(behind, name.end, label)]
            continue
        if name.label == "ORG" and (citing := _cites(view, name)):
            cut += [Found(name.start, citing, "ORG"), Found(citing, name.end, "ORG")]
            continue
        body = name.label == "ORG" and _may_hold_body(view, name) and _several_tell(view, name)
        told = _told(view, name) if body else name.end
        cut += [Found(name.start, told, name.label), trimmed(view, Found(told, name.end, name.label))]
    return cut


def written_on(view: View) -> list[Found]:
    """«— сообщила в Telegram |пресс-служба порта|»: where somebody has written is no part of who it is.

    Nor is a page, which its owner has: «в Telegram-канале |городской администрации|».
    """
    words, cut = view.words, []
    for name in view.found:
        body = name.start + 1
        if name.label == "ORG" and (_opens_with_page(view, name) or _opens_with_network(view, name)):
            cut.append(trimmed(view, Found(body, name.end, "ORG")))
            continue
        parted = name.label == "ORG" and body < name.end and _is_where(view, name.start)
        parted = parted and words.pos[body] == "NOUN" and words.form[body].islower()
        cut.append(Found(body, name.end, "ORG") if parted and words.feat(body, "Case") == "Nom" else name)
    return cut


def _is_where(view: View, i: int) -> bool:
    """«в |Telegram|», «в своём |Telegram-канале|», «в соцсети |X|»: a Latin word under «в», right behind it or its noun."""
    words, before = view.words, i - 1
    if before > 0 and (words.pos[before] in ("DET", "ADJ") or words.feat(before, "Case") == "Loc"):
        before -= 1
    return before >= 0 and words.form[i][:1].isascii() and words.lower[before] in ("в", "во", "на")


def _opens_with_page(view: View, name: Found) -> bool:
    """«|Telegram-канал| городской администрации», «|Telegram-канал| Mash»: Latin, and behind it whose it is, its name or nothing."""
    net, hyphen, page = view.words.lower[name.start].partition("-")
    if not (hyphen and net.isascii() and net.isalpha() and page.startswith(_PAGES)):
        return False
    behind = name.start + 1
    small = behind < name.end and view.words.form[behind].islower()
    return not small or view.words.feat(behind, "Case") == "Gen"


def _opens_with_network(view: View, name: Found) -> bool:
    """«в |Telegram| правительства края»: a network's page, and behind it in the genitive whose it is."""
    words, behind = view.words, name.start + 1
    network = words.lower[name.start] in _NETWORKS and _is_where(view, name.start)
    return network and behind < name.end and words.feat(behind, "Case") == "Gen"


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
    if words.head[right.start] in range(left.start, left.end):
        return True
    # «в пресс-службе Росавиации РБК сообщили»: a medium beside a body, and no part of it
    return may_be_genitive(view, right.start) and words.form[right.start] not in word_list("media")


def _with_kind(view: View, name: Found, taken: set[int]) -> Found:
    """A name from the kind of body before it on: «прокуратура Москвы»."""
    words, i = view.words, name.start - 1
    if name.label == "PER" or i < 0 or words.par[i] != words.par[name.start] or i in taken:
        return name
    if words.lemma[i] not in word_list("bodies") or not may_be_genitive(view, name.start):
        return name
    return Found(_with_adjectives(view, i), name.end, "ORG")


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


def _legal(view: View, i: int) -> bool:
    """A legal form before a mark; «ВТБ ПАО» has it at the end."""
    return view.words.form[i] in word_list("legal_forms") and view.words.form[i + 1] in _OPENING


def _may_hold_body(view: View, name: Found) -> bool:
    """Whether a name has a body's own before its last word: «администрация Быстринска РБК», «Минцифры РБК»."""
    size, first = name.end - name.start, view.words.form[name.start]
    named = size == 2 and first[:1].isupper() and first not in word_list("media")
    return size > 2 or named or size == 2 and has_no_medium(view.words, name.start)


def _told_first(view: View, name: Found) -> int:
    """Where behind a medium and right after a verb the one begins who has told it something, or 0."""
    words, first = view.words, name.start
    before = first - 1 - (words.lemma[first - 1] in word_list("kinds_of_names") | {"радио"})
    listed = words.form[first] in word_list("media") or before == first - 2 and words.form[first].isascii()
    if before < 0 or not (listed or words.form[first].isascii()) or not _tells(view, before):
        return 0
    zone = (
        first + 2 if words.form[first + 1 : first + 2] == ["."] else first
    )  # «сообщил порталу stvor.ru |Зуев|»
    behind = zone + 1 + (words.form[first] == "РИА")
    if behind >= name.end:
        return 0
    if _STATE.fullmatch(words.form[behind]) or words.form[behind] in word_list("authorities"):
        return behind
    noun = behind
    while noun < name.end - 1 and words.pos[noun] == "ADJ" and words.form[noun].islower():
        noun += 1  # «сообщило ТАСС |областное| управление»
    if words.feat(noun, "Case") != "Nom":
        return 0
    common = words.pos[noun] == "NOUN" and (words.form[noun].islower() or _is_body(words, noun))
    surname = listed and _is_surname(view, behind) and behind == name.end - 1
    return behind if common and not words.form[noun].isascii() or surname else 0


def _is_body(words: Words, i: int) -> bool:
    """«сообщило BNS |Министерство| обороны»: the noun of a body that has no medium."""
    return words.lemma[i] in _NO_MEDIUMS


def _is_surname(view: View, i: int) -> bool:
    return view.words.pos[i] == "PROPN" and view.words.feat(i, "Animacy") == "Anim"


def _tells(view: View, i: int) -> bool:
    """A finite verb, or the talk behind one: «|сообщила| РБК», «|сообщила в беседе с| РБК»."""
    words = view.words
    if words.lower[i] == "с" and i > 2 and words.lemma[i - 1] in _TALKS and words.lower[i - 2] == "в":
        i -= 3
    return words.feat(i, "VerbForm") == "Fin"


def _cites(view: View, name: Found) -> int:
    """Where a medium begins that closes the name of a body, behind a verb of citing, or 0."""
    words, inside = view.words, range(name.start + 1, name.end)
    if CITING.isdisjoint(words.lemma[max(name.start - _CITED, 0) : name.start]):
        return 0
    if words.form[name.start] in ("ИА", "РИА"):
        return 0  # «передаёт ИА «Регнум»»: a kind, and no body that is cited
    return next((i for i in inside if words.form[i] in word_list("media")), 0)


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
    """Whether «в» stands before the name, or its office («в пресс-службе края и»), and the verb of several behind it.

    An adverb may stand between: «в пресс-службе порта РБК |позже| сообщили».
    """
    words, last = view.words, name.end - 1
    verb = name.end + (words.pos[name.end : name.end + 1] == ["ADV"])
    behind = verb < len(words) and words.feat(verb, "Number") == "Plur"
    before = name.start - 1
    while before > max(name.start - _OFFICE, 0) and (
        words.lower[before] == "и" or words.pos[before] in ("NOUN", "PROPN", "ADJ")
    ):
        before -= 1
    where = before >= 0 and words.lower[before] in ("в", "во")
    return where and behind and words.pos[verb] == "VERB" and words.sent[verb] == words.sent[last]


def _strays(view: View, name: Found) -> bool:
    """Whether the last word is a plain noun, in no case of the name's, and depends on nothing in it."""
    words, last = view.words, name.end - 1
    if name.label == "PER" or name.end - name.start < _LONG or words.pos[last - 1] not in ("NOUN", "PROPN"):
        return False
    case, inside = words.feat(last, "Case"), range(name.start, last)
    plain = words.pos[last] == "NOUN" and words.form[last].islower() and words.form[last].isalpha()
    own = case not in ("", "Gen") and case not in {words.feat(i, "Case") for i in inside}
    return plain and own and words.head[last] not in inside and words.head[last] != last

"""A body's name and another's beside it, which the network took for one: «в мэрии Залесья |РБК| сообщили».

The other is a medium that has been told something or that cites, the page that it was written on, or the
owner of the first.
"""

import re

from molva.entities.cuts import trimmed
from molva.entities.lexicon import word_list
from molva.entities.view import Found, View
from molva.lexicon.lists import shared_list
from molva.lexicon.nouns import bodies
from molva.lexicon.surnames import ends_as_womans
from molva.words import Words

_OPENING, _CLOSING = "«„“\"'(‹", "»”“\"')›"
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
_TALK = 4  # words of «сказала в беседе с»
_ADDRESS = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,4}", re.IGNORECASE)
_LONGEST_ADDRESS = 5  # words of it: «E|1|.|RU»
_STATE = re.compile(r"(?:Мин|Рос|Гос)[а-яё]{3,}")  # «Минтранс», «Росавиация»


def legal_form(view: View) -> list[Found]:
    """«подведомственное |Роскомнадзору |ООО «Стебель»»: with its legal form a second name begins.

    Not so behind a common noun, which it belongs to: «совет директоров |ОАО «Стебель»|».
    """
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


def behind_letters(view: View) -> list[Found]:
    """«После встречи с НАТО |министерство| ждёт»: behind a preposition or a noun letters show no case, and a noun in the nominative opens a name."""
    words, cut = view.words, list[Found]()
    for name in view.found:
        first, noun = name.start, name.start + 1
        letters = name.label == "ORG" and noun < name.end and len(words.form[first]) > 2
        letters = letters and words.form[first].isalpha() and words.form[first].isupper()
        joined = letters and first > 0 and words.pos[first - 1] in ("ADP", "CCONJ", "NOUN")
        parted = joined and words.lemma[noun] in bodies() and words.form[noun].islower()
        if parted and words.feat(noun, "Case") in ("Nom", "Acc") and words.may_be_nominative(noun):
            cut += [Found(first, noun, "ORG"), Found(noun, name.end, "ORG")]
        else:
            cut.append(name)
    return cut


def has_no_medium(words: Words, head: int) -> bool:
    """«в |полиции| РБК сообщили», «в экстренных |службах| ТАСС рассказали»: a body that belongs to no medium."""
    services = words.lemma[head] == "служба" and words.feat(head, "Number") == "Plur"
    return services or words.lemma[head] in _NO_MEDIUMS


def is_site(words: Words, start: int, end: int) -> bool:
    """Whether words are the address of a site: «74.RU», «kmtv.ru»."""
    return _ADDRESS.fullmatch(words.text, words.start[start], words.end[end - 1]) is not None


def _is_where(view: View, i: int) -> bool:
    """«в |Telegram|», «в своём |Telegram-канале|», «в соцсети |X|»: a Latin word under «в», right behind it or its noun."""
    words, before = view.words, i - 1
    if before > 0 and (words.pos[before] in ("DET", "ADJ") or words.feat(before, "Case") == "Loc"):
        before -= 1
    return before >= 0 and words.form[i][:1].isascii() and words.lower[before] in ("в", "во", "на")


def _opens_with_page(view: View, name: Found) -> bool:
    """«|Telegram-канал| городской администрации», «|телеграм-канал| Mash»: behind it stands whose it is, its name or nothing."""
    net, hyphen, page = view.words.lower[name.start].partition("-")
    behind = name.start + 1
    if not (hyphen and net.isalpha() and page.startswith(_PAGES)):
        return False
    if not net.isascii() and view.words.form[behind : behind + 1] == ["«"]:
        return False  # «телеграм-канал «Ялуга решает»»: all of it is a name
    small = behind < name.end and view.words.form[behind].islower()
    return not small or view.words.feat(behind, "Case") == "Gen"


def _opens_with_network(view: View, name: Found) -> bool:
    """«в |Telegram| правительства края»: a network's page, and behind it in the genitive whose it is."""
    words, behind = view.words, name.start + 1
    network = words.lower[name.start] in _NETWORKS and _is_where(view, name.start)
    return network and behind < name.end and words.feat(behind, "Case") == "Gen"


def _legal(view: View, i: int) -> bool:
    """A legal form before a mark; «ВТБ ПАО» has it at the end."""
    form = view.words.form
    own = not (form[i - 1].islower() and form[i - 1].isalpha())
    return own and form[i] in word_list("legal_forms") and form[i + 1] in _OPENING


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
    behind = _behind_medium(view, name)
    if behind >= name.end:
        return 0
    if _STATE.fullmatch(words.form[behind]) or words.form[behind] in word_list("authorities"):
        return behind
    alone = behind == name.end - 1
    if alone and _is_woman_told_of(view, behind, before):
        return behind
    noun = _over_adjectives(view, behind, name)
    if words.feat(noun, "Case") != "Nom":
        return 0
    surname = listed and alone and _is_surname(view, behind)
    return behind if _is_common(view, noun) or surname else 0


def _behind_medium(view: View, name: Found) -> int:
    """«сообщил порталу stvor.ru |Зуев|», «сообщила Bakan Post |Лукина|»: behind the words of a medium's own name."""
    words, first = view.words, name.start
    zone = first + 2 if words.form[first + 1 : first + 2] == ["."] else first
    behind = zone + 1 + (words.form[first] == "РИА")
    while behind < name.end - 1 and words.form[behind].isascii() and words.form[behind].isalpha():
        behind += 1
    return behind


def _over_adjectives(view: View, i: int, name: Found) -> int:
    """«сообщило ТАСС областное |управление|»: the noun that adjectives in small letters lead to."""
    words = view.words
    while i < name.end - 1 and words.pos[i] == "ADJ" and words.form[i].islower():
        i += 1
    return i


def _is_common(view: View, noun: int) -> bool:
    """«сообщило ТАСС |управление|», «сообщило ТАСС |МЧС|»: a common noun, or that of a body."""
    words = view.words
    common = words.pos[noun] == "NOUN" and (words.form[noun].islower() or _is_body(words, noun))
    return common and not words.form[noun].isascii()


def _is_woman_told_of(view: View, i: int, verb: int) -> bool:
    """«рассказала Bakannews |Лукина|»: behind a woman's verb the surname of somebody whom the text names elsewhere."""
    words, stem = view.words, view.words.lower[i][:-1]
    told = next(
        (k for k in range(verb, max(verb - _TALK, -1), -1) if words.feat(k, "VerbForm") == "Fin"), verb
    )
    if words.feat(told, "Gender") != "Fem" or not ends_as_womans(words.lower[i]):
        return False
    people = (name for name in view.found if name.label == "PER" and name.end <= i)
    return any(words.lower[name.end - 1].startswith(stem) for name in people)


def _is_body(words: Words, i: int) -> bool:
    """«сообщило BNS |Министерство| обороны»: the noun of a body that has no medium."""
    return words.lemma[i] in _NO_MEDIUMS


def _is_surname(view: View, i: int) -> bool:
    return view.words.pos[i] == "PROPN" and view.words.feat(i, "Animacy") == "Anim"


def _tells(view: View, i: int) -> bool:
    """A finite verb, whoever hears for a medium, or a talk: «|сообщила| РБК», «|корреспонденту| РБК», «|в беседе с| РБК», «|в эфире| РБК»."""
    words = view.words
    if words.feat(i, "Case") == "Dat" and words.lower[i] in {"корреспонденту", "журналисту"}:
        i -= 1
    noun = i - (words.lower[i] in {"с", "со", "для"})
    talk = noun > 0 and words.lemma[noun] in shared_list("talks") and words.lower[noun - 1] in {"в", "во"}
    return talk or words.feat(i, "VerbForm") == "Fin"


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
    if site := _site_at_end(words, name):
        return site
    if words.form[last] in word_list("media") and words.lemma[last - 1] not in word_list("kinds_of_names"):
        return last
    opening = last - 2
    marked = opening > name.start and words.form[opening] in _OPENING and words.form[last] in _CLOSING
    form = words.lower[last - 1]
    dative = (
        words.feat(last - 1, "Case") == "Dat" or form[-1] in "уюе" and form != words.lemma[last - 1].lower()
    )
    return opening if marked and dative else name.end


def _site_at_end(words: Words, name: Found) -> int:
    """«в полиции |74.RU| сообщили», «в минздраве края |E1.RU| сообщили»: where a site begins behind a body that is no site's, or 0."""
    near = range(max(name.start + 1, name.end - _LONGEST_ADDRESS), name.end - 1)
    first = next((i for i in near if is_site(words, i, name.end)), 0)
    owned = first > name.start + 1 or has_no_medium(words, name.start)
    return first if owned and words.lemma[first - 1] not in word_list("kinds_of_names") else 0


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

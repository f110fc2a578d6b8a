"""What a name names: a person, a place, or nothing at all."""

import re

from molva.entities.cuts import LETTER
from molva.entities.dictionary import SURE, is_common, person_readings
from molva.entities.lexicon import word_list
from molva.entities.people import word_readings
from molva.entities.small_letters import opens
from molva.entities.view import Found, View
from molva.grammar.numerals import MONTHS
from molva.grammar.tags import HALF_LATIN, OFFICERS
from molva.lexicon.analyses import analyses_of, is_known
from molva.lexicon.callings import is_made_for_callings
from molva.lexicon.folding import fold
from molva.lexicon.nouns import KIN, opens_with_firm, roles
from molva.lexicon.womens import is_womans
from molva.words import Words

_NICKNAMES = frozenset({"ник", "никнейм", "псевдоним"})
# who goes on stage, or on air, alone and under a name of his own choice; a «солист» and a «музыкант» have a band's
_ALONE = frozenset(
    "певец певица рэпер репер рэперша диджей блогер блогерша видеоблогер стример тиктокер комик".split()
)
_MANS_SURNAME = re.compile(r"[А-ЯЁ][а-яё]{2,}(?:[оеё]в|[иы]н)")
_CHANNEL = re.compile(r"[a-zа-яё]+-канал(?:а|у|е|ом|ы|ов|ах)?")
# «Его Преосвященство», «Её Величество»: how somebody is addressed
_HONORIFIC = re.compile(r"(?:высоко)?преосвященств.{1,2}|святейшеств.{1,2}|величеств.{1,2}|высочеств.{1,2}")


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
        if person and opens(view.words, start) and not _is_told_of(view, name):
            start += _is_word(view, start) or _is_one(view, name)
        kept.append(Found(start, name.end, name.label))
    return kept


def _is_told_of(view: View, name: Found) -> bool:
    """«|Изюмов| вошёл», below «Глеба Изюмова»: a word that has a nominative with another person's surname in common."""
    if name.label != "PER" or name.end - name.start > 1:
        return False
    own = _nominatives(view, name.start)
    full = (n for n in view.found if n.label == "PER" and n.end - n.start > 1)
    return any(own & _nominatives(view, n.end - 1) for n in full)


def _nominatives(view: View, i: int) -> set[str]:
    """What a word may be the form of, as a surname."""
    return {r.nominative for r in word_readings(view.words.lower[i]) if r.number != "Plur"}


def drop_junk(view: View) -> list[Found]:
    """«А», «—», «🔴», «12», «ТГ-канал», «HR-директор»: a name has a word in it, and more than a kind of medium or a post."""
    return [
        name
        for name in view.found
        if _has_word(view, name) and not _is_channel(view, name) and not _is_post(view, name)
    ]


def _is_post(view: View, name: Found) -> bool:
    """«|GR-директор| верфи», «|CEO| верфи»: what somebody is, with the letters of what he is busy with."""
    words, head = view.words, name.start
    alone = name.end - head == 1 and words.pos[head] == "NOUN" and words.feat(head, "Animacy") == "Anim"
    return alone and (words.form[head] in OFFICERS or HALF_LATIN.fullmatch(words.form[head]) is not None)


def _is_channel(view: View, name: Found) -> bool:
    """«|ТГ-канал| «Ялуга»»: the capitals are those of a network."""
    return name.end - name.start == 1 and _CHANNEL.fullmatch(view.words.lower[name.start]) is not None


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
        and not _heads_place(words, name.start - 1)
        else name
        for name in view.found
    ]


def _heads_place(words: Words, kind: int) -> bool:
    """«мэр |города| Зуев рад», «родной |город| Зуева»: the place is of him whose post is told, or it is his own."""
    before = kind - 1
    if before < 0 or words.sent[before] != words.sent[kind]:
        return False
    posted = words.feat(kind, "Case") == "Gen" and words.feat(kind + 1, "Case") == "Nom"
    own = words.lemma[before] in ("родной", "любимый")
    return own or posted and words.feat(before, "Animacy") == "Anim" and words.pos[before] == "NOUN"


def surname_behind_title(view: View) -> list[Found]:
    """«Губернатор |Паромкин| рад», «ждёт кассир |Зуев|»: a Russian surname in the nominative right behind what somebody is, and no town's name."""
    people = {tuple(view.form(name)) for name in view.found if name.label == "PER"}
    return [
        Found(name.start, name.end, "PER")
        if name.label != "PER" and _is_titled(view.words, name, known=tuple(view.form(name)) in people)
        else name
        for name in view.found
    ]


def _is_titled(words: Words, name: Found, *, known: bool) -> bool:
    """«кассир |Зуев|», «губернатор |Паромкин|»: one word that ends as men's surnames do, and no known place, behind a title in the nominative.

    Or one that is a person's elsewhere in the text, where it is ``known``: «корреспондент |Штольц|».
    """
    title, form = name.start - 1, words.form[name.start]
    mans = form.istitle() if known else _MANS_SURNAME.fullmatch(form)
    if title < 0 or name.end - name.start > 1 or not mans:
        return False
    if words.par[title] != words.par[name.start] or not _may_be_mans_title(words, title):
        return False
    return not any("Geox" in a.grammemes and a.known for a in analyses_of(words.lower[name.start]))


def _may_be_mans_title(words: Words, i: int) -> bool:
    """«|кассир| Зуев», «|губернатор|»; but «кассирша», «брат», «кассиры»: what one man is, in the nominative, and no kin."""
    noun = roles().get(words.lemma[i])
    if noun is None or noun.gender == "Fem" or KIN in noun.broader:
        return False
    return words.feat(i, "Case") == "Nom" and words.feat(i, "Number") == "Sing"


def dateline(view: View) -> list[Found]:
    """«|Порохов|. 12 мая. ТАСС – Мост открыт»: where a report comes from is a place."""
    return [
        Found(name.start, name.end, "LOC") if name.label == "PER" and _dated(view, name) else name
        for name in view.found
    ]


def nickname(view: View) -> list[Found]:
    """«Блогер под ником |GreenGarden|», «певица |The Rose|»: whoever hides behind a nickname is a person, all through the text."""
    hidden = {tuple(view.form(name)) for name in view.found if name.start and _is_hidden(view, name)}
    return [
        Found(name.start, name.end, "PER") if tuple(view.form(name)) in hidden else name
        for name in view.found
    ]


def _is_hidden(view: View, name: Found) -> bool:
    """«под ником |GreenGarden|», «рэпер |Big Dog|»: a nickname, or a name that is not Russian behind who performs alone."""
    words, before = view.words, name.start - 1
    if words.lemma[before] in _NICKNAMES:
        return before > 0 and words.lower[before - 1] == "под"
    alone = words.lemma[before] in _ALONE and words.feat(before, "Number") == "Sing"
    return alone and words.sent[before] == words.sent[name.start] and words.form[name.start].isascii()


def honorific(view: View) -> list[Found]:
    """«Его |Преосвященству| сослужили»: how somebody is addressed is no name of his."""
    lower = view.words.lower
    return [
        name
        for name in view.found
        if name.end - name.start > 1 or not _HONORIFIC.fullmatch(lower[name.start])
    ]


def named_thing(view: View) -> list[Found]:
    """«по улице |Луговой|», «площадь |Широкая|»: an adjective that tells which street it is, and nobody's surname.

    Whose name a street bears («на улице |Петра Гурова|») is named there all the same.
    """
    return [name for name in view.found if name.label != "PER" or not _is_of_a_thing(view, name)]


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
    taken = view.covered()
    alone = [
        Found(i, i + 1, "PER")
        for i, form in enumerate(words.form)
        if i not in taken and words.lemma[i] in surnames and form[:1].isupper() and len(form) > 2
    ]
    return [*view.found, *alone]


def _dated(view: View, name: Found) -> bool:
    """Whether a lone word opens a line, and behind a full stop a day and its month follow."""
    words, at = view.words, name.end
    alone = name.end - name.start == 1 and (
        name.start == 0 or words.par[name.start - 1] != words.par[name.start]
    )
    day = words.form[at : at + 1] == ["."] and "".join(words.form[at + 1 : at + 2]).isdigit()
    return alone and day and not MONTHS.isdisjoint(words.lower[at + 2 : at + 3])


def _is_word(view: View, i: int) -> bool:
    """Маск and Дзюба are in the dictionary as words too: the tagger must see no proper name.

    A letter is an initial («В. Орехов»), though «в» and «ж» are words, and «Фон дер Гросс» is a surname. A title that
    is nobody's surname is a word, whatever the tagger sees: «Архипастырь»; and so is what a woman does: «Наставница»,
    kin («Невестка Зуева» is his), and a double noun for a body: «Фирма-застройщик».
    """
    word = view.words.lower[i]
    if opens_with_firm(word) and is_known(word.rpartition("-")[2]):
        return True
    kin = (noun := roles().get(fold(word))) is not None and KIN in noun.broader
    title = (kin or word in word_list("titles") or is_womans(word)) and not _is_surname(word)
    return (
        len(word) > 1
        and (is_common(word) and view.words.pos[i] != "PROPN" or title)
        and word not in word_list("particles")
        and not _like_short_form(view, i)
    )


def _is_one(view: View, name: Found) -> bool:
    """«|Завхоз| сказал», «|Паромщик| ждал», «|Профлидер| ушёл»: a lone word for what somebody is, whatever the tagger sees."""
    word, alone = view.words.lower[name.start], name.end - name.start == 1
    if not alone or view.words.feat(name.start, "Case") != "Nom" or _is_surname(word):
        return False
    return fold(word) in roles() or is_common(word) and is_made_for_callings(word)


def _is_surname(word: str) -> bool:
    """Whether the dictionary has a word as a name of people."""
    return any(r.cost < SURE for r in person_readings(word))


def _like_short_form(view: View, i: int) -> bool:
    """«|Ясенев| заявил»: the dictionary has a short form of «ясеневый», but as a subject it is the surname of a man."""
    adjectives = analyses_of(view.words.lower[i])
    short = all(a.pos == "ADJS" and a.lemma.endswith(("овый", "евый")) for a in adjectives)
    return short and view.words.dep[i] == "nsubj"


def _people(view: View, i: int) -> bool:
    """«Туристам»: the tagger sees somebody."""
    return view.words.feat(i, "Animacy") == "Anim"


def _has_word(view: View, name: Found) -> bool:
    """Whether a name has two letters, a person's a capital besides; «Ъ» is a newspaper, and «G7» and «U2» are bodies."""
    forms = view.form(name)
    if name.label == "ORG" and len(forms) == 2 and forms[0].isalpha() and forms[1].isdigit():
        return True
    letters = "".join(form for form in forms if LETTER.search(form))
    if name.label == "PER":
        return len(letters) > 1 and any(form[:1].isupper() or not form.isascii() for form in forms)
    return len(letters) > 1 or letters == "Ъ"


def _is_of_a_thing(view: View, name: Found) -> bool:
    """Whether one word stands right behind the noun of a street and agrees with it."""
    words, thing = view.words, name.start - 1
    alone = name.end - name.start == 1 and thing >= 0 and words.sent[thing] == words.sent[name.start]
    named = alone and words.lemma[thing] in word_list("named_things")
    return named and _is_its_adjective(view, thing, name.start) and not _has_name_of_its_own(view, thing)


def _is_its_adjective(view: View, thing: int, name: int) -> bool:
    """«по улице |Луговой|», «улица |Широкая|»: an adjective of her gender in her case, though «Луговой» is a man's surname too."""
    words = view.words
    feminine = words.feat(thing, "Gender") == "Fem" and words.feat(thing, "Number") == "Sing"
    ending = {"Nom": ("ая", "яя"), "Acc": ()}.get(words.feat(thing, "Case"), ("ой", "ей"))
    return feminine and words.lower[name].endswith(ending)


def _has_name_of_its_own(view: View, thing: int) -> bool:
    """«епископа |Озёрной православной| церкви Клима Зуева»: a church with a name is not named after him."""
    words, first = view.words, view.words.sentence(thing)[0]
    adjectives = thing
    while adjectives > first + 1 and words.pos[adjectives - 1] == "ADJ":
        adjectives -= 1
    return any(form[:1].isupper() for form in words.form[adjectives:thing])

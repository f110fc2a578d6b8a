"""The nominative normal form of a name or a description, in its text or out of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from molva.entities.agreement import Support, Tagged
from molva.entities.cases import barred, confirmed, shown_gender
from molva.entities.evidence import bearers, head_support, person_support, unchanging
from molva.entities.lexicon import word_list
from molva.entities.people import is_given, nominative_person, read_person
from molva.entities.phrases import (
    find_head,
    head_readings,
    is_oblique,
    labelled_readings,
    nominative_words,
)
from molva.entities.small_letters import without_capital
from molva.entities.spelling import one_script
from molva.entities.view import Found
from molva.lexicon.analyses import analyses_of, is_known
from molva.tokens.razdel import token_edges
from molva.words import Words

_OF_MAN = re.compile(r".{2,}(?:[оеё]в|[иы]н)(?:а|у|ым|е)")
_OPENING = frozenset("«\"“„”'(")
_MOST = frozenset(("сам", "самый"))
_CLOSING = frozenset("»\"”“'")
_LISTED = 8  # words of a name in marks before another
_OF_SOMEBODY = frozenset("сайт администрация прокуратура суд управление".split())  # «на сайте «Маяка»»
# Kinds of bodies whose name in marks stands in the nominative, besides those whose name needs no marks
_MORE_KINDS = frozenset(
    "предприятие магазин супермаркет отель гостиница ресторан кафе бар команда ансамбль объединение общество агрофирма "
    "совхоз колхоз санаторий лагерь концерн сеть студия партия движение".split()
)
_OF_MANY = Tagged(cases=("Gen",), numbers=("Plur",))


def normal_names(words: Words, names: Sequence[Found]) -> list[str]:
    """The normal form of each name of a document; the names of the document support each other."""
    people = [name for name in names if name.label == "PER"]
    votes = {name: _person_votes(words, name) for name in people}
    borne = _support(words, people, votes)
    others = {label: head_support(_heads(words, names, label)) for label in ("ORG", "LOC")}
    return [
        _person(words, name, votes[name], borne)
        if name.label == "PER"
        else without_capital(words, name, _thing(words, name, others[name.label]))
        for name in names
    ]


def _support(words: Words, names: Sequence[Found], votes: Mapping[Found, Tagged]) -> Support:
    """What the people of a document tell of each other's names.

    First by their forms, then by how those are read whose verb shows a gender, and by the full names:
    «уточнил Громов» tells that «встретили Валерия Громова» is about a man, and «заявил Оскар Майта» that
    «Майта отметил» is about no Майт.
    """
    forms = [words.form[name.start : name.end] for name in names]
    told: Support = {**unchanging(words, names), **person_support(forms)}
    full = [name for name in names if name.end - name.start > 1]
    shown = [name for name in names if votes[name].shown]
    for telling in (
        [name for name in full if votes[name].shown],
        [name for name in shown if name.end - name.start == 1],
        [name for name in full if not votes[name].shown],
    ):
        told = _both(
            told, bearers([read_person(words.form[n.start : n.end], votes[n], told) for n in telling])
        )
    return told


def _both(one: Support, other: Support) -> Support:
    return {key: one.get(key, 0.0) + other.get(key, 0.0) for key in {*one, *other}}


def normal_text(text: str, label: str, *, case: str = "", gender: str = "") -> str:
    """The normal form of a name without its text; ``case`` and ``gender`` are UD values if known.

    A form that is nominative of one name and genitive of another («Лаврова») stays as it is.
    """
    edges = token_edges(text)
    forms = [text[start:end] for start, end in edges]
    gaps = [" " if end < start else "" for (_, end), (start, _) in pairwise(edges)]
    votes = Tagged((case,) * bool(case), (gender,) * bool(gender))
    if label == "PER":
        return _joined(nominative_person(forms, votes), gaps)
    if own := _own_name(forms):
        return _joined(forms[own], gaps[own.start : own.stop - 1])
    head, modifiers = find_head(forms)
    return _joined(nominative_words(forms, head, modifiers, votes, label=label), gaps)


def nominative_phrase(words: Words, head: int, start: int, end: int) -> str:
    """The nominative of the description [start, end) whose head noun is word ``head``.

    «представителем полиции» → «представитель полиции»; «главы российской дипмиссии» → «глава
    российской дипмиссии»; nouns joined to the head change with it («следователей и экспертов»).
    """
    start += _counted_with_others(words, start, head, end)
    forms = words.form[start:end]
    for noun in (head, *_joined_nouns(words, head, start, end)):
        modifiers = [i - start for i in _modifiers(words, noun, start, end)]
        feats = words.feats[noun]
        gender = _of_several(words, noun, end) or feats.get("Gender")
        told = feats.get("Case"), gender, feats.get("Number")
        votes = _votes_of_noun(*told, known=is_known(words.lower[noun]))
        if words.few(noun):  # «два высокопоставленных чиновника» are «высокопоставленные чиновники»
            forms[noun - start] = _of_many(forms[noun - start])
            votes = _OF_MANY
        forms = nominative_words(forms, noun - start, modifiers, votes)
    if not _keeps_capital(words, start) and not forms[0].isupper() and not forms[0][1:2].isupper():
        forms[0] = forms[0][:1].lower() + forms[0][1:]
    return _joined(forms, _gaps(words, start, end))


def _counted_with_others(words: Words, number: int, noun: int, end: int) -> bool:
    """«|двое| следователей и врач»: how many there are of the first, which no description holds."""
    counted = words.pos[number] == "NUM" or words.lemma[number] == "несколько"
    beside = (c for c in words.children[noun] if words.dep[c] == "conj" and noun < c < end)
    own = counted and words.head[number] == noun and words.lemma[number] != "один"
    return own and next(beside, None) is not None


def _of_several(words: Words, one: int, end: int) -> str:
    """«в одном из |ведомств|»: the gender of those of whom one is told, which «одном» does not show; empty for other words."""
    if words.lemma[one] != "один" or words.lower[one + 1 : one + 2] != ["из"]:
        return ""
    nouns = (words.feat(i, "Gender") for i in range(one + 2, end) if words.pos[i] == "NOUN")
    return next(nouns, "")


def _keeps_capital(words: Words, start: int) -> bool:
    """Whether a word has its capital from a name: «|Ореховский| дворец» inside a sentence, «|Flash| сообщил», not «|Жители| сказали».

    «|Telegram-канал| порта» has it from its Latin half, and «|СМС-рассылка|» from an abbreviation, as its caller sees.
    """
    if words.pos[start] == "PROPN" or words.ent[start] or words.form[start].partition("-")[0].isascii():
        return True
    inside = start > 0 and words.sent[start - 1] == words.sent[start] and words.form[start - 1][:1].isalpha()
    return inside and words.pos[start] == "ADJ"


def _of_many(form: str) -> str:
    """The genitive plural of a noun in the genitive singular: чиновника → чиновников."""
    nouns = (one for one in analyses_of(form) if one.pos == "NOUN" and "gent" in one.grammemes)
    return next((many for one in nouns if (many := one.inflect("plur", "gent"))), form)


def _person(words: Words, name: Found, votes: Tagged, support: Support) -> str:
    forms = words.form[name.start : name.end]
    return _joined(nominative_person(forms, votes, support), _gaps(words, name.start, name.end))


def _thing(words: Words, name: Found, support: Support) -> str:
    """The nominative of a name of a body or a place: its own name in marks stays, of the rest the head and what agrees change."""
    forms = words.form[name.start : name.end]
    gaps = _gaps(words, name.start, name.end)
    if own := _own_name(forms):
        return _joined(forms[own], gaps[own.start : own.stop - 1])
    if len(forms) == 1 and _behind_its_kind(words, name):
        return forms[0]
    if name.label == "ORG" and _after_person(forms):
        return _joined(nominative_person(forms, _votes(words, range(name.start, name.end))), gaps)
    head, modifiers = find_head(forms)
    votes = _votes(words, [name.start + i for i in (*modifiers, head)])
    return _joined(nominative_words(forms, head, modifiers, votes, support, name.label), gaps)


def _after_person(forms: Sequence[str]) -> bool:
    """«форвард «|Богдана Хмельнова|»»: a club, a ship or a brand with the name of a man, both words of which decline."""
    return (
        len(forms) == 2
        and all(map(str.istitle, forms))
        and is_given(forms[0])
        and bool(_OF_MAN.fullmatch(forms[1]))
    )


def _own_name(forms: Sequence[str]) -> slice | None:
    """Where the own name stands after its kind: газеты |«Ведомости»|, ООО |«Ромашка»|.

    It stands in the nominative already, for the kind declines in its stead; «совета «Единой России»» is
    no kind, and what is its own name tells only whose it is.
    """
    opening = next((i for i, form in enumerate(forms) if form in _OPENING), 0)
    if (
        not opening
        or forms[-1] not in _CLOSING
        or not all(f.islower() or f.isupper() for f in forms[:opening])
    ):
        return None
    own = slice(opening + 1, len(forms) - 1)
    return None if is_oblique(forms[own]) else own


def _has_the_channel(words: Words, i: int) -> bool:
    """«телеграм-канал |Рыбнадзора|»: a masculine name in the genitive tells whose channel it is, where other kinds have their own name."""
    own = words.lemma[i - 1].endswith("канал") and words.feat(i, "Case") == "Gen"
    return own and words.feat(i, "Gender") == "Masc" and words.lower[i].endswith("а")


def _behind_its_kind(words: Words, name: Found) -> bool:
    """«газету |Маяк|», «заводу «|Маяк|»», «в провинции |Альта|»: the kind declines in the name's stead."""
    kind = _kind_before(words, name.start)
    if kind < 0 or words.sent[kind] != words.sent[name.start]:
        return False
    if name.label == "ORG" and kind < name.start - 1:
        return words.lemma[kind] in _kinds_before_marks() and _may_stand_so(words.form[name.start])
    if name.label == "ORG":
        return words.lemma[kind] in word_list("kinds_of_names") and not _has_the_channel(words, name.start)
    if words.lemma[kind] not in word_list("kinds_of_places"):
        return False
    return any(reading.case in ("", "Nom") for reading in labelled_readings(words.form[name.start], "LOC"))


def _kind_before(words: Words, start: int) -> int:
    """The word before a name and its mark; of several in marks the word before the first: «|портал| «Маяк» и «Залив»»."""
    kind = start - 1
    while kind > 0 and words.form[kind] in _OPENING:
        kind -= 1
        if kind < 3 or words.form[kind] not in ("и", ",") or words.form[kind - 1] not in _CLOSING:
            break
        near = range(kind - 2, max(kind - _LISTED, 0), -1)
        kind = next((k for k in near if words.form[k] in _OPENING), kind)
    return kind


@cache
def _kinds_before_marks() -> frozenset[str]:
    """«|завод| «Маяк»», «|портал| «Залив»»: kinds of bodies that decline in the stead of a name in marks."""
    return (word_list("institutions") | word_list("kinds_of_names") | _MORE_KINDS) - _OF_SOMEBODY


def _may_stand_so(form: str) -> bool:
    """«заводу «|Милам|»»: no genitive of one, which would tell whose it is: «завод «|Маяка|»»."""
    return not any(reading.case == "Gen" and reading.number == "Sing" for reading in head_readings(form))


def _heads(words: Words, names: Sequence[Found], label: str) -> list[str]:
    spans = [words.form[n.start : n.end] for n in names if n.label == label]
    return [forms[find_head(forms)[0]] for forms in spans if forms]


def _votes(words: Words, indices: Sequence[int]) -> Tagged:
    """The tagger's case, gender and number of the words that bear them."""
    feats = [words.feats[i] for i in indices]
    cases, genders, numbers = (
        tuple(f[name] for f in feats if name in f) for name in ("Case", "Gender", "Number")
    )
    return Tagged(cases, genders, numbers)


@lru_cache(1000)
def _votes_of_noun(case: str | None, gender: str | None, number: str | None, *, known: bool) -> Tagged:
    """The same of one noun: the tagger knows the nouns of the dictionary better than names."""
    cases, genders, numbers = ((one,) if one is not None else () for one in (case, gender, number))
    return Tagged(cases, genders, numbers, confirmed=cases if known else ())


def _person_votes(words: Words, name: Found) -> Tagged:
    """The votes for a person's name, and what the sentence around it tells of its case and gender."""
    votes = _votes(words, range(name.start, name.end))
    shown = shown_gender(words, name)
    return votes._replace(confirmed=confirmed(words, name), barred=barred(words, name), shown=shown)


def _modifiers(words: Words, head: int, start: int, end: int) -> list[int]:
    """The adjectives of the head, and «самой» of «самой старой женщины», which hangs on its adjective.

    So do those joined with «и»: of «оперативные и экстренные службы» the second hangs on the first.
    """
    agreeing = {"amod", "det", "nummod:gov", "acl"}
    own = [
        i
        for i in words.children[head]
        if start <= i < end
        and words.dep[i] in agreeing
        and words.pos[i] in ("ADJ", "DET", "VERB")
        and i < head
    ]
    own += [i for i in _right_before(words, head, start) if i not in own]
    most = [k for i in own for k in range(max(start, i - 1), i) if words.lemma[k] in _MOST and k not in own]
    return sorted((*own, *most))


def _right_before(words: Words, head: int, start: int) -> Iterator[int]:
    """The adjectives and participles in the case of the noun that stand right before it, one after the other.

    «О погибших и |пострадавших жителях|»: the second of them hangs on the first, which is no part of the description.
    """
    case = words.feat(head, "Case")
    like: tuple[str, ...] = ("Gen", "Acc") if case in ("Gen", "Acc") else (case,)
    if len(like) > 1 and words.feat(head, "Number") == "Plur":
        like = (*like, "Loc")  # «на |украинских| чиновников»: in the plural these three look alike
    i = head - 1
    while i >= start and words.feat(i, "Case") in like and _adjectival(words, i, head):
        yield i
        i -= 1


def _adjectival(words: Words, i: int, head: int) -> bool:
    """An adjective, or a participle that the noun is no object of: «избивавших прохожих»."""
    participle = words.pos[i] == "VERB" and words.feat(i, "VerbForm") == "Part" and words.head[head] != i
    return words.pos[i] == "ADJ" or participle


def _joined_nouns(words: Words, head: int, start: int, end: int) -> list[int]:
    """«президент и |премьер|»: the nouns joined to a head that stand in its case; of the living the accusative is the genitive."""
    joined = (i for i in words.children[head] if start <= i < end and words.dep[i] == "conj")
    return [i for i in joined if _case_of_living(words, i) == _case_of_living(words, head)]


def _case_of_living(words: Words, i: int) -> str:
    case = words.feat(i, "Case")
    return "Gen" if case == "Acc" and words.feat(i, "Animacy") == "Anim" else case


def _gaps(words: Words, start: int, end: int) -> list[str]:
    return [" " if words.end[i] < words.start[i + 1] else "" for i in range(start, end - 1)]


def _joined(forms: Sequence[str], gaps: Sequence[str]) -> str:
    joined = "".join(form + gap for form, gap in zip(forms, [*gaps, ""], strict=True))
    return " ".join(map(one_script, joined.split(" ")))  # razdel parts «С» from «NN»

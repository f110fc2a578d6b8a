"""Descriptions that stand beside the name they describe.

    глава дипмиссии Анатолий Антонов          before the name
    Мария Фомушина, пресс-секретарь суда      after it, between commas or in brackets
    адвокат потерпевшего — Матвей Цзена       across a dash
    Орехов стал министром                     by a verb of being
    сеть магазинов «Створ»                    at its end (own_name)

Only words that stand so close, in the same case, tell what the text knows a person by.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from molva.entities.lexicon import word_list as entity_words
from molva.entities.person_and_place import OF_A_TOWN
from molva.entities.two_bodies import is_site
from molva.lexicon.nouns import KIN, roles
from molva.speakers.agreement import cases_of, declines, fits, one_person, same_case, two_subjects
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.descriptions import Description
from molva.speakers.lexicon import words as word_list
from molva.speakers.nicknames import name_behind
from molva.speakers.own_name import own_name
from molva.speakers.owners import NAMED_THEMSELVES
from molva.speakers.pronouns import THEIRS, acts
from molva.words import Words

_ACTING = frozenset(("исполняющий обязанности", "врио"))
# what a deputy may be called as well as whom he stands in for
_CALLINGS = frozenset("дипломат чиновник политик парламентарий депутат военный представитель юрист".split())
_DASHES = frozenset("—–-")
_BESIDE = frozenset(
    "сосед соседка напарник напарница коллега приятель приятельница сменщик сменщица одноклассник".split()
)
_QUOTES = frozenset((*'«„“"', "''"))  # the last is wiki's mark: «компания ''Green Garden''»
_CLOSERS = frozenset((",", ".", ")", "—", "–", ";", ":", "!", "?", "…"))
_BEING = frozenset(
    "быть являться стать становиться работать служить остаться оставаться назначить избрать назвать "
    "считаться оказаться выступать избираться переизбрать".split()
)
RELATIVE = frozenset(("который", "где", "чей"))  # what opens a clause between a title and its name
_PUBLISHING = frozenset("издание сми агентство газета канал холдинг медиахолдинг группа".split())
_BRACKET = 14  # words of a bracket inside a title
_LAND = 3  # words of a place behind it
_SEE = 5  # words of a see and the first of the name


@dataclass(frozen=True, slots=True)
class Beside:
    """The neighbours of descriptions: links by their first and by their last word.

    ``longest`` is where the longest description that ends at a word begins; ``fates`` are the words behind
    «погибший», «обвиняемая», ``deputies`` those behind «пресс-секретарь президента».
    """

    words: Words
    starts: dict[int, Link]
    ends: dict[int, Link]
    longest: dict[int, int]
    fates: set[int]
    deputies: set[int]


def attach(words: Words, chains: Chains, found: Iterable[Description]) -> set[int]:
    """Put descriptions beside a name into its chain; return the ids of those that are predicates.

    Predicates («стал министром») teach a role and are no mentions of their own.
    """
    descriptions = list(found)
    names = [link for link in chains.links if link.label in ("PER", "ORG") and link.chain]
    beside = Beside(
        words,
        {link.start: link for link in (*(d.link for d in descriptions), *names)},
        {link.end: link for link in (*(d.link for d in descriptions), *names)},
        {
            link.end: link.start
            for link in sorted((d.link for d in descriptions), key=lambda link: -link.start)
        },
        {d.link.end for d in descriptions if d.noun.concept in word_list("fates")},
        {d.link.end for d in descriptions if d.noun.broader & NAMED_THEMSELVES},
    )
    predicates: set[int] = set()
    for description in reversed(descriptions):  # from the name leftwards
        link = description.link
        chain = _forward(beside, description) or own_name(words, chains, description)
        if chain is not None:
            _join(description, chain)
        elif _predicate(words, chains, description):
            predicates.add(id(link))
    for description in descriptions:
        if description.link.chain is None and id(description.link) not in predicates:
            chain = _backward(beside, description)
            if chain is not None:
                _join(description, chain)
    _stand_in(words, descriptions)
    return predicates


def _stand_in(words: Words, descriptions: Iterable[Description]) -> None:
    """«исполняющий обязанности |постпреда| Лев Гуров» is the постпред, «заместитель |постпреда|» a дипломат as he is."""
    by_start = {d.link.start: d for d in descriptions if d.link.chain is None}
    for description in descriptions:
        chain, inner = description.chain, by_start.get(_behind_post(words, description))
        if chain is None or inner is None or not chain.named or inner.link.kind != "person":
            continue
        if description.noun.concept in _ACTING:
            _join(inner, chain)
        elif "заместитель" in description.noun.broader:
            chain.learn(inner.concepts & _CALLINGS, inner.narrowed | inner.places, inner.whose)


def _behind_post(words: Words, description: Description) -> int:
    """The word behind «заместитель», «исполняющий обязанности»."""
    first = description.link.head + 1
    return first + 1 if words.lower[first : first + 1] == ["обязанности"] else first


def _join(description: Description, chain: Chain) -> None:
    """A description goes to a chain, which is called so from now on."""
    chain.add(description.link)
    chain.own.add(description.noun.concept)
    description.chain = chain
    _teach(description, chain)


def _teach(description: Description, chain: Chain) -> None:
    chain.learn(description.concepts, description.narrowed | description.places, description.whose)


def _forward(beside: Beside, description: Description) -> Chain | None:
    """The chain of the name, or of the description before a name, that follows at once."""
    words, link = beside.words, description.link
    for gap in (0, 1, 2, *_bracket(words, link.end)):
        after = beside.starts.get(link.end + gap)
        if after is None or after is link or words.sent[after.start] != words.sent[link.end - 1]:
            continue
        between = _between(words, link.end, gap)
        if _hears(words, description, after):
            return None
        if after.chain and fits(words, description, after) and _joined(beside, link, after, between):
            return after.chain
    ways = (_by_nickname, _over_see, _over_clause, _by_tree)
    return next((chain for way in ways if (chain := way(beside, description)) is not None), None)


def _between(words: Words, start: int, gap: int) -> str:
    """What parts a description from a name; «заведующий отделением больницы |№ 17| Пётр Гурко»: a number parts nothing."""
    between = "".join(words.form[start : start + gap])
    return "" if between.startswith("№") else between


def _hears(words: Words, description: Description, after: Link) -> bool:
    """«В пресс-службе |банка| РБК сообщили»: a medium between what is none and a verb for many has been told."""
    listed = words.form[after.start] in entity_words("media") or is_site(words, after.start, after.end)
    if (
        after.label != "ORG"
        or not listed
        or description.link.kind != "org"
        or description.noun.broader & _PUBLISHING
    ):
        return False
    many = words.feat(after.end, "VerbForm") == "Fin" and words.feat(after.end, "Number") == "Plur"
    return many and acts(words, after.end)


def _by_nickname(beside: Beside, description: Description) -> Chain | None:
    """«блогер под ником Nemo», «житель по имени Андрей»: whatever case the noun stands in."""
    name = name_behind(beside.words, description.link.end)
    after = beside.starts.get(name) if name is not None else None
    person = after is not None and after.label == "PER" and after.chain is not None
    return after.chain if after is not None and person and fits(beside.words, description, after) else None


def _over_see(beside: Beside, description: Description) -> Chain | None:
    """«Епископ |Залесский и Портовый| Марк»: a bishop's name behind the towns of his see."""
    words, link = beside.words, description.link
    if "архиерей" not in description.noun.broader:
        return None
    behind = range(link.end, min(link.end + _SEE, len(words)))
    name = next((i for i in behind if words.form[i] != "и" and not OF_A_TOWN.fullmatch(words.lower[i])), None)
    after = beside.starts.get(name) if name is not None else None
    if after is None or after.label != "PER" or not after.chain:
        return None
    return after.chain if fits(words, description, after) and same_case(words, link, after) else None


def _over_clause(beside: Beside, description: Description) -> Chain | None:
    """«Глава района, где стоит завод, Клим Зуев сообщил», «глава клуба, запрещённого в Вестрии, …»: the name behind a clause."""
    words, link = beside.words, description.link
    if words.form[link.end : link.end + 1] != [","]:
        return None
    part = words.feat(link.end + 1, "VerbForm") == "Part" and words.feat(link.end + 1, "Case") == "Gen"
    if not part and not any(lemma in RELATIVE for lemma in words.lemma[link.end + 1 : link.end + 3]):
        return None
    stop = bisect_right(words.sent, words.sent[link.head])
    names = (beside.starts.get(i + 1) for i in range(link.end + 2, stop - 1) if words.form[i] == ",")
    after = next((name for name in names if name is not None), None)
    if after is None or after.label != "PER" or not after.chain or "Nom" not in cases_of(words, after):
        return None
    alike = words.feat(link.head, "Case") == "Nom" and fits(words, description, after)
    return after.chain if alike else None


def _by_tree(beside: Beside, description: Description) -> Chain | None:
    """«Куратор дипломатии в партии Ван И»: the name hangs on its title, whatever stands between."""
    words, link = beside.words, description.link
    for child in words.children[link.head]:
        after = beside.starts.get(child)
        named = (
            after is not None and after.label == "PER" and words.dep[child] in ("appos", "flat:name", "flat")
        )
        if after is None or not named or not link.end < child or not after.chain:
            continue
        parted = any(words.form[i] in _CLOSERS or words.pos[i] == "VERB" for i in range(link.end, child))
        alike = words.feat(link.head, "Case") == words.feat(after.head, "Case") == "Nom"
        if not parted and alike and not declines(words, after) and fits(words, description, after):
            return after.chain
    return None


def _bracket(words: Words, i: int) -> tuple[int, ...]:
    """The lengths from a bracket to what may go on behind it.

    «директор Водного агентства |(ВА)| Рафаэль Бросси», «секретарь Совета |(СБ) Вестрии| Лев Гуров», «депутат думы
    |(«Заря»),| глава комитета Лев Гуров».
    """
    if words.form[i : i + 1] != ["("]:
        return ()
    stop = min(i + _BRACKET, len(words))
    behind = next((k + 1 for k in range(i + 1, stop) if words.form[k] == ")"), None)
    if behind is None:
        return ()
    land = behind
    while land < min(behind + _LAND, len(words)) and words.ent[land] in ("LOC", "ORG"):
        land += 1
    comma = (behind + 1 - i,) if words.form[behind : behind + 1] == [","] else ()
    return (behind - i, *comma, land - i)


def _joined(beside: Beside, link: Link, after: Link, between: str) -> bool:
    """Whether what stands between a description and a name, or another description, leaves them together.

    «мать погибшего Гурко»: the name is that of the dead; «адвокат обвиняемого Пётр Гурко»: the advocate's.
    """
    words = beside.words
    if between.startswith("("):
        if not between.endswith(","):
            return after.label in ("PER", "ROLE") and same_case(words, link, after)
        between = ","
    if between and between in _QUOTES:
        return after.label == "ORG" and after.nominative(words)  # «ресурсы «Росмоста»» are his
    if between == ",":
        return _over_comma(beside, link, after)
    if between == "и":
        return after.label == "ROLE" and one_person(words, link, after)
    if between in _DASHES:
        one = words.feat(link.head, "Case") == "Nom" and not _opens_list(words, after)
        return one and same_case(words, link, after)
    if not between and after.label == "PER" and link.end in beside.deputies and _inner(beside, link):
        return False  # «пресс-секретаря |президента| Олега Гурова»
    if link.end in beside.fates and link.end - link.head > 1:
        return _behind_fate(words, link, after)
    return not between and same_case(words, link, after)


def _over_comma(beside: Beside, link: Link, after: Link) -> bool:
    """«депутат Госдумы|, член комитета| Иван Орехов», «муж Веры|, Николай,| просил»: another description, or the name of somebody's kin."""
    if _inner(beside, link) or two_subjects(beside.words, link, after):
        return False
    if after.label == "PER":
        return _of_kin(beside, link, after)
    return after.label == "ROLE" and same_case(beside.words, link, after)


def _behind_fate(words: Words, link: Link, after: Link) -> bool:
    """«адвокат |обвиняемого| Пётр Гурко»: the name is in the case of the advocate, and not in that of the accused."""
    borne = cases_of(words, after)
    return bool(borne) and words.feat(link.end - 1, "Case") not in borne and same_case(words, link, after)


def _opens_list(words: Words, name: Link) -> bool:
    """«Западные СМИ — |Reuters|, Sabah — писали»: the first of several, and so the name of none."""
    behind = name.end + 1
    joined = words.form[name.end : behind] in ([","], ["и"])
    return joined and any(words.ent[k] == name.label for k in range(behind, min(behind + 2, len(words))))


def _of_kin(beside: Beside, link: Link, name: Link) -> bool:
    """«Муж Веры|, Николай,| просил её уйти», «его напарник|, Тимур,| моложе»: a name between commas tells who somebody's kin is."""
    words, noun = beside.words, roles().get(beside.words.lemma[link.head])
    owned = link.end - link.head > 1 or words.lower[link.head - 1] in THEIRS
    kin = owned and (noun is not None and KIN in noun.broader or words.lemma[link.head] in _BESIDE)
    kin = kin or _comes_out(words, link, name)
    closed = words.form[name.end : name.end + 1] in ([","], ["."])
    alone = words.subjects(words.head[link.head])[:1] == [link.head]
    return (
        kin and closed and alone and "Nom" in cases_of(words, name) and words.feat(link.head, "Case") == "Nom"
    )


def _comes_out(words: Words, link: Link, name: Link) -> bool:
    """«На крыльцо выходит |хозяйка, Мария|.»: one who comes behind the verb, and whose name closes the sentence."""
    verb = words.head[link.head]
    before = verb < link.head and words.pos[verb] == "VERB" and words.feat(verb, "Number") == "Sing"
    return before and words.form[name.end : name.end + 1] == ["."]


def _inner(beside: Beside, link: Link) -> bool:
    """«советника |президента|, секретаря форума Ивана Орехова»: what closes a longer description is no title."""
    return beside.longest.get(link.end, link.start) < link.start


def _backward(beside: Beside, description: Description) -> Chain | None:
    """The chain of the name before: «Фомушина, пресс-секретарь суда,», «Антонов — дипломат»."""
    words, link = beside.words, description.link
    if link.start < 2:
        return None
    mark = words.form[link.start - 1]
    before = beside.ends.get(link.start - 1)
    if before is None or before.chain is None:
        return None
    if words.sent[before.head] != words.sent[link.head]:
        return before.chain if _alone_behind(words, before, description) else None
    if before.label == "ROLE" or not fits(words, description, before) or not same_case(words, before, link):
        return None
    return before.chain if mark in (",", "(", *_DASHES) and _closed(words, link.end) else None


def _alone_behind(words: Words, name: Link, description: Description) -> bool:
    """«Напротив сидит Нина Зуева. |Учитель| труда, она же директор.»: a sentence without a verb tells who has just been named."""
    link, (start, end) = description.link, words.sentence(description.link.head)
    if name.label != "PER" or link.start != start or words.par[start] != words.par[name.head]:
        return False
    told = any(words.feat(i, "VerbForm") == "Fin" or words.form[i] in _DASHES for i in range(start, end))
    one = words.feat(link.head, "Case") == "Nom" and words.head[link.head] == link.head
    other = any("PER" in words.ent[i] for i in range(start, end)) or words.form[end - 1] == "?"
    return one and not told and not other and fits(words, description, name)


def _closed(words: Words, i: int) -> bool:
    """An apposition ends with a mark or with the line; «Орехов, министр и врач» is a list."""
    return i >= len(words) or words.form[i] in _CLOSERS or words.par[i] != words.par[i - 1]


def _predicate(words: Words, chains: Chains, description: Description) -> bool:
    """«Орехов стал министром»: the subject learns the role."""
    verb = _being(words, description.link)
    if verb is None:
        return False
    subjects = words.subjects(verb)
    chain = chains.of(subjects[0]) if subjects else None
    if chain is not None and chain.kind == "person" and description.link.kind == "person":
        _teach(description, chain)
    return True


def _being(words: Words, link: Link) -> int | None:
    """The verb of «стал министром», «принёс присягу в качестве министра»."""
    head = link.head
    verb = words.head[head]
    if words.feat(head, "Case") == "Ins" and verb != head and words.lemma[verb] in _BEING:
        return verb
    if words.lower[max(link.start - 2, 0) : link.start] != ["в", "качестве"]:
        return None
    while words.head[verb] != verb and words.pos[verb] != "VERB":
        verb = words.head[verb]
    return verb

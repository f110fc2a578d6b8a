"""Whose somebody is: «представитель Теру», «менеджер Мии Фэрле» name the one whom he serves.

A surname that does not decline looks like the genitive and like the nominative. Behind a noun that asks
«whose?» the bare surname of somebody whom the text has introduced before, and not by this noun, is the owner's.
"""

from collections.abc import Iterable, Iterator, Sequence

from molva.contract import NAME_LABELS
from molva.entities.dictionary import SURE, person_readings
from molva.entities.genitive import genitive_name
from molva.entities.lexicon import genders, word_list
from molva.lexicon.nouns import KIN, Noun, bodies, in_any_case, roles
from molva.speakers.bodies import body
from molva.speakers.branches import LEVELS, REGION
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.names import VOWELS, sure_sex
from molva.speakers.places import place
from molva.speakers.pronouns import THEIRS
from molva.speakers.whose import NOBODYS, Whose
from molva.words import Words

# who serves another has a name of his own behind his title: «пресс-секретаря президента |Олега Гурова|»
NAMED_THEMSELVES = frozenset(
    {"заместитель", "пресс-секретарь", "помощник", "советник", "врио", "спикер", "исполнять", "исполняющий"}
)
_BEFORE = 8  # words before a name in which its bearer's title stands
_UP = 4  # words from a noun up to its verb
_RANKS = frozenset(LEVELS.values()) - {REGION}
_PARENTS = frozenset({"мать", "мама", "бабушка", "дедушка"})  # «отец Марк» is a priest


def relations() -> frozenset[str]:
    """Nouns that ask whose somebody is: «брат», «адвокат», «представитель»."""
    return word_list("relations")


def is_owner(words: Words, noun: Noun, head: int, name: Link) -> bool:
    """Whether a person's name behind ``noun`` at word ``head`` tells whose he is, though it may look nominative.

    «Жена Гурова |Панова|»: of two names the first has told it. A given name tells it behind any noun:
    «Тренер |Марины Лужкевич|».
    """
    if name.label != "PER":
        return False
    if (KIN in noun.broader or noun.concept in _PARENTS) and _is_kins(words, noun, head, name):
        return True
    if name.chain is None:
        return False
    if name.start - 1 > head and words.ent[name.start - 1] == "PER":
        return False
    if name.end - name.start > 1:
        shown, given = words.feat(head, "Case") == "Nom", words.lower[name.start]
        return shown and not in_any_case(words.lower[head]) and is_oblique(given) and _is_genitive(given)
    if not noun.broader & relations() or _called(words, name.chain, noun, name):
        return False
    return KIN in noun.broader and _is_of_kin(words, name) or _is_brought_in(name, name.chain)


def _is_brought_in(name: Link, chain: Chain) -> bool:
    """«Олег |Гурко| приехал. Адвокат Гурко …»: whose full name the text has told before, and whose surname does not decline."""
    introduced = (link for link in chain.links if link.label == "PER" and link.start < name.start)
    if not any(" " in link.normal for link in introduced):
        return False
    return genitive_name(name.normal, person=True, gender=chain.gender) == name.normal


def _is_kins(words: Words, noun: Noun, head: int, name: Link) -> bool:
    """«По словам мамы |Вани|», «жены |Игоря Котова|»: no woman's name; nor is a mother told by a given name alone: «матери |Сони|»."""
    if words.feat(head, "Case") == "Nom" or name.nominative(words) or name.start != head + 1:
        return False
    told = sure_sex(name.normal)
    if told and noun.gender and told != noun.gender:
        return True
    return bool(told) and name.end - name.start == 1 and noun.concept in _PARENTS and " " not in name.normal


def _is_of_kin(words: Words, name: Link) -> bool:
    """«Мать |Гурова|», «сестра |Мбаппе|»: kin have given names, and a bare surname in what may be a genitive is another's."""
    form = words.lower[name.start]
    sure = [reading for reading in person_readings(form) if reading.cost < SURE]
    if any(reading.kind == "given" for reading in sure):
        return False
    declines = any(reading.kind == "surname" for reading in sure)
    return any(reading.case == "Gen" for reading in sure) if declines else form[-1] in VOWELS


def may_be_owner(words: Words, name: Link) -> bool:
    """«Соавтор Хольц пояснил»: the verb's gender is the co-author's, and Хольц may be Лена Хольц."""
    before = name.start - 1
    return before >= 0 and name.end - name.start == 1 and words.lemma[before] in relations()


def _is_genitive(given: str) -> bool:
    """«Марины», and not «Маргрете», which as a dative tells whose nobody is."""
    return any(reading.kind == "given" and reading.case == "Gen" for reading in person_readings(given))


def is_oblique(given: str) -> bool:
    """«Мии»: a form of a given name that is no nominative; «Эмине» never declines."""
    if given in genders("given") or given in genders("common_given"):
        return False
    readings = [
        r for r in person_readings(given) if r.kind == "given" and r.number != "Plur" and r.cost < SURE
    ]
    return bool(readings) and all(reading.case not in ("", "Nom") for reading in readings)


def _called(words: Words, chain: Chain, noun: Noun, name: Link) -> bool:
    """Whether the text has called him so beside his full name: «пресс-секретарь Джен Псаки»."""
    full = (link for link in chain.links if link.label == "PER" and " " in link.normal and link is not name)
    return any(noun.name in words.lemma[_title_start(words, link.start) : link.start] for link in full)


def _title_start(words: Words, name: int) -> int:
    """Where a title may begin that ends in a name: behind a verb and behind another's name.

    «Адвокат Лев Орехов защищает Назара Бойко»: Бойко is no advocate.
    """
    start = name
    while start > max(name - _BEFORE, 0) and not (
        words.feat(start - 1, "VerbForm") == "Fin" or words.ent[start - 1] == "PER"
    ):
        start -= 1
    return start


def owner_of(words: Words, chains: Chains, link: Link) -> Chain | None:
    """Whose a pronoun tells somebody to be, or none: «|её| адвокаты», «Зуева ждёт |своих| адвокатов», «Зуев ждёт |жену|»."""
    pronoun = _possessive(words, link)
    if pronoun is not None:
        at = chains.at(pronoun)
        return at.chain if at is not None and at.label == "PRON" else None
    owner = _subject_over(words, chains, link) if _is_the_subjects(words, link) else None
    own = words.lemma[link.start] == "свой"  # «мэрия ждёт своих адвокатов», but no body has a mother
    return owner if owner is None or own or owner.kind not in ("org", "place") else None


def _possessive(words: Words, link: Link) -> int | None:
    """«сообщил |её| менеджер»: a possessive right before its noun, not the object of the verb."""
    if words.lower[link.start] in THEIRS:
        return link.start
    i = link.start - 1
    if i < 0 or words.lower[i] not in THEIRS:
        return None
    own = words.head[i] == link.head or words.pos[i] == "DET" or words.feat(i, "Case") == "Gen"
    return i if own else None


def _is_the_subjects(words: Words, link: Link) -> bool:
    """«своих адвокатов», and kin of whom nobody is told: a man sends letters to his own wife."""
    noun = roles().get(words.lemma[link.head])
    if words.is_subject(link.head) or noun is None:
        return False
    if words.lemma[link.start] == "свой":
        return bool(noun.broader & (relations() | {KIN}))
    return KIN in noun.broader and link.end - link.start == 1


def _subject_over(words: Words, chains: Chains, link: Link) -> Chain | None:
    """The subject of the clause that a mention stands in."""
    i = link.head
    for _ in range(_UP):
        i = words.head[i]
        subject = next(iter(words.subjects(i)), None)
        if subject is not None:
            found = chains.of(subject)
            return found if found is not link.chain else None
    return None


def owned_by(words: Words, chains: Chains, link: Link) -> Chain | None:
    """The body that a bare noun right behind tells, once that has been found: «управление |ведомства| по региону».

    Whatever the noun has been taken for, no press office has another.
    """
    inner = chains.at(link.head + 1) if link.head + 1 < link.end else None
    if inner is None or inner.label != "ROLE" or inner.chain is None or not inner.chain.named:
        return None
    bare = (inner.start, inner.end) == (link.head + 1, link.head + 2) and words.lemma[inner.head] in bodies()
    if not bare or words.lemma[link.head] in inner.chain.roles:
        return None
    return inner.chain if words.feat(inner.head, "Case") == "Gen" else None


def told_owners(words: Words, chains: Chains, link: Link) -> Whose:
    """The owners that the words of a description tell, not what stands behind a preposition.

    «посол |России| в Польше», «помощник |президента| по европейским делам»; but «начальник управления по |Кобо|».
    """
    if link.end - link.start == 1:
        return NOBODYS
    first, end = link.head + 1, _preposition(words, link)
    before = words.lemma[link.start : link.head]
    names = [name for name in chains.within(first, end) if name.label in NAME_LABELS] if first < end else ()
    if not names:
        plainly = _told_plainly(before, words.lemma[first:end])
        return plainly | Whose(kinds=_kinds_within(words, first, end)) if link.label == "ORG" else plainly
    covered = {i for name in names for i in range(name.start, name.end)}
    plain = [words.lemma[i] for i in range(first, end) if i not in covered]
    of_body = [name for name in names if name.label == "ORG"]
    countries = (_country(words, name) for name in names if name.label != "PER")
    return Whose(
        frozenset({*countries, *_places([*before, *plain])} - {""}),
        _tell(words, of_body),
        _tell(words, (name for name in names if name.label == "LOC")),
        _tell(words, (name for name in names if name.label == "PER")),
        frozenset[str]().union(*(_kinds(words, name) for name in of_body)),
        frozenset(lemma for lemma in plain if lemma in bodies()),
        frozenset(_ranks([*before, *plain])),
    )


def _told_plainly(before: Sequence[str], behind: Sequence[str]) -> Whose:
    """The owners that words without a name tell, before a noun and behind it."""
    around = [*before, *behind]
    countries, nouns = frozenset(_places(around)), frozenset(bodies().keys() & set(behind))
    ranks = frozenset(_ranks(around))
    return Whose(countries, nouns=nouns, ranks=ranks) if countries or nouns or ranks else NOBODYS


def _places(lemmas: Iterable[str]) -> Iterator[str]:
    """The places that single words name."""
    return (found for lemma in lemmas if (found := place([lemma])))


def _preposition(words: Words, link: Link) -> int:
    """Where the owners of a description end: before a preposition that is not a branch's «по»."""
    for i in range(link.head + 1, link.end):
        if words.pos[i] == "ADP" and not (words.lower[i] == "по" and words.ent[i + 1 : i + 2] == ["LOC"]):
            return i
    return link.end


def _country(words: Words, name: Link) -> str:
    lemmas = words.lemma[name.start : name.end]
    return place(lemmas) or body(words.form[name.start : name.end], lemmas).place


def _tell(words: Words, names: Iterable[Link]) -> frozenset[int | str]:
    """The entities of names, and the stems by which those of one body are known."""
    found: set[int | str] = set()
    for name in names:
        found |= {id(name.chain)} if name.chain is not None else set()
        found |= set(body(words.form[name.start : name.end], words.lemma[name.start : name.end]).core)
    return frozenset(found)


def _kinds(words: Words, name: Link) -> frozenset[str]:
    """What a named body is, by its name and by what the text tells of it."""
    told = name.chain.roles if name.chain is not None else ()
    return body(words.form[name.start : name.end], words.lemma[name.start : name.end]).kinds.union(told)


def _kinds_within(words: Words, first: int, end: int) -> frozenset[str]:
    """«пресс-служба |МЧС|»: what a body is whose name stands in that of its press office."""
    named = first < end and words.form[first][:1].isupper()
    return body(words.form[first:end], words.lemma[first:end]).kinds if named else frozenset()


def _ranks(lemmas: Iterable[str]) -> Iterator[str]:
    """«областной прокурор», «прокурор области»: the level at which somebody is in office."""
    told = (LEVELS.get(lemma, lemma) for lemma in lemmas)
    return (noun for noun in told if noun in _RANKS)

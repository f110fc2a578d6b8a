"""Whether a description and a name beside it agree: as nouns for one person or body, in their case, at their verb.

«мэр | Олег Панов» may be one, «мэру | Олег Панов» and «сестра | Олег Панов» are two.
"""

from molva.entities.genitive import genitive_name
from molva.entities.people import DATIVE_SURNAME
from molva.lexicon.folding import fold
from molva.lexicon.nouns import in_any_case
from molva.speakers.chains import Chain, Link
from molva.speakers.descriptions import Description
from molva.speakers.names import sure_sex
from molva.speakers.owners import is_owner
from molva.words import Words

_RUN = 4  # descriptions in a row before one name: «депутат Госдумы, член комитета Иван Орехов»


def fits(words: Words, description: Description, other: Link) -> bool:
    """Persons are described by persons' nouns in the singular, bodies by bodies' nouns."""
    kind = description.link.kind
    if other.label == "ORG" or (other.chain and other.chain.kind == "org"):
        return kind == "org" and not _of_many(words, description.link)
    if other.chain is not None and _belied(words, description, other.chain):
        return False
    if description.link.end <= other.start and is_owner(
        words, description.noun, description.link.head, other
    ):
        return False
    return kind in ("person", "group") and description.link.number == "Sing" and other.number != "Plur"


def _of_many(words: Words, link: Link) -> bool:
    """«в ассоциации |перевозчиков| «Створу» рассказали»: several who are people by their noun are no body with a name."""
    return link.number == "Plur" and words.feat(link.head, "Animacy") == "Anim"


def _belied(words: Words, description: Description, chain: Chain) -> bool:
    """«Знакомая Панова», «сестра Панова»: no description of Олег Панов."""
    borne = {sure_sex(link.normal) for link in chain.links if link.label == "PER"} - {""}
    woman = description.noun.gender == "Fem" or words.lower[description.link.head].endswith("ая")
    return woman and borne == {"Masc"}


def same_case(words: Words, a: Link, b: Link) -> bool:
    """Whether two phrases may stand in one case; names that do not decline fit any."""
    first, second = cases_of(words, a), cases_of(words, b)
    if first and second:
        first, second = first | _same_form(words, a), second | _same_form(words, b)
    return not first or not second or bool(first & second)


def cases_of(words: Words, link: Link) -> set[str]:
    """The cases that a mention may stand in; none where its form shows none."""
    if link.label == "ROLE":
        case = {words.feat(link.head, "Case")} - {""}
        if case == {"Acc"} and words.dep[link.head] == "nsubj":
            return {"Acc", "Nom"}  # «рассказала дочь Мишель Гринвуд»: the two look alike
        return set() if in_any_case(words.lower[link.head]) else case
    if link.label == "PER" and DATIVE_SURNAME.fullmatch(words.form[link.end - 1]):
        return {"Dat", "Acc"}  # «доложил глава порта |Сагинтаеву|», whatever the tagger says
    declined = (i for i in range(link.start, link.end) if words.pos[i] != "NUM")  # «портал 74.ru»
    cases = {words.feat(i, "Case") for i in declined} - {""}
    if declines(words, link):
        return {"Gen", "Acc"}
    if link.label == "PER" and cases == {"Nom"} and not _stands_in_nominative(words, link):
        return set()
    return cases | {"Nom"} if cases and link.nominative(words) else cases


def one_person(words: Words, link: Link, after: Link) -> bool:
    """«Помощник президента и бывший глава банка Максим Орехов сказал»: two titles, one name, one verb."""
    verb = link.head
    for _ in range(_RUN):
        if words.pos[verb] == "VERB":
            break
        verb = words.head[verb]
    one = words.pos[verb] == "VERB" and words.feat(verb, "Number") == "Sing"
    return one and words.feat(link.head, "Case") == "Nom" and same_case(words, link, after)


def two_subjects(words: Words, link: Link, after: Link) -> bool:
    """«Как сообщила пресс-секретарь, губернатор Орехов уехал»: each has a verb of its own."""
    subjects = all(words.is_subject(one.head) for one in (link, after))
    return subjects and words.head[link.head] < link.start < after.start < words.head[after.head]


def _stands_in_nominative(words: Words, link: Link) -> bool:
    """Not so «с омбудсменом |Джамилей Зуевой|», whatever the tagger says, and «депутата |Мунэо Судзуки|» in no case at all."""
    if not link.nominative(words):
        return False
    gender = link.chain.gender if link.chain is not None else ""
    gender = gender or "Masc"  # a man's name may decline where a woman's does not
    return genitive_name(link.normal, person=True, gender=gender) != link.normal


def declines(words: Words, link: Link) -> bool:
    """«агент |Зуева|» of Пётр Зуев, though it looks like a woman's nominative: the text has the name without its «а»."""
    chain, form = link.chain, words.lower[link.head]
    if link.label != "PER" or link.end - link.start > 1 or chain is None or not form.endswith("а"):
        return False
    borne = {fold(one.normal).split()[-1] for one in chain.links if one.label == "PER"}
    return form not in borne and form[:-1] in borne


def _same_form(words: Words, link: Link) -> set[str]:
    """«ссылаясь на министра, секретаря …»: a man's accusative looks like his genitive, and is tagged as either."""
    man = words.feat(link.head, "Gender") == "Masc" and link.kind == "person"
    return {"Acc", "Gen"} if man and words.feat(link.head, "Case") in ("Acc", "Gen") else set()

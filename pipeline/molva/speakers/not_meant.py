"""Who is not meant by a description, though known by its noun."""

from collections.abc import Callable, Sequence

from molva.entities.lexicon import word_list as entity_words
from molva.lexicon.lists import shared_list
from molva.speakers.bodies import body
from molva.speakers.chains import Chain
from molva.speakers.compatible import MEDIA
from molva.speakers.counted import number_of
from molva.speakers.descriptions import Description
from molva.speakers.known import Known
from molva.speakers.owners import owned_by
from molva.speakers.pronouns import acts
from molva.speakers.resolve import is_object
from molva.speakers.sent_by import is_from_another
from molva.speakers.standing import stands_otherwise
from molva.speakers.tellers_of_it import tells_of_another
from molva.words import Words

COMING = frozenset(
    "присоединиться подключиться подойти подходить войти входить зайти заходить вбежать появиться появляться выйти "
    "выходить приехать приезжать прийти приходить подъехать подбежать подсесть вмешаться встать вставать подняться подниматься вскочить "
    "стоять сидеть лежать ждать жить дежурить".split()
)
_KNOWN = frozenset({"этот", "тот", "сам", "наш", "мой", "его", "ее", "её"})
# «|Фото|: Мария Зуева», «|Текст|: Глеб Зуев»: what a line of the page begins with that tells who made it
_CREDITS = frozenset(
    "фото фотография фотограф видео иллюстрация снимок текст автор авторы редактор корректор подготовил подготовила".split()
)
FIRMS = frozenset(("компания", "фирма", "кредитная организация", "корпорация", "холдинг"))


def is_counted_apart(known: Known, chain: Chain, description: Description) -> bool:
    """«Первый очевидец видел дым. Второй очевидец слышал хлопок»: whoever is counted is told from the others."""
    words = known.words
    number = number_of(words, description.link)
    if not number:
        return False
    counted = {number_of(words, other) for other in chain.links if other.label == "ROLE"} - {""}
    return bool(counted) and number not in counted


def comes_in(words: Words, description: Description) -> bool:
    """«Зуев ждал в порту. К нему |подошёл мужчина|, который …»: who comes behind his verb, and is but a man, is somebody new.

    So is who stands there: «У входа |стоит старик в тулупе|».
    """
    one = description.link.number != "Plur" and description.noun.concept in shared_list("passers_by")
    return one and stands_behind_coming(words, description)


def stands_behind_coming(words: Words, description: Description) -> bool:
    """«К нему |подошёл врач|», «ждал |таксист|», but not «подошёл |сам мэр|»: a subject right behind a verb of coming or being there."""
    head, verb = description.link.head, description.link.start - 1
    if verb < 0 or any(lemma in _KNOWN for lemma in words.lemma[verb + 1 : head]):
        return False
    came = words.lemma[verb] in COMING and words.feat(verb, "VerbForm") == "Fin"
    return came and words.feat(head, "Case") == "Nom" and words.sent[verb] == words.sent[head]


def has_credit(known: Known, chain: Chain, _: Description) -> bool:
    """«Фото: |Мария Зуева| / «Бакен»», «Текст: |Глеб Зуев|»: whom the page alone names, and the text does not tell of."""
    return only_credited(known.words, chain)


def only_credited(words: Words, chain: Chain) -> bool:
    """Whether every name of somebody stands in a line of the page that tells whose a picture or a text is."""
    credited = False
    for link in chain.links:
        if link.label != "PER":
            continue
        first = words.paragraphs[words.par[link.head]][0]
        if words.lower[first] not in _CREDITS or ":" not in words.form[first : first + 3]:
            return False
        credited = True
    return credited


def was_told(known: Known, chain: Chain, description: Description) -> bool:
    """«сообщили «Вестнику» в пресс-службе компании»: the medium that is told is no «компания»."""
    words, at = known.words, known.latest.get(id(chain))
    if at is None or chain.kind != "org" or description.noun.broader & MEDIA:
        return False
    if words.form[at] in entity_words("media") and _is_beside_verb(words, at, description.link.head):
        return True
    return (
        words.feat(at, "Case") == "Dat"
        and words.pos[words.head[at]] == "VERB"
        and acts(words, words.head[at])
    )


def _is_beside_verb(words: Words, medium: int, body: int) -> bool:
    """«сообщил |РБК| представитель компании», «об этом |РБК| сообщили в пресс-службе компании»: no case is shown."""
    beside = (i for i in (medium - 1, medium + 1) if 0 <= i < len(words) and words.pos[i] == "VERB")
    return any(acts(words, verb) and words.sent[verb] == words.sent[body] for verb in beside)


def is_another_source(known: Known, chain: Chain, description: Description) -> bool:
    """«со ссылкой на источник. … Источник «Бакена» в полиции»: who was not told of there is told of here, so is another.

    A headline is short, and its «источник» waits for the words of the text; «источники газеты» are those of before.
    """
    if not description.anonymous or not description.owners or not chain.links:
        return False
    paragraph = known.words.par
    headline = paragraph[chain.links[0].head] == 0 < paragraph[description.link.head]
    return not headline and not any(chain.roles.values())


def is_of_another_standing(known: Known, chain: Chain, description: Description) -> bool:
    """«сообщил источник, близкий к мэрии. |Источник в полиции| добавил»: two of them."""
    return stands_otherwise(known.words, chain, chain.roles.get(description.wanted, set()), description)


def is_sent_by_another(known: Known, chain: Chain, description: Description) -> bool:
    """«Депутат от КПРФ Олег Зуев вышел. |Депутат от ЛДПР| ответил»: each sits for another party."""
    return is_from_another(known.words, description.link, chain.links)


def is_another_branch(known: Known, chain: Chain, description: Description) -> bool:
    """«Росгвардия ждёт … Управление |ведомства| по региону»: no «управление МЧС по Заречной области»."""
    link = description.link
    owner = owned_by(known.words, known.chains, link)
    if owner is None or owner is chain or link.kind != "org" or not chain.named:
        return False
    return not any(
        part <= whole for part in _cores(known.words, owner) for whole in _cores(known.words, chain)
    )


def _cores(words: Words, chain: Chain) -> list[set[str]]:
    """The names of a body without kind and place."""
    names = (link for link in chain.links if link.label == "ORG")
    return [set(body(words.form[n.start : n.end], words.lemma[n.start : n.end]).core) for n in names]


def is_no_firm(_: Known, chain: Chain, description: Description) -> bool:
    """«Ставку решает ЦБ. Акции «Створа» падают. В |компании| сообщили»: a central bank is a bank, and no company."""
    return description.noun.concept in FIRMS and "регулятор" in chain.roles


def is_acted_on(known: Known, chain: Chain, description: Description) -> bool:
    """«|Президент Вестрии| назвал решение Зуева ошибкой»: whose something is, told by his name, is not who does that to it."""
    words, head = known.words, description.link.head
    if not chain.named or chain.kind != "person" or not words.is_subject(head):
        return False
    start, end = words.sentence(head)
    names = (link.head for link in chain.links if link.label == "PER" and start <= link.head < end)
    return any(is_object(words, at, words.head[head]) for at in names)


# what speaks against somebody who is known by the noun
OBJECTIONS: tuple[Callable[[Known, Chain, Description], bool], ...] = (
    is_counted_apart,
    was_told,
    is_another_source,
    is_of_another_standing,
    is_sent_by_another,
    is_another_branch,
    is_no_firm,
    is_acted_on,
    tells_of_another,
)


def is_told_inside(chain: Chain, others: Sequence[Chain]) -> bool:
    """«Заместитель |постпреда Вестрии| Лев Гуров. … Дипломат добавил»: not whom another's title alone has told of."""
    if chain.named or len(chain.links) > 1:
        return False
    inner = chain.links[0]
    titles = (link for other in others if other.named for link in other.links if link.label == "ROLE")
    return any(link.start < inner.start < inner.end <= link.end for link in titles)

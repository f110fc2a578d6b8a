"""Nouns for somebody that mean something else where they stand: «организация концерта», «беспилотный аппарат», «центр города».

Most are nouns for bodies that are an act, a thing or a place as well; some are nouns for people that are none:
«ракета-носитель», «дублёр шоссе», a «бобр».
"""

from collections.abc import Callable, Sequence
from functools import cache

from molva.lexicon.folding import fold
from molva.lexicon.lists import cells, shared_list
from molva.lexicon.nouns import bodies
from molva.speakers.lexicon import groups, rows
from molva.speakers.lexicon import words as word_list
from molva.speakers.pronouns import acts
from molva.tokens.marks import OPENING
from molva.words import Words

_ACTS = frozenset(("организация", "движение", "партия", "защита"))
# What is no object of an act: a body is called after it, as «партия власти» is, or it is one
_LANDS = shared_list("regions") | frozenset(
    "город столица село поселок деревня страна государство мир земля".split()
)
_CAUSES = frozenset(
    "власть война мир прогресс труд свобода справедливость реформа развитие "
    "сопротивление неприсоединение протест солидарность помощь поддержка неповиновение возрождение".split()
)
_RULE = frozenset(("управление", "руководство", "командование"))
_MIDDLES = _LANDS | frozenset(
    "площадь зал комната внимание событие вселенная галактика экран поле круг тяжесть композиция".split()
)
_MIDMOST = frozenset(("самый", "исторический", "старый", "деловой"))
_MANY_THINGS = frozenset(("аппарат", "обвинение", "ресурс"))  # several of them are no bodies
_SHIPS = frozenset(("суд", "судно"))
_WHOSE = frozenset(("окружение", "сеть"))  # behind «в» they are bodies and groups where they are somebody's
_CALLED = frozenset(
    "ракета город дрон беспилотник самолет корабль катер судно машина автомобиль вертолет поезд танк спутник".split()
)


def means_something_else(words: Words, i: int) -> bool:
    """«под |управлением| мастера», «срочная |служба|»: whether a noun that may name somebody means something else here."""
    noun = words.lemma[i]
    return (noun in _doubted() or "-" in noun) and any(rule(words, i, noun) for rule in OTHER_SENSES)


def _act(words: Words, i: int, noun: str) -> bool:
    """«|организация| концерта», «|движение| поездов», «|партия| вакцины»: an act, or so much of something."""
    return noun in _ACTS and _is_thing(words, i + 1, "Gen")


def _rule_over(words: Words, i: int, noun: str) -> bool:
    """«|управление| отходами», «|руководство| группой»; but «|управление| делами президента» is a body."""
    return noun in _RULE and words.lower[i + 1 : i + 2] != ["делами"] and _is_thing(words, i + 1, "Ins")


def _of_things(words: Words, i: int, noun: str) -> bool:
    """«|группа| крови», «|сети| связи», «|дублёр| Кольцевого шоссе»."""
    return _is_listed(noun, "of", words.lemma[_complement(words, i + 1, "Gen") :][:1])


def _kind_of_thing(words: Words, i: int, noun: str) -> bool:
    """«беспилотный |аппарат|», «смотровая |площадка|», «срочная |служба|»."""
    return _is_listed(noun, "kind", words.lemma[max(i - 1, 0) : i])


def _in_a_phrase(words: Words, i: int, noun: str) -> bool:
    """«под |управлением| мастера», «найти в |сети|», «арестован по |обвинению| в мошенничестве»."""
    if not _is_listed(noun, "after", words.lower[max(i - 1, 0) : i]) or words.feat(i, "Number") == "Plur":
        return False
    owned = noun in _WHOSE and words.feat(_complement(words, i + 1, "Gen"), "Case") == "Gen"
    return not owned and not _has_name(words, i + 1)


def _done_to(words: Words, i: int, noun: str) -> bool:
    """«перекрыли |движение|», «предъявлено |обвинение|», «органы |управления|»: what the act is done to."""
    done = words.dep[i] != "nsubj" and _is_listed(noun, "object", [words.lemma[words.head[i]]])
    return done and words.form[i].islower() and not _has_name(words, i + 1)


def _to_a_place(words: Words, i: int, noun: str) -> bool:
    """«|движение| по мосту», «|обвинение| в краже»: where the traffic goes, what the charge is."""
    return _is_listed(noun, "to", words.lower[i + 1 : i + 2])


def _middle(words: Words, i: int, noun: str) -> bool:
    """«взрыв в |центре| города», «в |центре| Быстринска»: where a place is most a place."""
    if noun != "центр" or i + 1 >= len(words) or words.feat(i, "Number") == "Plur":
        return False
    if i and words.pos[i - 1] == "ADJ" and words.lemma[i - 1] not in _MIDMOST:
        return False  # «в торговом |центре| Быстринска»
    named = words.ent[i + 1] == "LOC" and words.feat(i + 1, "Case") in ("Gen", "")
    return named or words.lemma[i + 1] in _MIDDLES


def _several(words: Words, i: int, noun: str) -> bool:
    """«такие |аппараты|», «менеджер |ресурсов|», «напали на |суда|», which are ships."""
    many = noun in _MANY_THINGS or noun in _SHIPS and words.lower[i] == "суда"
    return many and words.number(i) == "Plur"


def _called_like_people(_: Words, __: int, noun: str) -> bool:
    """«|ракета|-носитель», «|город|-герой»: what it is stands first."""
    return "-" in noun and noun.partition("-")[0] in _CALLED


def _animal(words: Words, i: int, noun: str) -> bool:
    """«|бобр| застрял»; but «сказал |волк|», who speaks."""
    return noun in word_list("animals") and not (words.is_subject(i) and acts(words, words.head[i]))


OTHER_SENSES: tuple[Callable[[Words, int, str], bool], ...] = (
    _act,
    _rule_over,
    _of_things,
    _kind_of_thing,
    _in_a_phrase,
    _done_to,
    _to_a_place,
    _middle,
    _several,
    _called_like_people,
    _animal,
)


@cache
def _listed() -> dict[tuple[str, str], frozenset[str]]:
    """«площадка», «kind»: «смотровой», «детский», …: the words beside which a noun means something else, by it and where they stand."""
    return {(fold(row[0]), row[1]): frozenset(map(fold, cells(row, 2))) for row in rows("other_senses")}


@cache
def _doubted() -> frozenset[str]:
    """«аппарат», «организация», «бобр»: the nouns that a rule is about, but for those with a hyphen."""
    return frozenset({noun for noun, _ in _listed()} | _ACTS | _MANY_THINGS | _SHIPS | word_list("animals"))


def _is_listed(noun: str, where: str, beside: Sequence[str]) -> bool:
    """«площадка», «kind», «смотровой»: whether one of the words is listed for a noun there."""
    return not _listed().get((noun, where), frozenset()).isdisjoint(beside)


def _complement(words: Words, i: int, case: str) -> int:
    """«группа |редкой| крови»: the first word from ``i`` on that is no adjective in this case, which is «крови»."""
    while i < len(words) and words.pos[i] in ("ADJ", "DET") and words.feat(i, "Case") == case:
        i += 1
    return i


def _is_thing(words: Words, i: int, case: str) -> bool:
    """«организация |городского концерта|»: a thing in this case, perhaps behind its adjectives, and no body, land or cause."""
    i = _complement(words, i, case)
    if i >= len(words) or words.pos[i] != "NOUN" or words.ent[i] or not words.form[i].islower():
        return False
    lemma, feats = words.lemma[i], words.feats[i]
    body = lemma in bodies() or lemma in groups() or lemma in _LANDS or lemma in _CAUSES
    return (
        not body
        and words.lower[i] != "начала"
        and feats.get("Animacy") == "Inan"
        and feats.get("Case") == case
    )


def _has_name(words: Words, i: int) -> bool:
    """Whether a name stands there, perhaps in marks: «в управлении |МЧС|», «под руководством |«Бакена»|»."""
    return i < len(words) and (words.ent[i] == "ORG" or words.form[i] in OPENING)

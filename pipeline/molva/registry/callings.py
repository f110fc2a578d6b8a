"""Whether what is told of two people of one name can be true of one person.

«Хоккеист Иван Белов» and «депутат Иван Белов» are taken for two, unless some document of the run
says both of one. So are a «мэр Быстринска» and a «мэр Каменска».
"""

from collections.abc import Collection, Iterable

from molva.lexicon.folding import fold
from molva.registry.roles import Role

_FIELDS = {
    "спорт": "спортсмен атлет тренер",
    "искусство": "артист исполнитель музыкант актёр художник кинематографист писатель литератор",
    "медицина": "медик врач",
    "церковь": "священнослужитель",
    "власть": "чиновник политик дипломат",
    "армия": "военный военнослужащий",
    "бизнес": "бизнесмен предприниматель топ-менеджер",
    "наука": "учёный",
    "закон": "юрист прокурор полицейский",
    "спасение": "спасатель пожарный",
    "труд": "водитель машинист рабочий повар продавец сторож",
}
_FIELD_OF = {fold(noun): field for field, nouns in _FIELDS.items() for noun in nouns.split()}
# Two fields that one life often joins; any other two are taken for two people's.
_JOINED = frozenset(
    frozenset(pair.split("+"))
    for pair in (
        "власть+бизнес", "власть+армия", "власть+наука", "власть+закон", "власть+медицина",
        "наука+медицина", "наука+искусство", "наука+закон", "наука+армия", "наука+бизнес",
        "бизнес+закон", "бизнес+спорт", "бизнес+искусство", "бизнес+медицина",
        "армия+закон", "армия+медицина",
    )
)  # fmt: skip

_ALIKE = 5  # letters

Claim = tuple[str, frozenset[str]]  # («спорт», ∅) or («мэр», {the place})


def claims(roles: Iterable[Role]) -> frozenset[Claim]:
    """What descriptions claim of one person: fields of life, and seats with their places."""
    found: set[Claim] = set()
    for role in roles:
        fields = {_FIELD_OF[noun] for noun in role.broader if noun in _FIELD_OF}
        found |= {(field, frozenset()) for field in fields}
        where = role.places or (role.narrowed if role.seat in ("мэр", "губернатор") else frozenset())
        if role.seat and where and not role.former and (role.places and not role.narrowed or not role.places):
            found.add((role.seat, where))
    return frozenset(found)


def contradict(a: Collection[Claim], b: Collection[Claim]) -> bool:
    """Whether no field of one goes with any of the other, or both hold one post in two places."""
    first, second = _fields(a), _fields(b)
    if first and second and not any(_go_together(x, y) for x in first for y in second):
        return True
    pairs = [(where, there) for seat, where in a for other, there in b if where and there and seat == other]
    return bool(pairs) and not any(_one_place(where, there) for where, there in pairs)


def _fields(found: Iterable[Claim]) -> set[str]:
    return {field for field, where in found if not where}


def _one_place(a: Iterable[str], b: Iterable[str]) -> bool:
    """«губернатор Херсонской области», «губернатор Херсонщины»: names of one place begin alike."""
    return any(x[:_ALIKE] == y[:_ALIKE] for x in a for y in b)


def _go_together(a: str, b: str) -> bool:
    return a == b or frozenset((a, b)) in _JOINED

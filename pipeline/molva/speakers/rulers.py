"""Over what somebody rules: the «глава района» is no «губернатор», nor is a «министр» a «глава города».

A title tells the level of a land by its noun or by the words that narrow it; what tells none contradicts nobody.
"""

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet

from molva.lexicon.nouns import bodies, roles
from molva.speakers.lexicon import words
from molva.speakers.places import stem

_VILLAGE, _DISTRICT, _TOWN, _REGION, _STATE = (
    frozenset({level}) for level in ("village", "district", "town", "region", "state")
)
_LANDS = {
    **dict.fromkeys(("село", "деревня", "поселение", "поселок"), _VILLAGE),
    "район": _DISTRICT,
    "округ": _DISTRICT | _TOWN,
    "город": _TOWN,
    "муниципалитет": _DISTRICT | _TOWN,
    **dict.fromkeys(("область", "край", "регион", "субъект"), _REGION),
    "республика": _REGION | _STATE,
    **dict.fromkeys(("страна", "государство"), _STATE),
}
_BY_STEM = {
    **{stem(republic): _REGION | _STATE for republic in words("republics")},  # «глава |Крыма|»
    **{stem(land): levels for land, levels in _LANDS.items()},
}
_OWN_NOUNS = {
    **dict.fromkeys(("мэр", "градоначальник", "примар", "глава города"), _TOWN),
    "глава муниципалитета": _DISTRICT | _TOWN,
    **dict.fromkeys(("губернатор", "глава региона", "глава субъекта"), _REGION),
    "глава республики": _REGION | _STATE,
    "глава государства": _STATE,
    **dict.fromkeys(("президент", "премьер", "премьер-министр"), _REGION | _STATE),
    **dict.fromkeys(("король", "королева", "канцлер"), _STATE),
}
_CALLED = ((_TOWN, "глава города"), (_REGION, "глава региона"), (_STATE, "глава государства"))
UNDER_GOVERNORS = frozenset(("санкт-петербург", "севастополь"))
_CITIES = UNDER_GOVERNORS | {"москва"}  # towns that are regions
_HEADS = frozenset(("глава", "руководитель", "начальник", "врио главы"))
_OFFICES = frozenset(("администрация", "власти", "регион"))  # by which one is told who rules a land
# whom no land is told for may be anybody's head, but not who is known by a post of this kind
_OTHER_POSTS = frozenset(
    "адвокат вице-губернатор вице-мэр вице-премьер генпрокурор депутат командир министр прокурор сенатор следователь судья тренер".split()
)
_ANY_HEAD = frozenset(("глава", "врио главы", "исполняющий обязанности", "врио", "чиновник"))


def rules_another(
    concept: str, narrowed: AbstractSet[str], called: Collection[str], told: Mapping[str, AbstractSet[str]]
) -> bool:
    """«Губернатор Зуев ждал. |Глава района| ответил»: whether a title tells of another land than somebody's own ones.

    ``called`` are the nouns that the text has called him by, ``told`` what narrows each.
    """
    here = levels(concept, narrowed)
    if not here:
        return False
    there = set[str]().union(*(levels(noun, told.get(noun, set())) for noun in called))
    if there:
        return not here & there
    return not _OTHER_POSTS.isdisjoint(called) and _ANY_HEAD.isdisjoint(called)


def calls_for(concept: str, narrowed: AbstractSet[str]) -> set[str]:
    """What the head of a land of one level is called: «глава администрации |области|» is a «глава региона», a «губернатор»."""
    if concept not in _HEADS:
        return set()
    here = levels(concept, narrowed)
    nouns = (noun for level, noun in _CALLED if level & here)
    return set[str]().union(*(roles()[noun].broader for noun in nouns))


def levels(concept: str, narrowed: AbstractSet[str]) -> frozenset[str]:
    """The levels of the land that who has a title may rule: none for «глава», «глава комитета области»."""
    own = _OWN_NOUNS.get(concept)
    if own is None and concept not in _HEADS or not _OFFICES.issuperset(narrowed & bodies().keys()):
        return frozenset()
    told = frozenset[str]().union(*(_BY_STEM.get(part, frozenset()) for part in narrowed))
    if own is None or told and concept != "губернатор":  # «губернатор города»: of a town that is a region
        return told
    return _TOWN | _REGION if narrowed & _CITIES else told | own

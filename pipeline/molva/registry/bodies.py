"""The bodies of a run: entities of documents that are one organisation, or a place that speaks.

Names with one core and one place are one: «МИД России», «МИД РФ», «российский МИД». A bare
«МИД» is that of the only place with a МИД in the run; where there are several, the bare ones are a
speaker of their own, flagged.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from molva.registry.groups import Group
from molva.registry.seen import Seen
from molva.registry.titles import Core, Title, own_name, place_before, read_title
from molva.speakers.places import stem

# Names that the body of one country alone bears, under which it is found beside the name with its place.
_HOMES = {
    "сша": ("Пентагон", "Госдеп", "ЦРУ", "ФБР", "Белый дом"),
    "россия": ("Госдума", "ФСБ", "Роскомнадзор", "Росгвардия", "Роспотребнадзор"),
    "украина": ("СБУ", "ВСУ", "Верховная рада"),
    "израиль": ("ЦАХАЛ", "Моссад"),
    "германия": ("Бундестаг", "Бундесвер"),
}
SELDOM = 10  # bare names to one with its place


@dataclass(frozen=True, slots=True)
class Bodied:
    """A body of a document: the core and the place of its names, and the acronyms that it explains."""

    seen: Seen
    core: Core
    place: str
    explained: frozenset[Core]
    of_many: bool


def is_named(one: Seen) -> bool:
    """Whether a body has a name: of its own, or inside a description («телеграм-канал «112»»)."""
    return bool(one.names) or (one.kind == "org" and any(own_name(role) for role, _ in one.roles))


def merge_bodies(seen: Iterable[Seen]) -> list[Group]:
    """Put the named bodies of all documents together."""
    found = [bodied(one) for one in seen]
    apart = [Group((one.seen,), ambiguous=True) for one in found if one.of_many]
    return _merged([one for one in found if not one.of_many]) + apart


def bodied(one: Seen) -> Bodied:
    """A body by all the names of its document: that core counts which is named most."""
    names = one.names or tuple((own, count) for role, count in one.roles if (own := own_name(role)))
    titles = [(read_title(name), count) for name, count in names]
    usual = _telling(_usual(titles), read_title(one.name))
    same = [title for title, _ in titles if title.core == usual.core]
    where = next((title.place for title in (*same, *_by_name(one, usual)) if title.place), "")
    where = (
        where
        or next((found for text in one.sources if (found := place_before(text))), "")
        or _home(usual.core)
    )
    explained = frozenset(
        title.core for title, _ in titles if title.acronym and "".join(title.core) in usual.acronyms
    )
    return Bodied(
        one, usual.core, where, explained - {usual.core}, usual.of_many and not where or _branch(same)
    )


@cache
def _home_of() -> dict[Core, str]:
    return {read_title(name).core: where for where, names in _HOMES.items() for name in names}


def _home(core: Core) -> str:
    """«Пентагон» is that of the USA also in a text on Iran."""
    return _home_of().get(core, "")


def _usual(titles: Sequence[tuple[Title, int]]) -> Title:
    """The title of the core named most; of an acronym and its full name, the full name."""
    counts: Counter[Core] = Counter()
    for title, count in titles:
        counts[title.core] += count
    full = [title for title, _ in titles if any(_explains(title, other) for other, _ in titles)]
    return max(full or [title for title, _ in titles], key=lambda title: counts[title.core])


def _telling(usual: Title, full: Title) -> Title:
    """Of a name of many the one by which its document tells which: «посольство России |в Армении|»; not «МЧС»."""
    told = full.place or set(usual.core) < set(full.core)
    return full if usual.of_many and not full.of_many and told else usual


def _explains(title: Title, other: Title) -> bool:
    return other.acronym and "".join(other.core) in title.acronyms


def _by_name(one: Seen, usual: Title) -> list[Title]:
    title = read_title(one.name)
    return [title] if title.core == usual.core else []


def _branch(same: Sequence[Title]) -> bool:
    return all(title.of_many for title in same)


def _merged(found: Sequence[Bodied]) -> list[Group]:
    """The bodies of one kind of name, by core and place; without a place the only one of that core, else ambiguous."""
    cores = _spelled_out(found)
    places: dict[Core, Counter[str]] = defaultdict(Counter)
    for one in found:
        places[cores.get(one.core, one.core)][one.place] += 1
    groups: dict[tuple[Core, str], list[Seen]] = defaultdict(list)
    for one in found:
        core = cores.get(one.core, one.core)
        groups[core, one.place or _only(one.seen, _told(core, places))].append(one.seen)
    return [
        Group(tuple(members), ambiguous=not where and bool(_told(core, places)))
        for (core, where), members in groups.items()
    ]


def _told(core: Core, places: dict[Core, Counter[str]]) -> Counter[str]:
    """The places of the bodies with a core, and how many bodies have none, under «»."""
    told = places[core] + places.get(_owner(core), Counter())
    return told if len(told.keys() - {""}) else Counter()


def _only(one: Seen, told: Counter[str]) -> str:
    """The place of a bare name: the only one there is, if it is told of at all by the document.

    «Нацбанк» in a text on Ukraine is not that of Switzerland, the only one named in full. Where
    hardly any name has a place, there is but one such body: «ФСБ России» is the ФСБ.
    """
    known = told.keys() - {""}
    if len(known) != 1:
        return ""
    where = next(iter(known))
    seldom = told[where] * SELDOM < told[""]
    return where if seldom or where in one.places or not one.places else ""


def _owner(core: Core) -> Core:
    """«пресс-служба МВД» may be that of any МВД of the run."""
    return tuple(map(stem, core[1:])) if core[0] == "пресс-служба" else ()


def _spelled_out(found: Sequence[Bodied]) -> dict[Core, Core]:
    """«ЕСПЧ» → «Европейский суд по правам человека», where all documents that explain it agree."""
    full: dict[Core, set[Core]] = defaultdict(set)
    for one in found:
        for acronym in one.explained:
            full[acronym].add(one.core)
    return {acronym: next(iter(cores)) for acronym, cores in full.items() if len(cores) == 1}

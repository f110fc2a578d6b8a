"""A day, a month, a year own no name: in «сообщает в среду |Reuters|» the name is the subject of the verb, and no Wednesday's.

Parsers hang a name without a case on the word before it. What has a day is a feast or a week, and stands in the
genitive: «в среду |Страстной недели|», «в субботу |вечера|».
"""

from collections.abc import Sequence

from molva.lexicon.analyses import analyses_of
from molva.lexicon.feats import read_feats
from molva.networks.morph import Tag

_TIMES = frozenset(
    "понедельник вторник среду четверг пятницу субботу воскресенье году январе феврале марте апреле мае "
    "июне июле августе сентябре октябре ноябре декабре".split()
)
_EVENTS = frozenset(
    "брифинге заседании совещании встрече пресс-конференции конференции неделе днем днём утром вечером".split()
)
_MINISTRY = "Мин"
_OF_THE_TIME = frozenset({"nmod", "appos", "flat", "flat:name", "flat:foreign"})


def without_owners(
    forms: Sequence[str], tags: Sequence[Tag], heads: Sequence[int], relations: Sequence[str]
) -> tuple[Sequence[int], Sequence[str]]:
    """Heads and relations with the names behind a time hung on its verb; heads count from 1, 0 is the root."""
    times = [i for i, form in enumerate(forms) if form in _TIMES and _is_when(i, forms, heads, tags)]
    behind = ((k, time) for time in times for k in _first_below(time, heads))
    bodies = [(k, heads[k] - 1) for k, form in enumerate(forms) if form.startswith(_MINISTRY)]
    found = [(k, heads[time]) for k, time in behind if _speaks(k, time, forms, tags, heads, relations)]
    found += [(k, heads[noun]) for k, noun in bodies if _has_spoken(k, noun, forms, tags, heads, relations)]
    if not found:
        return heads, relations
    hung, mended = list(heads), list(relations)
    for name, verb in found:
        hung[name], mended[name] = verb, "nsubj"
    return hung, mended


def _first_below(time: int, heads: Sequence[int]) -> list[int]:
    """The first word behind a time that hangs on it."""
    return [k for k in range(time + 1, len(heads)) if heads[k] == time + 1][:1]


def _has_spoken(
    name: int,
    noun: int,
    forms: Sequence[str],
    tags: Sequence[Tag],
    heads: Sequence[int],
    relations: Sequence[str],
) -> bool:
    """«сообщило на брифинге |Минобороны|»: a neuter verb without a subject has the neuter body behind it for one."""
    if (
        not noun == name - 1 >= 0
        or forms[noun] not in _EVENTS
        or relations[name] not in _OF_THE_TIME
        or not heads[noun]
    ):
        return False
    verb = read_feats(tags[heads[noun] - 1][1])
    others = (relations[k] for k, head in enumerate(heads) if head == heads[noun])
    alone = not any(relation.startswith(("nsubj", "csubj")) for relation in others)
    active = verb.get("VerbForm") == "Fin" and not forms[heads[noun] - 1].endswith("сь")
    return alone and active and verb.get("Gender") == "Neut" and _never_declines(forms[name])


def _is_when(time: int, forms: Sequence[str], heads: Sequence[int], tags: Sequence[Tag]) -> bool:
    """«сообщает |в среду|», «|в мае| сообщила»: behind a preposition, and of a finite verb."""
    first = next((k for k in range(time - 1, -1, -1) if heads[k] != time + 1), -1) + 1
    return first < time and forms[first].lower() in ("в", "во") and "VerbForm=Fin" in tags[heads[time] - 1][1]


def _speaks(
    name: int,
    time: int,
    forms: Sequence[str],
    tags: Sequence[Tag],
    heads: Sequence[int],
    relations: Sequence[str],
) -> bool:
    """Whether nothing but its adjectives stands between the time and a word in the nominative, or in no case, and no other subject."""
    pos, feats = tags[name]
    own, verb = read_feats(feats), read_feats(tags[heads[time] - 1][1])
    case = own.get("Case")
    shown = case == "Nom" or pos == "X" or pos == "PROPN" and (not case or _never_declines(forms[name]))
    near = all(heads[k] == name + 1 for k in range(time + 1, name))
    others = (k for k, head in enumerate(heads) if head == heads[time])
    alone = not any(relations[k].startswith(("nsubj", "csubj")) for k in others)
    many = own.get("Number") == "Plur" and verb.get("Number") == "Sing" and not forms[name].isupper()
    return shown and near and alone and not many and relations[name] in _OF_THE_TIME


def _never_declines(form: str) -> bool:
    """«Минобороны», «Kyodo»."""
    return form.isascii() or any("Fixd" in one.grammemes for one in analyses_of(form))

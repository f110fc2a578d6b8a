"""A day, a month, a year own no name: in «сообщает в среду |Reuters|» the name is the subject of the verb, and no Wednesday's.

Parsers hang a name without a case on the word before it. What has a day is a feast or a week, and stands in the
genitive: «в среду |Страстной недели|», «в субботу |вечера|».
"""

from collections.abc import Sequence

from molva.grammar.analyses import analyses_of
from molva.grammar.feats import read_feats
from molva.networks.morph import Tag

_TIMES = frozenset(
    "понедельник вторник среду четверг пятницу субботу воскресенье году январе феврале марте апреле мае "
    "июне июле августе сентябре октябре ноябре декабре".split()
)
_OF_THE_TIME = frozenset({"nmod", "appos", "flat", "flat:name", "flat:foreign"})


def without_owners(
    forms: Sequence[str], tags: Sequence[Tag], heads: Sequence[int], relations: Sequence[str]
) -> tuple[Sequence[int], Sequence[str]]:
    """Heads and relations with the names behind a time hung on its verb; heads count from 1, 0 is the root."""
    times = [i for i, form in enumerate(forms) if form in _TIMES and _is_when(i, forms, heads, tags)]
    if not times:
        return heads, relations
    hung, mended = list(heads), list(relations)
    for time in times:
        name = next((k for k in range(time + 1, len(forms)) if heads[k] == time + 1), len(forms))
        if name < len(forms) and _speaks(name, time, forms, tags, heads, relations):
            hung[name], mended[name] = heads[time], "nsubj"
    return hung, mended


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

"""Minutes as parliaments print them: «Зуев П. А. Сколько стоит мост?», «Председательствующий. Прошу тишины.»."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from molva.quotes.draft import Draft, Stretch
from molva.quotes.scene import ENDS, Scene

FEWEST = 3  # turns, and one of those who take them comes back
LONGEST_POST = 14  # words of «, заместитель главы администрации» behind the name
LONGEST_NAME = 7  # words of «К. Р. РЫБИНА»
CHAIR = frozenset({"председательствующий", "председательствующая", "председатель", "ведущий", "ведущая"})
HALL = (["из", "зала"], ["голос", "из", "зала"], ["голоса", "из", "зала"])


class Turn(NamedTuple):
    """Who speaks, and where the words begin and end."""

    label: Stretch
    begin: int
    end: int


def stenogram(scene: Scene) -> Iterator[Draft]:
    """Зуев П. А. Сколько стоит мост?⏎Председательствующий. Прошу тишины.⏎Зуев П. А. Спасибо.: a label with a stop."""
    turns = [turn for paragraph in scene.words.paragraphs if (turn := _turn(scene, *paragraph))]
    labels = Counter(tuple(scene.words.lower[turn.label[0] : turn.label[1]]) for turn in turns)
    if not _may_be_minutes(scene, turns, labels):
        return
    dashed = [scene.is_dash(turn.begin - 1) for turn in turns]
    if any(dashed) and not any(scene.words.form[turn.end - 1].startswith("?") for turn in turns):
        return  # «Зуев — Король.», «Орехов — Шут.»: who plays whom
    for turn in turns:
        told = (turn.begin, turn.end)
        yield Draft("turn", "direct", [told], source=turn.label, source_head=turn.label[0])


def _may_be_minutes(scene: Scene, turns: list[Turn], labels: Counter[tuple[str, ...]]) -> bool:
    """Whether somebody speaks twice, or the chair and another one are there: «ЗУЕВ П. А. Всё готово.⏎ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ. Спасибо.»."""
    if len(turns) >= FEWEST and max(labels.values()) > 1:
        return True
    return len(labels) > 1 and any(
        scene.lower(turn.label[0]).startswith("председательствующ") for turn in turns
    )


def _turn(scene: Scene, start: int, end: int) -> Turn | None:
    """The turn that a paragraph is."""
    if (dashed := _dashed(scene, start, end)) is not None:
        return dashed
    stop = _chair(scene, start, end) or _surname(scene, start, end)
    if stop is None or stop + 1 >= end:
        return None
    named = stop + (scene.words.form[stop] == "." and len(scene.words.form[stop - 1]) == 1)
    post = _post(scene, named, end)
    begin = post + 1 if post is not None else stop + 1
    return Turn((start, named), begin, end) if begin < end else None


def _dashed(scene: Scene, start: int, end: int) -> Turn | None:
    """«К. РЫБИНА - Добрый день.», «Ведущий — Начнём.»: a dash instead of the colon, and a capital behind it."""
    words = scene.words
    dash = next((i for i in range(start + 1, min(start + LONGEST_NAME, end - 1)) if scene.is_dash(i)), None)
    if dash is None or not words.form[dash + 1][:1].isupper() or words.end[dash - 1] == words.start[dash]:
        return None
    named = all(
        words.ent[i] == "PER" or words.form[i] == "." or words.form[i].isupper() for i in range(start, dash)
    )
    named = named and any(len(words.form[i]) > 2 for i in range(start, dash))  # «В.», «К.» are nobody's names
    chair = dash == start + 1 and words.lower[start] in CHAIR
    closed = words.form[end - 1] in ENDS
    return Turn((start, dash), dash + 1, end) if (named or chair) and closed else None


def _chair(scene: Scene, start: int, end: int) -> int | None:
    """The full stop behind «Председательствующий» and «Из зала»."""
    words = scene.words
    heads = [1] if words.lemma[start] in CHAIR or words.lower[start] in CHAIR else []
    heads += [len(said) for said in HALL if words.lower[start : start + len(said)] == said]
    return next((start + n for n in heads if start + n < end and words.form[start + n] == "."), None)


def _surname(scene: Scene, start: int, end: int) -> int | None:
    """The last full stop of «Зуев П. А.»."""
    forms = scene.words.form[start : start + 5]
    if len(forms) < 3 or len(forms[0]) < 2 or not (forms[0].istitle() or forms[0].isupper()):
        return None
    initials = 0
    while initials < 2 and _is_initial(forms[1 + 2 * initials : 3 + 2 * initials]):
        initials += 1
    return start + 2 * initials if initials and start + 2 * initials < end else None


def _is_initial(forms: list[str]) -> bool:
    """A capital letter with its full stop."""
    return len(forms) == 2 and len(forms[0]) == 1 and forms[0].isupper() and forms[1] == "."


def _post(scene: Scene, named: int, end: int) -> int | None:
    """The full stop behind «, заместитель главы администрации», which follows the name once."""
    words = scene.words
    if words.form[named : named + 1] != [","]:
        return None
    return next((i for i in range(named, min(named + LONGEST_POST, end)) if words.form[i] == "."), None)

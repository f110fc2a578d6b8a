"""What stands between two commas and belongs to neither side: a day, a gerund's clause, a word by the way.

Each function takes the first comma and gives the word behind the second one, or None where no such thing
stands there.
"""

from molva.quotes.ends.edges import skip_connectives
from molva.quotes.scene import Scene
from molva.speakers.dependents import is_dated

DAY = 6  # words to the second comma: «, 3 мая 2024 года,»


def behind_day(scene: Scene, comma: int, end: int) -> int | None:
    """«подтвердила в понедельник|, 4 декабря,| его партия»."""
    close = _next_comma(scene, comma, min(comma + 1 + DAY, end))
    return close + 1 if close is not None and is_dated(scene.words, comma + 1) else None


def behind_gerund(scene: Scene, comma: int, end: int) -> int | None:
    """«отмахнулся|, глядя на улицу,| староста»."""
    close = _next_comma(scene, comma, end)
    gerund = close is not None and scene.words.feat(comma + 1, "VerbForm") == "Conv"
    return close + 1 if close is not None and gerund else None


def by_the_way(scene: Scene, comma: int, end: int) -> int | None:
    """«считает|, в свою очередь,| мэр»: a connective that opens sentences, too."""
    behind = skip_connectives(scene, comma + 1, end)
    closed = behind > comma + 1 and scene.words.form[behind - 1] == ","
    return behind if closed and behind < end else None


def _next_comma(scene: Scene, comma: int, end: int) -> int | None:
    """The second comma."""
    return next((k for k in range(comma + 1, end) if scene.words.form[k] == ","), None)


def belongs_behind(scene: Scene, comma: int, end: int) -> bool:
    """«Об этом|, говорит он, свидетельствуют| стрелы»: a report between commas, and behind it the verb that the pointer belongs to."""
    words = scene.words
    if words.form[comma : comma + 1] != [","] or comma + 1 not in scene.cues:
        return False
    close = next((k for k in range(comma + 1, end) if words.form[k] == ","), end)
    verb = next((k for k in range(close, end) if scene.is_finite(k)), None)
    return verb is not None and not (verb in scene.cues and scene.cues[verb].has("say", "state", "relay"))

"""Comments below a text: a name in one line, the date in the next, then what the reader has written."""

import re
from collections.abc import Iterator

from molva.quotes.direct.label_lines import below
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.edges import trim
from molva.quotes.scene import ENDS, Scene

FEWEST = 2  # comments
LONGEST_NAME = 5  # words
LONGEST = 6  # paragraphs of a comment
ARROWS = frozenset({"→", "->", "=>", "►"})  # «Степаныч → Гость»: who answers whom
MONTHS = "январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр"
DATED = re.compile(
    rf"(?:(?:сегодня|вчера)\b|\d{{1,2}}(?:[.:/-]\d{{2}})+(?:[.:/-]\d{{2,4}})?|\d{{1,2}} (?:{MONTHS})\w*|\d{{4}}|г\.|года|[,\s|·в])+",
    re.IGNORECASE,
)


def comment(scene: Scene) -> Iterator[Draft]:
    """marina_kl⏎4 февраля 2016, 10:41⏎А хлеб откуда повезут?: comments with their readers' names."""
    paragraphs = scene.words.paragraphs
    dated = [
        n for n in range(1, len(paragraphs) - 1) if _is_date(scene, n) and is_name(scene, *paragraphs[n - 1])
    ]
    if len(dated) < FEWEST:
        return
    for name, first, last in below(dated):
        label = trim(scene, *_who(scene, name))
        if label is not None and last - first < LONGEST:
            told = (paragraphs[first][0], paragraphs[last][1])
            yield Draft("turn", "direct", [told], source=label, source_head=label[0])


def _is_date(scene: Scene, number: int) -> bool:
    """«4 февраля 2016, 10:41», «12.03.2024 18:05»: a line with a date or a time and nothing else."""
    words, (start, end) = scene.words, scene.words.paragraphs[number]
    text = words.text[words.start[start] : words.end[end - 1]]
    return DATED.fullmatch(text) is not None and any(map(str.isdigit, text))


def is_name(scene: Scene, start: int, end: int) -> bool:
    """A short line that says nothing: a name, a nickname, «Гость»."""
    closed = scene.words.form[end - 1] in ENDS | {":", ",", ")"}
    return end - start <= LONGEST_NAME and not closed and not scene.has_predicate(start, end)


def _who(scene: Scene, number: int) -> Stretch:
    """Who writes: what stands before the arrow."""
    start, end = scene.words.paragraphs[number]
    return start, next((i for i in range(start + 1, end) if scene.words.form[i] in ARROWS), end)

"""What a report begins with before its first word: «15 мая 2011, 14:20 Мост закрыт», «ЯЛУГА, 15 мая — Мост закрыт»."""

import re
from bisect import bisect_left

from molva.quotes.scene import Scene

_MONTH = r"(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яё]"
_DAY = rf"(?:\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}} {_MONTH}(?: \d{{4}}(?: года| г\.)?)?)"
_TIME = r"\d{1,2}[:.]\d\d"
_DASH = r" ?[—–-] "
_TOWN = r"[А-ЯЁ][А-ЯЁа-яё]+(?:[ -][А-ЯЁ][А-ЯЁа-яё]+)*"
# «15 мая 2011, 14:20 |Мост|», «14.20 - |Мост|», «Ялуга, 15 мая — |Мост|»; «15 мая Зуев уехал» is told
_HEAD = re.compile(
    rf"(?:{_DAY},? {_TIME}(?:{_DASH}|[ |]+)|{_TIME}{_DASH}|{_TOWN}, {_DAY}{_DASH})(?=[А-ЯЁA-Z«\"])"
)


def behind_date(scene: Scene, start: int) -> int:
    """The first word behind the date and the time, or the town and the date, that open a paragraph."""
    words = scene.words
    form = words.form[start]
    if not (form[0].isdigit() or form[0].isupper() and words.form[start + 1 : start + 2] == [","]):
        return start
    if start != scene.paragraph(start)[0] or (head := _HEAD.match(words.text, words.start[start])) is None:
        return start
    return bisect_left(words.start, head.end())

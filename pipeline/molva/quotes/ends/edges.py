"""Where a content begins and ends: the marks at its edges, and the stretch that it may fill."""

import re
from bisect import bisect_right
from unicodedata import category

from molva.quotes.draft import Stretch
from molva.quotes.ends.dates import behind_date
from molva.quotes.scene import DASHES, Scene
from molva.tokens.marks import MARKS

SHORTENED = frozenset({"руб", "тыс", "долл", "коп", "чел"})  # «500 |тыс|.»
CLOCK = re.compile(r"\d\d?[:.]\d\d")
PAIRED = MARKS | frozenset("`()[]")
BRACKETS = {"(": ("(", ")"), ")": ("(", ")"), "[": ("[", "]"), "]": ("[", "]")}
BULLETS = frozenset({"•", "·", "‣", "◦", ">", ">>"})
AGENCY = 4  # words of an agency with its dash at the head of a report
SHORTEST = 3  # letters of its name
MINUS = frozenset({"−", "–", "-"})
FIRST_SIGN = "\u2190"  # the arrows and all pictures behind them; «№» and «°» stand before
# what a headline says of its page
EXTRAS = frozenset(
    "видео фото аудио фотофакт фоторепортаж инфографика обновлено дополнено обновляется".split()
)
ELLIPSES = frozenset({"…", "..."})
EDGE_PUNCT = frozenset({",", ".", ":", ";", *ELLIPSES, *DASHES})

# What the narrator ties a sentence to the one before with, whoever speaks in it; «так» only with its comma.
TIES = (
    ("однако",), ("но",), ("а", "вот"), ("а",), ("впрочем",), ("то", "есть"), ("кроме", "того"), ("при", "этом"),
    ("тем", "не", "менее"), ("вместе", "с", "тем"), ("между", "тем"), ("в", "то", "же", "время"),
    ("более", "того"), ("мало", "того"), ("так", ","), ("другими", "словами"), ("иными", "словами"),
)  # fmt: skip

# Words that may open a sentence before all that is said in it, the narrator's or the speaker's.
CONNECTIVES = (
    *TIES,
    ("в", "частности"), ("в", "свою", "очередь"), ("в", "связи", "с", "этим"), ("с", "другой", "стороны"),
    ("к", "тому", "же"), ("помимо", "этого"), ("помимо", "того"), ("так",), ("также",), ("и",), ("тогда", "же"),
    ("ранее",), ("позднее",), ("позже",), ("при", "том"), ("кстати",), ("напомним",), ("затем",), ("тем", "временем"),
    ("пока", "же"), ("на", "самом", "деле"), ("именно",), ("зато",), ("например",), ("теперь",), ("потом",),
    ("причем",), ("притом",), ("правда", ","), ("действительно", ","), ("к", "слову"), ("к", "счастью"),
    ("к", "сожалению"), ("во-первых",), ("во-вторых",), ("в-третьих",), ("как", "выяснилось"), ("как", "оказалось"),
    ("как", "и", "ожидалось"), ("как", "и", "раньше"), ("как", "и", "прежде"), ("все", "же"),
)  # fmt: skip
_CONNECTIVES = {
    first: [phrase for phrase in CONNECTIVES if phrase[0] == first]
    for first in {one[0] for one in CONNECTIVES}
}


def trim(scene: Scene, start: int, end: int) -> Stretch | None:
    """A stretch without the punctuation of its edges; None when no word is left.

    Marks stay when their partner stands inside too: ⟦отношения «истончились»⟧.
    """
    forms = scene.words.form
    if (scene.addresses or scene.links) and scene.pair_around(start) is None:
        end = before_address(scene, start, end)
    end = before_extras(scene, start, end)
    while start < end and (
        forms[start] in EDGE_PUNCT or _lone(scene, start, start, end) or is_sign(forms[start])
    ):
        if _is_minus(scene, start, end):
            break
        start += 1
    while end > start and (forms[end - 1] in EDGE_PUNCT or _lone(scene, end - 1, start, end)):
        if _shortens(scene, end - 1, start) or _breaks_off(scene, end - 1):
            break
        end -= 1
    return (start, end) if any(forms[i][0].isalnum() for i in range(start, end)) else None


def _shortens(scene: Scene, stop: int, start: int) -> bool:
    """«стоил 500 |тыс.|», «сгорел в 1950 |г.|», «лодки и |др.|»: a full stop that belongs to the word before it."""
    words, short = scene.words, stop - 1
    if words.form[stop] != "." or short <= start or words.end[short] != words.start[stop]:
        return False
    dated = words.lower[short] in {"г", "гг"} and words.form[short - 1][-1:].isdigit()
    return dated or words.lower[short] in SHORTENED or words.lower[short - 1 : stop] == ["и", "др"]


def _breaks_off(scene: Scene, stop: int) -> bool:
    """««Мы стараемся|…|», — сказал Зуев»: an ellipsis before the mark that closes is the speaker's own."""
    return scene.words.form[stop] in ELLIPSES and stop + 1 in scene.closes


def is_sign(form: str) -> bool:
    """«⚡», «🔻», «▪», «•»: what a line of a feed opens with, and nobody has said."""
    return form[0] >= FIRST_SIGN and category(form[0]) == "So" or form in BULLETS


def behind_signs(scene: Scene, start: int, end: int) -> int:
    """«|🔹| Об этом сообщил мэр»: the first word of a sentence behind the signs that its line opens with."""
    while start < end - 1 and is_sign(scene.words.form[start]):
        start += 1
    return start


def before_address(scene: Scene, start: int, end: int) -> int:
    """«объяснили, как гаснут звёзды https://…», «… звёзды (https://…)»: the end of what was told, before an address behind it.

    Of «[мост закроют](https://…)», as posts have it, what stands in the square brackets is told.
    """
    forms = scene.words.form
    last = end - 1
    while last > start and (forms[last] in EDGE_PUNCT or forms[last] == ")"):
        last -= 1
    first = scene.addresses.get(last, end)
    if first == end:
        return next(
            (link for link in scene.links if start < link < end and "[" not in forms[start:link]), end
        )
    return first - (first > start and forms[first - 1] == "(")


def before_extras(scene: Scene, start: int, end: int) -> int:
    """«Зуев: мост закроют |(ВИДЕО)|», «мост закроют — |ФОТО|»: the end of what was told, before what a headline tells of its page."""
    forms, lower, last = scene.words.form, scene.words.lower, end - 1
    if end - start < SHORTEST or forms[last] not in {")", "]"} and lower[last] not in EXTRAS:
        return end
    first = last
    while first > start and (
        lower[first - 1] in EXTRAS or forms[first - 1] in {",", "+", "/", "и", ")", "]"}
    ):
        first -= 1
    opened = forms[first - 1] in ({"(", "["} if forms[last] in BRACKETS else DASHES | {"+"})
    shown = any(lower[i] in EXTRAS for i in range(first, end))
    return first - 1 if opened and shown and first - 1 > start else end


def _is_minus(scene: Scene, i: int, end: int) -> bool:
    """«−30 градусов», «–3 %»: a dash right before a digit, with a space or a mark before it."""
    words = scene.words
    if words.form[i] not in MINUS or i + 1 >= end or not words.form[i + 1][:1].isdigit():
        return False
    alone = i == 0 or words.end[i - 1] < words.start[i] or words.form[i - 1] in MARKS
    return alone and words.end[i] == words.start[i + 1]


def trim_all(scene: Scene, parts: list[Stretch]) -> list[Stretch]:
    """Trimmed stretches; empty ones are dropped."""
    return [part for start, end in parts if (part := trim(scene, start, end))]


def _lone(scene: Scene, i: int, start: int, end: int) -> bool:
    """Whether word ``i`` is a mark or a bracket whose partner stands outside of ``start``..``end``."""
    form = scene.words.form[i]
    if form not in PAIRED:
        return False
    if form in BRACKETS:
        opening, closing = BRACKETS[form]
        return scene.words.form[start:end].count(opening) != scene.words.form[start:end].count(closing)
    partner = scene.opens.get(i, scene.closes.get(i))
    return partner is None or not start <= partner < end


def skip_connectives(scene: Scene, start: int, end: int) -> int:
    """The first word after «Кроме того,», «При этом» and their like."""
    lower = scene.words.lower
    while start < end:
        known = _CONNECTIVES.get(lower[start], ())
        stops = (start + len(one) for one in known if tuple(lower[start : start + len(one)]) == one)
        stop = next((stop for stop in stops if stop <= end), None)
        if stop is None:
            break
        start = stop + (stop < end and lower[stop] == ",")
    return start


def limits(scene: Scene, i: int) -> Stretch:
    """The stretch a content around word ``i`` may fill: its sentence, cut at the marks around it.

    Inside marks the sentence may begin or end outside of them; a content never does.
    """
    if i not in scene.limits:
        scene.limits[i] = _limits(scene, i)
    return scene.limits[i]


def _limits(scene: Scene, i: int) -> Stretch:
    """The same, worked out: ``limits`` remembers it."""
    start, end = scene.sentence(i)
    first = behind_signs(scene, behind_dateline(scene, start), end)
    start, end = min(first, i), _before_rubric(scene, start, end)
    pair = scene.pair_around(i)
    if pair and scene.words.par[pair[0]] == scene.words.par[pair[1]]:
        start, end = max(start, pair[0] + 1), min(end, pair[1])
    bracket = scene.bracket_around(i)
    if bracket:
        start, end = max(start, bracket[0] + 1), min(end, bracket[1])
    breaks = scene.breaks.get(pair, ())
    at = bisect_right(breaks, i)
    if at:
        start = max(start, breaks[at - 1])
    return start, min(end, breaks[at]) if at < len(breaks) else end


def behind_clock(scene: Scene, start: int) -> int:
    """«|14:20| Пожар потушен, сообщили в МЧС»: in a feed the clock opens the line; the first word behind it."""
    words = scene.words
    if (dated := behind_date(scene, start)) != start:
        return dated
    if start != scene.paragraph(start)[0] or not words.form[start][:1].isdigit():
        return start
    for stop in (start + 1, start + 3):
        first = words.form[stop : stop + 2]
        if CLOCK.fullmatch("".join(words.form[start:stop])) and first:
            opens = first[0][:1].isupper() or stop in scene.opens and first[-1][:1].isupper()
            return stop if opens else start
    return start


def behind_dateline(scene: Scene, start: int) -> int:
    """«|ВЕСТНИК-ЮГ -| Совет одобрил сделку, сообщил мэр», «|(Омск, 5 мая) -| Мост закрыт»: the first word behind it.

    An agency in capitals, or brackets without a verb, and a capital behind them.
    """
    words, forms = scene.words, scene.words.form
    close = scene.brackets.get(start)
    if close is not None and start == scene.paragraph(start)[0]:
        first = close + 1 + scene.is_dash(close + 1)
        told = scene.has_predicate(start, close)
        return first if not told and forms[first : first + 1] and forms[first][:1].isupper() else start
    dated = behind_clock(scene, start)
    if forms[start] != forms[start].upper() or dated != start:
        return dated
    dash = next(
        (k for k in range(start + 1, min(start + AGENCY, len(words) - 1)) if forms[k] in DASHES), start
    )
    capitals = "".join(forms[start:dash])
    if len(capitals) < SHORTEST or not capitals.isupper() or words.ent[dash - 1] == "LOC":
        return behind_clock(scene, start)
    opens = dash + 1 in scene.opens and forms[dash + 2][:1].isupper()
    return dash + 1 if forms[dash + 1][:1].isupper() or opens else start


def _before_rubric(scene: Scene, start: int, end: int) -> int:
    """«… нанесли удар по городу |Политика, 12:45»: in a feed the rubric and the clock close the line."""
    if end != scene.paragraph(start)[1]:
        return end
    clock = next((k for k in range(end - 1, max(end - 5, start), -1) if scene.words.form[k] == ","), None)
    if clock is None or clock - 1 <= start:
        return end
    time = CLOCK.fullmatch("".join(scene.words.form[clock + 1 : end]))
    return clock - 1 if time and scene.words.form[clock - 1][:1].isupper() else end

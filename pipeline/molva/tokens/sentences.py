"""Where sentences start: razdel's sentences on each line, mended around direct speech and behind short forms."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from molva.text.tidy import LINE_BREAKS, Tidied
from molva.tokens.glued import OF_NAMES, STOPS, glued, speech_glued
from molva.tokens.marks import Pair, pair_marks
from molva.tokens.razdel import Edges, sentence_edges

# A short quotation is one sentence with its author's words: «Мы готовы. Условия известны», —
# заявил Орехов. A long one (a speech of several paragraphs' length) would make a sentence that no
# parser can take, so it keeps its inner sentences. 60 words is three average news sentences.
MOST_WORDS = 60
MOST_CHARACTERS = 400

CODE = 6  # words of a law's short name before the bracket closes
REMARK = 60  # words of a remark in brackets
SIGNED = 10  # words of who has made it: «— Прим. ред. «Бакена»)»

_DASHES = frozenset("—–-") | {"--", "---"}
_ENDS = frozenset('.!?…»“”"›') | {"...", "?!", "!..", "?..", "!!!"}
_LINE = re.compile(f"[^{LINE_BREAKS}]+")

# Words that no name begins with: a capital shows that a sentence does.
_ANEW = frozenset(
    "без в во для до за из к ко кроме на о об от перед по под после при про с со среди у через "
    "а более если и когда как но однако поэтому так также тогда тем хотя "
    "я мы вы он она оно они это этот эта эти тот та те такой такая такие такое его ее их ему ей им все "
    "там тут здесь затем потом теперь сейчас сегодня вчера ранее раньше позже".split()
)
# Those by whom a report goes on that withholds a surname: «… Олег К. |Полиция ищет его».
_GOING_ON = frozenset(
    "мужчина женщина девушка юноша подросток задержанный обвиняемый подозреваемый пострадавший водитель "
    "адвокат суд прокуратура полиция полицейские следствие следователи канал издание ведомство".split()
)
_CODES = frozenset("УК УПК УИК ГК ГПК КоАП КАС АПК ТК НК СК ЖК ЗК БК".split())  # the codes of law
_PLACES = frozenset("мкр мкрн ост наб дер пгт бул бульв туп".split())  # short forms of what a place is
_ARTICLE = 3  # words from «ст.» to the stop behind its number
_SITE = 3  # words of «bakenyalugi.ru»
_DIGITS = "0123456789"


def line_edges(text: str) -> Iterator[Edges]:
    """Half-open edges of the lines of a text, without their line breaks; blank lines left out."""
    for line in _LINE.finditer(text):
        if not line.group().isspace():
            yield line.span()


def sentence_offsets(tidied: Tidied) -> Iterator[tuple[int, bool]]:
    """Offsets in the original text where a sentence starts, and whether a line starts there too."""
    for start, end in line_edges(tidied.text):
        first = True
        for begin, _ in sentence_edges(tidied.text[start:end]):
            yield tidied.starts[start + begin], first
            first = False


def mend(starts: Sequence[int], forms: Sequence[str], space_before: Sequence[bool]) -> list[int]:
    """Take away the sentence starts inside direct speech or before its author's words; add those behind short forms.

    Args:
        starts: words at which razdel starts a sentence, the first one of the line included.
        forms: the words of one line.
        space_before: for each word, whether white space stands before it.

    Returns:
        The starts that stay; the first always does.
    """
    pairs = pair_marks(forms, space_before)
    added = (
        *_behind_short_forms(forms, space_before),
        *glued(forms, space_before),
        *speech_glued(forms, space_before, pairs),
        *_site_at_the_end(forms, space_before),
        *_behind_footnotes(forms, space_before),
    )
    starts = sorted({*starts, *added})
    if len(starts) < 2:
        return starts
    quoted = set(_quoted(pairs, forms))
    return [
        start
        for n, start in enumerate(starts)
        if n == 0 or not (start in quoted or any(cuts(start, forms) for cuts in _CUTS))
    ]


def _behind_short_forms(forms: Sequence[str], space_before: Sequence[bool]) -> Iterator[int]:
    """«К утру −8 °C. | Врачи просят …», «Пришёл Олег К. | Он молчал», «взлетел Як-52М. | Об этом …»."""
    for i in [i for i, form in enumerate(forms[:-1]) if i > 1 and form[:1].isupper()]:
        if forms[i - 1] == "." and space_before[i] and forms[i + 1] != ".":
            word = "" if forms[i + 1][:1].isupper() else forms[i].lower().replace("ё", "е")
            anew = word in _ANEW and not _awaits(i - 2, forms)
            named = word in _GOING_ON and _is_surname(i - 2, forms)
            if anew or named or _is_degree(i - 2, forms) or _is_model(i - 2, forms, space_before):
                yield i


def _behind_footnotes(forms: Sequence[str], space_before: Sequence[bool]) -> Iterator[int]:
    """«Мост закрыт.[1] |Паром| ходит»: a sentence behind the numbers of footnotes that stand behind a full stop."""
    for i in (k for k in range(4, len(forms)) if forms[k - 1] == "]" and space_before[k]):
        stop = i - 1
        while stop > 2 and forms[stop] == "]" and forms[stop - 1].isdigit() and forms[stop - 2] == "[":
            stop -= 3
        if stop < i - 1 and forms[stop] in _ENDS and (forms[i][:1].isupper() or forms[i] == "«"):
            yield i


def _site_at_the_end(forms: Sequence[str], space_before: Sequence[bool]) -> Iterator[int]:
    """«Паром стоит. |bakenyalugi.ru|»: the site that a text comes from, behind its last full stop."""
    last = len(forms) - (forms[-1] == "»" and len(forms) > 1)
    site = forms[last - _SITE : last]
    if last <= _SITE or site[1] != "." or any(space_before[last - _SITE + 1 : last]):
        return
    if forms[last - _SITE - 1] in STOPS and site[0].islower() and site[2].isalpha() and site[2].islower():
        yield last - _SITE


def _awaits(i: int, forms: Sequence[str]) -> bool:
    """«|ст|. О торговле», «1. Об охоте»: a short form of what a name follows, or the number of a list."""
    return forms[i].lower() in OF_NAMES or forms[i].isdigit()


def _is_model(i: int, forms: Sequence[str], space_before: Sequence[bool]) -> bool:
    """«до 15 м/|с|», «Як-52|М|», «ЗРК «Луч-|Т|»: letters joined to what stands before them, and no initial of somebody."""
    if i < 1 or space_before[i] or not forms[i].isalpha():
        return len(forms[i]) > 2 and forms[i][-1].isupper() and forms[i][-2] in "-&/" + _DIGITS
    return forms[i - 1] in {"/", "&"} or forms[i - 1][-1:].isdigit() and forms[i].isupper()


def _is_degree(i: int, forms: Sequence[str]) -> bool:
    """«8 °C»: a unit, and no initial of somebody."""
    return forms[i] in {"°C", "°С", "°F"} or forms[i] in {"C", "С", "F"} and i > 0 and forms[i - 1] == "°"


def _is_surname(i: int, forms: Sequence[str]) -> bool:
    """«Олег |К|»: a letter instead of a surname, right behind the name."""
    letter = len(forms[i]) == 1 and forms[i].isupper()
    return letter and i > 0 and len(forms[i - 1]) > 1 and forms[i - 1].istitle()


def _quoted(pairs: Sequence[Pair], forms: Sequence[str]) -> Iterator[int]:
    """The words of short quotations, before which nothing is cut: «Мы готовы. |Условия известны», — заявил Орехов."""
    for pair in pairs:
        if pair.close is not None and _is_short(pair.open, pair.close, forms):
            yield from range(pair.open + 1, pair.close + 1)


def _is_short(start: int, end: int, forms: Sequence[str]) -> bool:
    return end - start <= MOST_WORDS and sum(len(form) + 1 for form in forms[start:end]) <= MOST_CHARACTERS


def _cuts_author(start: int, forms: Sequence[str]) -> bool:
    """«Решение принято!» | — объявила Лаптева.; — Сдаёмся! | — крикнул Орлов."""
    after = forms[start + 1] if start + 1 < len(forms) else ""
    return forms[start - 1] in _ENDS and forms[start] in _DASHES and after.isalpha() and after.islower()


def _cuts_remark(start: int, forms: Sequence[str]) -> bool:
    """«Зуев сказал, что он (мост. | — Ред.) закрыт»: a remark in brackets, and who has made it behind a dash."""
    if forms[start] not in _DASHES or forms[start - 1] not in _ENDS:
        return False
    close = next(
        (i for i in range(start + 1, min(start + SIGNED, len(forms))) if forms[i] in {"(", ")"}), None
    )
    if close is None or forms[close] == "(":
        return False
    before = (forms[i] for i in range(start - 1, max(start - REMARK, -1), -1) if forms[i] in {"(", ")"})
    return next(before, None) == "("


def _cuts_article(start: int, forms: Sequence[str]) -> bool:
    """«дело о краже (ч. 1 ст. 20.3.3. | КоАП) завели»: the number of an article with a full stop, in brackets that close soon."""
    if forms[start - 1] != "." or not forms[start - 2][-1:].isdigit():
        return False
    close = next((i for i in range(start, min(start + CODE, len(forms))) if forms[i] in {"(", ")"}), None)
    if close is None or forms[close] == "(" or forms[close - 1] in _ENDS:
        return False
    before = (forms[i] for i in range(start - 1, max(start - REMARK, -1), -1) if forms[i] in {"(", ")"})
    return next(before, None) == "("


def _cuts_code(start: int, forms: Sequence[str]) -> bool:
    """«дело по ст. 20.3.3. |КоАП возбудили»: a stop behind the number of an article, and its code."""
    if forms[start] not in _CODES or forms[start - 1] != "." or not forms[start - 2][-1:].isdigit():
        return False
    before = forms[max(start - 2 - _ARTICLE, 0) : start - 2]
    return any(form.lower() == "ст" or form.lower().startswith("стать") for form in before)


def _cuts_place(start: int, forms: Sequence[str]) -> bool:
    """«вышел на ост. |Рыбацкой», «живёт в мкр. |Южном»: a short form of what a place is, and its name, which no sentence begins with."""
    name = forms[start][:1].isupper() and forms[start].lower().replace("ё", "е") not in _ANEW
    return name and start > 1 and forms[start - 1] == "." and forms[start - 2] in _PLACES


_CUTS = (_cuts_author, _cuts_remark, _cuts_article, _cuts_code, _cuts_place)


def stretches(starts: Sequence[int], total: int) -> Iterator[Edges]:
    """Half-open stretches between starts, the last one up to ``total``."""
    yield from pairwise([*starts, total])

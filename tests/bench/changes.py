"""Changes of a text that keep who said what: other dashes, other surnames, another day, verbs that report alike."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc

from molva.contract import read_quotes
from molva.entities.dictionary import person_readings
from molva.lexicon.analyses import analyses_of

SURNAME = re.compile(
    r"([А-ЯЁ][а-яё]{2,}?)(ов|ев|ин|ск)(|а|у|ым|е|ой|ых|ы|ыми|ий|ого|ому|им|ом|ая|ую|ие|их|ими)"
)
STEMS = {  # of surnames that decline as those they stand for
    "ов": ("Ларион", "Щегл", "Тарас", "Белоглаз", "Гурьян", "Прохор", "Сысо", "Дудник"),
    "ев": ("Зу", "Бурц", "Лихач", "Кордел", "Мелех", "Шулеп"),
    "ин": ("Калуг", "Фом", "Ласт", "Вершин", "Бород", "Клюк"),
    "ск": ("Вержбиц", "Залес", "Смирниц", "Хлебов"),
}
# verbs that report alike and govern alike
ALIKE = (
    "сообщить рассказать",
    "заявить сказать",
    "отметить подчеркнуть",
    "пояснить объяснить",
    "считать полагать",
)
FORMS = frozenset("VERB past pres sing plur masc femn neut 3per GRND".split())
MEDIA = {"ТАСС": "РИА Новости", "РИА Новости": "ТАСС", "Reuters": "Bloomberg", "Bloomberg": "Reuters"}
FURNITURE = ("Читайте также", "Реклама", "Подписывайтесь на наш канал в Telegram")


@dataclass(frozen=True, slots=True)
class Edit:
    """Code points ``start``..``end`` of a text, and what stands there instead."""

    start: int
    end: int
    instead: str


Change = Callable[[Doc], Iterable[Edit]]


def _replaced(doc: Doc, pattern: str, instead: Callable[[str], str]) -> Iterator[Edit]:
    """Every match of a pattern, replaced."""
    return (Edit(m.start(), m.end(), instead(m[0])) for m in re.finditer(pattern, doc.text))


def dashes(doc: Doc) -> Iterator[Edit]:
    """«…», — сказал → «…», – сказал."""
    return _replaced(doc, "—", lambda _: "–")


def yo(doc: Doc) -> Iterator[Edit]:
    """Пётр → Петр."""
    return _replaced(doc, "[ёЁ]", lambda letter: "е" if letter == "ё" else "Е")


def paragraphs(doc: Doc) -> Iterator[Edit]:
    """An empty line between paragraphs."""
    return _replaced(doc, r"(?<!\n)\n(?!\n)", lambda _: "\n\n")


def furniture(doc: Doc) -> Iterator[Edit]:
    """«Читайте также» between every third pair of paragraphs."""
    gaps = islice(re.finditer(r"(?<=[.!?»])\n+(?=[А-ЯЁ«])", doc.text), 1, None, 3)
    return (Edit(m.start(), m.end(), f"\n{FURNITURE[n % len(FURNITURE)]}\n") for n, m in enumerate(gaps))


def surnames(doc: Doc) -> Iterator[Edit]:
    """Орехова → Тарасова: another surname of the same endings, the same all through the text."""
    taken: dict[str, str] = {}
    left = {ending: list(stems) for ending, stems in STEMS.items()}
    for token in doc:
        match = SURNAME.fullmatch(token.text) if token.ent_type_ == "PER" else None
        if match is None or any(reading.kind == "given" for reading in person_readings(token.lower_)):
            continue
        stem, ending = match[1], match[2]
        if stem not in taken and not left[ending]:
            continue
        taken.setdefault(stem, left[ending].pop() if stem not in taken else "")
        yield Edit(token.idx, token.idx + len(stem), taken[stem])


def media(doc: Doc) -> Iterator[Edit]:
    """ТАСС → РИА Новости: media whose names do not decline."""
    names = "|".join(sorted(MEDIA, key=len, reverse=True))
    return _replaced(doc, rf"(?<![\w-])(?:{names})(?![\w-])", MEDIA.__getitem__)


def verbs(doc: Doc) -> Iterator[Edit]:
    """сообщил → рассказал: a verb that reports alike, in the same form."""
    pairs = [pair.split() for pair in ALIKE]
    other = {one: two for pair in pairs for one, two in (pair, pair[::-1])}
    for token in doc:
        if token.pos_ != "VERB" or token.lemma_ not in other:
            continue
        own = next((a for a in analyses_of(token.lower_) if a.lemma == token.lemma_), None)
        base = next((a for a in analyses_of(other[token.lemma_]) if "INFN" in a.grammemes), None)
        form = own and base and base.inflect(*(own.grammemes & FORMS))
        if form:
            yield Edit(token.idx, token.idx + len(token), form.capitalize() if token.is_title else form)


def day(doc: Doc) -> Iterator[Edit]:
    """«сообщил глава порта» → «сообщил в среду глава порта»: a day right behind the verb of a quote."""
    for quote in read_quotes(doc):
        if quote.cue is None or quote.source is None or quote.cue.end != quote.source.start:
            continue
        if re.fullmatch(r"[а-яё]+(?:л|ла|ло|ли)", quote.cue.text):
            yield Edit(quote.cue.end_char, quote.cue.end_char, " в среду")


def earlier(doc: Doc) -> Iterator[Edit]:
    """«глава порта сообщил» → «глава порта ранее сообщил»."""
    for quote in read_quotes(doc):
        cue = quote.cue
        if cue is None or not re.fullmatch(r"[а-яё]+(?:л|ла|ло|ли)", cue.text):
            continue
        if doc.text[max(cue.start_char - 3, 0) : cue.start_char] not in {"не ", "бы "}:
            yield Edit(cue.start_char, cue.start_char, "ранее ")


CHANGES: tuple[Change, ...] = (dashes, yo, paragraphs, furniture, surnames, media, verbs, day, earlier)

"""Patterns in which molva's output and the text, or two of its quotes, contradict each other.

`scan.py` counts them over a corpus. A list of errors of a few marked documents shows what fails there; this shows what
fails often.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from molva.corpus.rows import quote_rows

Rows = Sequence[Mapping[str, Any]]
Hits = Iterator[tuple[int, str]]  # offsets in the text, and what to say of them

SAID = (
    r"(?:заяви|сообщи|сказа|отмети|рассказа|подчеркну|добави|поясни|напомни|утвержда|призна|объясни|уточни"
    r"|предположи|указа|объяви|написа)(?:л|ла|ло|ли)"
)
SAYS = (
    r"(?:заявля|сообща|отмеча|рассказыва|подчеркива|добавля|поясня|напомина|утвержда|уточня|указыва|счита|полага|переда)"
    r"(?:ет|ют)|пиш(?:ет|ут)"
)
VERB = rf"(?:{SAID}|{SAYS})"
NAME = r"[А-ЯЁ][а-яё-]+"
PHRASES = (
    r"По (?:словам|мнению|данным|информации|оценк(?:е|ам)|версии|(?:его|е[ёе]|их) (?:словам|мнению))|Согласно"
)
AGENCIES = r"(?:ТАСС|РБК|«?Интерфакс[уа]?»?|РИА «?Новости»?|Reuters|Bloomberg)"


@dataclass(frozen=True, slots=True)
class Read:
    """A text as molva has read it: its quotes, and the names of people."""

    text: str
    quotes: Rows
    people: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pattern, a sentence that may be read wrongly so, and where it is found."""

    name: str
    example: str
    find: Callable[[Read], Hits]


def ends_in_attribution(read: Read) -> Hits:
    """The last words of a content tell who says something."""
    for row in read.quotes:
        start, end = row["content"][-1]
        found = re.search(rf"[,»] (?:— )?{VERB} [^,.;«»!?]{{3,90}}$", read.text[start:end])
        if found and row["type"] != "direct":
            yield start + found.start(), f"{row['speaker']}: … {found[0]}"


def holds_the_author(read: Read) -> Hits:
    """Words in marks go on over «…», — said somebody."""
    for row in read.quotes:
        for start, end in row["content"]:
            found = re.search(rf"[»”\"],? [—–-] {VERB}\b", read.text[start:end])
            if found:
                yield start + found.start(), f"{row['speaker']}: … {found[0]}"


def begins_twice(read: Read) -> Hits:
    """A quote inside another one begins where the other begins."""
    for outer in read.quotes:
        for inner in read.quotes:
            if inner["parent"] == outer["id"] and inner["content"][0][0] - outer["content"][0][0] < 3:
                yield outer["content"][0][0], f"{outer['speaker']} around {inner['speaker']}"


def overlaps(read: Read) -> Hits:
    """Two quotes share words, and neither stands inside the other."""
    for number, one in enumerate(read.quotes):
        for other in read.quotes[number + 1 :]:
            apart = one["id"] != other["parent"] and other["id"] != one["parent"]
            if apart and any(a < d and c < b for a, b in one["content"] for c, d in other["content"]):
                yield one["content"][0][0], f"{one['speaker']} and {other['speaker']}"


def verb_left_alone(read: Read) -> Hits:
    """A verb of saying governs a clause, and is no cue."""
    for found in re.finditer(rf"\b({VERB})(?:[^.,;:!?«»()\n]{{0,60}}), что ", read.text):
        if not _is_cue(read.quotes, found.start(1)):
            yield found.start(), found[0]


def inserted_left_alone(read: Read) -> Hits:
    """A verb of saying follows a comma, and is no cue, and names no medium of a quote before it."""
    for found in re.finditer(rf", ({VERB}) [«\w]", read.text):
        passed_on = any(row["via"] and 0 < found.start() - row["content"][-1][1] < 250 for row in read.quotes)
        if not passed_on and not _is_cue(read.quotes, found.start(1)):
            yield found.start(), found[0]


def marks_left_alone(read: Read) -> Hits:
    """Marks stand behind a verb of saying and a colon, and hold no quote."""
    for found in re.finditer(rf"\b{VERB}[^.;!?«»\n]{{0,80}}: [«\"]", read.text):
        if not any(start <= found.end() + 2 < end for row in read.quotes for start, end in row["content"]):
            yield found.start(), found[0]


def phrase_left_alone(read: Read) -> Hits:
    """A sentence begins with a phrase of attribution that is no cue."""
    for found in re.finditer(rf"(?:{PHRASES})\b", read.text):
        if not _is_cue(read.quotes, found.start()):
            yield found.start(), found[0]


def nobody_speaks(read: Read) -> Hits:
    """There is a source, and no speaker."""
    for row in read.quotes:
        if row["source"] and row["speaker"] is None:
            yield row["source"][0], read.text[slice(*row["source"])]


def says_another(read: Read) -> Hits:
    """The source names a person, and the speaker shares no word with the name."""
    for row in read.quotes:
        first, last = row["source"] or (0, 0)
        names = " ".join(read.text[start:end] for start, end in read.people if first <= start and end <= last)
        if names and not _stems(names) & _stems(row["speaker"] or ""):
            yield first, f"{read.text[first:last]} → {row['speaker']}"


def long_speaker(read: Read) -> Hits:
    """The speaker's name has seven words and more."""
    yield from _speakers(read.quotes, lambda name, _kind: len(name.split()) > 6)


def adverbial_in_speaker(read: Read) -> Hits:
    """The speaker's name holds when, where or how he speaks."""
    told = re.compile(
        r" (?:в (?:ответ|комментарии|беседе|эфире|ходе)|на брифинге|во время|накануне|также|ранее)\b"
    )
    yield from _speakers(read.quotes, lambda name, _kind: bool(told.search(name)))


def post_in_name(read: Read) -> Hits:
    """A person's name begins with his post."""
    shape = re.compile(rf"[а-яё].* {NAME} {NAME}")
    yield from _speakers(read.quotes, lambda name, kind: kind == "person" and bool(shape.fullmatch(name)))


def small_latin(read: Read) -> Hits:
    """A foreign name has lost its capital."""
    yield from _speakers(read.quotes, lambda name, _kind: bool(re.match("[a-z]", name)))


def medium_in_name(read: Read) -> Hits:
    """An agency stands before the speaker's name."""
    yield from _speakers(
        read.quotes, lambda name, _kind: bool(re.match(rf"{AGENCIES} [а-яё]", name)) and " и " not in name
    )


def surname_alone(read: Read) -> Hits:
    """A person is called by one word, and the text has it behind another name inside a sentence."""
    for row in read.quotes:
        name = row["speaker"] or ""
        if row["kind"] == "person" and re.fullmatch(NAME, name):
            fuller = re.search(
                rf"(?<=[а-яё,] )({NAME}) {name[: max(4, len(name) - 1)]}\w{{0,3}}\b", read.text
            )
            if fuller:
                yield _at(row), f"{name} beside {fuller[0]}"


def medium_speaks(read: Read) -> Hits:
    """Somebody has told an agency, and the agency is the speaker, or is not kept as the medium."""
    for found in re.finditer(rf"\b({SAID}) (?:об этом )?({AGENCIES})(?= [а-яёА-ЯЁ])", read.text):
        for row in read.quotes:
            if row["cue"] and row["cue"][0] <= found.start(1) < row["cue"][1] and not row["via"]:
                yield found.start(), f"{found[0]} → {row['speaker']}"


DOUBTS = (
    Doubt("ends in an attribution", "Мост закроют, заявил Зуев, пишет Sud.", ends_in_attribution),
    Doubt("holds the author", "«Едем на «Чайке», — сказал Зуев. Рядом стоит «Луч».", holds_the_author),
    Doubt("begins twice", "Мост закроют, заявил Зуев, передаёт корреспондент «Бакена».", begins_twice),
    Doubt("overlaps", "Мост закроют, и рыба уйдёт, сказал Зуев.", overlaps),
    Doubt("verb left alone", "Зуев заявил, что мост закроют.", verb_left_alone),
    Doubt("inserted left alone", "Мост закроют, сообщил Зуев.", inserted_left_alone),
    Doubt("marks left alone", "Зуев подчеркнул: «Мост закроют».", marks_left_alone),
    Doubt("phrase left alone", "По словам Зуева, мост закроют.", phrase_left_alone),
    Doubt("nobody speaks", "«Мост закроют», — сказала она.", nobody_speaks),
    Doubt("says another", "Орехов встретил Зуева. «Мост закроют», — сказал Зуев.", says_another),
    Doubt("long speaker", "Об этом сообщил глава порта Зуев, мост которого закроют.", long_speaker),
    Doubt("adverbial in speaker", "Толпа в ответ скандировала: «Не закроют!»", adverbial_in_speaker),
    Doubt("post in name", "Основатель Sud Ouest и «Бакена» Клим Зуев сказал, что уйдёт.", post_in_name),
    Doubt("small latin", "Канал Relovo пишет, что мост закроют. Relovo уточнил, что на год.", small_latin),
    Doubt("medium in name", "Мост закроют, сообщила ТАСС пресс-служба порта.", medium_in_name),
    Doubt("surname alone", "Клим Зуев уехал. «Мост закроют», — сказал Зуев.", surname_alone),
    Doubt("medium speaks", "Мост закроют, сообщил РБК его смотритель.", medium_speaks),
)


def _is_cue(rows: Rows, at: int) -> bool:
    return any(row["cue"] and row["cue"][0] - 3 <= at < row["cue"][1] for row in rows)


def _speakers(rows: Rows, doubtful: Callable[[str, str], bool]) -> Hits:
    for row in rows:
        if row["speaker"] and doubtful(row["speaker"], row["kind"]):
            yield _at(row), row["speaker"]


def _at(row: Mapping[str, Any]) -> int:
    return row["source"][0] if row["source"] else row["content"][0][0]


def _stems(name: str) -> set[str]:
    return {word[:4].lower().replace("ё", "е") for word in re.findall(r"\w+", name)}


def read(doc: Doc) -> Read:
    """What the doubts look at."""
    people = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PER"]
    return Read(doc.text, list(quote_rows(doc, "")), people)

"""Names whose form in the text is their nominative, whatever the ending looks like.

Names that label a turn: «И. Лаврентьева: Мы открываемся», «Пётр Зуев, водитель: Дорогу перекрыли».

A label stands in the nominative: «И. Лаврентьева» is no Лаврентьев. And so does a name with initials that
a fuller one of the text ends like: «Ж.-К. Грише» beside Жан-Клод Грише is no Гриша.
"""

import re
from collections.abc import Iterable

from molva.entities.spelling import title
from molva.speakers.chains import Link
from molva.tokens.marks import MARKS
from molva.words import Words

_SHOUTED = re.compile(r"\b[А-ЯЁ][А-ЯЁ-]+\b")  # «Пётр |ЗУЕВ|: …»
LONGEST = 10  # words of a description between the name and the colon


def right_labels(words: Words, names: Iterable[Link]) -> None:
    """Give each name that opens a line as a label the form in which it stands there."""
    people = [link for link in names if link.label == "PER"]
    full = {link.normal.split()[-1] for link in people if "." not in link.normal and " " in link.normal}
    for link in people:
        text = words.text[words.start[link.start] : words.end[link.end - 1]]
        surname = text.rpartition(".")[2].strip()
        label = opens_line(words, link.start) and is_label(words, link.end)
        if label or "." in text and surname in full:
            link.normal = _SHOUTED.sub(lambda word: title(word[0]), text.replace("#", ""))  # «Пётр #Зуев: …»


def opens_line(words: Words, i: int) -> bool:
    """Whether nothing but marks and initials stands before a word in its paragraph."""
    first = words.paragraphs[words.par[i]][0]
    return not any(words.form[k][0].isalnum() and len(words.form[k]) > 1 for k in range(first, i))


def is_label(words: Words, end: int) -> bool:
    """Whether a name that ends before word ``end`` is followed by its colon, or by what he is and a colon.

    Talks on the air are printed with a lone dash in the line below the label.
    """
    if words.form[end : end + 1] == [":"]:
        return True
    if words.form[end : end + 1] == ["―"] and words.par[end - 1] != words.par[end]:
        return True
    stop = min(end + LONGEST, words.paragraphs[words.par[end - 1]][1])
    colon = next((i for i in range(end, stop) if words.form[i] == ":"), None)
    if colon is None or words.form[end] != ",":
        return False
    told = any(_is_role(words, i) for i in range(end + 1, colon)) or is_of_body(words, end + 1, colon)
    return told and not any(words.feat(i, "VerbForm") == "Fin" for i in range(end, colon))


def is_of_body(words: Words, start: int, end: int) -> bool:
    """«Зуев, |КПРФ|: …», «Вера Зуева, |«Берег»|: …»: a party's or a paper's name that somebody speaks for, and nothing else."""
    if start >= end:
        return False
    form = words.form[start]
    capitals = end - start == 1 and form.isupper() and len(form) > 1
    inside = words.form[start + 1 : end - 1]
    marked = form in MARKS and words.form[end - 1] in MARKS and MARKS.isdisjoint(inside) and bool(inside)
    return (
        capitals or marked or all(words.ent[i] == "ORG" or words.form[i] in MARKS for i in range(start, end))
    )


def _is_role(words: Words, i: int) -> bool:
    """«Пётр Зуев, 45 лет, |водитель|: …»: what he is stands in the nominative as his name does."""
    return words.pos[i] == "NOUN" and words.feat(i, "Animacy") == "Anim" and words.feat(i, "Case") == "Nom"

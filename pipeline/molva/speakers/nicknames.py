"""Names that people bear on the net or in the ranks: «блогер под ником Nemo», «взломщик, известный как «Крот»».

The network takes few of them for a person's name. What stands behind such words is one, and so is the same word
wherever else the text has it.
"""

from collections.abc import Iterator

from molva.speakers.chains import Link
from molva.tokens.marks import MARKS, OPENING
from molva.words import Words

_LONGEST = 3  # words of a nickname in marks
_SHORTEST = 3  # letters
# «блогер |под ником| Крот», «житель |по имени| Андрей»: a name follows, in the nominative
CALLED_SO = frozenset(
    (
        ("под", "ником"), ("под", "никнеймом"), ("под", "псевдонимом"), ("под", "именем"), ("под", "позывным"),
        ("с", "ником"), ("с", "позывным"),
        ("по", "имени"), ("по", "прозвищу"), ("по", "фамилии"), ("по", "позывному"),
    )
)  # fmt: skip
_ASKING = frozenset({"попросить", "просить", "пожелать"})
_TO_CALL = (["называть"], ["назвать"])
_WHOM = frozenset({"ее", "её", "его", "себя", "меня"})
_CALLING = frozenset("ником никнеймом псевдонимом позывным прозвищу позывному".split())
"""Of these words those behind which a nickname stands, and not always the name of a passport."""


def find(words: Words, names: list[Link]) -> list[Link]:
    """Links for the nicknames that the network has overlooked; those it took for bodies or places become persons'."""
    told = {words.text[words.start[a] : words.end[b - 1]] for a, b in _told(words)}
    if not told:
        return []
    starting = {link.start: link for link in names}
    taken = {i for link in names for i in range(link.start, link.end)}
    found = []
    for start, end in _places(words, told):
        link, text = starting.get(start), words.text[words.start[start] : words.end[end - 1]]
        if link is not None and link.end <= end:
            link.end, link.label, link.kind, link.gender, link.normal = end, "PER", "person", "", text
        elif taken.isdisjoint(range(start, end)):
            found.append(Link(start, end, start, "PER", text, "person"))
    return found


def name_behind(words: Words, end: int) -> int | None:
    """Where the name begins that words like «под ником» or «, известный как» give to whom a noun before ``end`` tells."""
    if words.form[end : end + 1] == [","] and words.lemma[end + 1 : end + 2] == ["известный"]:
        end += 2
        if words.lower[end : end + 1] == ["как"]:
            return _in_marks(words, end + 1)
    if (asked := _asked_to_be_called(words, end)) is not None:
        return asked
    if tuple(words.lower[end : end + 2]) not in CALLED_SO:
        return None
    return _in_marks(words, end + 2)


def _asked_to_be_called(words: Words, end: int) -> int | None:
    """«кассирша, попросившая называть её |Мариной|», «кассирша (назовём её |Мариной|)»."""
    if words.form[end : end + 1] not in ([","], ["("]):
        return None
    at = end + 1
    if words.lemma[at : at + 1] and words.lemma[at] in _ASKING and words.lemma[at + 1 : at + 2] in _TO_CALL:
        at += 2
    elif words.lower[at : at + 1] in (["назовем"], ["назовём"]):
        at += 1
    else:
        return None
    at += words.lower[at : at + 1] != [] and words.lower[at] in _WHOM
    return at if at < len(words) and words.form[at][:1].isupper() else None


def _in_marks(words: Words, i: int) -> int | None:
    i += words.form[i : i + 1] != [] and words.form[i] in OPENING
    return i if i < len(words) else None


def _told(words: Words) -> Iterator[tuple[int, int]]:
    """The stretches that the text calls somebody's nickname."""
    known = "известный" in words.lemma
    if not known and _CALLING.isdisjoint(words.lower):
        return
    for i in range(1, len(words) - 1):
        if words.form[i] == ",":
            noun = words.pos[i - 1] in {"NOUN", "PROPN"} and words.feat(i - 1, "Animacy") == "Anim"
            told = known and noun and words.lemma[i + 1] == "известный"
        else:
            told = words.lower[i] in {"под", "по", "с"} and words.lower[i + 1] in _CALLING
        if not told:
            continue
        first = name_behind(words, i)
        if first is not None and (end := _end(words, first)) is not None:
            yield first, end


def _end(words: Words, first: int) -> int | None:
    """Where a nickname ends: one word that is foreign or has a capital, or a few in marks."""
    form = words.form[first]
    if not (form[:1].isupper() or form.isascii() and form[:1].isalpha()) or len(form) < _SHORTEST:
        return None
    if words.form[first - 1] not in OPENING:
        end = first + 1
        while end < len(words) and words.start[end] == words.end[end - 1] and words.form[end].isalnum():
            end += 1  # «Nemo42» is two words to the tokenizer
        return end
    inner = range(first + 1, min(first + _LONGEST + 1, len(words)))
    return next((i for i in inner if words.form[i] in MARKS), None)


def _places(words: Words, told: set[str]) -> Iterator[tuple[int, int]]:
    """Wherever the text has one of these names to the letter."""
    most = _LONGEST + 1
    for start in range(len(words)):
        for end in range(start + 1, min(start + most, len(words)) + 1):
            if words.text[words.start[start] : words.end[end - 1]] in told:
                yield start, end

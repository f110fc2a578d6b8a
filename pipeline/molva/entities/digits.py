"""Names of bodies with a digit at their edge, which the tokenizer takes apart: «1С», «AutoF1», «3TV.GE»."""

from molva.entities.lexicon import word_list
from molva.entities.view import Found, View
from molva.words import Words


def with_digits(view: View) -> list[Found]:
    """«цитирует |AutoF1|», «|3TV.GE| передаёт»: a name holds the digits and the Latin letters that it is glued to."""
    return [_glued(view.words, name) if name.label == "ORG" else name for name in view.found]


def listed_with_digits(view: View) -> list[Found]:
    """«|1С| сообщила», «в |2ГИС|»: names of firms that the network overlooks."""
    words, taken = view.words, view.covered()
    pairs = (i for i in range(len(words) - 1) if words.form[i].isdigit() != words.form[i + 1].isdigit())
    return [
        *view.found,
        *(
            Found(i, i + 2, "ORG")
            for i in pairs
            if i not in taken
            and i + 1 not in taken
            and _touch(words, i)
            and words.form[i].isalnum()
            and f"{words.lower[i]}{words.lower[i + 1]}" in word_list("with_digits")
            and not (_touch(words, i + 1) and words.form[i + 2].isalnum())
        ),
    ]


def _glued(words: Words, name: Found) -> Found:
    """Over what stands on either side without a space: «AutoF|1|», «|3TV.|GE»."""
    start, end = name.start, name.end
    while start and _touch(words, start - 1) and _belongs(words, start - 1, words.form[start]):
        start -= 1
    while words.form[start] == ".":
        start += 1
    if (
        end < len(words)
        and words.form[end].isdigit()
        and words.form[end - 1].isascii()
        and _touch(words, end - 1)
    ):
        end += 1
    return Found(start, end, name.label)


def _belongs(words: Words, i: int, behind: str) -> bool:
    """A digit before a letter, a point inside of a Latin name, or its first half."""
    form = words.form[i]
    if form == ".":
        return i > 0 and behind.isascii() and words.form[i - 1].isascii() and _touch(words, i - 1)
    return form.isdigit() or behind == "." and form.isascii() and form.isalnum()


def _touch(words: Words, i: int) -> bool:
    """Whether a word and the next one stand together."""
    return i + 1 < len(words) and words.end[i] == words.start[i + 1]

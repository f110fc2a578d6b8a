"""Names of bodies with a digit at their edge, which the tokenizer takes apart: «1С», «AutoF1», «3TV.GE»."""

from molva.entities.lexicon import word_list
from molva.entities.view import Found, View
from molva.grammar.numerals import MONTHS
from molva.words import Words

_NUMBERED = frozenset("дом корпус кабинет класс корабль палата площадка подъезд станция".split())
_LETTERS = 4  # letters of a name that a number is glued to
# channels that are called by a number alone
_CHANNELS = frozenset({"112", "360"})
_TELLING = frozenset(
    "сообщать сообщить писать написать передавать передать уточнять уточнить отмечать утверждать "
    "данные информация сведения".split()
)


def with_digits(view: View) -> list[Found]:
    """«цитирует |AutoF1|», «|3TV.GE| передаёт»: a name holds the digits and the Latin letters that it is glued to.

    A place or a surname with a number is a body's name: «рассказал |Осинск24|»; one digit behind it may be of a footnote.
    """
    glued = (_glued(view.words, name) if name.label == "ORG" else name for name in view.found)
    found = [part for name in glued for part in _numbered_apart(view.words, name)]
    taken = {i for name in found for i in range(name.start, name.end)}
    before_numbers = (i - 1 for i, form in enumerate(view.words.form) if i and form.isdigit())
    others = (i for i in before_numbers if i not in taken and _numbered(view.words, i))
    return [*found, *(Found(i, i + 2, "ORG") for i in others)]


def _numbered_apart(words: Words, name: Found) -> list[Found]:
    """«|Осинск24|»; of «слова Клима Зуева |Осинск24|», which the network has for one name, two."""
    last = name.end - 1
    if not _numbered(words, last) or name.label == "ORG" and last > name.start:
        return [name]
    before = [Found(name.start, last, name.label)] if last > name.start else []
    return [*before, Found(last, last + 2, "ORG")]


def _numbered(words: Words, i: int) -> bool:
    """«|Осинск|24», «|Волна|102»: a word with a capital and a number of several digits that is glued to it; no «Т34»."""
    form, number = words.form[i], words.form[i + 1] if _touch(words, i) else ""
    if not MONTHS.isdisjoint(words.lower[i + 2 : i + 3]):
        return False  # «Денис Зуев12 апреля»: the space was lost
    return (
        number.isdigit() and len(number) > 1 and len(form) >= _LETTERS and form.isalpha() and form.istitle()
    )


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
            and not _is_kind_of_thing(words, i)
        ),
    ]


def numbered_channel(view: View) -> list[Found]:
    """«сообщает |112|», «по данным |112|, …»: a channel behind a word of telling, where nothing is counted by its number."""
    words, taken = view.words, view.covered()
    told = (
        i
        for i in range(1, len(words) - 1)
        if words.form[i] in _CHANNELS and i not in taken and words.lemma[i - 1] in _TELLING
    )
    return [*view.found, *(Found(i, i + 1, "ORG") for i in told if not words.form[i + 1][0].isalnum())]


def _is_kind_of_thing(words: Words, i: int) -> bool:
    """«у площадки |1С|», «вспыхнул BMW |X5|»: a number or a model behind what bears it."""
    before = i - 1
    if before < 0 or words.sent[before] != words.sent[i]:
        return False
    return words.form[before].isascii() and words.form[before].isalpha() or words.lemma[before] in _NUMBERED


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

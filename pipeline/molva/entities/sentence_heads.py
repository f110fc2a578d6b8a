"""Names that open a sentence, whose capital may be the sentence's own: «|Кремль| молчит», «|SHOT|: мост закрыт»."""

from molva.entities.lexicon import word_list
from molva.entities.small_letters import opens
from molva.entities.view import Found, View

_LONGEST = 2  # words of such a name


def known_body(view: View) -> list[Found]:
    """«|Белый дом|: сделки не будет», «|SHOT| снял видео»: a body that everybody knows acts, or stands before a colon.

    «Кремль построили давно» tells of the walls.
    """
    words, taken = view.words, view.covered()
    found = list(view.found)
    for start in range(len(words) - 1):
        if not words.form[start][:1].isupper() or start in taken or not opens(words, start):
            continue
        sizes = (n for n in range(_LONGEST, 0, -1) if _is_known(view, start, start + n))
        size = next(sizes, 0)
        if size and taken.isdisjoint(range(start, start + size)) and _acts(view, start, start + size):
            found.append(Found(start, start + size, "ORG"))
    return found


def _is_known(view: View, start: int, end: int) -> bool:
    """Whether words are such a name."""
    return " ".join(view.words.form[start:end]) in word_list("known_bodies")


def _acts(view: View, start: int, end: int) -> bool:
    """«Кремль |:|», «Кремль |ждёт|», «Кремль |пока не| ждёт»: a colon, or a verb in the singular whose subject it is.

    «SHOT ПРОВЕРКА рассказывает» has a longer name.
    """
    words, stop = view.words, view.words.sentence(start)[1]
    if words.form[end][:1].isupper():
        return False
    if end < stop and words.form[end] == ":":
        return True
    verb = next((i for i in range(end, stop) if words.feat(i, "VerbForm") == "Fin"), None)
    return verb is not None and words.number(verb) == "Sing" and words.head[end - 1] == verb

"""«О пожаре сообщили в мэрии. «…», — говорится в сообщении»: a bare message is that of the body that has just told of it."""

from molva.quotes.draft import Draft
from molva.quotes.who.issuers import Issuers
from molva.quotes.who.papers import REFERRING
from molva.speakers.chains import Link
from molva.words import Words

MESSAGES = frozenset({"сообщение", "заявление", "релиз", "пресс-релиз"})
ANNOUNCING = frozenset("сообщить сообщать рассказать заявить объявить отчитаться".split())


def teller(words: Words, issuers: Issuers, draft: Draft) -> Link | None:
    """«О пожаре сообщили |в мэрии|. «…», — говорится в сообщении»: the body that has told of it in the sentence before.

    But not «сообщает «Бакен» со ссылкой на мэрию», for the message is theirs whom the medium cites.
    """
    assert draft.source is not None
    head, start = draft.source_head or 0, words.sentence(draft.start)[0]
    bare = draft.source[1] - draft.source[0] == 1 and words.lemma[head] in MESSAGES
    if not bare or start == 0 or words.par[start - 1] != words.par[start]:
        return None
    low, high = words.sentence(start - 1)
    if words.with_lemma(REFERRING, low, high):
        return None
    for verb in words.with_lemma(ANNOUNCING, low, high):
        many = not words.subjects(verb) and words.feat(verb, "Number") == "Plur"
        link = _place_at(words, issuers, verb, (low, high)) if many else issuers.subject(verb)
        if link is not None and link.kind == "org":
            return link
    return None


def _place_at(words: Words, issuers: Issuers, verb: int, within: tuple[int, int]) -> Link | None:
    """«В порту отменили рейс, сообщили |в мэрии|», «|в мэрии| сообщили»: where many tell, right before the verb or behind it."""
    bodies = [o for o in issuers.actors(*within) if words.lower[o.start - 1] in {"в", "во"}]
    places = [o for o in bodies if o.end == verb or o.start > verb]
    return next((o for o in places if words.feat(o.head, "Case") != "Acc"), None)

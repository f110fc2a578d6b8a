"""Media that have asked for words: «РБК обратился за комментарием в порт», «„Створ“ направил запрос в мэрию»."""

from collections.abc import Iterator

from molva.quotes.scene import Scene

REQUESTING = frozenset(
    "обратиться обращаться направить направлять отправить послать запросить ждать ожидать".split()
)
ASKED_FOR = frozenset("комментарий запрос ответ разъяснение".split())
REACH = 4  # words from the verb to what is asked for


def askers(scene: Scene) -> Iterator[int]:
    """The subjects of such verbs: whoever has asked is no «компания» that answers below."""
    words = scene.words
    for verb in words.with_lemma(REQUESTING, 0, len(words)):
        if not ASKED_FOR.isdisjoint(words.lemma[verb + 1 : verb + 1 + REACH]):
            yield from words.subjects(verb)

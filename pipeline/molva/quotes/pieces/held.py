"""What a piece in marks holds: a sentence, what somebody is to do, many words."""

from molva.quotes.scene import Scene

WORDY = 8  # words of a piece that nobody uses for a name


def is_sentence(scene: Scene, start: int, close: int) -> bool:
    """A capital and a predicate: the marks hold a sentence, not a piece of one."""
    return scene.words.form[start + 1][:1].isupper() and scene.has_predicate(start + 1, close)


def is_infinitive(scene: Scene, start: int) -> bool:
    """««|не спешить|», ««|исполнить| долг»: what somebody is to do, in the marks."""
    first = start + 1 + (scene.lower(start + 1) == "не")
    return scene.words.feat(first, "VerbForm") == "Inf"


def is_long(scene: Scene, start: int) -> bool:
    """«просили не трогать «предметов, похожих на …»»: so many words are somebody's, whoever has asked."""
    return scene.opens[start] - start > WORDY

"""A medium right behind a verb in the plural is told, and nobody tells it: «…», — рассказали |РБК|."""

from molva.quotes.draft import Stretch
from molva.quotes.media.medium import in_dative, is_listed, name_at, shows_no_case
from molva.quotes.scene import Scene


def told_only(scene: Scene, span: Stretch, verb: int) -> bool:
    """Whether a verb's only noun is the medium that hears: «рассказали |РБК|», «ответили |«Створу»|», no «сообщили |ТАСС и РБК|»."""
    words, (start, end) = scene.words, span
    cue = scene.cues.get(verb)
    many = words.feat(verb, "Number") == "Plur" and words.feat(verb, "Tense") == "Past"
    if start != verb + 1 or not many or cue is None or not cue.has("say", "ask"):
        return False
    if name_at(scene, start, end) != span:
        return False
    marked = start in scene.opens and in_dative(scene, start, end)
    return marked or is_listed(scene, start, end) and shows_no_case(scene, start, end)

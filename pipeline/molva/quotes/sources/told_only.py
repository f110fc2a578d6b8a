"""A medium right behind a verb in the plural is told, and nobody tells it: «…», — рассказали |РБК|."""

from molva.quotes.draft import Stretch
from molva.quotes.media.medium import in_dative, is_listed, name_at
from molva.quotes.scene import Scene


def told_only(scene: Scene, span: Stretch, verb: int) -> bool:
    """Whether a verb's only noun is the medium that hears: «рассказали |РБК|», «ответили |«Створу»|», no «сообщили |ТАСС и РБК|».

    Nor «писали |«Ведомости»|», whose name is a plural, nor «сообщили |источники РБК|».
    """
    words, (start, end) = scene.words, span
    cue, form = scene.cues.get(verb), words.form[start]
    many = words.feat(verb, "Number") == "Plur" and words.feat(verb, "Tense") == "Past"
    once = words.feat(verb, "Aspect") == "Perf"
    if start != verb + 1 or not (many and once) or cue is None or not cue.has("say", "ask"):
        return False
    if not (words.ent[start] or start in scene.opens) or name_at(scene, start, end) != span:
        return False
    marked = start in scene.opens and in_dative(scene, start, end)
    short = form.isupper() and len(form) > 1 or form.isascii()
    return marked or short and end - start <= 2 and is_listed(scene, start, end)

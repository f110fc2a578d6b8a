"""A medium right behind a verb is told, and does not tell: «…», — рассказали |РБК|, «Об этом Лукина рассказала |РБК|»."""

from molva.quotes.callings import is_press_office
from molva.quotes.draft import Stretch
from molva.quotes.media.medium import in_dative, is_listed, name_at, shows_no_case
from molva.quotes.media.undeclined import undeclined_name
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import Source
from molva.quotes.sources.subjects import names_body, over_adverbs


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


def told_behind(scene: Scene, span: Stretch, verb: int) -> bool:
    """«Лукина рассказала |РБК|», «пресс-служба порта сообщила |Bakannews|»: a name without case right behind a verb of telling."""
    cue = scene.cues.get(verb)
    right_behind = span[0] == verb + 1 and cue is not None and cue.has("say")
    listed = right_behind and is_listed(scene, *span) and shows_no_case(scene, *span)
    return listed or right_behind and undeclined_name(scene, *span) == span


def tells_before(scene: Scene, who: Source, verb: int) -> bool:
    """«|Лукина| рассказала РБК», «|пресс-служба порта| также сообщила РБК»: a person or an office right before the verb."""
    words = scene.words
    living = words.ent[who.head] == "PER" or words.feat(who.head, "Animacy") == "Anim"
    somebody = living or names_body(words, who.head) or is_press_office(words, who.head)
    return somebody and over_adverbs(words, verb, who.span[1] - 1) + 1 == who.span[1]

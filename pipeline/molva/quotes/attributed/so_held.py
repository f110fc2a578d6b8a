"""The sentence before as somebody's view: «Так считает X», «В этом уверен X», «Таков прогноз X»."""

from molva.quotes.cues import FINITE, Cue
from molva.quotes.scene import ENDS, Scene
from molva.quotes.sources.authors import Author
from molva.quotes.sources.places import place
from molva.quotes.sources.standpoints import such_is

# «Так |объяснил| задержку мэр.», «Так |заявил| вчера мэр.», «В этом |признался| мэр.»
COMMENTING_SO = frozenset(
    "прокомментировать объяснить описать оценить ответить отреагировать пояснить заявить сказать высказаться "
    "обратиться".split()
)
CONFESSING = frozenset({"признаться", "признаваться", "сознаться", "заверить"})
OF_THIS = ["в", "этом"]
SUCH_WORDS = ["такими", "словами"]
FAR = 10  # words from «так» over a subject or an object to the verb
CONTAINED = frozenset({"содержаться"})
NEAR = 3  # words from «такой» to «содержится»


def holder_cue(scene: Scene, start: int, end: int) -> Cue | None:
    """«Так |считает| трейдер.», «Так |заявил| вчера мэр.», «В этом |убеждены| в порту.»: and behind the verb who speaks.

    «Так считает, что …» has its own clause, and «Так считают?» asks.
    """
    words = scene.words
    so = _behind_so(scene, start)
    cue = scene.cues.get(so) if so is not None else None
    if cue is None and so is not None and words.lower[start] != "в":
        cue = _further_on(scene, start, so, end)
    if cue is None or cue.form != FINITE or cue.negated or words.form[end - 1] == "?":
        return None
    if not (
        cue.has("think")
        or words.lemma[cue.head] in (CONFESSING if words.lower[start] == "в" else COMMENTING_SO)
    ):
        return None
    if "," in words.form[cue.head : cue.head + 2] or scene.lower(cue.head + 1) == "бы":
        return None
    if ":" in words.form[cue.head : end]:
        return None  # «Так объяснил это мэр: «Мост стар»»
    return cue if cue.head != so or _held_by_somebody(scene, cue, end) else None


def _behind_so(scene: Scene, start: int) -> int | None:
    """«Так |считает|», «В этом |убеждены|», «(С) такими словами |ответил|»: the word behind what points back."""
    lower = scene.words.lower
    if lower[start] == "так":
        return start + 1
    if lower[start : start + 2] == OF_THIS:
        return start + 2
    first = start + (lower[start] == "с")
    return first + 2 if lower[first : first + 2] == SUCH_WORDS else None


def _further_on(scene: Scene, start: int, so: int, end: int) -> Cue | None:
    """«Едем в объезд». Так мэр |прокомментировал| новость.: only behind words in marks, for «Дал ей дом. Так он |оценил| её труд» tells why."""
    words, last = scene.words, start - 1
    if last > 0 and words.form[last] in ENDS:
        last -= 1
    verb = next((k for k in range(so, min(so + FAR, end)) if scene.is_finite(k)), None)
    if last not in scene.closes or verb is None or words.form[so] == ",":
        return None
    commented = words.lemma[verb] in COMMENTING_SO and any(so <= k < end for k in words.subjects(verb))
    return scene.cues.get(verb) if commented else None


def _held_by_somebody(scene: Scene, cue: Cue, end: int) -> bool:
    """A subject behind the verb, or the place of many."""
    behind = any(cue.head < subject < end for subject in scene.words.subjects(cue.head))
    return behind or place(scene, cue.head, cue.span[1], end) is not None


def standing(scene: Scene, start: int, end: int) -> Author | None:
    """«|Таков прогноз| аналитиков.», «|Такой вывод содержится| в докладе порта.»: no verb reports."""
    return such_is(scene, start, end) or _contained(scene, start, end)


def _contained(scene: Scene, start: int, end: int) -> Author | None:
    """«Такие данные |содержатся| в отчёте порта»: the paper that holds them tells them."""
    words = scene.words
    if words.lemma[start] != "такой":
        return None
    near = range(start + 2, min(start + 2 + NEAR, end))
    verb = next((k for k in near if words.lemma[k] in CONTAINED and scene.is_finite(k)), None)
    if verb is None:
        return None
    paper = place(scene, verb, start, end)
    return Author((verb, verb + 1), None, paper, sourceless=True) if paper is not None else None

"""The sentence before as somebody's view: «Так считает X», «В этом уверен X», «Таков прогноз X»."""

from molva.quotes.cues import FINITE, Cue
from molva.quotes.scene import Scene
from molva.quotes.sources.authors import Author
from molva.quotes.sources.places import place
from molva.quotes.sources.standpoints import such_is

# «Так |объяснил| задержку мэр.», «Так |заявил| вчера мэр.», «В этом |признался| мэр.»
COMMENTING = frozenset(
    "прокомментировать объяснить описать оценить ответить отреагировать пояснить заявить сказать высказаться".split()
)
CONFESSING = frozenset({"признаться", "признаваться", "сознаться", "заверить"})
OF_THIS = ["в", "этом"]
CONTAINED = frozenset({"содержаться"})
NEAR = 3  # words from «такой» to «содержится»


def holder_cue(scene: Scene, start: int, end: int) -> Cue | None:
    """«Так |считает| трейдер.», «Так |заявил| вчера мэр.», «В этом |убеждены| в порту.»: and behind the verb who speaks.

    «Так считает, что …» has its own clause, and «Так считают?» asks.
    """
    words = scene.words
    so = (
        start + 1
        if words.lower[start] == "так"
        else start + 2
        if words.lower[start : start + 2] == OF_THIS
        else None
    )
    cue = scene.cues.get(so) if so is not None else None
    if cue is None or cue.form != FINITE or cue.negated or words.form[end - 1] == "?":
        return None
    if not (
        cue.has("think") or words.lemma[cue.head] in (CONFESSING if words.lower[start] == "в" else COMMENTING)
    ):
        return None
    if "," in words.form[cue.head : cue.head + 2] or scene.lower(cue.head + 1) == "бы":
        return None
    if ":" in words.form[cue.head : end]:
        return None  # «Так объяснил это мэр: «Мост стар»»
    return cue if _held_by_somebody(scene, cue, end) else None


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

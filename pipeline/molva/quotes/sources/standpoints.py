"""Who holds a view, where a noun tells of what kind it is: «такова позиция |мэра|», «мнение |врачей|: …»."""

from molva.quotes.scene import Scene
from molva.quotes.sources.authors import Author
from molva.quotes.sources.complements import complement
from molva.quotes.speech_nouns import FIGURES, STANDPOINTS

SUCH = "таков"
# «таковы |результаты| опроса»: what was held or found
FOUND = (
    STANDPOINTS | FIGURES | frozenset("результат итог оценка цифра подсчет расчет совет рекомендация".split())
)
NEAR = 3  # words from «таков» to its noun


def such_is(scene: Scene, so: int, end: int) -> Author | None:
    """«…, |такова позиция Орехова|», «|Таковы данные порта|.»: the noun is the cue, and whoever has it speaks."""
    words = scene.words
    if so >= end or words.lemma[so] != SUCH:
        return None
    near = range(so + 1, min(so + 1 + NEAR, end))
    noun = next((k for k in near if words.pos[k] == "NOUN"), None)
    if noun is None or words.lemma[noun] not in FOUND or words.feat(noun, "Case") != "Nom":
        return None
    owner = complement(scene, noun, end)
    return Author((noun, noun + 1), None, owner, sourceless=True) if owner is not None else None

"""What stands in marks and is not speech: titles, names, terms, scare quotes."""

from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene


def is_title(scene: Scene, start: int, close: int) -> bool:
    """Whether the pair of marks holds a name: «Ведомости», фильм «Левиафан», ООО «Ромашка»."""
    words = scene.words
    inner = range(start + 1, close)
    if not inner:
        return True
    if (
        any(words.ent[i] == "ORG" for i in inner)
        and close - start <= 6
        and not scene.has_predicate(start + 1, close)
    ):
        return True
    before = words.lemma[start - 1] if start else ""
    if before in word_list("titled"):
        return True
    if scene.lower(start - 1) in {
        "называемый",
        "называемая",
        "называемое",
        "называемые",
        "называемого",
        "называемой",
        "называемых",
        "называемым",
        "называемому",
        "называемую",
        "т.н",
        "имени",
    }:
        return True
    if start - 1 in scene.cues and scene.cues[start - 1].has("gesture", "state"):
        return False  # кричал «Ура!», надпись гласит «Не курить»
    capital = words.form[start + 1][:1].isupper()
    return capital and close - start <= 5 and not scene.has_predicate(start + 1, close)

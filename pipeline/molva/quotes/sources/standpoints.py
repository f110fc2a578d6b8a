"""Who holds a view, where a noun tells of what kind it is: «такова позиция |мэра|», «мнение |врачей|: …»."""

from molva.quotes.scene import Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.authors import Author
from molva.quotes.sources.complements import complement
from molva.quotes.sources.phrases import phrase
from molva.quotes.speech_nouns import FIGURES, STANDPOINTS

SUCH = "таков"
# «таковы |результаты| опроса»: what was held or found
FOUND = (
    STANDPOINTS | FIGURES | frozenset("результат итог оценка цифра подсчет расчет совет рекомендация".split())
)
UNLIKE = frozenset("другой иной противоположный обратный свой".split())
OUTLOOKS = frozenset("оптимистичный пессимистичный скептичный категоричный осторожный сдержанный".split())
NEAR = 3  # words from «таков» to its noun


def view_of(scene: Scene, begin: int, end: int) -> Author | None:
    """«|У Орехова другое мнение|: …», «|Другого мнения Орехов|: …»: a view unlike the one before, and who has it."""
    words = scene.words
    noun = next(
        (k for k in range(begin + 1, end) if words.lemma[k] in {"мнение", "взгляд", "позиция", "версия"}),
        None,
    )
    if noun is None or words.lemma[noun - 1] not in UNLIKE or scene.has_predicate(begin, end):
        return None
    if words.lower[begin] == "у" and noun == end - 1:
        first, last, case = begin + 1, noun - 1, "Gen"
    elif noun == begin + 1 and words.feat(noun, "Case") == "Gen":
        first, last, case = noun + 1, end, "Nom"
    else:
        return None
    head = next((k for k in range(first, last) if words.pos[k] in {"NOUN", "PROPN"}), None)
    if head is None or words.feat(head, "Case") != case:
        return None
    owner = phrase(scene, head, first, last)
    return Author((noun, noun + 1), None, owner, sourceless=True) if owner.span == (first, last) else None


def outlook(scene: Scene, begin: int, end: int) -> Author | None:
    """«|Орехов оптимистичен|: …», «|Лаптева осторожна в прогнозах|: …»: how somebody sees what comes."""
    words = scene.words
    last = end - 1
    if words.lemma[last] in {"прогноз", "оценка", "ожидание"} and words.lower[last - 1] == "в":
        last -= 2
    if last <= begin or words.lemma[last] not in OUTLOOKS or words.feat(last, "Variant") != "Short":
        return None
    who = subject(scene, last, begin, last)
    return Author((last, last + 1), last, who) if who is not None else None


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

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
# the view of another is set beside the one before: «|другого| мнения Орехов», «|похожее| мнение у Лаптевой»
BESIDE = frozenset(
    "другой иной противоположный обратный свой схожий похожий аналогичный близкий сходный такой тот".split()
)
VIEWS = frozenset("мнение взгляд позиция версия точка прогноз ожидание оценка".split())
OUTLOOKS = frozenset("оптимистичный пессимистичный скептичный категоричный осторожный сдержанный".split())
MOODS = frozenset("скептически оптимистично пессимистично позитивно осторожно критически решительно".split())
SIDING = frozenset(
    "вторить солидарный поддерживать присоединяться спорить полемизировать оппонировать".split()
)
NEAR = 3  # words from «таков» to its noun


def view_of(scene: Scene, begin: int, end: int) -> Author | None:
    """«|У Орехова другое мнение|: …», «|Того же мнения Орехов|: …», «|Похожий прогноз у порта|: …»: a view beside the one before, and whose it is."""
    words = scene.words
    noun = next((k for k in range(begin + 1, end) if words.lemma[k] in VIEWS), None)
    if noun is None or scene.has_predicate(begin, end):
        return None
    kind = noun - 1 - (words.lower[noun - 1] == "же")
    after = noun + 1 + (scene.lower(noun + 1) == "зрения")
    if kind < begin or words.lemma[kind] not in BESIDE or after > end:
        return None
    if words.lower[begin] == "у" and after == end:
        first, last, case = begin + 1, kind, "Gen"
    elif kind == begin and scene.lower(after) == "у":
        first, last, case = after + 1, end, "Gen"
    elif kind == begin and words.feat(noun, "Case") == "Gen":
        first, last, case = after + (scene.lower(after) == "и"), end, "Nom"
    else:
        return None
    head = next((k for k in range(first, last) if words.pos[k] in {"NOUN", "PROPN"}), None)
    if head is None or words.feat(head, "Case") != case:
        return None
    owner = phrase(scene, head, first, last)
    return Author((noun, after), None, owner, sourceless=True) if owner.span == (first, last) else None


def outlook(scene: Scene, begin: int, end: int) -> Author | None:
    """«|Орехов оптимистичен|: …», «|Лаптева осторожна в прогнозах|: …», «|Скептически настроен Орехов|: …»: how somebody sees what comes.

    «Орехов настроен скептически: |по его мнению|, …» tells whose it is once more.
    """
    if scene.words.lower[end + 1 : end + 3] in (["по", "его"], ["по", "ее"], ["по", "их"]):
        return None
    seen = next((k for k in range(begin, end) if _is_outlook(scene, k)), None)
    if seen is None or any(scene.is_finite(k) for k in range(begin, end) if k != seen):
        return None
    who = subject(scene, seen, begin, end)
    return Author((seen, seen + 1), seen, who) if who is not None else None


def sides_with(scene: Scene, begin: int, end: int) -> Author | None:
    """«|Ему вторит Орехов|: …», «|С ней солидарна Лаптева|: …»: with or against whoever was told of before."""
    words = scene.words
    verb = next((k for k in range(begin + 1, min(begin + 1 + NEAR, end)) if words.lemma[k] in SIDING), None)
    if verb is None or words.pos[verb - 1] != "PRON" or words.feat(verb, "Tense") == "Past":
        return None
    who = subject(scene, verb, verb + 1, end)
    first = verb + 1 + (scene.lower(verb + 1) == "и")
    return Author((verb, verb + 1), verb, who) if who is not None and who.span == (first, end) else None


def _is_outlook(scene: Scene, i: int) -> bool:
    """«сдержан», «настроен скептически»: said of somebody."""
    words = scene.words
    moody = words.lemma[i] in {"настроить", "настроенный"} and not MOODS.isdisjoint(
        {scene.lower(i - 1), scene.lower(i + 1)}
    )
    return (moody or words.lemma[i] in OUTLOOKS) and words.feat(i, "Variant") == "Short"


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

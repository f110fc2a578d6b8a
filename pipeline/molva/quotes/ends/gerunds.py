"""A gerund behind a reported clause: the author's word for the cue («…, добавив, что …»), or a part of what was said."""

from molva.quotes.conjunctions import ASKED_OR_HUNG
from molva.quotes.cues import GERUND, Cue, that_at
from molva.quotes.scene import Scene
from molva.quotes.speech_nouns import PASSED_ON
from molva.quotes.verbs import REFERRING

REACH = 4  # words from a comma to the gerund: «…, при этом также отметив»
# «…, не раскрывая |подробностей|»: what a speaker keeps back
KEPT_BACK = frozenset(
    "подробность деталь причина доказательство имя фамилия источник пример аргумент срок название цифра данные".split()
)


def authors_gerund(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«…, добавив, что …», «…, при этом отметив …», «…, ссылаясь на …», «…, не приводя доказательств»."""
    words = scene.words
    for j in range(i, min(i + REACH, limit)):
        if words.feat(j, "VerbForm") == "Conv" and _of_the_author(scene, j, verb, limit):
            return True
        if words.lower[j : j + 3] == ["имея", "в", "виду"]:
            return True  # «заявил, что «порт устал», имея в виду забастовку»: whom they mean is the author's to tell
        if words.form[j] == "," or scene.is_finite(j):
            return False
    return False


def amid_a_claim(scene: Scene, i: int, limit: int) -> bool:
    """«сообщил, что мэр, |признав вину|, уйдёт»: between commas, and the verb of what was told stands behind."""
    words = scene.words
    gerund = next((j for j in range(i, min(i + REACH, limit)) if words.feat(j, "VerbForm") == "Conv"), limit)
    close = next((j for j in range(gerund, limit) if words.form[j] == ","), limit)
    opened = scene.lower(close + 1) in ASKED_OR_HUNG
    return not opened and any(scene.is_finite(k) for k in range(close, limit))


def another_gerund(scene: Scene, conjunction: int, verb: int, limit: int) -> bool:
    """«Зуев уехал, отметив, что цех готов и поблагодарив рабочих»: a gerund beside the cue, which is one."""
    words, cue = scene.words, scene.cues.get(verb)
    beside = range(conjunction + 1, min(conjunction + 3, limit))
    return cue is not None and cue.form == GERUND and any(words.feat(k, "VerbForm") == "Conv" for k in beside)


def _of_the_author(scene: Scene, gerund: int, verb: int, limit: int) -> bool:
    """Whether a gerund tells of the telling, and is no part of what was told under ``verb``."""
    cue = scene.cues.get(gerund)
    if scene.words.lemma[gerund] in REFERRING or _keeps_back(scene, gerund, limit):
        return True
    return (
        cue is not None
        and cue.form == GERUND
        and _speaks(scene, cue)
        and not _of_the_claim(scene, cue, verb)
        and not _hands_over(scene, gerund, limit)
    )


def _hands_over(scene: Scene, gerund: int, limit: int) -> bool:
    """«сообщил, что завод закрыли, |передав| землю городу»: a thing is given, and no words are passed on."""
    words = scene.words
    stop = next((k for k in range(gerund + 1, limit) if words.form[k] in {",", ":"}), limit)
    passed = any(words.lemma[k] in PASSED_ON for k in range(gerund + 1, stop))
    thing = any(words.feat(k, "Case") == "Acc" for k in range(gerund + 1, stop))
    told = that_at(words, stop) or words.form[stop : stop + 1] == [":"]
    return words.lemma[gerund] in {"передать", "передавать"} and thing and not passed and not told


def _speaks(scene: Scene, cue: Cue) -> bool:
    """«не может уснуть, думая о деле» goes on with the claim, «…, полагая, что …» does not."""
    if scene.words.lemma[cue.head] == "выступать":
        return scene.lower(cue.head + 1) in {"с", "со", "за", "против"}
    return cue.has("say", "demand", "rate") or cue.has("think") and scene.lower(cue.head + 2) == "что"


def _of_the_claim(scene: Scene, gerund: Cue, verb: int) -> bool:
    """«сообщил, что совет не слышит город, считая его слабым»: what somebody thinks all the while, by a verb said once.

    «сообщил, …, назвав это ошибкой», «говорил, …, называя это ошибкой»: of one aspect with the cue.
    """
    words = scene.words
    lasting = words.feat(gerund.head, "Aspect") == "Imp" and not gerund.has("say")
    return lasting and words.feat(verb, "Aspect") == "Perf"


def _keeps_back(scene: Scene, gerund: int, limit: int) -> bool:
    """«…, не вдаваясь в детали», «…, не приведя других подробностей»: how much was told is the author's to say."""
    words = scene.words
    stop = next((k for k in range(gerund + 1, limit) if words.form[k] == ","), limit)
    kept = any(words.lemma[k] in KEPT_BACK for k in range(gerund + 1, min(gerund + REACH, stop)))
    return words.lower[gerund - 1] == "не" and kept

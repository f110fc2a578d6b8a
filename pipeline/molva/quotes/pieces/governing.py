"""The cue that governs a piece in marks: to its left, near enough, with no other predicate between."""

from collections.abc import Container

from molva.quotes.conjunctions import ABOUT, JOINING, RELATIVES
from molva.quotes.cues import PARTICIPLE, PASSIVE, Cue
from molva.quotes.ends.edges import limits
from molva.quotes.lexicon import word_list
from molva.quotes.pieces.held import is_infinitive
from molva.quotes.pieces.over_clauses import (
    closed_clause,
    hanging_clause,
    holds_clause,
    opens_clause,
    search_from,
)
from molva.quotes.pieces.scare_quotes import OFFERS
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.speech_nouns import REPLIED_TO, UTTERANCES
from molva.quotes.verbs import PROVING, REACTING, REPLYING, TO_CAUSES

# «это |считается| «срывом»»: what it is taken for by anybody
SEEN = frozenset({"считаться", "называться"})
# «начало «решающего боя»», «продолжает «мелкую войну»», «поступила жалоба на «дом у моря»», «поддержал «цветущую весну»»: what others call so;
# «передаётся «из рода в род»», «суда следуют «по фарватерам»» tell of no words at all
NEVER_MARKED = frozenset(
    "начать начинать закончить завершить завершать появиться появляться поступить поступать просочиться ходить "
    "поддержать комментировать прокомментировать продолжить продолжать перечислить перечислять "
    "передаваться следовать затронуть затрагивать".split()
)
# «запись |опубликована| для «подъёма духа»», «цены |подтверждены| «точным расчётом»»: as a passive the verb tells what has been done
DONE = frozenset("опубликовать подтвердить заключить".split())
# «данные, |подтверждающие| «тайный сговор»»: papers that show it word nothing
SHOWS = PROVING | {"указывать", "определять"}
# «ответил |на слова| соседа о «пустой трате»»: whose words they are is told by the noun, not by who replies
REPLIES_TO = REPLYING | REACTING
# «обратился |с| просьбой «не спешить»»; «обратилась к знахарке для «подъёма духа»» tells what she did
WITH = TO_CAUSES | {"обратиться", "обращаться"}
# «|допустил| начало работ «в любой день»»: what somebody takes for possible
ALLOWING = frozenset({"допустить", "допускать", "исключить", "исключать"})
SUCH_AS = (("включая",), ("в", "том", "числе"), ("таких", "как"), ("например",))
REPLY = 4  # words from such a verb to «на»
GOVERNS = ("say", "rate", "demand", "gesture", "deny", "state")


def cue_of(scene: Scene, start: int, taken: Container[int]) -> Cue | None:
    """The cue that governs a marked fragment: to its left, with no other predicate between."""
    words = scene.words
    low = limits(scene, start)[0]
    before = start - 1 - scene.is_dash(start - 1)
    if before >= low and words.form[before] == ":":
        return None
    (i, begin), commas = search_from(scene, start, low), 0
    most = 4 if is_infinitive(scene, start) else 2
    over, told = 0, False  # words of brackets, and whether a clause was passed over
    while i >= low:
        opening = max(scene.closes.get(i, -1), scene.bracketed.get(i, -1))
        if opening >= low:
            over += i - opening + 1 if i in scene.bracketed else 0
            i = opening - 1  # «приставы (так здесь называют сторожей) и «это нормально»»
            continue
        cue = scene.cues.get(i)
        if cue is not None:
            governs = i in taken or _governs(scene, cue, begin - i - over, commas)
            governs = governs and (not told or cue.has("demand"))
            return cue if governs and _reaches(scene, cue, start, begin) else None
        if begin == start and (comma := hanging_clause(scene, i, start, low)) is not None:
            i, commas, begin = comma - 1, 0, comma
            continue
        if begin == start and not told and (comma := closed_clause(scene, i, start, low)) is not None:
            over, told, commas = over + i - comma, True, commas - 1
            i = comma - 1
            continue
        if _bars(scene, i):
            return None
        if words.form[i] == "," and not (i == begin - 1 and holds_clause(scene, start)):
            commas += 1
            if commas > most or opens_clause(scene, i):
                return None
        i -= 1
    return None


def _reaches(scene: Scene, cue: Cue, start: int, begin: int) -> bool:
    """«Мэр назвал мост, |который «дышит»|»: whether a verb's words go on to the marks, and no dash or clause parts them."""
    in_clause = begin == start or _told_in_clause(scene, cue, start)
    return in_clause and _over_dash(scene, cue, start) and cue.form != "noun"


def _bars(scene: Scene, i: int) -> bool:
    """«сказал мэр и |повесил| «лучший флаг»», «вышел с |плакатом| «Долой»»: a word over which no verb governs a piece."""
    return scene.is_finite(i) or scene.words.lemma[i] in word_list("posters") or _parts(scene, i)


def cue_beside(scene: Scene, start: int, taken: Container[int]) -> Cue | None:
    """«назвал его «солдатом», который осуществил «операцию»»: fragments under one cue are one quote."""
    low = limits(scene, start)[0]
    nearest = next((i for i in range(start - 1, low - 1, -1) if i in scene.cues), None)
    if nearest is None or nearest not in taken or _another_acts(scene, nearest, start):
        return None
    if scene.words.form[start - 1] == ":" or _told_elsewhere(scene, nearest, start):
        return None
    return scene.cues[nearest]


def _governs(scene: Scene, cue: Cue, distance: int, commas: int) -> bool:
    """«назвал», «потребовал», «отметил»: over so many words and commas; who demands or rates reaches over a comma."""
    allows = cue.classes == {"think"} and scene.words.lemma[cue.head] in ALLOWING
    allows = allows and scene.words.lemma[cue.head + distance - 1] not in word_list("titled")
    if not (allows or cue.has(*GOVERNS)) or scene.words.lemma[cue.head] in NEVER_MARKED:
        return False
    if cue.form == PARTICIPLE and (commas or scene.words.lemma[cue.head] in SEEN | SHOWS):
        return False  # «обошёл Гурко, считающегося старостой «новой волны»», «рыбаков, просящих помощи, «слишком много»»
    if cue.form == PASSIVE and (cue.has("demand") or _done(scene, cue)):
        return False
    if _replies_to(scene, cue, cue.head + distance):
        return False
    if scene.words.lemma[cue.head] in WITH:
        reached = scene.words.lower[cue.head + 1 : cue.head + distance]
        return commas == 0 and not {"с", "со"}.isdisjoint(reached)
    reaches = commas == 0 or cue.has("rate", "demand") or _next_topic(scene, cue, cue.head + distance)
    return distance <= (25 if cue.has("demand") else 14) and reaches


def _done(scene: Scene, cue: Cue) -> bool:
    """«обнаружены «точки роста»», «зафиксировано три «прилёта»»: what has been found or done, and nobody words it."""
    return cue.classes <= {"find", "state"} or scene.words.lemma[cue.head] in DONE


def _replies_to(scene: Scene, cue: Cue, start: int) -> bool:
    """«ответил |на обвинения| в «гонке барж»»: another's words; «ответил на обвинения |фразой| «мы чисты»» are his own."""
    words = scene.words
    if words.lemma[cue.head] not in REPLIES_TO:
        return False
    if words.lemma[cue.head] in REACTING and _is_manner(scene, start):
        return True
    near = range(cue.head + 1, min(cue.head + REPLY, start))
    on = next((k for k in near if words.lower[k] == "на"), None)
    noun = next((k for k in range(on + 1, start) if words.pos[k] == "NOUN"), None) if on else None
    return noun is not None and words.lemma[noun] in REPLIED_TO and words.lemma[start - 1] not in UTTERANCES


def _is_manner(scene: Scene, start: int) -> bool:
    """«отреагировал «мгновенно и чётко»»: how something was done."""
    inner = range(start + 1, scene.opens[start])
    return all(scene.words.pos[k] in {"ADV", "CCONJ", "PART"} for k in inner)


def _next_topic(scene: Scene, cue: Cue, start: int) -> bool:
    """«сообщил |о| лодках, вышедших в море, |и| «двух малых баржах»»: one topic more of what is told.

    One deed more: «заявил |о| необходимости углубить реку, |строить| «малые дамбы»».
    Or some of it: «заявил о бедах, |включая| «мели и туман»».
    """
    more = scene.lower(start - 1) == "и" or scene.words.feat(start - 1, "VerbForm") == "Inf"
    more = more or any(tuple(scene.words.lower[start - len(one) : start]) == one for one in SUCH_AS)
    topic = more and not scene.has_predicate(start + 1, scene.opens[start])
    return topic and scene.lower(cue.head + 1) in ABOUT


def _over_dash(scene: Scene, cue: Cue, start: int) -> bool:
    """«назвал порт — «большим другом»»: over a dash right before the marks reaches only a verb that rates."""
    return not scene.is_dash(start - 1) or cue.has("rate", "gesture")


def _told_in_clause(scene: Scene, cue: Cue, start: int) -> bool:
    """Whether marks in a clause that hangs on what is told are words: two of them under a verb that rates, else three.

    What is done in a report is no report of its own: «сказал, что поручил закрыть порт, поскольку …».
    """
    words, low = scene.words, limits(scene, cue.head)[0]
    if words.lemma[cue.head] in SEEN | OFFERS or "что" in words.lower[low : cue.head]:
        return False
    return scene.opens[start] - start > (2 if cue.has("rate") else 3)


def _parts(scene: Scene, i: int) -> bool:
    """A mark over which no verb reaches; no full stop in a name is one: «назвал уход С. Лаптева «потерей»»."""
    return scene.words.form[i] in {":", ";", *ENDS, *DASHES} and not (
        scene.in_initial(i) or scene.in_web_name(i)
    )


def _told_elsewhere(scene: Scene, cue: int, start: int) -> bool:
    """«назвал «хамским» заявление мэра |о том, что| порт обязан «платить»»: another's report, whose words the marks are."""
    lower = scene.words.lower
    return any(lower[k] == "что" and lower[k - 2 : k] == ["том", ","] for k in range(cue + 3, start))


def _another_acts(scene: Scene, cue: int, start: int) -> bool:
    """«назвал его «мешком», и теперь он может звать других «мешками»»: a clause of somebody else's stands between."""
    words = scene.words
    ties = (k for k in range(cue + 1, start) if words.lower[k] in JOINING)
    first = next(ties, start)
    verbs = (k for k in range(first, start) if scene.is_finite(k) and words.pos[k] == "VERB")
    return any(
        first < subject < k and words.lemma[subject] not in RELATIVES
        for k in verbs
        for subject in words.subjects(k)
    )

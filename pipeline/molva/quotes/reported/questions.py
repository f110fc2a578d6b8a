"""Indirect questions: V, ли …;  V, когда …;  вопрос, куда …. The question word belongs to the content."""

from collections.abc import Iterator

from molva.quotes.attributed.as_said import has_object
from molva.quotes.conjunctions import ABOUT, COMPLEMENTISERS
from molva.quotes.cues import Cue
from molva.quotes.draft import Draft
from molva.quotes.ends.clause_ends import clause_like
from molva.quotes.ends.clauses import closing_mark
from molva.quotes.media.medium import is_medium
from molva.quotes.reported.asked_what import EXPLAINING
from molva.quotes.reported.clause_drafts import clause_draft
from molva.quotes.reported.fronted import fronted_question
from molva.quotes.reported.governors import HINGES, NEVER, governor, questioned
from molva.quotes.reported.reporting import stray_subject
from molva.quotes.scene import ENDS, Scene
from molva.quotes.verbs import REPLYING

QUESTIONS = frozenset(
    {"каково", "как", "когда", "почему", "где", "куда", "откуда", "зачем", "кто", "какой", "чей", "сколько", "насколько", "каков", "что", "который"}
)  # fmt: skip

# «опубликовал снимки того, |как| чинили порт», «признан мастером», «продолжил закупки»: verbs that have no question under them
NO_QUESTION = frozenset(
    "опубликовать публиковать разместить признать признавать продолжить продолжать дополнить "
    "появиться появляться поддержать".split()
)
# «чинят дамбу, |благодаря чему| порт цел»: what follows from all before, unless it stands right behind the verb that tells or asks
CONSEQUENT = frozenset({"благодаря", "для", "из-за", "вследствие", "ввиду"})

THOSE = frozenset("тот того тому тем те тех теми".split())
USUALLY = frozenset({"всегда", "обычно", "правило", "прежде", "раньше"})
# «|предположил|, кто победит»: an opinion in answer to a question
SUPPOSING = frozenset({"предположить"})
# «|признался|, чем увлечён»: verbs right behind which a word in any case asks
CONFIDING = EXPLAINING | {"признаться", "признаваться", "поделиться"}
REPLY = 8  # words of «на что мэр Пётр Зуев ответил»
SAID_OR_ASKED = frozenset({"сказать", "говорить", "объяснить", "спросить", "спрашивать"})


def question(scene: Scene) -> Iterator[Draft]:
    """Она спросила, вернутся ли рабочие.  Он не сказал, когда вернётся."""
    for i in [i for i, form in enumerate(scene.words.form[:-1], 1) if form == "," and i > 1]:
        if not _asks(scene, i):
            continue
        cue = _asked_question(scene, i) or governor(scene, i)
        if cue is None:
            yield from fronted_question(scene, i)
        elif _is_reported(scene, i, cue):
            yield from clause_draft(scene, "question", cue, i, i)


def _asks(scene: Scene, i: int) -> bool:
    """«…, вернутся |ли| рабочие», «…, |когда| вернётся»: whether a clause behind a comma asks.

    «после того, |как| …», «говорил с теми, |кто| чинил мост» ask nothing.
    """
    lower = scene.words.lower
    if lower[i] in COMPLEMENTISERS and not (lower[i] == "что" and questioned(scene, i)):
        return False
    particle = "ли" in lower[i : min(i + 5, scene.sentence(i)[1])]
    if not particle and not _question_word(scene, i):
        return False
    if scene.lower(i - 2) == "того" and scene.lower(i - 3) in NEVER:
        return False
    return not (lower[i] == "кто" and scene.lower(i - 2) in THOSE and scene.lower(i - 3) not in ABOUT)


def _is_reported(scene: Scene, i: int, cue: Cue) -> bool:
    """«Она |спросила|, вернутся ли рабочие»: the verb tells the question, a clause follows, and nothing else takes it."""
    if not _tells(scene, cue) or not _not_parenthetical(scene, i, cue):
        return False
    if _told_about(scene, i, cue) or _cited_first(scene, cue) or _answered_there(scene, i):
        return False
    return clause_like(scene, i, min(scene.sentence(i)[1], i + 25)) or _has_no_verb(scene, i, cue)


def _has_no_verb(scene: Scene, i: int, cue: Cue) -> bool:
    """«спросил, зачем городу новый мост», «в каком состоянии мост»: right behind the cue, of a noun in the nominative."""
    words = scene.words
    stop = next((k for k in range(i, len(words)) if words.pos[k] == "PUNCT"), len(words))
    things = any(words.feat(k, "Case") == "Nom" and words.pos[k] == "NOUN" for k in range(i + 1, stop))
    return things and i - 1 == cue.span[1] and words.lower[i] not in {"как", "когда"}


def _cited_first(scene: Scene, cue: Cue) -> bool:
    """«|Как пишет «Бакен»|, из-за бури в районе, где нашли мину, …»: what the whole sentence is told by asks nothing."""
    first = cue.span[0] - 1
    return first >= 0 and scene.lower(first) == "как" and scene.sentence(first)[0] == first


def _tells(scene: Scene, cue: Cue) -> bool:
    """Whether a cue asks or tells: «спросил», «рассказал», «вопрос», but not «выяснил» or «вывод»."""
    told = cue.has("say", "ask", "state") or scene.words.lemma[cue.head] in SUPPOSING
    told = told and not cue.has("find") and (cue.form != "noun" or cue.has("ask"))
    told = told and scene.words.lemma[cue.head] not in NO_QUESTION
    return told and not stray_subject(scene, cue) and not _unsaid(scene, cue)


def _asked_question(scene: Scene, opening: int) -> Cue | None:
    """«отвечая на вопрос, вернутся ли рабочие»: the question is quoted, not the one who answers."""
    noun = (
        opening - 4 if (scene.lower(opening - 3), scene.lower(opening - 2)) == ("о", "том") else opening - 2
    )
    owned = noun
    while owned > noun - 4 and scene.words.feat(owned, "Case") == "Gen" and owned > 0:
        owned -= 1
    if owned < noun and scene.words.lemma[owned] == "вопрос":
        # «вопрос Лаптевой, куда делись деньги»
        return Cue(owned, (owned, owned + 1), frozenset({"ask"}), "noun")
    if noun < 1 or scene.words.lemma[noun] != "вопрос" or scene.words.pos[noun] != "NOUN":
        return None
    if (whole := next((scene.cues[k] for k in range(max(noun - 3, 0), noun) if k in scene.cues), None)) and (
        whole.has("ask") and noun in range(*whole.span)
    ):
        return whole  # «|задался вопросом|, почему закрыт порт»: he who acts has asked
    if scene.lower(noun - 1) != "на" and not any(
        k in scene.cues and scene.cues[k].has("ask") for k in range(max(noun - 4, 0), noun)
    ):
        return None  # «главной интригой остаётся вопрос, кто победит»
    return Cue(noun, (noun, noun + 1), frozenset({"ask"}), "noun")


def _told_about(scene: Scene, opening: int, cue: Cue) -> bool:
    """«Ранее мы писали о том, как строили порт»: what the paper itself has written about is a topic."""
    ours = any(scene.lower(c) == "мы" for c in scene.words.subjects(cue.head))
    return ours and scene.lower(opening - 2) == "том" and scene.pair_around(opening) is None


def _answered_there(scene: Scene, i: int) -> bool:
    """«сообщил мэр, |на что Орехов ответил|, что …»: the answer goes on with the story, and nobody has asked it."""
    words = scene.words
    if words.lower[i : i + 2] != ["на", "что"]:
        return False
    verb = next((k for k in range(i + 2, min(i + REPLY, len(words))) if scene.is_finite(k)), i)
    return words.lemma[verb] in REPLYING and words.feat(verb, "Tense") == "Past"


def _unsaid(scene: Scene, cue: Cue) -> bool:
    """«не уточнил, какие именно»: the author's own remark on what is missing."""
    return cue.negated and scene.words.lemma[cue.head] not in SAID_OR_ASKED


def _question_word(scene: Scene, i: int) -> bool:
    """«когда», «почему», «о чём»: the word that opens an indirect question."""
    words = scene.words
    first = i + 1 if words.pos[i] == "ADP" else i
    why = scene.lower(i) == "из-за" and words.lemma[i - 2] in CONFIDING  # «признался, из-за чего ушёл»
    if words.lower[i] in NEVER and scene.lower(i + 1) in {"чего", "этого", "того"} and not why:
        return False  # «признали виновным, после чего приговорили»
    if words.lower[i] in CONSEQUENT and i - 2 not in scene.cues and scene.lower(i - 2) not in HINGES:
        return False
    # «на чьи деньги построен причал» asks, «причал, чьи доски сгнили» does not
    relatives = {"который"} if words.pos[i] == "ADP" else {"который", "чей"}
    asks = first < len(words) and (words.lemma[first] in QUESTIONS - relatives or words.lower[first] == "чем")
    if not asks:
        return False
    pointed = (scene.lower(i - 3), scene.lower(i - 2)) in {("о", "том"), ("на", "вопрос")}
    # «о том, чем занят порт», but not «…, чем обидел мэра»
    return words.lower[first] != "чем" or pointed or _asks_by_what(scene, i, first)


def _asks_by_what(scene: Scene, i: int, what: int) -> bool:
    """«рассказал, |чем| кончился суд», «спросил, |о чём| речь»: right behind its verb, of something that has its own subject.

    «рассказал, |чем| займётся» answers a question, whoever will do it.
    """
    words, cue = scene.words, scene.cues.get(i - 2)
    if cue is None or not cue.has("say", "ask"):
        return False
    stop = next((k for k in range(what, len(words)) if words.pos[k] == "PUNCT"), len(words))
    answers = words.lemma[cue.head] in CONFIDING and cue.span[1] == i - 1
    return (
        what > i
        or answers
        or any(
            what < c < stop and words.feat(c, "Case") == "Nom"
            for k in range(what, stop)
            for c in words.subjects(k)
        )
    )


def _not_parenthetical(scene: Scene, i: int, cue: Cue) -> bool:
    """«сообщил, как передаёт ТАСС, …» is not a question, nor is «заявил, когда его спросили»."""
    word = scene.words.lower[i]
    if word == "когда" and scene.words.lemma[cue.head] == "заметить":
        return False  # «Вора заметили, когда он лез в окно»: it was seen then
    if word == "как" and _is_aside(scene, i, cue):
        return False
    if word not in {"когда", "где", "как", "куда", "откуда", "кто"}:
        return True
    if scene.lower(i - 2) in HINGES or cue.has("ask") or i - 2 in {cue.head, cue.span[1] - 1}:
        return True
    behind = cue.span[1], i - 1  # «рассказал |РБК|, куда …»
    return word != "когда" and (_only_hearers(scene, *behind) or is_medium(scene, *behind))


def _is_aside(scene: Scene, i: int, cue: Cue) -> bool:
    """«сообщил, |как передаёт ТАСС|, …», «прогнозы дают, |как всегда|, китайцы»: nobody has asked how."""
    if scene.lower(i + 1) in USUALLY and scene.lower(i + 2) == ",":
        return True
    verb = next((j for j in range(i + 1, min(i + 4, len(scene.words))) if j in scene.cues), None)
    told = i - 1 == cue.span[1] and closing_mark(scene, i) in ENDS
    return verb is not None and not told and not has_object(scene, verb)


def _only_hearers(scene: Scene, start: int, end: int) -> bool:
    """«рассказал |вчера журналистам|, где …»: who is told and when leave the clause to the verb.

    Behind any other noun it tells where that is: «сообщил в порту, где …», «рассказал «Бакену», где служит».
    """
    words = scene.words
    return all(
        words.pos[k] == "ADV"
        or words.feat(k, "Case") == "Dat"
        and words.feat(k, "Animacy") != "Inan"
        and words.ent[k] != "ORG"
        for k in range(start, end)
    )

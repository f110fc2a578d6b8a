"""Как сообщил X, …: an attribution that «как» opens, before, inside or behind what it reports."""

from collections.abc import Iterator
from dataclasses import replace

from molva.quotes.attributed.deeds import of_a_participle
from molva.quotes.attributed.hosts import host
from molva.quotes.attributed.insert_ends import behind_relay, insert_end
from molva.quotes.conjunctions import COORDINATORS, RELATIVES
from molva.quotes.cues import FINITE, GERUND, PASSIVE, Cue
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.between_commas import behind_day
from molva.quotes.ends.clauses import closing_mark
from molva.quotes.ends.edges import limits, trim
from molva.quotes.ends.trailing import corrected
from molva.quotes.laws import LAWS
from molva.quotes.media.medium import PASSING, is_medium, is_named_body, name_at, passes_on
from molva.quotes.reported.clause_drafts import own_voice
from molva.quotes.reported.governors import HINGES
from molva.quotes.reported.reporting import finds
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.authors import Author, author_of_cue
from molva.quotes.sources.bearers_behind import bearers_end
from molva.quotes.sources.phrases import Source

SENSED = frozenset(
    "видно слышно заметно видел слышал видела слышала видели слышали услышал услышала услышали".split()
)
WISDOM = frozenset({"пословица", "поговорка", "мудрость", "примета"})  # «как гласит пословица»: nobody's
HEADINGS = frozenset({"название", "заголовок", "имя"})  # «как следует из названия»: what something is called
# «как написано в |памятке|»: what tells how to do something, or shows it
MANUALS = frozenset(
    "инструкция памятка руководство паспорт договор контракт рисунок схема методичка рецепт".split()
)
SHOWN = frozenset({"описать", "показать", "изобразить", "представить"})
SAME = frozenset("так туда там тогда тот такой столько столь".split())
KNOWN = frozenset({"знать", "помнить", "видеть", "слышать"})  # «Знаете, как говорил мой тренер?»
NEAR, FAR = 6, 10  # words from «как» to its verb, and over what tells when and where
SAYING_SO = ("say", "think", "state", "relay", "ask")


def as_said(scene: Scene) -> Iterator[Draft]:
    """Как сообщил Орехов, смета готова.  Смета готова, как сообщили в министерстве."""
    for i in [i for i, form in enumerate(scene.words.lower[:-1]) if form == "как"]:
        if not _stands_apart(scene, i) or _compares(scene, i):
            continue
        limit = limits(scene, i)[1]
        if corrected(scene, i - 1, limit):
            continue
        cue = _first_cue(scene, i, limit)
        if cue is None:
            yield from _became_known(scene, i, limit)
        elif _attributes(scene, i, cue) and not own_voice(scene, cue) and not has_object(scene, cue.head):
            yield from _by_cue(scene, i, cue, limit)


def _by_cue(scene: Scene, i: int, cue: Cue, limit: int) -> Iterator[Draft]:
    """«Как |сообщил| Орехов, смета готова»: what the verb behind «как» attributes, if somebody stands with it."""
    end = insert_end(scene, cue, limit)
    author = author_of_cue(scene, cue, i, end)
    end = _forgotten_comma(scene, cue, author, end)
    author, end = _with_bearers(scene, cue, author, end, limit)
    if not _by_somebody(scene, cue, author) or _shows_how(scene, i, cue, author):
        return
    if _has_clause(scene, cue, min(end + 2, limit)) or _asks_how(scene, i, author, end):
        return
    whole = end >= limit - 1 and cue.has("say") and reports_all(scene, cue, author)
    parts = _before_bracket(scene, i, end) or host(scene, i, behind_relay(scene, end), whole=whole)
    if parts:
        yield author.fill(Draft("as", "indirect", parts), scene)


def has_object(scene: Scene, verb: int) -> bool:
    """«Опрос показал, как жители оценивают |тарифы|»: what a verb has a subject and a thing for, it reports nothing else."""
    words = scene.words
    things = (c for c in words.children[verb] if words.dep[c] == "obj" and words.pos[c] == "NOUN")
    things = (c for c in things if not of_a_participle(scene, c, verb))
    thing = any(words.feat(c, "Case") == "Acc" and words.feat(c, "Animacy") == "Inan" for c in things)
    return thing and bool(words.subjects(verb))


def _with_bearers(scene: Scene, cue: Cue, author: Author, end: int, limit: int) -> tuple[Author, int]:
    """«Как рассказала соседка, |Вера Лаптева|, мост закрыт»: on over the name between commas behind the post."""
    who = author.source
    if who is None or who.span[0] < cue.span[1]:
        return author, end
    if end < who.span[1] < limit and scene.words.lemma[who.span[1] + 1] not in RELATIVES:
        return author, who.span[1]
    behind = bearers_end(scene, who, limit) if who.span[1] == end else 0
    whole = Source((who.span[0], behind), who.head)
    return (replace(author, source=whole), behind) if behind else (author, end)


def _by_somebody(scene: Scene, cue: Cue, author: Author) -> bool:
    """«как сообщил мэр», «как выяснило следствие», but not «как гласит пословица», «как написано в памятке», «как выяснил мэр»."""
    nobodys = WISDOM | HEADINGS | LAWS | (MANUALS if cue.form == PASSIVE else frozenset())
    if author.source and scene.words.lemma[author.source.head] in nobodys:
        return False
    return cue.has(*SAYING_SO) or author.source is not None and finds(scene, author.source)


def reports_all(scene: Scene, cue: Cue, author: Author) -> bool:
    """«Жильцы ждут, что мост закроют, рассказал мэр»: unless a medium passes on, the first report is told too."""
    who, words = author.source, scene.words
    if who is None or words.ent[who.head] == "PER" or words.feat(who.head, "Animacy") == "Anim":
        return True
    return words.lemma[cue.head] not in PASSING and not passes_on(scene, who.span, cue.head)


def _became_known(scene: Scene, i: int, limit: int) -> Iterator[Draft]:
    """Как стало известно «Бакену», мост закрыт.: a medium that has learned of it publishes it."""
    known = i + 2
    if scene.words.lower[i + 1 : i + 3] != ["стало", "известно"] or known + 1 >= limit:
        return
    name = name_at(scene, known + 1, limit)
    if name is None or not (is_medium(scene, *name) or is_named_body(scene, name[0])):
        return
    parts = host(scene, i, name[1])
    if parts:
        draft = Draft("as", "indirect", parts, cue=(i + 1, known + 1), sourceless=True)
        draft.source = name
        draft.source_head = next((k for k in range(*name) if scene.words.ent[k]), name[1] - 1)
        yield draft


def _before_bracket(scene: Scene, i: int, end: int) -> list[Stretch]:
    """«Мост закрыт (как заявил мэр)»: an attribution that fills a bracket rules the clause before it."""
    bracket = i - 1
    if scene.brackets.get(bracket) != end or bracket == 0:
        return []
    part = trim(scene, limits(scene, bracket - 1)[0], bracket)
    return [part] if part and scene.has_predicate(*part) else []


def _shows_how(scene: Scene, i: int, cue: Cue, author: Author) -> bool:
    """«Настройте роутер, |как описано здесь|», «…, |как показано на снимке|»: the manner of a deed, and no report."""
    words = scene.words
    if cue.form != PASSIVE:
        return False
    told = range(limits(scene, i)[0], i)
    asked = any(words.feat(k, "Mood") == "Imp" for k in told)
    return asked or author.source is None and words.lemma[cue.head] in SHOWN


def _stands_apart(scene: Scene, i: int) -> bool:
    """Whether «как» begins something: a sentence, or what stands behind a mark or «и», «но», «что».

    With its capital it does so behind a date line too: «12 мая 2031 |Как| сообщил мэр, …».
    """
    if i == scene.sentence(i)[0] or i - 1 in scene.opens or scene.words.form[i] == "Как":
        return True
    marked = scene.words.form[i - 1] in {",", "(", ":", ";"} | ENDS | DASHES
    return marked or scene.lower(i - 1) in COORDINATORS | {"что"}


def _attributes(scene: Scene, i: int, cue: Cue) -> bool:
    """«как сообщил», «как было сказано», but not «как не сказано», «как, сказал он, …», «как предполагалось»."""
    words = scene.words
    if cue.form not in {FINITE, PASSIVE} or not cue.has(*SAYING_SO, "find") or _came_about(scene, cue):
        return False
    between = range(i, cue.head)
    if {"выше", "ниже"} & set(words.lower[i : cue.head + 2]):
        return False  # «как сказано выше»: in this text
    parted = any(words.form[j] == "," for j in between) and not _dated(scene, i, cue)
    if parted or any(cue.form == PASSIVE and words.lower[j] == "не" for j in between):
        return False
    if "это" in words.lower[i : cue.head]:
        return False  # «Как вы это сказали, Анна Гурко?»
    return words.lower[cue.head] != "говорится" or scene.lower(cue.head + 1) != ","


def _first_cue(scene: Scene, i: int, limit: int) -> Cue | None:
    """«как |сообщил|», «как во вторник, 5 мая, |сообщил|», «как в интервью «Бакену» |сообщил|»: over when and where it was said."""
    j = next((j for j in range(i + 1, min(i + FAR, limit)) if j in scene.cues), None)
    if j is None or j < i + NEAR:
        return scene.cues[j] if j is not None else None
    between = range(i + 1, j)  # no «Как быть и что выбрать — рассказали в статье»
    other = any(scene.words.pos[k] in {"VERB", "AUX", "CCONJ"} or scene.is_dash(k) for k in between)
    return None if other else scene.cues[j]


def _dated(scene: Scene, i: int, cue: Cue) -> bool:
    """«как во вторник|, 5 мая,| сообщил мэр»: two commas, and a day between them."""
    words = scene.words
    comma = next((j for j in range(i, cue.head) if words.form[j] == ","), None)
    return comma is not None and behind_day(scene, comma, cue.head) == cue.span[0]


def _has_clause(scene: Scene, cue: Cue, end: int) -> bool:
    """«как сообщил мэр, что мост закрыт»: the verb has a clause of its own."""
    words = scene.words
    return any(words.lower[j] == "что" and words.form[j - 1] == "," for j in range(cue.head + 1, end))


def _compares(scene: Scene, i: int) -> bool:
    """«после того, как оставил службу», «на вопрос, как он считает»: no attribution but a time, a question."""
    if scene.words.form[i - 1] == "," and i > 1 and scene.words.lemma[i - 2] == "вопрос":
        return True
    if scene.words.form[i - 1] == "," and scene.lower(i - 2) in SENSED:
        return True  # «слышно, как сторож кричит «Стой»»
    if scene.words.form[i - 1] == "," and (_likens(scene, i) or _asks_whether_known(scene, i)):
        return True
    timed = scene.lower(i - 3) in {"после", "за", "перед", "до", "с"}
    return scene.words.form[i - 1] == "," and scene.lower(i - 2) in HINGES and timed


def _likens(scene: Scene, i: int) -> bool:
    """«Всё было |так, как| говорит мэр», «Мост |не так плох, как| пишут газеты»: how something is, and no report of it.

    «Так, как сообщил мэр, мост закрыт» opens with an example.
    """
    lower, so = scene.words.lower, i - 2
    if lower[so] == "же" and scene.words.lemma[so - 1] in SAME:
        return True  # «поможет ей |так же, как| она помогла ему»; but «Мост же, как сообщил мэр, цел»
    if lower[so] == "так":
        return so > limits(scene, i)[0]
    how = scene.words.pos[so] in {"ADJ", "ADV"} and lower[so] != "давно"
    return how and lower[so - 2 : so] in (["не", "так"], ["не", "столь"])


def _asks_how(scene: Scene, i: int, author: Author, end: int) -> bool:
    """«Он |вспоминает, как| мэр обещал парк.», «Вера |помнит, как| сын спросил: «…»»: what the verb before the comma tells.

    «Он рассказал, как пишет «Бакен», о парке»: the report stands behind the attribution. «Домам ничего не |угрожает, как|
    заверил мэр»: a verb and who tells, and nothing else, is one.
    """
    cue = scene.cues.get(i - 2)
    told = cue is not None and cue.form in {FINITE, GERUND} and cue.has("say", "think", "ask")
    takes_it = told or scene.words.lemma[i - 2] in KNOWN
    asked = cue is not None and cue.has("ask")
    start, stop = author.source.span if author.source is not None else (0, 0)
    alone = author.verb == i + 1 and start == i + 2 and stop >= end - 1
    if told and alone and not asked:
        return False
    return takes_it and scene.words.form[i - 1] == "," and closing_mark(scene, i) in {":", *ENDS}


def _asks_whether_known(scene: Scene, i: int) -> bool:
    """«|Знаете, как| говорил мой тренер?», «|Помнишь, как| пели в порту»: who is spoken to knows it."""
    verb = i - 2
    return scene.words.lemma[verb] in KNOWN and scene.words.feat(verb, "Person") == "2"


def _forgotten_comma(scene: Scene, cue: Cue, author: Author, end: int) -> int:
    """«Как сообщает «Бакен» в ходе проверки нашли дыру, и …»: without its comma an attribution ends with its source."""
    at = max(cue.span[1], author.source.span[1] if author.source else 0)
    stop = next((k for k in range(at, end) if scene.words.form[k] in {",", "(", *DASHES}), end)
    tied = scene.lower(at) in COORDINATORS  # «как считают врачи и как признал суд»
    return at if scene.has_predicate(at, stop) and not tied else end


def _came_about(scene: Scene, cue: Cue) -> bool:
    """«Как и предполагалось, мост закрыли»: what was expected has come about, and the narrator tells it."""
    words = scene.words
    expected = words.lemma[cue.head] in {"предполагать", "предполагаться", "полагать", "полагаться"}
    return expected and words.feat(cue.head, "Tense") == "Past" and words.feat(cue.head, "Gender") == "Neut"

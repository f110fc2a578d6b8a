"""Как сообщил X, …;  …, сообщает X: a verb and its subject, inserted into what they report or put behind it."""

from collections.abc import Iterator

from molva.quotes.authors import Author, author_of_cue
from molva.quotes.clause_drafts import own_voice
from molva.quotes.clauses import has_predicative
from molva.quotes.conjunctions import CLAUSE_OPENERS, COORDINATORS, RELATIVES
from molva.quotes.cues import FINITE, PASSIVE, Cue, of_talk
from molva.quotes.draft import Draft
from molva.quotes.edges import limits
from molva.quotes.governors import HINGES
from molva.quotes.hosts import host
from molva.quotes.kinds import GROUNDS
from molva.quotes.media import RELAYING, passes_on
from molva.quotes.reporting import finds
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.subjects import NOMINAL
from molva.quotes.titles import is_title
from molva.speakers.pronouns import THEIRS

LONGEST = 18  # words of an apposition behind a dash
LEAST = 5  # words of a sentence whose predicate the tagger has missed: «Село на мель судно, сообщили …»
TELLING = ("say", "think", "state", "relay", "ask")
URGING = frozenset(  # «Проход нужно открыть, потребовала глава порта»
    "призвать призывать потребовать требовать попросить просить посоветовать советовать "
    "порекомендовать рекомендовать предложить предлагать".split()
)
PASSING = RELAYING | {"сообщать"}  # «…, сообщает Reuters», a medium that nobody has listed
NEXT = 2  # words between a verb and its source: a preposition, the medium that was told


def as_said(scene: Scene) -> Iterator[Draft]:
    """Как сообщил Орехов, смета готова.  Смета готова, как сообщили в министерстве."""
    words = scene.words
    for i in [i for i, form in enumerate(words.lower[:-1]) if form == "как"]:
        if (
            i
            and words.form[i - 1] not in {",", "(", *ENDS, *DASHES, ":", ";"}
            and i != scene.sentence(i)[0]
            and scene.lower(i - 1) not in COORDINATORS | {"что"}
            and i - 1 not in scene.opens
        ):
            continue
        limit = limits(scene, i)[1]
        cue = next((scene.cues[j] for j in range(i + 1, min(i + 6, limit)) if j in scene.cues), None)
        if (
            cue is None
            or _compares(scene, i)
            or _came_about(scene, cue)
            or cue.form == PASSIVE
            and any(words.lower[j] == "не" for j in range(i, cue.head))
            or cue.form not in {FINITE, PASSIVE}
            or not cue.has(*TELLING, "find")
        ):
            continue
        if (
            any(words.form[j] == "," for j in range(i, cue.head))
            or words.lower[cue.head] == "говорится"
            and scene.lower(cue.head + 1) == ","
        ):
            continue
        end = _insert_end(scene, cue, limit)
        author = author_of_cue(scene, cue, i, end)
        end = _forgotten_comma(scene, cue, author, end)
        if not cue.has(*TELLING) and not (author.source and finds(scene, author.source)):
            continue
        if any(
            words.lower[j] == "что" and words.form[j - 1] == ","
            for j in range(cue.head + 1, min(end + 2, limit))
        ):
            continue
        parts = host(scene, i, end)
        if parts:
            yield author.fill(Draft("as", "indirect", parts), scene)


def _compares(scene: Scene, i: int) -> bool:
    """«после того, как оставил службу», «на вопрос, как он считает»: no attribution but a time, a question."""
    if scene.words.form[i - 1] == "," and i > 1 and scene.words.lemma[i - 2] == "вопрос":
        return True
    timed = scene.lower(i - 3) in {"после", "за", "перед", "до", "с"}
    return scene.words.form[i - 1] == "," and scene.lower(i - 2) in HINGES and timed


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


def _insert_end(scene: Scene, cue: Cue, limit: int) -> int:
    """The end of an inserted attribution: the comma (or colon) after its subject."""
    words = scene.words
    i = cue.head + 1
    while i < limit:
        if i in scene.opens:
            i = scene.opens[i] + 1
            continue
        if i in scene.brackets:
            i = scene.brackets[i] + 1
            continue
        if words.form[i] in DASHES and limit - i <= LONGEST and not scene.has_predicate(i, limit):
            return limit  # «…, считает Лаптева — профессор университета»
        if words.form[i] in {":", ";", *DASHES} and not scene.from_to(i) and not scene.in_clock(i):
            return i
        if words.form[i] == ",":
            following = i + 1
            if following < limit and _describes(scene, following, limit):
                return next((k for k in range(following, limit) if words.form[k] == ","), limit)
            if following + 1 < limit and _date(scene, following, limit):
                i = _after_date(scene, cue, i, limit)
                continue
            if following < limit and (_title_goes_on(scene, i, limit) or _title_follows(scene, i, limit)):
                i += 1
                continue
            return i
        i += 1
    return limit


def _describes(scene: Scene, i: int, limit: int) -> bool:
    """«… агентство, которое …, », «… на сайте, где …», «… источник, близкий …», «…, ссылаясь на …»: on to the next comma.

    «Как сообщили в МВД, нападавшие скрылись»: a participle that is a subject describes nothing.
    """
    words = scene.words
    if words.lemma[i] in {"который", "где", "близкий", "знакомый"} or words.feat(i, "VerbForm") == "Conv":
        return True
    if i + 1 < limit and words.lemma[i + 1] == "который":
        return True  # «… письма, с которым ознакомился «Бакен»», «… опроса, итоги которого есть у «Бакена»»
    if words.feat(i, "VerbForm") != "Part" or words.feat(i, "Variant") == "Short":
        return False
    close = next((k for k in range(i, limit) if words.form[k] == ","), limit)
    return not scene.has_predicate(i + 1, close)


def _date(scene: Scene, i: int, limit: int) -> bool:
    """«в пятницу, 17 января, …»: a date behind its day; «…, 17 января передала дело в суд» goes on with the claim.

    «сообщает «Бакен», 1 мая, в день города, художники проведут шествие»: behind a name it is the claim's.
    """
    words = scene.words
    dated = words.form[i].isdigit() and words.feat(i + 1, "Case") == "Gen" and words.pos[i + 1] == "NOUN"
    close = next((k for k in range(i, limit) if words.form[k] == ","), limit)
    claimed = i - 2 in scene.closes and scene.has_predicate(close, limit)
    return dated and not claimed and not scene.has_predicate(i, close)


def _after_date(scene: Scene, cue: Cue, comma: int, limit: int) -> int:
    """«сообщили в воскресенье, 8 июля, представители полиции»: the date is closed, the subject is to come."""
    words = scene.words
    told = any(
        words.ent[k]
        or words.feat(k, "Case") == "Nom"
        and words.pos[k] in NOMINAL
        and words.pos[k - 1] != "ADP"
        for k in range(cue.head + 1, comma)
    )
    close = next((k for k in range(comma + 1, min(comma + 7, limit)) if words.form[k] == ","), None)
    return comma + 1 if told or close is None else close + 1


def _title_goes_on(scene: Scene, comma: int, limit: int) -> bool:
    """«депутат, глава комитета Орехов»: a nominative noun, then the name before the next comma."""
    words = scene.words
    for i in range(comma + 1, min(comma + 12, limit)):
        if words.form[i] in {",", *DASHES} or scene.is_finite(i):
            return False
        if words.ent[i] == "PER":
            title = range(comma + 1, i)
            titled = any(words.pos[k] == "NOUN" and words.feat(k, "Case") == "Nom" for k in title)
            stop = next((k for k in range(i, limit) if words.ent[k] != "PER"), limit)
            stop = scene.brackets.get(stop, stop - 1) + 1
            closed = stop == limit or words.form[stop] in {",", *ENDS, *DASHES}
            return titled and closed and words.feat(i, "Case") in {"Nom", ""}
    return False


def _title_follows(scene: Scene, comma: int, limit: int) -> bool:
    """«Мария Фомушина, пресс-секретарь суда, …»: a name, then its title between commas."""
    words = scene.words
    if (
        words.ent[comma - 1] != "PER"
        or words.pos[comma + 1] != "NOUN"
        or words.feat(comma + 1, "Case") != "Nom"
        or words.feat(comma + 1, "Animacy") != "Anim"
    ):
        return False
    stop = next((i for i in range(comma + 1, min(comma + 12, limit)) if words.form[i] == ","), None)
    return stop is not None and not scene.has_predicate(comma, stop) and scene.has_predicate(stop, limit)


def inserted(scene: Scene) -> Iterator[Draft]:
    """Пожар потушен, сообщили в МЧС.  Поезд, сказал он, задержали.  Смета готова, пишет «Вестник»."""
    for i, cue in scene.cues.items():
        if cue.form not in {FINITE, PASSIVE} or not _may_close(scene, cue):
            continue
        if _tells_of_something(scene, cue):
            continue
        start, end = limits(scene, i)
        comma = _comma_before(scene, i, start)
        if comma is None or _has_object(scene, cue, end):
            continue
        stop = _insert_end(scene, cue, end)
        goes_on = _claim_goes_on(scene, stop, end)
        closing = stop >= end - 1 and comma - start >= LEAST and not _topic(scene, start, comma)
        if not (_claim(scene, start, comma) or goes_on or closing):
            continue
        author = _inserted_author(scene, cue, comma + 1, stop)
        if author is None or not (_claim(scene, start, comma) or goes_on or _right_after(author, cue)):
            continue
        if _finds_nothing(scene, cue, author) or _heralds(scene, cue, author, comma, stop):
            continue
        whole = stop >= end - 1 and _reports_all(scene, cue, author)
        parts = host(scene, comma + 1, stop, whole=whole)
        told = (scene.words.pos[k] for a, b in parts for k in range(a, b))
        if any(pos in {"VERB", "AUX", "ADJ", "NOUN"} for pos in told):
            yield author.fill(Draft("inserted", "indirect", parts), scene)


def _claim_goes_on(scene: Scene, stop: int, end: int) -> bool:
    """«Поезд, сказал он, |задержали|»: behind the inserted words the claim goes on."""
    closed = stop < end - 1 and scene.words.form[stop] == ","
    return closed and _claim(scene, stop, end) and scene.lower(stop + 1) not in COORDINATORS


def _may_close(scene: Scene, cue: Cue) -> bool:
    """Whether a verb can stand behind what it reports: it tells, it urges, it finds."""
    return _reports(scene, cue) or cue.has("find")


def _reports(scene: Scene, cue: Cue) -> bool:
    """Whether a verb tells or urges, whoever its subject is."""
    return cue.has(*TELLING) or scene.words.lemma[cue.head] in URGING


def _finds_nothing(scene: Scene, cue: Cue, author: Author) -> bool:
    """«Мост стар, показал осмотр», «…, подсчитали в порту» publish; «…, установили сторожа» is what they did."""
    words, who = scene.words, author.source
    if _reports(scene, cue):
        return False
    body = who is not None and (words.ent[who.head] == "ORG" or words.lemma[who.head] in GROUNDS)
    return not body and not (who and finds(scene, who))


def _heralds(scene: Scene, cue: Cue, author: Author, comma: int, stop: int) -> bool:
    """«Зуев, который вёл порт, так описал сходу смету: «…»»: the verb's own subject stands before the comma, no claim."""
    words = scene.words
    own = any(words.dep[c].startswith("nsubj") and c < comma for c in words.children[cue.head])
    so = words.lower[cue.head - 1] == "так"
    return own and words.form[stop : stop + 1] == [":"] and (so or not _right_after(author, cue))


def _reports_all(scene: Scene, cue: Cue, author: Author) -> bool:
    """«Жильцы ждут, что мост закроют, рассказал мэр»: unless a medium passes on, the first report is told too."""
    who, words = author.source, scene.words
    if who is None or words.ent[who.head] == "PER" or words.feat(who.head, "Animacy") == "Anim":
        return True
    return words.lemma[cue.head] not in PASSING and not passes_on(scene, who.span, cue.head)


def _tells_of_something(scene: Scene, cue: Cue) -> bool:
    """«она описана», «сослался на занятость», «на вопрос, обещает ли он», «следовал в Омск»: nothing is told."""
    words, behind = scene.words, scene.lower(cue.head + 1)
    described = cue.form == PASSIVE and words.feat(cue.head, "Gender") in {"Masc", "Fem"}
    went = words.lemma[cue.head] == "следовать" and behind not in {"из", "что"}
    return described or went or behind == "ли" or words.lemma[cue.head] in {"сослаться", "ссылаться"}


def _topic(scene: Scene, start: int, comma: int) -> bool:
    """«Ранее об уходе мэра со ссылкой на источник, знакомый с делом, сообщил «Вестник»»: a topic and no claim."""
    return any(scene.words.lower[i] in {"о", "об", "обо"} for i in range(start, comma))


def _right_after(author: Author, cue: Cue) -> bool:
    """«…, сообщили в МЧС»: the source follows its verb at once."""
    return author.source is not None and 0 <= author.source.span[0] - cue.span[1] <= NEXT


def _claim(scene: Scene, start: int, comma: int) -> bool:
    """Something that can be said stands before the attribution: a predicate or «X — Y»."""
    return (
        scene.has_predicate(start, comma)
        or any(scene.is_dash(i) for i in range(start, comma))
        or has_predicative(scene, start, comma)
        or scene.has_subject(start, comma)
    )


def _has_object(scene: Scene, cue: Cue, end: int) -> bool:
    """«…, написал признание в прокуратуру», «покинуть пост согласился глава»: nothing is attributed.

    A verb with an object, an infinitive or a topic of its own tells what was done, not what was said.
    """
    words = scene.words
    if cue.has("relay") or cue.span[1] - cue.span[0] > 1:
        return False
    if any(words.feat(c, "VerbForm") == "Inf" and words.dep[c] == "xcomp" for c in words.children[cue.head]):
        return True
    behind = cue.head + 1
    if behind < end and words.feat(behind, "Case") == "Ins" and words.feat(behind, "Animacy") == "Inan":
        return True  # «…, он отвечает согласием»
    if scene.lower(cue.head - 1) in THEIRS or scene.lower(cue.head + 1) in {"о", "об"}:
        return True
    for i in range(cue.head + 1, min(cue.head + 5, end)):
        if words.form[i] in {",", *DASHES} or words.pos[i] in {"ADP", "PROPN", "PRON"} or words.ent[i]:
            return False
        if words.pos[i] == "NOUN" and scene.lower(i + 1) != "назад":  # «сообщил неделю назад спикер»
            alike = words.feat(i, "Gender") == words.feat(cue.head, "Gender") == "Neut"  # «заявило ведомство»
            return words.feat(i, "Case") == "Acc" and words.feat(i, "Animacy") != "Anim" and not alike
    return False


def _comma_before(scene: Scene, verb: int, start: int) -> int | None:
    """The comma that opens the attribution: only circumstances may stand between it and the verb."""
    words = scene.words
    for i in range(verb - 1, max(start, verb - 8) - 1, -1):
        if words.lemma[i] in {"который", "кто", "чей"}:
            return None
        if (
            words.form[i] == ","
            or i in scene.closes
            and i == verb - 1
            and not is_title(scene, scene.closes[i], i)
            or words.form[i] in DASHES
            and words.form[i - 1] == ","
        ):
            so = scene.lower(i + 1) == "так" and i + 2 in scene.cues  # «…, — так говорится в тексте»
            opens = scene.lower(i + 1) in CLAUSE_OPENERS | COORDINATORS and not so
            return None if opens or words.lemma[i + 1] in RELATIVES or _relative(scene, i + 1) else i
        if scene.is_finite(i) or words.pos[i] in {"SCONJ", "CCONJ"} or words.form[i] in {"(", ")", ":", ";"}:
            return None
        if words.pos[i] in {"NOUN", "PROPN"} and words.feat(i, "Case") == "Nom" and i != verb - 1:
            return None
    return None


def _relative(scene: Scene, i: int) -> bool:
    """«…, на чём настаивал порт»: a relative clause; «…, о чём сообщил порт» attributes all before it."""
    return scene.lower(i) in {"на", "с", "к", "по"} and scene.lower(i + 1) in {"чем", "чему", "что"}


def _inserted_author(scene: Scene, cue: Cue, start: int, end: int) -> Author | None:
    """The source of an inserted attribution: it must stand there, after the verb as a rule."""
    words = scene.words
    if end < len(words) and words.form[end] == "," and scene.lower(end + 1) in {"что", "чтобы", "будто"}:
        return None
    if of_talk(words, cue.head) or own_voice(scene, cue) or scene.lower(cue.head - 1) == "бы":
        return None  # «думаю», «я бы сказал»
    author = author_of_cue(scene, cue, start, end)
    if author.source is None or words.lemma[author.source.head] == "никто":
        return None
    before_verb = author.source.span[0] < cue.head
    if before_verb and not (
        words.lower[author.source.head] in {"он", "она", "они"} or start == author.source.span[0]
    ):
        return None
    if before_verb and (words.pos[author.source.head] != "PRON" or end - cue.head > 3):
        return None
    return author

"""…, сообщает X: a verb and its subject, inserted into what they report or put behind it."""

from collections.abc import Iterator

from molva.quotes.attributed.as_said import TELLING
from molva.quotes.attributed.attribution_phrases import attribution_phrase
from molva.quotes.attributed.hosts import host
from molva.quotes.attributed.insert_ends import PASSING, insert_end
from molva.quotes.attributed.reference import TOLD
from molva.quotes.conjunctions import ABOUT, CLAUSE_OPENERS, COORDINATORS, RELATIVES
from molva.quotes.cues import FINITE, PASSIVE, Cue, of_talk
from molva.quotes.draft import Draft
from molva.quotes.ends.clauses import has_predicative, told_without_verb
from molva.quotes.ends.edges import limits
from molva.quotes.ends.trailing import relayed
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_medium, passes_on
from molva.quotes.pieces.titles import is_title
from molva.quotes.reported.clause_drafts import own_voice
from molva.quotes.reported.reporting import counts, finds
from molva.quotes.scene import DASHES, Scene
from molva.quotes.sources.authors import Author, author_of_cue
from molva.quotes.sources.subjects import SPANS_OF_TIME, alike
from molva.quotes.speech_nouns import GROUNDS
from molva.speakers.pronouns import NOMINATIVE, THEIRS

LEAST = 5  # words of a sentence whose predicate the tagger has missed: «Село на мель судно, сообщили …»
URGING = frozenset(  # «Проход нужно открыть, потребовала глава порта»
    "призвать призывать потребовать требовать попросить просить посоветовать советовать "
    "порекомендовать рекомендовать предложить предлагать".split()
)
CALLING = frozenset({"призвать", "призывать"})
WHEN = SPANS_OF_TIME | frozenset({"весна", "лето", "осень", "зима"})
MEANS = frozenset(  # «сообщил |письмом|»: what carries words, and is no answer as «согласие», «отказ» are
    "письмо телеграмма смс смска эсэмэска сообщение записка депеша радиограмма радио почта факс пост твит".split()
)
FOR_OR_AGAINST = frozenset({"за", "против"})  # «Проект поддержали 20 депутатов, против высказались двое»
ANSWERING = frozenset({"ответить", "отвечать"})
HEARER = 6  # words of who has been told, with the full stop
NEXT = 2  # words between a verb and its source: a preposition, the medium that was told


def inserted(scene: Scene) -> Iterator[Draft]:
    """Пожар потушен, сообщили в МЧС.  Поезд, сказал он, задержали.  Смета готова, пишет «Вестник»."""
    for i, cue in scene.cues.items():
        if not _may_close(scene, cue) or _tells_of_something(scene, cue):
            continue
        start, end = limits(scene, i)
        comma = _comma_before(scene, i, start)
        if comma is None or _has_object(scene, cue, comma, end) or _asked_before(scene, start, comma):
            continue
        if _claims_nothing(scene, cue, start, comma):
            continue
        stop = insert_end(scene, cue, end)
        goes_on = _claim_goes_on(scene, stop, end)
        closing = stop >= end - 1 and comma - start >= LEAST and not _topic(scene, start, comma)
        if not (_claim(scene, start, comma) or goes_on or closing):
            continue
        author = _inserted_author(scene, cue, comma + 1, stop)
        if author is None or not (_claim(scene, start, comma) or goes_on or _right_after(scene, author, cue)):
            continue
        if _finds_nothing(scene, cue, author) or _heralds(scene, cue, author, comma, stop):
            continue
        stop = _behind_source(scene, author, stop, end)
        whole = stop >= end - 1 and _reports_all(scene, cue, author)
        parts = host(scene, comma + 1, stop, whole=whole)
        told = (scene.words.pos[k] for a, b in parts for k in range(a, b))
        if any(pos in {"VERB", "AUX", "ADJ", "NOUN"} for pos in told):
            yield author.fill(Draft("inserted", "indirect", parts), scene)


def _claims_nothing(scene: Scene, cue: Cue, start: int, comma: int) -> bool:
    """What stands before the comma is a question, another attribution, a report passed on, or a topic."""
    return (
        _answers(scene, cue, start, comma)
        or _attributed_already(scene, start, comma)
        or _passed_on(scene, start, comma)
        or _described_topic(scene, start, comma)
    )


def _behind_source(scene: Scene, author: Author, stop: int, end: int) -> int:
    """«…, сообщил министр экологии|, лесов и парков края Клим Зуев|»: the attribution holds all of its source."""
    if author.source is None or author.source.span[1] <= stop:
        return stop
    return next((k for k in range(author.source.span[1], end) if scene.words.form[k] == ","), end)


def _claim_goes_on(scene: Scene, stop: int, end: int) -> bool:
    """«Поезд, сказал он, |задержали|»: behind the inserted words the claim goes on."""
    closed = stop < end - 1 and scene.words.form[stop] == ","
    return closed and _claim(scene, stop, end) and scene.lower(stop + 1) not in COORDINATORS


def _may_close(scene: Scene, cue: Cue) -> bool:
    """Whether a verb can stand behind what it reports: it tells, it urges, it finds."""
    return cue.form in {FINITE, PASSIVE} and (_reports(scene, cue) or cue.has("find"))


def _reports(scene: Scene, cue: Cue) -> bool:
    """Whether a verb tells or urges, whoever its subject is."""
    return cue.has(*TELLING) or scene.words.lemma[cue.head] in URGING


def _finds_nothing(scene: Scene, cue: Cue, author: Author) -> bool:
    """«Мост стар, показал осмотр», «…, подсчитали в порту» publish; «…, установили сторожа» is what they did."""
    words, who = scene.words, author.source
    if _reports(scene, cue):
        return False
    body = who is not None and (words.ent[who.head] == "ORG" or words.lemma[who.head] in GROUNDS)
    return not body and not (who and (finds(scene, who) or counts(scene, cue, who)))


def _heralds(scene: Scene, cue: Cue, author: Author, comma: int, stop: int) -> bool:
    """«Зуев, который вёл порт, так описал сходу смету: «…»»: the verb's own subject stands before the comma, no claim."""
    words = scene.words
    subjects = words.subjects(cue.head)
    own = any(subject < comma for subject in subjects)
    if cue.has("relay") and any(comma < subject < cue.head for subject in subjects):
        return True  # «Подводя итог, «Бакен» цитирует рыбачку, ждавшую парома: «…»»
    so = words.lower[cue.head - 1] == "так"
    return own and words.form[stop : stop + 1] == [":"] and (so or not _right_after(scene, author, cue))


def _reports_all(scene: Scene, cue: Cue, author: Author) -> bool:
    """«Жильцы ждут, что мост закроют, рассказал мэр»: unless a medium passes on, the first report is told too."""
    who, words = author.source, scene.words
    if who is None or words.ent[who.head] == "PER" or words.feat(who.head, "Animacy") == "Anim":
        return True
    return words.lemma[cue.head] not in PASSING and not passes_on(scene, who.span, cue.head)


def _tells_of_something(scene: Scene, cue: Cue) -> bool:
    """«она описана», «сослался на занятость», «следовал в Омск», «отмечаются боли в груди»: nothing is told."""
    words, behind = scene.words, scene.lower(cue.head + 1)
    own = any(subject < cue.head for subject in words.subjects(cue.head))
    described = cue.form == PASSIVE and (own or words.feat(cue.head, "Gender") in {"Masc", "Fem"})
    described = described or any(words.dep[c] == "nsubj:pass" for c in words.children[cue.head])
    went = words.lemma[cue.head] == "следовать" and behind not in {"из", "что"}
    called = words.lemma[cue.head] in CALLING and behind == "к"  # «…, призывает к миру, …»
    referring = words.lemma[cue.head] in {"сослаться", "ссылаться"}
    return described or went or called or behind == "ли" or referring


def _asked_before(scene: Scene, start: int, comma: int) -> bool:
    """«Подробно о том, что произошло, рассказал сосед»: a topic between its commas, and nothing else, stands before the verb."""
    lower = scene.words.lower
    opens = (
        k for k in range(start + 3, comma) if lower[k - 3 : k] == ["о", "том", ","] and lower[k] == "что"
    )
    first = next(opens, None)
    if first is None or scene.has_predicate(start, first):
        return False
    topic = range(
        start, first - 3
    )  # «|Миф| о том, что соль вредна, придумали рыбаки, считает врач» has a noun
    return not any(scene.words.pos[k] in {"NOUN", "PROPN"} for k in topic)


def _answers(scene: Scene, cue: Cue, start: int, comma: int) -> bool:
    """«Сам Зуев |на вопрос о том|, продан ли катер, ответил «Бакену»: «…»»: before the comma stands what was asked."""
    lower = scene.words.lower
    asked = (lower[k] == "на" and lower[k + 1] in {"вопрос", "вопросы"} for k in range(start, comma))
    return scene.words.lemma[cue.head] in ANSWERING and any(asked)


def _described_topic(scene: Scene, start: int, comma: int) -> bool:
    """«Ранее |о выделении пяти лодок, в том числе «Зари», которые чинят в порту|, объявил мэр»: a topic and a clause about it, and no claim."""
    words = scene.words
    first = next((k for k in range(start, min(start + 4, comma)) if words.lower[k] in ABOUT), None)
    close = next((k for k in range(start, comma) if words.form[k] == ","), None)
    if first is None or close is None or close < first or words.lower[first + 1] == "том":
        return False
    if any(
        words.form[k] in {":", ";"} or scene.is_dash(k) and words.form[k - 1] != ","
        for k in range(close + 1, comma)
    ):
        return False
    commas = [k for k in range(close, comma) if words.form[k] == ","]
    opened = [start, *(k + 1 for k in commas)]
    return not any(_tells(scene, a, b) for a, b in zip(opened, [*commas, comma], strict=True))


def _tells(scene: Scene, start: int, end: int) -> bool:
    """Whether a clause between commas has a predicate and describes no noun before it: «, рядом с |которым| стоит порт»."""
    if any(scene.words.lemma[k] in RELATIVES for k in range(start, min(start + 3, end))):
        return False
    return scene.has_predicate(start, end) or has_predicative(scene, start, end)


def _attributed_already(scene: Scene, start: int, comma: int) -> bool:
    """«По данным порта, его заподозрили в краже», «Оба парома, по данным порта, передала Нарвинка»: no claim stands before."""
    found = attribution_phrase(scene, start)
    if found is not None and found[2] == comma:
        return True
    opening = next((k for k in range(comma - 1, start, -1) if scene.words.form[k] == ","), None)
    if opening is None or scene.has_predicate(start, opening):
        return False
    found = attribution_phrase(scene, opening + 1)
    return found is not None and found[2] == comma


def _passed_on(scene: Scene, start: int, comma: int) -> bool:
    """«…, сообщил мэр, его слова приводятся в канале»: the claim is the mayor's, whose words the channel carries."""
    if scene.lower(comma + 1) not in THEIRS or not relayed(scene, comma + 1, limits(scene, comma)[1]):
        return False
    return any(k in scene.cues and scene.cues[k].has("say") for k in range(start, comma))


def _topic(scene: Scene, start: int, comma: int) -> bool:
    """«Ранее об уходе мэра со ссылкой на источник, знакомый с делом, сообщил «Вестник»»: a topic and no claim.

    «|Бригады| прибыли к дому после звонка о пожаре»: behind what may be a subject it is a noun's.
    """
    words = scene.words
    about = next((i for i in range(start, comma) if words.lower[i] in ABOUT), None)
    return about is not None and not any(
        words.pos[k] == "NOUN" and words.may_be_nominative(k) and words.pos[k - 1] != "ADP"
        for k in range(start, about)
    )


def _right_after(scene: Scene, author: Author, cue: Cue) -> bool:
    """«…, сообщили в МЧС», «…, сообщил в своём телеграм-канале мэр»: the source follows its verb, or the channel it uses."""
    if author.source is None:
        return False
    words, first, last = scene.words, cue.span[1], author.source.span[0]
    channel = words.lower[first : first + 1] == ["в"] and words.lemma[last - 1] in word_list("channels")
    return 0 <= last - first <= NEXT + channel


def _claim(scene: Scene, start: int, comma: int) -> bool:
    """Something that can be said stands before the attribution: a predicate or «X — Y»."""
    return (
        scene.has_predicate(start, comma)
        or any(scene.is_dash(i) for i in range(start, comma))
        or has_predicative(scene, start, comma)
        or told_without_verb(scene, start, comma)
        or scene.has_subject(start, comma)
    )


def _has_object(scene: Scene, cue: Cue, comma: int, end: int) -> bool:
    """«…, написал признание в прокуратуру», «покинуть пост согласился глава»: nothing is attributed.

    A verb with an object, an infinitive or a topic of its own tells what was done, not what was said.
    """
    words = scene.words
    if cue.has("relay") or cue.span[1] - cue.span[0] > 1:
        return False
    own = (c for c in words.children[cue.head] if c > comma and words.dep[c] == "xcomp")
    if any(words.feat(c, "VerbForm") == "Inf" for c in own):
        return True
    if any(words.dep[c] == "obj" and _fronted(scene, c, cue) for c in words.children[cue.head]):
        return True
    behind = cue.head + 1
    if behind < end and _in_the_instrumental(scene, behind):
        return True  # «…, он отвечает согласием»
    if scene.lower(cue.head - 1) in THEIRS or scene.lower(cue.head + 1) in {"о", "об"}:
        return True
    if _has_object_before(scene, cue, comma):
        return True
    return _thing_behind(scene, cue, end)


def _thing_behind(scene: Scene, cue: Cue, end: int) -> bool:
    """«написал вечером |картину| художник»: the first noun behind the verb is what it does something to."""
    words, behind = scene.words, cue.head + 1
    timed = behind < end and words.feat(behind, "Case") == "Ins" and words.pos[behind] == "NOUN"
    first = behind + timed  # «написал |вечером| картину художник»
    for i in range(first, min(first + 4, end)):
        if words.form[i] in {",", *DASHES} or words.pos[i] in {"ADP", "PROPN", "PRON"} or words.ent[i]:
            return False
        if _of_a_participle(scene, i, cue.head):
            continue  # «сообщил исполняющий |обязанности| главы»
        if words.pos[i] == "NOUN" and scene.lower(i + 1) != "назад":  # «сообщил неделю назад спикер»
            thing = words.feat(i, "Case") == "Acc" and words.feat(i, "Animacy") != "Anim"
            told = words.lemma[i] == "радио"  # «рассказали |радио| «Створ» в мэрии»: it shows no dative
            return thing and not told and not alike(scene, i, cue.head)  # «заявило ведомство»
    return False


def _of_a_participle(scene: Scene, noun: int, verb: int) -> bool:
    """«сообщил получивший |травму| рыбак»: the object of a participle that stands between the verb and it."""
    words, above = scene.words, scene.words.head[noun]
    return (
        verb < above < noun and words.feat(above, "VerbForm") == "Part" and words.feat(above, "Case") == "Nom"
    )


def _has_object_before(scene: Scene, cue: Cue, comma: int) -> bool:
    """«Смету составил порт, |проект| поддержала комиссия», «…, |за исполнение| отвечают начальники», «…, |против| высказались двое».

    «…, |эту информацию| подтвердили в порту» points back to what was told.
    """
    words = scene.words
    if words.lower[cue.head - 1] in FOR_OR_AGAINST:
        return True
    for k in range(comma + 1, cue.head):
        if words.pos[k] != "NOUN" or words.head[k] != cue.head or words.lemma[k] in TOLD:
            continue
        if words.lemma[cue.head] in ANSWERING and words.lower[comma + 1] == "за":
            return True
        if words.dep[k] == "obj" and words.feat(k, "Case") == "Acc":
            return True
    return False


def _in_the_instrumental(scene: Scene, i: int) -> bool:
    """«отвечает |согласием|»; «сообщил |утром| мэр», «… |письмом| мэр»: the same case tells when and by what means."""
    words = scene.words
    thing = words.feat(i, "Case") == "Ins" and words.feat(i, "Animacy") == "Inan"
    return thing and words.lemma[i] not in WHEN | MEANS


def _fronted(scene: Scene, thing: int, cue: Cue) -> bool:
    """«|Жалобу|, как выяснилось, написала соседка»: the object opens the sentence.

    «|Фонарь|, обещают рабочие, загорится» is no object, for the comma before the verb parts it from that.
    """
    words = scene.words
    if cue.head == thing + 2 and words.may_be_nominative(thing):
        return False
    accusative = words.feat(thing, "Case") == "Acc" and words.feat(thing, "Animacy") == "Inan"
    if not accusative or words.pos[thing] != "NOUN" or thing != limits(scene, cue.head)[0]:
        return False
    comma = _comma_before(scene, cue.span[0], thing)
    told = comma is not None and words.form[thing + 1] != "," and scene.has_predicate(thing, comma)
    return not told  # «|Смету| следует снизить, заявил мэр»: the first verb's


def _comma_before(scene: Scene, verb: int, start: int) -> int | None:
    """The comma that opens the attribution: only circumstances may stand between it and the verb."""
    words = scene.words
    for i in range(verb - 1, max(start, verb - 8) - 1, -1):
        if words.lemma[i] in RELATIVES:
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


def _told_the_press(scene: Scene, cue: Cue, end: int) -> bool:
    """«…, заявили |журналистам|.», «…, сообщили |агентству|.»: a plural names nobody, and who will publish it closes the sentence."""
    words, first = scene.words, cue.span[1]
    many = cue.form == FINITE and words.feat(cue.head, "Number") == "Plur" and cue.has("say")
    aside = words.dep[cue.head] == "parataxis"  # «Рыбаки, вернувшись, сказали мэру» is no attribution
    if not (many and aside) or end - first > HEARER or words.feat(cue.head, "Tense") != "Past":
        return False
    head = next((k for k in range(first, end) if words.pos[k] in {"NOUN", "PROPN"}), None)
    if head is None or words.feat(head, "Case") != "Dat" or not _publishes(scene, head):
        return False
    before = all(words.feat(k, "Case") == "Dat" for k in range(first, head))
    return before and not any(words.feat(k, "Case") in {"Nom", "Ins"} for k in range(head, end))


def _publishes(scene: Scene, i: int) -> bool:
    """A journalist or a medium: «журналистам», «изданию», «Интерфаксу»."""
    press = word_list("reporters") | word_list("medium_nouns")
    return scene.words.lemma[i] in press or is_medium(scene, i, i + 1)


def _inserted_author(scene: Scene, cue: Cue, start: int, end: int) -> Author | None:
    """The source of an inserted attribution: it must stand there, after the verb as a rule."""
    words = scene.words
    if end < len(words) and words.form[end] == "," and scene.lower(end + 1) in {"что", "чтобы", "будто"}:
        return None
    if of_talk(words, cue.head) or own_voice(scene, cue) or scene.lower(cue.head - 1) == "бы":
        return None  # «думаю», «я бы сказал»
    author = author_of_cue(scene, cue, start, end)
    if author.source is None and _told_the_press(scene, cue, end):
        return author
    if author.source is None or words.lemma[author.source.head] == "никто":
        return None
    before_verb = author.source.span[0] < cue.head
    counted = words.pos[author.source.span[0]] == "NUM" and words.lemma[author.source.span[0]] != "один"
    if counted and words.feat(cue.head, "Gender") in {"Masc", "Fem"}:
        return None  # «Глава театра, обняв всех, анонсировал пять премьер»: one man's verb
    if before_verb and not (words.lower[author.source.head] in NOMINATIVE or start == author.source.span[0]):
        return None
    if before_verb and (words.pos[author.source.head] != "PRON" or end - cue.head > 3):
        return None
    if before_verb and words.form[end : end + 1] == [":"]:
        return None  # «Я опоздал на минуту, он говорит: «Ты кто?»»
    return author

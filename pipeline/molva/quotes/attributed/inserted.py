"""…, сообщает X: a verb and its subject, inserted into what they report or put behind it."""

from collections.abc import Iterator
from dataclasses import replace

from molva.quotes.attributed.as_said import SAYING_SO, reports_all
from molva.quotes.attributed.claims import (
    asked_before,
    claim,
    claims_nothing,
    comma_before,
    comma_left_out,
    topic,
)
from molva.quotes.attributed.deeds import WITH_THE_BODY, has_object, tells_of_something
from molva.quotes.attributed.hosts import host
from molva.quotes.attributed.insert_ends import insert_end
from molva.quotes.attributed.stances import behind_stance
from molva.quotes.attributed.told_on import author_tells_on
from molva.quotes.conjunctions import COORDINATORS
from molva.quotes.cues import FINITE, PASSIVE, Cue, of_talk
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.edges import limits, skip_connectives, trim
from molva.quotes.ends.ties import ALL_OF_IT
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_medium, name_at
from molva.quotes.pieces.titles import is_title
from molva.quotes.reported.clause_drafts import own_voice
from molva.quotes.reported.reporting import counts, finds
from molva.quotes.scene import Scene
from molva.quotes.sources.authors import Author, author_of_cue
from molva.quotes.sources.phrases import Source
from molva.quotes.sources.place_speaks import EVENTS
from molva.quotes.sources.standpoints import SUCH, such_is
from molva.quotes.sources.subjects import SPANS_OF_TIME
from molva.quotes.sources.told_only import told_only
from molva.quotes.speech_nouns import GROUNDS
from molva.speakers.dependents import MONTHS
from molva.speakers.pronouns import NOMINATIVE

LEAST = 5  # words of a sentence whose predicate the tagger has missed: «Село на мель судно, сообщили …»
LEAST_SPEECH = 3  # words of a sentence in marks, the marks counted
URGING = frozenset(  # «Проход нужно открыть, потребовала глава порта»
    "призвать призывать потребовать требовать попросить просить посоветовать советовать "
    "порекомендовать рекомендовать предложить предлагать".split()
)
TIMES = SPANS_OF_TIME | MONTHS | {"начало", "середина", "конец"}
HEARER = 6  # words of who has been told, with the full stop
NEXT = 2  # words between a verb and its source: a preposition, the medium that was told (marks not counted)


def inserted(scene: Scene) -> Iterator[Draft]:
    """Пожар потушен, сообщили в МЧС.  Поезд, сказал он, задержали.  Смета готова, пишет «Вестник»."""
    for i, cue in scene.cues.items():
        if not _may_close(scene, cue) or tells_of_something(scene, cue):
            continue
        start, end = limits(scene, i)
        comma = _comma_of(scene, cue, start, end)
        if comma is None:
            continue
        stop = insert_end(scene, cue, end)
        told = claim(scene, start, comma) or _claim_goes_on(scene, stop, end)
        closing = stop >= end - 1 and comma - start >= LEAST and not topic(scene, start, comma)
        if not told and not closing:
            continue
        author = _inserted_author(scene, cue, comma + 1, stop)
        if author is None or not (told or _right_after(scene, author, cue)):
            continue
        if _finds_nothing(scene, cue, author) or _heralds(scene, cue, author, comma, stop):
            continue
        stop = _behind_source(scene, author, stop, end)
        whole = stop >= end - 1 and reports_all(scene, cue, author)
        over = claim(scene, start, comma) and author_tells_on(scene, cue, comma, stop, end)
        parts = host(scene, _before_tie(scene, start, comma) + 1, stop, whole=whole, over=over)
        parts = behind_stance(scene, parts, author.source, cue.head)
        if (draft := _told(scene, parts)) is not None:
            yield author.fill(draft, scene)


def _comma_of(scene: Scene, cue: Cue, start: int, end: int) -> int | None:
    """«Пожар потушен|,| сообщили в МЧС»: the comma before the verb, or where it was left out; none where the verb tells something else."""
    comma = comma_before(scene, cue.head, start)
    if comma is None:
        comma = comma_left_out(scene, cue, start, end)
    if comma is None or has_object(scene, cue, comma, end) or asked_before(scene, start, comma):
        return None
    return None if claims_nothing(scene, cue, start, comma) else comma


def in_brackets(scene: Scene) -> Iterator[Draft]:
    """Мост закрыт (сообщил мэр)."""
    for cue in scene.cues.values():
        if (draft := _in_brackets(scene, cue)) is not None:
            yield draft


def _in_brackets(scene: Scene, cue: Cue) -> Draft | None:
    """«Мост закрыт (|сообщил мэр|).»: a verb and who tells fill a bracket, and what stands before it is told."""
    opening = cue.span[0] - 1 - (scene.words.pos[cue.span[0] - 1] == "ADV")
    close = scene.brackets.get(opening)
    if close is None or opening < LEAST_SPEECH - 1 or cue.form != FINITE or not cue.has("say", "relay"):
        return None
    author = author_of_cue(scene, cue, cue.span[0], close)
    if author.source is None or not _fills(scene, author.source, cue, close):
        return None
    part = trim(scene, limits(scene, opening - 1)[0], opening)
    draft = _told(scene, [part]) if part and scene.has_predicate(*part) else None
    return author.fill(draft, scene) if draft is not None else None


def _fills(scene: Scene, who: Source, cue: Cue, close: int) -> bool:
    """«(сообщил |директор завода «Бакен» Клим Зуев| в среду)»: nothing but who tells, and where and when, stands from the verb on."""
    words, behind = scene.words, who.span[1]
    first = cue.span[1] + (words.pos[cue.span[1]] == "ADP")
    starts = who.span[0] == first or who.span[0] - 1 == first and first in scene.opens
    goes_on = (
        behind >= close or words.form[behind] == "," or words.pos[behind] == "ADP" or behind in scene.closes
    )
    return starts and goes_on and not scene.has_predicate(cue.span[1], close)


def _before_tie(scene: Scene, start: int, comma: int) -> int:
    """«Мы рады, – |в частности|, написала певица»: the mark before a word by the way that the author's words begin with."""
    words = scene.words
    mark = next((k for k in range(comma - 1, start, -1) if words.form[k] == "," or scene.is_dash(k)), None)
    tied = mark is not None and mark + 1 < comma and skip_connectives(scene, mark + 1, comma) == comma
    return mark if mark is not None and tied else comma


def _told(scene: Scene, parts: list[Stretch]) -> Draft | None:
    """What is told: a sentence in marks is speech; a stretch without a noun or a verb is nothing."""
    if (speech := _speech_in_marks(scene, parts)) is not None:
        return Draft("inserted", "direct", [speech])
    told = (scene.words.pos[k] for a, b in parts for k in range(a, b))
    says = any(pos in {"VERB", "AUX", "ADJ", "NOUN"} for pos in told)
    return Draft("inserted", "indirect", parts) if says else None


def _speech_in_marks(scene: Scene, parts: list[Stretch]) -> Stretch | None:
    """«Закрыть мост до мая», сказано в указе.: the one pair of marks that holds a whole sentence, whatever its predicate."""
    words, (start, end) = scene.words, parts[0] if parts else (0, 0)
    whole = len(parts) == 1 and scene.opens.get(start) == end - 1 and end - start > LEAST_SPEECH
    if not whole or start != scene.sentence(start)[0] or not words.form[start + 1][:1].isupper():
        return None
    told = any(words.pos[k] == "VERB" for k in range(start, end))
    return (start + 1, end - 1) if told or not is_title(scene, start, end - 1) else None


def _claim_goes_on(scene: Scene, stop: int, end: int) -> bool:
    """«Поезд, сказал он, |задержали|»: behind the inserted words the claim goes on."""
    closed = stop < end - 1 and scene.words.form[stop] == ","
    return closed and claim(scene, stop, end) and scene.lower(stop + 1) not in COORDINATORS


def _behind_source(scene: Scene, author: Author, stop: int, end: int) -> int:
    """«…, сообщил министр экологии|, лесов и парков края Клим Зуев|»: the attribution holds all of its source."""
    if author.source is None or author.source.span[1] <= stop:
        return stop
    return next((k for k in range(author.source.span[1], end) if scene.words.form[k] == ","), end)


def _may_close(scene: Scene, cue: Cue) -> bool:
    """Whether a verb can stand behind what it reports: it tells, it urges, it finds."""
    told = cue.form in {FINITE, PASSIVE} and (_reports(scene, cue) or cue.has("find"))
    return told and not _describes_all(scene, cue.head)


def _describes_all(scene: Scene, verb: int) -> bool:
    """«Всё, |о чём он пишет|, он видел»: a clause about a pronoun reports nothing of what stands around it."""
    lower = scene.words.lower
    return any(
        lower[k : k + 2] == ["о", "чем"] and lower[k - 2] in ALL_OF_IT for k in range(max(verb - 4, 2), verb)
    )


def _reports(scene: Scene, cue: Cue) -> bool:
    """Whether a verb tells or urges, whoever its subject is, or goes with «руками», «плечами»: «Денег нет, |разводит руками| мэр»."""
    lemma = scene.words.lemma
    once = scene.words.feat(cue.head, "Tense") == "Pres" or scene.words.feat(cue.head, "Aspect") == "Perf"
    shrugs = once and cue.has("gesture") and not WITH_THE_BODY.isdisjoint(lemma[cue.head + 1 : cue.head + 2])
    return cue.has(*SAYING_SO) or lemma[cue.head] in URGING or shrugs


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


def _right_after(scene: Scene, author: Author, cue: Cue) -> bool:
    """«…, сообщили в МЧС», «…, сообщил в своём телеграм-канале мэр»: the source follows its verb, or the channel it uses."""
    if author.source is None:
        return False
    words, first, last = scene.words, cue.span[1], author.source.span[0]
    channel = words.lower[first : first + 1] == ["в"] and words.lemma[last - 1] in word_list("channels")
    marks = sum(words.pos[k] == "PUNCT" for k in range(first, last))  # «сообщил |«Бакен Новости»| мэр»
    return 0 <= last - first - marks <= NEXT + channel or _when(scene, first, last)


def _when(scene: Scene, start: int, end: int) -> bool:
    """«говорил |в конце апреля| мэр», «сообщил |вечером 5 мая| мэр»: nothing but the time of telling."""
    words = scene.words
    return start <= end and all(
        words.pos[k] == "ADP" or words.form[k].isdigit() or words.lemma[k] in TIMES for k in range(start, end)
    )


def _inserted_author(scene: Scene, cue: Cue, start: int, end: int) -> Author | None:
    """The source of an inserted attribution: it must stand there, after the verb as a rule."""
    words = scene.words
    if end < len(words) and words.form[end] == "," and scene.lower(end + 1) in {"что", "чтобы", "будто"}:
        return None
    if of_talk(words, cue.head) or own_voice(scene, cue) or scene.lower(cue.head - 1) == "бы":
        return None  # «думаю», «я бы сказал»
    author = author_of_cue(scene, cue, start, end)
    if author.source is None:
        heard = _told_the_press(scene, cue, end) or _told_at_an_event(scene, cue, end)
        return author if heard or _goes_on_to_say(scene, cue) else None
    if words.lemma[author.source.head] == "никто":
        return None
    source = _with_name_before(scene, _behind_number(scene, author.source), cue.head)
    if (
        _counts_no_people(scene, cue, source)
        or source.span[0] < cue.head
        and not _is_he(scene, cue, source, start, end)
    ):
        return None
    return replace(author, source=source)


def _counts_no_people(scene: Scene, cue: Cue, source: Source) -> bool:
    """«Глава театра, обняв всех, анонсировал |пять| премьер»: one man's verb, and several of something."""
    words, first = scene.words, source.span[0]
    counted = words.pos[first] == "NUM" and words.lemma[first] != "один"
    return counted and words.feat(cue.head, "Gender") in {"Masc", "Fem"}


def _is_he(scene: Scene, cue: Cue, source: Source, start: int, end: int) -> bool:
    """«…, |он| сказал, …»: a pronoun before the verb that closes the insertion; «Я опоздал, он говорит: «Ты кто?»» is none."""
    words, (first, _) = scene.words, source.span
    alone = words.lower[source.head] in NOMINATIVE or first == start
    return (
        alone
        and words.pos[source.head] == "PRON"
        and end - cue.head <= 3
        and words.form[end : end + 1] != [":"]
    )


def _behind_number(scene: Scene, who: Source) -> Source:
    """«сказал в интервью RFM24 |замминистра|»: the digits of a Latin name before him do not count him."""
    words, (start, end) = scene.words, who.span
    latin = words.form[start].isdigit() and start < who.head and words.pos[start - 1] == "X"
    return Source((start + 1, end), who.head) if latin else who


def _with_name_before(scene: Scene, who: Source, verb: int) -> Source:
    """«рассказала «Створу» |Анна Зуева,| ведущий специалист порта»: the name before the comma, not its post, speaks."""
    words, (start, end) = scene.words, who.span
    first = start - 1
    if not verb < first or words.form[first] != "," or words.ent[first - 1] != "PER":
        return who
    while words.ent[first - 1] == "PER" and verb < first - 1:
        first -= 1
    return Source((first, end), first) if words.feat(first, "Case") in {"Nom", ""} else who


def _goes_on_to_say(scene: Scene, cue: Cue) -> bool:
    """«Вера плачет. Сын|, говорит,| не виноват»: a verb of one, alone between commas, is of whom the text has just told.

    Not so «Мост закрыт, пишет, «Бакен», …», with a comma too many before the medium.
    """
    words, verb = scene.words, cue.head
    alone = words.form[verb - 1] == "," and words.form[verb + 1 : verb + 2] == [","]
    alone = alone and verb + 2 not in scene.opens
    one = words.feat(verb, "Number") == "Sing" and words.feat(verb, "Person") == "3"
    return alone and one and cue.form == FINITE and cue.has("say") and words.feat(verb, "Voice") != "Mid"


def _told_the_press(scene: Scene, cue: Cue, end: int) -> bool:
    """«…, заявили |журналистам|.», «…, сообщили |агентству|.»: a plural names nobody, and who will publish it closes the sentence."""
    words, first = scene.words, cue.span[1]
    many = cue.form == FINITE and words.feat(cue.head, "Number") == "Plur" and cue.has("say")
    name = name_at(scene, first, end) if many else None
    if name is not None and told_only(scene, name, cue.head):
        return True  # «…, рассказали |РБК|», in whatever case
    aside = words.dep[cue.head] == "parataxis"  # «Рыбаки, вернувшись, сказали мэру» is no attribution
    if not (many and aside) or end - first > HEARER or words.feat(cue.head, "Tense") != "Past":
        return False
    head = next((k for k in range(first, end) if words.pos[k] in {"NOUN", "PROPN"}), None)
    if head is None or words.feat(head, "Case") != "Dat" or not _publishes(scene, head):
        return False
    before = all(words.feat(k, "Case") == "Dat" for k in range(first, head))
    return before and not any(words.feat(k, "Case") in {"Nom", "Ins"} for k in range(head, end))


def _told_at_an_event(scene: Scene, cue: Cue, end: int) -> bool:
    """«…, заявили |на форуме в Омске|.», «…, объявлено |на церемонии|»: many, or nobody, where something is held."""
    words = scene.words
    many = cue.form == FINITE and words.feat(cue.head, "Number") == "Plur" or cue.form == PASSIVE
    above = words.head[cue.head]
    alike = all(words.feat(above, f) == words.feat(cue.head, f) for f in ("Number", "Gender"))
    aside = cue.has(*SAYING_SO) and (words.dep[cue.head] == "parataxis" or not alike)
    events = words.with_lemma(EVENTS, cue.span[1] + 1, end)
    return many and aside and any(words.lower[event - 1] == "на" for event in events)


def _publishes(scene: Scene, i: int) -> bool:
    """A journalist or a medium: «журналистам», «изданию», «Интерфаксу»."""
    press = word_list("reporters", "medium_nouns")
    return scene.words.lemma[i] in press or is_medium(scene, i, i + 1)


def such_behind(scene: Scene) -> Iterator[Draft]:
    """Рыбы стало мало, таково мнение рыбаков."""
    for i in [i for i, lemma in enumerate(scene.words.lemma) if lemma == SUCH and i]:
        if scene.words.form[i - 1] != ",":
            continue
        low, high = limits(scene, i)
        author = such_is(scene, i, high)
        if author is None or author.source is None or not scene.has_predicate(low, i - 1):
            continue
        parts = host(scene, i, max(author.source.span[1], i + 1))
        if parts:
            yield author.fill(Draft("inserted", "indirect", parts), scene)

"""Marked fragments under a cue or a noun: назвал решение «ошибкой», отметил «отсутствие воли», слова «мы не спешим»."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from molva.contract import QuoteType
from molva.quotes.conjunctions import ABOUT, RELATIVE_PLACES, RELATIVES
from molva.quotes.cues import FINITE, PARTICIPLE, PASSIVE, Cue, of_talk
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.edges import limits, trim
from molva.quotes.kinds import is_thing
from molva.quotes.lexicon import word_list
from molva.quotes.pieces.scare_quotes import NEED_INSTRUMENTAL, OFFERS, is_called, is_cry, is_name
from molva.quotes.pieces.titles import is_title
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.authors import Author, author_of_cue
from molva.quotes.sources.complements import complement
from molva.quotes.sources.phrases import Source
from molva.quotes.sources.places import place, place_of_many
from molva.quotes.sources.sharing import clause_subject, shared_subject
from molva.quotes.speech_nouns import UTTERANCES
from molva.speakers.pronouns import THEIRS

# «порт не критикует «гонку барж»»: the object is a name for what others do
JUDGING = frozenset("критиковать осудить осуждать одобрить похвалить оценить оценивать".split())
# «установка требует «уместного вида»», «суп напоминает «вкус детства»»: no thing says it
NEEDS = frozenset({"требовать", "напоминать"})
# «раскрыли «шайку»», «порт выступил «против перемен»»: done as well as said, and where another reports it, told by him
DEEDS = frozenset(
    "раскрыть выступить выступать предложить предлагать напоминать передать передавать распространить распространять".split()
)
# «это |считается| «срывом»»: what it is taken for by anybody
SEEN = frozenset({"считаться", "называться"})
# «|обещание| мэра «сберечь порт»»: with an infinitive in the marks these nouns hold what was said, too
PLEDGES = frozenset("обещание угроза совет предложение предостережение пожелание рекомендация".split())
WORDY = 8  # words of a piece that nobody uses for a name
# «начало «решающего боя»», «продолжает «мелкую войну»», «поступила жалоба на «дом у моря»», «поддержал «цветущую весну»»: what others call so
NEVER_MARKED = frozenset(
    "начать начинать закончить появиться появляться поступить поступать просочиться ходить "
    "поддержать комментировать прокомментировать продолжить продолжать перечислить перечислять".split()
)
# «|связывает| убытки с «отсутствием воли»»: to what somebody puts something down; «узы связывают «два берега»»
TO_CAUSES = frozenset({"связать", "связывать"})
# «обратился |с| просьбой «не спешить»»; «обратилась к знахарке для «подъёма духа»» tells what she did
WITH = TO_CAUSES | {"обратиться", "обращаться"}
HINGE = 5  # words from the comma to «которой»: «, в рамках которой»
# open a clause that tells why
REASONS = frozenset({"поскольку", "ведь", "ибо"})
BECAUSE = frozenset({("потому", "что"), ("так", "как")})
# «|допустил| начало работ «в любой день»»: what somebody takes for possible
ALLOWING = frozenset({"допустить", "допускать", "исключить", "исключать"})
GOVERNS = ("say", "rate", "demand", "gesture", "deny", "state")


def fragment(scene: Scene) -> Iterator[Draft]:
    """Он назвал решение «ошибкой».  Политик отметил «отсутствие воли» у партнёров."""
    taken: dict[int, Draft] = {}
    for start, close in scene.closed:
        cue = _cue_of(scene, start, taken) or _same_cue(scene, start, taken)
        part = trim(scene, start + 1, close)
        if cue is None or part is None or is_name(scene, start, close, cue):
            continue
        if cue.head in taken:
            taken[cue.head].parts.append(part)
            continue
        author = _author(scene, cue, start, told=is_cry(scene, start, close, cue))
        if author is not None:
            kind: QuoteType = "direct" if _whole_sentence(scene, start, close) else "mixed"
            taken[cue.head] = author.fill(Draft("fragment", kind, [part]), scene)
    for draft in taken.values():
        _leave_out_object(scene, draft)
        yield draft


def _leave_out_object(scene: Scene, draft: Draft) -> None:
    """«назвал «план мира» соседей «утопией»»: what is called something has its name in marks, and only the rest is said."""
    assert draft.verb is not None
    if not scene.cues[draft.verb].has("rate"):
        return
    called = [is_called(scene, a - 1, b) for a, b in draft.parts]
    first = called.index(True) if True in called else 0
    objects = any(
        scene.words.dep[k] == "obj" and scene.words.head[k] == draft.verb
        for a, b in draft.parts[:first]
        for k in range(a, b)
    )
    if objects:
        draft.parts = draft.parts[first:]


def noun_fragment(scene: Scene) -> Iterator[Draft]:
    """Его слова «мы не спешим» запомнились.  Заявление со словами «…».  Вышли с требованием «…»."""
    words = scene.words
    for start, close in scene.closed:
        low = limits(scene, start)[0]
        near = range(start - 1, max(low, start - 6) - 1, -1)
        uttered = UTTERANCES | PLEDGES if _is_infinitive(scene, start) else UTTERANCES
        noun = next((i for i in near if words.pos[i] == "NOUN" and words.lemma[i] in uttered), None)
        if noun is None or scene.has_predicate(noun, start):
            continue
        part = trim(scene, start + 1, close)
        owner = _owner(scene, noun, start)
        with_words = noun == start - 1 and (
            words.lower[noun - 1] in {"с", "со"} or words.lower[noun] == "словами"
        )
        held = None if owner else _held(scene, noun, low, start)
        if part is None or not (owner or with_words or held) or is_title(scene, start, close):
            continue
        kind: QuoteType = "direct" if _whole_sentence(scene, start, close) else "mixed"
        who = owner or held or clause_subject(scene, noun)
        author = Author((noun, noun + 1), None, who, sourceless=True)
        yield author.fill(Draft("noun", kind, [part]), scene)


def _held(scene: Scene, noun: int, low: int, start: int) -> Source | None:
    """«|в письме| содержится призыв «не спешить»»: the paper that holds the call."""
    words, verb = scene.words, scene.words.head[noun]
    holds = low <= verb < start and words.lemma[verb] in {"содержать", "содержаться", "прозвучать"}
    if not holds or scene.pair_around(verb) is not None:
        return None
    return place(scene, verb, low, start) or subject(scene, verb, low, noun)


def _owner(scene: Scene, noun: int, start: int) -> Source | None:
    """Whose words: «его слова», «слова Орехова»."""
    first = noun
    while first > 0 and scene.words.pos[first - 1] == "ADJ":
        first -= 1  # «его знаменитая фраза»
    if first > 0 and scene.words.lower[first - 1] in THEIRS:
        return Source((first - 1, first), first - 1)
    found = complement(scene, noun, start)
    if found is None or found.span[1] != start:
        return None
    # the words «море» and «мир» are meant themselves
    marks = any(i in scene.opens for i in range(*found.span))
    return None if marks and not any(scene.words.ent[i] for i in range(*found.span)) else found


def _author(scene: Scene, cue: Cue, start: int, *, told: bool) -> Author | None:
    """The source of a fragment's cue; a verb that only rates or asks needs one."""
    if cue.has("rate") and _called_by_anybody(scene, cue) or of_talk(scene.words, cue.head):
        return None
    if cue.negated and scene.words.lemma[cue.head] in JUDGING:
        return None
    author = author_of_cue(scene, cue, *limits(scene, cue.head))
    if author.source and start < author.source.head < scene.opens[start]:
        author = replace(author, source=None)  # «первая гласит «Пришёл Гурко»»
    if author.source and _is_called_so(scene, cue, author.source):
        author = replace(author, source=None)
    if author.source and _is_what_happened(scene, cue, author.source):
        author = replace(author, source=_caller_there(scene, cue))
    if author.source and start in range(*author.source.span):
        return None  # «говорится в письме клуба «зелёных» «Невод»»: a part of who says it
    if _of_nobody(scene, cue, author.source):
        return None
    if (
        author.source is not None
        and not _around_the_deed(scene, cue, author.source, start)
        or cue.form == PARTICIPLE
    ):
        return author
    shared = shared_subject(scene, cue.head)
    anybody = not cue.has("say") or _by_anybody(scene, cue)
    if shared is None and not told and anybody and not _long(scene, start):
        return None
    return Author(author.cue, author.verb, shared, author.via)


def _is_called_so(scene: Scene, cue: Cue, source: Source) -> bool:
    """«Хотя ФСЭГ называют «газовым картелем»»: one body and a plural, it is called so and calls nobody."""
    words, (begin, end) = scene.words, source.span
    body = end - begin == 1 and words.ent[begin] == "ORG" and words.form[begin].isupper()
    one = body and words.feat(begin, "Number") == "Sing"
    alone = words.lower[begin - 1] not in {"и", "в", "во", "из", ","}
    plural = words.feat(cue.head, "Number") == "Plur" and end <= cue.head
    return one and alone and plural and cue.form == FINITE and cue.has("rate")


def _is_what_happened(scene: Scene, cue: Cue, source: Source) -> bool:
    """«|Выборы| назвали «фарсом»», «взрыв |в Вестрии| назвали «терактом»»: what they call so, and where it was."""
    if not (_by_anybody(scene, cue) and cue.has("rate")) or source.span[1] > cue.head:
        return False
    event = scene.words.lemma[source.head] in word_list("happenings")
    return event or _where_it_happened(scene, source)


def _caller_there(scene: Scene, cue: Cue) -> Source | None:
    """«|В порту| взрыв назвали «терактом»»: the place where they call it so."""
    found = place_of_many(scene, cue.head, *limits(scene, cue.head))
    return None if found is not None and _where_it_happened(scene, found) else found


def _where_it_happened(scene: Scene, source: Source) -> bool:
    """«|пожар| в порту назвали», «причиной |схода| вагонов в Вестрии назвали»: a place right behind what happens in one."""
    words, (begin, _) = scene.words, source.span
    if words.lower[begin - 1] not in {"в", "во", "на"} or words.feat(source.head, "Case") not in {"Loc", ""}:
        return False
    noun = begin - 2
    while noun > 0 and words.pos[noun] == "NOUN" and words.lemma[noun] not in word_list("happenings"):
        if words.feat(noun, "Case") != "Gen":
            return False
        noun -= 1
    return noun >= 0 and words.lemma[noun] in word_list("happenings")


def _of_nobody(scene: Scene, cue: Cue, source: Source | None) -> bool:
    """«были объявлены «предателями»», «установка требует «уместного вида»»: nobody's verdict, a thing's need."""
    lemma = scene.words.lemma[cue.head]
    if source is None:  # «их связывают с соседями «давние узы»»
        return cue.form == PASSIVE and lemma in NEED_INSTRUMENTAL or lemma in TO_CAUSES
    if cue.form == PASSIVE and lemma in NEED_INSTRUMENTAL:
        return scene.words.feat(source.head, "Case") == "Loc"  # «объявлен в Омске «посторонним»»
    return lemma in NEEDS | ALLOWING and is_thing(scene.words, source.head)


def _long(scene: Scene, start: int) -> bool:
    """«просили не трогать «предметов, похожих на …»»: so many words are somebody's, whoever has asked."""
    return scene.opens[start] - start > WORDY


def _around_the_deed(scene: Scene, cue: Cue, source: Source, start: int) -> bool:
    """«её называли «совестью порта» за работу в Беломысе»: a place behind the marks tells where, not who."""
    behind = source.span[0] > start and scene.lower(source.span[0] - 1) in {"в", "во", "на"}
    return behind and _by_anybody(scene, cue)


def _by_anybody(scene: Scene, cue: Cue) -> bool:
    """«Певца добавили в список из-за «проступка»»: a plural without any subject tells what has been done."""
    return cue.form == FINITE and scene.words.feat(cue.head, "Number") == "Plur"


def _called_by_anybody(scene: Scene, cue: Cue) -> bool:
    """«форум, который часто называют «портовым клубом»»: no subject and many callers make a byname."""
    words, low = scene.words, limits(scene, cue.head)[0]
    left = next((i for i in range(cue.head - 1, low - 1, -1) if words.form[i] == ","), low)
    which = next((i for i in range(left, cue.head) if words.lemma[i] == "который"), None)
    subject = which is not None and words.feat(which, "Number") == "Plur"
    between = range((which or left) + 1, cue.head)  # «который |ряд газет| назвал «указом»»
    named = any(words.ent[i] or words.feat(i, "Case") == "Nom" or words.is_subject(i) for i in between)
    return which is not None and words.feat(cue.head, "Number") == "Plur" and not subject and not named


def _same_cue(scene: Scene, start: int, taken: Container[int]) -> Cue | None:
    """«назвал его «солдатом», который осуществил «операцию»»: fragments under one cue are one quote."""
    low = limits(scene, start)[0]
    nearest = next((i for i in range(start - 1, low - 1, -1) if i in scene.cues), None)
    if nearest is None or nearest not in taken or _another_acts(scene, nearest, start):
        return None
    if scene.words.form[start - 1] == ":" or _told_elsewhere(scene, nearest, start):
        return None
    return scene.cues[nearest]


def _told_elsewhere(scene: Scene, cue: int, start: int) -> bool:
    """«назвал «хамским» заявление мэра |о том, что| порт обязан «платить»»: another's report, whose words the marks are."""
    lower = scene.words.lower
    return any(lower[k] == "что" and lower[k - 2 : k] == ["том", ","] for k in range(cue + 3, start))


def _another_acts(scene: Scene, cue: int, start: int) -> bool:
    """«назвал его «мешком», и теперь он может звать других «мешками»»: a clause of somebody else's stands between."""
    words = scene.words
    ties = (k for k in range(cue + 1, start) if words.lower[k] in {"и", "а", "но"})
    first = next(ties, start)
    verbs = (k for k in range(first, start) if scene.is_finite(k) and words.pos[k] == "VERB")
    return any(
        first < subject < k and words.lemma[subject] not in RELATIVES
        for k in verbs
        for subject in words.subjects(k)
    )


def _whole_sentence(scene: Scene, start: int, close: int) -> bool:
    """A capital and a predicate: the marks hold a sentence, not a piece of one."""
    return scene.words.form[start + 1][:1].isupper() and scene.has_predicate(start + 1, close)


def _cue_of(scene: Scene, start: int, taken: Container[int]) -> Cue | None:
    """The cue that governs a marked fragment: to its left, with no other predicate between."""
    words = scene.words
    low = limits(scene, start)[0]
    before = start - 1 - scene.is_dash(start - 1)
    if before >= low and words.form[before] == ":":
        return None
    (i, begin), commas = _search_from(scene, start, low), 0
    most = 4 if _is_infinitive(scene, start) else 2
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
            governs = governs and (begin == start or _told_in_clause(scene, cue, start))
            return cue if governs and _over_dash(scene, cue, start) and cue.form != "noun" else None
        if begin == start and (comma := _hanging_clause(scene, i, start, low)) is not None:
            i, commas, begin = comma - 1, 0, comma
            continue
        if begin == start and not told and (comma := _closed_clause(scene, i, start, low)) is not None:
            over, told, commas = over + i - comma, True, commas - 1
            i = comma - 1
            continue
        if scene.is_finite(i) or words.lemma[i] in word_list("posters") or _parts(scene, i):
            return None
        if words.form[i] == "," and not (i == begin - 1 and _describes(scene, start)):
            commas += 1
            if commas > most or _opens_clause(scene, i):
                return None
        i -= 1
    return None


def _over_dash(scene: Scene, cue: Cue, start: int) -> bool:
    """«назвал порт — «большим другом»»: over a dash right before the marks reaches only a verb that rates."""
    return not scene.is_dash(start - 1) or cue.has("rate", "gesture")


def _search_from(scene: Scene, start: int, low: int) -> Stretch:
    """Where the search for a verb sets out from, and from where its distance is counted: over a clause, over «, чтобы»."""
    clause = _told_clause(scene, start, low)
    if clause is not None:
        return clause, start
    return (start - 3, start - 2) if _aims(scene, start) else (start - 1 - scene.is_dash(start - 1), start)


def _aims(scene: Scene, start: int) -> bool:
    """«не назвал больницу|, чтобы| «не тревожить больных»»: the marks tell what for."""
    return (
        scene.lower(start - 1) == "чтобы" and scene.lower(start - 2) == "," and _is_infinitive(scene, start)
    )


def _closed_clause(scene: Scene, verb: int, start: int, low: int) -> int | None:
    """«призвал помочь стране|, откуда бегут люди,| и строить «новый дом»»: the comma that opens a clause closed before the marks.

    Behind it stands one infinitive more, or it is in the marks.
    """
    words = scene.words
    if not scene.is_finite(verb):
        return None
    close = next((k for k in range(verb + 1, start) if words.form[k] == ","), None)
    if close is None or words.lower[close + 1] not in {"и", "а", "но"}:
        return None
    more = any(words.feat(k, "VerbForm") == "Inf" for k in range(close + 2, start)) or _is_infinitive(
        scene, start
    )
    comma = next((k for k in range(verb - 1, low, -1) if words.form[k] == ","), None)
    if comma is None or not more or "," in words.form[close + 1 : start]:
        return None
    first = range(comma + 1, min(comma + HINGE, verb))
    hangs = any(words.lemma[k] in RELATIVES for k in first)
    return comma if hangs or words.lower[comma + 1] in RELATIVE_PLACES | {"когда"} else None


def _is_infinitive(scene: Scene, start: int) -> bool:
    """««|не спешить|», ««|исполнить| долг»: what somebody is to do, in the marks."""
    first = start + 1 + (scene.lower(start + 1) == "не")
    return scene.words.feat(first, "VerbForm") == "Inf"


def _describes(scene: Scene, start: int) -> bool:
    """«рассказал о лодках, «|которые| ходят сами»», «о людях, «|бросивших| дом»»: the marks hold the clause that a comma opens."""
    words, first = scene.words, start + 1
    which = words.lemma[first] == "который" and scene.has_predicate(first, scene.opens[start])
    part = next((k for k in range(first, min(first + 3, len(words))) if words.pos[k] == "VERB"), first)
    acts = words.feat(part, "VerbForm") == "Part" and words.feat(part, "Case") not in {"", "Nom"}
    return scene.opens[start] - start > 3 and (which or acts)


def _hanging_clause(scene: Scene, verb: int, start: int, low: int) -> int | None:
    """«назвал Зуева мастером|, который| создал «чудо»», «…|, поскольку| это станет «большой бедой»»: the comma of the marks' clause.

    ``verb`` is the clause's own, the one before the marks; nobody reports in the clause.
    """
    words = scene.words
    if not scene.is_finite(verb) or any(words.form[k] == "," for k in range(verb, start)):
        return None
    comma = next((k for k in range(verb - 1, low, -1) if words.form[k] in {",", ":", ";", *DASHES}), None)
    if comma is None or words.form[comma] != ",":
        return None
    first = range(comma + 1, min(comma + HINGE, verb))
    relative = any(words.lemma[k] in RELATIVES for k in first)
    hangs = relative or words.lower[comma + 1] in RELATIVE_PLACES | REASONS
    hangs = hangs or (words.lower[comma + 1], scene.lower(comma + 2)) in BECAUSE
    return comma if hangs and not any(k in scene.cues for k in range(comma, start)) else None


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


def _opens_clause(scene: Scene, comma: int) -> bool:
    """«, что …», «, где …», «, который …»: a clause begins behind the comma."""
    words, first = scene.words, comma + 1
    joined = words.lower[first] in {"что", "где", "когда", "как"} or words.lemma[first] == "который"
    return words.form[comma] == "," and joined


def _told_clause(scene: Scene, start: int, low: int) -> int | None:
    """«назвал слухи о том, что порт закроют, «чушью»»: the comma before the clause that parts the marks from their verb.

    What somebody is called comes behind the clause of the object, and what he is to do behind that of a hearer:
    «посоветовал всем, кто спешит, «сесть в лодку»».
    """
    words, end = scene.words, start - 1
    called = is_called(scene, start, scene.opens[start])
    told = _is_infinitive(scene, start)
    if end <= low or words.form[end] != "," or not (called or told):
        return None
    people = (k for k in range(end - 1, low, -1) if words.form[k] == "," and words.lemma[k + 1] == "кто")
    comma = next((k for k in range(end - 1, low, -1) if _opens_clause(scene, k)), next(people, None))
    if comma is None or not scene.has_predicate(comma, end):
        return None
    verb = next((k for k in range(comma - 1, low - 1, -1) if scene.is_finite(k)), low)
    waits = verb in scene.cues and scene.cues[verb].has("rate" if called else "demand")
    return comma - 1 if waits else None


def _governs(scene: Scene, cue: Cue, distance: int, commas: int) -> bool:
    """«назвал», «потребовал», «отметил»: over so many words and commas; who demands or rates reaches over a comma."""
    allows = cue.classes == {"think"} and scene.words.lemma[cue.head] in ALLOWING
    allows = allows and scene.words.lemma[cue.head + distance - 1] not in word_list("titled")
    if not (allows or cue.has(*GOVERNS)) or scene.words.lemma[cue.head] in NEVER_MARKED:
        return False
    if cue.form == PARTICIPLE and scene.words.lemma[cue.head] in SEEN:
        return False  # «обошёл Гурко, считающегося старостой «новой волны»»
    if cue.form == PASSIVE and cue.has("demand"):
        return False
    if scene.words.lemma[cue.head] in WITH:
        reached = scene.words.lower[cue.head + 1 : cue.head + distance]
        return commas == 0 and not {"с", "со"}.isdisjoint(reached)
    reaches = commas == 0 or cue.has("rate", "demand") or _next_topic(scene, cue, cue.head + distance)
    return distance <= (25 if cue.has("demand") else 14) and reaches


def _next_topic(scene: Scene, cue: Cue, start: int) -> bool:
    """«сообщил |о| лодках, вышедших в море, |и| «двух малых баржах»»: one topic more of what is told.

    One deed more: «заявил |о| необходимости углубить реку, |строить| «малые дамбы»».
    """
    more = scene.lower(start - 1) == "и" or scene.words.feat(start - 1, "VerbForm") == "Inf"
    topic = more and not scene.has_predicate(start + 1, scene.opens[start])
    return topic and scene.lower(cue.head + 1) in ABOUT


def told_by_another(scene: Scene, draft: Draft, outer: Iterable[Draft]) -> bool:
    """«Порт, сказал мэр, выступил «против перемен»»: of a deed that another reports the marks hold the other's words.

    So do those that nobody in the report has said: «порт заявил, что |оценивает| это как «срыв», что это |считается| «срывом»».
    """
    if draft.rule != "fragment" or draft.verb is None:
        return False
    around = [other for other in outer if other.covers(draft.verb)]
    if scene.words.lemma[draft.verb] in DEEDS:
        return bool(around)
    seen = scene.words.lemma[draft.verb] in SEEN
    rated = seen or not scene.cues[draft.verb].has("say", "demand", "state")
    return rated and any(other.type != "direct" and not _names_its_own(draft, other) for other in around)


def _names_its_own(draft: Draft, outer: Draft) -> bool:
    """Whether the source of a draft stands in what another one reports."""
    return draft.source is not None and outer.covers(draft.source[0])

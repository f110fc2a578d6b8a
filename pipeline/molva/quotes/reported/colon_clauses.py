"""A clause behind a colon, without marks: V: …."""

from collections.abc import Iterator

from molva.quotes.conjunctions import ABOUT
from molva.quotes.cues import FINITE, PARTICIPLE, PASSIVE, Cue
from molva.quotes.direct.colons import opens_clause
from molva.quotes.draft import Draft
from molva.quotes.ends.clauses import has_predicative, told_without_verb
from molva.quotes.ends.edges import limits, trim
from molva.quotes.ends.narration import clause_end
from molva.quotes.kinds import is_thing
from molva.quotes.lexicon import word_list
from molva.quotes.pieces.titles import is_title
from molva.quotes.reported.clause_drafts import own_voice
from molva.quotes.reported.governors import is_owned
from molva.quotes.reported.reporting import is_finding
from molva.quotes.scene import ENDS, Scene
from molva.quotes.sources.authors import Author, author_of_cue
from molva.quotes.sources.complements import complement
from molva.quotes.sources.phrases import Source
from molva.quotes.sources.standpoints import outlook, sides_with, such_is, view_of
from molva.quotes.speech_nouns import STANDPOINTS
from molva.speakers.pronouns import THEIRS

# «Стройку |поддержали| рыбаки: порт мелеет», «Порт |передал| снимки: на них море»: no verb that «что» could follow,
# what comes only explains
WITHOUT_CLAUSE = frozenset(
    "поддержать поддерживать опубликовать публиковать разместить комментировать прокомментировать передать передавать "
    "начать закончить завершить продолжить продолжать появиться появляться одобрить огласить зафиксировать подозревать "
    "недовольный".split()
)

# what somebody does whose words a headline has behind its colon
COMMENTING_IN_HEADLINES = frozenset({"прокомментировать", "комментировать", "оценить", "отреагировать"})

# «|назвал| причину: …»
NAMING = frozenset({"назвать", "называть"})
# of which several are claims as well: «назвал |причины|: …»; «условия», «цены» of several are things of a list
CLAIMS = frozenset(
    {"причина", "проблема", "вывод", "аргумент", "довод", "последствие", "признак", "подробность"}
)

NEAR = 8  # words from the colon to a report of what stands behind it


def colon_clause(scene: Scene) -> Iterator[Draft]:
    """Лаптева предположила: ветер усилится.  Сказано так: ехать нельзя."""
    for i in [i for i, form in enumerate(scene.words.form[:-2]) if form == ":" and i]:
        if not _may_open_clause(scene, i):
            continue
        begin, end = limits(scene, i)
        if i + 1 >= end:
            end = limits(scene, i + 1)[1]
        if (held := _standpoint(scene, i, begin)) is not None and _claims(scene, i + 1, end):
            part = trim(scene, i + 1, clause_end(scene, i + 1, i - 1, end))
            if part and not _in_title(scene, i):
                yield held.fill(Draft("colon-clause", "indirect", [part]), scene)
            continue
        cue = _cue_before(scene, i, begin)
        if cue is None or not _reports(scene, cue, i):
            continue
        if _is_attributed(scene, cue, i + 1):
            continue
        if not _claims(scene, i + 1, end) or _in_title(scene, i) or own_voice(scene, cue):
            continue
        part = trim(scene, i + 1, clause_end(scene, i + 1, cue.head, end))
        if part:
            draft = Draft("colon-clause", "indirect", [part])
            yield author_of_cue(scene, cue, begin, i).fill(draft, scene)


def heralded(scene: Scene, colon: int) -> Author | None:
    """«Лаптева назвала причины:», «Зуев рассказал о планах:»: whose words stand in lines of their own below a colon.

    «Врач рассказала, что делать:» has them in its clause.
    """
    begin = limits(scene, colon)[0]
    cue = _cue_before(scene, colon, begin)
    if cue is None or not _reports(scene, cue, colon) or own_voice(scene, cue):
        return None
    if "," in scene.words.form[cue.head : colon]:
        return None
    return author_of_cue(scene, cue, begin, colon)


def _standpoint(scene: Scene, colon: int, begin: int) -> Author | None:
    """«|Мнение| мэра таково: …», «|Прогноз| синоптиков был неутешительным: …»: whose it is, and of what kind.

    «Таковы |данные| порта: …» puts the kind first, «|Мнение| врачей: …» tells of none.
    """
    words, last = scene.words, colon - 1
    ways = (such_is, view_of, outlook, sides_with, _is_owned_view)
    if (such := next((a for way in ways if (a := way(scene, begin, colon)) is not None), None)) is not None:
        return such
    if words.pos[last] not in {"ADJ", "DET", "PRON"} or words.feat(last, "Case") not in {"", "Nom", "Ins"}:
        return None
    near = range(last - 1, max(begin, colon - NEAR) - 1, -1)
    noun = next((k for k in near if words.lemma[k] in STANDPOINTS and words.feat(k, "Case") == "Nom"), None)
    if noun is None or any(words.form[k] == "," or k in scene.cues for k in range(noun, colon)):
        return None
    if not is_owned(scene, noun, last):
        return None
    own = words.lower[noun - 1] in THEIRS
    owner = Source((noun - 1, noun), noun - 1) if own else complement(scene, noun, last)
    return Author((noun, noun + 1), None, owner, sourceless=True)


def _is_owned_view(scene: Scene, begin: int, colon: int) -> Author | None:
    """«|Мнение экспертов|: спрос упадёт»: the noun opens the sentence, and up to the colon stands whose it is."""
    words = scene.words
    if words.lemma[begin] not in STANDPOINTS or words.feat(begin, "Case") != "Nom" or begin + 1 >= colon:
        return None
    owner = complement(scene, begin, colon)
    whole = owner is not None and owner.span == (begin + 1, colon) and not is_thing(words, owner.head)
    return Author((begin, begin + 1), None, owner, sourceless=True) if whole else None


def _may_open_clause(scene: Scene, colon: int) -> bool:
    """Whether a clause can follow: not «12:30», «http://», speech in marks or behind a dash, nor «: об этом …»."""
    words, first = scene.words, colon + 1
    if words.par[first] != words.par[colon] or words.start[first] == words.end[colon]:
        return False
    if scene.is_dash(first) or scene.is_of_this(first) or words.form[first] == "/":
        return False
    close = scene.opens.get(first)
    return close is None or is_title(scene, first, close) or opens_clause(scene, first, close)


def _cue_before(scene: Scene, colon: int, begin: int) -> Cue | None:
    """The cue nearest to the colon: within eight words, or with all between for its source."""
    near = (scene.cues[j] for j in range(colon - 1, max(begin, colon - NEAR) - 1, -1) if j in scene.cues)
    cue = next(
        (
            c
            for c in near
            if c.has("say", "think", "ask", "state")
            or _denies_or_finds(scene, c, colon)
            or _names_it(scene, c, colon)
            or _comments_in_headline(scene, c, colon)
        ),
        None,
    ) or _behind_long_source(scene, colon, begin)
    if cue is None or _comments_in_headline(scene, cue, colon):
        return cue
    return None if scene.words.lemma[cue.head] in WITHOUT_CLAUSE else cue


def _behind_long_source(scene: Scene, colon: int, begin: int) -> Cue | None:
    """«|Сообщил| член совета порта по делам рыбаков и лодок Клим Зуев: …»: the verb whose source reaches from it to the colon."""
    far = (scene.cues[j] for j in range(colon - NEAR - 1, begin - 1, -1) if j in scene.cues)
    cue = next((c for c in far if c.form == FINITE and c.has("say")), None)
    if cue is None:
        return None
    who = author_of_cue(scene, cue, begin, colon).source
    return cue if who is not None and who.span == (cue.span[1], colon) else None


def _denies_or_finds(scene: Scene, cue: Cue, colon: int) -> bool:
    """«Мэр |опроверг| слухи: цех работает», «Опрос |показал|: рыбы стало меньше»: what is so in fact comes behind.

    «Весна |опровергла| прогнозы: …» denies nothing, «опрос |выявил| разрыв: …» has its object.
    """
    words, found = scene.words, cue.span[1] == colon and cue.has("find")
    if cue.form != FINITE or cue.negated:
        return False
    return found and is_finding(scene, cue) or cue.has("deny") and not any(
        is_thing(words, subject) for subject in words.subjects(cue.head)
    )  # fmt: skip


def _comments_in_headline(scene: Scene, cue: Cue, colon: int) -> bool:
    """«Мэр |прокомментировал| рост цен: виноваты перевозчики»: in a headline, which has no stop, his words follow."""
    words, (start, end) = scene.words, scene.paragraph(colon)
    headline = start == 0 and words.form[end - 1] not in ENDS - {"!", "?"}
    return headline and cue.form == FINITE and words.lemma[cue.head] in COMMENTING_IN_HEADLINES


def _names_it(scene: Scene, cue: Cue, colon: int) -> bool:
    """«Врач |назвала причину|: вода холодная»: one thing without a name, or several claims, and behind the colon what it is."""
    words = scene.words
    if words.lemma[cue.head] not in NAMING or cue.form != FINITE:
        return False
    objects = [c for c in words.children[cue.head] if words.dep[c] == "obj" and cue.head < c < colon]
    rated = any(words.feat(k, "Case") == "Ins" for k in range(cue.head + 1, colon))
    claims = any(words.lemma[c] in CLAIMS for c in objects)
    single = claims or [
        c for c in objects if words.number(c) == "Sing" and words.feat(c, "Animacy") == "Inan"
    ]
    return bool(single) and not rated and not any(words.ent[c] for c in objects)


def _reports(scene: Scene, cue: Cue, colon: int) -> bool:
    """Whether a cue reports what stands behind the colon, and has no clause or thing of its own before it."""
    words = scene.words
    # nothing is governed across a colon
    below = {words.dep[c] for c in words.children[cue.head] if c < colon}
    if _asks_what_is_said(scene, cue):
        return False
    if words.lower[cue.head] == "говорится" and words.lower[cue.head - 1] == "как":
        return False  # «пришли, как говорится, все: …»: a set phrase
    rated = cue.has("think") and "obj" in below and not _comments_in_headline(scene, cue, colon)
    if cue.form == PARTICIPLE or "xcomp" in below or rated:
        return False
    if cue.form == PASSIVE and words.feat(cue.head, "Gender") != "Neut" or _reports_itself(scene, colon + 1):
        return False  # «Нарушения зафиксированы: сгнили полы» shows what they are
    if cue.form == PASSIVE and words.lemma[cue.head] == "заключить":
        return False  # «Перемирие заключено на день: …»
    return scene.is_finite(cue.head) or all(words.form[k] != "," for k in range(cue.head, colon))


def _asks_what_is_said(scene: Scene, cue: Cue) -> bool:
    """«Непонятно, |что| он |говорит|: ветер заглушает слова»: the verb stands in a question that no other verb reports."""
    words = scene.words
    what = next((k for k in (cue.head - 1, cue.head - 2) if k > 1 and words.lower[k] == "что"), None)
    if what is None or words.form[what - 1] != ",":
        return False
    return all(k not in scene.cues for k in range(max(what - 4, 0), what - 1))


def _reports_itself(scene: Scene, first: int) -> bool:
    """«выступил с заявлением: |он сообщил|, что …», «не согласны: |там уверяют|, что …»: a pronoun and a verb of its own take up the same report."""
    cue = scene.cues.get(first + 1)
    taken_up = scene.lower(first) in {"он", "она", "они", "оно", "там"}
    return taken_up and cue is not None and cue.has("say", "think") and scene.lower(first + 3) == "что"


def _is_attributed(scene: Scene, cue: Cue, first: int) -> bool:
    """«Версию озвучил эколог: |по его сведениям|, …», «не согласен инженер: |Зуев считает, что| …»: it has a report of its own."""
    if scene.lower(first) == "по" and scene.lower(first + 1) in THEIRS:
        return True
    if cue.has("say") and scene.is_finite(cue.head) and not _has_topic(scene, cue, first - 1):
        return False
    told = (scene.cues[j] for j in range(first, min(first + NEAR, len(scene.words))) if j in scene.cues)
    return any(
        c.has("say", "think", "state") and scene.words.lower[c.span[1] : c.span[1] + 2] == [",", "что"]
        for c in told
    )


def _has_topic(scene: Scene, cue: Cue, colon: int) -> bool:
    """«высказались |о соседях|: в артели считают, что …»: the verb has its topic, and the report is in the clause behind."""
    return any(scene.words.lower[k] in ABOUT for k in range(cue.head + 1, colon))


def _claims(scene: Scene, start: int, end: int) -> bool:
    """«ветер усилится», «обвинять её нельзя», «днём оттепель»: a clause, with a verb or without."""
    told = scene.has_predicate(start, end) or has_predicative(scene, start, end)
    if _lists_what_was_counted(scene, start, end):
        return False
    return (
        told
        or told_without_verb(scene, start, end)
        or scene.has_subject(start, end)
        or _is_subject_alone(scene, start)
        or _is_equation(scene, start, end)
        or _is_this(scene, start, end)
    )


def _lists_what_was_counted(scene: Scene, first: int, end: int) -> bool:
    """«сообщил об обстреле двух сёл: |Осинок, которые стоят у реки, и Дубков|», «добавили 14 сёл: |Осинки, Дубки и Луга|»: genitives, or nothing but names.

    No verb stands there but the relative clause's.
    """
    words, noun = scene.words, first - 2
    if noun < 0 or words.feat(noun, "Case") != "Gen":
        return False
    counted = any(words.pos[c] == "NUM" for c in words.children[noun])
    if counted and all(
        words.ent[k] or words.pos[k] in {"PROPN", "X", "PUNCT", "CCONJ"} for k in range(first, end)
    ):
        return True
    if words.feat(first, "Case") != "Gen" or not counted and "который" not in words.lemma[first:end]:
        return False
    return not any(scene.is_finite(k) and not words.dep[k].startswith("acl") for k in range(first, end))


def _is_this(scene: Scene, first: int, end: int) -> bool:
    """«Адвокат настаивает: |это старый спор|»: «это» and a nominative behind it, with no verb."""
    words = scene.words
    nominatives = (
        words.feat(k, "Case") == "Nom" for k in range(first + 1, end) if words.pos[k] in {"NOUN", "PROPN"}
    )
    return words.lower[first] == "это" and any(nominatives)


def _is_equation(scene: Scene, start: int, end: int) -> bool:
    """«отметил: треть порта — |лодки|», «заявил: цель — |вернуть| рыбу»: a dash for a predicate, a nominative or an infinitive behind it.

    «На вопросы отвечают: Клим Зуев — директор порта» tells who somebody is.
    """
    words = scene.words
    dash = next((k for k in range(start + 1, end - 1) if scene.is_dash(k)), None)
    if dash is None or words.form[dash - 1] in {",", ":", ";"} or scene.from_to(dash):
        return False
    if words.ent[start] == "PER" and words.ent[dash - 1] == "PER":
        return False
    stop = next((k for k in range(dash + 1, end) if words.form[k] in {",", ";", ":"}), end)
    told = ("NOUN", "PROPN", "ADJ")
    equal = any(words.feat(k, "Case") == "Nom" and words.pos[k] in told for k in range(dash + 1, stop))
    return equal or words.feat(dash + 1, "VerbForm") == "Inf"


def _is_subject_alone(scene: Scene, first: int) -> bool:
    """«Нам говорили: |вылет| через час»: a nominative that the parser hangs on the verb before the colon.

    Somebody there is its subject indeed: «На вопросы отвечали: |капитан| Зуев и штурман Лаптев».
    """
    words = scene.words
    if words.feat(first, "Animacy") == "Anim" or words.ent[first] == "PER":
        return False
    return words.is_subject(first) and words.head[first] == first - 2 and words.feat(first, "Case") == "Nom"


def _in_title(scene: Scene, i: int) -> bool:
    """«Спектакль «Он сказал: уходи» собрал зал»: nobody speaks inside the name of a thing."""
    pair = scene.pair_around(i)
    return pair is not None and pair[0] > 0 and scene.words.lemma[pair[0] - 1] in word_list("titled")

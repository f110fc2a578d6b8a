"""Where a content begins and ends: the law of edges, on words, marks and a little syntax."""

import re
from bisect import bisect_right

from molva.quotes.cues import FINITE, GERUND, PASSIVE
from molva.quotes.draft import Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.scene import DASHES, Scene
from molva.quotes.subjects import NOMINAL, agrees
from molva.quotes.titles import is_title
from molva.speakers.pronouns import THEIRS

CLOCK = re.compile(r"\d\d?[:.]\d\d")
OPENERS = frozenset("«„“\"'`(")
CLOSERS = frozenset("»“”\"'`)")
EDGE_PUNCT = frozenset({",", ".", ":", ";", "…", "...", *DASHES})

# Words that only tie a sentence to the one before and are not part of what was said.
CONNECTIVES = (
    ("вместе", "с", "тем"), ("при", "этом"), ("кроме", "того"), ("в", "то", "же", "время"),
    ("тем", "не", "менее"), ("между", "тем"), ("в", "частности"), ("в", "свою", "очередь"),
    ("в", "связи", "с", "этим"), ("с", "другой", "стороны"), ("к", "тому", "же"), ("помимо", "этого"),
    ("помимо", "того"), ("более", "того"), ("так",), ("также",), ("однако",), ("но",), ("а",), ("и",), ("впрочем",),
    ("тогда", "же"), ("ранее",), ("позднее",), ("позже",), ("при", "том"), ("кстати",), ("напомним",), ("затем",),
    ("тем", "временем"), ("пока", "же"), ("на", "самом", "деле"), ("именно",), ("зато",), ("например",), ("теперь",), ("потом",), ("причем",), ("притом",),
)  # fmt: skip

COORDINATORS = frozenset({"но", "а", "и", "однако", "зато", "или", "либо"})
CLAUSE_OPENERS = frozenset(
    {"что", "чтобы", "где", "когда", "если", "поскольку", "хотя", "поэтому", "потому", "так", "как", "куда",
     "откуда", "зачем", "почему", "будто", "пока", "причем", "притом"}
)  # fmt: skip
TIMES = frozenset({("до", "этого"), ("после", "этого"), ("в", "ответ")})
ANSWERS = frozenset("подтвердить подтверждать опровергнуть опровергать отрицать".split())
TURNS_OUT = frozenset({"выясниться", "оказаться"})
WORDS = frozenset(
    "слово цитата заявление высказывание комментарий ответ обращение сообщение запись видео фото".split()
)
LATER = frozenset({"позже", "позднее", "затем", "потом"})
SHORT = 4  # words of a clause whose predicate the tagger may have missed: «судно село, сообщили в …»
TITLE = 6  # words of a title before a name: «губернатор Заречного края Олег Орехов»
RELATIVES = frozenset({"который", "кто", "чей"})
HE = frozenset({"он", "она", "оно", "они"})


def trim(scene: Scene, start: int, end: int) -> Stretch | None:
    """A stretch without the punctuation of its edges; None when no word is left.

    Marks stay when their partner stands inside too: ⟦отношения «истончились»⟧.
    """
    forms = scene.words.form
    while start < end and (forms[start] in EDGE_PUNCT or _lone(scene, start, start, end)):
        start += 1
    while end > start and (forms[end - 1] in EDGE_PUNCT or _lone(scene, end - 1, start, end)):
        end -= 1
    return (start, end) if any(form[0].isalnum() for form in forms[start:end]) else None


def trim_all(scene: Scene, parts: list[Stretch]) -> list[Stretch]:
    """Trimmed stretches; empty ones are dropped."""
    return [part for start, end in parts if (part := trim(scene, start, end))]


def _lone(scene: Scene, i: int, start: int, end: int) -> bool:
    form = scene.words.form[i]
    if form not in OPENERS and form not in CLOSERS:
        return False
    if form in {"(", ")"}:
        return scene.words.form[start:end].count("(") != scene.words.form[start:end].count(")")
    partner = scene.opens.get(i, scene.closes.get(i))
    return partner is None or not start <= partner < end


def skip_connectives(scene: Scene, start: int, end: int) -> int:
    """The first word after «Кроме того,», «При этом» and their like."""
    moved = True
    while moved:
        moved = False
        for phrase in CONNECTIVES:
            stop = start + len(phrase)
            if stop <= end and tuple(scene.words.lower[start:stop]) == phrase:
                start, moved = stop, True
                if start < end and scene.words.form[start] == ",":
                    start += 1
                break
    return start


def limits(scene: Scene, i: int) -> Stretch:
    """The stretch a content around word ``i`` may fill: its sentence, cut at the marks around it.

    Inside marks the sentence may begin or end outside of them; a content never does.
    """
    if i not in scene.limits:
        scene.limits[i] = _limits(scene, i)
    return scene.limits[i]


def _limits(scene: Scene, i: int) -> Stretch:
    start, end = scene.sentence(i)
    end = _before_rubric(scene, start, end)
    pair = scene.pair_around(i)
    if pair and scene.words.par[pair[0]] == scene.words.par[pair[1]]:
        start, end = max(start, pair[0] + 1), min(end, pair[1])
    bracket = scene.bracket_around(i)
    if bracket:
        start, end = max(start, bracket[0] + 1), min(end, bracket[1])
    breaks = scene.breaks.get(pair, ())
    at = bisect_right(breaks, i)
    if at:
        start = max(start, breaks[at - 1])
    return start, min(end, breaks[at]) if at < len(breaks) else end


def _before_rubric(scene: Scene, start: int, end: int) -> int:
    """«… нанесли удар по городу |Политика, 12:45»: in a feed the rubric and the clock close the line."""
    if end != scene.paragraph(start)[1]:
        return end
    clock = next((k for k in range(end - 1, max(end - 5, start), -1) if scene.words.form[k] == ","), None)
    if clock is None or clock - 1 <= start:
        return end
    time = CLOCK.fullmatch("".join(scene.words.form[clock + 1 : end]))
    return clock - 1 if time and scene.words.form[clock - 1][:1].isupper() else end


def clause_end(scene: Scene, start: int, verb: int, limit: int) -> int:
    """The end of the reported clause that begins at ``start`` under the cue ``verb``.

    It runs to the end of the sentence unless the author comes back: with another report,
    a gerund of speech, a trailing «передаёт ТАСС», or a verb that shares the cue's subject.
    """
    i = start
    while i < limit:
        inner = scene.jump(i)
        if inner != i and inner <= limit:
            i = inner
            continue
        if author_returns(scene, i, verb, start, limit):
            return i
        i += 1
    return limit


def author_returns(scene: Scene, i: int, verb: int, start: int, limit: int) -> bool:
    """Whether the mark or the conjunction at ``i`` ends what was reported under ``verb``."""
    form = scene.words.form[i]
    if form == "(":
        return scene.lower(i + 1) in {"цитата", "цитирую", "цит"} or _aside(scene, i, limit)
    if form in {":", "—", "–"} and i + 1 in scene.opens and scene.words.form[i + 1] in {"«", '"', "“", "„"}:
        goes_on = (
            explains(scene, i + 1, i, verb)
            or _speaks_there(scene, i, verb, start)
            or _named_there(scene, i, verb)
        )
        return form == ":" and not goes_on
    if form == ":":
        return i + 1 in scene.of_this  # «пишет, что мост закроют: об этом узнали в мае»
    if form in DASHES:
        return _cited_anew(scene, i + 1, limit) or i > start and _behind_dash(scene, i, verb, limit)
    if form == ";":
        return _cited_anew(scene, i + 1, limit)
    if form == ",":
        return _behind_comma(scene, i, verb, start, limit)
    if scene.lower(i) not in {"и", "но"}:
        return False
    same = scene.has_predicate(start, i) and _same_subject_goes_on(scene, i, verb, limit)
    return same or _another_gerund(scene, i, verb, limit)


def _behind_dash(scene: Scene, dash: int, verb: int, limit: int) -> bool:
    comma = scene.words.form[dash - 1] == "," or scene.lower(dash + 1) == "и"
    reports = (comma or _pronoun(scene, dash + 1)) and _reports_soon(scene, dash + 1, limit)
    return reports or comma and _same_subject_goes_on(scene, dash + 1, verb, limit)


def _behind_comma(scene: Scene, comma: int, verb: int, start: int, limit: int) -> bool:
    """«…, сообщили в мэрии», «…, а потом уехал», «…, его слова приводит ТАСС»: whether the author speaks behind a comma."""
    i = comma + 1
    governed = verb in scene.cues or scene.words.pos[verb] == "NOUN"
    claimed = scene.has_predicate(start, comma) or _equates(scene, start, comma)
    return (
        governed
        and _gerund_of_speech(scene, i, limit)
        or claimed
        and trailing_report(scene, i, limit)
        or _same_subject_goes_on(scene, i, verb, limit)
        or _another_reports(scene, i, verb, limit)
        or relayed(scene, i, limit)
        or _another_body(scene, i, start)
        or _another_is_cited(scene, i)
        or _another_time(scene, i, limit)
        or _denied(scene, i, limit)
        or _outcome(scene, start, i)
        or _afterwards(scene, i, verb, limit)
        or _answered(scene, i, limit)
        or (scene.lower(i), scene.lower(i + 1)) in {("о", "чем"), ("со", "ссылкой")}
        or _cited_behind(scene, comma, start)
    )


def _outcome(scene: Scene, start: int, i: int) -> bool:
    """«распорядилась, чтобы баржу затопили, однако владелец …»: what came of an order is the author's to tell."""
    return (scene.lower(start - 1), scene.lower(i)) == ("чтобы", "однако")


def _another_gerund(scene: Scene, conjunction: int, verb: int, limit: int) -> bool:
    """«Зуев уехал, отметив, что цех готов и поблагодарив рабочих»: a gerund beside the cue, which is one."""
    words, cue = scene.words, scene.cues.get(verb)
    beside = range(conjunction + 1, min(conjunction + 3, limit))
    return cue is not None and cue.form == GERUND and any(words.feat(k, "VerbForm") == "Conv" for k in beside)


def explains(scene: Scene, mark: int, colon: int, verb: int) -> bool:
    """«считают, что это против правила: «лодки общие»»: a verb of thought takes no direct speech, the clause goes on."""
    cue = scene.cues.get(verb)
    if cue is None or cue.has("say") or not scene.words.form[mark + 1][:1].islower():
        return False
    return any(scene.lower(i) == "что" for i in range(verb, colon))


def _speaks_there(scene: Scene, colon: int, verb: int, start: int) -> bool:
    """«рассказала, что пришёл брат и сказал: «Уезжай»»: the verb before the colon has its subject in what she tells."""
    words = scene.words
    told = next((k for k in range(colon - 1, max(start, colon - 4), -1) if k in scene.cues), None)
    if told is None or told == verb or scene.cues[told].form != FINITE or not scene.cues[told].has("say"):
        return False
    if any(words.form[k - 1] == "," and words.lower[k] in COORDINATORS for k in range(start + 1, told)):
        return False  # «сообщил, что цех встал, а мэр ответил: «…»»
    subjects = (
        c for c in range(start, told) if words.dep[c].startswith("nsubj") and words.lemma[c] not in RELATIVES
    )
    return any(agrees(scene, c, told) for c in subjects)


def _named_there(scene: Scene, colon: int, verb: int) -> bool:
    """«По словам мэра, на борту стоит имя: «Отмель»»: no verb speaks, the marks hold a name of the claim."""
    return verb not in scene.cues and is_title(scene, colon + 1, scene.opens[colon + 1])


def _cited_behind(scene: Scene, comma: int, start: int) -> bool:
    """«заявил, что цех встал, как сообщает «Вестник»»; «дома, которые, как говорят соседи, пусты» go on."""
    words, verb = scene.words, comma + 2
    cited = scene.lower(comma + 1) == "как" and verb in scene.cues
    told = cited and scene.cues[verb].has("say", "state", "relay") and scene.has_predicate(start, comma)
    return told and words.lemma[comma - 1] not in RELATIVES and words.lower[comma - 1] not in CLAUSE_OPENERS


def _cited_anew(scene: Scene, i: int, limit: int) -> bool:
    """«сообщил, что цех встал, — по словам мэра, …», «…; сырьё, по данным мэрии, …»: behind a dash or a semicolon."""
    words, stop = scene.words, i + 1 if scene.is_dash(i - 1) else min(i + 8, limit)
    if not scene.is_dash(i - 1) and _signed_anew(scene, i, limit):
        return True
    by = next((k for k in range(i, min(stop, limit)) if words.lower[k] == "по"), None)
    if by is None or scene.has_predicate(i, by):
        return False
    return any(words.lemma[k] in word_list("markers") for k in range(by + 1, min(by + 4, limit)))


def _signed_anew(scene: Scene, i: int, limit: int) -> bool:
    """«подтвердил, что цех встал; печи остыли, сообщил он»: the claim behind the semicolon has its own report."""
    comma = next((k for k in range(limit - 1, i, -1) if scene.words.form[k] == ","), None)
    return comma is not None and scene.has_predicate(i, comma) and trailing_report(scene, comma + 1, limit)


def _another_body(scene: Scene, i: int, start: int) -> bool:
    """«ТАСС писал, что мост закрыт, «Вестник» сообщал о ремонте»: a named body and its own verb of saying."""
    words = scene.words
    first = i + 1 if i in scene.opens else i
    stop = _titled_stop(scene, first)
    if stop is None:
        if first >= len(words) or words.ent[first] != "ORG" or words.feat(first, "Case") not in {"Nom", ""}:
            return False
        stop = scene.opens[i] + 1 if i in scene.opens else _name_stop(scene, first)
    subordinate = any(words.lower[k] in {"когда", "если", "хотя", "пока"} for k in range(start, i))
    return stop in scene.cues and scene.cues[stop].has("say", "rate", "deny") and not subordinate


def _titled_stop(scene: Scene, first: int) -> int | None:
    """«губернатор края Олег Орехов |писал»: the end of a title in the nominative and the person's name behind it."""
    words = scene.words
    if first >= len(words) or words.pos[first] != "NOUN" or words.feat(first, "Animacy") != "Anim":
        return None
    if words.feat(first, "Case") != "Nom":
        return None
    name = next((k for k in range(first, min(first + TITLE, len(words))) if words.ent[k] == "PER"), None)
    title = range(first, name or first)
    if name is None or any(words.pos[k] not in {"NOUN", "PROPN", "ADJ"} for k in title):
        return None
    return _name_stop(scene, name)


def _name_stop(scene: Scene, first: int) -> int:
    words, stop = scene.words, first
    while stop < len(words) and words.ent[stop] == words.ent[first] and words.sent[stop] == words.sent[first]:
        stop += 1
    return stop


def _another_is_cited(scene: Scene, i: int) -> bool:
    """«По данным МЧС, жертв нет, а по словам Лаптевой, двое ранены»: somebody else is cited."""
    words = scene.words
    if scene.lower(i) not in {"а", "но", "однако"}:
        return False
    by = next((k for k in range(i + 1, min(i + 5, len(words))) if words.lower[k] == "по"), None)
    if by is None or scene.has_predicate(i + 1, by):
        return False
    return any(words.lemma[k] in word_list("markers") for k in range(by + 1, min(by + 4, len(words))))


def _another_time(scene: Scene, i: int, limit: int) -> bool:
    """«сообщило о двенадцати, до этого дипломаты говорили о шести»: the author goes to another time."""
    first, second = scene.lower(i), scene.lower(i + 1)
    if first not in {"ранее", "позже", "позднее", "после"} and (first, second) not in TIMES:
        return False
    verb = next((k for k in range(i + 1, min(i + 8, limit)) if scene.is_finite(k)), None)
    return verb is not None and verb in scene.cues and _own_subject(scene, verb)


def _denied(scene: Scene, i: int, limit: int) -> bool:
    """«опасались, что порт закроют, однако управа подтвердила рейсы»: somebody else answers what was reported.

    «…, однако позже выяснилось, что …»: the narrator knows better.
    """
    if scene.lower(i) not in {"но", "однако"}:
        return False
    verb = next((k for k in range(i + 1, min(i + 12, limit)) if scene.is_finite(k)), None)
    if verb is None:
        return False
    if scene.words.lemma[verb] in TURNS_OUT and scene.lower(verb + 2) == "что":
        return True
    if scene.words.lemma[verb] not in ANSWERS or verb not in scene.cues:
        return False
    return _own_subject(scene, verb) and all(scene.words.form[k] != "," for k in range(i, verb))


def _aside(scene: Scene, bracket: int, limit: int) -> bool:
    """«… достигло 225 человек (ранее сообщалось о 160)»: a last bracket with a verb is the author's own.

    «… закрыли причал (чтобы починить)»: with a conjunction it goes on with the claim.
    """
    close = scene.brackets.get(bracket)
    own = close is not None and close >= limit - 2 and scene.has_predicate(bracket, close)
    return own and scene.lower(bracket + 1) not in CLAUSE_OPENERS


def relayed(scene: Scene, i: int, limit: int) -> bool:
    """«…, его слова приводит ТАСС», «…, слова мэра передаёт пресс-служба»."""
    words, at = scene.words, i + (scene.lower(i) in THEIRS)
    if at >= limit or words.lemma[at] not in WORDS:
        return False  # «По словам Орехова, его управа предупредила …» goes on
    whose = next((j for j in range(at + 1, limit) if words.feat(j, "Case") != "Gen"), limit)
    stop = min(at + 3, limit) if at > i else min(whose + 1, limit)
    return any(j in scene.cues and scene.cues[j].has("relay", "say") for j in range(at + 1, stop))


def _afterwards(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«сказал, что уходит, после чего отправился …»: what the speaker did next is the author's to tell.

    «сказал, что сторож провёл там год, после чего ушёл» goes on: the clause's own verb agrees as well.
    """
    if (scene.lower(i), scene.lower(i + 1)) != ("после", "чего"):
        return False
    following = next((j for j in range(i + 2, limit) if scene.is_finite(j)), None)
    if following is None or not _agrees(scene, following, verb):
        return False
    before = next((k for k in range(i - 1, verb, -1) if scene.is_finite(k)), None)
    another = before is None or not _agrees(scene, before, following)
    subjects = [c for c in scene.words.children[following] if scene.words.dep[c].startswith("nsubj")]
    if any(not _pronoun(scene, c) for c in subjects):
        return False
    return another and not (subjects and _another_may_be_meant(scene, i, verb, following))


def _another_may_be_meant(scene: Scene, i: int, verb: int, following: int) -> bool:
    """«сказал, что сторожа сбила лодка, после чего он заболел»: «он» may be somebody of the clause, who is no body."""
    words = scene.words
    living = (
        k
        for k in range(verb + 1, i)
        if words.ent[k] == "PER" or words.feat(k, "Animacy") == "Anim" or words.lower[k] in THEIRS
    )
    return any(words.feat(k, "Gender") in {"", words.feat(following, "Gender")} for k in living)


def _answered(scene: Scene, i: int, limit: int) -> bool:
    """«спросил, готов ли причал, на что тот ответил …»: the answer is the author's to tell."""
    return (scene.lower(i), scene.lower(i + 1)) == ("на", "что") and _reports_soon(scene, i + 2, limit)


def _gerund_of_speech(scene: Scene, i: int, limit: int) -> bool:
    """«…, добавив, что …», «…, при этом отметив …», «…, ссылаясь на …»."""
    for j in range(i, min(i + 4, limit)):
        cue = scene.cues.get(j)
        if (
            cue
            and cue.form == GERUND
            and (cue.has("say", "demand", "rate") or cue.has("think") and scene.lower(j + 2) == "что")
            and (scene.words.lemma[j] != "выступать" or scene.lower(j + 1) in {"с", "со", "за", "против"})
        ):
            return True  # «не может уснуть, думая о деле» goes on, «…, полагая, что …» does not
        if scene.words.lemma[j] in {"сослаться", "ссылаться"} and scene.words.feat(j, "VerbForm") == "Conv":
            return True
        if scene.words.lower[j : j + 3] == ["имея", "в", "виду"]:
            return True  # «заявил, что «порт устал», имея в виду забастовку»: whom they mean is the author's to tell
        if scene.words.form[j] == "," or scene.is_finite(j):
            return False
    return False


def _equates(scene: Scene, start: int, end: int) -> bool:
    """«лёд — первая забота»: a clause whose only predicate is a dash."""
    return any(scene.is_dash(k) and not scene.from_to(k) for k in range(start, end)) or end - start < SHORT


def trailing_report(scene: Scene, i: int, limit: int) -> bool:
    """«…, передаёт ТАСС», «…, говорится в сообщении», «…, сказал он»."""
    for j in range(i, min(i + 3, limit)):
        cue = scene.cues.get(j)
        if cue and cue.form in {FINITE, PASSIVE} and cue.has("say", "state", "relay", "think"):
            if any(scene.lower(k) in {"что", "чтобы"} for k in range(j + 1, min(j + 8, limit))):
                return False
            # «…, не сообщили» is said of others
            missed = cue.negated and scene.lower(i) not in {"но", "однако"}
            return not missed and _has_source_right(scene, j, limit)
        if scene.words.pos[j] not in {"ADV", "ADP", "PART"} and scene.words.form[j] != ",":
            return False
    return False


def _has_source_right(scene: Scene, verb: int, limit: int) -> bool:
    """Whether the words after a verb begin with its subject or with «в …»; «говорят о …» has a topic instead."""
    words = scene.words
    for j in range(verb + 1, min(verb + 6, limit)):
        if words.form[j] in {",", "("} or words.lower[j] in {"о", "об", "обо", "и"}:
            return False  # «…, рассказывали и писали обо всём» goes on with the claim
        if words.lower[j] in {"в", "на", "из"}:
            went = words.lemma[verb] == "следовать" and words.lower[j] != "из"  # «следовали в сторону мыса»
            return not went and words.feat(verb, "Gender") not in {"Masc", "Fem"}  # «признавался в любви»
        if _may_be_subject(scene, j):
            return True
        if words.pos[j] in {"NOUN", "ADJ"} and words.feat(j, "Case") == "Ins":
            return False  # «считается другом вождя», «считает нужным»
        if words.dep[j] == "obj" and words.head[j] == verb:
            return False  # «допускали ошибки в слове»
        if words.feat(j, "VerbForm") == "Inf":
            return False  # «однако считает нужным обратиться в суд»
    return False


def _may_be_subject(scene: Scene, j: int) -> bool:
    words = scene.words
    return (
        words.pos[j] in {"NOUN", "PROPN", "PRON", "X"}
        and words.feat(j, "Case") in {"Nom", ""}
        or bool(words.ent[j])
    )


def _pronoun(scene: Scene, i: int) -> bool:
    return scene.lower(i) in HE


def _reports_soon(scene: Scene, i: int, limit: int) -> bool:
    return any(j in scene.cues for j in range(i, min(i + 5, limit)))


def _same_subject_goes_on(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«… , и возложил ответственность на США», «…, но отметил, что …»: the cue's own subject acts on."""
    words = scene.words
    j = i
    if scene.lower(j) not in COORDINATORS or scene.lower(j) == "а" and _contrast(scene, i, verb):
        return False
    if (scene.lower(j), scene.lower(j + 1)) == ("но", "и"):
        return False  # «не только строит, но и чинит»
    j = _past_adverbs(scene, _past_time(scene, j + 1, limit), limit)
    if j >= limit or not scene.is_finite(j) or words.pos[j] == "ADJ":
        return False
    if not _agrees(scene, j, verb):
        return False
    if words.form[i - 1] != "," and j not in scene.cues and _inner_verb(scene, i, j, verb):
        return False
    beside = words.head[j] == verb and words.dep[j] != "ccomp"  # «объяснила, что не спит и не ест»
    if beside or _rejoins_cue(scene, i, j, verb):
        return True
    return (
        j in scene.cues and scene.cues[j].has("say", "think", "demand", "rate") and not _own_subject(scene, j)
    )


def _past_adverbs(scene: Scene, j: int, limit: int) -> int:
    """The first word behind adverbs and particles: «, но при этом также |отметил|»."""
    tied = {"при", "этом", "того", "кроме", "тем", "не", "менее"}
    while j < limit and (scene.words.pos[j] in {"ADV", "PART"} or scene.lower(j) in tied):
        j += 1
    return j


def _past_time(scene: Scene, j: int, limit: int) -> int:
    """The verb behind «после собрания», «после одной из гонок»: what the speaker did when that was over."""
    if scene.lower(j) != "после":
        return j
    verb = next((k for k in range(j, min(j + 7, limit)) if scene.is_finite(k)), j)
    words = scene.words
    named = any(
        words.feat(k, "Case") == "Nom" and words.pos[k] in NOMINAL or words.form[k] == ","
        for k in range(j, verb)
    )
    return j if named else verb


def _inner_verb(scene: Scene, i: int, j: int, verb: int) -> bool:
    """«объяснила, что не ушла со сцены и не сменила песен»: without a comma the clause's own verb goes on."""
    before = next((k for k in range(i - 1, verb, -1) if scene.is_finite(k)), None)
    return before is not None and _agrees(scene, before, j) and not _own_subject(scene, before)


def _contrast(scene: Scene, i: int, verb: int) -> bool:
    """«не имел в виду город, а призывал действовать»: «не …, а …» is one thought, «а затем» none."""
    return scene.lower(i + 1) not in LATER and any(scene.lower(k) == "не" for k in range(verb + 1, i))


def _rejoins_cue(scene: Scene, start: int, j: int, verb: int) -> bool:
    """«заявил, что отношения истончились, и возложил …»: the verb agrees with the cue, not the clause."""
    words = scene.words
    before = next(
        (k for k in range(start - 1, verb, -1) if scene.is_finite(k) and words.pos[k] == "VERB"), None
    )
    if before is None or _own_subject(scene, j):
        return False
    if words.feat(j, "Tense") != "Past":
        # «надеется, что поедет к морю, и учит язык»: back to the present of the cue
        return words.feat(j, "Tense") == words.feat(verb, "Tense") and words.feat(before, "Tense") == "Fut"
    if words.feat(before, "Tense") != "Past":
        # «сообщили, что вопрос решает Зотов, и переключили на него»: the comma closes the clause
        later = scene.lower(start) == "а" and scene.lower(start + 1) in LATER
        return words.form[start - 1] in DASHES | {","} and (scene.lower(start) in {"и", "но"} or later)
    return not _agrees(scene, before, j)


def _own_subject(scene: Scene, verb: int) -> bool:
    return any(scene.words.dep[child].startswith("nsubj") for child in scene.words.children[verb])


def _agrees(scene: Scene, one: int, other: int) -> bool:
    """Whether two verbs can have one subject."""
    words = scene.words
    return all(words.feat(one, f) == words.feat(other, f) for f in ("Number", "Gender", "Tense"))


def _another_reports(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«…, а Минфин заявил, что …»: after «а», «но», «тогда как» somebody else reports."""
    if scene.lower(i) not in {"а", "но", "однако", "тогда", "и"}:
        return False
    for j in range(i + 1, min(i + 14, limit)):
        if scene.words.form[j] == ",":
            return False
        cue = scene.cues.get(j)
        opinion = scene.lower(i) in {"а", "тогда"}
        if cue and (cue.has("say", "deny") or opinion and cue.has("think")) and cue.form != GERUND:
            return any(scene.lower(k) in {"что", "чтобы"} for k in range(j + 1, min(j + 6, limit)))
        if scene.is_finite(j):
            return False
    return False

"""Where a reported clause ends because the author comes back to tell the story on.

«Мэр сказал, что мост закрыт, |в порту это отрицают|».
"""

from molva.quotes.conjunctions import BUT, CLAUSE_OPENERS, COORDINATORS, RELATIVES
from molva.quotes.cues import FINITE, that_at
from molva.quotes.ends.coordination import (
    has_own_subject,
    next_deed,
    reports_on,
    same_form,
    same_subject_goes_on,
)
from molva.quotes.ends.edges import skip_connectives
from molva.quotes.ends.ellipses import other_view
from molva.quotes.ends.gerunds import amid_a_claim, another_gerund, authors_gerund
from molva.quotes.ends.occupied import is_occupied
from molva.quotes.ends.other_shares import another_share, others_report
from molva.quotes.ends.other_voices import (
    another_after_stop,
    another_answers,
    another_body,
    another_is_cited,
    another_leaves_out,
    another_reports,
    another_time,
    cited_anew,
    other_of_two,
    teller_returns,
)
from molva.quotes.ends.received import another_disputes, taken_up, unheeded
from molva.quotes.ends.same_teller import he_says_more, is_he, said_before, teller_goes_on
from molva.quotes.ends.ties import others_differ, told_of_it
from molva.quotes.ends.trailing import cited_behind, relayed, trailing_report
from molva.quotes.ends.untold import left_untold
from molva.quotes.media.medium import CITATION, PASSING, is_medium
from molva.quotes.pieces.titles import is_title
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.subjects import agrees
from molva.tokens.marks import OPENING

SHORT = 4  # words of a clause whose predicate the tagger may have missed: «судно село, сообщили в …»
BELIEVED = frozenset({"считаться", "предполагаться", "полагать"})
FALSE = (["неправда"], ["миф"], ["заблуждение"], ["неверно"])


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
    if form in ENDS:
        return _begins_in_marks(scene, i)
    if form == "(":
        return scene.lower(i + 1) in CITATION or _aside(scene, i, limit) or _names_medium(scene, i, limit)
    if form in {":", "—", "–"} and i + 1 in scene.opens and scene.words.form[i + 1] in OPENING:
        return form == ":" and not _goes_on_in_marks(scene, i, verb, start)
    if form == ":":
        return scene.is_of_this(i + 1)  # «пишет, что мост закроют: об этом узнали в мае»
    if form in DASHES:
        return cited_anew(scene, i + 1, limit) or i > start and _behind_dash(scene, i, verb, limit)
    if form == ";":
        return _behind_semicolon(scene, i, verb, limit)
    if form == ",":  # but «оговорился: впрочем|,| и спал»
        return skip_connectives(scene, start, i) != i and _behind_comma(scene, i, verb, start, limit)
    return scene.lower(i) in {"и", "но"} and _behind_and(scene, i, verb, start, limit)


def _behind_semicolon(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«Мэр сказал, что мост цел|;| он добавил, что рад»: the author tells on, of the same one, of another, or of what was not said."""
    return (
        verb in scene.cues
        and left_untold(scene, i + 1, verb, limit)
        or reports_on(scene, i, i + 1, verb)
        and same_form(scene, i + 1, verb)
        or another_after_stop(scene, i, limit)
        or _talk_goes_on(scene, i + 1, verb)
        or he_says_more(scene, i + 1, verb, limit)
        or cited_anew(scene, i + 1, limit)
        or same_subject_goes_on(scene, i + 1, verb, limit)
    )


def _behind_and(scene: Scene, i: int, verb: int, start: int, limit: int) -> bool:
    """«Мэр сказал, что мост цел, |и| уехал»: the same subject does something else, or a gerund goes on."""
    told = scene.has_predicate(start, i) or reports_on(scene, i, i + 1, verb)
    return told and same_subject_goes_on(scene, i, verb, limit) or another_gerund(scene, i, verb, limit)


def _begins_in_marks(scene: Scene, stop: int) -> bool:
    """«пояснили, что мост закрыт.«Опоры сгнили», — …»: a space is lost, and direct speech begins behind the stop."""
    words, mark = scene.words, stop + 1
    opens = mark in scene.opens and scene.opens[mark] > mark + 2
    glued = words.start[stop - 1] == words.end[stop - 2]  # «дом 3А.«Опоры …»
    return opens and words.form[mark + 1][:1].isupper() and (glued or not scene.in_initial(stop))


def _behind_dash(scene: Scene, dash: int, verb: int, limit: int) -> bool:
    """«…, — он добавил, что …», «… — и уехал»: whether the author speaks behind a dash."""
    comma = scene.words.form[dash - 1] == "," or scene.lower(dash + 1) == "и"
    reports = (comma or is_he(scene, dash + 1)) and _reports_soon(scene, dash + 1, limit)
    reports = reports or said_before(scene, dash + 1, limit)
    reports = reports or authors_gerund(scene, dash + 1, verb, limit)  # «… — имея в виду забастовку»
    return reports or comma and same_subject_goes_on(scene, dash + 1, verb, limit)


def _behind_comma(scene: Scene, comma: int, verb: int, start: int, limit: int) -> bool:
    """«…, сообщили в мэрии», «…, а потом уехал», «…, его слова приводит ТАСС»: whether the author speaks behind a comma."""
    i = comma + 1
    claimed = scene.has_predicate(start, comma) or _equates(scene, start, comma)
    reported = (claimed or _named_and_closed(scene, comma, start, limit)) and trailing_report(scene, i, limit)
    return (
        reported
        and not _goes_on_behind(scene, comma, start, limit)
        or claimed
        and _behind_a_claim(scene, i, verb, start, limit)
        or _is_passed_on(scene, comma, start, limit)
        or teller_goes_on(scene, i, verb, limit)
        and (scene.has_predicate(start, comma) or not amid_a_claim(scene, i, limit))
        or verb in scene.cues
        and other_view(scene, comma, limit) is not None
        or _another_is_heard(scene, i, verb, start, limit)
        or _outcome(scene, start, i)
        or _given_up(scene, i, verb, limit)
    )


def _behind_a_claim(scene: Scene, i: int, verb: int, start: int, limit: int) -> bool:
    """«сообщил, что порт закрыт, |в управе это отрицают|»: what the author may tell once a whole clause was reported."""
    return (
        next_deed(scene, i, verb, limit)
        or another_disputes(scene, i, limit)
        or unheeded(scene, i, verb, limit)
        or taken_up(scene, i, verb, start, limit)
        or teller_returns(scene, i, verb, limit)
        or _closed_in_marks(scene, i, verb, start, limit)
        or _told_of_this(scene, i, limit)
        or he_says_more(scene, i, verb, limit)
        or _is_not_so(scene, i, verb, start)
        or left_untold(scene, i, verb, limit)
    )


def _talk_goes_on(scene: Scene, i: int, verb: int) -> bool:
    """«сказал, что подождёт; |узнав об этом|, мэр уехал», «…; |на вопрос| о порте он не ответил»: how the talk went on is the author's to tell."""
    cue, next_two = scene.cues.get(verb), scene.words.lower[i : i + 2]
    asked = next_two in (["на", "вопрос"], ["на", "вопросы"])
    heard = next_two[:1] in (["узнав"], ["услышав"])
    past = scene.words.feat(verb, "Tense") == "Past"
    return (asked or heard) and past and cue is not None and cue.has("say")


def _is_not_so(scene: Scene, i: int, verb: int, start: int) -> bool:
    """«Многие думают, что скат опасен, |но это не так|»: the author knows better than those who only think."""
    cue, behind = scene.cues.get(verb), scene.words.lower[i + 1 : i + 4]
    denied = behind == ["это", "не", "так"] or behind[:1] == ["это"] and behind[1:2] in FALSE
    thought = cue is not None and (
        cue.has("think") and not cue.has("say") or scene.words.lemma[verb] in BELIEVED
    )
    within = any(k in scene.cues and that_at(scene.words, scene.cues[k].span[1]) for k in range(start, i))
    # «сказал, что многие думают, …, но это не так»
    return scene.lower(i) in BUT | {"хотя"} and denied and thought and not within


def _told_of_this(scene: Scene, i: int, limit: int) -> bool:
    """«…, об этом он сказал в эфире»."""
    return scene.is_of_this(i) and _reports_soon(scene, i, limit)


def _is_passed_on(scene: Scene, comma: int, start: int, limit: int) -> bool:
    """«…, его слова приводит ТАСС», «…, о чём пишет «Вестник»», «…, со ссылкой на мэра»: where the words are from."""
    i = comma + 1
    marked = (scene.lower(i), scene.lower(i + 1)) == ("со", "ссылкой") or told_of_it(scene, i, limit)
    return marked or relayed(scene, i, limit) or cited_behind(scene, comma, start, limit)


def _another_is_heard(scene: Scene, i: int, verb: int, start: int, limit: int) -> bool:
    """«…, а Минфин заявил, что …», «…, а по словам Лаптевой, …», «…, на что тот ответил»: somebody else speaks."""
    return (
        another_reports(scene, i, verb, limit)
        or other_of_two(scene, i, verb, limit)
        or others_differ(scene, i, verb, limit)
        or another_body(scene, i, start)
        or another_leaves_out(scene, i, limit)
        or another_is_cited(scene, i, start, limit)
        or another_time(scene, i, limit)
        or another_answers(scene, i, verb, limit)
        or another_share(scene, i, verb, limit)
        or others_report(scene, i, verb, limit)
        or _answered(scene, i, limit)
    )


def _named_and_closed(scene: Scene, comma: int, start: int, limit: int) -> bool:
    """«сказал, что сейчас |плохое время| для прогулок, пишет «Бакен».»: a noun alone is the predicate, and nothing follows the report.

    The report has its own subject behind it; «сказал, что |мэр|, вернувшись, сообщил о пожаре» waits for its verb.
    """
    words = scene.words
    verb = comma + 1
    told = words.lemma[verb] in PASSING or any(verb < k < limit for k in words.subjects(verb))
    if verb not in scene.cues or not told:
        return False
    if "," in words.form[start:comma] or "," in words.form[verb:limit]:
        return False
    opening = scene.closes.get(comma - 1)
    if opening is not None and words.form[opening + 1][:1].islower():
        return True  # «сказал, что в порту |«громко»|, пишет «Бакен»»: a piece of his words is the predicate
    return any(words.pos[k] == "NOUN" and words.feat(k, "Case") == "Nom" for k in range(start, comma))


def _goes_on_behind(scene: Scene, comma: int, start: int, limit: int) -> bool:
    """«сказал, что спорить не станет, ведь судья|, считает он,| упрям»: a report inside a clause whose predicate follows."""
    words = scene.words
    begin = next((k + 1 for k in range(comma - 1, start, -1) if words.form[k] == ","), None)
    close = next((k for k in range(comma + 1, limit) if words.form[k] == ","), None)
    if begin is None or close is None or scene.has_predicate(begin, comma):
        return False
    hangs = words.lower[begin] in CLAUSE_OPENERS or words.lemma[begin] in RELATIVES
    return hangs and scene.has_predicate(close, limit)


def _given_up(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«Сначала считалось, что льды растают, но вторая проба это опровергла»: a belief of nobody's, and what came of it."""
    words = scene.words
    believed = words.lemma[verb] in BELIEVED and words.feat(verb, "Tense") == "Past"
    if scene.lower(i) not in BUT or not believed or words.feat(verb, "Gender") != "Neut":
        return False
    then = next((k for k in range(i + 1, limit) if scene.is_finite(k)), None)
    return then is not None and words.feat(then, "Tense") == "Past" and has_own_subject(scene, then)


def _outcome(scene: Scene, start: int, i: int) -> bool:
    """«распорядилась, чтобы баржу затопили, однако владелец …»: what came of an order is the author's to tell."""
    return (scene.lower(start - 1), scene.lower(i)) == ("чтобы", "однако")


def _closed_in_marks(scene: Scene, i: int, verb: int, start: int, limit: int) -> bool:
    """«утверждали, что «кран устоит», |а виновным сочли сторожа|»: the marks have held the whole clause.

    «что «кран устоит», но …» may go on; «не …, а …» is one thought, and what has marks of its own is said as well:
    «утверждали, что «кран устоит», а упадут «одни сваи»».
    """
    begin = start if start in scene.opens else start - 1
    whole = scene.opens.get(begin) == i - 2 and scene.has_predicate(begin + 1, i - 2)
    ties = scene.lower(i) == "а" and "не" not in scene.words.lower[begin:i]
    if not whole or not ties or verb not in scene.cues or not scene.has_predicate(i, limit):
        return False
    mark = next((k for k in range(i, limit) if k in scene.opens), None)
    return (
        mark is None
        or any(k in scene.cues for k in range(i, mark))
        or is_title(scene, mark, scene.opens[mark])
    )


def _aside(scene: Scene, bracket: int, limit: int) -> bool:
    """«… достигло 225 человек (ранее сообщалось о 160)»: a last bracket with a verb is the author's own.

    «… закрыли причал (чтобы починить)»: with a conjunction it goes on with the claim.
    """
    close = scene.brackets.get(bracket)
    own = close is not None and close >= limit - 2 and scene.has_predicate(bracket, close)
    return own and (scene.lower(bracket + 1) not in CLAUSE_OPENERS or _comments(scene, bracket + 1))


def _names_medium(scene: Scene, bracket: int, limit: int) -> bool:
    """«… на станции (|ТАСС|).»: a last bracket with nothing but the medium that the words are from."""
    close = scene.brackets.get(bracket)
    return close is not None and close >= limit - 2 and is_medium(scene, bracket + 1, close)


def _comments(scene: Scene, first: int) -> bool:
    """«(что подтвердилось в мае)», «(что было доказано позже)»: «что» is the subject, and stands for all before it."""
    words = scene.words
    neuter = scene.is_finite(first + 1) and words.feat(first + 1, "Gender") == "Neut"
    return words.lower[first] == "что" and neuter and words.feat(first + 1, "Tense") == "Past"


def _answered(scene: Scene, i: int, limit: int) -> bool:
    """«спросил, готов ли причал, на что тот ответил …»: the answer is the author's to tell."""
    return (scene.lower(i), scene.lower(i + 1)) == ("на", "что") and _reports_soon(scene, i + 2, limit)


def _equates(scene: Scene, start: int, end: int) -> bool:
    """«лёд — первая забота»: a clause whose only predicate is a dash."""
    return any(scene.is_dash(k) and not scene.from_to(k) for k in range(start, end)) or end - start < SHORT


def _goes_on_in_marks(scene: Scene, colon: int, verb: int, start: int) -> bool:
    """Whether the marks behind a colon belong to what was reported, and are no new speech of the author's telling."""
    return (
        explains(scene, colon + 1, colon, verb)
        or _speaks_there(scene, colon, verb, start)
        or _named_there(scene, colon, verb)
    )


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
    if is_occupied(scene, scene.cues[told], colon):
        return False  # «заявил, что порт обещал помощь: «…»»
    if any(words.form[k - 1] == "," and words.lower[k] in COORDINATORS for k in range(start + 1, told)):
        return False  # «сообщил, что цех встал, а мэр ответил: «…»»
    subjects = (c for c in range(start, told) if words.is_subject(c) and words.lemma[c] not in RELATIVES)
    return any(agrees(scene, c, told) for c in subjects)


def _named_there(scene: Scene, colon: int, verb: int) -> bool:
    """«По словам мэра, на борту стоит имя: «Отмель»»: no verb speaks, the marks hold a name of the claim."""
    return verb not in scene.cues and is_title(scene, colon + 1, scene.opens[colon + 1])


def _reports_soon(scene: Scene, i: int, limit: int) -> bool:
    """Whether one of the next five words reports."""
    return any(j in scene.cues for j in range(i, min(i + 5, limit)))

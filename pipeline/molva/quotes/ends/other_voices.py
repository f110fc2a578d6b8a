"""Behind a reported clause somebody else speaks: «…, а порт заявил, что …», «…, до этого дипломаты говорили …»."""

from molva.quotes.conjunctions import BUT, CLAUSE_OPENERS, JOINING, OPPOSING, RELATIVES
from molva.quotes.cues import FINITE, GERUND, Cue, that_at
from molva.quotes.ends.coordination import has_own_subject
from molva.quotes.ends.edges import limits
from molva.quotes.ends.trailing import trailing_report
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.speakers.pronouns import NOMINATIVE, THEIRS

BEFORE_AND_AFTER = frozenset({("до", "этого"), ("после", "этого"), ("в", "ответ")})
CONFIRMING_OR_NOT = frozenset("подтвердить подтверждать опровергнуть опровергать отрицать".split())
ONE_BY_ONE = frozenset({"один", "первый", "часть", "некоторый"})
NEXT_ONES = frozenset({"другой", "второй", "третий", "остальной", "прочий"})
TURNS_OUT = frozenset({"выясниться", "оказаться"})
KNOWN = frozenset({"известно", "очевидно", "ясно"})
# what ties a name to the report of another one before it: «Лаптева |в ответ| напомнила», «Орехов |же| считает»
TYING = (
    (",",),
    ("же",),
    ("в", "ответ"),
    ("в", "свою", "очередь"),
    ("со", "своей", "стороны"),
    ("тоже",),
    ("также",),
)
TIES = 3  # with the commas around one of them
CALLED = 8  # words from «назвал» to the marks
TITLE = 6  # words of a title before a name: «губернатор Заречного края Олег Орехов»
REPLIES_ITSELF = frozenset("тот та те он она они".split())


def another_reports(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«…, а Минфин заявил, что …»: after «а», «но», «тогда как» somebody else reports."""
    if scene.lower(i) not in JOINING | {"тогда"}:
        return False
    for j in range(i + 1, min(i + 14, limit)):
        if scene.words.form[j] == ",":
            return False
        cue = scene.cues.get(j)
        opinion = scene.lower(i) in {"а", "тогда"}
        if cue and (_is_untold(cue) or scene.pair_around(j) != scene.pair_around(i)):
            return False
        if cue and _goes_on_himself(scene, i, cue, verb):
            stop = min(cue.span[1] + 8, limit)
            return any(scene.lower(k) in {"что", "чтобы"} or k in scene.opens for k in range(j + 1, stop))
        if cue and (cue.has("say", "deny") or opinion and cue.has("think")) and cue.form != GERUND:
            return any(scene.lower(k) in {"что", "чтобы"} for k in range(j + 1, min(j + 6, limit)))
        if scene.is_finite(j):
            return False
    return False


def _is_untold(cue: Cue) -> bool:
    """«рассказал, что всё терпел, |а сын не говорил, что| его бьют»: what nobody has said is told by who speaks."""
    return cue.negated and cue.has("say") and not cue.has("deny", "state")


def other_of_two(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«Один говорит, что мост закрыт, |другой утверждает, что| открыт»: the next of those who are told one by one."""
    words = scene.words
    if i >= limit:
        return False  # a text that a comma ends
    cue = scene.cues.get(i + 1)
    first = any(words.lemma[k] in ONE_BY_ONE for k in words.subjects(verb))
    if words.lemma[i] not in NEXT_ONES or cue is None or cue.form != FINITE or not first:
        return False
    return cue.has("say", "think") and cue.span[1] < limit and words.form[cue.span[1]] in {",", ":"}


def _goes_on_himself(scene: Scene, i: int, cue: Cue, verb: int) -> bool:
    """«отметил, что рыбы нет, |однако он призвал| «ждать»»: «он» right before a verb that reports as well, as who has just spoken."""
    words, pronoun = scene.words, i + 1
    beside = cue.span[0] == pronoun + 1 and scene.lower(i) in BUT and cue.form == FINITE
    if not beside or scene.lower(pronoun) not in NOMINATIVE:
        return False
    alike = (words.feat(cue.head, f) == words.feat(verb, f) for f in ("Number", "Gender", "Tense"))
    thinks = (
        cue.has("think") and words.feat(cue.head, "Aspect") == "Perf"
    )  # «не исключил», but «он думал, что»
    return all(alike) and (thinks or cue.has("say", "demand"))


def another_body(scene: Scene, i: int, start: int) -> bool:
    """«ТАСС писал, что мост закрыт, «Вестник» сообщал о ремонте»: a named body and its own verb of saying.

    «…, |а депутат Лаптева назвала| арест «ошибкой»» has words of hers in marks.
    """
    words = scene.words
    if scene.lower(i) == "а":
        return _calls_it(scene, i + 1, start)
    first = i + 1 if i in scene.opens else i
    stop = _titled_stop(scene, first)
    if stop is None:
        if first >= len(words) or words.ent[first] != "ORG" or words.feat(first, "Case") not in {"Nom", ""}:
            return False
        stop = scene.opens[i] + 1 if i in scene.opens else _name_stop(scene, first)
    stop = _past_ties(scene, stop)
    subordinate = any(words.lower[k] in {"когда", "если", "хотя", "пока"} for k in range(start, i))
    cue = scene.cues.get(stop)
    if cue is None or subordinate:
        return False
    thinks = cue.has("think") and that_at(words, cue.span[1])
    return thinks or cue.has("say", "rate", "deny")


def _calls_it(scene: Scene, first: int, start: int) -> bool:
    """«а |депутат Лаптева назвала| арест «ошибкой»»: who has a title and a name rates something in marks, as nobody before has."""
    words, stop = scene.words, _titled_stop(scene, first)
    cue = scene.cues.get(_past_ties(scene, stop)) if stop is not None else None
    if cue is None or cue.form != FINITE or not cue.has("rate"):
        return False
    limit = min(cue.span[1] + CALLED, scene.sentence(first)[1])
    marked = next((k for k in range(cue.span[1], limit) if k in scene.opens or words.form[k] == ","), None)
    rated = any(k in scene.cues and scene.cues[k].has("rate") for k in range(start, first))
    return marked in scene.opens and not rated


def another_after_stop(scene: Scene, semicolon: int, limit: int) -> bool:
    """«Зуев заявил, что мост закроют; |Лаптева возразила, что| …»: behind a semicolon somebody named reports on his own."""
    words, first = scene.words, semicolon + 1
    if first >= limit:
        return False
    stop = _titled_stop(scene, first)
    if stop is None:
        if words.ent[first] not in {"PER", "ORG"} or words.feat(first, "Case") not in {"Nom", ""}:
            return False
        stop = _name_stop(scene, first)
    cue = scene.cues.get(_past_ties(scene, stop))
    if cue is None or cue.form != FINITE or not cue.has("say", "think", "deny"):
        return False
    return that_at(words, cue.span[1])


def another_leaves_out(scene: Scene, i: int, limit: int) -> bool:
    """«мэр считает, что мост цел, |депутат Лаптева — что| …»: the other one's verb is left out, a dash stands for it."""
    words = scene.words
    dash = next((k for k in range(i + 1, min(i + TITLE + 2, limit)) if scene.is_dash(k)), None)
    if dash is None or scene.lower(dash + 1) != "что" or scene.has_predicate(i, dash):
        return False
    first = i + (scene.lower(i) == "а")
    nominative = words.feat(first, "Case") == "Nom" and words.pos[first] in {"NOUN", "PROPN", "PRON"}
    return nominative or words.ent[first] in {"PER", "ORG"}


def _past_ties(scene: Scene, j: int) -> int:
    """The word behind «же», «в ответ», «, в свою очередь,»: what may stand between a name and its verb.

    Commas may stand around it or not, and «же» and «тоже» open no sentence: other words than those that the narrator
    says by the way (``between_commas``).
    """
    words = scene.words
    for _ in range(TIES):
        tie = next((t for t in TYING if tuple(words.lower[j : j + len(t)]) == t), None)
        if tie is None:
            break
        j += len(tie)
    return j


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
    """The word behind a name that begins at ``first``."""
    words, stop = scene.words, first
    while stop < len(words) and words.ent[stop] == words.ent[first] and words.sent[stop] == words.sent[first]:
        stop += 1
    return stop


def another_is_cited(scene: Scene, i: int, start: int, limit: int) -> bool:
    """«По данным МЧС, жертв нет, а по словам Лаптевой, двое ранены»: somebody is cited, or the same one again.

    «…, а согласно отчёту порта, …» cites a paper.
    """
    by = _cited_by(scene, i)
    if by is None:
        return False
    words, markers = scene.words, word_list("markers")
    if words.lower[by] == "согласно":
        paper = next((k for k in range(by + 1, min(by + 4, limit)) if words.pos[k] == "NOUN"), by)
        return by > i and words.lemma[paper] not in word_list("norms")
    noun = next((k for k in range(by + 1, min(by + 4, limit)) if words.lemma[k] in markers), None)
    if noun is None:
        return False
    owned = any(words.lower[k] in THEIRS for k in range(by, noun)) or words.feat(noun + 1, "Case") == "Gen"
    return by > i or owned and _two_sentences(scene, start, i - 1, noun, limit)


def _cited_by(scene: Scene, i: int) -> int | None:
    """Where «по словам» may stand: right behind a comma, or behind «а», «но», «при этом» and what is no predicate."""
    words, at = scene.words, i
    though = (scene.lower(i), scene.lower(i + 1)) == ("при", "этом")
    if though or scene.lower(i) in OPPOSING | {"причем", "притом"}:
        at = i + 1
    near = range(at, min(at + (4 if at > i else 1), len(words)))
    by = next((k for k in near if words.lower[k] in {"по", "согласно"}), None)
    return None if by is None or scene.has_predicate(at, by) else by


def _two_sentences(scene: Scene, start: int, comma: int, noun: int, limit: int) -> bool:
    """«сообщил, что цех сгорел, по его словам, виновата проводка»: both clauses are whole, none hangs on the other.

    «сообщил, что завод закроют, по его словам, до конца года», «что лёд, по его словам, тонок» are one.
    """
    words = scene.words
    behind = next((k for k in range(noun + 1, min(noun + TITLE, limit)) if words.form[k] == ","), None)
    if behind is None or scene.has_predicate(noun, behind):
        return False
    begin = next((k + 1 for k in range(comma - 1, start, -1) if words.form[k] == ","), start)
    stop = next((k for k in range(behind + 1, limit) if words.form[k] == ","), limit)
    hangs = CLAUSE_OPENERS & {scene.lower(begin), scene.lower(behind + 1)} or words.lemma[begin] in RELATIVES
    whole = scene.has_predicate(begin, comma) and scene.has_predicate(behind, stop)
    return whole and not hangs and scene.has_subject(behind + 1, stop)


def speaks_for_it(scene: Scene, i: int, verb: int) -> bool:
    """«Порт подтвердил, что причал закрыт, |его представители попросили| о встрече»: its people speak on for a body."""
    words, people = scene.words, i + 1
    cue = scene.cues.get(people + 1)
    if scene.lower(i) not in THEIRS or cue is None or not cue.has("say", "demand") or cue.form == GERUND:
        return False
    body = any(words.feat(c, "Animacy") != "Anim" and words.ent[c] != "PER" for c in words.subjects(verb))
    return body and words.feat(people, "Animacy") == "Anim" and words.feat(people, "Case") == "Nom"


def another_time(scene: Scene, i: int, limit: int) -> bool:
    """«сообщило о двенадцати, до этого дипломаты говорили о шести»: the author goes to another time."""
    first, second = scene.lower(i), scene.lower(i + 1)
    if (first, second) == ("после", "того"):
        return False  # «сказал, что уволен, после того как порт обвинил его»
    if first not in {"ранее", "позже", "позднее", "после"} and (first, second) not in BEFORE_AND_AFTER:
        return False
    verb = next((k for k in range(i + 1, min(i + 8, limit)) if scene.is_finite(k)), None)
    if verb is None or verb not in scene.cues or not has_own_subject(scene, verb):
        return False
    if (first, second) == ("после", "чего"):  # «…, после чего капитан объявил о поломке»: the story goes on
        return any(scene.lower(k) in {"что", "чтобы", ":"} for k in range(verb + 1, min(verb + 6, limit)))
    return True


def another_answers(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«опасались, что порт закроют, однако управа подтвердила рейсы»: somebody else answers what was reported.

    «…, однако позже выяснилось, что …», «…, однако известно, что …»: the narrator knows better. And behind a
    question: «спросил мэра, закроют ли мост, |тот ответил|, что …».
    """
    if i in scene.opens and any(k in scene.cues for k in range(limits(scene, verb)[0], verb)):
        i += 1  # «В письме сказано, что мэр отметил, что порт закрыт, «однако известно, что …»»
    if scene.lower(i) in REPLIES_ITSELF and scene.words.lemma[i + 1 : i + 2] in (["ответить"], ["отвечать"]):
        return scene.cues[verb].has("ask") if verb in scene.cues else False
    if scene.lower(i) not in BUT:
        return False
    if scene.lower(i + 1) in KNOWN and scene.lower(i + 3) == "что":
        return True
    then = next((k for k in range(i + 1, min(i + 12, limit)) if scene.is_finite(k)), None)
    if then is None:
        return False
    if scene.words.lemma[then] in TURNS_OUT and scene.lower(then + 2) == "что":
        return True
    if scene.words.lemma[then] not in CONFIRMING_OR_NOT or then not in scene.cues:
        return False
    return has_own_subject(scene, then) and all(scene.words.form[k] != "," for k in range(i, then))


def teller_returns(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«Мне сказали, что денег нет, |и я пошёл домой|», «говорит, что его подрезали, |проверяем записи|»: who tells it all.

    What somebody else said holds no «я» of the teller's as its subject.
    """
    words = scene.words
    if i >= limit:
        return False  # a text that a comma ends
    spoken = scene.pair_around(i) is not None or scene.is_dash(scene.paragraph(i)[0])
    if not spoken or verb not in scene.cues or words.feat(verb, "Person") == "1" or _by_oneself(scene, verb):
        return False
    if scene.lower(i) in JOINING:
        own = scene.lower(i + 1) in {"я", "мы"}
        return own and any(scene.is_finite(k) for k in range(i + 2, min(i + 6, limit)))
    told = words.pos[i] == "VERB" and words.feat(i, "Person") == "1" and words.feat(i, "Mood") != "Imp"
    return told and words.feat(i, "Tense") == "Pres"


def _by_oneself(scene: Scene, verb: int) -> bool:
    """«|я| сказал», «|мы| решили»: the teller's own report."""
    return any(scene.lower(c) in {"я", "мы"} for c in scene.words.subjects(verb))


def cited_anew(scene: Scene, i: int, limit: int) -> bool:
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

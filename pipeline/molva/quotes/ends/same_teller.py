"""Where a reported clause ends because the one who has told it speaks again, or does something.

«Мэр сказал, что уходит, |после чего уехал|», «…, что рыбаки пьют, |он назвал| это глупым».
"""

from molva.quotes.conjunctions import RELATIVES
from molva.quotes.cues import FINITE, that_at
from molva.quotes.ends.coordination import reports_on, same_form, same_subject_goes_on
from molva.quotes.ends.gerunds import authors_gerund
from molva.quotes.ends.other_voices import speaks_for_it
from molva.quotes.ends.ties import another_topic, tied_report
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.speakers.pronouns import NOMINATIVE, THEIRS

TIME = 8  # words of a time before its verb: «так, вечером 15 июня он говорил»
OTHERWISE = frozenset("обратное иное другое противоположное".split())  # «хотя ранее утверждал |обратное|»
MORE = frozenset({"также", "затем", "потом"})  # «…, |также| он назвал»


def teller_goes_on(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«…, добавив, что …», «…, но отметил, что …», «…, после чего уехал»: who has told it acts or speaks again."""
    governed = verb in scene.cues or scene.words.pos[verb] == "NOUN"
    return (
        governed
        and authors_gerund(scene, i, verb, limit)
        or same_subject_goes_on(scene, i, verb, limit)
        or speaks_for_it(scene, i, verb)
        or _describes_it(scene, i, verb, limit)
        or _said_otherwise(scene, i, verb)
        or _therefore(scene, i, verb, limit)
        or tied_report(scene, i, verb, limit)
        or another_topic(scene, i, verb, limit)
        or _afterwards(scene, i, verb, limit)
    )


def he_says_more(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«сказал, что рыбаки пьют, |он назвал| это глупым»: the speaker's next words, where the clause has nobody who is «он»."""
    he = i + (scene.lower(i) in MORE)
    told = he + 1
    if told >= limit or not is_he(scene, he) or told not in scene.cues or verb not in scene.cues:
        return False
    cue = scene.cues[told]
    same = cue.form == FINITE and scene.words.feat(told, "Tense") == "Past" and same_form(scene, told, verb)
    goes_on = scene.words.lemma[told] in word_list("adding") and that_at(scene.words, told + 1)
    return same and cue.has("say", "rate") and (goes_on or not _another_may_be_meant(scene, i, verb, told))


def said_before(scene: Scene, i: int, limit: int) -> bool:
    """«сообщил, что смета выросла — ранее он говорил, что денег хватит», «… — так, в мае он говорил, что …»."""
    he = next((k for k in range(i, min(i + TIME, limit)) if is_he(scene, k)), None)
    if he is None or scene.has_predicate(i, he):
        return False
    cue = next((scene.cues[k] for k in range(he + 1, min(he + 3, limit)) if k in scene.cues), None)
    return cue is not None and cue.has("say") and that_at(scene.words, cue.span[1])


def _describes_it(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«сказала, что соседи поют, чью речь она назвала «песней»»: in a clause about a noun the same one tells again.

    «сказала, что нашла дом, который она назвала «ульем»» is all told: she may be whom the clause tells of.
    """
    words = scene.words
    which = next((k for k in (i, i + 1) if k < limit and words.lemma[k] in RELATIVES), None)
    if which is None:
        return False
    stop = next((k for k in range(i, limit) if words.form[k] == ","), limit)
    he = next((k for k in range(which + 1, stop) if is_he(scene, k)), None)
    if he is None or he + 1 >= stop or scene.has_predicate(i, he):
        return False
    cue = scene.cues.get(he + 1)
    before = next((k for k in range(i - 1, verb, -1) if scene.is_finite(k)), None)
    another = before is None or not same_form(scene, before, verb)
    return another and cue is not None and cue.has("rate", "say") and same_form(scene, he + 1, verb)


def _therefore(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«полагала, что порт закрыт, поэтому осталась дома»: what one has done upon a thought is the author's to tell.

    «сказала, что больна, поэтому осталась дома» is said.
    """
    cue = scene.cues.get(verb)
    done = next((j for j in range(i + 1, limit) if scene.is_finite(j)), None)
    if scene.lower(i) != "поэтому" or cue is None or cue.has("say") or done is None:
        return False
    words = scene.words
    subjects = words.subjects(done)
    agree = all(words.feat(done, f) == words.feat(verb, f) for f in ("Number", "Gender"))
    return words.feat(done, "Tense") == "Past" and agree and all(is_he(scene, c) for c in subjects)


def _said_otherwise(scene: Scene, i: int, verb: int) -> bool:
    """«сообщил, что мост закрыт, хотя |ранее утверждал|, что …»: nothing in the clause can have said it."""
    cues = (k for k in range(i + 1, i + 4) if k in scene.cues)
    told = next(cues, None)
    if scene.lower(i) != "хотя" or told is None or not same_form(scene, told, verb):
        return False
    return scene.lower(told + 1) in OTHERWISE or reports_on(scene, i, told, verb)


def _afterwards(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«сказал, что уходит, после чего отправился …»: what the speaker did next is the author's to tell.

    «сказал, что сторож провёл там год, после чего ушёл» goes on: the clause's own verb agrees as well. What has
    happened after it cannot follow on what is yet to come: «пригрозил, что взорвёт гараж, после чего его задержали».
    """
    if (scene.lower(i), scene.lower(i + 1)) != ("после", "чего"):
        return False
    following = next((j for j in range(i + 2, limit) if scene.is_finite(j)), None)
    if following is None:
        return False
    before = [k for k in range(i - 1, verb, -1) if scene.is_finite(k)]
    if _is_past_after_future(scene, before, following):
        return True
    if not same_form(scene, following, verb) or _is_of_nobody(scene, verb):
        return False
    another = not before or not same_form(scene, before[0], following)
    subjects = scene.words.subjects(following)
    if any(not is_he(scene, c) for c in subjects):
        return False
    return another and not (subjects and _another_may_be_meant(scene, i, verb, following))


def _is_of_nobody(scene: Scene, verb: int) -> bool:
    """«|В МВД сообщили|, что водитель был пьян, после чего его задержали»: no subject, who could have done so next."""
    return scene.words.feat(verb, "Number") == "Plur" and not scene.words.subjects(verb)


def _is_past_after_future(scene: Scene, before: list[int], following: int) -> bool:
    """«мост |закроют|, после чего журналисты |спросили|»: all that was said is yet to come."""
    words = scene.words
    to_come = bool(before) and all(words.feat(k, "Tense") == "Fut" for k in before)
    return to_come and words.feat(following, "Tense") == "Past"


def _another_may_be_meant(scene: Scene, i: int, verb: int, following: int) -> bool:
    """«сказал, что сторожа сбила лодка, после чего он заболел»: «он» may be somebody of the clause, who is no body."""
    words = scene.words
    if not scene.has_predicate(verb + 1, i):
        return False  # «Мост закрыт, сообщил |мэр|; он добавил, что …»: no clause stands between
    living = (
        k
        for k in range(verb + 1, i)
        if words.ent[k] == "PER" or words.feat(k, "Animacy") == "Anim" or words.lower[k] in THEIRS
    )
    return any(
        words.feat(k, "Gender") in {"", words.feat(following, "Gender")}
        and (words.feat(k, "Number") != "Plur" or words.lower[k] in THEIRS)
        for k in living
    )


def is_he(scene: Scene, i: int) -> bool:
    """Whether a pronoun of the third person stands there, in the nominative."""
    return scene.lower(i) in NOMINATIVE

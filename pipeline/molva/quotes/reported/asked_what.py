"""«Что» that asks: «рассказал, |что| известно о пожаре», «|что| делать», «|что| такое лёд»; it is a part of what is told."""

from molva.lexicon.analyses import analyses_of
from molva.quotes.cues import FINITE, Cue
from molva.quotes.ends.clause_ends import SUBJECT_POS
from molva.quotes.ends.clauses import PREDICATIVES
from molva.quotes.scene import CLAUSE_EDGES, ENDS, Scene
from molva.quotes.sources.subjects import agrees

# «добились чёткого ответа, что привело к миру»: what follows from all before, said of no word
CONSEQUENCES = frozenset(
    "привести позволить вызвать повлечь помочь помешать означать свидетельствовать".split()
)

# «рассказал, что |мешает| рынку»: verbs of things, which say of nobody what he does
OF_THINGS = frozenset(
    "измениться изменяться поменяться мешать помешать влиять повлиять грозить скрываться объединять отличать "
    "связывать беспокоить".split()
)
# «рассказал, что |стоит за| пожаром», «что |будет на| пустыре»: what is where no person would be
PLACED = {"стоять": {"за"}, "быть": {"на", "вместо"}, "лежать": {"в"}}
# «рассказал, что |ждёт| порт»: of who waits himself the same is said of a person or a day
AWAITING = frozenset({"ждать", "ожидать"})

# «|рассказала|, что построят», «|объяснил|, что ждёт порт»: verbs that answer questions
EXPLAINING = frozenset(
    "рассказать рассказывать объяснить объяснять пояснить пояснять раскрыть раскрывать поведать спросить спрашивать".split()
)
NOTHING = frozenset(
    "нечего некого некому нечем негде некуда незачем некогда".split()
)  # «что спасать |нечего|»
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})

QUESTION_WORDS = frozenset(
    "как когда где куда откуда почему зачем кто кому кого чем сколько".split()
)  # «что |и где| строят»


def begins_question(scene: Scene, i: int, cue: Cue) -> bool:
    """«рассказал, |что такое лёд|», «что это за порт», «что делать при шторме», «что мешает рынку», «что и как строят»: the content begins at «что»."""
    words, verb = scene.words, i + 1
    if words.lower[i] != "что" or verb + 1 >= len(words):
        return False
    if asks_what(scene, i, cue) or _is_such(scene, verb):
        return True
    if words.lower[verb] == "и" and words.lower[verb + 1] in QUESTION_WORDS:
        return True
    stop = clause_stop(scene, verb)
    if words.feat(verb, "VerbForm") == "Inf" or words.lower[verb] in PREDICATIVES:
        return _to_be_done(scene, i, stop, answers=words.lemma[cue.head] in EXPLAINING)
    answers = words.lemma[cue.head] in EXPLAINING and cue.form == FINITE
    return answers and not _has_subject(scene, verb, stop) and _has_room(scene, verb, stop, cue)


def _is_such(scene: Scene, first: int) -> bool:
    """«что |такое| лёд», «что |это за| порт», «что |это были за| слова», «что |будет с| портом», but not «что такое решение принято»."""
    words, lower = scene.words, scene.words.lower
    if lower[first] == "такое":
        named = words.pos[first + 1] in {"NOUN", "PROPN", "ADJ"} or first + 1 in scene.opens
        return named and not scene.has_predicate(first, clause_stop(scene, first))
    if lower[first : first + 2] == ["это", "такое"]:
        return True
    behind = first + 1 + (words.lemma[first + 1] == "быть" and words.lemma[first] == "это")
    if behind < len(words) and lower[first] == "это" and lower[behind] == "за":
        return scene.lower(behind + 1) not in {"счет", "пределами"}
    return (
        lower[first] in {"будет", "было"}
        and lower[first + 1] in {"с", "со"}
        and words.feat(first + 2, "Case") == "Ins"
    )


def clause_stop(scene: Scene, first: int) -> int:
    """The comma, dash or full stop behind which a clause is over; marks around a piece of it end nothing."""
    forms = scene.words.form
    return next((k for k in range(first, len(forms)) if forms[k] in CLAUSE_EDGES | ENDS), len(forms))


def _to_be_done(scene: Scene, i: int, stop: int, *, answers: bool) -> bool:
    """«что |делать| при шторме», «что |нужно делать|»: an infinitive that rules its clause and lacks its object.

    «заявил, что менять порядок поздно» has both a predicate and an object, «что нужно уйти» no place for one;
    behind a predicative only a verb that ``answers`` is followed by a question: «заявил, что |нельзя| уступать».
    """
    words = scene.words
    verb = next((k for k in range(i + 1, stop) if words.feat(k, "VerbForm") == "Inf"), None)
    if verb is None or not _takes_object(words.form[verb]) or has_object_behind(scene, verb, stop):
        return False
    if verb > i + 1:
        return answers and words.pos[i] == "PRON" and words.feat(i, "Case") == "Acc" and verb == i + 2
    told = scene.has_predicate(verb, stop) or any(
        words.lower[k] in PREDICATIVES | NOTHING for k in range(verb, stop)
    )
    return not told and stop < len(words) and not scene.is_dash(stop) and words.pos[stop - 1] != "ADV"


def _has_room(scene: Scene, verb: int, stop: int, cue: Cue) -> bool:
    """Whether a verb right behind «что» lacks a subject or an object that it needs, and «что» is this.

    A verb of things: «что |мешает| рынку»; of what is to come to a place: «что |ждёт| порт»; of many, where one
    is the teller, without its object: «что |построят| на пустыре».
    """
    words = scene.words
    ruling = _ruling(scene, verb, stop)
    if words.lemma[ruling] in OF_THINGS or _causes(scene, verb, ruling):
        return words.feat(verb, "Number") == "Sing"
    if words.lemma[verb] in AWAITING:
        place = words.ent[verb + 1] in {"LOC", "ORG"} or words.feat(verb + 1, "Animacy") == "Inan"
        return place and words.feat(verb + 1, "Case") in {"Acc", "Nom"}
    many = words.feat(verb, "Number") == "Plur" and words.feat(cue.head, "Number") == "Sing"
    done = many and words.feat(verb, "VerbForm") == "Fin" and _takes_object(words.form[verb])
    return done and not has_object_behind(scene, verb, stop)


def _ruling(scene: Scene, verb: int, stop: int) -> int:
    """«что может |помешать| рынку»: the infinitive behind «может», else the verb itself."""
    words = scene.words
    later = (k for k in range(verb + 1, min(verb + 3, stop)) if words.feat(k, "VerbForm") == "Inf")
    return next(later, verb) if words.lemma[verb] == "мочь" else verb


def _causes(scene: Scene, verb: int, ruling: int) -> bool:
    """«что |стало причиной| пожара», «что |может привести| к аварии», «что |стоит за| ростом цен»: no doing of whoever tells it."""
    words, lemma, behind = scene.words, scene.words.lemma[ruling], scene.lower(ruling + 1)
    if words.feat(verb, "Gender") in {"Masc", "Fem"}:
        return False
    if lemma == "стать":
        return words.feat(ruling + 1, "Case") == "Ins" and words.feat(ruling + 1, "Animacy") == "Inan"
    return lemma in CONSEQUENCES - {"помочь"} or behind in PLACED.get(lemma, ())


def _has_subject(scene: Scene, verb: int, stop: int) -> bool:
    """Whether something in the nominative stands in the clause beside «что»; what the verb waits for is none."""
    words = scene.words
    first = verb + 1 + (words.lemma[verb] in AWAITING)
    return any(words.feat(k, "Case") == "Nom" and words.pos[k] in NOMINAL for k in range(first, stop))


def _takes_object(form: str) -> bool:
    """«построят», «делать»: a verb that has, read as it mostly is, an object in the accusative."""
    verb = next((one for one in analyses_of(form) if one.pos in {"VERB", "INFN"}), None)
    return verb is not None and "tran" in verb.grammemes


def has_object_behind(scene: Scene, verb: int, stop: int) -> bool:
    """«построят |дом|», «делать |это|»: a noun in the accusative, behind no preposition."""
    words = scene.words
    objects = (k for k in range(verb + 1, stop) if words.feat(k, "Case") == "Acc" and words.pos[k] in NOMINAL)
    return any(not _under_preposition(scene, k, verb) for k in objects)


def _under_preposition(scene: Scene, i: int, verb: int) -> bool:
    """«построят |на| этой неделе»: whether a preposition stands before a noun and what agrees with it."""
    words = scene.words
    before = next((k for k in range(i - 1, verb, -1) if words.pos[k] not in {"ADJ", "DET", "NUM"}), verb)
    return words.pos[before] == "ADP"


def asks_what(scene: Scene, i: int, cue: Cue | None = None) -> bool:
    """«рассказал, что известно о пожаре», «что привело к аварии»: a question word, which is part of what is told.

    It is the subject of a neuter verb that has no other, and that the subject of the cue cannot have either.
    """
    words, verb = scene.words, i + 1
    if words.lower[i] != "что" or verb >= len(words):
        return False
    if words.lemma[verb] in {"известный", "происходить", "произойти", "случиться", "твориться"}:
        return scene.is_finite(verb) and not _happens_itself(scene, verb)
    if words.lower[verb] == "стало" and scene.lower(verb + 1) in {"с", "со"} and not words.subjects(verb):
        return True  # «рассказал, что стало с деньгами»
    neuter = words.feat(verb, "Gender") == "Neut" and words.feat(verb, "VerbForm") == "Fin"
    asks = words.pos[i] == "PRON" and words.dep[i] == "nsubj" and words.head[i] == verb
    asks = asks or words.lemma[verb] in CONSEQUENCES and not words.subjects(verb)  # they need a subject
    return asks and neuter and (cue is None or words.feat(cue.head, "Gender") not in {"Neut", ""})


def _happens_itself(scene: Scene, verb: int) -> bool:
    """«сообщил, что произошла авария», «что произошло возгорание»: the verb has a subject, and «что» is none.

    «утверждает, что случившееся его напугало» has no such verb at all.
    """
    words = scene.words
    named = any(
        c > verb and words.pos[c] in SUBJECT_POS and agrees(scene, c, verb) for c in words.subjects(verb)
    )
    return named or words.feat(verb, "Gender") in {"Masc", "Fem"} or words.feat(verb, "Number") == "Plur"

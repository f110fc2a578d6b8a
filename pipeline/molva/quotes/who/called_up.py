"""Whom somebody has called up or written to: «Я звонила в банк. Мне ответили, что …», «Зуев написал мэру. Ему сказали: …».

Who answers «мне» or «ему» in a verb without a subject is whoever has been spoken to just before; or those who have
come to do something to him: «Его допросили агенты. Ему сообщили, что …», «Ей позвонили из банка и сказали, что …».
"""

from collections.abc import Iterator

from molva.lexicon.nouns import bodies
from molva.quotes.draft import Draft
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.places_apart import TO_WHOM
from molva.quotes.verbs import ANSWERING
from molva.speakers.pronouns import THEIRS

NEAR = 2  # sentences looked back
REACH = 6  # words from the verb to whom it calls
CONTACTING = frozenset(
    "звонить позвонить дозвониться созвониться обратиться обращаться написать писать пожаловаться жаловаться "
    "прийти пойти".split()
)
REPORTING = frozenset({"докладывать", "доложить"})  # to whom: he may answer, but «нам сказали» is anybody's
# who is asked, warned or sent for stands as an object, or «у» him and «в» them: «предупредили |мэрию|», «спросила |в банке|»
ASKING_ONE = frozenset(
    "предупреждать предупредить спрашивать спросить просить попросить вызывать вызвать запросить".split()
)
SENDING = frozenset("отправить отправлять направить направлять послать подать подавать".split())
GOING = frozenset("ходить сходить ездить съездить поехать".split())
RINGING = frozenset({"звонить", "позвонить", "перезвонить"})
TO_ONE = TO_WHOM - {"нам", "им"}
WHITHER = frozenset({"в", "во", "на"})
DASHES = frozenset("—–-")
OPENING_MARKS = frozenset('.!?«„"')


def called_up(scene: Scene, draft: Draft) -> Source | None:
    """Who has been called up in this sentence or those right before, and answers now."""
    words, verb = scene.words, draft.verb
    if verb is None:
        return None
    if (caller := _caller(scene, verb)) is not None:
        return caller
    if not any(words.lower[i] in TO_WHOM for i in _around(scene, verb)):
        return _asked(scene, verb) if _answers(scene, verb) else None
    return _asked(scene, verb) or _doers(scene, verb)


def _answers(scene: Scene, verb: int) -> bool:
    """«Написала в банк. |Ответили|, что …», «Звоним в банк — |говорят|, что …»: a verb of answering, or behind the dash of the call."""
    words, start = scene.words, scene.sentence(verb)[0]
    behind_call = verb - 1 > start and words.form[verb - 1] in DASHES
    opens = verb == start or words.form[verb - 1] in OPENING_MARKS
    return behind_call or words.lemma[verb] in ANSWERING and opens


def _caller(scene: Scene, verb: int) -> Source | None:
    """«Ей позвонили |из банка| и сказали, что …»: the body that those who call are from, in this sentence."""
    words, start = scene.words, scene.sentence(verb)[0]
    calls = (i for i in range(verb - 1, start - 1, -1) if words.lemma[i] in RINGING)
    call = next((i for i in calls if words.feat(i, "Number") == "Plur" and not words.subjects(i)), None)
    if call is None:
        return None
    out_of = next((i for i in range(call + 1, min(call + REACH, verb)) if words.lower[i] == "из"), verb)
    noun = next((i for i in range(out_of + 1, verb) if words.pos[i] in {"NOUN", "PROPN"}), None)
    return phrase(scene, noun, out_of + 1, verb) if noun is not None else None


def _doers(scene: Scene, verb: int) -> Source | None:
    """«Его допросили |агенты службы|. Ему сообщили, что …»: the several people of the sentence right before, to one man."""
    words, start = scene.words, scene.sentence(verb)[0]
    one = any(words.lower[i] in TO_ONE for i in _around(scene, verb))
    if not one or not start or words.par[start - 1] != words.par[verb]:
        return None
    low, high = scene.sentence(start - 1)
    people = [
        noun
        for doing in range(low, high)
        if words.feat(doing, "VerbForm") == "Fin"
        for noun in words.subjects(doing)
        if words.pos[noun] == "NOUN"
        and words.feat(noun, "Animacy") == "Anim"
        and words.feat(noun, "Number") == "Plur"
    ]
    return phrase(scene, people[0], low, high) if len(people) == 1 else None


def _asked(scene: Scene, verb: int) -> Source | None:
    """Who has been called up in this sentence or the two before."""
    words = scene.words
    for i in range(verb - 1, _first(scene, verb) - 1, -1):
        lemma = words.lemma[i] if words.pos[i] == "VERB" else ""
        answered = lemma in REPORTING and words.lemma[verb] in ANSWERING
        if answered or lemma in CONTACTING | ASKING_ONE | SENDING | GOING:
            noun = next(_addressed(scene, i) if lemma in ASKING_ONE else _called(scene, i), None)
            if noun is None:
                return None
            start, end = scene.sentence(i)
            return phrase(scene, noun, start, _clause_end(scene, noun, min(end, verb)))
    return None


def _around(scene: Scene, verb: int) -> range:
    """The words beside the verb: «|мне| ответили», «сказали |ему|»."""
    start, end = scene.sentence(verb)
    return range(max(verb - 2, start), min(verb + 2, end))


def _first(scene: Scene, verb: int) -> int:
    """Where one looks back to: two sentences before, in this paragraph."""
    words = scene.words
    first = start = scene.sentence(verb)[0]
    for _ in range(NEAR):
        if start == 0 or words.par[start - 1] != words.par[verb]:
            break
        first = start = scene.sentence(start - 1)[0]
    return first


def _called(scene: Scene, verb: int) -> Iterator[int]:
    """«звонила |в банк|», «|диспетчеру| звонил»: the body that one turns to, or who is spoken to in the dative."""
    words = scene.words
    start, end = scene.sentence(verb)
    behind = range(verb + 1, min(verb + REACH, end))
    comma = next(
        (i for i in behind if words.form[i] == ","), end
    )  # «Рыбаки пишут, |что в сторону порта ушёл паром|»
    before = range(verb - 1, max(verb - REACH, start - 1), -1)
    for i in (*behind[: comma - verb - 1], *before):
        if words.pos[i] not in {"NOUN", "PROPN"}:
            continue
        case, whither = words.feat(i, "Case"), range(max(i - 2, start), i)
        body = words.lemma[i] in bodies() or words.ent[i] == "ORG"
        hears = case == "Dat" and (words.feat(i, "Animacy") == "Anim" or body)
        goes = words.lemma[verb] not in SENDING | GOING or body
        accusative = case in {"Acc", ""} or words.form[i].isupper()  # «звоним в |МЧС|»
        cited = any(
            words.lemma[k] == "ссылка" for k in range(max(i - 4, start), i)
        )  # «|со ссылкой на рыбаков| пишут»
        if hears or goes and accusative and not cited and any(words.lower[k] in WHITHER for k in whither):
            yield i


def _addressed(scene: Scene, verb: int) -> Iterator[int]:
    """«предупредили |мэрию|», «вызвали |полицию|», «спросила |у кассира|», «спросила |в банке|»: who is to answer."""
    words, end = scene.words, scene.sentence(verb)[1]
    for i in range(verb + 1, min(verb + REACH, end)):
        case, before = words.feat(i, "Case"), words.lower[i - 1]
        body = words.lemma[i] in bodies() or words.ent[i] == "ORG"
        if words.pos[i] == "PRON" and words.lower[i] in THEIRS and words.head[i] == verb:
            yield i
        elif words.pos[i] in {"NOUN", "PROPN"} and (body or words.feat(i, "Animacy") == "Anim"):
            there = before == "у" and case == "Gen" or body and before in WHITHER and case in {"Loc", ""}
            if there or words.dep[i] in {"obj", "iobj"} and words.head[i] == verb:
                yield i


def _clause_end(scene: Scene, noun: int, end: int) -> int:
    """Whom one calls is told before the next mark, conjunction or preposition."""
    words = scene.words
    stops = (i for i in range(noun + 1, end) if words.pos[i] in {"PUNCT", "CCONJ", "ADP", "VERB", "ADV"})
    return next(stops, end)

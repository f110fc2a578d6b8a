"""A report that stands behind what it reports: «…, передаёт ТАСС», «…, его слова приводит ТАСС»."""

from molva.quotes.conjunctions import ABOUT, BUT, CLAUSE_OPENERS, OPPOSING, RELATIVES
from molva.quotes.cues import APPEARING, FINITE, PASSIVE
from molva.quotes.ends.edges import limits
from molva.quotes.scene import Scene
from molva.quotes.speech_nouns import PASSED_ON
from molva.speakers.pronouns import THEIRS

NEAR = 7  # words of «однако сторож порта» before who says so
FAR = 10  # words from a verb to who said it

# «жаловаться |на|», «признаться |в|»: the preposition of what a verb is about
OBJECTS = {
    "жаловаться": "на", "пожаловаться": "на", "настаивать": "на", "настоять": "на", "намекать": "на", "намекнуть": "на",
    "указать": "на", "указывать": "на", "ответить": "на", "отвечать": "на", "признаться": "в", "признаваться": "в",
    "сознаться": "в", "убеждать": "в", "уверять": "в", "написать": "в", "писать": "в",
}  # fmt: skip
# «а не склад, как сообщалось |ранее|»
BEFORE = frozenset("ранее раньше прежде сначала изначально первоначально".split())
# those with which it tells no place: «настаивали на проверке», but «указали на сайте»
ONLY_OBJECTS = frozenset("жаловаться пожаловаться настаивать настоять намекать намекнуть".split())


def trailing_report(scene: Scene, i: int, limit: int) -> bool:
    """«…, передаёт ТАСС», «…, говорится в сообщении», «…, сказал он»."""
    for j in range(i, min(i + 3, limit)):
        cue = scene.cues.get(j)
        if cue and cue.form in {FINITE, PASSIVE} and cue.has("say", "state", "relay", "think"):
            if any(scene.lower(k) in {"что", "чтобы"} for k in range(j + 1, min(j + 8, limit))):
                return False
            # «…, не сообщили» is said of others
            missed = cue.negated and scene.lower(i) not in BUT
            # «По словам Зуева, поступили жалобы»: the verb has its subject and reports nothing before it
            missed = missed or scene.words.lemma[j] in APPEARING or _is_done(scene, j, limit)
            return not missed and _has_source_right(scene, j, limit)
        if scene.words.pos[j] not in {"ADV", "ADP", "PART"} and scene.words.form[j] != ",":
            return False
    return False


def _is_done(scene: Scene, verb: int, limit: int) -> bool:
    """«По словам Зуева, |объявлен план|», «|зафиксировано шесть случаев|»: what was done has its subject, and reports nothing."""
    return scene.cues[verb].form == PASSIVE and any(verb < j < limit for j in scene.words.subjects(verb))


def _has_source_right(scene: Scene, verb: int, limit: int) -> bool:
    """Whether the words after a verb begin with its subject or with «в …»; «говорят о …» has a topic instead."""
    words = scene.words
    if _subject_further_on(scene, verb, limit):
        return True
    for j in range(verb + 1, min(verb + 6, limit)):
        if words.form[j] in {",", "("} or words.lower[j] == "и" or words.lower[j] in ABOUT:
            return False  # «…, рассказывали и писали обо всём» goes on with the claim
        if _has_object_there(scene, verb, j):
            return False
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


def _has_object_there(scene: Scene, verb: int, preposition: int) -> bool:
    """«жаловались |на сторожа|», «настаивали |на|», «указали |на трещину|»: what the verb is about, and no place where it was said."""
    words, about = scene.words, OBJECTS.get(scene.words.lemma[verb], "")
    if words.lower[preposition] != about:
        return False
    noun = next((k for k in range(preposition + 1, len(words)) if words.pos[k] in {"NOUN", "PROPN"}), None)
    return words.lemma[verb] in ONLY_OBJECTS or noun is not None and words.feat(noun, "Case") == "Acc"


def _subject_further_on(scene: Scene, verb: int, limit: int) -> bool:
    """«…, сообщил утром в своём канале |глава района|»: where and when it was said stand before who said it."""
    words, stop = scene.words, min(verb + FAR, limit)
    end = next(
        (j for j in range(verb + 1, stop) if words.form[j] in {",", "("} or words.lower[j] == "и"), stop
    )
    about = any(words.lower[j] in ABOUT for j in range(verb + 1, end))
    named = any(words.feat(j, "Case") == "Nom" and _is_somebody(scene, j) for j in range(verb + 1, end))
    subject = named or any(verb < j < end for j in words.subjects(verb))
    return subject and not about and scene.cues[verb].has("say", "relay")


def _is_somebody(scene: Scene, j: int) -> bool:
    return scene.words.feat(j, "Animacy") == "Anim" or bool(scene.words.ent[j])


def _may_be_subject(scene: Scene, j: int) -> bool:
    """A noun or a pronoun that can be a nominative, or any name but of who is given something: «передал |Зуеву|»."""
    words = scene.words
    return (
        words.pos[j] in {"NOUN", "PROPN", "PRON", "X"}
        and words.feat(j, "Case") in {"Nom", ""}
        or bool(words.ent[j])
        and words.feat(j, "Case") != "Dat"
    )


def relayed(scene: Scene, i: int, limit: int) -> bool:
    """«…, его слова приводит ТАСС», «…, чьё заявление передали в порту», «…, слова мэра передаёт пресс-служба»; «выступление выражает протест» passes nothing on."""
    words = scene.words
    whose = words.lemma[i : i + 1] == ["чей"] and "," not in words.form[i:limit]
    at = i + (whose or scene.lower(i) in THEIRS)
    if at >= limit or words.lemma[at] not in PASSED_ON:
        return False  # «По словам Орехова, его управа предупредила …» goes on
    behind = next((j for j in range(at + 1, limit) if words.feat(j, "Case") != "Gen"), limit)
    if at > i and words.lemma[at + 1 : at + 2] == ["приводиться"]:
        return True  # «…, его слова приводятся на сайте порта»
    stop = min(at + 3, limit) if at > i else min(behind + 1, limit)
    return any(j in scene.cues and _passes_on(scene, at, j, limit) for j in range(at + 1, stop))


def _passes_on(scene: Scene, noun: int, verb: int, limit: int) -> bool:
    """«слова мэра |приводит ТАСС|», «его запись он |опубликовал|», but no verb of which the words are the subject."""
    cue = scene.cues[verb]
    own = noun in scene.words.subjects(verb) and not _has_source_right(scene, verb, limit)
    return cue.has("relay") or cue.has("say") and not own


def cited_behind(scene: Scene, comma: int, start: int, limit: int) -> bool:
    """«заявил, что цех встал, как сообщает «Вестник»»; «дома, которые, как говорят соседи, пусты» go on."""
    words, how = scene.words, comma + 1
    if scene.lower(how) in OPPOSING:
        how = _behind_contrast(scene, how, limit)
    verb = how + 1
    cited = scene.lower(how) == "как" and verb in scene.cues
    told = cited and scene.cues[verb].has("say", "state", "relay") and scene.has_predicate(start, comma)
    opened = words.lemma[comma - 1] in RELATIVES or words.lower[comma - 1] in CLAUSE_OPENERS
    return told and not opened and not corrected(scene, comma, limit)


def _behind_contrast(scene: Scene, first: int, limit: int) -> int:
    """«…, но|, как пишет «Вестник», …», «…, однако сторож|, как пишет «Вестник», …»: the word behind the comma before the medium."""
    near = range(first + 1, min(first + NEAR, limit))
    close = next((k for k in near if scene.words.form[k] == ","), first)
    return first + 1 if close == first or scene.has_predicate(first, close) else close + 1


def corrected(scene: Scene, comma: int, limit: int) -> bool:
    """«цех не сгорел, как писали газеты, а лишь дымил»: what was written before is denied, and the truth follows.

    Or has gone before: «сгорел цех, |а не склад, как сообщалось ранее|».
    """
    words, low = scene.words, limits(scene, comma)[0]
    begin = next((k for k in range(comma - 1, low, -1) if words.form[k] == ","), low)
    close = next((k for k in range(comma + 2, limit) if words.form[k] == ","), limit)
    if words.lower[begin + 1 : begin + 3] == ["а", "не"]:
        return not BEFORE.isdisjoint(words.lower[comma:close])
    return "не" in words.lower[begin:comma] and close < limit and scene.lower(close + 1) in OPPOSING

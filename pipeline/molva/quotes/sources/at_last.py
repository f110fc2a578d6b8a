"""Who tells at the end of a report, where the parser hangs him on what stands before: «сообщила на брифинге |Зуева|»."""

from molva.lexicon.surnames import ends_as_womans
from molva.quotes.conjunctions import ABOUT_IN_TALK
from molva.quotes.cues import Cue
from molva.quotes.kinds import is_role
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_dative_only, is_medium
from molva.quotes.scene import DASHES, Scene
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.subjects import NOMINAL, SPANS_OF_TIME, agrees, names_body
from molva.speakers.dependents import MONTHS
from molva.speakers.occasions import on_occasion

OF_A_BODY = frozenset("представитель представительница глава сотрудник сотрудница орган работник".split())
BEFORE_AND_AFTER = frozenset("после перед до накануне около через спустя по".split())


def at_last(scene: Scene, cue: Cue, end: int) -> Source | None:
    """«сообщила на брифинге |Зуева|», «сообщил утром |МИД Вестрии|», «сообщили рыбакам |власти порта|».

    The form may be a nominative, although the tagger reads a genitive; no other subject stands there,
    and only when, where and to whom it was told stands before.
    """
    words, verb = scene.words, cue.head
    if not cue.has("say", "relay") or words.feat(verb, "VerbForm") != "Fin" or any(words.subjects(verb)):
        return None
    i = verb + 3 if words.lower[verb + 1 : verb + 3] == ["об", "этом"] else verb + 1
    while i < end:
        if i in scene.opens and (i > verb + 1 or is_dative_only(scene, i)):
            # «сообщил в эфире телеканала |«Север»| МИД», «рассказала |«Бакену»| Зуева»
            i = scene.opens[i] + 1
            continue
        if words.form[i] in {",", ":", ";", "(", *DASHES} and not scene.in_clock(i) or scene.is_finite(i):
            return None
        if i in scene.opens or words.pos[i] == "CCONJ" or words.lower[i] in ABOUT_IN_TALK:
            return None
        if _may_tell(scene, i, verb) and _behind_circumstance(scene, i, verb):
            return phrase(scene, i, i, end, stop=verb)
        if (body := _body_at(scene, i, verb, end)) is not None and _behind_circumstance(scene, i, verb):
            return phrase(scene, body, i, end, stop=verb)
        i += 1
    return None


def _may_tell(scene: Scene, i: int, verb: int) -> bool:
    """A form in which the nominative looks like the case that the tagger has read: «Зуева», «МИД», «власти», «пресс-службы»."""
    words = scene.words
    if words.feat(verb, "Number") == "Plur":
        return words.lower[i] in {"власти", "пресс-службы"}
    if words.ent[i] == "PER" and words.ent[i - 1] != "PER":
        last = next((k for k in range(i, len(words) - 1) if words.ent[k + 1] != "PER"), i)
        return words.feat(verb, "Gender") == "Fem" and ends_as_womans(words.lower[last])
    form = words.form[i]
    short = form.isupper() and len(form) > 1 and words.ent[i] == "ORG" and not words.form[i - 1].isupper()
    return short and not is_medium(scene, i, i + 1)


def _body_at(scene: Scene, i: int, verb: int, end: int) -> int | None:
    """«сообщил в канале |городской департамент|»: a body, behind adjectives in the nominative that begin its name.

    ``over_adjectives`` stops where a name begins; here the noun is looked for inside the name.
    """
    words, noun = scene.words, i
    while noun + 1 < end and words.pos[noun] == "ADJ" and words.feat(noun, "Case") == "Nom":
        noun += 1
    if noun == i or not names_body(words, noun) or words.feat(noun, "Case") not in {"Nom", "Acc"}:
        return None
    return noun if words.may_be_nominative(noun) and agrees(scene, noun, verb) else None


def _behind_circumstance(scene: Scene, i: int, verb: int) -> bool:
    """«сообщил |утром| МИД», «… |5 мая| …», «… |на брифинге| …», «… |рыбакам| …»: no «в отчёте МИД», no «для МИД»."""
    words = scene.words
    before = scene.closes[i - 1] - 1 if i - 1 in scene.closes else i - 1
    if (
        before == verb
        or words.pos[before] == "ADV"
        or is_medium(scene, verb + 1, i)
        or words.lower[before - 1 : i] == ["об", "этом"]
    ):
        return True
    if words.lemma[before] in OF_A_BODY or words.pos[before] not in NOMINAL | {"ADJ"}:
        return False  # «после встречи с |главой| МИД»
    if words.lemma[before] in SPANS_OF_TIME | MONTHS or words.form[before].isdigit():
        return True
    if words.feat(before, "Case") == "Dat" and words.head[before] == verb:
        theirs = words.lemma[before] in OF_A_BODY  # «сообщили |представителям| власти»
        return not theirs and not any(words.dep[c] == "case" for c in words.children[before])
    if words.feat(before, "Case") == "Ins" and words.head[before] == verb:
        return True  # «сообщил письмом МИД»
    return any(words.pos[k] == "ADP" and _opens_circumstance(scene, k, verb) for k in range(verb + 1, before))


def _opens_circumstance(scene: Scene, k: int, verb: int) -> bool:
    """«|после| встречи», «|перед| матчем», «|на| брифинге», «|в| соцсетях»: when, at what and where it was told."""
    words = scene.words
    noun = words.head[k]
    if words.head[noun] != verb:
        return False
    stage = words.lemma[noun] in word_list("networks", "channels")
    return words.lower[k] in BEFORE_AND_AFTER or stage or on_occasion(words, k)


def named_behind(scene: Scene, cue: Cue, end: int) -> Source | None:
    """«сказала и захлопнула папку Лариса Костомарова», «отмахнулся, глядя на улицу, староста Гурко».

    Behind further verbs and gerunds of the same subject: the first name of a person in the nominative.
    """
    words = scene.words
    for i in range(cue.head + 1, end):
        if words.form[i] in {":", ";"} or words.lemma[i] == "который" or words.pos[i] == "SCONJ":
            return None
        if words.ent[i] == "PER" and words.feat(i, "Case") == "Nom" and agrees(scene, i, cue.head):
            title = words.head[i]
            begin = title if cue.head < title < i and is_role(words, title) else i
            stop = next((k for k in range(i + 1, end) if words.ent[k] != "PER"), end)
            return Source((begin, stop), i)
    return None

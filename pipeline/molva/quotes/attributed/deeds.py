"""What a reporting verb does instead of telling: «…, написал признание», «покинуть пост согласился глава»."""

from molva.quotes.attributed.claims import comma_before
from molva.quotes.attributed.pointers import TOLD
from molva.quotes.conjunctions import ABOUT
from molva.quotes.cues import PASSIVE, Cue
from molva.quotes.ends.edges import limits
from molva.quotes.scene import DASHES, Scene
from molva.quotes.sources.subjects import SPANS_OF_TIME, agrees, alike
from molva.quotes.verbs import ANSWERING, REFERRING
from molva.speakers.pronouns import THEIRS

APPEALING = frozenset({"призвать", "призывать"})
MEANS = frozenset(  # «сообщил |письмом|»: what carries words, and is no answer as «согласие», «отказ» are
    "письмо телеграмма смс смска эсэмэска сообщение записка депеша радиограмма радио почта факс пост твит".split()
)
WITH_THE_BODY = frozenset({"рука", "плечо"})  # «Денег нет, разводит |руками| мэр»
IN_SUPPORT = ["в", "поддержку"]
FOR_OR_AGAINST = frozenset({"за", "против"})  # «Проект поддержали 20 депутатов, против высказались двое»
NO_THING = frozenset(
    "сообщить сообщать предупредить предупреждать сказать говорить считать полагать пояснить пояснять".split()
)


def tells_of_something(scene: Scene, cue: Cue) -> bool:
    """«она описана», «сослался на занятость», «следовал в Омск», «отмечаются боли в груди»: nothing is told."""
    words, behind = scene.words, scene.lower(cue.head + 1)
    own = any(subject < cue.head for subject in words.subjects(cue.head))
    described = cue.form == PASSIVE and (own or words.feat(cue.head, "Gender") in {"Masc", "Fem"})
    described = described or any(words.dep[c] == "nsubj:pass" for c in words.children[cue.head])
    went = words.lemma[cue.head] == "следовать" and behind not in {"из", "что"}
    called = words.lemma[cue.head] in APPEALING and behind == "к"  # «…, призывает к миру, …»
    referring = words.lemma[cue.head] in REFERRING
    asks = behind == "ли" and words.form[cue.head + 1].islower()  # no «…, считает |Ли|»
    return described or went or called or asks or referring


def has_object(scene: Scene, cue: Cue, comma: int, end: int) -> bool:
    """«…, написал признание в прокуратуру», «покинуть пост согласился глава»: nothing is attributed.

    A verb with an object, an infinitive or a topic of its own tells what was done, not what was said.
    """
    words = scene.words
    if cue.has("relay") or cue.span[1] - cue.span[0] > 1:
        return False
    own = (c for c in words.children[cue.head] if c > comma and words.dep[c] == "xcomp")
    if any(words.feat(c, "VerbForm") == "Inf" and not _parted(scene, cue.head, c) for c in own):
        return True
    if any(words.dep[c] == "obj" and _fronted(scene, c, cue) for c in words.children[cue.head]):
        return True
    behind = cue.head + 1
    if behind < end and _in_the_instrumental(scene, behind):
        return True  # «…, он отвечает согласием»
    topic = scene.lower(cue.head + 1) in ABOUT and not words.ent[cue.head + 1]  # no «заявил |О|’Райли»
    if scene.lower(cue.head - 1) in THEIRS or topic:
        return True
    if _has_object_before(scene, cue, comma):
        return True
    return _thing_behind(scene, cue, end)


def _parted(scene: Scene, verb: int, infinitive: int) -> bool:
    """«заявил мэр, отвечая на слова о планах «закрыть» порт», «сообщают «Вести Увары»»: not the verb's own infinitive."""
    between = range(verb + 1, infinitive)
    return any(scene.words.form[k] == "," or k in scene.opens for k in between)


def _thing_behind(scene: Scene, cue: Cue, end: int) -> bool:
    """«написал вечером |картину| художник»: the first noun behind the verb is what it does something to."""
    words, behind = scene.words, cue.head + 1
    timed = behind < end and words.feat(behind, "Case") == "Ins" and words.pos[behind] == "NOUN"
    first = behind + timed  # «написал |вечером| картину художник»
    for i in range(first, min(first + 4, end)):
        if words.form[i] in {",", *DASHES} or words.pos[i] in {"ADP", "PROPN", "PRON"} or words.ent[i]:
            return False
        if i == first and (words.feat(i, "Case"), words.feat(i, "Animacy")) == ("Dat", "Anim"):
            continue  # «рассказывают |жертве| ложную историю»
        if of_a_participle(scene, i, cue.head):
            continue  # «сообщил исполняющий |обязанности| главы»
        if words.pos[i] == "NOUN" and scene.lower(i + 1) != "назад":  # «сообщил неделю назад спикер»
            thing = words.feat(i, "Case") == "Acc" and words.feat(i, "Animacy") != "Anim"
            told = words.lemma[i] == "радио"  # «рассказали |радио| «Створ» в мэрии»: it shows no dative
            return thing and not told and not _subject_of_telling(scene, i, cue.head)
    return False


def _subject_of_telling(scene: Scene, noun: int, verb: int) -> bool:
    """«заявило |ведомство|»; «предупредил |комплекс| хозяйства», «считает |врио| главы»: a verb that has no thing for its object."""
    words = scene.words
    may = words.lemma[verb] in NO_THING and words.may_be_nominative(noun) and agrees(scene, noun, verb)
    return may or alike(scene, noun, verb)


def of_a_participle(scene: Scene, noun: int, verb: int) -> bool:
    """«сообщил получивший |травму| рыбак»: the object of a participle that stands between the verb and it.

    «сообщили снимающие |паром| рыбаки»: right behind an active one in another case, wherever the tree hangs it.
    """
    words, above, before = scene.words, scene.words.head[noun], noun - 1
    active = words.feat(before, "VerbForm") == "Part" and words.feat(before, "Voice") == "Act"
    cases = {words.feat(k, "Case") for k in (before, noun)}
    if before > verb and active and words.feat(before, "Case") == "Nom" and len(cases) > 1:
        return True
    return (
        verb < above < noun and words.feat(above, "VerbForm") == "Part" and words.feat(above, "Case") == "Nom"
    )


def _has_object_before(scene: Scene, cue: Cue, comma: int) -> bool:
    """«Смету составил порт, |проект| поддержала комиссия», «…, |за исполнение| отвечают начальники», «…, |против| высказались двое».

    «…, |эту информацию| подтвердили в порту» points back to what was told.
    """
    words = scene.words
    if words.lower[cue.head - 1] in FOR_OR_AGAINST or words.lower[comma + 1 : comma + 3] == IN_SUPPORT:
        return True
    for k in range(comma + 1, cue.head):
        if words.lower[k] in THEIRS and words.dep[k] == "obj" and words.head[k] == cue.head:
            return True  # «…, |его| трижды признавали лучшим»
        if words.pos[k] not in {"NOUN", "PROPN"} or words.head[k] != cue.head or words.lemma[k] in TOLD:
            continue
        if words.lemma[cue.head] in ANSWERING and words.lower[comma + 1] == "за":
            return True
        if words.dep[k] == "obj" and words.feat(k, "Case") == "Acc":
            return True
    return False


def _in_the_instrumental(scene: Scene, i: int) -> bool:
    """«отвечает |согласием|»; «сообщил |утром| мэр», «… |письмом| мэр»: the same case tells when and by what means."""
    words = scene.words
    thing = words.feat(i, "Case") == "Ins" and words.feat(i, "Animacy") == "Inan"
    named = words.may_be_nominative(i)  # «считает |врио| губернатора», whatever the tagger sees
    return thing and not named and words.lemma[i] not in SPANS_OF_TIME | MEANS | WITH_THE_BODY


def _fronted(scene: Scene, thing: int, cue: Cue) -> bool:
    """«|Жалобу|, как выяснилось, написала соседка»: the object opens the sentence.

    «|Фонарь|, обещают рабочие, загорится» is no object, for the comma before the verb parts it from that.
    """
    words = scene.words
    if cue.head == thing + 2 and words.may_be_nominative(thing):
        return False
    accusative = words.feat(thing, "Case") == "Acc" and words.feat(thing, "Animacy") == "Inan"
    if not accusative or words.pos[thing] != "NOUN" or thing != limits(scene, cue.head)[0]:
        return False
    comma = comma_before(scene, cue.span[0], thing)
    told = comma is not None and words.form[thing + 1] != "," and scene.has_predicate(thing, comma)
    return not told  # «|Смету| следует снизить, заявил мэр»: the first verb's

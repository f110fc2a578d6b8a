"""What a speaker has left out ends what was reported: «…, когда именно, мэр не уточнил», «…; о раненых не сообщалось»."""

from molva.quotes.conjunctions import BUT
from molva.quotes.ends.coordination import same_form
from molva.quotes.scene import Scene
from molva.speakers.pronouns import NOMINATIVE

SPECIFYING = frozenset(
    "уточнить уточнять уточняться назвать называть называться раскрыть раскрывать раскрываться привести приводить "
    "приводиться пояснить конкретизировать указать указывать указываться сообщить сообщать сообщаться озвучить".split()
)
# «назвать его |отказался|», «от комментариев |воздержались|»: what one keeps to oneself, said without «не»
REFUSING = frozenset(
    "отказаться отказываться воздержаться воздерживаться затрудниться затрудняться уклониться уклоняться".split()
)
# «уточнить сроки |не смогла|», «имён называть |не стали|»
UNABLE = frozenset("смочь мочь стать захотеть хотеть пожелать".split())
LONGEST = 14  # words from a comma to the verb: «о том, кто именно входил в число раненых, мэр не сообщил»


def left_untold(scene: Scene, i: int, cue: int, limit: int) -> bool:
    """«сообщил, что порт закрыт, сроков он не назвал»: the last clause tells what was not told, and has no other verb."""
    words = scene.words
    verb = next((k for k in range(i, min(i + LONGEST, limit)) if scene.is_finite(k)), None)
    if verb is None or any(form[:1].isalnum() for form in words.form[verb + 1 : limit]):
        return False
    if any(words.form[k - 1] == "," and _ties(scene, k) for k in range(i + 2, verb)):
        return False  # «закрыты порт, |но сроков мэр не назвал|»: the comma before the conjunction ends it
    if _refuses(scene, i, verb):
        return _by_the_speaker(scene, i, cue, verb)
    if words.lemma[verb] not in SPECIFYING or words.lower[verb - 1] != "не":
        return False
    nobody = cue in scene.cues and words.lower[verb].endswith(("ся", "сь"))
    return nobody or _by_the_speaker(scene, i, cue, verb)


def _ties(scene: Scene, k: int) -> bool:
    """«|но| сроков не назвал», «|при этом| сроков не назвал»: what the remark begins with."""
    return scene.lower(k) in BUT or scene.words.lower[k : k + 2] == ["при", "этом"]


def _refuses(scene: Scene, i: int, verb: int) -> bool:
    """«, однако назвать его отказался», «, но от комментариев воздержались», «, сроков назвать не смогла»."""
    words = scene.words
    told = any(words.lemma[k] in SPECIFYING for k in range(i, verb))
    if words.lemma[verb] in UNABLE:
        return told and words.lower[verb - 1] == "не"
    silent = told or any(words.lemma[k] in {"комментарий", "ответ", "оценка"} for k in range(i, verb))
    return silent and words.lemma[verb] in REFUSING


def _by_the_speaker(scene: Scene, i: int, cue: int, verb: int) -> bool:
    """«, |мэр| не уточнил», «, но где, не уточнила»: who has not told it may be who speaks, and nobody of the clause before."""
    words = scene.words
    if cue not in scene.cues:  # «По словам мэра, порт закрыт, однако сроков |он| не назвал»
        return any(i <= c and words.lower[c] in NOMINATIVE for c in words.subjects(verb))
    if not same_form(scene, cue, verb):
        return False
    subjects = [c for c in words.subjects(verb) if i <= c and words.feat(c, "Case") in {"Nom", ""}]
    if subjects:
        living = (
            words.feat(c, "Animacy") == "Anim" or words.ent[c] == "PER" or words.lower[c] in NOMINATIVE
            for c in subjects
        )
        return any(living)
    before = next((k for k in range(i - 1, cue, -1) if scene.is_finite(k)), None)
    if before is None or not same_form(scene, before, verb):
        return True
    # «подрядчик выбран» tells nothing
    return words.feat(before, "Voice") == "Pass" or of_a_thing(scene, before)


def of_a_thing(scene: Scene, verb: int) -> bool:
    """«|случай| произошёл в порту»: what the clause before tells of could tell nothing."""
    words = scene.words
    subjects = words.subjects(verb)
    return bool(subjects) and all(words.feat(c, "Animacy") == "Inan" and not words.ent[c] for c in subjects)

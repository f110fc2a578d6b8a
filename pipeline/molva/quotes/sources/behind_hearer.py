"""The subject behind a medium that was told: «сообщила ТАСС |пресс-служба порта|», «сообщил РБК |его друг|»."""

from molva.quotes.draft import Stretch
from molva.quotes.media.medium import in_dative, is_listed, shows_no_case
from molva.quotes.scene import Scene
from molva.quotes.sources.appositions import with_name
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.subjects import agrees, is_subject
from molva.speakers.bodies import is_acronym, is_known

LONGEST = 4  # words of a medium's name
BEFORE_NOUN = frozenset(
    {"ADJ", "DET", "NUM", "ADV", "PART", "PRON"}
)  # «|ещё одна| жительница», «|её| адвокат»


def behind_hearer(scene: Scene, who: Source, verb: int, end: int) -> tuple[Source, Stretch] | None:
    """Who speaks, and the medium between the verb and him that has been taken for the speaker or for a part of him.

    «Сообщает «Створ Краснодар»», «пишет РИА Недвижимость»: behind the medium stands a part of its own name.
    """
    first = verb + 1
    if scene.words.lower[first : first + 2] == ["об", "этом"]:
        first += 2  # «Сообщила об этом ТАСС |пресс-служба порта|.»
    if who.span[0] != first:
        return None
    for stop in range(min(first + LONGEST, end - 1), first, -1):
        closed = first not in scene.opens or stop == scene.opens[first] + 1
        if not closed or not is_listed(scene, first, stop):
            continue
        if not shows_no_case(scene, first, stop) and not in_dative(scene, first, stop):
            return None
        head = _subject_at(scene, verb, stop, end)
        if head is None:
            return None
        return with_name(scene, phrase(scene, head, stop, end, stop=verb), verb), (first, stop)
    return None


def _subject_at(scene: Scene, verb: int, start: int, end: int) -> int | None:
    """The noun that may be the verb's subject right at a word: a common one, or a person's name."""
    words = scene.words
    for i in range(start, min(start + LONGEST, end)):
        if words.par[i] != words.par[verb] or words.pos[i] == "PUNCT":
            return None
        if words.lemma[i] == "один" and words.lower[i + 1 : i + 2] == ["из"]:
            return i if words.feat(i, "Case") == "Nom" else None
        if words.pos[i] not in BEFORE_NOUN:
            return i if _names_speaker(scene, i) and _may_govern(scene, i, verb) else None
    return None


def _names_speaker(scene: Scene, i: int) -> bool:
    """«|пресс-служба| порта», «|PR-директор|», «|Зуев|»; no further word of the medium's name: «РБК |Пермь|»."""
    words, last = scene.words, scene.words.form[i].rpartition("-")[2]
    person = words.ent[i] == "PER" or words.pos[i] == "PROPN" and words.feat(i, "Animacy") == "Anim"
    common = words.pos[i] == "NOUN" and words.form[i].islower()
    # «сообщил ТАСС |МИД Вестрии|»: a short name that no medium has, «РБК |ТВ|» is no body
    short = is_known((words.lower[i],)) and (is_acronym(words.form[i]) or _of_state(words.form[i]))
    return person or common or short or last != words.form[i] and last.islower() and not last.isascii()


def _of_state(form: str) -> bool:
    """«Минобороны», «Росстат», «Кремль»."""
    return form.startswith(("Мин", "Рос", "Гос")) or form in {"Кремль", "Пентагон"}


def _may_govern(scene: Scene, i: int, verb: int) -> bool:
    """Whether a noun shows the nominative and agrees, or is the verb's subject for the parser.

    A person's name that is its own lemma may be one, whatever the tagger sees: «объяснял РБК |Гурко|».
    """
    words = scene.words
    parsed = words.dep[i] == "nsubj" and words.head[i] == verb and agrees(scene, i, verb)
    foreign = not words.feat(i, "Case") and words.form[i][:1].isascii()
    if words.lower[i] == "власти" and words.feat(verb, "Number") == "Plur":
        return True  # «сообщили РБК |власти порта|»: the tagger reads a genitive
    if is_acronym(words.form[i]):
        return words.feat(verb, "Number") == "Sing"
    if _of_state(words.form[i]) and words.lower[i] == words.lemma[i]:
        return agrees(scene, i, verb)  # «сообщило ТАСС |Минобороны|»
    unchanged = words.ent[i] == "PER" and words.lower[i] == words.lemma[i] and agrees(scene, i, verb)
    return parsed or foreign or unchanged or words.feat(i, "Case") == "Nom" and is_subject(scene, i, verb)

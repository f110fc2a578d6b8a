"""The subject behind a medium that was told: «сообщила ТАСС |пресс-служба порта|», «сообщил РБК |его друг|»."""

from molva.entities.two_bodies import has_no_medium
from molva.lexicon.surnames import ends_as_womans
from molva.quotes.callings import is_acting_post, is_press_office
from molva.quotes.draft import Stretch
from molva.quotes.kinds import INFORMANTS, is_thing
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import has_one_name, in_dative, is_kind, is_listed, name_at, shows_no_case
from molva.quotes.media.undeclined import undeclined_name
from molva.quotes.scene import Scene
from molva.quotes.sources.appositions import with_name
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.subjects import QUANTITIES, agrees, is_subject, over_adverbs
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
    if who.span[0] == first + 1 and scene.words.lemma[first] == "радио":
        return _behind_unlisted(scene, first + 1, verb, end)  # «сказал радио Stvor |хозяин порта|»
    while first < who.span[0] and scene.words.pos[first] == "ADV":
        first += 1  # «рассказали |тогда| РБК два источника»
    if who.span[0] != first:
        name = undeclined_name(scene, first, end)  # «сказал STVOR.|WS глава порта|», cut at its point
        within = name is not None and first < who.span[0] < name[1]
        return _behind_unlisted(scene, first, verb, end) if within else None
    if is_kind(scene, first) and has_one_name(scene, first):
        hearer = name_at(scene, first, end)  # «рассказали радиостанции «Волна» |рыбаки|»
        return _somebody_behind(scene, hearer, verb, hearer[1], end) if hearer else None
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
    return _behind_unlisted(scene, first, verb, end)


def _behind_unlisted(scene: Scene, first: int, verb: int, end: int) -> tuple[Source, Stretch] | None:
    """«Об этом заявил Stvor.kz |аналитик Зуев|»: behind a name that no list has stands somebody in the nominative."""
    hearer = undeclined_name(scene, first, end)
    return None if hearer is None else _somebody_behind(scene, hearer, verb, hearer[1], end)


def heard_first(scene: Scene, who: Source, verb: int, end: int) -> tuple[Source, Stretch] | None:
    """«Об этом Stvor Post рассказал |источник|»: a name without case before a verb that has its subject right behind it."""
    hearer = undeclined_name(scene, who.span[0], verb)
    if hearer != who.span or hearer[1] != over_adverbs(scene.words, verb, hearer[0]) + 1:
        return None
    return _somebody_behind(scene, hearer, verb, verb + 1, end)


def _somebody_behind(
    scene: Scene, hearer: Stretch, verb: int, start: int, end: int
) -> tuple[Source, Stretch] | None:
    """Who tells a name without case something: a person or an informant that shows the nominative, right at a word."""
    head = _subject_at(scene, verb, start, end)
    if head is None or not _is_somebody(scene, head):
        return None
    low = next((k + 1 for k in range(head - 1, start - 1, -1) if scene.words.feat(k, "Case") == "Acc"), start)
    return with_name(scene, phrase(scene, head, low, end, stop=verb), verb), hearer


def _is_somebody(scene: Scene, i: int) -> bool:
    """«|эксперт|», «|источник|», «|пресс-служба|», «|один| из рыбаков»: who speaks, and no thing that a name has told of."""
    words = scene.words
    office = words.lemma[i] in word_list("bodies") or is_press_office(words, i)
    somebody = words.lemma[i] in INFORMANTS | {"один"} or is_acting_post(words, i)
    return words.feat(i, "Animacy") == "Anim" or somebody or office


def _subject_at(scene: Scene, verb: int, start: int, end: int) -> int | None:
    """The noun that may be the verb's subject right at a word: a common one, or a person's name."""
    words = scene.words
    for i in range(start, min(start + LONGEST, end)):
        if words.par[i] != words.par[verb] or words.pos[i] == "PUNCT":
            return None
        if is_acting_post(words, i):
            return i if agrees(scene, i, verb) else None
        if words.lemma[i] == "один" and words.lower[i + 1 : i + 2] == ["из"]:
            return i if words.feat(i, "Case") == "Nom" else None
        if words.feat(i, "Case") == "Acc" and is_thing(words, i):
            continue  # «прокомментировала РБК |ситуацию| Зуева»
        if words.pos[i] not in BEFORE_NOUN:
            return i if _names_speaker(scene, i) and _may_govern(scene, i, verb) else None
    return None


def _names_speaker(scene: Scene, i: int) -> bool:
    """«|пресс-служба| порта», «|PR-директор|», «|Зуев|»; no further word of the medium's name: «РБК |Пермь|»."""
    words, last = scene.words, scene.words.form[i].rpartition("-")[2]
    person = words.ent[i] == "PER" or words.pos[i] == "PROPN" and words.feat(i, "Animacy") == "Anim"
    common = words.pos[i] == "NOUN" and (words.form[i].islower() or has_no_medium(words, i))
    # «сообщил ТАСС |МИД Вестрии|»: a short name that no medium has, «РБК |ТВ|» is no body
    short = is_known((words.lower[i],)) and (is_acronym(words.form[i]) or _of_state(words.form[i]))
    return person or common or short or last != words.form[i] and last.islower() and not last.isascii()


def _of_state(form: str) -> bool:
    """«Минобороны», «Росстат», «Кремль»."""
    return form.startswith(("Мин", "Рос", "Гос")) or form in {"Кремль", "Пентагон"}


def _may_govern(scene: Scene, i: int, verb: int) -> bool:
    """Whether a noun shows the nominative and agrees, or is the verb's subject for the parser.

    A person's name that is its own lemma may be one, whatever the tagger sees: «объяснял РБК |Гурко|»; so may a
    woman's surname that looks like a genitive: «рассказала РБК |Лукина|».
    """
    words = scene.words
    parsed = words.dep[i] == "nsubj" and words.head[i] == verb and agrees(scene, i, verb)
    foreign = not words.feat(i, "Case") and words.form[i][:1].isascii()
    if words.lower[i] == "власти" and words.feat(verb, "Number") == "Plur":
        return True  # «сообщили РБК |власти порта|»: the tagger reads a genitive
    if _counted(scene, i):
        return words.feat(verb, "Gender") in {"", "Neut"}
    if is_acronym(words.form[i]):
        return words.feat(verb, "Number") == "Sing"
    if _of_state(words.form[i]) and words.lower[i] == words.lemma[i]:
        return agrees(scene, i, verb)  # «сообщило ТАСС |Минобороны|»
    unchanged = words.ent[i] == "PER" and words.lower[i] == words.lemma[i] and agrees(scene, i, verb)
    woman = words.ent[i] == "PER" and words.feat(verb, "Gender") == "Fem"
    if woman and ends_as_womans(words.lower[i]):
        return True
    return parsed or foreign or unchanged or words.feat(i, "Case") == "Nom" and is_subject(scene, i, verb)


def _counted(scene: Scene, i: int) -> bool:
    """«два |источника|», «пять |источников|», «несколько |рыбаков|»."""
    words, before = scene.words, i - 1
    while before > 0 and words.pos[before] == "ADJ" and words.lower[before] not in QUANTITIES:
        before -= 1
    number = words.pos[before] == "NUM" or words.lower[before] in QUANTITIES
    return number and words.feat(i, "Case") == "Gen"

"""The place of a verb without a subject: «в Кремле заявили», but not «пообещал чтения в Москве»."""

from molva.entities.two_bodies import is_site
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_medium
from molva.quotes.media.undeclined import undeclined_name
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import Source
from molva.quotes.sources.places import place
from molva.quotes.sources.subjects import agrees, is_of_many


def place_of_many(scene: Scene, verb: int, start: int, end: int) -> Source | None:
    """The place of a verb without a subject: «в Кремле заявили», but not «пообещал чтения в Москве».

    A verb for one man or woman has one for its subject, who speaks through nothing but a channel:
    «в своём телеграм-канале «Бакен» сообщила».
    """
    found, words = _place_of_its_own(scene, verb, start, end), scene.words
    one = words.feat(verb, "Number") == "Sing" and words.feat(verb, "Gender") in {"Masc", "Fem"}
    if found is not None and words.ent[found.head] == "LOC" and _is_of_one(scene, verb):
        return None  # «Он вспоминает взрыв в Кобо и зовёт на бой: …»
    if found is None or not (one and words.is_active(verb)) or words.feat(verb, "Voice") == "Pass":
        return found
    return (
        _behind_own_channel(scene, found, verb) if words.lemma[found.head] in word_list("channels") else None
    )


def _behind_own_channel(scene: Scene, who: Source, verb: int) -> Source:
    """«сообщил в своём телеграм-канале |«Невод»|»: whose own channel it is stands behind it, and is no part of it."""
    words, name = scene.words, who.head + 1
    own = words.lemma[who.head] in word_list("channels") and words.lemma[who.head - 1] == "свой"
    inner = name + (name in scene.opens)
    if not own or who.head < verb or not inner < who.span[1] or not words.ent[inner]:
        return who
    return Source((name, who.span[1]), inner)


def _place_of_its_own(scene: Scene, verb: int, start: int, end: int) -> Source | None:
    """«|В порту| указали на «ошибки» в смете и отметили «старание»»: what stands between the verb before and «и» is not this verb's."""
    words = scene.words
    before = None
    if words.lower[verb - 1] in {"и", "но", "или"}:
        near = range(verb - 2, max(start - 2, -1), -1)
        before = next((k for k in near if scene.is_finite(k) and words.sent[k] == words.sent[verb]), None)
    if before is None:
        return place(scene, verb, start, end)
    found = place(scene, verb, start, end)
    from_there = found is not None and words.lower[found.span[0] - 1] in {"из", "от"}
    if from_there and not _have_done(scene, before, verb):
        return found  # «позвонили |из порта| и сообщили»; but «большинство |из них| отказали и сообщили»
    found = place(scene, verb, verb - 1, end)
    if found is not None or any(words.pos[k] == "SCONJ" for k in range(start, before)):
        return found
    own = start < before and not _have_done(scene, before, verb)
    return place(scene, verb, start, before) if own else None


def _have_done(scene: Scene, before: int, verb: int) -> bool:
    """«|Рабочие| на заводе прервали смену и заявили, что …»: people who are the subject of both verbs, wherever they are."""
    words = scene.words
    nouns = (c for c in words.subjects(before) if words.feat(c, "Case") in {"Nom", ""})
    return any(agrees(scene, noun, verb) and _are_people(scene, noun) for noun in nouns)


def _are_people(scene: Scene, noun: int) -> bool:
    """«рабочие», «тысячи людей», «большинство из них»."""
    words = scene.words
    counted = (c for c in words.children[noun] if words.dep[c] == "nmod" and words.feat(c, "Case") == "Gen")
    return any(words.feat(i, "Animacy") == "Anim" or words.lower[i] == "них" for i in (noun, *counted))


def _is_of_one(scene: Scene, verb: int) -> bool:
    """«зовёт», «говорит»: a verb in the present that one man or woman has for a subject."""
    words = scene.words
    present = words.feat(verb, "VerbForm") == "Fin" and words.feat(verb, "Tense") == "Pres"
    return present and words.feat(verb, "Number") == "Sing" and not words.lower[verb].endswith("ся")


def site_start(scene: Scene, who: Source) -> int:
    """«пояснили |52.|RU в мэрии»: where an address begins whose last piece has been taken for who speaks."""
    words, (begin, stop) = scene.words, who.span
    cut = begin > 1 and words.form[begin - 1] == "." and is_site(words, begin - 2, stop)
    return begin - 2 if cut else begin


def instead_of_told(scene: Scene, who: Source, verb: int, start: int, end: int) -> Source | None:
    """«сообщили РБК |в пресс-службе|», «|в клубе| заявили «Порт Спорт»»: the body speaks, one medium was told.

    A verb for many has no single name for its subject, a listed medium's or a site's, one in marks right behind it or
    in Latin letters («|в мэрии| заявили NRT»; but «в Instagram сообщили Little Boats» of themselves), nor one behind
    the newsman who was told: «|в мэрии| корреспонденту УВН рассказали».
    """
    words, (begin, stop) = scene.words, who.span
    if not is_of_many(words, verb):
        return None
    if "и" in words.lower[begin:stop]:
        return None  # «в городе ТАСС и «Невод» сообщают»
    marked = begin == verb + 1 and scene.opens.get(begin) == stop - 1
    newsmans = words.lemma[begin - 1] in word_list("reporters") and words.feat(begin - 1, "Case") == "Dat"
    if words.lower[begin + 1 : begin + 2] == ["в"]:
        stop = begin + 1  # «РБК |в мэрии| сообщили», which the tree takes for one of it
    begin = site_start(scene, who)
    if marked or newsmans or is_medium(scene, begin, stop) or is_site(words, begin, stop):
        return place_of_many(scene, verb, start, end)
    foreign = all(words.form[i].isascii() for i in range(begin, stop)) and words.form[begin][:1].isalpha()
    foreign = foreign or undeclined_name(scene, begin, stop) == who.span  # «уточнили СТВ24 |в мэрии|»
    where = place_of_many(scene, verb, start, end) if foreign and begin == verb + 1 else None
    pages = word_list("networks", "channels")
    return where if where is not None and words.lemma[where.head] not in pages else None

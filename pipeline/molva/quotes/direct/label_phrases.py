"""Labels of several words that look like a topic: «Источник в мэрии: …», «Посол Вестрии в Лахти: …», «ТАСС и РБК: …»."""

from molva.lexicon.nouns import bodies, roles
from molva.quotes.kinds import INFORMANTS
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_medium
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import phrase

# who is told by where he is: «посол |в Лахти|»; of «Президент |в Лахти|: …» a headline tells
STATIONED = INFORMANTS | frozenset("посол представитель консул генконсул постпред".split())
# who is told by what he deals with: «эксперт |по рыбе|»; a «врач |по вызову|» is not
DEALING = frozenset(
    "советник эксперт специалист министр замминистра уполномоченный посланник спецпосланник спецпредставитель "
    "координатор докладчик комиссар еврокомиссар вице-премьер омбудсмен аналитик представитель".split()
)
OF_A_PARTY = frozenset({"от", "из", "при"})  # «депутат |от «Невода»|», «врач |из Лахти|»
AT = frozenset({"в", "во", "на"})


def is_posted(scene: Scene, start: int, at: int) -> bool:
    """«Посол Вестрии |в Лахти|», «Советник мэра |по транспорту|», «Депутат |от «Невода»|»: somebody by his whole noun phrase."""
    words = scene.words
    links = [i for i in range(start + 1, at) if words.pos[i] == "ADP"]
    who = phrase(scene, start, start, at) if words.feat(start, "Case") == "Nom" else None
    if len(links) != 1 or who is None or who.span != (start, at):
        return False
    noun, link = words.lemma[start].removeprefix("экс-"), links[0]
    if noun not in roles().keys() | INFORMANTS or at - link < 2:
        return False
    named = any(words.ent[i] in {"ORG", "LOC"} for i in range(link + 1, at))
    body = words.lemma[link + 1] in bodies()
    if words.lower[link] == "по":
        return noun in DEALING or noun == "глава" and words.lemma[start + 1] in bodies()
    if words.lower[link] in AT:
        return noun in STATIONED and (named or body) and words.feat(link + 1, "Case") != "Acc"
    return words.lower[link] in OF_A_PARTY and named


def is_of_two_places(scene: Scene, start: int, at: int) -> bool:
    """«Власти |Лахти и Вестрии|», «Мэры Лахти и Кобо»: somebody over several places, all in the genitive."""
    words = scene.words
    links = [i for i in range(start + 1, at) if words.pos[i] in {"ADP", "CCONJ"} or words.form[i] == ","]
    places = [i for i in range(start + 1, at) if i not in links]
    many = words.number(start) == "Plur" and words.feat(start, "Case") == "Nom"
    of_places = bool(places) and all(
        words.ent[i] == "LOC" and words.feat(i, "Case") in {"Gen", ""} for i in places
    )
    joined = all(words.pos[i] == "CCONJ" or words.form[i] == "," for i in links)
    return many and joined and of_places and words.lemma[start] in word_list("labels") | roles().keys()


def are_media(scene: Scene, start: int, at: int) -> bool:
    """«ТАСС и РБК», «Reuters, «Вестник» и Bloomberg»: several media, or bodies that may stand alone before a colon."""
    words = scene.words
    ends = [i for i in range(start + 1, at) if words.lower[i] in {"и", ","} and not scene.pair_around(i)]
    parts = list(zip([start, *(i + 1 for i in ends)], [*ends, at], strict=True))
    return len(parts) > 1 and all(b > a and _may_label(scene, a, b) for a, b in parts)


def _may_label(scene: Scene, start: int, end: int) -> bool:
    """«ТАСС», ««Вестник»», «Минфин»."""
    alone = end == start + 1 and scene.words.lemma[start] in word_list("labels")
    return is_medium(scene, start, end) or alone and scene.words.ent[start] == "ORG"


def is_origin(scene: Scene, noun: int, at: int) -> bool:
    """«|Источник| вдохновения: …», «Источник света: …»: what a thing comes from, and no informant."""
    words, of = scene.words, noun + 1
    if words.lemma[noun] not in INFORMANTS or of >= at or words.pos[of] != "NOUN" or words.ent[of]:
        return False
    thing = words.feat(of, "Case") == "Gen" and words.feat(of, "Animacy") == "Inan"
    return thing and words.lemma[of] not in bodies()

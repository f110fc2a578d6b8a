"""Labels by what they are: «Орехов», «Врач Ольга Сом», «Вестник», «Британская разведка»; no topic, «Пожар в порту»."""

from molva.entities.people import is_surname
from molva.lexicon.nouns import roles
from molva.quotes.direct.label_phrases import is_of_two_places, is_origin, is_posted
from molva.quotes.kinds import INFORMANTS, is_role
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_medium
from molva.quotes.scene import Scene
from molva.speakers.descriptions import FORMERLY

SHORTENED = 2  # letters of «ст. Тихая»
OF_A_TIME = frozenset("дня недели месяца сезона года века".split())  # «Совет |дня|: …», «Сделка |века|: …»


def plain_label(scene: Scene, start: int, at: int) -> int | None:
    """«Орехов», «Врач Ольга Сом», «Вестник», «Эксперт»: the head of a name, a title with a name, a medium, or a noun that may stand alone."""
    words = scene.words
    if _is_topic(scene, start, at):
        return None
    if "PER" in words.ent[start:at]:
        return _person(scene, start, at)
    first = start + (words.lemma[start] in FORMERLY)
    known = words.lemma[first].removeprefix("экс-") in word_list("labels") | INFORMANTS
    if known or _leads(scene, first, at):
        numbered = words.form[at - 1].isdigit()  # «Глава 2: Шаблоны»
        return None if numbered or is_origin(scene, first, at) else first
    heads = (head(scene, start, at) for head in _HEADS)
    return next((head for head in heads if head is not None), None)


def _person(scene: Scene, start: int, at: int) -> int | None:
    """«Ольга |Сом|», «|Врач| Ольга Сом»: a name, or what stands before it; but «Суд |над| Зуевым: день третий» is a topic."""
    words = scene.words
    name = words.ent.index("PER", start, at)
    if name > start and words.pos[start] == "NOUN" and words.feat(start, "Animacy") == "Inan":
        linked = "ADP" in words.pos[start:name]
        return start if _labels(scene, start) and not linked else None
    return name if words.pos[start] == "PROPN" else start


def _medium(scene: Scene, start: int, at: int) -> int | None:
    """«|Газета| «Бакен»: …»: a medium speaks as a whole."""
    return start if is_medium(scene, start, at) else None


def _modified(scene: Scene, start: int, at: int) -> int | None:
    """«Британская |разведка|: …»: the first noun, in the nominative."""
    words = scene.words
    noun = next((i for i in range(start, at) if words.pos[i] == "NOUN"), None)
    named = noun is not None and words.feat(noun, "Case") == "Nom" and _named_label(scene, start, noun)
    return noun if named else None


def _surname(scene: Scene, start: int, at: int) -> int | None:
    """«Лев |Зуев|: …»: a surname that the text has elsewhere, in capitals with what stands before it."""
    forms = scene.words.form[start:at]
    capitals = all(form[:1].isupper() or form == "." for form in forms)
    return at - 1 if capitals and scene.words.lower[at - 1] in scene.surnames else None


def _known(scene: Scene, start: int, at: int) -> int | None:
    """«|Орехов|: …»: one word, which the text shows to be a name."""
    return start if at - start == 1 and _is_known_name(scene, start) else None


def _organisation(scene: Scene, start: int, at: int) -> int | None:
    """«|«Вестник»|: …», «Краевой |Минздрав|: …»: the name of a body, in marks or not, with an adjective or without."""
    words = scene.words
    in_marks = _is_name_in_marks(scene, start, at)
    own = start + (words.pos[start] == "ADJ" and words.feat(start, "Case") == "Nom" and start + 1 < at)
    return own + in_marks if in_marks or all(words.ent[i] == "ORG" for i in range(own, at)) else None


# the heads of labels without a person's name, the surest first
_HEADS = (_medium, _modified, _surname, _known, _organisation)


def _is_known_name(scene: Scene, i: int) -> bool:
    """«Орехов: …», and nothing more of him; «СТА: …», and below «директор Союза турагентств (СТА)»; «Горсвет: …», and below «в Горсвете»."""
    words, name = scene.words, scene.words.lower[i]
    surname = words.pos[i] == "PROPN" and not words.ent[i] and is_surname(words.lower[i])
    short = words.form[i].isupper() and words.form[i] in scene.bodies
    return surname or short or words.form[i][:1].isupper() and len(name) > SHORTENED and any(
        words.ent[k] == "ORG" and name in {words.lower[k], words.lower[k][:-1]}
        for k in range(i + 1, len(words))
    )  # fmt: skip


def _is_name_in_marks(scene: Scene, start: int, at: int) -> bool:
    """«Вестник»: …; but «Вместе мы сила» tells something, and names no paper."""
    words = scene.words
    filled = scene.opens.get(start) == at - 1 and words.form[start + 1][:1].isupper()
    told = scene.has_predicate(start + 1, at - 1) or "PRON" in words.pos[start + 1 : at - 1]
    return filled and not told


def _leads(scene: Scene, start: int, at: int) -> bool:
    """«Основатель «Бакена»: …», «Владелец верфи: …», «Экс-мэр порта: …»: a person by what he leads, in the nominative."""
    words = scene.words
    role = is_role(words, start) or words.lemma[start].removeprefix("экс-") in roles()
    return at > start + 1 and role and words.feat(start, "Case") == "Nom"


def _is_topic(scene: Scene, start: int, at: int) -> bool:
    """«Пожар в порту: …», «Рыба, лёд и цены: …»: prepositions, conjunctions and commas, and no name at the end."""
    words = scene.words
    if any(words.lower[i] == "против" for i in range(start, at)):
        return True  # «Зуев против Зуева: спор о мосте»
    if words.pos[start] == "ADJ" and words.feat(start, "Case") == "Gen":
        return True  # «Другого мнения Зуев: …»
    if words.lower[at - 1] in OF_A_TIME:
        return True  # «Совет |дня|: пейте чай», «Команда |недели|: …»
    linked = any(words.pos[i] in {"ADP", "CCONJ", "SCONJ"} or words.form[i] == "," for i in range(start, at))
    who = (_is_body_of_place, is_posted, is_of_two_places)
    return linked and words.ent[at - 1] != "PER" and not any(is_so(scene, start, at) for is_so in who)


def _is_body_of_place(scene: Scene, start: int, at: int) -> bool:
    """«ГУ МВД по Приреченской области: …», «Управление Росреестра по краю: …»: one name, with where the body is."""
    words = scene.words
    named = all(words.ent[i] == "ORG" for i in range(start, at))
    linking = [words.lower[i] for i in range(start, at) if words.pos[i] == "ADP"]
    return named and linking == ["по"]


def _named_label(scene: Scene, start: int, noun: int) -> bool:
    """«Британская разведка: …», «Западная пресса: …»: adjectives, then a noun that may stand alone there."""
    words = scene.words
    modified = all(words.pos[i] == "ADJ" for i in range(start, noun))
    return modified and _labels(scene, noun)


def _labels(scene: Scene, noun: int) -> bool:
    """Whether a noun without a name can be a label: «эксперт», «разведка»."""
    return scene.words.lemma[noun] in word_list("labels") or scene.words.lemma[noun] in word_list("bodies")

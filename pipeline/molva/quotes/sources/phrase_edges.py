"""Which neighbours join a source's noun phrase though the tree leaves them out: marks, brackets, further titles, the rest of a name."""

from molva.quotes.draft import Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import glued, in_address, is_kind
from molva.quotes.scene import Scene
from molva.quotes.sources.phrase_words import preposition_of
from molva.quotes.sources.subjects import NOMINAL, nominative
from molva.tokens.marks import OPENING

SENTENCE = 5  # words and the mark of a name that is a sentence
NAMED = 6  # words of a name with the mark that opens it
BRACKET = 8  # words of a bracket inside a noun phrase
BEHIND_BRACKET = 8  # words from a bracket to the name: «(ВА) Липовского района Заречной области Клим Зуев»


def joins_left(scene: Scene, i: int, left: int) -> bool:
    """The mark that opens a name, a further word of the name that begins the phrase, or «|временно| исполняющий обязанности»."""
    words = scene.words
    if words.lower[i] == "временно":
        return words.lower[left].startswith("исполняющ")
    if words.form[i] in OPENING:
        return i in scene.opens
    if _said_before(scene, i, left):
        return False
    return words.ent[i] != "" and words.ent[i] == words.ent[left] and same_entity(scene, i, left)


def genitive_before(scene: Scene, i: int, head: int) -> bool:
    """«на вопрос Бурцева министр Хабиров»: a genitive stands after its noun, not before it.

    Nor does what another noun or a preposition has before it: «агентству |ТАСС| жители», «в |Telegram| управление культуры».
    """
    words = scene.words
    case = words.feat(head, "Case")
    if words.pos[i] not in {"NOUN", "PROPN", "X"} or words.ent[i] and words.ent[i] == words.ent[head]:
        return False
    named = words.ent[i] == "ORG" or words.lower[i] in word_list("networks")
    told = named and words.pos[head] == "NOUN" and case in {"Nom", "Acc"} and i > 0
    heard = told and (words.pos[i - 1] == "ADP" or words.feat(i - 1, "Case") in {"Dat", "Loc"})
    return heard or case == "Nom" and words.feat(i, "Case") == "Gen"


def _said_before(scene: Scene, i: int, left: int) -> bool:
    """«в |Telegram-канале| пресс-служба порта»: a noun with a preposition of its own, though it be one name for the tagger."""
    return scene.words.feat(left, "Case") == "Nom" and bool(preposition_of(scene, i))


def joins_right(scene: Scene, i: int, head: int, below: set[int], end: int) -> bool:
    """Punctuation inside the phrase: marks of a name, a comma before a further title or the name itself."""
    words = scene.words
    if words.ent[i] == "ORG" == words.ent[i - 1] and same_entity(scene, i - 1, i):
        return True  # «аналитик S&P Глеб Зуев»
    within = scene.bracket_around(i)
    if i in scene.brackets or within not in {None, scene.bracket_around(head)} or words.form[i] == ")":
        return _goes_on_after_bracket(scene, i, end)
    if i in scene.opens or _names_kind(scene, i - 1):
        return True
    if i in scene.closes:
        opening = scene.closes[i]
        return _names_kind(scene, opening) or any(k in below for k in range(opening, i))
    if words.form[i] == ",":
        return (
            _further_name(scene, i + 1, below)
            or i + 1 in below
            and i + 1 < end
            and (_further_title(scene, i + 1) or _adjectives_around(scene, i))
        )
    if words.form[i] in {"-", "."}:
        return i + 1 in below
    if "при" in words.lower[i - 1 : i + 1]:  # «постпредство Вестрии при ООН»
        return words.ent[i + (words.lower[i] == "при")] == "ORG"
    return words.ent[i] == "PER" and (
        words.ent[i - 1] != "PER"
        and words.pos[i - 1] in {"NOUN", "PROPN"}
        and nominative(scene, i)
        or words.ent[i - 1] == "PER"
        and same_entity(scene, i - 1, i)
    )


def _adjectives_around(scene: Scene, comma: int) -> bool:
    """«источники среди портовых|, |городских и краевых чиновников»: a comma in a list of adjectives."""
    words = scene.words
    if not words.pos[comma - 1] == words.pos[comma + 1] == "ADJ":
        return False
    return all(words.feat(comma - 1, name) == words.feat(comma + 1, name) for name in ("Case", "Number"))


def _names_kind(scene: Scene, mark: int) -> bool:
    """«телеграм-канал |«|Тихо, море»»: a mark that opens the name of the medium or the body before it."""
    kind = mark > 0 and (is_kind(scene, mark - 1) or scene.words.lemma[mark - 1] in word_list("bodies"))
    return kind and scene.holds_name(mark)


def _further_name(scene: Scene, i: int, below: set[int]) -> bool:
    """««Невод», |«Створ»| и «Бакен»», «мэрия, |а также суд|»: another of those who speak."""
    words = scene.words
    if words.lower[i : i + 2] == ["а", "также"]:
        i += 2
    elif i not in scene.opens:
        return False
    first = i + 1 if i in scene.opens else i
    return first in below and words.dep[first] == "conj"


def _further_title(scene: Scene, i: int) -> bool:
    """«депутат, |глава| порта Глеб Зуев», «депутат, |бывший| мэр»; but «актёр Глеб Зуев, |известный| своими ролями».

    Nor does a nominative of many describe one in the genitive: «по словам Глеба Зуева, |семьи|, …».
    """
    words = scene.words
    genitive = words.ent[i - 2] == "PER" and words.feat(i - 2, "Case") == "Gen"
    if genitive and words.feat(i, "Number") == "Plur":
        return False
    noun = words.pos[i] in NOMINAL or words.pos[i] == "ADJ" and words.head[i] > i
    return noun and words.feat(i, "Case") in {"Nom", ""}


def _goes_on_after_bracket(scene: Scene, i: int, end: int) -> bool:
    """«секретарь Совета безопасности (СНБО) Украины Пётр Орехов»: a bracket before the person's name.

    He may head another body too, and have a rank: «глава порта (ОРП) |и верфи капитан| Лев Зуев».
    """
    words = scene.words
    around = scene.bracket_around(i)
    start = i if i in scene.brackets else around[0] if around else None
    close = i if start is None else scene.brackets[start]
    if start is not None and (close - start > BRACKET or scene.has_predicate(start, close)):
        return False
    for after in range(close + 1, min(close + BEHIND_BRACKET, end)):
        if (
            words.ent[after] == "PER"
            or words.pos[after] == "PROPN"
            and words.feat(after, "Animacy") == "Anim"
        ):
            return True
        ranked = words.feat(after, "Animacy") == "Anim" and words.ent[after + 1 : after + 2] == ["PER"]
        joined = words.lower[after] == "и" or ranked and nominative(scene, after)
        if words.feat(after, "Case") != "Gen" and not words.ent[after] and not joined:
            return False  # «Минобороны» shows no case
    return False


def whole_names(scene: Scene, left: int, right: int, start: int, end: int) -> Stretch:
    """Stretches an edge that cuts a name to the whole name."""
    words = scene.words
    while left > start and words.ent[left] and words.ent[left - 1] and same_entity(scene, left - 1, left):
        if _said_before(scene, left - 1, left):
            break
        left -= 1
    while right < end and words.ent[right - 1] and words.ent[right] and same_entity(scene, right - 1, right):
        right += 1
    return left, right


def over_name(scene: Scene, left: int, right: int, end: int) -> int:
    """On over the rest of a name («Створ.ру», «24chas») and the mark that closes it («Наш берег»)."""
    while right < end and (in_address(scene, right) or glued(scene, right)):
        right += 1
    return right + (right < end and scene.closes.get(right, -1) in range(left, right))


def over_name_of_kind(scene: Scene, mark: int, end: int) -> int | None:
    """«телеграм-канал |«Осторожно, порт»|», «канал «ЧП / Кобо»»: a name in marks behind its kind is one, whatever stands in it."""
    words, close = scene.words, scene.opens.get(mark)
    if (
        close is None
        or close >= end
        or close - mark > NAMED
        or words.lemma[mark - 1] not in word_list("medium_nouns")
    ):
        return None
    short = close - mark <= SENTENCE or not scene.has_predicate(mark, close)  # «Портал |«Море шумит»|»
    return close + 1 if words.form[mark + 1][:1].isupper() and short else None


def over_short_form(scene: Scene, bracket: int, end: int) -> int:
    """«конструкторское бюро |(КБ) «Восход»|»: a noun's short form stands between it and the name in marks."""
    words, close = scene.words, scene.brackets.get(bracket)
    if close != bracket + 2 or not words.form[bracket + 1].isupper() or close + 1 >= end:
        return bracket
    named = words.form[close + 2 : close + 3]
    last = scene.opens.get(close + 1)
    fits = last is not None and last < end and last - close <= NAMED and named[0][:1].isupper()
    return last + 1 if last is not None and fits and not scene.has_predicate(close + 1, last) else bracket


def same_entity(scene: Scene, i: int, j: int) -> bool:
    """Whether two words stand in one entity."""
    doc, index = scene.words.doc, scene.words.index
    return all(doc[k].ent_iob_ == "I" for k in range(index[min(i, j)] + 1, index[max(i, j)] + 1))

"""The nominative nearest to a verb, over all that may stand between: clauses, brackets, dates, names in marks."""

from molva.lexicon.nouns import bodies
from molva.quotes.ends.between_commas import behind_day, behind_gerund, by_the_way
from molva.quotes.scene import DASHES, Scene
from molva.quotes.sources.appositions import with_name
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.subjects import agrees, is_subject, nominative

OBLIQUE = frozenset({"Gen", "Loc", "Ins", "Dat"})
COUNTED_IN = (["в", "том", "числе"], ["включая"], ["как", "и"], ["наряду", "с"], ["вместе", "с"])


def nearest_nominative(scene: Scene, verb: int, start: int, end: int) -> Source | None:
    """The nominative noun phrase closest to the verb, right side first: «сообщил журналистам глава …»."""
    right = _scan(scene, range(verb + 1, end), verb)
    if right is not None:
        return with_name(scene, phrase(scene, right, start, end, stop=verb), verb)
    left = _scan(scene, range(verb - 1, start - 1, -1), verb)
    return with_name(scene, phrase(scene, left, start, end, stop=verb), verb) if left is not None else None


def _scan(scene: Scene, order: range, verb: int) -> int | None:
    """The first word in ``order`` that can be the verb's subject; walls of other clauses stop the search."""
    skip_to: int | None = None
    for i in order:
        if skip_to is not None and i > skip_to:
            continue
        skip_to = _over(scene, i, order) if order.step < 0 else None
        if skip_to is not None:
            continue
        if order.step > 0 and (behind := _goes_on(scene, i, order.stop, verb)):
            return _scan(scene, range(behind, order.stop), verb)
        if i in scene.opens and order.step > 0:
            named = scene.words.ent[i + 1] == "ORG" and nominative(scene, i + 1)
            return _noun_of_name(scene, i) if named or _in_marks(scene, i, verb) else None
        if _stops_search(scene, i):
            return None
        if is_subject(scene, i, verb):
            return i
    return None


def _goes_on(scene: Scene, i: int, end: int, verb: int) -> int | None:
    """Where the search goes on behind an insert, a bracket or a name in marks that begins at a word.

    «сообщил в Facebook |(принадлежит компании Meta)| мэр», «заявил на канале |«Север»| мэр».
    """
    if scene.words.form[i] == ",":
        behind = _behind_insert(scene, i, end)
        return behind or (by_the_way(scene, i, end) if i == verb + 1 else None)
    if i in scene.brackets:
        return scene.brackets[i] + 1
    named = i in scene.opens and _of_an_oblique(scene, i, verb)
    return scene.opens[i] + 1 if named and (i - 1 > verb or scene.opens[i] + 1 < end) else None


def _noun_of_name(scene: Scene, mark: int) -> int:
    """«Портовый |листок|»: the noun of a name in marks, its first word if it has none."""
    inside = range(mark + 1, scene.opens[mark])
    return next((i for i in inside if scene.words.pos[i] != "ADJ"), mark + 1)


def _of_an_oblique(scene: Scene, mark: int, verb: int) -> bool:
    """«заявил в эфире телеканала |«Север»| мэр»: a name in marks stands in the case of its noun, which is no subject's."""
    words = scene.words
    if mark - 1 >= verb and words.feat(mark + 1, "Case") == "Dat":
        # «рассказали (утром) |«Деловому курьеру»| два рыбака»: who was told
        return all(words.feat(k, "Case") == "Dat" for k in range(mark + 1, scene.opens[mark]))
    if mark - 1 == verb:
        return False
    if mark - 1 > verb and words.pos[mark - 1] == "ADP":
        return True  # «заявил на странице во |«Ветке»| мэр»
    noun = mark - 1 > verb and (words.pos[mark - 1] == "NOUN" or _is_legal_form(words.form[mark - 1]))
    told = words.lemma[mark - 1] == "радио" and not agrees(
        scene, mark - 1, verb
    )  # «сказал |радио «Створ»| мэр»
    return noun and (words.feat(mark - 1, "Case") in OBLIQUE or told)


def _is_legal_form(form: str) -> bool:
    """«в пресс-службе |ООО| «Невод»»: the capitals before a firm's name, which tell what kind of firm it is."""
    return form in {
        "ООО",
        "ОАО",
        "ПАО",
        "ЗАО",
        "АО",
        "НАО",
        "ИП",
        "ГУП",
        "МУП",
        "ФГУП",
        "НКО",
        "АНО",
        "ГП",
        "МП",
        "ГК",
        "УК",
        "МО",
    }


def _is_oblique_kind(scene: Scene, i: int) -> bool:
    """«фирмы |«Невод»|», «ЧВК |«Невод»|»: the kind of a body in a case that is no subject's, and so its name's."""
    words = scene.words
    short = words.form[i].isupper() and len(words.form[i]) > 1 and words.ent[i] != "LOC"
    return (words.lemma[i] in bodies() or short) and words.feat(i, "Case") in OBLIQUE


def _behind_insert(scene: Scene, comma: int, end: int) -> int | None:
    """The word behind a gerund's clause or a date between commas."""
    return behind_gerund(scene, comma, end) or behind_day(scene, comma, end)


def _in_marks(scene: Scene, mark: int, verb: int) -> bool:
    """«сообщает «Маяк-Инфо»»: a name in marks right behind the verb, whatever the names stage made of it."""
    close = scene.opens[mark]
    beside = mark == verb + 1 + (scene.lower(verb + 1) == "и")  # «пишет |и «112»|»
    short = beside and close - mark <= 4 and not scene.words.form[mark + 1][:1].islower()
    # not «рассказал „Бакену“ мэр»
    last = close + 1 >= len(scene.words) or scene.words.pos[close + 1] == "PUNCT"
    return short and last and verb in scene.cues and not scene.has_predicate(mark + 1, close)


def _over(scene: Scene, i: int, order: range) -> int | None:
    """Backwards over «(CBF)», «— мальчики из школы —», «, комментируя решение,»: the word before them."""
    words = scene.words
    if (before := _under_preposition(scene, i)) is not None:
        return before
    if words.form[i] == ")":
        opening = (k - 1 for k in range(i - 1, max(order.stop, i - 9), -1) if words.form[k] == "(")
        return next(opening, None)
    if words.form[i] in DASHES and i < order.start + 2:
        return next(
            (k - 1 for k in range(i - 1, max(order.stop, i - 16), -1) if words.form[k] in DASHES), None
        )
    noun = scene.closes[i] - 1 if i in scene.closes else order.stop
    if noun > order.stop and words.pos[noun] == "NOUN" and not any(words.ent[k] for k in range(noun + 1, i)):
        return noun  # «Зуев в программе «Час с мэром» заявил»
    if noun > order.stop and _is_oblique_kind(scene, noun):
        return noun  # «Зуев назвал отчёт фирмы |«Невод»| ложью и пообещал»
    return _before_insert(scene, i, order.stop + 1) if words.form[i] == "," else None


def _under_preposition(scene: Scene, i: int) -> int | None:
    """«Зуев в беседе |с Stvor.am| сказал»: back over a body's name of several words that a preposition governs."""
    words, first = scene.words, i
    while first > 0 and words.ent[i] == "ORG" and words.doc[words.index[first]].ent_iob_ == "I":
        first -= 1
    return first - 2 if 0 < first < i and words.pos[first - 1] == "ADP" else None


def _stops_search(scene: Scene, i: int) -> bool:
    """Whether another clause begins at a word, so that the verb has no subject behind it."""
    form = scene.words.form[i]
    return form in {",", ";", ":", "(", ")"} or form in DASHES or scene.is_finite(i)


def _before_insert(scene: Scene, comma: int, start: int) -> int | None:
    """Over «…, комментируя решение, » and «…, бежавший из страны, » back to the comma that opens it.

    Over those who are counted in, too: «…, в том числе Липовки, Яра и Броды, ».
    """
    words, nearest = scene.words, True
    for i in range(comma - 1, max(start, comma - 25) - 1, -1):
        if words.form[i] != ",":
            continue
        opening = range(i + 1, min(i + 4, comma))
        if any(words.lower[i + 1 : i + 1 + len(counted)] == counted for counted in COUNTED_IN):
            return i - 1
        if nearest and any(
            words.feat(k, "VerbForm") in {"Conv", "Part"}
            and not words.feat(k, "Variant")
            or words.lemma[k] == "который"
            for k in opening
        ):
            return i - 1
        if any(scene.is_finite(k) for k in range(i + 1, comma)):
            return None
        nearest = False
    return None

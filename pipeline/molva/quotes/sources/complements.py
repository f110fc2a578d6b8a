"""The source in the genitive behind a noun: «по словам |министра Орехова|», «заявление |МИД|»."""

from molva.lexicon.analyses import analyses_of
from molva.quotes.kinds import INFORMANTS, is_thing
from molva.quotes.scene import Scene
from molva.quotes.sources.appositions import ACTS, to_the_name
from molva.quotes.sources.nouns_behind import noun_behind, stands
from molva.quotes.sources.phrase_words import FROM
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.subjects import NOMINAL, agrees
from molva.speakers.pronouns import THEIRS

NEVER_FIRST = frozenset({"PUNCT", "VERB", "AUX", "SCONJ", "CCONJ", "ADP"})  # parts of speech
BELOW = frozenset({"nmod", "flat", "appos", "obl", "nsubj", "flat:name", "flat:foreign", "iobj", "obj"})
ORDINALS = frozenset({"последнего", "последней", "последних", "первого", "первой"})
NAMED = 6  # words of a name with its marks
NEAR = 8  # words from a participle to its noun
OF_PEOPLE = frozenset({"слово", "мнение", "рассказ"})  # which somebody has, and no paper


def whose(scene: Scene, noun: int, start: int, end: int) -> Source | None:
    """«|его| слова», «слова |мэра|»: who has said what a noun names."""
    if noun - 1 >= start and scene.words.lower[noun - 1] in THEIRS:
        return Source((noun - 1, noun), noun - 1)
    return complement(scene, noun, end)


def complement(scene: Scene, noun: int, end: int) -> Source | None:
    """The source in the genitive after a noun: «по словам министра Орехова», «заявление МИД»."""
    words, first = scene.words, _first_behind(scene, noun)
    if first >= end:
        return None
    close = min(first + (words.pos[first] == "NUM"), end - 1)  # «по словам |двух| близких к мэрии источников»
    behind = noun_behind(scene, close, end) if stands(words, close) else None
    described = _described(scene, first, end) if behind is None else behind[1]
    one = _is_one(scene, noun, first)
    if words.pos[first] in NEVER_FIRST and first not in scene.opens and described is None and not one:
        return None
    if one or _is_ordinal(scene, first) or _are_people(scene, noun, first):
        return Source((first, first + 1), first)
    head = _hangs_on(scene, noun, end) if described is None else described
    if behind is None and described is not None and described - first > 1:
        first = described  # «по мнению |опрошенных «Бакеном»| врачей»: the paper has asked, and says nothing
    head = first_nominal(scene, first, end) if head is None else head
    if head is None:
        return _called(scene, first, end)
    found = phrase(scene, head, first, end)
    if found.span[0] < first or _is_told(scene, noun, found):
        return None
    found = _without_subject(scene, Source((first, max(found.span[1], head + 1)), found.head))
    found = _without_list(scene, _without_noun_behind_name(scene, found))
    return _without_place(scene, to_the_name(scene, found, end))


def _is_told(scene: Scene, noun: int, who: Source) -> bool:
    """«бросил упрёк |спикеру|, что …»: whom one verb gives the noun to, which is nobody's genitive."""
    words, verb = scene.words, scene.words.head[who.head]
    given = words.feat(who.head, "Case") == "Dat" and words.feat(who.head, "Animacy") == "Anim"
    return given and verb == words.head[noun] and scene.is_finite(verb) and words.feat(noun, "Case") == "Acc"


def _called(scene: Scene, first: int, end: int) -> Source | None:
    """«по данным |«Говорит Омск»|, …»: a name that has a verb in it, in marks before a comma."""
    close = scene.opens.get(first, end)
    if close + 1 >= end or close - first > NAMED or scene.words.form[close + 1] != ",":
        return None
    if not all(scene.words.form[k][:1].isupper() for k in (first + 1, close - 1)):
        return None
    named = (k for k in range(first + 1, close) if scene.words.ent[k])
    return Source((first, close + 1), next(named, first + 1))


def _described(scene: Scene, first: int, end: int) -> int | None:
    """«|управляющего| директора», «|опрошенных| «Бакеном» |врачей|», «|попавшего| в бурю |Зуева|»: whom a participle describes.

    It agrees with him in the genitive, whatever the tree hangs on what; «|собравшихся|,» stands alone.
    """
    words = scene.words
    if not _is_genitive_participle(scene, first):
        return None
    if words.form[first + 1] == "," and words.feat(first, "Number") == "Plur":
        return first
    for k in range(first + 1, min(first + NEAR, end)):
        if words.form[k] == "," or scene.is_finite(k):
            return None
        case = words.feat(k, "Case")
        genitive = case == "Gen" or case == "Acc" and words.may_be_genitive(k)
        told = not is_thing(words, k) or words.lemma[k] in INFORMANTS  # «по словам |проверенных| источников»
        if words.pos[k] in {"NOUN", "PROPN"} and genitive and told:
            return k if words.feat(k, "Number") in (words.feat(first, "Number"), "") else None
    return None


def _is_genitive_participle(scene: Scene, i: int) -> bool:
    """«|опрошенных| врачей», «|следящего| за рекой портала»: a participle that may be a genitive, whatever the tagger takes it for."""
    words = scene.words
    if words.pos[i] not in {"VERB", "NOUN", "ADJ"}:
        return False
    readings = [one.grammemes for one in analyses_of(words.lower[i])]
    told = words.pos[i] == "VERB" or all("PRTF" in marks for marks in readings)
    return told and any({"PRTF", "gent"} <= marks for marks in readings)


def _first_behind(scene: Scene, noun: int) -> int:
    """The word behind a noun, a particle and a preposition skipped: «по информации |же| мэрии», «данным |из| СМИ»."""
    words, first = scene.words, noun + 1 + (scene.lower(noun + 1) == "же")
    first += len(ACTS) if words.lower[first : first + len(ACTS)] == ACTS else 0
    out_of = first < len(words) and words.form[first] in FROM  # no «по словам |С.| Орехова»
    return first + 1 if out_of and words.feat(first + 1, "Case") in {"Gen", ""} else first


def _is_ordinal(scene: Scene, i: int) -> bool:
    """«по словам |последнего|, …»: a word that stands for one of those named, without a noun."""
    return scene.words.lower[i] in ORDINALS and scene.words.pos[i + 1 : i + 2] not in (["NOUN"], ["ADJ"])


def _are_people(scene: Scene, noun: int, i: int) -> bool:
    """«по словам |местных|, …», «по словам |Заречного|, …»: an adjective alone in the genitive, of many or with a capital."""
    words = scene.words
    alone = (words.pos[i], words.feat(i, "Case")) == ("ADJ", "Gen") and words.form[i + 1 : i + 2] == [","]
    people = words.feat(i, "Number") == "Plur" or words.ent[i] == "PER"
    return alone and people and words.lemma[noun] in OF_PEOPLE


def _is_one(scene: Scene, noun: int, i: int) -> bool:
    """«по словам |задержанной|, …», «по мнению |выступавшего|, …»: a participle that stands for the person, with nothing behind it."""
    words = scene.words
    form = words.feat(i, "VerbForm") == "Part" or words.pos[i] == "ADJ"
    alone = form and words.feat(i, "Case") == "Gen" and words.form[i + 1 : i + 2] == [","]
    another = (
        i + 2 < len(words) and words.feat(i + 2, "Case") == "Gen" and words.pos[i + 2] in {"ADJ", "VERB"}
    )
    one = words.feat(i, "Number") == "Sing" and not words.feat(i, "Variant")
    return alone and one and not another and words.lemma[noun] in OF_PEOPLE


def _hangs_on(scene: Scene, noun: int, end: int) -> int | None:
    """The noun that the tree hangs on this one, to its right and before any comma."""
    words = scene.words
    below = (
        c for c in words.children[noun] if c > noun and words.dep[c] in BELOW and words.pos[c] in NOMINAL
    )
    head = next(below, None)
    parted = head is None or head >= end or any(words.form[k] == "," for k in range(noun, head))
    return None if parted else head


def _without_place(scene: Scene, source: Source) -> Source:
    """«по словам рыбаков, |у Зуева| не было лодки»: a comma and a preposition begin the claim."""
    words, (begin, end) = scene.words, source.span
    commas = (
        k for k in range(source.head + 1, end - 1) if words.form[k] == "," and words.pos[k + 1] == "ADP"
    )
    return Source((begin, next(commas, end)), source.head)


def _without_list(scene: Scene, source: Source) -> Source:
    """«по словам главы порта, |рейсы, паромы| и катера нужны»: things in the nominative behind a comma are what the claim is about."""
    words, (begin, end) = scene.words, source.span
    if words.feat(source.head, "Case") != "Gen":
        return source
    commas = (
        k for k in range(source.head + 1, end - 1) if words.form[k] == "," and _lists(scene, k + 1, end)
    )
    return Source((begin, next(commas, end)), source.head)


def _lists(scene: Scene, first: int, end: int) -> bool:
    """«рейсы, …», «совместные рейсы, …»: a thing in the nominative, with its adjectives."""
    words = scene.words
    noun = next((k for k in range(first, end) if words.pos[k] not in {"ADJ", "DET"}), first)
    thing = words.pos[noun] == "NOUN" and words.feat(noun, "Animacy") == "Inan" and not words.ent[noun]
    return thing and all(words.feat(k, "Case") == "Nom" for k in range(first, noun + 1))


def _without_subject(scene: Scene, source: Source) -> Source:
    """«по данным следствия Глеб Зуев …», «по данным источника Глебу Зуеву стало плохо»: a name in another case begins the claim."""
    words, (begin, end) = scene.words, source.span
    one = words.feat(source.head, "Animacy") == "Anim" and words.feat(source.head, "Number") != "Plur"
    if words.feat(source.head, "Case") != "Gen":
        return source
    if (short := _short_subject(scene, source)) is not None:
        return Source((begin, short), source.head)
    if one and words.lemma[source.head] not in INFORMANTS:
        return source  # the name of «директора Глеб Зуев» is his
    names = (i for i in range(source.head + 1, end) if words.ent[i] == "PER" and words.ent[i - 1] != "PER")
    name = next((i for i in names if words.feat(i, "Case") in {"Nom", "Dat"}), end)
    return Source((begin, name - (words.form[name - 1] == ",")), source.head)


def _short_subject(scene: Scene, source: Source) -> int | None:
    """«по словам женщины |ЧП| произошло во дворе»: capitals right before a verb that has no other subject, behind one person."""
    words, (begin, end) = scene.words, source.span
    last = end - 1
    if (
        last <= max(source.head, begin)
        or end >= len(words)
        or not scene.is_finite(end)
        or words.subjects(end)
    ):
        return None
    short = words.form[last].isupper() and len(words.form[last]) > 1 and words.ent[last] != "PER"
    alone = words.feat(source.head, "Animacy") == "Anim" and last == source.head + 1
    return last if short and alone and agrees(scene, last, end) else None


def _without_noun_behind_name(scene: Scene, source: Source) -> Source:
    """«по словам директора Глеба Зуева порт …», «слова Стояновой корреспондент …»: a noun in the nominative behind the name ends it.

    Nor is it the head where the tree takes a surname for an adjective.
    """
    words, (begin, end) = scene.words, source.span
    behind = (i for i in range(begin + 1, end) if words.ent[i - 1] == "PER" and not words.ent[i])
    subject_of_claim = next(
        (i for i in behind if words.pos[i] == "NOUN" and words.feat(i, "Case") in {"Nom", "Acc"}), end
    )
    return Source((begin, subject_of_claim), min(source.head, subject_of_claim - 1))


def first_nominal(scene: Scene, start: int, end: int) -> int | None:
    """The first noun, name or pronoun within eight words, before any mark or verb."""
    words = scene.words
    for i in range(start, min(end, start + 8)):
        if words.pos[i] in {"PUNCT", "VERB", "AUX", "SCONJ"} and i not in scene.opens:
            return None
        if words.pos[i] in NOMINAL - {"NUM", "DET", "SYM"}:
            return i
    return None

"""Whom somebody told: «сказал РБК», «сообщил изданию», «рассказала корреспонденту «Вестника»»."""

from molva.entities.two_bodies import has_no_medium, is_site
from molva.quotes.draft import Draft, Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import (
    ends_oblique,
    has_one_name,
    in_address,
    in_dative,
    is_channel_of,
    is_dative_only,
    is_foreign,
    is_kind,
    is_listed,
    is_medium,
    is_named_body,
    known_before,
    name_at,
    shows_no_case,
)
from molva.quotes.media.undeclined import heard_beside, points_at_what_was_told, undeclined_name
from molva.quotes.scene import Scene
from molva.speakers.dependents import MONTHS
from molva.words import Words

WEEKDAYS = frozenset("понедельник вторник среда четверг пятница суббота воскресенье".split())
NEWSROOMS = frozenset({"редакция", "студия"})
BEFORE = 6  # words before the subject: «изданию «Створ» в порту заявили»
FAR = 12  # words from «об этом» to its verb
REACH = 9  # words after the verb: «сообщила вечером в понедельник агентству …»


def told(scene: Scene, draft: Draft, verb: int, start: int, end: int) -> Stretch | None:
    """The medium that the subject of ``verb`` told something."""
    words, aside = scene.words, _aside(scene, verb)
    for i in range(max(start, _from(scene, draft, verb)), min(end, _reach(draft, verb))):
        if i in aside:
            continue
        if i > verb and words.form[i] in {",", ":", "."} and not draft.in_source(i):
            break
        if i == verb or draft.covers(i) or "," in words.form[i:verb]:
            continue
        if draft.in_source(i):
            found = _in_source(scene, draft, i, verb)
        elif words.lower[i - 1] == "и" and draft.source and draft.source[1] == i - 1:
            continue  # «сообщают «Невод» и «Створ»»: another that speaks
        else:
            found = _hearer(scene, draft, i, verb, end)
        if found:
            return found
    return None


def _in_source(scene: Scene, draft: Draft, i: int, verb: int) -> Stretch | None:
    """«В администрации района |«Бакену»| сообщили»: a hearer that has been taken for a part of the source."""
    closing = i in scene.opens and scene.opens[i] == verb - 1
    if closing and scene.words.lower[i - 1] != "и" and _spoken_to(scene, draft, i, verb):
        return i, verb
    last = i == _over_adverb(scene, verb) - 1
    return (i, i + 1) if last and _behind_a_body(scene, draft, i, verb) else None


def _reach(draft: Draft, verb: int) -> int:
    """Where a hearer may stand at the last: near the verb, or right behind its subject, however long the title."""
    behind = draft.source[1] + 1 if draft.source and draft.source[0] > verb else 0
    return max(verb + REACH, behind)


def _from(scene: Scene, draft: Draft, verb: int) -> int:
    """Where a hearer may stand at the first: near the verb, or before where many speak: «|«Створу»| в мэрии сообщили».

    Behind «об этом» all that stands before the verb is its own: «Об этом |газете «Створ»| сообщил мэр».
    """
    place = _where_many_speak(scene, draft, verb)
    if place and draft.source:
        return min(verb - 4, draft.source[0] - BEFORE)
    return next((k for k in range(verb - 4, verb - FAR, -1) if scene.is_of_this(k)), verb - 4)


def _aside(scene: Scene, verb: int) -> range:
    """«Западные СМИ |— Reuters, Sabah —| писали»: what stands between dashes right before the verb tells who speaks."""
    if not scene.is_dash(verb - 1):
        return range(0)
    first = scene.sentence(verb)[0]
    opening = next((k for k in range(verb - 2, first, -1) if scene.is_dash(k)), verb)
    return range(opening, verb)


def _over_adverb(scene: Scene, verb: int) -> int:
    """«РБК |также сообщили»: where verb and adverb begin."""
    return verb - (scene.words.lower[verb - 1] == "также")


def _behind_a_body(scene: Scene, draft: Draft, i: int, verb: int) -> bool:
    """«В пресс-службе ведомства |РБК| сообщили»: a medium right before the verb, behind a body that has its owner.

    Or behind one that no medium has: «в полиции |РБК| также сообщили».
    """
    words, start = scene.words, draft.source[0] if draft.source else i
    where = start > 0 and words.lower[start - 1] in {"в", "во"} and words.feat(verb, "Number") == "Plur"
    owned = i - start > 1 or i - start == 1 and words.form[start][:1].isupper()  # «в Минцифры |РБК| сообщили»
    owned = owned or has_no_medium(words, i - 1)
    owned = owned and not is_kind(scene, i - 1) and words.lemma[i - 1] not in word_list("reporters")
    return where and owned and is_listed(scene, i, i + 1) and shows_no_case(scene, i, i + 1)


def _where_many_speak(scene: Scene, draft: Draft, verb: int) -> bool:
    """«|В клубе| заявили «Порт Спорт»»: who speaks has been told, so that the name in marks right behind hears."""
    words, place = scene.words, draft.source[0] - 1 if draft.source else -1
    return (
        0 <= place < verb and words.lower[place] in {"в", "во", "на"} and words.feat(verb, "Number") == "Plur"
    )


def unnamed(scene: Scene, i: int) -> bool:
    """Whether a kind of medium stands without a name: «изданию», «агентству»."""
    after = i + 1
    words = scene.words
    while after < len(words) and words.feat(after, "Case") == "Gen" and not words.ent[after]:
        after += 1  # «агентству городских новостей «Бакен»»
    if after >= len(words):
        return True
    if is_channel_of(scene, i):
        return False
    named = after in scene.opens or words.ent[after] == "ORG" or is_foreign(scene, after)
    letter = words.form[after].isupper() and words.form[after + 1 : after + 2] != ["."]  # «издание Е1»
    named = named or letter and words.end[after] == words.start[min(after + 1, len(words) - 1)]
    return not named and not (words.pos[after] == "PROPN" and words.ent[after] != "PER")


def _hearer(scene: Scene, draft: Draft, i: int, verb: int, end: int) -> Stretch | None:
    """A hearer that begins at word ``i``: a kind of medium, a reporter, or a name alone."""
    words = scene.words
    stop = draft.source[0] if draft.source and draft.source[0] > i else end
    if is_kind(scene, i) and not in_address(scene, i + 1):
        after_reporter = i > 0 and words.lemma[i - 1] in word_list("reporters")
        if not _hears(scene, i, verb) and not after_reporter:
            return None
        if unnamed(scene, i):
            return None if words.lemma[i - 1] == "свой" else known_before(scene, i)
        return name_at(scene, i, stop)
    if words.lemma[i] in word_list("reporters") | NEWSROOMS:
        span = name_at(scene, i + 1, stop) if i + 1 < stop and not is_kind(scene, i + 1) else None
        named = span and (is_medium(scene, *span) or is_foreign(scene, i + 1) or is_named_body(scene, i + 1))
        return span if named else None
    return name_at(scene, i, stop) if _spoken_to(scene, draft, i, verb) else None


def _hears(scene: Scene, i: int, verb: int) -> bool:
    """«сообщил |газете| «Бакен»», «сказал |радио| «Створ»», «в четверг |газете| …»: a kind of medium in the dative, or what may be one.

    Behind the verb several of one name may be: «рассказал |журналистам «Бакена»|».
    """
    words, case = scene.words, scene.words.feat(i, "Case")
    if case == "Dat" or words.lemma[i] == "радио":  # which has no cases
        return True
    if case == "Loc" and not _governed(words, i):
        return True
    return i > verb and words.feat(i, "Number") == "Plur" and has_one_name(scene, i)


def _spoken_to(scene: Scene, draft: Draft, i: int, verb: int) -> bool:
    """Whether the name that begins at word ``i`` is a medium in the dative: «Портовому листку», «SHOT»."""
    words = scene.words
    if _closes_source(scene, draft, i):
        return True
    inside = words.ent[i] and words.doc[words.index[i]].ent_iob_ == "I"
    if inside or _governed(words, i):
        return False
    if heard_beside(scene, draft.source, i, verb):
        return True
    span = name_at(scene, i, scene.sentence(i)[1])
    site = span is not None and is_site(words, *span)
    if i not in scene.opens and not words.form[i][:1].isupper() and not site:
        return False
    return span is not None and _is_told(scene, draft, i, span, verb)


def _closes_source(scene: Scene, draft: Draft, i: int) -> bool:
    """«рассказал источник в мэрии |ТАСС|»: a known medium without case right behind who speaks.

    Or a name in marks and in the dative, or one without case behind a person's: «рассказал мэр Клим Зуев |Bakannews|».
    """
    if draft.source is None or draft.source[1] != i or draft.cue is None or draft.cue[1] > draft.source[0]:
        return False
    if i in scene.opens and is_dative_only(scene, i):
        return is_named_body(scene, i)
    if scene.words.ent[i - 1] == "PER" and undeclined_name(scene, i, scene.sentence(i)[1]) is not None:
        return True
    span = name_at(scene, i, scene.sentence(i)[1])
    return span is not None and is_listed(scene, *span) and shows_no_case(scene, *span)


def _is_told(scene: Scene, draft: Draft, i: int, span: Stretch, verb: int) -> bool:
    """The same of a name whose end is known, by its place or by its case: «рассказал |«Клопс»| мэр», «|Русской службе BBC|»."""
    words = scene.words
    if i in scene.opens and _by_its_place(scene, draft, span, verb):
        return True
    after_noun = _behind_a_noun(scene, i)
    dative = in_dative(scene, *span)
    if is_listed(scene, *span) or is_site(words, *span):
        return (
            dative or shows_no_case(scene, *span) and (not after_noun or span[1] == _over_adverb(scene, verb))
        )
    if dative and is_listed(scene, span[1] - 1, span[1]):
        return True  # «подтвердил Русской службе BBC»
    if after_noun:
        return False
    if is_foreign(scene, i):  # «сообщил Relovo Центр источник в мэрии»
        return i in range(verb + 1, verb + 3) and draft.source is not None
    of_body = any(words.lemma[k] in word_list("bodies") for k in range(*span))
    return not of_body and dative and is_named_body(scene, i) and not words.form[i].isupper()


def _governed(words: Words, i: int) -> bool:
    """«в |Telegram|», «в российский |Telegram|»: whether a preposition stands before a name."""
    before = words.pos[max(i - 2, 0)] if i and words.pos[i - 1] in {"DET", "ADJ"} else ""
    return i > 0 and "ADP" in {words.pos[i - 1], before}


def _behind_a_noun(scene: Scene, i: int) -> bool:
    """Whether a name may belong to the noun or adjective before it; to none of «сообщил в среду |ТАСС| источник», «3 мая |ТАСС|»."""
    words, before = scene.words, i - 1
    nominal = i > 0 and words.pos[before] in {"NOUN", "ADJ"} and not words.ent[before]
    day = words.lemma[before] in WEEKDAYS | MONTHS
    return nominal and not day and not points_at_what_was_told(scene, before)


def _by_its_place(scene: Scene, draft: Draft, span: Stretch, verb: int) -> bool:
    """Whether a name in marks hears for where it stands: «В клубе заявили |«Порт Спорт»|», «В мэрии города |«Створу»| пояснили»."""
    many = _where_many_speak(scene, draft, verb)
    if many and span[0] == verb + 1:
        return True
    right_before = many and span[1] == verb and in_dative(scene, *span)
    heard = right_before or _behind_verb_and_subject(scene, draft, span[0], verb)
    return heard and is_named_body(scene, span[0])


def _behind_verb_and_subject(scene: Scene, draft: Draft, i: int, verb: int) -> bool:
    """«Гурова рассказала |«Набережной»|», «призналась Зоя Гурова |«Новой сцене»|», «рассказала |«Радио Створ-4»| Гурова».

    Right behind a verb of telling whose subject is a person elsewhere, a name in marks can be nothing but a dative.
    """
    words, source = scene.words, draft.source
    if source is None or words.ent[source[1] - 1] != "PER":
        return False
    close = scene.opens[i]
    before = source[0] == close + 1 and i == verb + 1 and shows_no_case(scene, i, close)
    beside = i == verb + 1 or i == source[1] and source[0] == verb + 1
    return before or beside and ends_oblique(scene, i, close)

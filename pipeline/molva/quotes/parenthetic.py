"""Attribution beside the claim: по словам X, …;  как сообщил X, …;  …, сообщает X."""

from collections.abc import Iterator

from molva.quotes.authors import Author, author_of_cue
from molva.quotes.cues import FINITE, PASSIVE, Cue, of_talk
from molva.quotes.draft import Draft, Stretch
from molva.quotes.edges import (
    CLAUSE_OPENERS,
    COORDINATORS,
    clause_end,
    limits,
    relayed,
    skip_connectives,
    trailing_report,
    trim_all,
)
from molva.quotes.indirect import HINGES, NO_VERBS, finds, governor, noun_clause_end
from molva.quotes.lexicon import word_list
from molva.quotes.reference import points_back
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources import NOMINAL, Source, complement, phrase
from molva.quotes.titles import is_title
from molva.speakers.pronouns import THEIRS

LONGEST = 18  # words of an apposition behind a dash
SMALLEST = 2  # words of a claim that has no predicate
LEAST = 5  # words of a sentence whose predicate the tagger has missed: «Село на мель судно, сообщили …»
TIES = (("однако",), ("но",), ("а",), ("впрочем",), ("то", "есть"), ("кроме", "того"), ("при", "этом"))
NEXT = 2  # words between a verb and its source: a preposition, the medium that was told


def marker(scene: Scene) -> Iterator[Draft]:
    """По словам Орехова, смета утверждена.  Дождей, по её словам, не будет.  Согласно отчёту, …."""
    for i in range(len(scene.words)):
        found = attribution_phrase(scene, i)
        if found is None:
            continue
        cue, source, end = found
        parts = _under_which(scene, source, end) if source and source.span[1] <= i else host(scene, i, end)
        if parts and _says_something(scene, parts):
            draft = Draft("marker", "indirect", parts, cue=cue, sourceless=True)
            if source:
                draft.source, draft.source_head = source.span, source.head
            yield draft


def _under_which(scene: Scene, source: Source, start: int) -> list[Stretch]:
    """«отчёт, согласно которому смета утверждена, вышел в мае»: the relative clause alone is attributed."""
    high = limits(scene, start - 1)[1]
    return trim_all(scene, [(start, noun_clause_end(scene, source.head, start, high))])


def _says_something(scene: Scene, parts: list[Stretch]) -> bool:
    """A claim rather than a date or a number: «(по другим данным — 13 февраля)»."""
    return sum(b - a for a, b in parts) > SMALLEST or any(scene.has_predicate(a, b) for a, b in parts)


def attribution_phrase(scene: Scene, i: int) -> tuple[Stretch, Source | None, int] | None:
    """The cue, the source and the end of an attribution phrase that begins at word ``i``."""
    words = scene.words
    if scene.lower(i) in {"по", "со"} or scene.lower(i) == "с" and scene.lower(i + 1) != "точки":
        return _by_words(scene, i)
    if scene.lower(i) == "согласно":
        return _according(scene, i)
    if (
        scene.lower(i) == "на"
        and scene.lower(i + 1) == "взгляд"
        or scene.lower(i) == "с"
        and scene.lower(i + 1) == "точки"
    ):
        noun = i + 1 if scene.lower(i + 1) == "взгляд" else i + 2
        who = complement(scene, noun, limits(scene, i)[1]) if noun < len(words) else None
        return ((i, noun + 1), who, who.span[1]) if who else None
    return None


def _by_words(scene: Scene, i: int) -> tuple[Stretch, Source | None, int] | None:
    """«по словам X», «по его словам», «по данным X», «по некоторым данным», «со слов X»."""
    words = scene.words
    limit = limits(scene, i)[1]
    noun = next((j for j in range(i + 1, min(i + 5, limit)) if words.pos[j] == "NOUN"), None)
    if noun is None or any(
        words.form[j] == "," or words.lemma[j] in {"мой", "наш", "свой", "твой", "ваш", "этот", "тот"}
        for j in range(i, noun)
    ):
        return None
    if (
        words.lemma[noun] == "версия"
        and words.form[noun + 1 : noun + 2]
        and words.form[noun + 1][0].isdigit()
    ):
        return None  # «по версии 2.1 программы»
    free = _stands_free(scene, i)
    if scene.lower(i) == "по":
        if words.lemma[noun] not in word_list("markers") or words.feat(noun, "Case") not in {
            "Dat",
            "",
            "Ins",
            "Loc",
        }:
            return None
    elif words.lower[noun] != "слов":
        return None
    owner = next((j for j in range(i + 1, noun) if words.lower[j] in THEIRS), None)
    if owner is not None:
        return (i, noun + 1), Source((owner, owner + 1), owner), noun + 1
    who = complement(scene, noun, limit)
    if who is not None:
        end = _phrase_end(scene, who.span[1], limit)
        closed = end < limit and words.form[end] in {",", *DASHES} or end == limit
        # «чемпион по версии IBO» is a modifier: without commas only words and data attribute
        if not free and not closed or not free and words.lemma[noun] in {"версия", "оценка", "выражение"}:
            return None
        return (i, noun + 1), who, end
    stop = _phrase_end(scene, _dated(scene, noun + 1, limit), limit)
    closed = stop >= limit or words.form[stop] in {",", *DASHES, ":"}
    vague = stop > noun + 1 or _vague(scene, i, noun)
    return ((i, noun + 1), None, stop) if free and closed and vague else None


def _dated(scene: Scene, at: int, limit: int) -> int:
    """«по данным на утро понедельника, …»: on over the date to its comma."""
    if scene.lower(at) != "на":
        return at
    comma = next((k for k in range(at, min(at + 9, limit)) if scene.words.form[k] == ","), None)
    return comma if comma is not None and not scene.has_predicate(at, comma) else at


def _stands_free(scene: Scene, i: int) -> bool:
    """Whether an attribution phrase begins where one can: at an edge, after a comma or a conjunction."""
    words = scene.words
    if i == limits(scene, i)[0]:
        return True
    return (
        words.form[i - 1] in {",", ":", ";", *DASHES, *ENDS}
        or words.pos[i - 1] in {"CCONJ", "SCONJ", "ADV", "PART"}
        or words.lower[i - 1] in {"и", "но", "а", "что"}
    )


def _vague(scene: Scene, i: int, noun: int) -> bool:
    """«по некоторым данным», «по неофициальной информации», «по официальной версии»."""
    if noun == i + 1:
        return scene.words.lemma[noun] == "слух"  # «по слухам»
    return (
        noun - i >= 2
        and scene.words.lemma[noun] not in word_list("needing_owner")
        and all(scene.words.pos[j] in {"ADJ", "DET", "ADV", "VERB", "PRON"} for j in range(i + 1, noun))
    )


def _according(scene: Scene, i: int) -> tuple[Stretch, Source | None, int] | None:
    """«согласно отчёту Минфина, …»: the dative noun is the source; a law or a norm is none."""
    words = scene.words
    limit = limits(scene, i)[1]
    if scene.lower(i + 1) and words.lemma[i + 1] == "который":
        return _according_to_which(scene, i)
    head = next((j for j in range(i + 1, min(i + 6, limit)) if words.pos[j] in {"NOUN", "PROPN"}), None)
    if (
        head is None
        or words.lemma[head] in word_list("norms")
        or any(words.form[j] == "," for j in range(i, head))
    ):
        return None
    if not _says(scene, head):
        return None
    who = phrase(scene, head, i + 1, limit)
    if words.lemma[head] in word_list("markers") | {"оценка", "прогноз", "подсчет"}:
        owner = complement(scene, head, limit)
        if owner is not None and words.lemma[head] in {
            "данные",
            "информация",
            "оценка",
            "сообщение",
            "версия",
            "сведение",
            "мнение",
            "подсчет",
            "расчет",
        }:
            return (i, head + 1), owner, _phrase_end(scene, owner.span[1], limit)
    return (
        (i, i + 1),
        Source((i + 1, max(who.span[1], head + 1)), who.head),
        _phrase_end(scene, max(who.span[1], head + 1), limit),
    )


def _says(scene: Scene, head: int) -> bool:
    """Whether one can act on what the noun says: a report, a finding, a body, a person; no ticket."""
    words = scene.words
    known = word_list("documents") | word_list("finders") | word_list("markers") | word_list("bodies")
    known |= word_list("medium_nouns") | {"сми"}
    named = any(
        words.ent[i] for i in range(head, min(head + 4, len(words))) if words.sent[i] == words.sent[head]
    )
    return named or words.lemma[head] in known | {
        "результат",
        "статистика",
        "источник",
        "программа",
        "план",
        "дело",
        "легенда",
    }


def _according_to_which(scene: Scene, i: int) -> tuple[Stretch, Source | None, int] | None:
    """«подсчёт голосов, согласно которому …»: the source is the noun before the comma."""
    words = scene.words
    low = limits(scene, i)[0]
    which, claims = i + 1, word_list("markers") | word_list("finders") | {"отчет", "доклад"}
    noun = next(
        (
            j
            for j in range(i - 2, low - 1, -1)
            if words.lemma[j] in claims
            and words.feat(j, "Number") == words.feat(which, "Number")
            and words.feat(which, "Gender") in {"", words.feat(j, "Gender")}
            and not scene.has_predicate(j, i)
        ),
        None,
    )
    if noun is None:
        return None
    who = phrase(scene, noun, low, i - 1)
    return (i, i + 1), who, i + 2


def _phrase_end(scene: Scene, at: int, limit: int) -> int:
    """An attribution phrase runs on over a relative clause to the comma that closes it."""
    words = scene.words
    if at < limit and words.form[at] == "(":
        close = next((j for j in range(at, limit) if words.form[j] == ")"), None)
        if close is not None:
            at = close + 1
    if (
        at + 1 < limit
        and words.form[at] == ","
        and (
            words.lemma[at + 1] == "который"
            or words.feat(at + 1, "VerbForm") == "Part"
            and words.feat(at + 1, "Case")
        )
    ):
        close = next((j for j in range(at + 1, limit) if words.form[j] == ","), None)
        if close is None and words.feat(at + 1, "Number") == words.feat(at - 1, "Number"):
            return at if scene.has_predicate(at, limit) or words.feat(at + 1, "Case") == "Nom" else limit
        return close if close is not None else at
    if at < limit and words.form[at] not in {",", *DASHES, ".", ";"}:
        comma = next((j for j in range(at, min(at + 8, limit)) if words.form[j] == ","), None)
        if comma is not None and not scene.has_predicate(at, comma):
            return comma
    return at


def _compares(scene: Scene, i: int) -> bool:
    """«после того, как оставил службу», «вслед за тем, как объявил»: no attribution but a time."""
    timed = scene.lower(i - 3) in {"после", "за", "перед", "до", "с"}
    return scene.words.form[i - 1] == "," and scene.lower(i - 2) in HINGES and timed


def as_said(scene: Scene) -> Iterator[Draft]:
    """Как сообщил Орехов, смета готова.  Смета готова, как сообщили в министерстве."""
    words = scene.words
    for i in range(len(words) - 1):
        if (
            words.lower[i] != "как"
            or i
            and words.form[i - 1] not in {",", "(", *ENDS, *DASHES, ":", ";"}
            and i != scene.sentence(i)[0]
            and scene.lower(i - 1) not in COORDINATORS | {"так", "что"}
            and i - 1 not in scene.opens
        ):
            continue
        limit = limits(scene, i)[1]
        cue = next((scene.cues[j] for j in range(i + 1, min(i + 6, limit)) if j in scene.cues), None)
        if (
            cue is None
            or _compares(scene, i)
            or cue.form not in {FINITE, PASSIVE}
            or not cue.has("say", "think", "state", "relay", "ask", "find")
        ):
            continue
        if (
            any(words.form[j] == "," for j in range(i, cue.head))
            or words.lower[cue.head] == "говорится"
            and scene.lower(cue.head + 1) == ","
        ):
            continue
        end = _insert_end(scene, cue, limit)
        author = author_of_cue(scene, cue, i, end)
        if not cue.has("say", "think", "state", "relay", "ask") and not (
            author.source and finds(scene, author.source)
        ):
            continue
        if any(
            words.lower[j] == "что" and words.form[j - 1] == ","
            for j in range(cue.head + 1, min(end + 2, limit))
        ):
            continue
        parts = host(scene, i, end)
        if parts:
            yield author.fill(Draft("as", "indirect", parts), scene)


def _insert_end(scene: Scene, cue: Cue, limit: int) -> int:
    """The end of an inserted attribution: the comma (or colon) after its subject."""
    words = scene.words
    i = cue.head + 1
    while i < limit:
        if i in scene.opens:
            i = scene.opens[i] + 1
            continue
        if i in scene.brackets:
            i = scene.brackets[i] + 1
            continue
        if words.form[i] in DASHES and limit - i <= LONGEST and not scene.has_predicate(i, limit):
            return limit  # «…, считает Лаптева — профессор университета»
        if words.form[i] in {":", ";", *DASHES}:
            return i
        if words.form[i] == ",":
            following = i + 1
            if following < limit and _describes(scene, following, limit):
                return next((k for k in range(following, limit) if words.form[k] == ","), limit)
            if following + 1 < limit and _date(scene, following):
                i = _after_date(scene, cue, i, limit)
                continue
            if following < limit and (_title_goes_on(scene, i, limit) or _title_follows(scene, i, limit)):
                i += 1
                continue
            return i
        i += 1
    return limit


def _describes(scene: Scene, i: int, limit: int) -> bool:
    """«… агентство, которое …, », «… источник, близкий …», «…, ссылаясь на …»: on to the next comma.

    «Как сообщили в МВД, нападавшие скрылись»: a participle that is a subject describes nothing.
    """
    words = scene.words
    if words.lemma[i] in {"который", "близкий", "знакомый"} or words.feat(i, "VerbForm") == "Conv":
        return True
    if words.feat(i, "VerbForm") != "Part" or words.feat(i, "Variant") == "Short":
        return False
    close = next((k for k in range(i, limit) if words.form[k] == ","), limit)
    return not scene.has_predicate(i + 1, close)


def _date(scene: Scene, i: int) -> bool:
    """«в пятницу, 17 января, …»: a date behind its day."""
    words = scene.words
    return words.form[i].isdigit() and words.feat(i + 1, "Case") == "Gen" and words.pos[i + 1] == "NOUN"


def _after_date(scene: Scene, cue: Cue, comma: int, limit: int) -> int:
    """«сообщили в воскресенье, 8 июля, представители полиции»: the date is closed, the subject is to come."""
    words = scene.words
    told = any(
        words.ent[k]
        or words.feat(k, "Case") == "Nom"
        and words.pos[k] in NOMINAL
        and words.pos[k - 1] != "ADP"
        for k in range(cue.head + 1, comma)
    )
    close = next((k for k in range(comma + 1, min(comma + 7, limit)) if words.form[k] == ","), None)
    return comma + 1 if told or close is None else close + 1


def _title_goes_on(scene: Scene, comma: int, limit: int) -> bool:
    """«депутат, глава комитета Орехов»: a nominative noun, then the name before the next comma."""
    words = scene.words
    for i in range(comma + 1, min(comma + 12, limit)):
        if words.form[i] in {",", *DASHES} or scene.is_finite(i):
            return False
        if words.ent[i] == "PER":
            title = range(comma + 1, i)
            titled = any(words.pos[k] == "NOUN" and words.feat(k, "Case") == "Nom" for k in title)
            stop = next((k for k in range(i, limit) if words.ent[k] != "PER"), limit)
            stop = scene.brackets.get(stop, stop - 1) + 1
            closed = stop == limit or words.form[stop] in {",", *DASHES}
            return titled and closed and words.feat(i, "Case") in {"Nom", ""}
    return False


def _title_follows(scene: Scene, comma: int, limit: int) -> bool:
    """«Мария Фомушина, пресс-секретарь суда, …»: a name, then its title between commas."""
    words = scene.words
    if (
        words.ent[comma - 1] != "PER"
        or words.pos[comma + 1] != "NOUN"
        or words.feat(comma + 1, "Case") != "Nom"
        or words.feat(comma + 1, "Animacy") != "Anim"
    ):
        return False
    stop = next((i for i in range(comma + 1, min(comma + 12, limit)) if words.form[i] == ","), None)
    return stop is not None and not scene.has_predicate(comma, stop) and scene.has_predicate(stop, limit)


def inserted(scene: Scene) -> Iterator[Draft]:
    """Пожар потушен, сообщили в МЧС.  Поезд, сказал он, задержали.  Смета готова, пишет «Вестник»."""
    for i, cue in scene.cues.items():
        if cue.form not in {FINITE, PASSIVE} or not cue.has("say", "think", "state", "relay", "ask"):
            continue
        if _tells_of_something(scene, cue):
            continue
        start, end = limits(scene, i)
        comma = _comma_before(scene, i, start)
        if comma is None or _has_object(scene, cue, end):
            continue
        stop = _insert_end(scene, cue, end)
        goes_on = (
            stop < end - 1
            and scene.words.form[stop] == ","
            and _claim(scene, stop, end)
            and scene.lower(stop + 1) not in COORDINATORS
        )
        closing = stop >= end - 1 and comma - start >= LEAST and not _topic(scene, start, comma)
        if not (_claim(scene, start, comma) or goes_on or closing):
            continue
        author = _inserted_author(scene, cue, comma + 1, stop)
        if author is None or not (_claim(scene, start, comma) or goes_on or _right_after(author, cue)):
            continue
        parts = host(scene, comma + 1, stop)
        if parts and any(
            scene.words.pos[k] in {"VERB", "AUX", "ADJ", "NOUN"} for a, b in parts for k in range(a, b)
        ):
            yield author.fill(Draft("inserted", "indirect", parts), scene)


def _tells_of_something(scene: Scene, cue: Cue) -> bool:
    """«она описана», «сослался на занятость»: a subject is described, a ground is given, nothing is told."""
    words = scene.words
    described = cue.form == PASSIVE and words.feat(cue.head, "Gender") in {"Masc", "Fem"}
    return described or words.lemma[cue.head] in {"сослаться", "ссылаться"}


def _topic(scene: Scene, start: int, comma: int) -> bool:
    """«Ранее об уходе мэра со ссылкой на источник, знакомый с делом, сообщил «Вестник»»: a topic and no claim."""
    return any(scene.words.lower[i] in {"о", "об", "обо"} for i in range(start, comma))


def _right_after(author: Author, cue: Cue) -> bool:
    """«…, сообщили в МЧС»: the source follows its verb at once."""
    return author.source is not None and 0 <= author.source.span[0] - cue.span[1] <= NEXT


def _claim(scene: Scene, start: int, comma: int) -> bool:
    """Something that can be said stands before the attribution: a predicate or «X — Y»."""
    return (
        scene.has_predicate(start, comma)
        or any(scene.is_dash(i) for i in range(start, comma))
        or any(scene.words.lower[i] in NO_VERBS for i in range(start, comma))
        or scene.has_subject(start, comma)
    )


def _has_object(scene: Scene, cue: Cue, end: int) -> bool:
    """«…, написал признание в прокуратуру», «покинуть пост согласился глава»: nothing is attributed.

    A verb with an object, an infinitive or a topic of its own tells what was done, not what was said.
    """
    words = scene.words
    if cue.has("relay") or cue.span[1] - cue.span[0] > 1:
        return False
    if any(words.feat(c, "VerbForm") == "Inf" and words.dep[c] == "xcomp" for c in words.children[cue.head]):
        return True
    if scene.lower(cue.head - 1) in THEIRS or scene.lower(cue.head + 1) in {"о", "об"}:
        return True
    for i in range(cue.head + 1, min(cue.head + 5, end)):
        if words.form[i] in {",", *DASHES} or words.pos[i] in {"ADP", "PROPN", "PRON"} or words.ent[i]:
            return False
        if words.pos[i] == "NOUN":
            alike = words.feat(i, "Gender") == words.feat(cue.head, "Gender") == "Neut"  # «заявило ведомство»
            return words.feat(i, "Case") == "Acc" and words.feat(i, "Animacy") != "Anim" and not alike
    return False


def _comma_before(scene: Scene, verb: int, start: int) -> int | None:
    """The comma that opens the attribution: only circumstances may stand between it and the verb."""
    words = scene.words
    for i in range(verb - 1, max(start, verb - 8) - 1, -1):
        if words.lemma[i] in {"который", "кто", "чей"}:
            return None
        if (
            words.form[i] == ","
            or i in scene.closes
            and i == verb - 1
            and not is_title(scene, scene.closes[i], i)
            or words.form[i] in DASHES
            and words.form[i - 1] == ","
        ):
            if scene.lower(i + 1) in CLAUSE_OPENERS | COORDINATORS or words.lemma[i + 1] in {
                "который",
                "кто",
                "чей",
            }:
                return None
            return i
        if scene.is_finite(i) or words.pos[i] in {"SCONJ", "CCONJ"} or words.form[i] in {"(", ")", ":", ";"}:
            return None
        if words.pos[i] in {"NOUN", "PROPN"} and words.feat(i, "Case") == "Nom" and i != verb - 1:
            return None
    return None


def _inserted_author(scene: Scene, cue: Cue, start: int, end: int) -> Author | None:
    """The source of an inserted attribution: it must stand there, after the verb as a rule."""
    words = scene.words
    if end < len(words) and words.form[end] == "," and scene.lower(end + 1) in {"что", "чтобы", "будто"}:
        return None
    if of_talk(words, cue.head):
        return None
    author = author_of_cue(scene, cue, start, end)
    if author.source is None:
        return None
    before_verb = author.source.span[0] < cue.head
    if before_verb and not (
        words.lower[author.source.head] in {"он", "она", "они"} or start == author.source.span[0]
    ):
        return None
    if before_verb and (words.pos[author.source.head] != "PRON" or end - cue.head > 3):
        return None
    return author


def host(scene: Scene, start: int, end: int) -> list[Stretch]:
    """What an attribution phrase ``start``..``end`` is attached to: its sentence without it.

    A phrase at the head of a sentence rules all that follows; at the end, all before; in the
    middle, both sides, back to where its own clause begins.
    """
    low, high = limits(scene, start)
    if points_back(scene, low, high):
        return []
    left_from = _clause_start(scene, start, low, inserted=end < high - 1)
    right_to = _right_end(scene, end, high)
    left = (left_from, start)
    right = (end, right_to)
    if trailing_report(scene, end + 1, high) or relayed(scene, end + 1, high):
        right = (end, end)
    if not _worth(scene, *left):
        left = (start, start)
    elif left_from == low:
        first = skip_connectives(scene, low, start)
        left = (start, start) if not _worth(scene, first, start) else left
        left = (_behind_conjunction(scene, *left), left[1])
    return trim_all(scene, [part for part in (left, right) if part[0] < part[1]])


def _behind_conjunction(scene: Scene, start: int, end: int) -> int:
    """«Однако смета, по данным мэрии, выросла»: «однако», «но», «кроме того» tie the narrator's sentences."""
    words = scene.words
    for tie in TIES:
        stop = start + len(tie)
        if stop < end and tuple(words.lower[start:stop]) == tie and words.form[stop] != ".":
            return stop
    return start


def _worth(scene: Scene, start: int, end: int) -> bool:
    return any(scene.words.pos[i] in NOMINAL | {"VERB", "AUX", "ADJ", "ADV"} for i in range(start, end))


def _clause_start(scene: Scene, at: int, low: int, *, inserted: bool) -> int:
    """Back from an attribution to the beginning of the clause it stands in.

    «что», «после чего», «который» open it; «а», «но» only where somebody else has reported before.
    """
    words = scene.words
    if _behind_dash(scene, at, low):
        return at
    i = at - 1
    while i >= low:
        if i in scene.closes and scene.closes[i] >= low:
            i = scene.closes[i] - 1
            continue
        boundary = i == low or words.form[i - 1] in {",", ";", "—", "–"}
        if boundary and words.lower[i] in {"что", "чтобы"} and i > low and governor(scene, i) is not None:
            return i + 1
        if words.lower[i] == "чего" and words.pos[i - 1] == "ADP":
            return i + 1
        if (
            boundary
            and words.lower[i] in {"но", "а", "однако", "хотя", "поскольку"}
            and (
                at - i <= 2 or _reported_before(scene, low, i) or inserted and _two_claims(scene, low, i, at)
            )
        ):
            return i + 1
        if words.form[i] == ":" and i > low and words.start[i + 1] > words.end[i]:
            return i + 1  # «Планы ясны: по его словам, …»
        relative = words.lemma[i] == "который" or words.lower[i] in {"где", "куда", "откуда"}
        if relative and at - i <= 3 and (inserted or at - i <= 2 and words.form[at - 1] == ","):
            return i + 1
        if words.lower[i] == "чтобы" and at - i <= 2:
            return i + 1
        if words.lower[i] in COORDINATORS and at - i <= 2 or words.form[i] == ";":
            return i + 1
        i -= 1
    return low


def _behind_dash(scene: Scene, at: int, low: int) -> bool:
    """«Завод встал — по словам Орехова, кончилось сырьё»: behind a dash a new claim begins, the first is told already."""
    words = scene.words
    if at <= low + 1 or words.form[at - 1] not in DASHES or not scene.has_predicate(low, at):
        return False
    return words.form[at - 2] != "," and not any(
        words.form[i] in DASHES for i in range(at, limits(scene, at)[1])
    )


def _two_claims(scene: Scene, low: int, conjunction: int, at: int) -> bool:
    """«Завод строят, а смета, по словам Орехова, не готова»: «а» sets a claim of its own against the first."""
    words = scene.words
    return (
        words.lower[conjunction] == "а"
        and scene.has_predicate(low, conjunction)
        and not scene.has_predicate(conjunction, at)
    )


def _reported_before(scene: Scene, start: int, end: int) -> bool:
    return any(i in scene.cues and scene.cues[i].has("say", "think", "deny") for i in range(start, end))


def _right_end(scene: Scene, end: int, high: int) -> int:
    """On from an attribution to where the author speaks again."""
    i = end + 1 if end < high and scene.words.form[end] in {",", ":", *DASHES} else end
    return clause_end(scene, i, end, high) if i < high else high

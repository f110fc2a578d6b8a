"""По словам X, …;  согласно отчёту, …: a preposition, a noun of saying, and whose it is."""

from collections.abc import Iterator

from molva.quotes.attribute_ends import attribute_end
from molva.quotes.authors import Author
from molva.quotes.clause_ends import noun_clause_end
from molva.quotes.complements import complement
from molva.quotes.conjunctions import CLAUSE_OPENERS, COORDINATORS, RELATIVES
from molva.quotes.draft import Draft, Stretch
from molva.quotes.edges import limits, trim_all
from molva.quotes.hosts import host
from molva.quotes.insert_ends import behind_relay
from molva.quotes.kinds import is_thing
from molva.quotes.laws import is_law
from molva.quotes.lexicon import word_list
from molva.quotes.media import is_foreign
from molva.quotes.narration import clause_end
from molva.quotes.participles import behind_participle, given_by
from molva.quotes.phrases import Source, phrase
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.speech_nouns import FIGURES, OF_SOMEBODY
from molva.quotes.trailing import trailing_report
from molva.speakers.pronouns import THEIRS

FIRST = frozenset({"по", "со", "с", "согласно", "на", "в"})  # words that an attribution phrase begins with
NOT_OF_OTHERS = frozenset("мой наш свой твой ваш тот".split())
# «согласно решению суда, порт закроют»: an act of somebody's will tells what he has decided, as no law does
DECREES = frozenset({"указ", "решение", "постановление", "распоряжение", "приговор", "инициатива"})
# «согласно опубликованной Зуевым записи»: what has been made known says something, whatever it is
ISSUED = frozenset(
    "опубликовать обнародовать озвучить представить предоставить получить поступить разместить распространить "
    "утечь привести подать".split()
)
# «согласно предварительным данным»: nobody is told, while «согласно правительственным данным» tells whose they are
OF_NOBODY = frozenset(
    "предварительный последний имеющийся некоторый неофициальный неподтвержденный первоначальный свежий "
    "уточненный обновленный".split()
)
SMALLEST = 2  # words of a claim that has no predicate


def marker(scene: Scene) -> Iterator[Draft]:
    """По словам Орехова, смета утверждена.  Дождей, по её словам, не будет.  Согласно отчёту, …."""
    for i in [i for i, form in enumerate(scene.words.lower) if form in FIRST]:
        found = attribution_phrase(scene, i)
        if found is None:
            continue
        cue, source, end = found
        decree = source is not None and scene.words.lemma[source.head] in DECREES
        if decree and _told_by_another(scene, end) or source and is_law(scene, source) and not decree:
            continue
        if source and source.span[1] <= i:
            parts = _under_which(scene, source, end)
        elif source and scene.words.lemma[source.head] == "который" and scene.words.form[i - 1] == ",":
            parts = _in_relative(scene, i, end)
        else:
            parts = _own_sentence(scene, host(scene, i, behind_relay(scene, end)))
        if parts and _says_something(scene, parts):
            draft = Draft("marker", "indirect", parts, cue=cue, sourceless=True)
            if source:
                draft.source, draft.source_head = source.span, source.head
            yield draft


def _told_by_another(scene: Scene, start: int) -> bool:
    """«Согласно указу, порт закроют, сообщили в мэрии»: who reports the decree stands behind what it says."""
    high = limits(scene, start - 1)[1]
    commas = (k for k in range(start + 1, high) if scene.words.form[k] == ",")
    return any(trailing_report(scene, k + 1, high) for k in commas)


def attributed(scene: Scene, start: int, colon: int) -> Author | None:
    """«По словам Орехова, было темно: …»: the claim's source also says what stands behind the colon."""
    for i in range(start, colon):
        found = attribution_phrase(scene, i) if scene.pair_around(i) == scene.pair_around(colon) else None
        if found is None:
            continue
        cue, source, end = found
        told = source is not None and cue[0] < source.span[1] <= end and not is_law(scene, source)
        return Author(cue, None, source, sourceless=True) if told else None
    return None


def _under_which(scene: Scene, source: Source, start: int) -> list[Stretch]:
    """«отчёт, согласно которому смета утверждена, вышел в мае»: the relative clause alone is attributed."""
    high = limits(scene, start - 1)[1]
    return trim_all(scene, [(start, noun_clause_end(scene, source.head, start, high))])


def _in_relative(scene: Scene, i: int, start: int) -> list[Stretch]:
    """«врачи, по мнению которых, как минимум, трое больны, уехали»: what stands before the comma is nobody's words."""
    high = limits(scene, i)[1]
    return trim_all(scene, [(start, attribute_end(scene, i - 1, start, clause_end(scene, start, i, high)))])


def _own_sentence(scene: Scene, parts: list[Stretch]) -> list[Stretch]:
    """«К Зуеву приехали дети, по их словам, врач спокоен»: a comma joins two sentences, the second is attributed.

    Both have their own predicate, the second its own subject, and no conjunction ties them.
    """
    if len(parts) < 2:
        return parts
    words, (start, comma), (first, end) = scene.words, parts[0], parts[1]
    begin = next((k + 1 for k in range(comma - 1, start, -1) if words.form[k] == ","), start)
    if _tied(scene, begin) or _tied(scene, first) or not scene.has_predicate(begin, comma):
        return parts
    stop = next((k for k in range(first, end) if words.form[k] == ","), end)
    told = any(
        words.dep[k].startswith("nsubj") and first <= words.head[k] < stop and scene.is_finite(words.head[k])
        for k in range(first, stop)
    )
    return parts[1:] if told else parts


def _tied(scene: Scene, first: int) -> bool:
    """Whether a clause begins with a conjunction or with «который», alone or behind a preposition."""
    words = scene.words
    relative = any(words.lemma[k] in RELATIVES for k in range(first, min(first + 2, len(words))))
    return relative or words.lower[first] in CLAUSE_OPENERS | COORDINATORS


def _says_something(scene: Scene, parts: list[Stretch]) -> bool:
    """A claim rather than a date or a number: «(по другим данным — 13 февраля)»."""
    return sum(b - a for a, b in parts) > SMALLEST or any(
        scene.has_predicate(a, b) or scene.has_subject(a, b) for a, b in parts
    )


def attribution_phrase(scene: Scene, i: int) -> tuple[Stretch, Source | None, int] | None:
    """The cue, the source and the end of an attribution phrase that begins at word ``i``."""
    if scene.lower(i) not in FIRST:
        return None
    if scene.lower(i) in {"по", "со"} or scene.lower(i) == "с" and scene.lower(i + 1) != "точки":
        return _by_words(scene, i)
    if scene.lower(i) == "согласно":
        return _according(scene, i)
    if scene.lower(i) == "в":
        return _in_accord(scene, i)
    return _in_view(scene, i)


def _in_view(scene: Scene, i: int) -> tuple[Stretch, Source | None, int] | None:
    """«на взгляд X», «с точки зрения X»; «с точки зрения бюджета» nobody sees it."""
    if (scene.lower(i), scene.lower(i + 1)) not in {("на", "взгляд"), ("с", "точки")}:
        return None
    noun = i + 1 if scene.lower(i + 1) == "взгляд" else i + 2
    who = complement(scene, noun, limits(scene, i)[1]) if noun < len(scene.words) else None
    if who is None or is_thing(scene.words, who.head):
        return None
    return (i, noun + 1), who, who.span[1]


def _by_words(scene: Scene, i: int) -> tuple[Stretch, Source | None, int] | None:
    """«по словам X», «по его словам», «по данным X», «по некоторым данным», «со слов X»."""
    words, limit = scene.words, limits(scene, i)[1]
    noun = _noun_of_saying(scene, i, limit)
    if noun is None:
        return None
    owner = next((j for j in range(i + 1, noun) if words.lower[j] in THEIRS), None)
    if owner is not None:
        return (i, noun + 1), Source((owner, owner + 1), owner), noun + 1
    free, who = _stands_free(scene, i), complement(scene, noun, limit)
    if who is None:
        return _of_nobody(scene, i, noun, limit) if free else _latest(scene, i, noun)
    if free and words.feat(who.head, "Case") == "Nom" and _vague(scene, i, noun):
        return (i, noun + 1), None, noun + 1  # «По некоторым данным автомобиль сгорел»: no comma, no source
    end = _phrase_end(scene, who.span[1], limit)
    closed = end < limit and words.form[end] in {",", *DASHES} or end == limit
    # «чемпион по версии IBO» is a modifier: without commas only words and data attribute
    if not free and not closed or not free and words.lemma[noun] in {"версия", "оценка", "выражение"}:
        return None
    return (i, noun + 1), who, end


def _noun_of_saying(scene: Scene, i: int, limit: int) -> int | None:
    """The noun of «по … словам», «со … слов», unless it is one's own or «версия 2.1»."""
    words = scene.words
    noun = next((j for j in range(i + 1, min(i + 5, limit)) if words.pos[j] == "NOUN"), None)
    if noun is None or any(words.form[j] == "," or words.lemma[j] in NOT_OF_OTHERS for j in range(i, noun)):
        return None
    if words.lemma[noun - 1] == "этот" and words.lemma[noun] not in FIGURES:
        return None  # «по этим словам», but «по этой информации»
    if words.lemma[noun] == "версия" and scene.lower(noun + 1)[:1].isdigit():
        return None  # «по версии 2.1 программы»
    if scene.lower(i) != "по":
        return noun if words.lower[noun] == "слов" else None
    oblique = words.feat(noun, "Case") in {"Dat", "", "Ins", "Loc"}
    return noun if words.lemma[noun] in word_list("markers") and oblique else None


def _of_nobody(scene: Scene, i: int, noun: int, limit: int) -> tuple[Stretch, Source | None, int] | None:
    """«по некоторым данным», «по слухам», «по информации, …»: nobody owns the words or data."""
    stop = _phrase_end(scene, _dated(scene, noun + 1, limit), limit)
    closed = (
        stop >= limit or scene.words.form[stop] in {",", *DASHES, ":"} or scene.lower(i + 1) == "некоторым"
    )
    vague = stop > noun + 1 or _vague(scene, i, noun)
    return ((i, noun + 1), given_by(scene, noun, stop), stop) if closed and vague else None


def _latest(scene: Scene, i: int, noun: int) -> tuple[Stretch, Source | None, int] | None:
    """«Жертвами шторма по последним данным стали семеро»: in the middle of its clause, without commas."""
    words = scene.words
    plain = noun == i + 2 and words.lemma[noun] == "данные" and words.lemma[i + 1] in OF_NOBODY
    return ((i, noun + 1), None, noun + 1) if plain and words.form[i - 1].isalnum() else None


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
        bare = scene.words.lemma[noun] == "информация" and scene.lower(noun + 1) == ","
        return bare or scene.words.lemma[noun] == "слух"  # «по слухам», «По информации, …»
    return (
        noun - i >= 2
        and scene.words.lemma[noun] not in word_list("needing_owner")
        and all(scene.words.pos[j] in {"ADJ", "DET", "ADV", "VERB", "PRON"} for j in range(i + 1, noun))
    )


def _in_accord(scene: Scene, i: int) -> tuple[Stretch, Source | None, int] | None:
    """«в соответствии с прогнозом банка, …»: of findings and figures alone, for plans and laws are followed."""
    with_what = scene.words.lower[i + 1 : i + 3] == ["соответствии", "с"]
    found = _according(scene, i + 2, "Ins") if with_what else None
    if found is None:
        return None
    (_, stop), source, end = found
    noun = stop - 1 if stop > i + 3 else source.head if source else i
    known = word_list("markers") | word_list("finders") | {"отчет", "доклад"}
    return ((i, stop), source, end) if scene.words.lemma[noun] in known else None


def _according(scene: Scene, i: int, case: str = "Dat") -> tuple[Stretch, Source | None, int] | None:
    """«согласно отчёту Минфина, …»: the noun in its ``case`` is the source; a law or a norm is none."""
    words = scene.words
    limit = limits(scene, i)[1]
    if scene.lower(i + 1) and words.lemma[i + 1] == "который":
        return _according_to_which(scene, i)
    if words.lower[i + 1 : i + 3] == ["одной", "из"]:
        return None  # «согласно одной из версий»: nobody's words
    first = behind_participle(scene, i + 1, limit)
    head = _noun_in_case(scene, first, limit, case)
    if head is None or not _tells(scene, i, first, head):
        return None
    by = any(words.feat(j, "Case") == "Ins" for j in range(i + 1, first))
    first = i + 1 if by else first  # «согласно опубликованному Минфином отчёту»: whose it is
    who = phrase(scene, head, first, limit)
    stop = max(who.span[1], head + 1)
    data = words.lemma[head] in OF_SOMEBODY
    if data and (found := _by_whose_data(scene, i, head, stop, limit)) is not None:
        return found
    return (i, i + 1), Source((first, stop), who.head), _phrase_end(scene, stop, limit)


def _tells(scene: Scene, i: int, first: int, head: int) -> bool:
    """«согласно |отчёту|», «согласно его |замыслу|», «согласно опубликованной |записи|»; but no «согласно |правилам|»."""
    words = scene.words
    norm = words.lemma[head] in word_list("norms") - DECREES
    if norm or any(words.form[j] == "," for j in range(first, head)):
        return False
    owned = any(words.lower[j] in THEIRS for j in range(i + 1, head))
    issued = first > i + 1 and words.lemma[i + 1] in ISSUED
    return owned or issued or _says(scene, head)


def _by_whose_data(
    scene: Scene, i: int, noun: int, stop: int, limit: int
) -> tuple[Stretch, Source | None, int] | None:
    """«согласно данным порта», «согласно данным, приведённым портом»; nobody's are «предварительные данные»."""
    owner = complement(scene, noun, limit)
    if owner is not None:
        return (i, noun + 1), owner, _phrase_end(scene, owner.span[1], limit)
    end = _phrase_end(scene, stop, limit)
    giver = given_by(scene, noun, end)
    plain = stop == noun + 1 > i + 2
    nobodys = plain and all(scene.words.lemma[j] in OF_NOBODY for j in range(i + 1, noun))
    return ((i, noun + 1), giver, end) if giver is not None or nobodys else None


def _noun_in_case(scene: Scene, first: int, limit: int, case: str) -> int | None:
    """«согласно оглашённому в понедельник |решению|»; but nothing of «в соответствии с этим суд счёл»."""
    words = scene.words
    nouns = [j for j in range(first, min(first + 5, limit)) if words.pos[j] in {"NOUN", "PROPN", "X"}]
    alike = (j for j in nouns if words.feat(j, "Case") in {case, ""})
    return next(alike, nouns[0] if nouns and words.feat(nouns[0], "Case") not in {"Nom", "Acc"} else None)


def _says(scene: Scene, head: int) -> bool:
    """Whether one can act on what the noun says: a report, a finding, a body, a person; no ticket."""
    words = scene.words
    known = word_list("documents") | word_list("finders") | word_list("markers") | word_list("bodies")
    known |= word_list("medium_nouns") | {"сми"}
    named = is_foreign(scene, head) or any(
        words.ent[i] for i in range(head, min(head + 4, len(words))) if words.sent[i] == words.sent[head]
    )
    return named or words.lemma[head] in known | DECREES | {
        "результат",
        "вывод",
        "пояснение",
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
    if at + 1 < limit and words.form[at] == "," and _opens_attribute(scene, at + 1):
        return _attribute_end(scene, at, limit)
    if at < limit and words.ent[at] == "PER" and words.feat(at, "Case") == "Nom":
        return at  # «по данным следствия Глеб Зуев, …»
    if at < limit and words.form[at] not in {",", *DASHES, ".", ";"}:
        comma = next((j for j in range(at, min(at + 8, limit)) if words.form[j] == ","), None)
        if comma is not None and not scene.has_predicate(at, comma):
            return comma
    return at


def _opens_attribute(scene: Scene, i: int) -> bool:
    """«данным, |которые| приводит порт», «по сводке, |озвученной| Зуевым»."""
    words = scene.words
    participle = words.feat(i, "VerbForm") == "Part" and words.feat(i, "Case") not in {"", "Nom"}
    return participle or words.lemma[i] == "который"


def _attribute_end(scene: Scene, comma: int, limit: int) -> int:
    """The comma that closes what a comma has opened; «По данным порта, задержанному 58 лет» opens the claim."""
    words, first = scene.words, comma + 1
    close = next((j for j in range(first, limit) if words.form[j] == ","), None)
    if close is not None:
        return close
    if words.feat(first, "Number") != words.feat(comma - 1, "Number"):
        return comma
    told = scene.has_predicate(scene.sentence(comma)[0], comma)
    goes_on = scene.has_predicate(comma, limit) or words.feat(first, "Case") == "Nom"
    return limit if told and not goes_on else comma

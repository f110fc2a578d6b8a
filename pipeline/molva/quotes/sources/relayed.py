"""Whose words a medium hands on, and which one: «цитирует |Орехова| |ТАСС|», «приводит слова |мэра| |«Бакен»|»."""

from molva.entities.phrases import is_oblique
from molva.lexicon.nouns import in_any_case
from molva.quotes.cues import Cue
from molva.quotes.draft import Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.media.hearers import unnamed
from molva.quotes.media.medium import (
    in_address,
    is_address,
    is_kind,
    is_listed,
    is_medium,
    is_named_body,
    known_before,
    name_at,
    shows_no_case,
)
from molva.quotes.scene import ENDS, Scene
from molva.quotes.sources.complements import whose
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.speech_nouns import PASSED_ON
from molva.speakers.pronouns import THEIRS

REACH = 6  # words from a preposition behind a title to the name
NOMINATIVE_ADJECTIVE = ("ий", "ый", "ая", "ое", "ее", "ие", "ые")
HANDING = frozenset({"передавать", "передать", "вспоминать", "вспомнить"})

Cited = tuple[Source | None, Stretch | None]


def hands_on(scene: Scene, cue: Cue) -> bool:
    """«…, — передаёт её |слова| ТАСС»: whoever hands on words has not said them."""
    words = scene.words
    if words.lemma[cue.head] not in HANDING:
        return False
    first = cue.head + 1
    behind = _behind_medium(scene, first)
    handed = "слова" in words.lower[first : first + 2] + words.lower[behind : behind + 2]
    return handed or behind > first and words.lemma[behind : behind + 1] == ["заявление"]


def _behind_medium(scene: Scene, first: int) -> int:
    """«передаёт |ТАСС| её слова», «передаёт |агентство| заявление мэра»: where a medium that begins at a word ends, or that word."""
    words, second = scene.words, first + 1
    if second >= len(words):
        return first
    if is_kind(scene, first) and (
        words.lower[second] in {"слова", *THEIRS} or words.lemma[second] == "заявление"
    ):
        return second
    medium = name_at(scene, first, min(first + REACH, len(words)))
    return medium[1] if medium is not None else first


def relayed(scene: Scene, cue: Cue, start: int, end: int) -> Cited | None:
    """«цитирует Орехова ТАСС», «приводит его слова РБК»: the accusative speaks, the nominative passes on."""
    words = scene.words
    near = _near(cue, start, end)
    nouns = [i for i in near if words.lemma[i] in PASSED_ON and i != cue.head]
    # «приводит в сообщении |слова| мэра»
    noun = next((i for i in nouns if words.lower[i] == "слова"), next(iter(nouns), None))
    if noun is None:  # «эти |слова| Зуева, сказанные им накануне вылета, цитирует «Бакен»»
        far = (i for i in range(start + 1, near[0]) if words.lemma[i - 1] == "этот")
        noun = next((i for i in far if words.lower[i] == "слова"), None)
    quoted = _object(scene, cue.head, start, end) if noun is None else whose(scene, noun, start, end)
    if quoted is None:
        return _told_before(scene, cue, noun, end) if noun is not None else None
    quoted = _before_citer(scene, quoted)
    medium = _medium_subject(scene, cue.head, quoted, start, end)
    if medium is None and noun is not None and is_medium(scene, *quoted.span):
        return None, quoted.span  # «цитирует сообщение ТАСС»: it has been told whose
    return quoted, _named_medium(scene, medium) if medium else None


def _told_before(scene: Scene, cue: Cue, noun: int, end: int) -> Cited | None:
    """«…, — приводит |агентство| сообщение.»: a medium hands on what closes the author's words, and it has been told whose it is."""
    first, closes = cue.head + 1, noun + 1 >= end or scene.words.form[noun + 1] in ENDS
    medium = first < noun and (is_kind(scene, first) or is_medium(scene, first, noun))
    return (None, _named_medium(scene, Source((first, noun), first))) if closes and medium else None


def whose_words(scene: Scene, cue: Cue, start: int, end: int) -> Source | None:
    """«приводятся на сайте |слова мэра|», «приводятся |его слова|»: whose words stand there, where nobody is said to hand them on."""
    words = scene.words
    near = _near(cue, start, end)
    noun = next((i for i in near if words.lower[i] == "слова" and words.lemma[i] in PASSED_ON), None)
    return whose(scene, noun, start, end) if noun is not None else None


def _near(cue: Cue, start: int, end: int) -> range:
    """«|его слова приводит «Бакен»|»: the words around a verb among which what it hands on is sought."""
    return range(max(cue.head - 3, start), min(cue.head + 8, end))


def _before_citer(scene: Scene, quoted: Source) -> Source:
    """«цитирует министра |ТАСС|», «цитирует директора порта |портал «Створ»|»: who cites is no part of whom he cites."""
    begin, end = quoted.span
    i = quoted.head + 1
    while i < end:
        if _cites_from(scene, quoted.head, i, end):
            return Source((begin, _over_its_adjectives(scene, quoted.head, i)), quoted.head)
        i = scene.opens[i] + 1 if i in scene.opens else i + 1
    return quoted


def _cites_from(scene: Scene, head: int, i: int, end: int) -> bool:
    """Whether who cites begins at a word: a medium without case, a name in marks, a noun or a person in the nominative.

    A post has its body there: «цитирует главу |«Створа»|», and a name in the genitive is not the one that quotes.
    """
    words = scene.words
    if words.pos[i - 1] == "ADP":
        return False
    living = words.feat(head, "Animacy") == "Anim" and not words.ent[head]
    if is_listed(scene, i, end) and _may_be_subject(scene, i, end):
        return living or words.lemma[head] in word_list("bodies") - word_list("medium_nouns")
    if i in scene.opens:
        beside = living and i == head + 1 or i - 1 in scene.closes or words.ent[i - 1] == "PER"
        return beside and is_named_body(scene, i) and _may_be_subject(scene, i, scene.opens[i] + 1)
    kept = words.lower[i] == words.lemma[i].lower()
    shown = kept and words.feat(i, "Case") == "Nom" != words.feat(head, "Case")
    if words.ent[i] == "PER":
        return shown and words.ent[i - 1] != "PER"
    return words.pos[i] == "NOUN" and _may_cite(scene, i, kept=kept, shown=shown)


def _may_cite(scene: Scene, i: int, *, kept: bool, shown: bool) -> bool:
    """«цитирует Зуева |издание|», «… |Telegram-канал|»: a common noun in the nominative, or one for a body that may be in it."""
    kind = is_kind(scene, i)
    if not kind and not scene.words.form[i].islower():
        return False
    return shown or kept and (kind or scene.words.lemma[i] in word_list("bodies", "channels"))


def _over_its_adjectives(scene: Scene, head: int, i: int) -> int:
    """«цитирует тренера |официальный сайт|»: where the adjectives of a noun begin."""
    words = scene.words
    while i - 1 > head and words.pos[i - 1] == "ADJ" and words.feat(i - 1, "Case") in {"Nom", "Acc"}:
        i -= 1
    return i


def _may_be_subject(scene: Scene, start: int, end: int) -> bool:
    """«ТАСС», «Reuters», ««Створ»», ««Осинские вести»»: the nominative, or no case at all."""
    words = scene.words
    kept = [i for i in range(start, end) if words.form[i].isalnum()]
    if shows_no_case(scene, start, end) or all(words.lower[i] == words.lemma[i] for i in kept):
        return True
    adjective = kept and words.pos[kept[0]] == "ADJ" and words.lower[kept[0]].endswith(NOMINATIVE_ADJECTIVE)
    return bool(adjective) and not is_oblique([words.form[i] for i in kept])


def _named_medium(scene: Scene, medium: Source) -> Stretch | None:
    """The medium by its name: «приводит издание» leads back to the one named last; an office is none: «|пресс-служба| порта»."""
    if is_kind(scene, medium.head) and unnamed(scene, medium.head):
        return known_before(scene, medium.head)
    words, head = scene.words, medium.head
    address = is_address(words.form[head]) or head + 1 < len(words) and in_address(scene, head + 1)
    office = words.lemma[head] in word_list("bodies") - word_list("medium_nouns")
    if words.ent[head] == "PER":
        return None  # «передаёт слова врача |Анна Зуева|»
    living = (
        words.pos[head] == "NOUN" and words.feat(head, "Animacy") == "Anim"
    )  # «|Министр| привёл слова врача»
    living = living and head - 1 not in scene.opens
    common = ((words.form[head].islower() or living) and not words.ent[head] or office) and not address
    return None if common and not is_medium(scene, *medium.span) else medium.span


def _object(scene: Scene, verb: int, start: int, end: int) -> Source | None:
    """«цитирует |Орехова|», «цитирует ИА «Бакен» |Орехова|»: who is cited, right of the verb or left of it."""
    words = scene.words
    medium = name_at(scene, verb + 1, end) if verb + 1 < end else None
    over = medium is not None and is_medium(scene, *medium) and _opens_cited(scene, medium[1], end)
    first = medium[1] if medium is not None and over else verb + 1
    if first < end and is_kind(scene, first) and _opens_person(scene, first + 1):
        first += 1  # «цитирует |агентство| Орехова»
    for i in (*range(first, min(first + 6, end)), *range(verb - 1, max(start, verb - 6) - 1, -1)):
        if words.form[i] == ",":
            break
        if (
            _opens_person(scene, i)
            or words.pos[i] in {"NOUN", "PROPN", "PRON"}
            and words.feat(i, "Case") in {"Acc", "Gen"}
            and (words.feat(i, "Animacy") != "Inan" or _cited_body(scene, i))
        ):
            low, high = (first, _marks_of_citer(scene, i, end)) if i > verb else (start, verb)
            return _to_name(scene, phrase(scene, i, low, high, stop=verb), high)
    return None


def _cited_body(scene: Scene, i: int) -> bool:
    """«цитирует |пресс-службу| порта», «цитирует |мэрию| «Бакен»»: a body that shows the accusative, so that it quotes nobody."""
    words = scene.words
    body = words.lemma[i] in word_list("bodies") - word_list("medium_nouns")
    body = body or words.lemma[i] in {"пресс-служба", "компания"}
    return body and words.feat(i, "Case") == "Acc" and words.lower[i] != words.lemma[i]


def _marks_of_citer(scene: Scene, start: int, end: int) -> int:
    """«цитирует тренера цеха «Створ» Олега Зуева |«Бакен»|»: marks with no person behind them, or the end."""
    closed = ((k, scene.opens[k] + 1) for k in range(start, end) if k in scene.opens)
    return next((k for k, behind in closed if scene.words.ent[behind : behind + 1] != ["PER"]), end)


def _to_name(scene: Scene, quoted: Source, end: int) -> Source:
    """«цитирует тренера |на заводе Олега Зуева| «Бакен»»: on over what he does, or where, to his name in his case."""
    words, (begin, right) = scene.words, quoted.span
    titled = words.feat(quoted.head, "Animacy") == "Anim" and "PER" not in words.ent[begin:right]
    if not titled or right >= end or words.pos[right] != "ADP":
        return quoted
    for i in range(right + 1, min(right + REACH, end)):
        if words.pos[i] == "PUNCT" or scene.is_finite(i):
            break
        if words.ent[i] == "PER":
            named = words.feat(i, "Case") in {"Gen", "Acc"}
            stop = next((k for k in range(i, end) if words.ent[k] != "PER"), end)
            return Source((begin, stop), quoted.head) if named else quoted
    return quoted


def _opens_cited(scene: Scene, i: int, end: int) -> bool:
    """«цитирует ИА «Бакен» |Орехова|», «|мэра|», «|пресс-службу| порта»: who can be nobody but him who is cited."""
    if _opens_person(scene, i) or i < end and _cited_body(scene, i):
        return True
    words = scene.words
    living = i < end and words.pos[i] == "NOUN" and words.feat(i, "Animacy") == "Anim"
    return living and words.feat(i, "Case") in {"Acc", "Gen"}


def _opens_person(scene: Scene, i: int) -> bool:
    """«цитирует агентство |Орехова|», «цитирует агентство |замминистра| Орехова»: a name, or a post that stands in any case."""
    words = scene.words
    return words.ent[i : i + 1] == ["PER"] or in_any_case(scene.lower(i))


def _medium_subject(scene: Scene, verb: int, quoted: Source, start: int, end: int) -> Source | None:
    """The medium that quotes: a name or a noun in the nominative beside the verb, outside of who is quoted."""
    words = scene.words

    for i in (*range(verb + 1, end), *range(verb - 1, start - 1, -1)):
        if quoted.span[0] <= i < quoted.span[1] or i - 1 == quoted.span[1] and _before_another(scene, i - 1):
            continue
        if words.form[i] in {",", "("}:
            break
        if (
            words.ent[i] == "ORG"
            or words.pos[i] in {"NOUN", "PROPN", "X"}
            and words.feat(i, "Case") in {"Nom", ""}
            or _looks_accusative(scene, i)
        ):
            if words.lower[i] in {"слова", "цитата"}:
                continue
            if is_address(words.form[i]):
                return Source((i, i + 1), i)
            if i - 1 in scene.opens:
                return Source((i - 1, scene.opens[i - 1] + 1), i)  # «цитирует Веру Лаптеву «Портовик»»
            if (marks := scene.pair_around(i)) is not None and marks[0] >= quoted.span[1]:
                return Source((marks[0], marks[1] + 1), i)  # «цитирует Лаптеву «Новый |портовик|»»
            if i >= quoted.span[1]:
                return phrase(scene, i, quoted.span[1], end, stop=verb)
            return phrase(scene, i, start, quoted.span[0] if verb < i else end, stop=verb)
    return None


def _before_another(scene: Scene, mark: int) -> bool:
    """«цитирует тренера |«Зари»| «Чемпионат»»: of two names in marks the first is his club's."""
    return mark in scene.opens and scene.opens[mark] + 1 in scene.opens


def _looks_accusative(scene: Scene, i: int) -> bool:
    """«цитирует её |издание|», «цитирует Орехова |портал|»: a kind of medium whose nominative is like its accusative."""
    words = scene.words
    return is_kind(scene, i) and words.feat(i, "Case") == "Acc" and words.feat(i, "Gender") != "Fem"

"""Words in marks that a line opens with, and behind a colon, a stop or a dash who has said them.

«Мы всё знали»: тренер рассказал о матче.  «Мы всё знали». Тренер — о матче.  «Мы всё знали» — тренер о матче
"""

from collections.abc import Iterator

from molva.quotes.cues import FINITE
from molva.quotes.direct.author_words import in_relative_clause
from molva.quotes.direct.insertions import content_of
from molva.quotes.direct.labels import line_start
from molva.quotes.direct.pulled import of_oneself
from molva.quotes.direct.topics import before_topic, may_speak
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.clauses import has_predicative
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_medium
from molva.quotes.scene import ENDS, Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.authors import Author, author_of_cue
from molva.quotes.sources.phrases import Source

LONGEST = 40  # words of the line
LEAST_PHRASE = 2  # words of a phrase without a predicate: «Лукойл» alone is a name
SPEAKS = ("say", "rate", "gesture", "demand", "deny", "ask", "think")


def front_words(scene: Scene) -> Iterator[Draft]:
    """«Мы всё знали»: тренер рассказал о матче."""
    for first, end in scene.words.paragraphs:
        # behind the sign of a feed: «⚡️«Мы всё знали»: тренер рассказал о матче»
        start = line_start(scene, first, end)
        close = scene.opens.get(start)
        who = teller_behind(scene, start, close, end) if close is not None else None
        if who is not None and close is not None:
            closed = close - (scene.words.form[close - 1] == ":")
            draft = Draft("headline", "direct", content_of(scene, start, closed))
            yield Author(None, None, who).fill(draft, scene)


def teller_behind(scene: Scene, start: int, close: int, end: int) -> Source | None:
    """Who is told behind the marks ``start``..``close`` that open a line to have said what stands in them."""
    words = scene.words
    begin = _behind_parting(scene, close, end)
    if begin is None or end - start > LONGEST or not words.form[start + 1][:1].isupper():
        return None
    told = _is_told(scene, start, close)
    if not told and not _may_be_a_phrase(scene, start, close):
        return None
    topic = before_topic(scene, begin, end)
    if topic is not None or scene.is_dash(begin - 1):
        return topic
    return _by_verb(scene, told, (start + 1, close), begin, end)


def _behind_parting(scene: Scene, close: int, end: int) -> int | None:
    """The word behind the colon, the dash or the end of the sentence in marks; a stop parts only in a line that has none at its end."""
    words, after = scene.words, close + 1
    if after + 1 >= end or words.form[end - 1] == ":":
        return None
    if words.form[close - 1] == ":":
        return after
    if words.form[after] == ":" or scene.is_dash(after) and words.start[after + 1] > words.end[after]:
        return after + 1
    openly = words.form[end - 1] not in ENDS
    if openly and (words.form[after] == "." or words.form[close - 1] in ENDS):
        return after + (words.form[after] == ".")
    return None


def _is_told(scene: Scene, start: int, close: int) -> bool:
    """«Мы всё знали», «Это провал», «Мост — наш титаник», «Да!»: words of somebody's, and no name."""
    words = scene.words
    told = scene.has_predicate(start + 1, close) or has_predicative(scene, start + 1, close)
    told = told or words.form[close - 1] in ENDS or words.lower[start + 1] == "это"
    return told or any(scene.is_dash(i) or words.form[i] == "," for i in range(start + 1, close))


def _may_be_a_phrase(scene: Scene, start: int, close: int) -> bool:
    """«Недостаток ума», «Чушь какая-то»: some words that are no name, in marks nowhere else in the text."""
    words, size = scene.words, close - start - 1
    if size < LEAST_PHRASE:
        return _is_said_below(scene, start, close)
    if is_medium(scene, start, close + 1) or scene.holds_name(start):
        return False
    if all(form[:1].isupper() for form in words.form[start + 1 : close]):
        return False  # «Северный Поток»
    alike = (
        other
        for other, stop in scene.closed
        if other != start and stop - other - 1 == size and words.lower[other + 1] == words.lower[start + 1]
    )
    return all(words.lower[k + 1 : k + 1 + size] != words.lower[start + 1 : close] for k in alike)


def _is_said_below(scene: Scene, start: int, close: int) -> bool:
    """«Позор»: тренер оценил матч⏎Зуев назвал матч «|позором|».: one word, which stands in marks again with a small letter."""
    words, word = scene.words, start + 1
    if close - start != LEAST_PHRASE or words.pos[word] not in {"NOUN", "ADJ", "ADV"}:
        return False
    lemma = words.lemma[word]
    below = (other + 1 for other, stop in scene.closed if other > close and stop == other + LEAST_PHRASE)
    return any(words.lemma[k] == lemma and words.form[k][:1].islower() for k in below)


def _by_verb(scene: Scene, told: bool, part: Stretch, begin: int, end: int) -> Source | None:
    """«…»: |мэр| развеял слухи, «…»: в |Кремле| оценили итоги: who does something with words."""
    words = scene.words
    verb = _first_verb(scene, begin, end)
    if verb is None or words.feat(verb, "Person") in {"1", "2"}:
        return None
    cue = scene.cues.get(verb)
    if cue is not None and cue.form == FINITE and cue.has(*SPEAKS):
        who = author_of_cue(scene, cue, begin, end).source
    elif words.lemma[verb] in word_list("reacting") or told and of_oneself(scene, *part):
        who = subject(scene, verb, begin, end)
    else:
        return None
    if who is None:
        return None
    placed = words.lower[who.span[0] - 1] in {"в", "во"} and words.feat(verb, "Number") == "Plur"
    return who if placed or words.pos[who.head] == "PRON" or may_speak(scene, who.head) else None


def _first_verb(scene: Scene, begin: int, end: int) -> int | None:
    """The predicate of the line, outside of marks and of «, который …»."""
    i = begin
    while i < end:
        if i in scene.opens:
            i = scene.opens[i] + 1
            continue
        if scene.is_finite(i) and not in_relative_clause(scene, i, begin):
            return i
        i += 1
    return None

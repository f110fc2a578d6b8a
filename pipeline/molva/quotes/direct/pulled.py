"""Words of somebody's that a headline has pulled out of the text: «Вода пришла сама»: шторм смыл посёлок."""

from collections.abc import Iterable, Iterator

from molva.quotes.conjunctions import ABOUT, ABOUT_IN_TALK
from molva.quotes.direct.insertions import insertions
from molva.quotes.direct.labels import line_start
from molva.quotes.direct.plain_questions import ONESELF
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.edges import trim
from molva.quotes.kinds import is_role
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.authors import Author
from molva.quotes.sources.phrases import Source, phrase
from molva.speakers.places import stem
from molva.words import Words

HEADLINES = 2  # paragraphs in which a headline may stand
LONGEST = 25  # words of a headline
TELLING_VERBS = frozenset({"рассказать", "рассказывать"})
STEM_LETTERS = 4  # letters of a word that tells what is spoken of
SAME = 0.7  # of these words of the headline, how many the speech below has
SELF = ONESELF | {"мой", "моя", "мое", "мои"}


def pulled(scene: Scene) -> Iterator[Draft]:
    """«Вода пришла сама»: шторм смыл посёлок.  «Лёд не ждёт». Капитан Глеб Зуев — о весне."""
    for number, (first, end) in enumerate(scene.words.paragraphs[:HEADLINES]):
        start = line_start(scene, first, end)
        close = scene.opens.get(start)
        below = number + 1 < len(scene.words.paragraphs)
        if close is None or close >= end or not below or not _fills(scene, start, close, end):
            continue
        part = trim(scene, start + 1, close)
        if part is None or not _is_sentence(scene, start, close):
            continue
        who = _named(scene, close, number) or _tells_of_oneself(scene, part, close)
        if who is None and not of_oneself(scene, *part) and not _said_below(scene, part, number):
            continue
        part = (part[0], close) if scene.words.form[close - 1] in ENDS else part
        yield Author(None, None, who).fill(Draft("headline", "direct", [part]), scene)


def _fills(scene: Scene, start: int, close: int, end: int) -> bool:
    """Whether few words in marks are the line, or a colon or a stop parts them from what it goes on with."""
    after = close + 1
    if close - start > LONGEST or insertions(scene, start + 1, close):
        return False
    return after == end or scene.words.form[after] in {":", "."} or scene.words.form[close - 1] in ENDS


def _is_sentence(scene: Scene, start: int, close: int) -> bool:
    """A capital, and a predicate or a dash instead of it."""
    told = scene.has_predicate(start + 1, close) or any(scene.is_dash(i) for i in range(start + 1, close))
    return told and scene.words.form[start + 1][:1].isupper()


def of_oneself(scene: Scene, start: int, end: int) -> bool:
    """«|Захожу| на кухню в сапогах», «|Мне| хватит», «|Думал|, что это мешок»: one who speaks of himself; «мы» may be a motto."""
    words, cue = scene.words, scene.cues.get(start)
    if (
        cue is not None
        and cue.has("think")
        and words.feat(start, "Tense") == "Past"
        and not words.subjects(start)
    ):
        return words.feat(start, "Number") == "Sing"
    verbs = (i for i in range(start, end) if words.feat(i, "Person") == "1" and words.pos[i] != "PRON")
    alone = any(words.feat(i, "Number") == "Sing" for i in verbs)
    return alone or any(
        words.lower[i] in SELF and words.feat(i, "Number") == "Sing" for i in range(start, end)
    )


def _tells_of_oneself(scene: Scene, part: Stretch, close: int) -> Source | None:
    """«Я ждала его»: |певица Вера Лис| вышла замуж: of whom the headline tells, where the words are said of oneself."""
    words, first = scene.words, close + 2
    end = scene.paragraph(close)[1]
    if words.form[close + 1 : first] != [":"] or first >= end or not of_oneself(scene, *part):
        return None
    person = words.feat(first, "Animacy") == "Anim" or words.ent[first] == "PER"
    subject = words.is_subject(first) and words.feat(first, "Case") in {"Nom", ""}
    return phrase(scene, first, first, end) if person and subject else None


def _said_below(scene: Scene, part: Stretch, number: int) -> bool:
    """Whether a longer speech of the text, in marks or behind a dash, holds the same words."""
    return any(_shares(scene, part, below) for below in _speeches(scene, number + 1))


def _speeches(scene: Scene, number: int) -> Iterator[Stretch]:
    """The stretches in marks and the lines behind a dash from a paragraph on."""
    paragraphs = scene.words.paragraphs[number:]
    yield from (line for line in paragraphs if scene.words.form[line[0]] in DASHES)
    first = paragraphs[0][0] if paragraphs else len(scene.words)
    yield from (pair for pair in scene.closed if pair[0] >= first)


def _shares(scene: Scene, part: Stretch, below: Stretch) -> bool:
    """Whether speech is longer than what was pulled, and has its words."""
    asked, given = stems(scene.words, [part], STEM_LETTERS), stems(scene.words, [below], STEM_LETTERS)
    longer = below[1] - below[0] > part[1] - part[0] + 2
    return longer and bool(asked) and len(asked & given) >= SAME * len(asked)


def stems(words: Words, parts: Iterable[Stretch], shortest: int) -> set[str]:
    """The stems of the words that tell something: they have so many letters."""
    lemmas = (words.lemma[i] for part in parts for i in range(*part))
    return {stem(lemma) for lemma in lemmas if len(lemma) >= shortest}


def _named(scene: Scene, close: int, number: int) -> Source | None:
    """«…». |Капитан Глеб Зуев| — о весне: who is named behind the marks, or in the line below, and that he speaks."""
    words = scene.words
    lines = [(close + 1, scene.paragraph(close)[1]), *words.paragraphs[number + 1 : number + 2]]
    for start, end in lines:
        stop = next((i for i in range(start, end - 1) if _presents(scene, i)), None)
        if stop is None or scene.has_predicate(start, stop):
            continue
        head = next((i for i in range(start, stop) if words.pos[i] in {"NOUN", "PROPN"}), None)
        named = any(words.ent[i] == "PER" for i in range(start, stop))
        if head is not None and (named or is_role(words, head)) and words.feat(head, "Case") in {"Nom", ""}:
            return phrase(scene, head, start, stop)
    return None


def _presents(scene: Scene, i: int) -> bool:
    """«Капитан |—| о весне», «Зуев |о| весне», «Капитан Зуев |рассказал|, как живёт порт»: what comes behind the name of a guest."""
    if scene.words.form[i] in DASHES:
        return scene.lower(i + 1) in ABOUT
    if scene.lower(i) in ABOUT_IN_TALK:
        return scene.words.ent[i - 1] == "PER" and scene.words.feat(i - 1, "Case") in {"Nom", ""}
    return i in scene.cues and scene.words.lemma[i] in TELLING_VERBS

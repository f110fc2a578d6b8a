"""Pieces in marks under a noun of speech: слова «мы не спешим», с требованием «открыть порт»."""

from collections.abc import Iterator

from molva.contract import QuoteType
from molva.quotes.conjunctions import ABOUT
from molva.quotes.draft import Draft
from molva.quotes.ends.edges import limits, trim
from molva.quotes.lexicon import word_list
from molva.quotes.pieces.held import is_infinitive, is_sentence
from molva.quotes.pieces.titles import is_title
from molva.quotes.scene import Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.authors import Author
from molva.quotes.sources.complements import complement
from molva.quotes.sources.phrases import Source
from molva.quotes.sources.places import place
from molva.quotes.sources.sharing import clause_subject
from molva.quotes.speech_nouns import UTTERANCES
from molva.speakers.pronouns import THEIRS

# «|обещание| мэра «сберечь порт»»: with an infinitive in the marks these nouns hold what was said, too
PLEDGES = frozenset("обещание угроза совет предложение предостережение пожелание рекомендация".split())

# «|слова| мэра о «пустой трате»»: whose they are, his is what stands in marks behind «о»
WORDS = frozenset("слово высказывание заявление реплика фраза".split())
# «|получил| орден с формулировкой «…»»: those who word it are others
GIVEN = frozenset("получить получать удостоиться лишиться попасть".split())
# «вышла в |майке| со словами «Море ждёт»»: what is worn or hung
INSCRIBED = word_list("posters") | frozenset(
    "майка футболка толстовка табличка наклейка стикер граффити".split()
)
OWNED = 8  # words from such a noun to «о»


def noun_fragment(scene: Scene) -> Iterator[Draft]:
    """Его слова «мы не спешим» запомнились.  Заявление со словами «…».  Вышли с требованием «…»."""
    for start, close in scene.closed:
        low = limits(scene, start)[0]
        noun = words_about(scene, start) or _uttered(scene, start, low)
        if noun is None or scene.has_predicate(noun, start):
            continue
        part = trim(scene, start + 1, close)
        owner = _owner(scene, noun, start)
        with_words = _with_words(scene, noun, start)
        held = None if owner else _held(scene, noun, low, start)
        if part is None or not (owner or with_words or held) or is_title(scene, start, close):
            continue
        if with_words and not owner and _is_inscribed(scene, noun):
            continue
        kind: QuoteType = "direct" if is_sentence(scene, start, close) else "mixed"
        who = owner or held or clause_subject(scene, noun)
        if not owner and who is not None and _given_with(scene, noun, who):
            continue
        author = Author((noun, noun + 1), None, who, sourceless=True)
        yield author.fill(Draft("noun", kind, [part]), scene)


def _uttered(scene: Scene, start: int, low: int) -> int | None:
    """«его |слова| «мы не спешим»», «с |обещанием| «не спешить»»: the noun of speech near before the marks."""
    words = scene.words
    uttered = UTTERANCES | PLEDGES if is_infinitive(scene, start) else UTTERANCES
    near = range(start - 1, max(low, start - 6) - 1, -1)
    return next((i for i in near if words.pos[i] == "NOUN" and words.lemma[i] in uttered), None)


def _with_words(scene: Scene, noun: int, start: int) -> bool:
    """«вышел |со словами| «Пора»», «ушёл |с криком| «Пора»»: the marks right behind what he did it with."""
    lower = scene.words.lower
    return noun == start - 1 and (lower[noun - 1] in {"с", "со"} or lower[noun] == "словами")


def _is_inscribed(scene: Scene, noun: int) -> bool:
    """«вышла в |майке| «Мыс» со словами «…»»: the words stand on something, and nobody reports them."""
    thing = next(scene.backwards(noun - 2, max(noun - 2 - OWNED, 0)), None)
    return thing is not None and scene.words.lemma[thing] in INSCRIBED


def _given_with(scene: Scene, noun: int, who: Source) -> bool:
    """«Зуев |получил| премию с формулировкой «за смелость»», «|внесён| в список с формулировкой «…»»: what a paper puts down of him.

    «Порт закрыл сайт с формулировкой «…»»: whoever acts words it.
    """
    words, verb = scene.words, scene.words.head[who.head]
    given = words.feat(verb, "Voice") == "Pass" or words.lemma[verb] in GIVEN
    return words.lemma[noun] == "формулировка" and given


def _held(scene: Scene, noun: int, low: int, start: int) -> Source | None:
    """«|в письме| содержится призыв «не спешить»»: the paper that holds the call."""
    words, verb = scene.words, scene.words.head[noun]
    holds = low <= verb < start and words.lemma[verb] in {"содержать", "содержаться", "прозвучать"}
    if not holds or scene.pair_around(verb) is not None:
        return None
    return place(scene, verb, low, start) or subject(scene, verb, low, noun)


def words_about(scene: Scene, start: int) -> int | None:
    """«осудил |слова| соседа о «пустой трате»»: the noun for words of somebody's, where the marks stand behind «о»."""
    words = scene.words
    if words.lower[start - 1] not in ABOUT:
        return None
    near = range(start - 2, max(start - 2 - OWNED, -1), -1)
    noun = next((k for k in near if words.lemma[k] in WORDS and words.pos[k] == "NOUN"), None)
    if noun is None:
        return None
    owner = complement(scene, noun, start - 1)
    return noun if owner is not None and owner.span[1] == start - 1 else None


def _owner(scene: Scene, noun: int, start: int) -> Source | None:
    """Whose words: «его слова», «слова Орехова»."""
    first = noun
    while first > 0 and scene.words.pos[first - 1] == "ADJ":
        first -= 1  # «его знаменитая фраза»
    if first > 0 and scene.words.lower[first - 1] in THEIRS:
        return Source((first - 1, first), first - 1)
    found = complement(scene, noun, start)
    behind = start - (words_about(scene, start) == noun)
    if found is None or found.span[1] != behind:
        return None
    # the words «море» and «мир» are meant themselves
    marks = any(i in scene.opens for i in range(*found.span))
    return None if marks and not any(scene.words.ent[i] for i in range(*found.span)) else found

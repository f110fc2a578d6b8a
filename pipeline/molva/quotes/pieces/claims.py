"""A piece with a predicate in marks is speech, whatever stands beside it: поддержал решение, «но сроки не выдержат»."""

from collections.abc import Iterator

from molva.quotes.conjunctions import RELATIVES
from molva.quotes.draft import Draft
from molva.quotes.ends.edges import limits, trim
from molva.quotes.kinds import INFORMANTS, speaking
from molva.quotes.laws import LAWS
from molva.quotes.lexicon import classed, word_list
from molva.quotes.pieces.titles import is_title
from molva.quotes.scene import Scene
from molva.quotes.sources.authors import Author, author_of_cue
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.sharing import clause_subject
from molva.quotes.speech_nouns import UTTERANCES

# open what somebody has acted or spoken for: «так |как|», «потому |что|», «объяснил, |что|»
REASONS = frozenset("поскольку как что чтобы если ведь раз ибо".split())
# tell of what they have seen and done themselves
WITNESSES = INFORMANTS | {"очевидец", "свидетель", "свидетельница", "житель", "жительница", "пострадавший"}
# «закрыл |вопрос| «есть ли рыба в реке»», «живут по |правилу| «каждый ловит сам себе»»: what the piece is the name of
NAMED_SO = frozenset(
    "вопрос тема режим стиль правило схема тип поговорка пословица примета мем стишок картинка".split()
)
SENTENCE = 5  # words of a piece that is speech even where nobody stands beside it


def claim(scene: Scene) -> Iterator[Draft]:
    """Орехов поддержал решение, «но сроки не выдержат».: a piece with a predicate is speech, not a name."""
    for start, close in scene.closed:
        lower = scene.words.form[start + 1][:1].islower()
        part = trim(scene, start + 1, close)
        if part is None or not lower or close - start < 3 or not scene.has_predicate(start + 1, close):
            continue
        which = next((i for i in range(start + 1, close) if scene.words.lemma[i] == "который"), close)
        if scene.pair_around(start) is not None or not scene.has_predicate(start + 1, which):
            continue
        if is_title(scene, start, close):
            continue
        author = _claimant(scene, start)
        if author is None and (holder := _holder(scene, start, close)) is not None:
            yield Author(None, None, holder).fill(Draft("claim", "mixed", [part]), scene)
            continue
        if close - start < 4 and not _of_which(scene, start, author):
            continue
        if author is not None and author.source is not None and _may_speak(scene, author.source.head):
            yield author.fill(Draft("claim", "mixed", [part]), scene)
        elif part[1] - part[0] >= SENTENCE and not _governed(scene, start):
            yield Draft("claim", "mixed", [part])


def _governed(scene: Scene, start: int) -> bool:
    """«сказал |«ждите»|», «закрыл вопрос |«есть ли рыба»|»: a cue, a colon, a law, or a noun that it names, governs a piece, which is no claim then."""
    words = scene.words
    governs = (
        i in scene.cues or words.lemma[i] in UTTERANCES | LAWS for i in range(limits(scene, start)[0], start)
    )
    named = (
        words.lemma[start - 1] in word_list("titled") | NAMED_SO and words.feat(start - 1, "Case") != "Nom"
    )
    return words.form[start - 1] == ":" or named or any(governs)


def _claimant(scene: Scene, start: int) -> Author | None:
    """The author of the nearest cue before a piece, else the subject of the clause it stands in."""
    low = limits(scene, start)[0]
    cue = next((scene.cues[i] for i in range(start - 1, low - 1, -1) if i in scene.cues), None)
    if cue is not None:
        found = cue.has("find") and not cue.has("say")
        return None if found else author_of_cue(scene, cue, *limits(scene, cue.head))
    source = clause_subject(scene, start)
    relative = any(scene.words.lemma[i] == "который" for i in range(low, start))
    if source is None or relative or not _knows(scene, source, low, start):
        return None
    return Author(None, None, source)


def _holder(scene: Scene, start: int, close: int) -> Source | None:
    """«|Зуев| «очень надеется» на успех»: a view in the present, in marks right behind the person who holds it."""
    words = scene.words
    verb = next((k for k in range(start + 1, close) if scene.is_finite(k)), None)
    if (
        verb is None
        or words.feat(verb, "Tense") != "Pres"
        or "think" not in classed("verbs").get(words.lemma[verb], ())
    ):
        return None
    who = next((k for k in words.subjects(verb) if k < start), None)
    person = who is not None and (words.ent[who] == "PER" or words.feat(who, "Animacy") == "Anim")
    source = phrase(scene, who, limits(scene, start)[0], start) if who is not None and person else None
    return source if source is not None and source.span[1] == start else None


def _knows(scene: Scene, source: Source, low: int, start: int) -> bool:
    """«Порт закрыл причал, |поскольку| он «своё отслужил»», «|Очевидец| Зуев «видел дым»»: whoever acts tells why, a witness tells.

    «Рыбаки закрыли причал и «ушли в море до весны»»: what they have done themselves another tells of them.
    """
    witness = not WITNESSES.isdisjoint(scene.words.lemma[slice(*source.span)])
    return witness or not REASONS.isdisjoint(scene.words.lower[low:start])


def _of_which(scene: Scene, start: int, author: Author | None) -> bool:
    """«осудил завод, который «травит людей»»: two words are speech where a clause's word before them leaves it to them to tell."""
    words, before = scene.words, start - 1
    joined = words.lemma[before] in RELATIVES or words.lemma[before] == "тот" and words.pos[before] != "ADP"
    return author is not None and author.verb is not None and joined


def _may_speak(scene: Scene, i: int) -> bool:
    """A person, a body, named or not, or a pronoun: «Клим Зуев», «газета», «он»."""
    words = scene.words
    somebody = words.feat(i, "Animacy") == "Anim" or words.ent[i] in {"PER", "ORG"}
    return somebody or words.pos[i] == "PRON" or words.lemma[i] in speaking()

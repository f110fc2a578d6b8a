"""A clause that stands before its verb: «О том, что смета утверждена, в мае сообщил Орехов», «Мнение, что …, высказал и мэр»."""

from collections.abc import Generator, Iterator

from molva.quotes.conjunctions import COORDINATORS
from molva.quotes.cues import FINITE, PASSIVE, PHRASES, Cue
from molva.quotes.draft import Draft
from molva.quotes.ends.edges import limits, trim
from molva.quotes.kinds import INFORMANTS, is_thing
from molva.quotes.scene import Scene
from molva.quotes.sources.authors import Author, author_of_cue

CITING = ["со", "ссылкой"]  # «…, |со ссылкой| на источник сообщил «Бакен»»
# «Мнение, что …, |разделяет| мэр»: who takes what others hold for his own, or denies it
TAKING = frozenset(
    "разделять поддержать поддерживать подтвердить подтверждать отстаивать опровергнуть опровергать отвергнуть отвергать".split()
)
HELD = frozenset().union(*PHRASES.values())
HINGES = frozenset({"то", "том"})
NEAR, CITED = 10, 12  # words from the comma behind the clause to its verb, and over who is cited


def fronted(scene: Scene, conjunction: int) -> Iterator[Draft]:
    """О том, что смета утверждена, в мае сообщил Орехов.: the clause stands before its verb."""
    if _governed_before(scene, conjunction):
        return
    found = yield from _before_its_verb(scene, "that", conjunction, conjunction + 1)
    if not found:
        yield from _fronted_without_comma(scene, conjunction, limits(scene, conjunction)[1])


def fronted_noun(scene: Scene, conjunction: int) -> Draft | None:
    """«|Мнение|, что мост нужен, высказал Орехов», «|Надежду на то|, что …, выразила Лаптева»: the noun opens the sentence, its verb closes it."""
    words = scene.words
    noun = conjunction - (4 if words.lower[conjunction - 2] in HINGES else 2)
    noun -= words.lower[noun] == "зрения"  # «Точку зрения, что …»
    low, high = limits(scene, conjunction)
    if noun < low or words.lemma[noun] not in HELD or words.feat(noun, "Case") not in {"Nom", "Acc"}:
        return None
    if any(words.pos[k] not in {"ADJ", "DET", "ADV", "PART", "CCONJ"} for k in range(low, noun)):
        return None
    comma = _closing_comma(scene, conjunction, high)
    verb = next((k for k in range(comma + 1, min(comma + NEAR, high)) if scene.is_finite(k)), None)
    if verb is None or not _takes(scene, verb, noun):
        return None
    cue = Cue(verb, (verb, verb + 1), frozenset({"say"}), FINITE)
    author, part = author_of_cue(scene, cue, comma + 1, high), trim(scene, conjunction + 1, comma)
    if part is None or author.source is None or _tells_by_itself(scene, author):
        return None
    return author.fill(Draft("that", "indirect", [part]), scene)


def _closing_comma(scene: Scene, start: int, high: int) -> int:
    """The comma behind a clause, over what stands in marks."""
    k = start + 1
    while k < high and not (scene.words.form[k] == "," and scene.has_predicate(start, k)):
        k = max(scene.jump(k), k + 1)
    return k


def _takes(scene: Scene, verb: int, noun: int) -> bool:
    """«мнение … |высказал|», «надежду … |выразила|», «тезис … |разделяет|»: a verb that is said of such a noun."""
    lemma, held = scene.words.lemma[verb], scene.words.lemma[noun]
    held = "мнение" if held == "тезис" else held
    return lemma in TAKING or held in PHRASES.get(lemma, ())


def fronted_question(scene: Scene, word: int) -> Iterator[Draft]:
    """О том, почему порт закрыт, рассказал Орехов.: the question word belongs to what is told."""
    if not _governed_before(scene, word):
        yield from _before_its_verb(scene, "question", word, word)


def _governed_before(scene: Scene, word: int) -> bool:
    """«Порт |не располагает данными| о том, кто пришёл, сообщил мэр», «Они |договорились| о том, что …»: the clause has its verb before it."""
    words, about = scene.words, word - 3
    low = limits(scene, word)[0]
    verb = next(
        (
            k
            for k in scene.backwards(about - 1, low)
            if words.pos[k] in {"PUNCT", "CCONJ"} or scene.is_finite(k)
        ),
        low,
    )
    return scene.is_finite(verb)


def _before_its_verb(scene: Scene, rule: str, conjunction: int, first: int) -> Generator[Draft, None, bool]:
    """The clause that begins at ``first``, and whether its end was found."""
    if (scene.lower(conjunction - 3), scene.lower(conjunction - 2)) != ("о", "том"):
        return True
    high = limits(scene, conjunction)[1]
    for comma in range(conjunction + 2, high - 1):
        if scene.words.form[comma] != "," or not scene.has_predicate(conjunction, comma):
            continue
        if scene.words.lower[comma + 1] in COORDINATORS:
            continue  # «О том, что мост закрыт, |но не указан|, сообщил мэр»
        cited = scene.words.lower[comma + 1 : comma + 3] == CITING
        reach = comma + (CITED if cited else NEAR)
        cue = next((scene.cues[k] for k in range(comma + 1, min(reach, high)) if k in scene.cues), None)
        if cue is None or not cue.has("say", "state") or cue.form not in {FINITE, PASSIVE}:
            continue
        if cue.negated and not cue.has("say"):
            return True  # «О том, что мост закроют, не сообщалось»: nobody has told it
        if any(scene.is_finite(k) for k in range(comma + 1, cue.head)):
            continue
        if _is_topic_of_ours(scene, cue.head):
            return True
        part = trim(scene, first, comma)
        author = author_of_cue(scene, cue, comma + 1, high)
        if part and (author.source or author.sourceless) and not _tells_by_itself(scene, author):
            yield author.fill(Draft(rule, "indirect", [part]), scene)
        return True
    return False


def _is_topic_of_ours(scene: Scene, verb: int) -> bool:
    """«О том, почему порт закрыт, |мы говорим| с мэром»: what a paper is about to talk over nobody has told."""
    words = scene.words
    return "мы" in (words.lower[subject] for subject in words.subjects(verb))


def _tells_by_itself(scene: Scene, author: Author) -> bool:
    """«О том, что это были не греки, говорит оружие»: a thing shows it, nobody says it."""
    if author.source is None or author.sourceless or scene.words.lemma[author.source.head] in INFORMANTS:
        return False
    return is_thing(scene.words, author.source.head)


def _fronted_without_comma(scene: Scene, conjunction: int, high: int) -> Iterator[Draft]:
    """О том, что мост закроют сообщил мэр.: the comma behind the clause is forgotten."""
    words = scene.words
    cue = next((scene.cues[k] for k in range(conjunction + 2, high) if k in scene.cues), None)
    if cue is None or not cue.has("say") or words.form[cue.head - 1] == ",":
        return
    if (
        cue.form == PASSIVE
        and words.lemma[cue.head - 1] == "быть"
        and scene.has_predicate(conjunction, cue.head - 1)
    ):
        part = trim(scene, conjunction + 1, cue.head - 1)  # «О том, что мост закроют было объявлено в мае»
        if part:
            yield author_of_cue(scene, cue, cue.head - 1, high).fill(Draft("that", "indirect", [part]), scene)
        return
    if cue.form != FINITE:
        return
    author = author_of_cue(scene, cue, cue.head, high)
    part = trim(scene, conjunction + 1, cue.head)
    told = author.source is not None and author.source.span[0] == cue.head + 1
    if part and told and scene.has_predicate(*part) and not _tells_by_itself(scene, author):
        yield author.fill(Draft("that", "indirect", [part]), scene)

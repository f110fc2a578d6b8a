"""Reports of everyday talk: «пожал плечами: мол, поздно», «Врач сказала, лёд тонкий», without what joins a clause elsewhere."""

from collections.abc import Iterator

from molva.quotes.conjunctions import CLAUSE_OPENERS, COMPLEMENTISERS, CONDITIONAL, COORDINATORS, RELATIVES
from molva.quotes.cues import FINITE, Cue
from molva.quotes.direct.author_words import read_author, teller
from molva.quotes.draft import Draft
from molva.quotes.ends.edges import limits, trim_all
from molva.quotes.ends.narration import clause_end
from molva.quotes.reported.clause_drafts import own_voice
from molva.quotes.scene import Scene
from molva.quotes.sources.authors import author_of_cue

HEARSAY = frozenset({"мол", "дескать"})
NEAR = 4  # words from a colon to «мол»
# «|сказала|, лёд тонкий»: verbs that talk leaves without «что»
TALKING = frozenset("сказать говорить ответить отвечать объяснить обещать пообещать".split())


def hearsay(scene: Scene) -> Iterator[Draft]:
    """Сторож пожал плечами: мол, лодок нет.  Мать отговаривала: куда, мол, тебе."""
    words = scene.words
    for i in [i for i, form in enumerate(words.lower) if form in HEARSAY]:
        begin, end = limits(scene, i)
        colon = next((k for k in range(i - 1, max(begin, i - NEAR) - 1, -1) if words.form[k] == ":"), None)
        if colon is None or not CONDITIONAL.isdisjoint(words.lower[begin:colon]):
            continue  # «Если раньше думали: мол, дорого, то теперь …» sets one time against another
        author = read_author(scene, begin, colon, lexical=True, nearest_last=True) or teller(
            scene, begin, colon
        )
        parts = trim_all(scene, [(colon + 1, i), (i + 1, end)])
        told = any(scene.has_predicate(*part) or scene.has_subject(*part) for part in parts)
        if author is not None and told:
            yield author.fill(Draft("colon-clause", "indirect", parts), scene)


def unjoined(scene: Scene) -> Iterator[Draft]:
    """— Врач сказала, лёд тонкий.: in a line of speech, or in marks, a clause right behind the comma of its verb."""
    words = scene.words
    for i, cue in scene.cues.items():
        comma = cue.span[1]
        if words.form[comma : comma + 1] != [","]:
            continue
        low, high = limits(scene, i)
        if not _talks(scene, cue, low):
            continue
        high = _before_author(scene, comma + 1, high)
        if comma + 1 >= high or not _is_clause(scene, comma + 1, high) or own_voice(scene, cue):
            continue
        parts = trim_all(scene, [(comma + 1, clause_end(scene, comma + 1, i, high))])
        if parts:
            draft = Draft("colon-clause", "indirect", parts)
            yield author_of_cue(scene, cue, low, comma).fill(draft, scene)


def _before_author(scene: Scene, first: int, high: int) -> int:
    """The end of what is told in a line, before «, — говорит сторож»."""
    dashes = (k for k in range(first + 1, high) if scene.is_dash(k) and scene.words.form[k - 1] == ",")
    return next((k - 1 for k in dashes), high)


def _talks(scene: Scene, cue: Cue, low: int) -> bool:
    """Whether a verb of talk opens a sentence of somebody's speech, with its subject and whom it was told alone."""
    words = scene.words
    speech = scene.pair_around(cue.head) is not None or scene.is_dash(scene.paragraph(cue.head)[0])
    if not speech or cue.form != FINITE or words.lemma[cue.head] not in TALKING:
        return False
    before = range(low, cue.head)
    alone = all(
        words.pos[k] in {"NOUN", "PROPN", "PRON", "ADV", "ADJ", "DET"} or scene.is_dash(k) for k in before
    )
    return alone and words.feat(cue.head, "Tense") == "Past"


def _is_clause(scene: Scene, first: int, high: int) -> bool:
    """Whether a clause with a predicate begins, which nothing joins, and no verb of the same speaker, nor a gerund."""
    words = scene.words
    joined = CLAUSE_OPENERS - {"так"} | COORDINATORS | COMPLEMENTISERS
    if words.lower[first] in joined or words.lemma[first] in RELATIVES or words.pos[first] in {"VERB", "ADP"}:
        return False
    stop = next((k for k in range(first, high) if words.form[k] == ","), high)
    return scene.has_predicate(first, stop) and stop == high  # «Он сказал, конечно, правду»

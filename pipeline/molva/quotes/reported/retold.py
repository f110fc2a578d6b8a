"""Reports of everyday talk: «пожал плечами: мол, поздно», «Врач сказала, лёд тонкий», without what joins a clause elsewhere."""

from collections.abc import Iterator

from molva.quotes.attributed.attribution_phrases import attribution_phrase
from molva.quotes.conjunctions import (
    ABOUT,
    CLAUSE_OPENERS,
    COMPLEMENTISERS,
    CONDITIONAL,
    COORDINATORS,
    RELATIVES,
)
from molva.quotes.cues import FINITE, PASSIVE, Cue, of_talk, that_at
from molva.quotes.direct.author_words import read_author, teller
from molva.quotes.draft import Draft
from molva.quotes.ends.clauses import has_predicative
from molva.quotes.ends.edges import limits, skip_connectives, trim_all
from molva.quotes.ends.narration import clause_end
from molva.quotes.lexicon import word_list
from molva.quotes.reported.clause_drafts import own_voice
from molva.quotes.reported.governors import governor
from molva.quotes.scene import CLAUSE_EDGES, Scene
from molva.quotes.sources.authors import author_of_cue
from molva.quotes.sources.places_of_many import place_of_many
from molva.quotes.sources.subjects import agrees, is_of_many

HEARSAY = frozenset({"мол", "дескать"})
NEAR = 4  # words from a colon to «мол»
# «|сказала|, лёд тонкий»: verbs that talk leaves without «что»
TELLING_PLAINLY = frozenset(  # «Мэр |добавил|, мост закрыт»: those of newspapers
    "сообщить сообщать рассказать рассказывать заявить заявлять отметить отмечать добавить добавлять подчеркнуть "
    "подчеркивать уточнить уточнять пояснить пояснять указать указывать утверждать уверять уверить заверять "
    "заверить полагать считать жаловаться пожаловаться сетовать признаваться признаться".split()
)
JOINED = CLAUSE_OPENERS | COORDINATORS | COMPLEMENTISERS
WAITING = JOINED | ABOUT  # «|Если| мэр добавил, …» waits for another clause
ASKING_PRONOUNS = frozenset("какой каков сколько насколько почему зачем".split())
FAR = 14  # words of who says it, and when: «В мае 2031 года мэр Ялуги Клим Зуев рассказал»
TALKING = frozenset("сказать говорить ответить отвечать объяснить обещать пообещать".split())


def hearsay(scene: Scene) -> Iterator[Draft]:
    """Сторож пожал плечами: мол, лодок нет.  Мать отговаривала: куда, мол, тебе."""
    words = scene.words
    for i in [i for i, form in enumerate(words.lower) if form in HEARSAY]:
        begin, end = limits(scene, i)
        near = range(i - 1, max(begin, i - NEAR) - 1, -1)
        colon = next((k for k in near if words.form[k] == ":" or k > begin and _parts_off(scene, k)), None)
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


def that_left_out(scene: Scene) -> Iterator[Draft]:
    """Мэр добавил, мост закроют в мае.  В докладе сказано, лёд тонок.  Соседи сетуют – мест нет.: «что» left out.

    The sentence begins with who says it, with the paper or the body, or with the verb: «Говорит, мест нет».
    """
    for i, cue in scene.cues.items():
        comma = cue.span[1]
        low, high = limits(scene, i)
        dashed = comma + 1 < high and _parts_off(scene, comma)
        if not dashed and scene.words.form[comma : comma + 1] != [","] or comma + 1 >= high:
            continue
        told = _tells(scene, cue, low, dashed=dashed) or _is_stated(scene, cue, low)
        if not told and not _opens(scene, cue, low):
            continue
        apart = dashed and told and _is_told_apart(scene, comma + 1, high)
        same = not dashed and not told and _goes_on_of_them(scene, cue, comma + 1, high)
        apart = apart or same or _has_own_subject(scene, cue, comma + 1, high)
        if not apart or own_voice(scene, cue):
            continue
        author = author_of_cue(scene, cue, low, comma)
        parts = trim_all(scene, [(comma + 1, clause_end(scene, comma + 1, i, high))])
        if parts and (author.source is not None or cue.has("state") or cue.head == low):
            yield author.fill(Draft("colon-clause", "indirect", parts), scene)


def _parts_off(scene: Scene, dash: int) -> bool:
    """«Соседи сетуют |–| люди ждут»: a dash with white space around it, in no line of a talk, and no marks behind it."""
    words = scene.words
    spaced = words.start[dash + 1] > words.end[dash] and words.start[dash] > words.end[dash - 1]
    talk = scene.is_dash(scene.paragraph(dash)[0]) or scene.pair_around(dash) is not None
    return scene.is_dash(dash) and spaced and not talk and dash + 1 not in scene.opens


def _opens(scene: Scene, cue: Cue, low: int) -> bool:
    """«|Говорит|, мест нет»: a verb of telling opens the sentence, and who was told of before is its subject."""
    words = scene.words
    tells = (
        words.lemma[cue.head] in TELLING_PLAINLY | TALKING
        or words.pos[cue.head] == "ADJ"
        and cue.has("think")
    )
    opens = cue.head == skip_connectives(scene, low, cue.head) and cue.span[1] == cue.head + 1
    return tells and opens and cue.form == FINITE and not of_talk(words, cue.head)


def _tells(scene: Scene, cue: Cue, low: int, *, dashed: bool = False) -> bool:
    """Whether a verb of telling ends the first clause of a sentence, its subject before it and nothing that makes it wait for another."""
    words, start = scene.words, skip_connectives(scene, low, cue.head)
    if cue.form != FINITE or cue.negated or not _is_telling(scene, cue, dashed=dashed):
        return False
    if cue.head - start > FAR or scene.pair_around(cue.head) is not None:
        return False
    if any(_parts(scene, k) for k in range(start, cue.head)):
        return False
    children = [k for k in words.children[cue.head] if start <= k < cue.head]
    if dashed and any(words.lemma[k] == "один" for k in children):
        return False  # «Одни кричали — другие молчали»
    if any(words.dep[k] == "obj" or words.lemma[k] in {"весь", "это"} for k in children):
        return False  # «Мэр всё рассказал, …» has told it already
    return any(words.is_subject(k) for k in children) or _is_place_of_many(scene, cue.head, start)


def _is_telling(scene: Scene, cue: Cue, *, dashed: bool) -> bool:
    """«мэр |добавил|», «мэр |выразил уверенность|»: a verb that may leave «что» out; before a dash any that says or thinks."""
    lemma = scene.words.lemma
    if lemma[cue.span[1] - 1] in word_list("nouns") or lemma[cue.head] in TELLING_PLAINLY | TALKING:
        return True
    return dashed and cue.has("say", "think")


def _parts(scene: Scene, k: int) -> bool:
    """«Мэр, |который| стар, добавил», «|Если| мэр скажет»: a word before the verb by which its clause is not the first, or waits."""
    words = scene.words
    if words.form[k] in CLAUSE_EDGES or words.lower[k] in WAITING or words.lemma[k] in RELATIVES:
        return True
    return scene.is_finite(k)


def _is_stated(scene: Scene, cue: Cue, low: int) -> bool:
    """«|В докладе говорится|, лёд тонок», «|Отмечается|, …»: an impersonal verb, and before it the paper or nothing."""
    words, start = scene.words, skip_connectives(scene, low, cue.head)
    if not cue.has("state") or cue.form not in {FINITE, PASSIVE} or cue.negated or cue.head - start > FAR:
        return False
    if words.feat(cue.head, "Number") == "Plur" or words.subjects(cue.head):
        return False
    if scene.pair_around(cue.head) is not None or words.feat(cue.head, "Gender") in {"Masc", "Fem"}:
        return False
    before = range(start, cue.head)
    opened = start == cue.head or words.lower[start] in {"в", "во", "на"}
    return opened and not any(words.form[k] in CLAUSE_EDGES or scene.is_finite(k) for k in before)


def _is_place_of_many(scene: Scene, verb: int, start: int) -> bool:
    """«|В больнице говорят|, мест нет»: a place opens the sentence, and the verb behind it is of the many there."""
    words = scene.words
    placed = words.lower[start] in {"в", "во", "на"} and is_of_many(words, verb)
    return placed and place_of_many(scene, verb, start, verb) is not None


def _is_told_apart(scene: Scene, first: int, high: int) -> bool:
    """«Жители говорят — |надо ждать|», «Мэр ответил — |если тесно, пусть ждут|»: behind a dash a clause of any kind that nothing joins to the verb."""
    words = scene.words
    joined = JOINED - CONDITIONAL - {"когда"}
    if words.lower[first] in joined or words.lemma[first] in RELATIVES | ASKING_PRONOUNS:
        return False
    return scene.has_predicate(first, high) or has_predicative(scene, first, high)


def _goes_on_of_them(scene: Scene, cue: Cue, first: int, high: int) -> bool:
    """«Говорят, |уже не помнят| тепла»: a verb without a subject, and no second deed of theirs: «Рассказали, показали, ушли».

    It stands behind another word, or in another tense: «Говорят, |писали| мэру».
    """
    words = scene.words
    stop = next((k for k in range(first, high) if words.form[k] in {",", ":", ";"}), high)
    verb = next((k for k in range(first, stop) if scene.is_finite(k)), None)
    if verb is None or words.feat(cue.head, "Tense") != "Pres" or words.lower[first] in JOINED:
        return False
    second = not _in_another_tense(scene, cue.head, verb) and (verb == first or verb in scene.cues)
    alike = words.feat(verb, "Number") == words.feat(cue.head, "Number")
    return alike and not second and not words.subjects(verb)


def _has_own_subject(scene: Scene, cue: Cue, first: int, high: int) -> bool:
    """Whether a clause with another subject than the cue's begins, that nothing joins and nobody else attributes.

    «Мэр рассказал, повернулся и ушёл», «Мэр рассказал, рыбаки промолчали» tell what was done.
    """
    words = scene.words
    stop = next((k for k in range(first, high) if words.form[k] in {",", ":", ";"}), high)
    if _is_joined(scene, first, stop):
        return False
    verb = next((k for k in range(first, stop) if scene.is_finite(k)), None)
    if verb is None or words.feat(first, "VerbForm") in {"Conv", "Part"}:
        return False
    if verb in scene.cues and scene.cues[verb].span[0] in {verb, first}:
        return False  # but «отметил, с такой |инициативой выступил| порт»
    if any(that_at(words, k) and governor(scene, k + 1) is cue for k in range(stop, high)):
        return False
    if scene.lower(verb) == "нет" or scene.lower(first) in HEARSAY:
        return True
    verbs = [k for k in range(verb, stop) if scene.is_finite(k)]
    subjects = [(k, of) for of in verbs for k in words.subjects(of) if first <= k < stop]
    return any(agrees(scene, *pair) for pair in subjects) or not subjects and _many_do(scene, cue, verb)


def _is_joined(scene: Scene, first: int, stop: int) -> bool:
    """«…, |что| мост цел», «…, цел |ли| мост», «…, |по словам мэра|, мост цел»: something joins a clause, or somebody else attributes it."""
    lower, lemma = scene.words.lower, scene.words.lemma
    near = lower[first + (lower[first] in HEARSAY) : first + 3]
    if not JOINED.isdisjoint(near) or not (RELATIVES | ASKING_PRONOUNS).isdisjoint(lemma[first : first + 3]):
        return True
    return "ли" in lower[first:stop] or attribution_phrase(scene, first) is not None


def _many_do(scene: Scene, cue: Cue, verb: int) -> bool:
    """«Мэр отметил, в порту не |ответили|», «В мэрии пояснили, мост |откроют|»: a plural without a subject that is no second deed of theirs."""
    one = scene.words.feat(cue.head, "Number") == "Sing"
    return is_of_many(scene.words, verb) and (one or _in_another_tense(scene, cue.head, verb))


def _in_another_tense(scene: Scene, one: int, other: int) -> bool:
    return scene.words.feat(one, "Tense") != scene.words.feat(other, "Tense")


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

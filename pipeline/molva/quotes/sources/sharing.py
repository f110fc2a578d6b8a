"""Subjects that two verbs share: «приехал и заявил, что …», «сообщили они, добавив, что …»."""

from molva.quotes.conjunctions import COORDINATORS, JOINING, RELATIVE_PLACES
from molva.quotes.cues import GERUND, that_at
from molva.quotes.ends.clauses import clause_around
from molva.quotes.ends.edges import limits
from molva.quotes.kinds import INFORMANTS, is_thing
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.quotes.sources.at_last import at_last, named_behind
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.phrases import Source
from molva.quotes.sources.places_of_many import instead_of_told, place_of_many

# «|нам| ответили»: the person and the number of those who are told
DATIVES = {
    "мне": ("1", "Sing"), "нам": ("1", "Plur"), "тебе": ("2", "Sing"), "вам": ("2", "Plur"),
    "ему": ("3", "Sing"), "ей": ("3", "Sing"), "им": ("3", "Plur"),
}  # fmt: skip
TIES = JOINING | {"или"}
# «отметив, что …», «напомнив, что …»: as those who add do in a gerund
NOTING = frozenset("отметить отмечать напомнить напоминать".split())


def gerund_subject(scene: Scene, gerund: int) -> Source | None:
    """The subject of the verb a gerund goes with: «сообщили правоохранители, добавив, что …»."""
    words = scene.words
    start, end = limits(scene, gerund)
    told = _told_before(scene, gerund, start)
    if told is not None and scene.cues[told].form == GERUND:
        return gerund_subject(scene, told)
    around = scene.pair_around(gerund)
    order = _verbs_beside(scene, gerund, told, start, end)
    for verb in (i for i in order if scene.pair_around(i) == around and not _told_in(scene, gerund, i)):
        left, right = clause_around(scene, verb, start, end)
        found = _subject_or_place(scene, verb, left, right, start)
        if found is None and words.feat(verb, "Number") == "Plur":
            found = place_of_many(scene, verb, left, right)  # «|в порту| развели руками, заверив, что …»
        if found is not None and (not is_thing(words, found.head) or words.lemma[found.head] in INFORMANTS):
            return found  # «дорога открыта, считая …»: the gerund has another subject
    return None


def _told_before(scene: Scene, gerund: int, start: int) -> int | None:
    """«|Сообщили| в порту, добавив, что …»: the verb of speech before a gerund that goes on with it."""
    words = scene.words
    adds = words.lemma[gerund] in word_list("adding") | NOTING or _done_by_the_teller(scene, gerund)
    if words.head[gerund] not in scene.cues and adds or _joined(scene, gerund):
        return next((i for i in _back_to_a_colon(scene, gerund, start) if _tells(scene, i)), None)
    return None


def _verbs_beside(scene: Scene, gerund: int, told: int | None, start: int, end: int) -> list[int]:
    """The verbs that a gerund may go with, the likeliest first: that of speech before it, its head, those before, those behind."""
    words, head = scene.words, scene.words.head[gerund]
    order = [told] if told is not None else []
    order += [head] if scene.is_finite(head) and head != gerund else []
    nearest = (*range(gerund - 1, start - 1, -1), *range(gerund + 1, end))
    return order + [i for i in nearest if scene.is_finite(i) and words.pos[i] == "VERB"]


def _done_by_the_teller(scene: Scene, gerund: int) -> bool:
    """«Мэр сказал, что завод |будет| работать, призвав город «не ждать»»: what has been said is not done by whom the future tells of.

    «Мэр сказал, что рыбаки |ушли|, пообещав вернуться» may have the fishermen promise it.
    """
    words, cue = scene.words, scene.cues.get(gerund)
    said = cue is not None and cue.has("say", "demand") and words.feat(gerund, "Aspect") == "Perf"
    inner = words.head[gerund]
    return said and words.pos[gerund - 1] == "PUNCT" and words.feat(inner, "Tense") != "Past"


def _told_in(scene: Scene, gerund: int, verb: int) -> bool:
    """«заявив, |что школу построят|, …»: a verb of what the gerund tells, which is no verb beside it."""
    words = scene.words
    marks = (c for c in words.children[verb] if words.dep[c] == "mark" and gerund < c < verb)
    return any(words.lower[c] == "что" and words.form[c - 1] == "," for c in marks)


def _back_to_a_colon(scene: Scene, last: int, first: int) -> range:
    """The words before one, back to the colon that opens its clause."""
    colon = (i for i in range(last - 1, first - 1, -1) if scene.words.form[i] == ":")
    return range(last - 1, next(colon, first - 1), -1)


def _joined(scene: Scene, gerund: int) -> bool:
    """«…, заявив, что мэр не ездит, |и отметив|, что …»: what is told goes on with the one who tells."""
    return scene.lower(gerund - 1) == "и" and scene.words.form[gerund - 2] == ","


def _tells(scene: Scene, i: int) -> bool:
    """«|сказал|, что порт закрыт, отметив, что …», «|заявив|, что …, отметив, что …»: whose speaker may add something."""
    cue = scene.cues.get(i)
    return cue is not None and cue.has("say") and (cue.form == GERUND or scene.is_finite(i))


def shared_subject(scene: Scene, verb: int) -> Source | None:
    """«Орехов приехал и заявил, что …»: the subject of an earlier verb that agrees."""
    words = scene.words
    start, _ = limits(scene, verb)
    before = range(max(start, verb - 7), verb)
    if not any(words.lower[i] in TIES or words.form[i] == "," for i in before):
        return None
    for i in range(verb - 1, start - 1, -1):
        if (
            not scene.is_finite(i)
            or words.pos[i] != "VERB"
            or scene.pair_around(i) != scene.pair_around(verb)
        ):
            continue
        if not one_subject(scene, i, verb) or _is_closed(scene, i, verb):
            continue
        left, right = clause_around(scene, i, start, verb)
        found = _subject_or_place(scene, i, left, right, start)
        if found is not None and _is_told(scene, found, verb):
            return None
        if found is not None and (words.head[verb] == i or i in scene.cues or words.head[i] == i):
            return found
        if found is not None and _misplaced(scene, verb, i):
            return found
    return None


def _misplaced(scene: Scene, verb: int, inner: int) -> bool:
    """«Зуев встретил рыбаков, которые |хотели| помочь, но были уверены, что …»: the tree joins a verb to one that it can't agree with."""
    above = scene.words.head[verb]
    joined = scene.words.dep[verb] == "conj" and above < inner and scene.is_finite(above)
    return joined and not one_subject(scene, above, verb)


def _is_told(scene: Scene, who: Source, verb: int) -> bool:
    """«Мы звонили в порт, но |нам| ответили, что …», «Рыбаки ждали, но |им| сказали, что …»: whoever is told does not tell.

    Of a third person only where the pronoun begins the clause of a verb for many: «Зуевы нашли лодку и сказали |им|, что …».
    """
    words = scene.words
    person = words.feat(who.head, "Person")
    told = [k for k in (*range(verb - 1, verb - 4, -1), verb + 1) if scene.lower(k) in DATIVES]
    if any(DATIVES[scene.lower(k)] == (person, words.feat(who.head, "Number")) for k in told):
        return person in {"1", "2"}
    first = next((k for k in told if k < verb and DATIVES[scene.lower(k)][0] == "3"), None)
    if first is None or person in {"1", "2"} or words.feat(verb, "Number") != "Plur":
        return False
    return words.form[first - 2] == "," and scene.lower(first - 1) in COORDINATORS | RELATIVE_PLACES


def _is_closed(scene: Scene, inner: int, verb: int) -> bool:
    """«Он напомнил, что вуз |отметит| юбилей, и пожелал удачи»: the comma before «и» closes the clause with «что».

    What is to come there, or goes on now, is another's than what the past tense behind the comma tells.
    """
    words = scene.words
    comma = next((k for k in range(verb - 1, inner, -1) if words.form[k] == ","), None)
    parted = comma is not None and scene.lower(comma + 1) in COORDINATORS
    if not parted and not _tells_more(scene, inner, verb):
        return False
    reported = any(words.dep[c] == "mark" and c < inner for c in words.children[inner])
    return reported and words.feat(verb, "Tense") == "Past" != words.feat(inner, "Tense")


def _tells_more(scene: Scene, inner: int, verb: int) -> bool:
    """«Министр сказал, что завод работает |и подчеркнул, что| …»: the comma left out, right before another verb of telling.

    «… и уже заявил, что» may be another's.
    """
    cue, words = scene.cues.get(verb), scene.words
    tells = cue is not None and cue.has("say") and that_at(words, verb + 1)
    above = words.head[inner]
    teller = above < inner and above in scene.cues and scene.cues[above].has("say")
    return tells and teller and scene.lower(verb - 1) == "и" and one_subject(scene, above, verb)


def _subject_or_place(scene: Scene, verb: int, left: int, right: int, widest: int) -> Source | None:
    """«|в мэрии| подтвердили арест и подчеркнули, что …», «|в театре| сообщили РБК о пожаре, добавив, что …»."""
    cue = scene.cues.get(verb)
    if cue is not None and _closes_a_report(scene, verb):
        left = widest = verb  # «Мост закрыт, сообщил в беседе с РБК |Зуев|, отметив, что …»
    found = subject(scene, verb, left, right, widest=widest)
    if cue is None:
        return found
    if found is None:
        found = at_last(scene, cue, right) or place_of_many(scene, verb, left, right)
        return found or (named_behind(scene, cue, right) if left == verb else None)
    return instead_of_told(scene, found, verb, left, right) or found


def _closes_a_report(scene: Scene, verb: int) -> bool:
    """«Мост закрыт, |сообщил| мэр», ««Мост закрыт», — |сообщил| мэр»: whose subject stands behind it."""
    words = scene.words
    return words.dep[verb] == "parataxis" and (words.form[verb - 1] == "," or scene.is_dash(verb - 1))


def one_subject(scene: Scene, one: int, other: int) -> bool:
    """Whether two verbs agree in all that both show: «считает … и уточнила» may share a subject."""
    words = scene.words
    pairs = ((words.feat(one, f), words.feat(other, f)) for f in ("Number", "Gender"))
    return all(a == b or not a or not b for a, b in pairs)


def clause_subject(scene: Scene, word: int) -> Source | None:
    """The subject of the verb whose clause ``word`` stands in: «люди вышли с требованием …»."""
    start, end = limits(scene, word)
    verb = next((i for i in range(word - 1, start - 1, -1) if scene.is_finite(i)), None)
    if verb is None:
        return None
    left, right = clause_around(scene, verb, start, end)
    return subject(scene, verb, left, right, widest=start)
